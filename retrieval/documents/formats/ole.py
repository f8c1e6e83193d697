"""The root folder of an OLE file (MS-CFB), in which Office kept everything until 2007."""

from __future__ import annotations

import struct
from dataclasses import dataclass

START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# MS-CFB 2.2 (header), 2.3 (table of sectors), 2.6 (folder entries).
_ENTRY = 128
_NONE = 0xFFFFFFFF
_LAST_SECTOR = 0xFFFFFFFA
_IN_HEADER = 109
_MOST_SECTORS = 20_000  # of the folder; a file of 20 MB has 40,000 in all
# MS-DOC 2.5.2: two bytes at 10 of the File Information Block hold the flags.
_FLAGS_AT, _ENCRYPTED = 10, 0x0100


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream's name and the number of its first sector."""

    name: str
    first: int


class OleFile:
    """The streams of the root folder; raises ValueError where the file is broken."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        try:
            self._size = 1 << struct.unpack_from("<H", content, 30)[0]
            if self._size not in {512, 4096}:
                raise ValueError(self._size)
            self._table = self._sector_table()
            self.streams = {entry.name: entry for entry in self._root_entries()}
        except struct.error as broken:
            raise ValueError("broken OLE file") from broken

    def has_locked_text(self) -> bool:
        """Whether the text of a Word file is encrypted."""
        stream = self.streams.get("WordDocument")
        if stream is None:
            return False
        block = self._sector(stream.first)
        return len(block) > _FLAGS_AT + 1 and bool(struct.unpack_from("<H", block, _FLAGS_AT)[0] & _ENCRYPTED)

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._content[start : start + self._size]

    def _sector_table(self) -> list[int]:
        """Which sector follows which; the sectors that hold this table are named in the header and further lists."""
        holders = list(struct.unpack_from(f"<{_IN_HEADER}I", self._content, 76))
        further, count = struct.unpack_from("<II", self._content, 68)
        for _ in range(min(count, _MOST_SECTORS)):
            more = _numbers(self._sector(further)) if further < _LAST_SECTOR else []
            if not more:
                break
            holders += more[:-1]
            further = more[-1]
        within = len(self._content) // self._size
        return [number for holder in holders if holder < within for number in _numbers(self._sector(holder))]

    def _root_entries(self) -> list[Stream]:
        """The entries below the root: a binary tree of siblings, walked without trusting it to be one."""
        entries = self._folder()
        waiting, met = [_number(entries, 0, 76)], set[int]()
        found: list[Stream] = []
        while waiting:
            at = waiting.pop()
            if at in met or (at + 1) * _ENTRY > len(entries):
                continue
            met.add(at)
            length = struct.unpack_from("<H", entries, at * _ENTRY + 64)[0]
            name = entries[at * _ENTRY : at * _ENTRY + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            found.append(Stream(name, _number(entries, at, 116)))
            waiting += [_number(entries, at, 68), _number(entries, at, 72)]
        return found

    def _folder(self) -> bytes:
        content, met = bytearray(), set[int]()
        number = struct.unpack_from("<I", self._content, 48)[0]
        while number < len(self._table) and number not in met and len(met) < _MOST_SECTORS:
            met.add(number)
            content += self._sector(number)
            number = self._table[number]
        return bytes(content)


def _numbers(sector: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4]))


def _number(entries: bytes, at: int, offset: int) -> int:
    return int(struct.unpack_from("<I", entries, at * _ENTRY + offset)[0])
