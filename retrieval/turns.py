"""Whose turn it is at a server: so many requests at once, people before batches, and always room for people."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from heapq import heappop, heappush
from weakref import WeakKeyDictionary

from retrieval.chat_request import BATCH


class Turns:
    """At most `most` requests at once in an event loop; a batch leaves one place in four to people who wait."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._rooms: WeakKeyDictionary[asyncio.AbstractEventLoop, _Room] = WeakKeyDictionary()

    @asynccontextmanager
    async def turn(self, priority: int) -> AsyncIterator[None]:
        """Waits for a turn and holds it; the lower priority goes first, equals in the order in which they came."""
        room = self._rooms.setdefault(asyncio.get_running_loop(), _Room(self._most))
        await room.enter(priority)
        try:
            yield
        finally:
            room.leave(priority)


class _Room:
    """The places in one event loop, and who waits for one."""

    def __init__(self, most: int) -> None:
        self._free = most
        self._free_for_batch = max(1, most - most // 4)
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()

    async def enter(self, priority: int) -> None:
        ticket = asyncio.get_running_loop().create_future()
        heappush(self._waiting, (priority, next(self._numbers), ticket))
        self._let_in()
        try:
            await ticket
        except asyncio.CancelledError:
            if not ticket.cancelled():  # let in at the very moment of giving up
                self.leave(priority)
            raise

    def leave(self, priority: int) -> None:
        self._count(priority, 1)
        self._let_in()

    def _let_in(self) -> None:
        while self._waiting:
            priority, _, ticket = self._waiting[0]
            if ticket.done():  # gave up waiting
                heappop(self._waiting)
                continue
            if self._free == 0 or (priority >= BATCH and self._free_for_batch == 0):
                return  # those behind are no more urgent
            heappop(self._waiting)
            self._count(priority, -1)
            ticket.set_result(None)

    def _count(self, priority: int, change: int) -> None:
        self._free += change
        if priority >= BATCH:
            self._free_for_batch += change
