"""What a figure gives the page to draw."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from plotly import graph_objects as go

from agents.vector_view import BestCells, histogram
from chat.figures import Named, heat_map, spread, with_config
from records.language import Language

CELLS = BestCells((0, 3), (4, 6), ((0.5234, -0.02), (0.1, 1.0)))
ROWS = (Named("R1", "熟练使用 Excel 和数据透视表，能独立完成周报"), Named("R4", "<b>SQL</b> & Python"))
COLUMNS = (Named("L5", "Built <i>dashboards</i>"), Named("L7", "word " * 100))


def drawn(figure: go.Figure) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(with_config(figure.to_json()))
    return found


def heat() -> dict[str, Any]:
    return drawn(heat_map(CELLS, ROWS, COLUMNS, "zh"))


def test_a_cell_knows_its_line_and_the_words_of_both() -> None:
    (trace,) = heat()["data"]

    assert [[cell[0] for cell in row] for row in trace["customdata"]] == [[5, 7], [5, 7]]
    assert trace["customdata"][1][0][1:] == [
        "&lt;b&gt;SQL&lt;/b&gt; &amp; Python",
        "Built &lt;i&gt;dashboards&lt;/i&gt;",
    ]


def test_cells_are_labelled_in_three_signs() -> None:
    (trace,) = heat()["data"]

    assert trace["text"] == [[".52", "-.02"], [".10", "1.0"]]


def test_labels_take_two_lines_and_none_begins_with_a_comma() -> None:
    (trace,) = heat()["data"]

    assert trace["y"][0] == "R1 熟练使用<br>Excel 和数据透…"
    assert all("<br>，" not in label for row in trace["customdata"] for cell in row for label in cell[1:])


def test_long_words_are_cut_to_a_few_lines() -> None:
    words = heat()["data"][0]["customdata"][0][1][2]

    assert words.count("<br>") == 4
    assert words.endswith("…")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_histogram_shows_every_bin(language: Language) -> None:
    found = histogram(np.linspace(-0.1, 0.1, 384, dtype=np.float32))
    figure = drawn(spread(found, language))

    assert sum(figure["data"][0]["y"]) == 384
    assert "384" in figure["layout"]["title"]["text"]


def test_figures_have_no_tool_bar_and_do_not_catch_the_finger_that_scrolls() -> None:
    figure = heat()

    assert figure["config"]["displayModeBar"] is False
    assert figure["layout"]["dragmode"] is False
    assert figure["layout"]["xaxis"]["fixedrange"] is figure["layout"]["yaxis"]["fixedrange"] is True


def test_figures_are_drawn_on_the_pages_own_ground() -> None:
    layout = heat()["layout"]

    assert layout["paper_bgcolor"] == layout["plot_bgcolor"] == "rgba(0, 0, 0, 0)"
