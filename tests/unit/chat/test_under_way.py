"""The stop button while several things run: it stays as long as any does, and all can be ended."""

from __future__ import annotations

import asyncio
from typing import Any

from chat.under_way import running, see_through, show_again


class Page:
    """A session and its stop button."""

    def __init__(self) -> None:
        self.current_task: asyncio.Task[Any] | None = None
        self.button = False

    async def show(self) -> None:
        self.button = True

    async def hide(self) -> None:
        self.button = False

    def message(self, may_end: asyncio.Event) -> asyncio.Task[None]:
        """The work of a message; Chainlit shows the button before it and hides it after it."""

        async def answered() -> None:
            await self.show()
            await may_end.wait()
            await self.hide()

        self.current_task = asyncio.create_task(answered())
        return self.current_task

    def by_button(self, may_end: asyncio.Event) -> tuple[asyncio.Task[Any], asyncio.Task[None]]:
        """The work of a button, and who sees it through."""
        work = asyncio.create_task(may_end.wait())
        return work, asyncio.create_task(see_through(work, self, self.show, self.hide))


def ended() -> asyncio.Event:
    event = asyncio.Event()
    event.set()
    return event


async def settled() -> None:
    """All that can go on has gone on, until it waits for something that the test decides."""
    for _ in range(10):
        await asyncio.sleep(0)


async def test_a_message_that_still_runs_keeps_the_button_after_a_buttons_work() -> None:
    page = Page()
    batch = page.message(asyncio.Event())

    _, check = page.by_button(ended())
    await check

    assert page.button
    assert running(page) == {batch}
    batch.cancel()


async def test_the_button_comes_back_where_a_message_ends_before_a_buttons_work() -> None:
    page, may_end = Page(), asyncio.Event()
    message_may_end = asyncio.Event()
    page.message(message_may_end)
    work, check = page.by_button(may_end)
    await settled()

    message_may_end.set()
    await settled()

    assert page.button
    assert running(page) == {work}
    may_end.set()
    await check
    assert not page.button


async def test_all_that_runs_can_be_ended_at_once() -> None:
    page = Page()
    batch = page.message(asyncio.Event())
    works, checks = zip(*(page.by_button(asyncio.Event()) for _ in range(2)), strict=True)
    await settled()

    assert running(page) == {batch, *works}
    for work in running(page):
        work.cancel()
    await asyncio.gather(*checks)

    assert running(page) == set()
    assert not page.button


async def test_a_page_that_came_back_has_the_button_while_anything_runs() -> None:
    page, may_end = Page(), asyncio.Event()
    page.message(may_end)
    await settled()
    page.button = False

    await show_again(page, page.show, page.hide)

    assert page.button
    may_end.set()
    await settled()
    await show_again(page, page.show, page.hide)
    assert not page.button


async def test_what_ends_while_the_button_is_shown_again_leaves_none() -> None:
    page, may_end = Page(), asyncio.Event()
    page.message(may_end)
    await settled()

    async def shown_late() -> None:
        may_end.set()
        await settled()
        await page.show()

    await show_again(page, shown_late, page.hide)

    assert not page.button
