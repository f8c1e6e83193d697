"""A line is kept for the embedding that it was drawn with."""

from __future__ import annotations

from datetime import timedelta

from records.database import Database
from records.strong_lines import Embedded, KeptLine, StrongLines
from records.tables import now

MODEL = Embedded("a/model", 384, ("weights", "prompts"))
CALIBRATED = KeptLine(0.46, "calibrated", precision=0.8, pairs=212)


def test_a_line_comes_back_as_it_was_kept(database: Database) -> None:
    StrongLines(database).keep(MODEL, CALIBRATED)

    assert StrongLines(database).find(MODEL) == CALIBRATED


def test_a_newer_line_of_the_same_origin_takes_the_place_of_the_older(database: Database) -> None:
    lines = StrongLines(database)
    lines.keep(MODEL, CALIBRATED)
    newer = KeptLine(0.5, "calibrated", precision=0.9, pairs=300)
    lines.keep(MODEL, newer)

    assert lines.find(MODEL) == newer
    lines.forget(MODEL, "calibrated")
    assert lines.find(MODEL) is None


def test_of_two_origins_the_one_set_last_is_found(database: Database) -> None:
    lines = StrongLines(database)
    lines.keep(MODEL, KeptLine(0.3, "moved", set_at=now() + timedelta(seconds=1)))
    lines.keep(MODEL, CALIBRATED)

    assert lines.find(MODEL) == KeptLine(0.3, "moved", set_at=(lines.find(MODEL) or CALIBRATED).set_at)
    lines.forget(MODEL, "moved")
    assert lines.find(MODEL) == CALIBRATED


def test_other_weights_prompts_or_dimensions_have_no_line(database: Database) -> None:
    lines = StrongLines(database)
    lines.keep(MODEL, CALIBRATED)

    for other in (
        Embedded("a/model", 256, MODEL.wording),
        Embedded("a/model", 384, ("weights",)),
        Embedded("a/model", 384, ("weights", "other prompts")),
        Embedded("another/model", 384, MODEL.wording),
    ):
        assert lines.find(other) is None


def test_forgetting_what_is_not_there_is_no_mistake(database: Database) -> None:
    StrongLines(database).forget(MODEL, "moved")
