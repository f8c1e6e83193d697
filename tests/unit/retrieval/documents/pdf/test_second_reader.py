from __future__ import annotations

from pathlib import Path

from made_files import pdf
from retrieval.documents.pdf.second_reader import SecondReader


def test_the_second_reader_gives_the_lines_of_a_page(tmp_path: Path) -> None:
    content = pdf(tmp_path / "a.pdf", ["Avery Samplewood", "Engineer"]).read_bytes()

    assert SecondReader(content).lines(1) == ["Avery Samplewood", "Engineer"]


def test_a_file_it_cannot_open_gives_no_lines() -> None:
    assert SecondReader(b"%PDF-1.7 nonsense").lines(1) == []
