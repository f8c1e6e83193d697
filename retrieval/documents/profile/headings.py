"""Which lines around its dates name a job: a resume sets its jobs alike, so the layout that names most is its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from records.resume import Line
from retrieval.documents.profile.dated import DatedLine, names_a_job
from retrieval.documents.profile.job_names import Names, names_in

# Places of the rows beside the one with the dates, the likeliest first.
_LAYOUTS: tuple[tuple[int, ...], ...] = ((), (1,), (-1,), (1, 2), (-1, -2), (-1, 1))
_REACH = 4  # lines: two jobs further apart than twice the longest layout share no row
_COST_OF_A_ROW = 0.15  # less than a guess is worth: a row is taken in only if it names something
_OWN_LAYOUT = 0.1  # what the common layout weighs against a single job's own: less than a guess in another row


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands around the dates of a job; `unread_above` where a row above may name something not understood."""

    names: Names
    below_employer: bool = False
    unread_above: bool = False


def headings_of(lines: Sequence[Line], dated: Sequence[DatedLine]) -> list[Heading]:
    """For each dated line its title and employer, and how they stand to it."""
    taken = {at for each in dated for at in range(each.at, each.at + each.rows)}
    common = max(_LAYOUTS, key=lambda layout: sum(_worth(lines, each, taken, layout) for each in dated), default=())
    told = [_telling(lines, each, taken, common) for each in dated]
    found: list[Heading] = []
    for place, each in enumerate(dated):
        others = _near(each, taken).union(*told[max(0, place - _REACH) : place], *told[place + 1 : place + 1 + _REACH])
        layout = _layout(lines, each, others, common)
        told[place] = _telling(lines, each, others, layout)
        found.append(_heading(lines, each, others, layout))
    return found


def _near(dated: DatedLine, taken: set[int]) -> set[int]:
    return taken.intersection(range(dated.at - _REACH, dated.at + dated.rows + _REACH))


def _layout(lines: Sequence[Line], dated: DatedLine, taken: set[int], common: tuple[int, ...]) -> tuple[int, ...]:
    """The common layout, unless this job names more in one of its own."""
    own = max(_LAYOUTS, key=partial(_worth, lines, dated, taken))
    gain = _worth(lines, dated, taken, own) - _worth(lines, dated, taken, common)
    return own if gain > _OWN_LAYOUT else common


def _heading(lines: Sequence[Line], dated: DatedLine, taken: set[int], layout: tuple[int, ...]) -> Heading:
    rows = _rows(lines, dated, layout, taken)
    names = names_in([dated.own, *(lines[at].text for at in rows)])
    above = [at for at in rows if at < dated.at]
    read = taken | {at for at in rows if _tells(lines[at].text, names)}
    below_employer = bool(names.company) and any(names.company in lines[at].text for at in above)
    return Heading(names, below_employer, bool(_rows(lines, dated, (-1,), read)))


def _telling(lines: Sequence[Line], dated: DatedLine, taken: set[int], layout: tuple[int, ...]) -> set[int]:
    """The rows of a layout that say what the job or the employer is called."""
    rows = _rows(lines, dated, layout, taken)
    names = names_in([dated.own, *(lines[at].text for at in rows)])
    return {at for at in rows if _tells(lines[at].text, names)}


def _worth(lines: Sequence[Line], dated: DatedLine, taken: set[int], layout: tuple[int, ...]) -> float:
    rows = _rows(lines, dated, layout, taken)
    names = names_in([dated.own, *(lines[at].text for at in rows)])
    return names.certainty - _COST_OF_A_ROW * len(rows)


def _rows(lines: Sequence[Line], dated: DatedLine, layout: tuple[int, ...], taken: set[int]) -> list[int]:
    """The rows of a layout as far as they follow each other without a break."""
    rows: list[int] = []
    broken: set[bool] = set()
    for offset in layout:
        at = dated.at + offset + (dated.rows - 1 if offset > 0 else 0)
        if (offset > 0) in broken or not 0 <= at < len(lines) or at in taken or not names_a_job(lines[at].text):
            broken.add(offset > 0)
        elif abs(lines[at].n - lines[dated.at].n) <= len(layout) + dated.rows:
            rows.append(at)
    return rows


def _tells(text: str, names: Names) -> bool:
    return any(name and name in text for name in (names.title, names.company))
