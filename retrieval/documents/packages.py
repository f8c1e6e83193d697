"""The XML parts of an Office package (DOCX, ODT), parsed without entities, DTDs or the network."""

from __future__ import annotations

import math
import posixpath
from typing import Any, TypeAlias

from lxml import etree

from records.errors import CorruptFile, OversizedFile
from retrieval.documents.archives import opened, unpacked
from retrieval.documents.limits import MIB

_LARGEST_PART = 32 * MIB
# A parsed tree takes up to about 260 bytes for each tag with its text and 250 for each attribute (measured); so a
# part's tree stays below 256 MiB, which leaves a worker half of the memory it may grow by.
_BYTES_OF_TAG = 260
_BYTES_OF_ATTRIBUTE = 250
_LARGEST_TREE = 256 * MIB

Element: TypeAlias = Any
"""An lxml element; lxml comes without type information."""


def parsed(content: bytes, file: str) -> Element:
    """The root of an XML part; raises CorruptFile, or OversizedFile where its tree would take too much memory."""
    tree = content.count(b"<") * _BYTES_OF_TAG + content.count(b"=") * _BYTES_OF_ATTRIBUTE + len(content)
    if tree > _LARGEST_TREE:
        raise OversizedFile(file=file, size_mb=tree // MIB, limit_mb=_LARGEST_TREE // MIB)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as broken:
        raise CorruptFile(file=file) from broken


class Package:
    """The parts of an Office file by their names, whose case does not count."""

    def __init__(self, content: bytes, file: str) -> None:
        self._file = file
        self._zip = opened(content, file)
        self._names = {_key(name): name for name in self._zip.namelist()}

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return _key(name) in self._names

    def part(self, name: str) -> Element | None:
        """The root of a part, or None where the package has no such part."""
        found = self._names.get(_key(name))
        return None if found is None else parsed(unpacked(self._zip, found, self._file, _LARGEST_PART), self._file)

    def content(self, name: str) -> bytes | None:
        """A part that is no XML, as it is; None where the package has no such part."""
        found = self._names.get(_key(name))
        return None if found is None else unpacked(self._zip, found, self._file, _LARGEST_PART)

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part refers to inside the package: id to (kind, name)."""
        folder = posixpath.dirname(part)
        return {
            identity: (kind, _resolved(folder, target))
            for identity, kind, target, external in self._relations(part)
            if not external
        }

    def addresses(self, part: str) -> dict[str, str]:
        """What a part refers to outside the package: id to address."""
        return {identity: target for identity, _, target, external in self._relations(part) if external}

    def _relations(self, part: str) -> list[tuple[str, str, str, bool]]:
        folder, name = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        return [
            (
                str(link.get("Id")),
                str(link.get("Type")).rsplit("/", 1)[-1],
                str(link.get("Target")),
                link.get("TargetMode") == "External",
            )
            for link in (root if root is not None else ())
            if isinstance(link.tag, str)
        ]


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _resolved(folder: str, target: str) -> str:
    """A target's name in the package; it cannot leave the package, since parts are looked up, never opened as files."""
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def local(element: Element) -> str:
    """A tag's name without its namespace: strict and transitional files differ only there."""
    tag = element.tag
    return tag[tag.rfind("}") + 1 :] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """An attribute by its local name."""
    for key, value in element.attrib.items():
        if key[key.rfind("}") + 1 :] == name:
            return str(value)
    return None


def child(element: Element | None, *path: str) -> Element | None:
    """The first direct child of that local name, and so on down the path."""
    for name in path:
        element = next((each for each in element if local(each) == name), None) if element is not None else None
    return element


def value(element: Element | None, *path: str) -> str | None:
    """The `val` attribute of what the path leads to."""
    found = child(element, *path)
    return None if found is None else attribute(found, "val")


def number(text: str | None) -> float | None:
    """A measure as Office writes it, without its unit; None for anything else."""
    try:
        measure = float((text or "").strip().rstrip("%"))
    except ValueError:
        return None
    return measure if math.isfinite(measure) else None
