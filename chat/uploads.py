"""Lets files of no bytes through: Chainlit answers them with an error that names no file, and drops them."""

from __future__ import annotations

import os
from typing import Any

from chainlit.session import BaseSession
from chainlit.types import FileReference

_persist_file = BaseSession.persist_file


async def _persisted(session: BaseSession, name: str, mime: str, **content: Any) -> FileReference:
    if not any(content.values()):
        content = {"path": os.devnull}
    return await _persist_file(session, name, mime, **content)


def accept_empty_files() -> None:
    """From now on an empty file is received like any other, so that the user is told which one it was."""
    BaseSession.persist_file = _persisted  # type: ignore[method-assign, assignment]
