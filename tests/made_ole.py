"""Small OLE files (MS-CFB): a header, one table of sectors, one folder of up to three streams, one sector of text."""

from __future__ import annotations

import struct

_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def ole(*streams: str, first_sector: bytes = b"") -> bytes:
    """A file with these streams; all begin in the same sector."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<I", 0) + struct.pack("<I", _FREE) * 108
    table = struct.pack("<III", _TABLE, _END, _END) + struct.pack("<I", _FREE) * 125
    names = ["Root Entry", *streams]
    entries = [_entry(name, at, len(names)) for at, name in enumerate(names)]
    folder = b"".join(entries) + bytes(128) * (4 - len(entries))
    return header + table + folder + first_sector.ljust(512, b"\0")


def _entry(name: str, at: int, count: int) -> bytes:
    """A folder's entry; every stream is the right sibling of the one before it."""
    raw = (name + "\0").encode("utf-16-le")
    right = at + 1 if 0 < at < count - 1 else _FREE
    child = 1 if at == 0 and count > 1 else _FREE
    start = struct.pack("<HBBIII", len(raw), 5 if at == 0 else 2, 1, _FREE, right, child)
    return raw.ljust(64, b"\0") + start + bytes(36) + struct.pack("<IQ", 2, 512)
