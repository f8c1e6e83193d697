"""Opening a ZIP without being harmed: what its directory says is checked before anything is unpacked.

Whatever the directory claims, no member gives more bytes than it claims, and no name is ever used as a path.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from itertools import pairwise

from records.errors import CorruptFile, EncryptedFile, OversizedFile
from retrieval.documents.limits import MIB

# Shared with ZIPs of resumes (formats/zips.py). An honest archive unpacks to little more than what may be uploaded:
# PDF, DOCX and pictures are packed already, and text or XML packs about 10 to 30 to one; what packs better than
# MOST_RATIO is a bomb or blank.
MOST_UNPACKED = 200 * MIB
LARGEST_MEMBER = 50 * MIB
MOST_RATIO = 200
RATIO_FROM = 5 * MIB
ENCRYPTED_FLAG = 0x1
ENTRY = b"PK\x01\x02"
BROKEN = (zipfile.BadZipFile, zlib.error, ValueError, EOFError, OSError, NotImplementedError, RuntimeError)

_MOST_ENTRIES = 5_000
# The directory is read as a whole by the library; some entries may belong to archives stored in this one.
_MOST_ENTRY_MARKS = 4 * _MOST_ENTRIES
_UNSAFE_NAME = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|[\x00-\x1f\x7f]")


def opened(content: bytes, file: str) -> zipfile.ZipFile:
    """A ZIP whose directory is sound; raises CorruptFile, EncryptedFile, OversizedFile."""
    if content.count(ENTRY) > _MOST_ENTRY_MARKS:
        raise _oversized(file, len(content), len(content))
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except BROKEN as broken:
        raise CorruptFile(file=file) from broken
    check(archive, len(content), file)
    return archive


def check(archive: zipfile.ZipFile, packed: int, file: str) -> None:
    """Refuse passwords, bombs (`packed` is the archive's size in bytes), unsafe or repeated names, shared bytes."""
    entries = archive.infolist()
    if any(entry.flag_bits & ENCRYPTED_FLAG for entry in entries):
        raise EncryptedFile(file=file)
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > _MOST_ENTRIES or unpacked > MOST_UNPACKED:
        raise _oversized(file, unpacked, MOST_UNPACKED)
    if blown_up(unpacked, packed) or any(blown_up(entry.file_size, entry.compress_size) for entry in entries):
        raise _oversized(file, unpacked, MOST_RATIO * packed)
    names = [entry.filename.replace("\\", "/").lower() for entry in entries]
    if len(set(names)) < len(names) or any(_UNSAFE_NAME.search(entry.orig_filename) for entry in entries):
        raise CorruptFile(file=file)
    places = sorted((entry.header_offset, entry.compress_size) for entry in entries)
    if any(start + size > following for (start, size), (following, _) in pairwise(places)):
        raise CorruptFile(file=file)


def unpacked(archive: zipfile.ZipFile, name: str, file: str, most: int = LARGEST_MEMBER) -> bytes:
    """A member's bytes, at most `most` of them; raises CorruptFile, EncryptedFile, OversizedFile."""
    try:
        with archive.open(name) as stream:
            content = stream.read(most + 1)
    except BROKEN as broken:
        raise CorruptFile(file=file) from broken
    if len(content) > most:
        raise _oversized(file, len(content), most)
    return content


def blown_up(unpacked_size: int, packed_size: int) -> bool:
    """Whether so many bytes out of so many are more than any honest file gives."""
    return unpacked_size > RATIO_FROM and unpacked_size > MOST_RATIO * packed_size


def _oversized(file: str, size: int, limit: int) -> OversizedFile:
    return OversizedFile(file=file, size_mb=max(1, size // MIB), limit_mb=max(1, min(limit, MOST_UNPACKED) // MIB))
