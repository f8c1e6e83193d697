"""Cuts a posting into statements, each under the heading it stands below, without what asks nothing."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from agents.postings.levels import degree_asked, years_asked
from agents.postings.wording import (
    ASKS,
    BIAS,
    EMPLOYER,
    FACT,
    FORMALITY,
    HEADING_WORDS,
    HEADINGS,
    LANGUAGE,
    MUST,
    OPENS_DUTY,
    WISH,
    Part,
)
from records.language import HAN
from retrieval.skills import skills_in

_INVISIBLE: Final = re.compile(r"[\u200b-\u200f\u2060\ufeff\ufe0f]|\\(?=[*_#\-.])|\*(?!\s)|(?<=\S)\*|__|`")
_KEYCAP: Final = re.compile("\\d\ufe0f?\u20e3")
_SYMBOL: Final = "\u2022-\u2024\u2190-\u2bff\u3030\u303d\uf000-\uf0ff\U0001f000-\U0001fbff•●▪◦·■◆►➢✓✔★☆※"
_BULLET: Final = re.compile(
    rf"^(?:[-–—*o>|]+\s+|[-–—*](?=[^\W\d])|[{_SYMBOL}~]+\s*|"
    rf"[（(]?(?:(?:\d{{1,2}}|[一二三四五六七八九十]|[ivx]{{1,4}})(?:[)）、]|[.．](?!\d))|[a-hA-H][)）、])\s*|[\u2460-\u2473\u2776-\u277f]\s*)+"
)
_NUMBER: Final = re.compile(
    r"^[（(]?(\d{1,2})\s*(?:[.．、,，)）:：]|\s)\s*(?=\S)(?!(?:年|个|名|月|天|人|years?\b|yrs?\b|months?\b)\W*)"
)
_INNER_NUMBER: Final = re.compile(
    r"(?:(?<=^)|(?<=[\s；;。.，,：:）)\u4e00-\u9fff]))[（(]?(\d{1,2})(?:[)）、]|[.．](?!\d))"
)
_INNER_BULLET: Final = re.compile(rf"\s*(?=[{_SYMBOL.replace('·', '').replace('★', '')}\u2460-\u2473]\s*\S)")
_SENTENCE_END: Final = re.compile(
    r"(?<=[。；！？])(?![）)”])|(?<=[a-z0-9)%]{2}[.!?])(?<!\bvs\.)(?<!Ltd\.)(?<!Inc\.)(?<!Corp\.)(?<!incl\.)(?<!approx\.)(?<!Min\.)(?<!St\.)\s+(?=[A-Z(])|"
    r"(?<=[a-z]{3}\.)(?=[A-Z][a-z]{3,} [a-z])"
)
_SEMICOLON: Final = re.compile(r";(?![^（(]*[）)])")
_FRAME: Final = re.compile(rf"^[\s#*【\[<《（(「{_SYMBOL}]*(.{{1,100}}?)[\s*】\]>》）)」{_SYMBOL}]*[:：\-–—\s]*$")
_INLINE: Final = re.compile(r"^[\s#*【\[]*([^:：。;；]{2,40}?)[】\]*\s]*(?:[:：]|\s[-–—]\s|(?<=】))\s*(\S.*)$")
_INNER_HEADING: Final = re.compile(r"(?<=[。；;.!！])\s*([\u4e00-\u9fff]{2,10}|[A-Z][A-Za-z' ]{3,30})[:：]")
_MARKED: Final = re.compile(r"^(?:#{1,6}\s|【[^】]{1,20}】$|\[[^\]]{1,30}\]$).*|^.{1,60}(?:[:：]|\.\.\.|…)$")
_CAPITALS: Final = re.compile(r"^[A-Z][A-Z &/'-]{3,40}$")
_HAN_RUN: Final = re.compile(r"[\u4e00-\u9fff]+")
_LONGEST_HEADING: Final = 60
_FACT_WORDS: Final = 6
"""A longer line below a heading of facts is no fact of a few words: the posting has moved on."""
_RUN_ON_WORDS: Final = 45
"""A statement longer than this without a full stop is a run-on text; it is cut into pieces of `_PIECE_WORDS`."""
_PIECE_WORDS: Final = 12


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a posting in its own words, and what the heading above it announced.

    `run_on` is a piece of a text without full stops: where it begins and ends is arbitrary. `listed` stands in a list.
    """

    text: str
    part: Part
    run_on: bool = False
    listed: bool = False


def statements(text: str) -> tuple[Statement, ...]:
    """The posting's statements in order, after the title (the first line).

    Left out are pay, place and schedule, what the employer is and offers, how to apply, and every condition on age,
    gender, family, looks, origin or health. Where headings say what is asked, what stands under none of them counts
    only if it stands in a list, asks for something or names a duty. A posting whose headings leave nothing is read
    again without them.
    """
    lines = _lines(text)
    found = tuple(_under_headings(lines[1:] if len(lines) > 1 else lines))
    asked = tuple(statement for statement in found if statement.part not in ("offer", "facts"))
    if any(statement.part != "none" for statement in asked):
        return tuple(statement for statement in asked if statement.part != "none" or _asks(statement))
    return asked or tuple(replace(statement, part="none") for statement in found)


def announced(line: str) -> Part | None:
    """The part that a line announces as a heading; None where it is none."""
    return _heading(line)[0]


def without_bias(line: str) -> str:
    """A line without conditions on age, gender, family, looks, origin or health."""
    if not BIAS.search(line):
        return line
    kept = re.sub(r" ?[（(]\W*[）)]", "", BIAS.sub("", line))
    kept = re.sub(r"([，,；;、])(?:\s*[，,；;、])+", r"\1", kept)
    return re.sub(r" {2,}", " ", kept).strip(" ，,；;、/|+-")


