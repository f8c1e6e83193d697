"""Figures of vectors for the side panel; the only user of Plotly. Their colours of text come from the page's style."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final
from unicodedata import east_asian_width

from plotly import graph_objects as go

from agents.vector_view import BestCells, Histogram
from records.language import Language

# Half transparent, so that one scale suits the light and the dark page; dark words stay legible on the strongest.
_FAINT: Final = "rgba(52, 168, 112, 0.04)"
_STRONG: Final = "rgba(52, 168, 112, 0.9)"
_HOVER_BOX: Final = {
    "bgcolor": "#1c2430",
    "bordercolor": "#1c2430",
    "font": {"color": "#ffffff", "size": 12},
    "align": "left",
}
_CLOSING: Final = "，。、；：！？）】》”’％"
"""No line begins with one of these."""
_CONFIG: Final = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
_ROW_HEIGHT: Final = 32
_LABEL: Final = (14, 2)
"""Width in Latin letters, of which a Chinese character takes two, and lines: on a telephone cells need the rest."""
_HOVER: Final = (44, 5)

_WORDS: Final[Mapping[Language, Mapping[str, str]]] = {
    "zh": {
        "heat": "与简历各行的余弦值",
        "spread": "全部 {n} 个数值的分布",
        "bin": "%{customdata[0]} 至 %{customdata[1]}：%{y} 个<extra></extra>",
    },
    "en": {
        "heat": "Cosines with the lines of the resume",
        "spread": "How all {n} values are spread",
        "bin": "%{customdata[0]} to %{customdata[1]}: %{y}<extra></extra>",
    },
}


@dataclass(frozen=True, slots=True)
class Named:
    """A requirement or a line, with the short name on the axis."""

    name: str
    text: str


def heat_map(cells: BestCells, rows: Sequence[Named], columns: Sequence[Named], language: Language) -> go.Figure:
    """The cosines of requirements (rows) and lines (columns); the words show where the mouse rests."""
    table = go.Heatmap(
        z=cells.cosines,
        x=[column.name for column in columns],
        y=[_wrapped(f"{row.name} {row.text}".strip(), *_LABEL) for row in rows],
        text=[[_short(cosine) for cosine in row] for row in cells.cosines],
        texttemplate="%{text}",
        textfont={"size": 10},
        customdata=[
            [
                [number, _wrapped(row.text, *_HOVER), _wrapped(column.text, *_HOVER)]
                for number, column in _numbered(cells, columns)
            ]
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
    return _figure(table, _WORDS[language]["heat"], (_ROW_HEIGHT * len(rows), 64), axes)


def spread(found: Histogram, language: Language) -> go.Figure:
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
    return _figure(bars, title, (180, 40), {"xaxis": {**_AXIS, "nticks": 7}, "yaxis": _AXIS, "bargap": 0})


def with_config(figure: str) -> str:
    """A figure as JSON with how the page is to treat it; Plotly's own JSON says nothing of that."""
    return json.dumps({**json.loads(figure), "config": _CONFIG})


_AXIS: Final = {
    "fixedrange": True,  # a finger that scrolls the panel must not zoom the figure
    "showgrid": False,
    "zeroline": False,
    "ticks": "",
    "automargin": True,
    "tickfont": {"size": 11},
}


def _figure(trace: Any, title: str, size: tuple[int, int], layout: Mapping[str, Any]) -> go.Figure:
    """`size` is the height of the drawing and the room above it."""
    height, top = size
    return go.Figure(
        data=[trace],
        layout={
            "template": "none",
            "title": {"text": title, "font": {"size": 13}, "x": 0, "y": 1, "yanchor": "top", "pad": {"l": 4, "t": 8}},
            "height": height + top,
            "margin": {"l": 8, "r": 8, "t": top, "b": 8},
            "paper_bgcolor": "rgba(0, 0, 0, 0)",
            "plot_bgcolor": "rgba(0, 0, 0, 0)",
            "hoverlabel": _HOVER_BOX,
            "dragmode": False,
            **layout,
        },
    )


def _numbered(cells: BestCells, columns: Sequence[Named]) -> list[tuple[int, Named]]:
    """Each column with the number of its line."""
    return [(column + 1, named) for column, named in zip(cells.columns, columns, strict=True)]


def _short(cosine: float) -> str:
    """`.52` for 0.52, `1.0` for 1: a cell is three signs wide."""
    return f"{cosine:.2f}".replace("0.", ".", 1)[: 4 if cosine < 0 else 3]


def _wrapped(text: str, width: int, most: int) -> str:
    """Words in a few lines: Plotly breaks none itself, and takes some HTML for its own."""
    lines: list[str] = [""]
    for piece in _pieces(text, width):
        if _width(lines[-1] + piece.rstrip()) > width and lines[-1]:
            lines.append("")
        lines[-1] += piece
    more = "…" if len(lines) > most else ""
    return "<br>".join(html.escape(line.strip(), quote=False) for line in lines[:most]) + more


def _pieces(text: str, width: int) -> list[str]:
    """Parts between which a line may break: after a blank, around a Chinese character, within a word too long."""
    pieces: list[str] = []
    ended = True
    for sign in text:
        wide = _width(sign) > 1
        if pieces and sign in _CLOSING:
            pieces[-1] += sign
        elif ended or wide or len(pieces[-1]) >= width:
            pieces.append(sign)
        else:
            pieces[-1] += sign
        ended = wide or sign == " "
    return pieces


def _width(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
