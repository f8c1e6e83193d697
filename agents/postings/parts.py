"""Where one pasted posting ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from agents.postings.requirements import requirements
from agents.postings.statements import announced, statements
from agents.postings.wording import OPENS_DUTY
from retrieval.documents.profile.wording import ROLE_ENDING, TITLE

TITLE_LABEL: Final = re.compile(
    r"^(?:job title|title|position|role|岗位名称|职位名称|招聘岗位|招聘职位|岗位|职位)\s*[:：]\s*", re.I
)
_RULE: Final = re.compile(r"^[ \t]*-{3,}[ \t]*$", re.M)
_BLANK: Final = re.compile(r"\n(?:[ \t\u3000\u00a0]*\n)+")
_LISTED: Final = re.compile(r"^(?:\d{1,2}[.、)）]\s*|[-*•·]\s+)")
_ONE_LINER: Final = re.compile(r"^([^:：。;；]{2,40}?)\s*(?:[:：]|\s[-–—|]+\s|——)\s*(\S.*)$")
_LONGEST_TITLE: Final = 60
"""The longest of the bundled and probed postings' titles has 48 letters."""
_ENDS_SENTENCE: Final = tuple("。.;；!！?？,，")


def several(text: str) -> Sequence[str]:
    """The postings in a pasted text, parted by lines of `---`, by blank lines or, where each fills one line, by lines.

    A blank line parts two postings only where what follows begins with the name of a job and asks something of its
    own, and what stands before it is whole already: the sections of one posting stay together.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")
    return [posting for part in _RULE.split(plain) if part.strip() for posting in _postings(part.strip())]


def one_line_title(line: str) -> str:
    """The title that begins a posting of one line ("Cook: 3 years of cooking"); nothing where none does."""
    found = _ONE_LINER.match(_LISTED.sub("", line.strip()))
    return found[1].strip() if found and _names_a_job(found[1]) and announced(found[1]) is None else ""


def _postings(part: str) -> Sequence[str]:
    lines = [line.strip() for line in part.splitlines() if line.strip()]
    if len(lines) > 1 and all(one_line_title(line) and _asks(line) for line in lines):
        return lines
    return list(_grouped(_BLANK.split(part)))


def _grouped(blocks: Sequence[str]) -> Iterator[str]:
    """Blocks put together again to whole postings."""
    held = [blocks[0]]
    for at, block in enumerate(blocks[1:], 1):
        if _begins(block, blocks[at + 1 :]) and _is_whole(held):
            yield "\n\n".join(held).strip()
            held = []
        held.append(block)
    yield "\n\n".join(held).strip()


def _begins(block: str, after: Sequence[str]) -> bool:
    """Whether a block opens a posting: a job's name, and below it something asked, before the next job's name."""
    first, _, rest = block.strip().partition("\n")
    if one_line_title(first) and not rest:
        return _asks(first)
    if not _is_title(first):
        return False
    own = [rest] if rest.strip() else []
    for other in after:
        if _is_title(other.strip().partition("\n")[0]):
            break
        own.append(other)
    return _asks("\n".join([first, *own]))


def _is_title(line: str) -> bool:
    bare = line.strip(" #*【】\t")
    if TITLE_LABEL.match(bare):
        return len(bare) <= _LONGEST_TITLE
    if _LISTED.match(line.strip()) or announced(line) not in (None, "none") or OPENS_DUTY.match(bare):
        return False
    return len(bare) <= _LONGEST_TITLE and not bare.endswith(_ENDS_SENTENCE) and _names_a_job(bare)


def _names_a_job(words: str) -> bool:
    bare = re.sub(r"[（(][^）)]*[）)]?", "", words).strip()
    return bool(TITLE.search(bare) or ROLE_ENDING.match(bare))


def _is_whole(blocks: Sequence[str]) -> bool:
    """Whether the blocks before ask something already; a lone title or an employer's words do not."""
    return _asks("\n".join(blocks))


def _asks(text: str) -> bool:
    parts = {statement.part for statement in statements(text)}
    return (
        bool(parts & {"required", "duties", "preferred"})
        or any(requirement.necessity == "must" or requirement.skills for requirement in requirements(text)[1:])
        or ("\n" not in text.strip() and bool(requirements(text)))
    )