def _lines(text: str) -> list[str]:
    plain = _INVISIBLE.sub("", _KEYCAP.sub("• ", html.unescape(text))).replace("\u00a0", " ")
    lines = [part.strip() for line in plain.splitlines() for part in _before_headings(line)]
    return _unnumbered([line for line in lines if line])


def _before_headings(line: str) -> Iterator[str]:
    """A line cut before each heading within it: "…技术文档。任职要求：1、本科"."""
    start = 0
    for match in _INNER_HEADING.finditer(line):
        if _whole(match[1]):
            yield line[start : match.start(1)]
            start = match.start(1)
    yield line[start:]


def _unnumbered(lines: Sequence[str]) -> list[str]:
    """Lines without their numbers where these count up: "2.5年以上" is "5年以上" between items 1 and 3."""
    numbers = [int(match[1]) if (match := _NUMBER.match(line)) else None for line in lines]
    around = zip([None, *numbers], numbers, [*numbers[1:], None], strict=False)
    counting = [n is not None and (before == n - 1 or after == n + 1) for before, n, after in around]
    return [_NUMBER.sub("", line) if counts else line for line, counts in zip(lines, counting, strict=True)]


def _under_headings(lines: Sequence[str]) -> Iterator[Statement]:
    part: Part = "none"
    for line in lines:
        announced, rest = _heading(line)
        if announced in ("facts", "offer") and rest and not _BULLET.match(rest):
            continue  # "Location: Madurai": it says nothing of the lines below
        part = announced or part
        if part == "facts" and len(rest.split()) > _FACT_WORDS:
            part = "none"
        yield from _cut(rest, part)


def _heading(line: str) -> tuple[Part | None, str]:
    """The part that a heading line announces with what follows it on the line, or (None, the line)."""
    bare = _BULLET.sub("", line) or line
    if (frame := _FRAME.match(bare)) and (part := _whole(frame[1]) or _marked(bare)):
        return part, ""
    if (inline := _INLINE.match(bare)) and (part := _whole(inline[1])):
        return part, inline[2]
    return None, line


def _whole(words: str) -> Part | None:
    """The part of a whole heading, given in one language or in both ("Requirements 任职要求")."""
    forms = dict.fromkeys(form.strip() for form in (words, _HAN_RUN.sub("", words), "".join(_HAN_RUN.findall(words))))
    return next((part for form in forms for part, pattern in HEADINGS if pattern.fullmatch(form)), None)


def _marked(line: str) -> Part | None:
    """What a line marked as a heading announces by its words; `none` where they say nothing."""
    capitals = bool(_CAPITALS.match(line)) and not skills_in(line)
    if len(line) > _LONGEST_HEADING or not (_MARKED.match(line) or capitals) or re.search(r"\d", line):
        return None
    by_words = next((part for part, pattern in HEADING_WORDS if pattern.search(line)), None)
    if by_words or line.startswith(("#", "【")):
        return by_words or "none"
    return "facts" if capitals else None


def _cut(line: str, part: Part) -> Iterator[Statement]:
    for item in _items(line):
        bare = _BULLET.sub("", item.strip())
        for sentence in _sentences(without_bias(bare)):
            words = sentence.strip(" \t;；,，。|")
            if _says_something(words) and not _announces(words):
                pieces = _short(Statement(words, part, listed=bare != item.strip()))
                yield from (piece for piece in pieces if not _asks_nothing(piece.text))


def _items(line: str) -> Iterator[str]:
    """The items of a list written in one line: "1、…；2、…", or parted by bullets."""
    expected, start = 1, 0
    cuts: list[int] = []
    for match in _INNER_NUMBER.finditer(line):
        if int(match[1]) == expected:
            cuts.append(match.start())
            expected += 1
    for cut in [*(cuts if len(cuts) > 1 else []), len(line)]:
        yield from _INNER_BULLET.split(line[start:cut])
        start = cut


def _sentences(item: str) -> Iterator[str]:
    """Sentences; a list parted by semicolons too, but a single one holds two halves of a thought together."""
    for sentence in _SENTENCE_END.split(item):
        parts = _SEMICOLON.split(sentence)
        yield from parts if len(parts) > 2 or len(sentence.split()) > _RUN_ON_WORDS else [sentence]


def _says_something(words: str) -> bool:
    return len(HAN.findall(words)) >= 2 or bool(re.search(r"[A-Za-z]{2}|\b[A-Z][+#]*", words))


def _announces(words: str) -> bool:
    """A heading that no list knows ("Programming languages needed:") asks for nothing itself."""
    return words.endswith((":", "：", "...", "…")) and len(words) < _LONGEST_HEADING


def _asks(statement: Statement) -> bool:
    words = statement.text
    named = (
        statement.listed
        or ASKS.search(words)
        or OPENS_DUTY.match(words)
        or MUST.search(words)
        or WISH.search(words)
        or LANGUAGE.fullmatch(words)
    )
    return bool(named) or years_asked(words) is not None or degree_asked(words) is not None


def _asks_nothing(words: str) -> bool:
    if FACT.search(words) or FORMALITY.search(words):
        return True
    return bool(EMPLOYER.search(words)) and not (MUST.search(words) or WISH.search(words))


def _short(statement: Statement) -> Iterator[Statement]:
    tokens = statement.text.split()
    if len(tokens) <= _RUN_ON_WORDS:
        yield statement
        return
    formalities = FORMALITY.search(statement.text, len(statement.text) // 2)
    tokens = statement.text[: formalities.start() if formalities else None].split()
    for start in range(0, len(tokens), _PIECE_WORDS):
        yield replace(statement, text=" ".join(tokens[start : start + _PIECE_WORDS]), run_on=True)
