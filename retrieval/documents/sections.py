"""Section titles of resumes in Chinese and English, plain or decorated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from records.language import HAN
from records.resume import Section
from retrieval.documents.section_titles import HEADER_TITLES, OPENING_TITLES, TITLES, titles_in


def _sections_by_title() -> dict[str, Section]:
    titles: dict[Section, str] = {**TITLES, "header": HEADER_TITLES}
    return {title: section for section, names in titles.items() for title in titles_in(names)}


_BY_TITLE = _sections_by_title()
_ORDINAL = re.compile(
    r"^\s*(?:[（(]?[一二三四五六七八九十]{1,2}[)）、.．]|(?:\d{1,2}|[IVX]{1,4})[.、．)]\s|(?i:part[\s.]*)?\d{1,2}(?=\s))\s*"
)
_EDGES = re.compile(r"^[^\w&]+|[^\w&]+$|_+")
_BLANKS = re.compile(r"\s+")
_JOINT = re.compile(r"\s*(?:&|/|／|\||｜|、|,|，|\+|·|\band\b|与|和|及|暨)\s*")
_BORDER = re.compile(r"(?<=[\u4e00-\u9fff])\W*(?=[A-Za-z])|(?<=[A-Za-z])\W*(?=[\u4e00-\u9fff])")
_SPACED = re.compile(r"^(?:[^\W\d_] ){2,}[^\W\d_]$|^[\u4e00-\u9fff](?: [\u4e00-\u9fff])+$")
_INLINE = re.compile(r"^\W*(?P<title>[^:：]{2,30})[:：]\s*(?P<content>\S.*)$")
_LONGEST = 45

# Written before a colon on a line with content, these still open a section; others are labels inside one.
_OPENING = frozenset(titles_in(OPENING_TITLES))


@lru_cache(maxsize=4096)
def heading_section(text: str) -> Section | None:
    """The section that a line opens if it is a section's title and nothing else."""
    if len(text) > _LONGEST:
        return None
    title = _bare(text)
    return _BY_TITLE.get(title) or _section_of_joint(title)


def _is_lower_case(text: str) -> bool:
    """A title in small letters may as well be the last word of a sentence carried over to this line."""
    return text[:1].islower() and not text.rstrip().endswith((":", "："))


def sections_of(texts: Sequence[str]) -> list[Section]:
    """Each line's section; lines before the first title are the header."""
    titles = [heading_section(text) for text in texts]
    proper = [title if not _is_lower_case(text) else None for title, text in zip(titles, texts, strict=True)]
    if not any(title not in {None, "header"} for title in proper):
        proper = titles  # a resume that writes all its titles in small letters
    sections: list[Section] = []
    current: Section = "header"
    for title, text in zip(proper, texts, strict=True):
        current = title or _opened_inline(text) or current
        sections.append(current)
    return sections


def _opened_inline(text: str) -> Section | None:
    """`求职意向：算法工程师`: a title and its content on one line."""
    found = _INLINE.match(text)
    if found is None:
        return None
    title = _bare(found["title"])
    return _BY_TITLE[title] if title in _OPENING else None


def _bare(text: str) -> str:
    """A title without numbering, decoration, spacing and capitals."""
    plain = _EDGES.sub("", _BLANKS.sub(" ", _ORDINAL.sub("", text.strip())))
    plain = _EDGES.sub("", _ORDINAL.sub("", plain)).strip()
    if _SPACED.match(plain):
        plain = plain.replace(" ", "")
    if HAN.search(plain):
        plain = re.sub(r"(?<=[\u4e00-\u9fff]) (?=\S)|(?<=\S) (?=[\u4e00-\u9fff])", "", plain)
    return plain.lower()


def _section_of_joint(title: str) -> Section | None:
    """`Awards & Certifications`, `教育背景 Education`: every part is a title; the first says the section."""
    parts = [part for part in _JOINT.split(_BORDER.sub("/", title)) if part]
    if len(parts) < 2:
        return _with_suffix(title)
    found = [_BY_TITLE.get(part) or _with_suffix(part) for part in parts]
    return found[0] if all(found) else None


def _with_suffix(title: str) -> Section | None:
    """`工作经历（5年）`, `experience (continued)`: a note in brackets changes nothing."""
    return _BY_TITLE.get(re.sub(r"\s*[(（\[【].*?(?:[)）\]】]|$)", "", title).strip())
