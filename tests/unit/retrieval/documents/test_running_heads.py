from __future__ import annotations

import pytest

from records.resume import Box
from retrieval.documents.found import FoundLine
from retrieval.documents.running_heads import running_apart


def line(page: int, text: str, top: float) -> FoundLine:
    return FoundLine(page, text, Box(0.1, top, 0.9, top + 0.015))


def two_pages(*edges: FoundLine) -> list[FoundLine]:
    body = [line(1, "Led a team of four who", 0.5), line(2, "wrote the order system", 0.2), line(2, "Kept bees", 0.3)]
    return sorted([*body, *edges], key=lambda one: (one.page, one.box.top if one.box else 0))


def test_a_sentence_runs_on_over_the_page_number_between_its_halves() -> None:
    text, running = running_apart(two_pages(line(1, "Page 1 of 2", 0.95), line(2, "Page 2 of 2", 0.95)))

    assert [one.text for one in text] == ["Led a team of four who", "wrote the order system", "Kept bees"]
    assert [one.text for one in running] == ["Page 1 of 2", "Page 2 of 2"]


@pytest.mark.parametrize("form", ["{}", "- {} -", "{} / 2", "第 {} 页 共 2 页", "第{}页", "p. {}", "{} of 2", "0{}"])
def test_page_numbers_of_many_forms_are_set_apart(form: str) -> None:
    _, running = running_apart(two_pages(*(line(page, form.format(page), 0.95) for page in (1, 2))))

    assert len(running) == 2


def test_what_every_page_repeats_at_its_edge_is_set_apart_but_for_the_first_head() -> None:
    edges = [line(page, f"Avery Samplewood · {page}", 0.05) for page in (1, 2)]
    edges += [line(page, "© 2018–2020 Avery Samplewood", 0.94) for page in (1, 2)]
    text, running = running_apart(two_pages(*edges))

    assert text[0].text == "Avery Samplewood · 1"
    assert [one.text for one in running] == [edges[2].text, edges[1].text, edges[3].text]


def test_content_at_the_edge_of_a_page_stays() -> None:
    lines = two_pages(line(1, "2016 - 2018", 0.95), line(2, "2014 - 2016", 0.95), line(2, "Sample Soups", 0.05))

    assert running_apart(lines) == (lines, [])


def test_a_repeated_line_stays_where_content_stands_between_it_and_the_edge() -> None:
    edges = [line(page, "Sample Soups", 0.9) for page in (1, 2)]
    edges += [line(1, "Kept the books", 0.95), line(2, "Kept the peace", 0.95)]

    assert running_apart(two_pages(*edges))[1] == []


def test_a_lone_number_on_a_single_page_is_content() -> None:
    lines = [line(1, "Avery Samplewood", 0.1), line(1, "1", 0.95)]

    assert running_apart(lines) == (lines, [])


def test_lines_without_a_place_stay() -> None:
    lines = [FoundLine(1, "Page 1 of 2"), FoundLine(2, "Page 2 of 2")]

    assert running_apart(lines) == (lines, [])
