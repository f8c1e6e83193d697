"""What a person in a terminal sees of a calibration."""

from __future__ import annotations

import pytest

from agents.calibration import Judged, calibrated, curve
from agents.calibration_shown import chosen_told, curve_told, fault_told, faults_told, kept_told
from records.language import HAN, Language

PAIRS = [Judged(0.7, True)] * 30 + [Judged(0.62, False)] * 6 + [Judged(0.2, False)] * 20
BOTH = pytest.mark.parametrize("language", ["zh", "en"])


@BOTH
def test_the_chart_fits_a_terminal_and_marks_the_line_chosen(language: Language) -> None:
    drawn = calibrated(PAIRS, 0.8)
    told = curve_told(curve(PAIRS), language, drawn.chosen.line)

    assert all(len(line) <= 80 for line in told[1:])
    assert [line[:6] for line in told if line.startswith(">")] == ["> 0.21", "> 0.21"]


def test_precision_and_recall_stand_at_their_places() -> None:
    told = curve_told(curve(PAIRS), "en")
    bar = next(line for line in told if line.startswith("  0.50")).split("|")[1]

    assert (bar.index("P"), bar.index("R")) == (round(30 / 36 * 49), 49)


def test_a_line_above_all_pairs_has_no_precision() -> None:
    told = curve_told(curve(PAIRS), "en")

    assert next(line for line in reversed(told) if line.startswith("  0.90")).split() == [
        "0.90",
        *("-", "-", "0.0%", "-", "0"),
    ]


def test_the_choice_is_told_with_its_certainty_and_the_share_of_matching_pairs() -> None:
    told = " ".join(chosen_told(calibrated(PAIRS, 0.8), "en"))

    assert "Chosen 0.21: of 36 pairs at or above it 30 match, a precision of 83.3% (at least 68.1%" in told
    assert "56 pairs in all, of which 30 match (54%)" in told


@BOTH
def test_a_setting_that_goes_before_the_line_kept_is_told(language: Language) -> None:
    assert len(kept_told(language, "m", 8, None)) == 1
    assert "BOLE_STRONG_LINE=0.3" in kept_told(language, "m", 8, 0.3)[1]


def test_of_very_many_rows_left_out_the_first_are_told_and_the_others_counted() -> None:
    told = list(faults_told([(n, "no_label") for n in range(2, 102)], "en"))

    assert len(told) == 21
    assert told[0].startswith("row 2 left out: a label")
    assert told[-1] == "80 more rows left out."


def test_reasons_are_told_in_the_readers_language() -> None:
    assert HAN.search(fault_told("no_text", "zh"))
    assert not HAN.search(fault_told("no_text", "en"))
