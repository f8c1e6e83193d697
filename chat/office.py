"""The one office of this process, opened when the application starts."""

from __future__ import annotations

import logging

from agents.bootstrap import Office, open_office
from agents.settings import read_settings

_opened: list[Office] = []


logging.getLogger("alembic").setLevel(logging.WARNING)
logging.getLogger("sentence_transformers").setLevel(logging.WARNING)


def start() -> None:
    """Open the office and begin loading what takes seconds."""
    office = open_office(read_settings())
    _opened.append(office)
    office.warm()


def stop() -> None:
    """Close the office."""
    while _opened:
        _opened.pop().close()


def office() -> Office:
    """The open office."""
    return _opened[-1]
