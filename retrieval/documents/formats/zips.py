"""ZIP files of resumes: looked over before anything in them is unpacked, and unpacked in memory only."""

from __future__ import annotations

import io
import zipfile

from records.errors import (
    CorruptFile,
    EncryptedFile,
    OversizedFile,
    PackedFile,
    TooManyFiles,
    UnpacksOversized,
    UnsafeName,
)
from retrieval.documents.archives import (
    BROKEN,
    ENCRYPTED_FLAG,
    ENTRY,
    LARGEST_MEMBER,
    MOST_RATIO,
    MOST_UNPACKED,
    RATIO_FROM,
    blown_up,
)
from retrieval.documents.formats.zip_names import leaves_folder, names_of
from retrieval.documents.limits import MIB

START = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"PK00PK\x03\x04")

_MOST_ENTRIES = 2_000  # fewer than the parts an Office file may have: these are files, each to be looked at
_MOST_ENTRY_MARKS = 10 * _MOST_ENTRIES  # ZIPs inside have marks of their own

# What other systems leave in a ZIP beside the files that were meant (APPNOTE.TXT 4.4.5 lists the methods).
_LEFT_BEHIND = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
_METHODS = {1: "shrink", 2: "reduce", 3: "reduce", 4: "reduce", 5: "reduce", 6: "implode", 9: "Deflate64", 10: "DCL"}
_METHODS |= {93: "Zstandard", 94: "MP3", 95: "XZ", 96: "JPEG", 97: "WavPack", 98: "PPMd", 99: "AES"}


class Archive:
    """A ZIP whose sizes, count and ratio are within the limits; raises a ReadingError where they are not."""

    def __init__(self, content: bytes, file: str) -> None:
        self._file = file
        try:
            self._zip = _directory(content)
            self._entries = self._zip.infolist()
            self._names = names_of(self._entries)
        except BROKEN as broken:
            raise CorruptFile(file=file) from broken
        self._check(len(content))

    def _check(self, packed: int) -> None:
        unpacked = sum(entry.file_size for entry in self._entries)
        if len(self._entries) > _MOST_ENTRIES:
            raise TooManyFiles(file=self._file, count=len(self._entries), limit=_MOST_ENTRIES)
        bomb = blown_up(unpacked, packed)
        if bomb or unpacked > MOST_UNPACKED:
            limit = max(RATIO_FROM, MOST_RATIO * packed) if bomb else MOST_UNPACKED
            raise UnpacksOversized(file=self._file, size_mb=unpacked // MIB, limit_mb=min(limit, MOST_UNPACKED) // MIB)

    def members(self) -> list[tuple[int, str]]:
        """Number and path of every file that somebody packed on purpose."""
        return [
            (number, self._names[number])
            for number, entry in enumerate(self._entries)
            if not entry.is_dir() and not self._names[number].endswith(("/", "\\")) and not _left(self._names[number])
        ]

    def start_of(self, number: int, count: int) -> bytes:
        """The first bytes of a member; raises as `read`."""
        return self._read(number, count)

    def read(self, number: int) -> bytes:
        """A member's bytes, never more than the limit whatever the directory claims; raises a ReadingError."""
        content = self._read(number, LARGEST_MEMBER + 1)
        if len(content) > LARGEST_MEMBER:
            raise OversizedFile(file=self._names[number], size_mb=len(content) // MIB, limit_mb=LARGEST_MEMBER // MIB)
        return content

    def _read(self, number: int, count: int) -> bytes:
        if not 0 <= number < len(self._entries):
            raise CorruptFile(file=self._file)
        entry, name = self._entries[number], self._names[number]
        if leaves_folder(name):
            raise UnsafeName(file=name)
        if entry.flag_bits & ENCRYPTED_FLAG:
            raise EncryptedFile(file=name)
        if entry.compress_type in _METHODS:
            raise PackedFile(file=name, kind=f"ZIP, {_METHODS[entry.compress_type]}")
        try:
            with self._zip.open(entry) as stream:
                return stream.read(count)
        except NotImplementedError as unknown:
            raise PackedFile(file=name, kind=f"ZIP, {entry.compress_type}") from unknown
        except BROKEN as broken:
            raise CorruptFile(file=name) from broken


def _directory(content: bytes) -> zipfile.ZipFile:
    """A ZIP by its directory, which the library reads as a whole whatever its length: one too long is none."""
    if content.count(ENTRY) > _MOST_ENTRY_MARKS:
        raise zipfile.BadZipFile("too many entries")
    return zipfile.ZipFile(io.BytesIO(content))


def stored_names(content: bytes) -> set[str]:
    """The names in a ZIP as they are stored, in small letters; raises ValueError where it is broken."""
    try:
        with _directory(content) as opened:
            return {name.lstrip("/").lower() for name in opened.namelist()}
    except BROKEN as broken:
        raise ValueError("broken ZIP") from broken


def first_part(content: bytes, name: str, count: int = 200) -> bytes:
    """The first bytes of a part; none where it does not unpack."""
    try:
        with _directory(content) as opened, opened.open(name) as part:
            return part.read(count)
    except (*BROKEN, KeyError):
        return b""


def _left(name: str) -> bool:
    """Folders' looks, a Mac's second forks and the locks that Office keeps beside an open file."""
    parts = name.replace("\\", "/").split("/")
    return "__MACOSX" in parts or parts[-1].lower() in _LEFT_BEHIND or parts[-1].startswith(("._", "~$"))
