"""The names in a ZIP: what they say, in whatever encoding they were written, and whether they are safe."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Sequence

_UTF8_FLAG = 0x800
_UNICODE_PATH = 0x7075  # Info-ZIP's extra field with the name in UTF-8 (APPNOTE.TXT 4.6.9)
_FOREIGN_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
_GB2312_HAN = re.compile(rb"[\xb0-\xf7][\xa1-\xfe]")
_BIG5_COMMON_HAN = re.compile(rb"[\xa4-\xc6][\x40-\x7e\xa1-\xfe]")
_DRIVE = re.compile(r"^[A-Za-z]:")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def names_of(entries: Sequence[zipfile.ZipInfo]) -> list[str]:
    """The entries' paths: by flag or extra field in UTF-8, else in the one encoding that fits all the others."""
    raw = [_own_bytes(entry) for entry in entries]
    encoding = _encoding_of([name for name in raw if name is not None])
    return [
        entry.orig_filename if name is None else name.decode(encoding, "replace")
        for entry, name in zip(entries, raw, strict=True)
    ]


def leaves_folder(path: str) -> bool:
    """Whether a path climbs out of the folder it would be unpacked in, or hides its end behind a control character.

    Absolute paths and drive letters do not count: careless programs write them, and nothing is unpacked to a disk.
    """
    return ".." in path.replace("\\", "/").split("/") or _CONTROL.search(path) is not None


def plain_parts(path: str) -> list[str]:
    """The folders and the name of a path, without drive, root and climbing."""
    parts = _CONTROL.sub("", _DRIVE.sub("", path.replace("\\", "/"))).split("/")
    return [part for part in parts if part.strip() and part not in {".", ".."}] or ["?"]


def _own_bytes(entry: zipfile.ZipInfo) -> bytes | None:
    """The stored name where its encoding is not declared; None where `orig_filename` is right already."""
    if entry.flag_bits & _UTF8_FLAG or entry.orig_filename.isascii():
        return None
    stored = entry.orig_filename.encode("cp437", "replace")
    return _unicode_path(entry.extra, stored) or stored


def _unicode_path(extra: bytes, stored: bytes) -> bytes | None:
    """The name in UTF-8 from the extra field, where its checksum says that it belongs to the stored one."""
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        field, extra = extra[4 : 4 + size], extra[4 + size :]
        if kind == _UNICODE_PATH and len(field) > 5 and struct.unpack_from("<I", field, 1)[0] == zlib.crc32(stored):
            return field[5:]
    return None


def _encoding_of(names: Sequence[bytes]) -> str:
    """UTF-8 where all fits it, else the Chinese table in whose everyday part most pairs of bytes lie, else CP437.

    Names are too few and too rare words for the tables' frequencies to decide, but CP437's accents make pairs that
    lie outside of both everyday parts.
    """
    joined = b"\n".join(names)
    if _fits(joined, "utf-8"):
        return "utf-8"
    pairs = _FOREIGN_PAIR.findall(joined)
    simplified = sum(_GB2312_HAN.fullmatch(pair) is not None for pair in pairs)
    traditional = sum(_BIG5_COMMON_HAN.fullmatch(pair) is not None for pair in pairs)
    if simplified * 2 >= len(pairs) and simplified >= traditional and _fits(joined, "gb18030"):
        return "gb18030"
    if traditional * 2 >= len(pairs) and _fits(joined, "big5hkscs"):
        return "big5hkscs"
    return "cp437"


def _fits(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
