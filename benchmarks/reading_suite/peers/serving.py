"""The loop of every peer's process."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path


def serve(text_of: Callable[[Path], str]) -> None:
    """Say "ready", then answer each path with its text or with the error that the tool raised."""
    answers, sys.stdout = sys.stdout, sys.stderr  # what a library prints is no answer
    print(json.dumps("ready"), file=answers, flush=True)
    for line in sys.stdin:
        print(json.dumps(_answer(text_of, Path(line.strip()))), file=answers, flush=True)


def _answer(text_of: Callable[[Path], str], path: Path) -> dict[str, str]:
    try:
        return {"text": text_of(path)}
    except Exception as error:  # noqa: BLE001  (whatever a foreign tool raises is its result for this file)
        return {"error": f"{type(error).__name__}: {str(error)[:200]}"}


def plain(markdown: str) -> str:
    """Markdown's own signs taken away, which are no fault of the reader: escapes, entities, emphasis, pipes."""
    text = markdown.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("**", "")
    for sign in "_*#+-.!|&[]()":
        text = text.replace(f"\\{sign}", sign)
    return text.replace("|", " ")
