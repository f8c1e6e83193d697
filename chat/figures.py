"""Figures of vectors for the side panel; the only user of Plotly. Their colours of text come from the page's style."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final
from unicodedata import east_asian_width

import chainlit as cl
from plotly import graph_objects as go

from agents.vector_view import BestCells, Histogram
from records.language import Language

# Half transparent, so that one scale suits the light and the dark page; dark words stay legible on the strongest.
_FAINT: Final = "rgba(52, 168, 112, 0.04)"
_STRONG: Final = "rgba(52, 168, 112, 0.9)"
_HOVER: Final = {
    "bgcolor": "#1c2430",
    "bordercolor": "#1c2430",
    "font": {"color": "#ffffff", "size": 12},
    "align": "left",
}
_CONFIG: Final = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
_ROW_HEIGHT: Final = 30
_LABEL_WIDTH: Final = 20
"""In Latin letters, of which a Chinese character takes two: a third of the panel."""
_HOVER_WIDTH: Final = 44
_HOVER_LINES: Final = 5

_WORDS: Final[Mapping[Language, Mapping[str, str]]] = {
    "zh": {
        "heat": "要求（行）与简历行（列）的余弦值",
        "spread": "全部 {n} 个数值的分布",
        "bin": "%{customdata[0]} 至 %{customdata[1]}：%{y} 个<extra></extra>",
    },
    "en": {
        "heat": "Cosines of requirements and resume lines",
        "spread": "How all {n} values are spread",
        "bin": "%{customdata[0]} to %{customdata[1]}: %{y}<extra></extra>",
    },
}


@dataclass(frozen=True, slots=True)
class Named:
    """A requirement or a line, with the short name on the axis."""

    name: str
    text: str


def heat_map(cells: BestCells, rows: Sequence[Named], columns: Sequence[Named], language: Language) -> cl.Plotly:
    """The cosines of requirements (rows) and lines (columns); the words show where the mouse rests."""
    table = go.Heatmap(
        z=cells.cosines,
        x=[column.name for column in columns],
        y=[f"{row.name} {_cut(row.text, _LABEL_WIDTH)}" for row in rows],
        text=[[f"{cosine:.2f}".replace("0.", ".", 1) for cosine in row] for row in cells.cosines],
        texttemplate="%{text}",
        textfont={"size": 10},
        customdata=[
            [[number, _wrapped(row.text), _wrapped(column.text)] for number, column in _numbered(cells, columns)]
            for row in rows
        ],
        hovertemplate="<b>%{customdata[1]}</b><br>%{x} %{customdata[2]}<br>%{z:.4f}<extra></extra>",
        colorscale=[[0, _FAINT], [1, _STRONG]],
        zmin=0,
        zmax=max(0.1, max((max(row) for row in cells.cosines), default=0.1)),
        showscale=False,
        xgap=2,
        ygap=2,
    )
    axes = {
        "xaxis": {**_AXIS, "type": "category", "side": "top", "tickangle": -90},
        "yaxis": {**_AXIS, "type": "category", "autorange": "reversed"},
    }
    return _figure(table, _WORDS[language]["heat"], 96 + _ROW_HEIGHT * len(rows), axes)


def spread(found: Histogram, language: Language) -> cl.Plotly:
    """How the numbers of a vector are spread."""
    edges = found.edges
    bars = go.Bar(
        x=[(low + high) / 2 for low, high in pairwise(edges)],
        y=found.counts,
        width=[edges[1] - edges[0]] * len(found.counts),
        customdata=[[f"{low:+.3f}", f"{high:+.3f}"] for low, high in pairwise(edges)],
        hovertemplate=_WORDS[language]["bin"],
        marker={"color": _STRONG, "line": {"width": 0}},
    )
    title = _WORDS[language]["spread"].format(n=sum(found.counts))
    return _figure(bars, title, 220, {"xaxis": {**_AXIS, "nticks": 7}, "yaxis": _AXIS, "bargap": 0})


_AXIS: Final = {
    "fixedrange": True,  # a finger that scrolls the panel must not zoom the figure
    "showgrid": False,
    "zeroline": False,
    "automargin": True,
    "tickfont": {"size": 11},
}


def _figure(trace: Any, title: str, height: int, layout: Mapping[str, Any]) -> cl.Plotly:
    drawn = go.Figure(
        data=[trace],
        layout={
            "template": "none",
            "title": {"text": title, "font": {"size": 13}, "x": 0, "xref": "container", "pad": {"l": 4}},
            "height": height,
            "margin": {"l": 8, "r": 8, "t": 40, "b": 8},
            "paper_bgcolor": "rgba(0, 0, 0, 0)",
            "plot_bgcolor": "rgba(0, 0, 0, 0)",
            "hoverlabel": _HOVER,
            "dragmode": False,
            **layout,
        },
    )
    element = cl.Plotly(name=title, figure=drawn, display="inline")
    element.content = json.dumps({**json.loads(element.content), "config": _CONFIG})  # a figure carries none itself
    return element


def _numbered(cells: BestCells, columns: Sequence[Named]) -> list[tuple[int, Named]]:
    """Each column with the number of its line."""
    return [(column + 1, named) for column, named in zip(cells.columns, columns, strict=True)]


def _wrapped(text: str) -> str:
    """Words for a box of a few lines: Plotly breaks none itself, and takes some HTML for its own."""
    lines: list[str] = [""]
    for word in _pieces(text):
        if _width(lines[-1] + word) > _HOVER_WIDTH and lines[-1]:
            lines.append("")
        lines[-1] += word
    shown = lines[:_HOVER_LINES]
    more = "…" if len(lines) > _HOVER_LINES else ""
    return "<br>".join(html.escape(line.strip(), quote=False) for line in shown) + more


def _pieces(text: str) -> list[str]:
    """Where a line may break: after a blank, and around any Chinese character."""
    pieces: list[str] = [""]
    for sign in text:
        wide = _width(sign) > 1
        if wide or len(pieces[-1]) >= _HOVER_WIDTH:
            pieces.append("")
        pieces[-1] += sign
        if wide or sign == " ":
            pieces.append("")
    return [piece for piece in pieces if piece]


def _cut(text: str, width: int) -> str:
    """The beginning of a text, of a width in Latin letters."""
    for end in range(1, len(text) + 1):
        if _width(text[:end]) > width:
            return html.escape(text[: end - 1].rstrip(), quote=False) + "…"
    return html.escape(text, quote=False)


def _width(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
