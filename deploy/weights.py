"""Where a model's weights come from: the Hugging Face hub, ModelScope or a folder; looked at before a server starts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

import httpx
from huggingface_hub import snapshot_download
from huggingface_hub.errors import LocalEntryNotFoundError

from records.errors import HubUnreachable, WeightsMissing

HUBS: Final = {"huggingface": "https://huggingface.co", "modelscope": "https://modelscope.cn"}
"""ModelScope is the hub that answers fast in China; both hold the models under the same names."""
SECONDS: Final = 10.0
_WEIGHTS: Final = (".safetensors", ".bin")
_TOKENIZERS: Final = ("tokenizer.json", "tokenizer_config.json", "vocab.json")


def checkpoint(weights: str, model: str, hubs: dict[str, str] = HUBS) -> tuple[str, dict[str, str]]:
    """What vLLM is told as its model, and the environment it needs; raises `WeightsMissing`, `HubUnreachable`.

    `weights` is the name of a hub, or a folder that holds the model under its name or that name's last part.
    """
    if weights not in hubs:
        return str(_in_folder(Path(weights).expanduser(), model)), {"HF_HUB_OFFLINE": "1"}
    try:
        _check(f"{hubs[weights]}/{model}", _LISTED[weights](hubs[weights], model))
    except HubUnreachable:
        downloaded = _downloaded(model) if weights == "huggingface" else None
        if downloaded is None:
            raise
        return str(downloaded), {"HF_HUB_OFFLINE": "1"}
    return model, {"VLLM_USE_MODELSCOPE": "True"} if weights == "modelscope" else {"HF_ENDPOINT": hubs[weights]}


def _in_folder(folder: Path, model: str) -> Path:
    places = [folder / model, folder / model.rpartition("/")[2]]
    place = next((place for place in places if place.is_dir()), None)
    if place is None:
        raise WeightsMissing(place=folder, reason=f"no folder {places[1].name} in it")
    _check(str(place), [file.relative_to(place).as_posix() for file in place.rglob("*") if file.stat().st_size])
    return place


def _check(place: str, files: Iterable[str]) -> None:
    """A checkpoint that vLLM can load has all of these; an empty file was not counted."""
    names = set(files)
    if "config.json" not in names:
        raise WeightsMissing(place=place, reason="config.json is missing")
    if not names.intersection(_TOKENIZERS):
        raise WeightsMissing(place=place, reason="the tokenizer is missing")
    if not any(name.endswith(_WEIGHTS) for name in names):
        raise WeightsMissing(place=place, reason="no *.safetensors file")


def _downloaded(model: str) -> Path | None:
    """What an earlier start downloaded, where it is complete."""
    try:
        place = Path(snapshot_download(model, local_files_only=True))
        _check(str(place), [file.name for file in place.iterdir()])
    except (LocalEntryNotFoundError, WeightsMissing):
        return None
    return place


def _of_hugging_face(hub: str, model: str) -> list[str]:
    answer = _asked(hub, f"{hub}/api/models/{model}", model)
    return [str(file["rfilename"]) for file in answer["siblings"]]


def _of_modelscope(hub: str, model: str) -> list[str]:
    answer = _asked(hub, f"{hub}/api/v1/models/{model}/repo/files?Recursive=true", model)
    return [str(file["Path"]) for file in answer["Data"]["Files"]]


_LISTED: Final[dict[str, Callable[[str, str], list[str]]]] = {
    "huggingface": _of_hugging_face,
    "modelscope": _of_modelscope,
}


def _asked(hub: str, url: str, model: str) -> Any:
    try:
        answer = httpx.get(url, timeout=SECONDS, follow_redirects=True)
        if answer.status_code in {httpx.codes.NOT_FOUND, httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN}:
            raise WeightsMissing(place=f"{hub}/{model}", reason=f"the hub answers {answer.status_code}")
        return answer.raise_for_status().json()
    except (httpx.HTTPError, ValueError) as error:
        raise HubUnreachable(url=hub, reason=str(error) or type(error).__name__) from error
