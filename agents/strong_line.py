"""Which line between strong and weak matches is in force, and where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from agents.calibration import Calibration
from records.language import Language
from records.strong_lines import Embedded, KeptLine, StrongLines
from retrieval.embedding import Embedding

Origin = Literal["conversation", "setting", "calibrated", "moved", "model"]


@dataclass(frozen=True, slots=True)
class StrongLine:
    """The cosine from which a match is called strong; `kept` where it was calibrated, or moved for everybody."""

    value: float
    origin: Origin
    kept: KeptLine | None = None


class LineOfOffice:
    """The line for one embedding: a person's move in a conversation goes before the setting, the setting before what
    is kept for everybody, and that before the model's own line."""

    def __init__(self, lines: StrongLines, embedding: Embedding, setting: float | None) -> None:
        self._lines = lines
        self._embedding = embedding
        self._setting = setting

    @property
    def is_set(self) -> bool:
        """Whether the setting holds for everybody, so that nothing kept could."""
        return self._setting is not None

    def in_force(self, moved_here: float | None = None) -> StrongLine:
        """The line for a conversation in which it was moved, or for everybody."""
        if moved_here is not None:
            return StrongLine(moved_here, "conversation")
        if self._setting is not None:
            return StrongLine(self._setting, "setting")
        kept = self._lines.find(self._embedded())
        return StrongLine(kept.line, kept.origin, kept) if kept else StrongLine(self._embedding.strong_line, "model")

    def keep_calibrated(self, drawn: Calibration) -> None:
        """Keep a calibrated line for everybody."""
        self._keep(KeptLine(drawn.chosen.line, "calibrated", drawn.asked, drawn.pairs))

    def keep_moved(self, line: float) -> None:
        """Keep the line that a person moved for everybody."""
        self._keep(KeptLine(line, "moved"))

    def forget_moved(self) -> None:
        """Go back to the line that held for everybody before a person's was kept."""
        self._lines.forget(self._embedded(), "moved")

    def _keep(self, kept: KeptLine) -> None:
        self._lines.keep(self._embedded(), kept)

    def _embedded(self) -> Embedded:
        made_with = self._embedding.fingerprint
        return Embedded(made_with.model, made_with.dimensions, (made_with.revision, made_with.instructions))


_WORDS: Final[dict[Language, dict[Origin, str]]] = {
    "zh": {
        "conversation": "在本次对话中调整",
        "setting": "由 BOLE_STRONG_LINE 设定",
        "calibrated": "{date} 用 {pairs} 对文本校准，目标精确率 {precision:.0%}",
        "moved": "{date} 调整，对所有人生效",
        "model": "此模型的默认线",
    },
    "en": {
        "conversation": "moved in this conversation",
        "setting": "set by BOLE_STRONG_LINE",
        "calibrated": "calibrated on {pairs} pairs for {precision:.0%} precision on {date}",
        "moved": "moved for everybody on {date}",
        "model": "the design’s line for this model",
    },
}


def origin_told(line: StrongLine, language: Language) -> str:
    """Where a line came from, for people."""
    kept = line.kept
    facts = (
        {"date": f"{kept.set_at.astimezone():%Y-%m-%d}", "pairs": kept.pairs, "precision": kept.precision or 0.0}
        if kept
        else {}
    )
    return _WORDS[language][line.origin].format(**facts)
