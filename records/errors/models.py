"""Models that cannot be asked, or whose answers cannot be used."""

from __future__ import annotations

from typing import ClassVar

from records.errors.base import RecruitingError, Wording


class ModelError(RecruitingError):
    """The language model failed."""

    code = "model"


class ModelUnavailable(ModelError):
    """The language model's address does not answer; facts: `url`, `reason`."""

    code = "model_unavailable"
    wording: ClassVar[Wording] = {
        "en": (
            "The language model at {url} does not answer ({reason}).",
            "Wait and try again, or choose a rule-based assessment; `bole doctor` shows the connection.",
        ),
        "zh": (
            "位于 {url} 的语言模型没有响应（{reason}）。",
            "可以稍后重试，或选择规则评估；`bole doctor` 可查看连接状态。",
        ),
    }


class ModelAnswerInvalid(ModelError):
    """The language model's answer does not have the agreed form; facts: `reason`."""

    code = "model_answer_invalid"
    wording: ClassVar[Wording] = {
        "en": (
            "The language model's answer could not be used ({reason}).",
            "Try again, or choose a rule-based assessment. Nothing was scored.",
        ),
        "zh": ("语言模型的回答无法使用（{reason}）。", "请重试，或选择规则评估。没有产生任何评分。"),
    }


class ContextTooSmall(ModelError):
    """Not one of the resumes fits into what the language model can read at once; facts: `tokens`."""

    code = "context_too_small"
    wording: ClassVar[Wording] = {
        "en": (
            "The language model can read {tokens} tokens at once; beside the question no resume fits.",
            "Start its server with a larger `--max-model-len`, or search the resumes instead.",
        ),
        "zh": (
            "语言模型一次只能读 {tokens} 个 token，除去问题和回答，一份简历也放不下。",
            "请用更大的 `--max-model-len` 启动模型服务，或改为检索简历。",
        ),
    }


class EmbeddingError(RecruitingError):
    """The embedding model cannot be loaded or asked; facts: `model`, `reason`."""

    code = "embedding"
    wording: ClassVar[Wording] = {
        "en": ("The embedding model {model} cannot be used: {reason}", "Check BOLE_EMBEDDING; see `bole doctor`."),
        "zh": ("无法使用嵌入模型 {model}：{reason}", "请检查 BOLE_EMBEDDING，并运行 `bole doctor`。"),
    }


class RerankerError(RecruitingError):
    """The reranker cannot be asked, or its answer cannot be used; facts: `url`, `reason`."""

    code = "reranker"
    wording: ClassVar[Wording] = {
        "en": (
            "The reranker at {url} cannot be used: {reason}",
            "Match without it (the first stage's order then stands), or check BOLE_RERANKER_URL; see `bole doctor`.",
        ),
        "zh": (
            "无法使用位于 {url} 的重排模型：{reason}",
            "可以不用重排直接匹配（保持初次检索的顺序），或检查 BOLE_RERANKER_URL；可运行 `bole doctor` 查看。",
        ),
    }
