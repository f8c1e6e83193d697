"""The root of all errors: a code, and what happened and what to do in both languages."""

from __future__ import annotations

from typing import ClassVar

from records.language import Language

Wording = dict[Language, tuple[str, str]]


class RecruitingError(Exception):
    """What happened and what to do, in either language; `facts` fill the wording's blanks."""

    code: ClassVar[str] = "error"
    wording: ClassVar[Wording] = {
        "en": ("Something went wrong: {reason}", "Please try again; if it stays, show this message to your engineer."),
        "zh": ("出错了：{reason}", "请重试；若仍然出现，请把这条信息交给工程师。"),
    }

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.message("en"))

    def message(self, language: Language) -> str:
        """What happened."""
        return self.wording[language][0].format(**self._facts_in(language))

    def advice(self, language: Language) -> str:
        """What the user can do about it."""
        return self.wording[language][1].format(**self._facts_in(language))

    def _facts_in(self, language: Language) -> dict[str, object]:
        """The facts; one that is itself worded in both languages, in this one."""
        return {name: fact[language] if isinstance(fact, dict) else fact for name, fact in self.facts.items()}

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross process borders with their facts."""
        return _rebuilt, (type(self), self.facts)


def _rebuilt(kind: type[RecruitingError], facts: dict[str, object]) -> RecruitingError:
    return kind(**facts)
