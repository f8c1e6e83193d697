"""Models that cannot be served on this machine."""

from __future__ import annotations

from typing import ClassVar

from records.errors.base import RecruitingError, Wording


class ServingError(RecruitingError):
    """The models cannot be served on this machine."""

    code = "serving"


class WeightsMissing(ServingError):
    """No usable checkpoint at the place; facts: `place`, `reason`."""

    code = "weights_missing"
    wording: ClassVar[Wording] = {
        "en": (
            "There are no usable weights at {place}: {reason}",
            (
                "A checkpoint has config.json, a tokenizer and *.safetensors files. Download it again, or choose "
                "another place with WEIGHTS=huggingface, WEIGHTS=modelscope or WEIGHTS=/a/folder. Nothing was started."
            ),
        ),
        "zh": (
            "{place} 没有可用的模型权重：{reason}",
            (
                "完整的模型包含 config.json、分词器和 *.safetensors 文件。请重新下载，或用 WEIGHTS=huggingface、"
                "WEIGHTS=modelscope 或 WEIGHTS=/文件夹 指定其他来源。没有启动任何服务。"
            ),
        ),
    }


class HubUnreachable(ServingError):
    """The hub that should bring the weights does not answer; facts: `url`, `reason`."""

    code = "hub_unreachable"
    wording: ClassVar[Wording] = {
        "en": (
            "The model hub {url} does not answer: {reason}",
            (
                "Check the network or the proxy, use the other hub (WEIGHTS=huggingface or WEIGHTS=modelscope), or "
                "copy the models into a folder and name it with WEIGHTS=/a/folder. Nothing was started."
            ),
        ),
        "zh": (
            "模型仓库 {url} 没有响应：{reason}",
            (
                "请检查网络或代理，换用另一个仓库（WEIGHTS=modelscope 或 WEIGHTS=huggingface），或把模型复制到本地后用 "
                "WEIGHTS=/文件夹 指定。没有启动任何服务。"
            ),
        ),
    }


class TooLittleMemory(ServingError):
    """Less memory than the models need; facts: `found`, `usable`, `needed`, each in GiB."""

    code = "too_little_memory"
    wording: ClassVar[Wording] = {
        "en": (
            "The models need {needed} GiB; of the {found} GiB found here {usable} may be used.",
            (
                "Serve one model only (MODELS=chat; the bundled embedding then does the matching), use smaller weights "
                "(QUANTIZATION=fp8, or awq or gptq with CHAT_MODEL=...), or take a machine with more memory."
            ),
        ),
        "zh": (
            "模型需要 {needed} GiB 内存；本机找到 {found} GiB，其中 {usable} GiB 可用。",
            (
                "可以只启动一个模型（MODELS=chat，匹配改用内置向量模型），使用更小的权重（QUANTIZATION=fp8，"
                "或 awq、gptq 并指定 CHAT_MODEL=…），或换一台内存更大的机器。"
            ),
        ),
    }


class GpuNeeded(ServingError):
    """A precision that only a GPU serves was asked for, and there is none; facts: `setting`."""

    code = "gpu_needed"
    wording: ClassVar[Wording] = {
        "en": (
            "{setting}=fp8 needs a GPU, and none was found.",
            "Leave {setting} out: without a GPU bf16 is served. If there is a GPU, see whether `nvidia-smi` lists it.",
        ),
        "zh": (
            "{setting}=fp8 需要 GPU，但本机未找到 GPU。",
            "请去掉 {setting}，没有 GPU 时使用 bf16；如果本机装有 GPU，请检查 `nvidia-smi` 能否列出它。",
        ),
    }


class EngineMissing(ServingError):
    """vLLM is not installed; facts: `python`."""

    code = "engine_missing"
    wording: ClassVar[Wording] = {
        "en": ("vLLM is not installed: there is no {python}.", "Start with `make serve`, which installs it."),
        "zh": ("没有安装 vLLM：找不到 {python}。", "请用 `make serve` 启动，它会先安装。"),
    }


class PortTaken(ServingError):
    """Another program answers at the port; facts: `port`."""

    code = "port_taken"
    wording: ClassVar[Wording] = {
        "en": ("Another program uses port {port}.", "End it, or choose another with CHAT_PORT and EMBEDDING_PORT."),
        "zh": ("端口 {port} 已被其他程序占用。", "请关闭该程序，或用 CHAT_PORT、EMBEDDING_PORT 指定其他端口。"),
    }


class ServerEnded(ServingError):
    """A model server ended or did not start; facts: `name`, `reason`, `log`."""

    code = "server_ended"
    wording: ClassVar[Wording] = {
        "en": (
            "The server of {name} {reason}. Its log says:\n{log}",
            "Whatever was started was ended with it. See the lines above.",
        ),
        "zh": ("{name} 的服务异常（{reason}）。日志内容：\n{log}", "已启动的服务都已停止，请根据上面的日志处理。"),
    }
