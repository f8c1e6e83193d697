"""What stands on a page, made up from the events that were sent to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

Event = tuple[str, Any]
"""As Chainlit names it, with its data."""

_KINDS: Final = {
    "new_message": "message",
    "update_message": "message",
    "stream_start": "message",
    "delete_message": "message",
    "element": "element",
    "remove_element": "element",
    "action": "action",
    "remove_action": "action",
}
"""Which kind of thing an event is about; each has an id among its kind."""
_SENT_AS: Final = {"update_message": "new_message", "stream_start": "new_message"}
"""A page that missed the first news of a message takes it from these only."""
_ONCE: Final = ("set_commands", "first_interaction")


class Shown:
    """What stands on a page: its messages, elements and buttons in the order in which they came."""

    def __init__(self) -> None:
        self._latest: dict[tuple[str, str], Event] = {}

    def note(self, event: str, data: Any) -> None:
        """Remember an event. Of no interest later: what a press opened beside, a passing notice, the stop button."""
        if event == "element" and data["display"] == "side":
            return  # it would open once more, also for who closed it
        if event == "stream_token":
            self._add(data)
        elif event in _ONCE:
            self._latest[event, ""] = (event, data)
        elif event in _KINDS:
            self._latest[_KINDS[event], data["id"]] = (_SENT_AS.get(event, event), data)

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
