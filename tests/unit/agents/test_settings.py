from __future__ import annotations

from pathlib import Path

import pytest

from agents.settings import read_settings
from records.errors import SettingsError
from retrieval.index_source import IndexPlace


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def test_with_nothing_set_nothing_outside_this_machine_is_used(tmp_path: Path) -> None:
    settings = read_settings()

    assert (settings.llm_url, settings.chroma_url, settings.embedding, settings.auth) == ("", "", "bundled", "local")
    assert settings.database == f"sqlite:///{tmp_path / '.bole' / 'bole.db'}"
    assert settings.index_place == IndexPlace(Path(".bole/index"), Path(".bole/index"))


def test_the_environment_comes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("BOLE_LANGUAGE=zh\nBOLE_MAX_UPLOAD_MB=5\nOTHER=1\n")
    monkeypatch.setenv("BOLE_MAX_UPLOAD_MB", "7")

    assert (read_settings().language, read_settings().max_upload_mb) == ("zh", 7)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOLE_LANGUAGE", "fr"),
        ("BOLE_MAX_UPLOAD_MB", "0"),
        ("BOLE_EMBEDDING_DIMENSIONS", "31"),
        ("BOLE_STRONG_LINE", "1.1"),
        ("BOLE_AUTH", "everybody"),
    ],
)
def test_a_setting_that_cannot_work_is_named(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingsError, match=name):
        read_settings()


@pytest.mark.parametrize(
    ("system", "speech"), [("zh_CN.UTF-8", "zh"), ("en_GB.UTF-8", "en"), ("C", "en"), ("", "en"), ("de_DE", "en")]
)
def test_without_a_setting_the_system_says_the_language(
    system: str, speech: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", system)

    assert read_settings().speech == speech


def test_a_chroma_server_takes_the_place_of_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOLE_CHROMA_URL", "http://127.0.0.1:8000")

    assert read_settings().index_place.vectors == "http://127.0.0.1:8000"
