"""What stands on a page, made up again from all that was sent to it."""

from __future__ import annotations

from typing import Any

from chat.shown import Event, Shown


def page(*events: Event) -> list[Event]:
    shown = Shown()
    for event, data in events:
        shown.note(event, data)
    return list(shown.events())


def message(name: str, output: str = "") -> dict[str, Any]:
    return {"id": name, "output": output}


def element(props: int, display: str = "inline") -> dict[str, Any]:
    return {"id": "card", "display": display, "props": props}


def token(name: str, token: str, *, instead: bool = False, of_input: bool = False) -> Event:
    return "stream_token", {"id": name, "token": token, "isSequence": instead, "isInput": of_input}


def test_each_thing_comes_once_in_its_latest_state_and_its_first_place() -> None:
    assert page(
        ("new_message", message("a", "reading")),
        ("element", element(1)),
        ("new_message", message("b")),
        ("update_message", message("a", "read")),
        ("element", element(2)),
        ("set_commands", ["screen"]),
    ) == [
        ("new_message", message("a", "read")),
        ("element", element(2)),
        ("new_message", message("b")),
        ("set_commands", ["screen"]),
    ]


def test_a_message_that_is_being_written_holds_what_was_written_so_far() -> None:
    begun = ("stream_start", message("a", "She "))

    assert page(begun, token("a", "led "), token("a", "12")) == [("new_message", message("a", "She led 12"))]
    assert page(begun, token("a", "Led", instead=True)) == [("new_message", message("a", "Led"))]
    assert page(begun, token("a", "{}", of_input=True)) == [("new_message", message("a", "She "))]


def test_what_was_taken_away_is_taken_away_again() -> None:
    gone = [("delete_message", message("a")), ("remove_element", {"id": "card"}), ("remove_action", {"id": "again"})]

    assert page(("new_message", message("a")), ("element", element(1)), ("action", {"id": "again"}), *gone) == gone


def test_a_button_takes_the_place_of_the_one_that_the_page_may_have() -> None:
    assert page(("action", {"id": "again"})) == [("remove_action", {"id": "again"}), ("action", {"id": "again"})]


def test_a_button_that_goes_while_the_page_is_made_up_does_not_come_back() -> None:
    shown = Shown()
    shown.note("action", {"id": "again"})
    events = shown.events()
    next(events)

    shown.note("remove_action", {"id": "again"})

    assert list(events) == [("remove_action", {"id": "again"})]


def test_a_panel_that_was_opened_is_not_opened_again_and_the_stop_button_follows_what_runs() -> None:
    assert page(("element", element(1, "side"))) == []
    assert page(("set_sidebar_elements", {"elements": []}), ("task_start", {}), ("toast", {"message": "x"})) == []


def test_news_that_come_while_the_page_is_made_up_are_not_overtaken_by_what_they_replace() -> None:
    shown = Shown()
    shown.note("new_message", message("a"))
    shown.note("new_message", message("b", "half"))
    events = shown.events()
    next(events)

    shown.note("update_message", message("b", "whole"))

    assert list(events) == [("new_message", message("b", "whole"))]
