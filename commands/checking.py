"""`bole doctor`: every part and its state."""

from __future__ import annotations

from dataclasses import asdict

import typer

from agents.doctor import examined
from agents.settings import read_settings
from commands.output import Json, say

app = typer.Typer()


@app.command()
def doctor(as_json: Json = False) -> None:
    """Every part, what it resolves to, and whether it answers."""
    settings = read_settings()
    parts = examined(settings)
    say([asdict(part) for part in parts], as_json, [f"{p.state:8} {p.part:16} {p.detail}" for p in parts])
    if any(part.state == "failed" for part in parts):
        raise typer.Exit(1)
