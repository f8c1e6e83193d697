"""What a page missed while it was not connected is shown to it when it is back.

Chainlit sends each event once. A page whose laptop slept, whose phone was locked or whose network changed comes back
to the same session without those of the meantime, and so does one that connects twice at its start. What stands on the
page is therefore remembered, in its latest state, and sent again to whoever comes back; the page knows each thing by
its id and takes a second time for news of the first.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Final, cast
from weakref import WeakKeyDictionary

from chainlit.context import init_ws_context
from chainlit.server import sio
from chainlit.session import WebsocketSession
from chainlit.socket import connect, connection_successful

from chat.shown import Shown
from chat.under_way import show_again

Emit = Callable[[str, Any], Awaitable[None]]

_SHOWN: Final[WeakKeyDictionary[WebsocketSession, Shown]] = WeakKeyDictionary()
_SEND: Final[WeakKeyDictionary[WebsocketSession, Emit]] = WeakKeyDictionary()
"""Chainlit's own way to the page, of each session's latest connection."""


def show_what_was_missed() -> None:
    """Take the place of Chainlit's own handlers, which send again nothing."""
    sio.on("connect", _connected)
    sio.on("connection_successful", _begun)


async def _connected(sid: str, environ: dict[str, Any], auth: dict[str, Any]) -> bool:
    admitted: bool = await connect(sid, environ, auth)
    session = WebsocketSession.require(sid)
    shown, send = _SHOWN.setdefault(session, Shown()), cast(Emit, session.emit)
    _SEND[session] = send

    async def remembered(event: str, data: Any) -> None:
        shown.note(event, data)
        await send(event, data)

    session.emit = remembered
    return admitted


async def _begun(sid: str) -> None:
    session = WebsocketSession.get(sid)
    if session is None:
        return  # it has connected anew already
    await connection_successful(sid)
    if not session.restored:
        return
    for event, data in _SHOWN[session].events():
        await _SEND[session](event, data)
    page = init_ws_context(session).emitter
    await show_again(session, page.task_start, page.task_end)
