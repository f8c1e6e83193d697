"""Opening an Office package without being harmed: sizes are checked before anything is unpacked."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Any, TypeAlias

from lxml import etree

from records.errors import CorruptFile, EncryptedFile, OversizedFile
from retrieval.documents.limits import MIB

_MOST_ENTRIES = 5_000
_MOST_UNPACKED = 200 * MIB
_LARGEST_PART = 50 * MIB
_MOST_RATIO = 200  # XML packs about 10 to 30 to one; what packs this well is a bomb or blank
_RATIO_FROM = 5 * MIB
_ENCRYPTED_FLAG = 0x1

Element: TypeAlias = Any
"""An lxml element; lxml comes without type information."""


class Package:
    """The XML parts of an Office file. The parser loads no entities, no DTD and nothing from the network."""

    def __init__(self, content: bytes, file: str) -> None:
        self._file = file
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as broken:
            raise CorruptFile(file=file) from broken
        self._check(len(content))
        self._names = {name.lstrip("/").lower(): name for name in self._zip.namelist()}

    def _check(self, packed: int) -> None:
        entries = self._zip.infolist()
        unpacked = sum(entry.file_size for entry in entries)
        if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
            raise EncryptedFile(file=self._file)
        bomb = unpacked > _RATIO_FROM and unpacked > _MOST_RATIO * packed
        if bomb or unpacked > _MOST_UNPACKED or len(entries) > _MOST_ENTRIES:
            limit = _MOST_UNPACKED if not bomb else min(_MOST_UNPACKED, _MOST_RATIO * packed)
            raise OversizedFile(file=self._file, size_mb=unpacked // MIB, limit_mb=max(1, limit // MIB))

    def part(self, name: str) -> Element | None:
        """The root of a part, or None where the package has no such part."""
        found = self._names.get(name.lstrip("/").lower())
        if found is None:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(self._unpacked(found), parser)
        except etree.XMLSyntaxError as broken:
            raise CorruptFile(file=self._file) from broken

    def _unpacked(self, name: str) -> bytes:
        """A part's bytes; never more than the limit, whatever the package's directory claims."""
        try:
            with self._zip.open(name) as stream:
                content = stream.read(_LARGEST_PART + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            ValueError,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
        ) as broken:
            raise CorruptFile(file=self._file) from broken
        if len(content) > _LARGEST_PART:
            raise OversizedFile(file=self._file, size_mb=len(content) // MIB, limit_mb=_LARGEST_PART // MIB)
        return content

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part refers to inside the package: id to (kind, name)."""
        folder, name = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {
            str(link.get("Id")): (str(link.get("Type")).rsplit("/", 1)[-1], _resolved(folder, str(link.get("Target"))))
            for link in (root if root is not None else ())
            if isinstance(link.tag, str) and link.get("TargetMode") != "External"
        }


def _resolved(folder: str, target: str) -> str:
    """A target's name in the package; it cannot leave the package, since parts are looked up, never opened as files."""
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def local(element: Element) -> str:
    """A tag's name without its namespace: strict and transitional files differ only there."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """An attribute by its local name."""
    for key, value in element.attrib.items():
        if etree.QName(key).localname == name:
            return str(value)
    return None
