"""`bole calibrate`: the line between strong and weak matches, drawn from pairs that people have labelled."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from agents.bootstrap import Office
from agents.calibration import Calibration, Point, calibrated, curve
from agents.calibration_shown import chosen_told, curve_told, fault_told, faults_told, kept_told, not_kept_told
from agents.labelled_pairs import Labelled, judged, read_pairs
from commands.output import Json, opened_office, say
from records.errors import PrecisionUnreachable

app = typer.Typer()

Precision = Annotated[float, typer.Option("--precision", min=0.01, max=1.0, help="share of strong matches to be right")]
Save = Annotated[bool, typer.Option("--save/--dry-run", help="keep the line for this embedding, or only show it")]


@app.command()
def calibrate(pairs: Path, precision: Precision = 0.8, save: Save = True, as_json: Json = False) -> None:
    """Draws the strong line from labelled pairs: the lowest whose precision reaches the one asked for.

    PAIRS is a CSV file with the columns query (a requirement), text (of a resume) and label (1 or 0, yes or no).
    """
    labelled = read_pairs(pairs)
    with opened_office() as office:
        if not as_json:
            _told_on_the_side(faults_told(labelled.faults, office.settings.speech))
        found = judged(labelled.pairs, office.embedding)
        points = curve(found)
        try:
            drawn = calibrated(found, precision)
        except PrecisionUnreachable:
            if not as_json:  # the curve shows what could be had instead
                say(None, False, curve_told(points, office.settings.speech))
            raise
        if save:
            office.line.keep_calibrated(drawn)
        say(_value(office, labelled, drawn, (points, save)), as_json, _words(office, drawn, points, save))


def _value(office: Office, labelled: Labelled, drawn: Calibration, shown: tuple[Sequence[Point], bool]) -> Any:
    points, saved = shown
    return {
        "model": office.embedding.model,
        "dimensions": office.embedding.dimensions,
        "line": drawn.chosen.line,
        "precision_asked": drawn.asked,
        "pairs": drawn.pairs,
        "matching": drawn.belonging,
        "saved": saved,
        "chosen": _rounded(drawn.chosen),
        "curve": [_rounded(point) for point in points],
        "left_out": [
            {"row": n, "code": fault, "why": fault_told(fault, office.settings.speech)} for n, fault in labelled.faults
        ],
    }


def _rounded(point: Point) -> dict[str, float]:
    return {name: round(value, 4) for name, value in asdict(point).items()}


def _words(office: Office, drawn: Calibration, points: Sequence[Point], saved: bool) -> list[str]:
    language, embedding = office.settings.speech, office.embedding
    ending = (
        kept_told(language, embedding.model, embedding.dimensions, office.settings.strong_line)
        if saved
        else not_kept_told(language)
    )
    return [*curve_told(points, language, drawn.chosen.line), "", *chosen_told(drawn, language), *ending]


def _told_on_the_side(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stderr.write(line + "\n")
