"""Files that cannot be read: each is named with what to do about it, and the good one among them is assessed."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser, expect

from e2e.conftest import OpenPage
from e2e.resumes import chinese_pdf, english_docx
from records.errors import (
    CorruptFile,
    EmptyFile,
    EncryptedFile,
    OversizedFile,
    ReadingError,
    UnsupportedFile,
)
from records.language import Language

LIMIT_MB = 20


@pytest.fixture(scope="module")
def bad(browser: Browser, made: Path) -> dict[Path, ReadingError]:
    """Bad files and what must be said of each."""
    good = chinese_pdf(browser, made)
    return {
        written(made / "空白.pdf", b""): EmptyFile(file="空白.pdf"),
        locked(good, made / "locked.pdf"): EncryptedFile(file="locked.pdf"),
        written(made / "断了.pdf", good.read_bytes()[:900]): CorruptFile(file="断了.pdf"),
        written(made / "huge.pdf", b"%PDF-1.7\n" + bytes(21 * 1024 * 1024)): OversizedFile(
            file="huge.pdf", size_mb=21, limit_mb=LIMIT_MB
        ),
        written(made / "setup.exe", b"MZ\x90\x00" + bytes(4000)): UnsupportedFile(file="setup.exe", kind="EXE"),
        written(made / "resume.docx", b"MZ\x90\x00" + bytes(4000)): UnsupportedFile(file="resume.docx", kind="EXE"),
    }


@pytest.mark.parametrize(("browser_language", "language"), [("zh-CN", "zh"), ("en-US", "en")])
def test_bad_files_are_named_with_advice_and_the_good_one_gets_its_card(
    open_page: OpenPage, bad: dict[Path, ReadingError], made: Path, browser_language: str, language: Language
) -> None:
    chat = open_page(browser_language)
    before, after = list(bad)[:3], list(bad)[3:]

    chat.drop(*before, english_docx(made))
    chat.finished(cards=1)
    receipt = chat.page.get_by_test_id("receipt").last
    expect(receipt).to_contain_text("收到 4 份 · 已读取 1 份" if language == "zh" else "4 received · 1 read")
    chat.screenshot(f"bad-files-{language}", receipt)
    chat.drop(*after)

    expect(chat.failed_files).to_have_count(len(bad), timeout=120_000)
    for row, error in zip(chat.failed_files.all(), bad.values(), strict=True):
        expect(row).to_contain_text(told(error, language))
        expect(row).to_contain_text(error.advice(language))
    expect(chat.cards).to_have_count(1)
    expect(receipt).to_contain_text("收到 3 份" if language == "zh" else "3 received")
    chat.screenshot(f"bad-files-alone-{language}", receipt)


def told(error: ReadingError, language: Language) -> str:
    """What the message must hold; of a size only the file's name, since it may be rounded."""
    return str(error.facts["file"]) if isinstance(error, OversizedFile) else error.message(language)


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def locked(source: Path, path: Path) -> Path:
    writer = pypdf.PdfWriter(clone_from=source)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(path)
    writer.close()
    return path
