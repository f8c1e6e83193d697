from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import lexicon
from benchmarks.lexicon import main


def test_the_script_prints_counts_and_ends_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    assert "| all |" in capsys.readouterr().out


def test_the_script_ends_with_1_where_something_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "skills.tsv"
    broken.write_text("Python\tsorcery\t\t\t\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "LEXICON", broken)

    assert main() == 1
    assert "unknown trade" in capsys.readouterr().out
