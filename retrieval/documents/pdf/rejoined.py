# ruff: noqa: E501, SIM905  (word lists read better as text)
"""What the end of a line cut in two, made whole on the line where it begins: words, periods, addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from records.language import HAN
from retrieval.documents.pdf.glyphs import SOFT_HYPHEN
from retrieval.documents.pdf.lines import joined
from retrieval.documents.pdf.segments import PlacedLine
from retrieval.documents.profile.dates import periods_in

# First halves of compounds that keep their hyphen when it falls on the end of a line.
_COMPOUNDS = frozenset(
    "self full front back end real cross multi non co well high low long short open data object large small state "
    "cutting time award fast hands third second first one two three in on off test client server user customer "
    "problem decision detail results goal team business event domain cost part micro post pre re anti inter peer".split()
)
_COMPOUND_ENDS = frozenset(
    "driven based native oriented time end level scale side source party facing functional aware friendly ready wide "
    "class quality performance code term depth house site line free first stack specific focused related made".split()
)
_LONGEST_PERIOD = 40  # characters; longer lines are not a period alone with its place
_BEGUN_ADDRESS = re.compile(r"(?:^|\s)[\w.+-]+(?:@(?:[\w-]+\.)*[\w-]*)?$")
_ADDRESS = re.compile(r"(?:^|\s)[\w.+-]+@(?:[\w-]+\.)+[a-zA-Z]{2,}$")


def rejoined(lines: Sequence[PlacedLine]) -> list[PlacedLine]:
    """The lines of a page part with what they cut made whole; a line of which nothing remains is dropped."""
    whole = list(lines)
    for at in range(len(whole) - 1):
        for find in (_whole_word, _whole_period, _whole_address):
            texts = find(whole[at].text, whole[at + 1].text)
            if texts is not None:
                first = joined(whole[at : at + 2]) if not texts[1] else whole[at]
                whole[at : at + 2] = [first._replace(text=texts[0]), whole[at + 1]._replace(text=texts[1])]
    # A soft hyphen within a line is drawn, so it is a hyphen there.
    return [line._replace(text=line.text.replace(SOFT_HYPHEN, "-")) for line in whole if line.text]


def _whole_word(line: str, following: str) -> tuple[str, str] | None:
    soft = line.endswith(SOFT_HYPHEN)
    if (not soft and not line.endswith("-")) or len(line) < 3 or not line[-2].isalpha() or HAN.match(line[-2]):
        return None
    rest, _, remaining = following.partition(" ")
    if not rest[:1].islower():
        return None
    first = line[:-1].rsplit(maxsplit=1)[-1].strip("(\"'“")
    compound = "-" in first or first.lower() in _COMPOUNDS or rest.strip(".,;:)").lower() in _COMPOUND_ENDS
    hyphen = "-" if compound else ""
    return line[:-1] + hyphen + rest, remaining


def _whole_period(line: str, following: str) -> tuple[str, str] | None:
    """`2018.12 -` above `2020.12`, as narrow columns of dates break them."""
    if len(line) > _LONGEST_PERIOD or not re.search(r"\d", line):
        return None
    both = f"{line} {following[:_LONGEST_PERIOD]}"
    for period in periods_in(both):
        if period.first < len(line) < period.last - 1:
            rest = both[period.last :] + following[_LONGEST_PERIOD:]
            return both[: period.last], rest.strip()
    return None


def _whole_address(line: str, following: str) -> tuple[str, str] | None:
    """An e-mail address that a narrow column breaks: neither half is one, both together are."""
    rest, _, remaining = following.partition(" ")
    if ("@" not in line[-60:] and not rest.startswith("@")) or _ADDRESS.search(line):
        return None
    begun = _BEGUN_ADDRESS.search(line[-60:]) is not None
    whole = line + rest
    return (whole, remaining) if begun and _ADDRESS.search(whole[-120:]) and not _ADDRESS.search(rest) else None
