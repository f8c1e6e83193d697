import re
import tomllib
from typing import Any

import pytest
import yaml

from agents.settings import Settings
from deploy.machine import gpus_of
from deploy.models import CHAT, EMBEDDING
from deploy.plan import Wishes, planned
from deploy.sizing import Memory
from deploy.vllm import ENVIRONMENT, ROOT

TEXT = (ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8")
COMPOSE = yaml.safe_load(TEXT)
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
BY_HAND = "weights"
RUNNING = {name: service for name, service in SERVICES.items() if name != BY_HAND}
BACK_ENDS = {name: service for name, service in RUNNING.items() if name != "app"}
MODEL_SERVERS = ("chat", "embedding")
GPU_OF_80_GB = "NVIDIA H100 80GB HBM3, 81559, 9.0\n"
DOCKERFILE = (ROOT / "deploy" / "Dockerfile").read_text(encoding="utf-8")


def health_of(name: str) -> str:
    return " ".join(SERVICES[name]["healthcheck"]["test"])


def test_these_services_run() -> None:
    assert set(RUNNING) == {"app", "chat", "embedding", "chroma", "postgres"}


def test_only_the_chat_has_a_port_and_it_is_on_loopback() -> None:
    assert {name: service["ports"] for name, service in SERVICES.items() if "ports" in service} == {
        "app": ["127.0.0.1:8000:8000"]
    }


def test_back_ends_are_in_a_network_without_a_way_out_and_only_the_chat_is_in_both() -> None:
    assert COMPOSE["networks"]["back"] == {"internal": True}
    assert {name: service["networks"] for name, service in BACK_ENDS.items()} == {name: ["back"] for name in BACK_ENDS}
    assert SERVICES["app"]["networks"] == ["front", "back"]


def test_the_weights_are_downloaded_only_when_asked_for_and_apart_from_the_back_ends() -> None:
    assert (SERVICES[BY_HAND]["profiles"], SERVICES[BY_HAND]["networks"]) == (["download"], ["front"])
    assert all(model.name in SERVICES[BY_HAND]["entrypoint"][-1] for model in (CHAT, EMBEDDING))


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("app", "http://127.0.0.1:8000/health"),
        ("chat", "http://127.0.0.1:8001/health"),
        ("embedding", "http://127.0.0.1:8002/health"),
        ("chroma", "GET /api/v2/heartbeat"),
        ("postgres", "pg_isready"),
    ],
)
def test_every_service_is_asked_whether_it_is_well(name: str, asked: str) -> None:
    assert asked in health_of(name)


def test_the_chat_waits_until_every_back_end_is_well() -> None:
    assert SERVICES["app"]["depends_on"] == {name: {"condition": "service_healthy"} for name in BACK_ENDS}


def test_the_models_start_one_after_the_other_as_their_shares_of_the_memory_ask() -> None:
    assert SERVICES["chat"]["depends_on"] == {"embedding": {"condition": "service_healthy"}}


def test_the_models_are_served_with_the_flags_planned_for_a_gpu_of_80_gb() -> None:
    plans = planned(Wishes(host="0.0.0.0"), gpus_of(GPU_OF_80_GB), Memory(0, gpu=False))

    for plan in plans:
        service = SERVICES[plan.serving.model.role]
        assert [*service["entrypoint"][1:], *service["command"]] == plan.serving.command[1:]


@pytest.mark.parametrize("name", MODEL_SERVERS)
def test_a_model_server_has_the_gpu_its_weights_and_a_version_that_can_be_set(name: str) -> None:
    (device,) = SERVICES[name]["deploy"]["resources"]["reservations"]["devices"]

    assert (device["driver"], device["capabilities"]) == ("nvidia", ["gpu"])
    assert SERVICES[name]["volumes"] == ["weights:/weights:ro"]
    assert SERVICES[name]["environment"]["HF_HOME"] == "/weights"
    version = re.search(r"^vllm==(.+)$", (ROOT / "deploy/requirements-gpu.txt").read_text("utf-8"), re.MULTILINE)
    assert version is not None
    assert SERVICES[name]["image"] == f"vllm/vllm-openai:${{VLLM_TAG:-v{version[1]}}}"


