"""Where test sets lie that are not part of the repository; without them their measurements are left out."""

from __future__ import annotations

from pathlib import Path
from typing import Final

MATCHING: Final = Path(__file__).parents[2] / "shared" / "data" / "matching"
ABSENT: Final = "needs ../shared/data/matching, which is not part of this repository"
RESUMES: Final = MATCHING.parent / "resumes"
ABSENT_RESUMES: Final = "needs ../shared/data/resumes, which is not part of this repository"
