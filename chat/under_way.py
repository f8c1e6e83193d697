"""What runs in a conversation and can be stopped: the work of its message, and that of its buttons beside it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final, Protocol
from weakref import WeakKeyDictionary

Work = asyncio.Task[Any]
Change = Callable[[], Awaitable[None]]
"""Of the page: shows its stop button, or hides it."""


class Session(Protocol):
    """A session as Chainlit keeps it."""

    current_task: Work | None
    """What its latest message began; it may have ended."""


_BY_BUTTON: Final[WeakKeyDictionary[Session, set[Work]]] = WeakKeyDictionary()
"""What buttons began, by session."""


def running(session: Session) -> set[Work]:
    """All that has not ended yet."""
    begun = {*_BY_BUTTON.get(session, ()), session.current_task}
    return {work for work in begun if work is not None and not work.done()}


async def show_again(session: Session, show: Change, hide: Change) -> None:
    """Shows the stop button on a page that came back, where anything runs."""
    if running(session):
        await show()
        if not running(session):  # it has ended meanwhile, and hid the button before this showed it
            await hide()


async def see_through(work: Work, session: Session, show: Change, hide: Change) -> None:
    """Waits until a button's work has ended; `show` and `hide` are of the stop button, which goes with the last."""
    by_button = _BY_BUTTON.setdefault(session, set())
    by_button.add(work)
    try:
        while not work.done():
            await show()  # once more after a message, whose end hides the button
            await asyncio.wait({work, *running(session)}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        by_button.discard(work)
        if not running(session):
            await hide()
