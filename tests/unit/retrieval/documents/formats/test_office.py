from __future__ import annotations

import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from made_files import word
from records.errors import CorruptFile, OfficeNeeded, ReadingTimedOut
from retrieval.documents.formats import office, office_process
from retrieval.documents.formats.office import read_doc

CONTENT = b"an old Word file"


def install(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program called soffice, alone on the PATH, that does what a Python script says."""
    program = folder / "soffice"
    program.write_text(
        f"#!{sys.executable}\nimport os, sys, time\nout = sys.argv[sys.argv.index('--outdir') + 1]\n{script}"
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder))


def test_without_libreoffice_the_file_is_refused_with_advice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(OfficeNeeded) as refused:
        read_doc(CONTENT, "a.doc")
    assert "LibreOffice" in refused.value.advice("zh")


def test_what_libreoffice_makes_of_the_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = word(tmp_path / "made.docx", ["Avery Samplewood"])
    install(tmp_path, f"assert open(sys.argv[-1], 'rb').read() == {CONTENT!r}\n"
            f"open(out + '/resume.docx', 'wb').write(open({str(made)!r}, 'rb').read())", monkeypatch)  # fmt: skip
    found = read_doc(CONTENT, "a.doc")

    assert (found.kind, [line.text for line in found.lines]) == ("doc", ["Avery Samplewood"])


def test_a_file_that_libreoffice_cannot_open_is_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, "sys.exit(1)", monkeypatch)

    with pytest.raises(CorruptFile):
        read_doc(CONTENT, "a.doc")


def test_a_conversion_that_hangs_ends_with_its_children_and_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    install(tmp_path, f"child = os.fork()\nif child: open({str(told)!r}, 'w').write(f'{{child}} {{out}}')\n"
            "time.sleep(60)", monkeypatch)  # fmt: skip
    for seconds in (1.0, 10.0, 60.0):  # the first that is enough for the program to begin
        monkeypatch.setattr(office, "_SECONDS", seconds)
        with pytest.raises(ReadingTimedOut):
            read_doc(CONTENT, "a.doc")
        if told.exists() and told.read_text():
            break

    child, folder = told.read_text().split(" ")
    assert not Path(folder).exists()
    status = Path(f"/proc/{child}/status")
    assert not status.exists() or "State:\tZ" in status.read_text()


def test_a_conversion_ends_when_whoever_asked_for_it_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tmp_path / "told"
    install(tmp_path, f"open({str(told)!r}, 'w').write(out)\ntime.sleep(60)", monkeypatch)
    command = [sys.executable, "-I", "-S", str(office_process.__file__), str(tmp_path / "soffice"), "30"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    process.stdin.write(len(CONTENT).to_bytes(8, "big") + CONTENT)
    process.stdin.flush()
    while not told.exists() or not told.read_text():
        time.sleep(0.02)
    process.communicate()

    assert not Path(told.read_text()).exists()
