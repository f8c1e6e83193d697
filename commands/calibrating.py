"""`bole calibrate`: the line between strong and weak matches, drawn from pairs that people have labelled."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from agents.calibration import Calibration, Point, calibrated, curve
from agents.calibration_shown import (
    chosen_told,
    compared_told,
    curve_told,
    fault_told,
    faults_told,
    kept_told,
    not_kept_told,
)
from agents.labelled_pairs import Labelled, read_pairs
from agents.office import Office
from agents.pair_cosines import comparison, judged
from commands.output import Json, opened_office, say
from records.errors import PrecisionUnreachable

app = typer.Typer()

Precision = Annotated[float, typer.Option("--precision", min=0.01, max=1.0, help="share of strong matches to be right")]
Save = Annotated[bool, typer.Option("--save/--dry-run", help="keep the line for this embedding, or only show it")]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A line that was drawn, from what, and whether it was kept."""

    labelled: Labelled
    wholes: int
    calibration: Calibration
    points: Sequence[Point]
    saved: bool


@app.command()
def calibrate(pairs: Path, precision: Precision = 0.8, save: Save = True, as_json: Json = False) -> None:
    """Draws the strong line from labelled pairs: the lowest whose precision reaches the one asked for.

    PAIRS is a CSV file with the columns query, text and label (1 or 0, yes or no): a requirement and a line of a
    resume, or a whole posting and a whole resume.
    """
    labelled = read_pairs(pairs)
    with opened_office() as office:
        if not as_json:
            _tell_aside(faults_told(labelled.faults, office.settings.speech))
        found = judged(labelled.pairs, office.embedding)
        points = curve(found)
        try:
            calibration = calibrated(found, precision)
        except PrecisionUnreachable:
            if not as_json:  # the curve shows what could be had instead
                say(None, False, curve_told(points, office.settings.speech))
            raise
        if save:
            office.line.keep_calibrated(calibration)
        wholes = sum(comparison(pair, office.embedding.max_tokens).whole for pair in labelled.pairs)
        drawn = _Drawn(labelled, wholes, calibration, points, save)
        say(_value(drawn, office), as_json, _words(drawn, office))


def _value(drawn: _Drawn, office: Office) -> dict[str, Any]:
    calibration = drawn.calibration
    return {
        "model": office.embedding.model,
        "dimensions": office.embedding.dimensions,
        "line": calibration.chosen.line,
        "precision_asked": calibration.asked,
        "pairs": calibration.pairs,
        "matching": calibration.belonging,
        "whole_texts": drawn.wholes,
        "saved": drawn.saved,
        "chosen": _rounded(calibration.chosen),
        "curve": [_rounded(point) for point in drawn.points],
        "left_out": [
            {"row": n, "code": fault, "why": fault_told(fault, office.settings.speech)}
            for n, fault in drawn.labelled.faults
        ],
    }


def _rounded(point: Point) -> dict[str, float]:
    return {name: round(value, 4) for name, value in asdict(point).items()}


def _words(drawn: _Drawn, office: Office) -> list[str]:
    language, embedding = office.settings.speech, office.embedding
    setting = office.settings.strong_line
    return [
        *curve_told(drawn.points, language, drawn.calibration.chosen.line),
        "",
        *chosen_told(drawn.calibration, language),
        *compared_told(drawn.calibration.pairs - drawn.wholes, drawn.wholes, language),
        *(
            kept_told(language, embedding.model, embedding.dimensions, setting)
            if drawn.saved
            else not_kept_told(language)
        ),
    ]


def _tell_aside(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stderr.write(line + "\n")