def test_the_settings_exist_and_lead_to_the_other_services() -> None:
    told = {
        name.removeprefix("BOLE_").lower(): value
        for name, value in SERVICES["app"]["environment"].items()
        if name.startswith("BOLE_")
    }

    assert set(told) <= set(Settings.model_fields)
    assert told == {
        "llm_url": f"http://chat:{CHAT.port}/v1",
        "embedding": f"http://embedding:{EMBEDDING.port}/v1",
        "chroma_url": "http://chroma:8000",
        "database_url": "postgresql+psycopg://bole@postgres:5432/bole",
        "data_dir": "/data",
    }


def test_the_server_of_the_index_has_the_version_of_its_client() -> None:
    dependencies = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    client = next(name for name in dependencies if name.startswith("chromadb=="))

    assert SERVICES["chroma"]["image"] == f"chromadb/chroma:{client.removeprefix('chromadb==')}"


def test_the_password_comes_from_the_environment_and_nothing_starts_without_it() -> None:
    assert SERVICES["postgres"]["image"] == "postgres:17"
    assert SERVICES["postgres"]["environment"]["POSTGRES_PASSWORD"] == "${POSTGRES_PASSWORD:?}"
    assert SERVICES["app"]["environment"]["PGPASSWORD"] == "${POSTGRES_PASSWORD:?}"


def test_no_secret_is_in_the_file() -> None:
    named = {
        value
        for service in SERVICES.values()
        for name, value in service["environment"].items()
        if re.search("PASSWORD|KEY|TOKEN|SECRET", name)
    }

    assert named == {"${POSTGRES_PASSWORD:?}"}
    assert not re.search(r"://[^/\s]*:[^/@\s]*@", TEXT)


def test_telemetry_is_off_everywhere() -> None:
    for name in MODEL_SERVERS:
        assert ENVIRONMENT.items() <= SERVICES[name]["environment"].items()
        assert SERVICES[name]["environment"]["HF_HUB_OFFLINE"] == "1"
    for name in ("app", "chroma"):
        assert SERVICES[name]["environment"]["ANONYMIZED_TELEMETRY"] == "False"
    sends_nothing = {"postgres"}  # it has no telemetry to switch off
    assert all(SERVICES[name]["environment"]["DO_NOT_TRACK"] == "1" for name in SERVICES if name not in sends_nothing)


def test_no_service_can_gain_rights() -> None:
    for service in SERVICES.values():
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert "privileged" not in service
    assert {name for name, service in SERVICES.items() if "cap_add" in service} == {"postgres"}
    assert {name for name, service in SERVICES.items() if service.get("read_only")} == {"chroma", "postgres"}


def test_what_is_kept_is_in_named_volumes() -> None:
    used = {volume.split(":")[0] for service in SERVICES.values() for volume in service["volumes"]}

    assert used == set(COMPOSE["volumes"])


def test_the_chat_runs_slim_and_not_as_root_and_listens_inside_its_container() -> None:
    assert SERVICES["app"]["build"]["dockerfile"] == "deploy/Dockerfile"
    assert re.search(r"^FROM python:3\.12-slim", DOCKERFILE, re.MULTILINE)
    assert re.findall(r"^USER (.+)$", DOCKERFILE, re.MULTILINE) == ["bole"]
    assert '"chainlit_app.py", "--headless", "--host", "0.0.0.0", "--port", "8000"' in DOCKERFILE


def test_everything_the_project_is_made_of_enters_the_image() -> None:
    ignored = (ROOT / "deploy" / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    packages = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]

    assert ignored[1] == "*"
    assert {f"!{package.split('.')[0]}" for package in packages} <= set(ignored)
