import json
from pathlib import Path

import pytest

from deploy.weights import checkpoint
from local_server import Asked, Reply, as_json, serving
from records.errors import HubUnreachable, WeightsMissing

MODEL = "Qwen/Qwen3-4B-Instruct-2507"
FILES = ["config.json", "tokenizer.json", "model-00001-of-00003.safetensors"]


def folder_with(place: Path, *names: str) -> Path:
    model = place / "Qwen3-4B-Instruct-2507"
    model.mkdir()
    for name in names:
        (model / name).write_text(json.dumps({}), encoding="utf-8")
    return place


def test_a_model_in_a_folder_is_served_from_there_and_no_hub_is_asked(tmp_path: Path) -> None:
    place, environment = checkpoint(str(folder_with(tmp_path, *FILES)), MODEL)

    assert place == str(tmp_path / "Qwen3-4B-Instruct-2507")
    assert environment == {"HF_HUB_OFFLINE": "1"}


@pytest.mark.parametrize(
    ("missing", "reason"), [(FILES[0], "config.json"), (FILES[1], "tokenizer"), (FILES[2], "safetensors")]
)
def test_a_folder_without_a_part_of_the_model_is_refused_by_its_name(tmp_path: Path, missing: str, reason: str) -> None:
    place = folder_with(tmp_path, *(name for name in FILES if name != missing))

    with pytest.raises(WeightsMissing, match=reason):
        checkpoint(str(place), MODEL)


def test_both_hubs_are_asked_for_the_list_of_files() -> None:
    def answer(asked: Asked) -> Reply:
        if asked.path.startswith("/api/v1/"):
            return as_json({"Data": {"Files": [{"Path": name} for name in FILES]}})
        return as_json({"siblings": [{"rfilename": name} for name in FILES]})

    with serving(answer) as url:
        hubs = {"huggingface": url, "modelscope": url}
        assert checkpoint("huggingface", MODEL, hubs) == (MODEL, {"HF_ENDPOINT": url})
        assert checkpoint("modelscope", MODEL, hubs) == (MODEL, {"VLLM_USE_MODELSCOPE": "True"})


def test_a_model_that_a_hub_does_not_have_is_told() -> None:
    with serving(lambda asked: as_json({}, 404)) as url, pytest.raises(WeightsMissing, match="404"):
        checkpoint("huggingface", MODEL, {"huggingface": url})


def test_a_hub_that_does_not_answer_is_told_with_the_other_ways() -> None:
    with pytest.raises(HubUnreachable) as told:
        checkpoint("modelscope", MODEL, {"modelscope": "http://127.0.0.1:1"})

    assert "WEIGHTS=" in told.value.advice("zh")
