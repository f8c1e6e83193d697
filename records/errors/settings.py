"""Settings that cannot work."""

from __future__ import annotations

from typing import ClassVar

from records.errors.base import RecruitingError, Wording


class SettingsError(RecruitingError):
    """A setting that cannot work; facts: `setting`, `reason`."""

    code = "settings"
    wording: ClassVar[Wording] = {
        "en": ("The setting {setting} cannot work: {reason}", "Correct it in the environment or in .env."),
        "zh": ("设置 {setting} 无效：{reason}", "请在环境变量或 .env 中改正。"),
    }
