import pytest

from deploy.machine import gpus_of
from deploy.models import GIB
from deploy.plan import Wishes, planned
from deploy.sizing import Memory
from deploy.vllm import ROOT
from records.errors import GpuNeeded

FREE = Memory(64 * GIB, gpu=False)
TOLD = "NVIDIA L40S, 46068, 8.9\nNVIDIA H100 80GB HBM3, 81559, 9.0\n"


def test_what_the_driver_prints_is_read() -> None:
    small, large = gpus_of(TOLD)

    assert (small.number, small.name, small.memory.fp8) == (0, "NVIDIA L40S", True)
    assert large.memory.total == 81_559 * 1024**2


def test_of_two_gpus_the_larger_one_serves_the_chat() -> None:
    embedding, chat = planned(Wishes(), gpus_of(TOLD), FREE)

    assert (embedding.environment["CUDA_VISIBLE_DEVICES"], chat.environment["CUDA_VISIBLE_DEVICES"]) == ("0", "1")


def test_the_chat_is_served_with_the_flags_its_answers_depend_on() -> None:
    command = planned(Wishes(), gpus_of(TOLD), FREE)[1].serving.command

    assert command[command.index("--max-model-len") + 1] == "262144"
    assert command[command.index("--scheduling-policy") + 1] == "priority"
    grammar = command[command.index("--structured-outputs-config") + 1]
    assert grammar == '{"backend":"xgrammar","disable_any_whitespace":true}'
    assert "--enable-prompt-tokens-details" in command


def test_without_a_gpu_both_are_served_on_the_cpu_and_on_loopback() -> None:
    plans = planned(Wishes(), [], FREE)

    assert [plan.on for plan in plans] == ["CPU", "CPU"]
    assert all("127.0.0.1" in plan.serving.command for plan in plans)


def test_no_key_is_on_the_command_line() -> None:
    assert not [plan for plan in planned(Wishes(), [], FREE) if "--api-key" in plan.serving.command]


@pytest.mark.parametrize(
    ("wishes", "setting"), [(Wishes(weights="fp8"), "QUANTIZATION"), (Wishes(kv="fp8"), "KV_CACHE")]
)
def test_fp8_without_a_gpu_is_refused_and_not_quietly_served_in_bf16(wishes: Wishes, setting: str) -> None:
    with pytest.raises(GpuNeeded, match=f"{setting}=fp8 needs a GPU"):
        planned(wishes, [], FREE)


@pytest.mark.parametrize("name", ["requirements-cpu.txt", "requirements-gpu.txt"])
def test_both_engines_bring_the_client_of_modelscope(name: str) -> None:
    assert "\nmodelscope" in (ROOT / "deploy" / name).read_text(encoding="utf-8")
