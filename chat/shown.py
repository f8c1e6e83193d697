"""What stands on a page, made up from the events that were sent to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

Event = tuple[str, Any]
"""As Chainlit names it, with its data."""

_MESSAGES: Final = ("new_message", "update_message", "stream_start")
_ONCE: Final = ("set_commands", "first_interaction")
_REMOVAL_OF: Final = {"element": "remove_element", "action": "remove_action"}


class Shown:
    """What stands on a page: its messages, elements and buttons in the order in which they came."""

    def __init__(self) -> None:
        self._latest: dict[tuple[str, str], Event] = {}

    def note(self, event: str, data: Any) -> None:
        """Remember an event. Of no interest later: what a press opened beside, a passing notice, the stop button."""
        if event == "element" and data["display"] == "side":
            return  # it would open once more, also for who closed it
        if event in _MESSAGES:
            self._latest["message", data["id"]] = ("new_message", data)
        elif event == "stream_token":
            self._add(data)
        elif event == "delete_message":
            self._latest["message", data["id"]] = (event, data)
        elif event in _ONCE:
            self._latest[event, ""] = (event, data)
        else:
            for kind, removal in _REMOVAL_OF.items():
                if event in {kind, removal}:
                    self._latest[kind, data["id"]] = (event, data)

    def _add(self, token: Mapping[str, Any]) -> None:
        """A message that is being written holds what was written so far."""
        event, message = self._latest.get(("message", token["id"]), ("", None))
        if event == "new_message" and not token["isInput"]:
            written = "" if token["isSequence"] else message["output"]
            self._latest["message", token["id"]] = (event, {**message, "output": written + token["token"]})

    def events(self) -> Iterator[Event]:
        """What makes up the page again; each in the state that it has when it is asked for."""
        for key in list(self._latest):
            if self._latest[key][0] == "action":
                yield "remove_action", self._latest[key][1]  # the page would show a button twice
            yield self._latest[key]
