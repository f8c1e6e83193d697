"""The straight lines that a page draws: borders of tables and boxes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from retrieval.documents.pdf.glyphs import Frame

# In points: a filled strip this thin is a line; a line so short is a stroke of a picture.
_THIN = 3.0
_SHORTEST = 6.0
# A page of more paths is a drawing; tables of resumes have a few hundred.
_MOST_PATHS = 3000
_MOST_POINTS = 60


class Rule(NamedTuple):
    """A line across (`upright` false) or down the page, in points from the top left corner of the page as shown.

    `at` is its distance from the top, or from the left if upright.
    """

    upright: bool
    at: float
    start: float
    end: float


class _Point(NamedTuple):
    x: float
    y: float
    begins: bool


def rules_of(page: pdfium.PdfPage, frame: Frame) -> list[Rule]:
    """The page's straight lines."""
    paths = islice(page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_PATH,), max_depth=1), _MOST_PATHS)
    return [rule for path in paths for rule in _rules_of_path(path, frame)]


def _rules_of_path(path: pdfium.PdfObject, frame: Frame) -> Iterator[Rule]:
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    if not pdfium_c.FPDFPath_GetDrawMode(path.raw, filled, stroked):
        return
    left, bottom, right, top = path.get_bounds()
    if min(right - left, top - bottom) <= _THIN:
        yield from _rule(frame, left, bottom, right, top)
        return
    edges = [
        rule
        for before, point in pairwise(_points(path))
        if not point.begins
        for rule in _rule(frame, before.x, before.y, point.x, point.y)
    ]
    yield from (edge for edge in edges if stroked.value or (filled.value and _has_inner(edge, edges)))


def _has_inner(edge: Rule, edges: Sequence[Rule]) -> bool:
    """Whether a filled shape is a frame there, with an inner edge close to its outer one; a ground has none."""
    return any(edge.upright == other.upright and 0 < abs(edge.at - other.at) <= _THIN for other in edges)


def _rule(frame: Frame, x1: float, y1: float, x2: float, y2: float) -> Iterator[Rule]:
    """The line between two points, or along a thin strip between its corners; none if it is slanted or short."""
    (left, top), (right, bottom) = frame.place(x1, y1), frame.place(x2, y2)
    across, down = abs(right - left), abs(bottom - top)
    if max(across, down) < _SHORTEST or min(across, down) > _THIN:
        return
    if across > down:
        yield Rule(False, (top + bottom) / 2, min(left, right), max(left, right))
    else:
        yield Rule(True, (left + right) / 2, min(top, bottom), max(top, bottom))


def _points(path: pdfium.PdfObject) -> list[_Point]:
    """A path's corners on the page; none for a path of many, which draws a shape."""
    count = pdfium_c.FPDFPath_CountSegments(path.raw)
    if count > _MOST_POINTS:
        return []
    matrix = path.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[_Point] = []
    start: _Point | None = None
    for index in range(count):
        segment = pdfium_c.FPDFPath_GetPathSegment(path.raw, index)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        across, up = matrix.on_point(x.value, y.value)
        point = _Point(across, up, kind == pdfium_c.FPDF_SEGMENT_MOVETO)
        points.append(point)
        start = point if point.begins or start is None else start
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            points.append(start._replace(begins=False))
    return points
