from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_ole import ole
from retrieval.documents.formats.ole import OleFile


def test_the_streams_of_the_root_folder_are_found() -> None:
    assert set(OleFile(ole("WordDocument", "1Table", "Data")).streams) == {"WordDocument", "1Table", "Data"}


@pytest.mark.parametrize(("flags", "locked"), [(0x0100, True), (0x1200, False)])
def test_a_locked_text_is_told_by_its_flags(flags: int, locked: bool) -> None:
    block = b"\xec\xa5" + bytes(8) + flags.to_bytes(2, "little")

    assert OleFile(ole("WordDocument", first_sector=block)).has_locked_text() is locked


@given(st.binary(max_size=2000), st.integers(0, 2000))
def test_a_damaged_file_is_said_to_be_so_and_never_searched_for_ever(noise: bytes, at: int) -> None:
    content = bytearray(ole("WordDocument", "1Table"))
    content[at : at + len(noise)] = noise
    try:
        OleFile(bytes(content)).has_locked_text()
    except ValueError:
        return
