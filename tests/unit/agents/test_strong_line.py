"""Of several lines one is in force, and people are told where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from agents.calibration import Judged, calibrated
from agents.strong_line import LineOfOffice, Origin, StrongLine, origin_told
from fakes import BagOfWords
from records.database import Database, open_database
from records.language import Language
from records.strong_lines import KeptLine, StrongLines

DRAWN = calibrated([Judged(0.7, True)] * 20 + [Judged(0.45, False)] * 20, 0.8)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(open_database(f"sqlite:///{tmp_path}/records.db")) as database:
        yield database


def line_of(database: Database, setting: float | None = None, dimensions: int = 256) -> LineOfOffice:
    return LineOfOffice(StrongLines(database), BagOfWords(dimensions, strong_line=0.4), setting)


def value_and_origin(line: StrongLine) -> tuple[float, Origin]:
    return line.value, line.origin


def test_with_nothing_else_the_models_own_line_holds(database: Database) -> None:
    assert value_and_origin(line_of(database).in_force()) == (0.4, "model")


def test_a_calibrated_line_goes_before_the_models(database: Database) -> None:
    line = line_of(database)
    line.keep_calibrated(DRAWN)

    assert value_and_origin(line.in_force()) == (0.46, "calibrated")
    assert (line.in_force().kept or KeptLine(0, "moved")).pairs == 40


def test_the_setting_goes_before_a_calibrated_line(database: Database) -> None:
    line_of(database).keep_calibrated(DRAWN)

    assert value_and_origin(line_of(database, setting=0.3).in_force()) == (0.3, "setting")


@pytest.mark.parametrize("setting", [None, 0.3])
def test_a_move_in_the_conversation_goes_before_everything(database: Database, setting: float | None) -> None:
    line = line_of(database, setting)
    line.keep_calibrated(DRAWN)

    assert value_and_origin(line.in_force(0.0)) == (0.0, "conversation")


def test_of_what_is_kept_the_last_holds(database: Database) -> None:
    line = line_of(database)

    line.keep_calibrated(DRAWN)
    line.keep_moved(0.33)
    assert value_and_origin(line.in_force()) == (0.33, "moved")
    line.keep_calibrated(DRAWN)
    assert value_and_origin(line.in_force()) == (0.46, "calibrated")


def test_forgetting_a_moved_line_brings_the_calibrated_one_back(database: Database) -> None:
    line = line_of(database)
    line.keep_calibrated(DRAWN)
    line.keep_moved(0.33)

    line.forget_moved()

    assert value_and_origin(line.in_force()) == (0.46, "calibrated")


def test_a_line_holds_for_the_embedding_it_was_drawn_with_only(database: Database) -> None:
    line_of(database).keep_calibrated(DRAWN)

    assert value_and_origin(line_of(database, dimensions=128).in_force()) == (0.4, "model")


KEPT = KeptLine(0.46, "calibrated", 0.8, 212, datetime(2026, 11, 27, 12, tzinfo=UTC))


@pytest.mark.parametrize(
    ("language", "line", "told"),
    [
        ("en", StrongLine(0.46, "calibrated", KEPT), "calibrated on 212 pairs for 80% precision on 2026-11-27"),
        ("zh", StrongLine(0.46, "calibrated", KEPT), "2026-11-27 用 212 对文本校准，目标精确率 80%"),
        ("en", StrongLine(0.4, "model"), "the design’s line for this model"),
        ("zh", StrongLine(0.4, "setting"), "由 BOLE_STRONG_LINE 设定"),
        ("en", StrongLine(0.4, "conversation"), "moved in this conversation"),
        ("zh", StrongLine(0.3, "moved", KeptLine(0.3, "moved", set_at=KEPT.set_at)), "2026-11-27 调整，对所有人生效"),
    ],
)
def test_people_are_told_where_the_line_came_from(language: Language, line: StrongLine, told: str) -> None:
    assert origin_told(line, language) == told
