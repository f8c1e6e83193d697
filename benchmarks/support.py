"""Does a verdict's support check keep true support and refuse arbitrary lines: `python -m benchmarks.support`."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from agents.assessors.assessor import Case
from agents.assessors.rule_assessor import RuleAssessor
from agents.bootstrap import make_embedding
from agents.claims.meaning import Meaning
from agents.claims.support import supports
from agents.evaluation import read_twins, similarities_by_line
from agents.postings.library import read_posting
from agents.settings import read_settings
from benchmarks.remembered import Remembered
from benchmarks.shared_sets import MATCHING
from benchmarks.tables import show
from records.errors import NoRequirements
from records.redacted import RedactedText
from records.resume import Resume
from retrieval.documents.reading import ReadingPool
from retrieval.redaction import redact, redact_text
from samples import posting_files, resume_files

TITLE: Final = "Support of verdicts: kept where rules find it, refused for lines drawn by chance"
COMMAND: Final = "python -m benchmarks.support"
PAIRS: Final = 60
"""Postings with the resume written for them, of the twins."""


def run() -> None:
    """What the rules rate as met, on its own lines and on two lines of the same resume drawn by chance."""
    embedding = Remembered(make_embedding(read_settings()))
    rules = RuleAssessor(similarities_by_line(embedding), embedding)
    drawn = random.Random(20261128)
    rows = []
    for name, cases in (("samples, every resume for every posting", _samples()), ("English twins", _twins())):
        kept = met = refused = tried = 0
        for case in cases:
            for rating in rules.assessed(case).ratings:
                if rating.verdict != "met":
                    continue
                requirement = next(r for r in case.posting.requirements if r.id == rating.requirement)
                own = [n for at in rating.evidence for n in range(at.first_line, at.last_line + 1)]
                # Where every supporting line is known, the others support nothing that the rules can see.
                others = [n for n, line in enumerate(case.redacted, 1) if n not in own and len(line) > 10]
                chance = drawn.sample(others, min(2, len(others)))
                asked = redact_text(requirement.text)
                lines = {n: case.redacted[n - 1] for n in [*own, *chance]}
                meaning = Meaning(embedding, [asked, *lines.values()])
                met, kept = met + 1, kept + supports(requirement, asked, [lines[n] for n in own], meaning)
                tried += 1
                refused += not supports(requirement, asked, [lines[n] for n in chance], meaning)
        if met:
            rows.append([name, f"{met}", f"{kept / met:.1%}", f"{tried}", f"{refused / tried:.1%}"])
    show(TITLE, COMMAND, ["cases", "rated as met", "kept", "lines by chance", "refused"], rows)


def _samples() -> Iterator[Case]:
    postings = [read_posting(file.read_text("utf-8"), file.stem) for file in posting_files()]
    with ReadingPool(workers=1) as reader:
        for file in resume_files():
            resume = reader.read(file)
            yield from (Case(resume, redact(resume), posting, "en") for posting in postings)


def _twins() -> Iterator[Case]:
    file = MATCHING / "en-twins.jsonl"
    if not file.is_file():
        return
    with ReadingPool(workers=1) as reader, tempfile.TemporaryDirectory() as folder:
        for twin in read_twins(file)[:PAIRS]:
            try:
                posting = read_posting(twin.posting, "twin")
            except NoRequirements:
                continue
            path = Path(folder) / "resume.txt"
            path.write_text(twin.better, encoding="utf-8")
            resume: Resume = reader.read(path)
            redacted: tuple[RedactedText, ...] = redact(resume)
            yield Case(resume, redacted, posting, "en")


if __name__ == "__main__":
    run()
