"""What holds for the tests of this folder."""

from __future__ import annotations

import pytest

SUPPORT = (0.8, 0.8, 0.9, 1.0)


@pytest.fixture(autouse=True)
def fixed_worth_of_places(monkeypatch: pytest.MonkeyPatch) -> None:
    """How much a place in the resume is worth is tuned by measurement; texts and sums are tested at fixed values."""
    for module in ("agents.scorecard", "agents.score_explained"):
        monkeypatch.setattr(f"{module}.SUPPORT", SUPPORT)
