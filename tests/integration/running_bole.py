"""What a run of `bole` gives."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

ERROR = {"code", "message", "advice"}


@dataclass(frozen=True)
class Said:
    """What a command wrote and how it ended."""

    status: int
    out: str
    err: str

    @property
    def value(self) -> Any:
        """The one JSON value on standard output."""
        return json.loads(self.out)

    def failed(self, code: str) -> bool:
        """Whether it ended with this error, told in full and nothing else."""
        error = self.value["error"]
        return self.status == 1 and error.keys() == ERROR and error["code"] == code and all(error.values())


Bole = Callable[..., Said]
