"""Text of a Word file that no page shows: properties, comments, notes and headers in no use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from retrieval.documents.packages import Element, Package, attribute, local
from retrieval.documents.suspicious import why_suspicious
from retrieval.documents.unseen import NOT_PRINTED, says_more

_PROPERTY_PARTS = frozenset({"core-properties", "extended-properties", "custom-properties", "metadata/core-properties"})
# Lists of headings and fonts that the program keeps by itself.
_KEPT_BY_PROGRAM = frozenset({"TitlesOfParts", "HeadingPairs"})
# The program's name with its version and system, and the file that it started from.
_OF_PROGRAM = frozenset({"Application", "AppVersion", "Template", "DigSig"})


def properties(package: Package) -> Iterator[str]:
    """Title, subject, keywords, description and the like, one by one."""
    for name, text in _entries(package):
        if name not in _OF_PROGRAM:
            yield text


def comments(part: Element | None) -> Iterator[str]:
    """Reviewers' remarks."""
    for comment in part if part is not None else ():
        if local(comment) == "comment":
            yield " ".join(_text(comment).split())


def programs_own(package: Package, main: str, settings: Element | None) -> Iterator[str]:
    """What programs keep for themselves: their names, variables, XML of templates, building blocks."""
    yield from (text for name, text in _entries(package) if name in _OF_PROGRAM)
    for each in settings.iter() if settings is not None else ():
        if local(each) == "docVar":
            yield attribute(each, "val") or ""
    for kind, name in package.related(main).values():
        root = package.part(name) if kind in {"customXml", "glossaryDocument"} else None
        if root is not None:
            yield " ".join(_text(root).split())


def reported(texts: Iterable[str], own: Iterable[str], visible: str) -> list[tuple[str, str]]:
    """What of the unprinted texts is worth a report; of programs' own only what addresses an automated reader.

    An address to a reader may be cut into pieces, so the texts are also looked at together.
    """
    unprinted = [text for text in dict.fromkeys(texts) if text.strip()]
    found = [text for text in unprinted if says_more(text, visible)]
    together = " ".join(unprinted)
    if not found and why_suspicious(together):
        found = [together]
    found += [text for text in own if why_suspicious(text)]
    return [(text, NOT_PRINTED) for text in found]


def _entries(package: Package) -> Iterator[tuple[str, str]]:
    """The properties of a file by name, without the lists that the program keeps."""
    for kind, name in package.related("").values():
        root = package.part(name) if kind in _PROPERTY_PARTS else None
        for entry in root if root is not None else ():
            if local(entry) and local(entry) not in _KEPT_BY_PROGRAM:
                yield local(entry), " ".join(" ".join(entry.itertext()).split())


def _text(element: Element) -> str:
    """An element's text, its paragraphs parted by blanks."""
    return " ".join("".join(each.itertext()) if local(each) == "p" else each.text or "" for each in element.iter())
