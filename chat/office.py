"""The one office of this process, opened when the application starts."""

from __future__ import annotations

import logging
import threading
from typing import Final

from agents.bootstrap import open_office
from agents.office import Office
from agents.settings import read_settings
from records.errors import ScreeningElsewhere

logger = logging.getLogger(__name__)
logging.getLogger("alembic").setLevel(logging.WARNING)
logging.getLogger("sentence_transformers").setLevel(logging.WARNING)

WARM_AFTER_SECONDS: Final = 4.0
"""Loading the models takes both cores for some seconds: begun at once it held the first page back from 4 s to 7 s."""

_opened: list[Office] = []
_warming: list[threading.Timer] = []


def start() -> None:
    """Open the office; what takes seconds to load begins a little later, so that the page comes first.

    Not to be called in an event loop: batches that were under way are taken up again.
    """
    settings = read_settings()
    office = open_office(settings)
    _opened.append(office)
    try:
        office.screening.launch(settings.data_dir, settings.workflow_database)
    except ScreeningElsewhere as error:  # told to whoever begins a batch; all else works
        logger.warning("%s %s", error.message("en"), error.advice("en"))
    timer = threading.Timer(WARM_AFTER_SECONDS, office.warm)
    timer.daemon = True
    timer.start()
    _warming.append(timer)


def stop() -> None:
    """Close the office."""
    while _warming:
        _warming.pop().cancel()
    while _opened:
        _opened.pop().close()


def office() -> Office:
    """The open office."""
    return _opened[-1]
