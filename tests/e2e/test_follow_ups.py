"""Questions that a language model answers: streamed with sources, about everyone as a table, and what goes wrong."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from agents.named_candidates import label
from chat.words import say
from e2e.chat_page import ChatPage
from e2e.conftest import OpenPage
from e2e.resumes import CHINESE_NAME, ENGLISH_NAME, chinese_pdf, english_docx
from e2e.running_chat import RunningChat, running_chat
from e2e.served_models import EMBEDDING_MODEL, LANGUAGE_MODEL, ServedModels, pieces
from local_server import Asked, Reply, as_json, as_models, as_stream, serving
from records.language import Language

LANGUAGES: list[Language] = ["zh", "en"]
BROWSER = {"zh": "zh-CN", "en": "en-US"}
ASK = {
    "who": {"zh": "谁带过四人以上的团队？", "en": "Who has led a team of four or more?"},
    "how": {"zh": "团队经历怎么样？", "en": "What about the team experience?"},
}
ANSWER = {
    "zh": "候选人 1 带过 5 人的内容小组 [1:7]，候选人 2 带过 12 人 [2:7]，还管过预算 [2:99]。",
    "en": "Candidate 1 led a group of 5 [1:7], Candidate 2 led 12 people [2:7] and held a budget [2:99].",
}

_STANDS_BEFORE = "(one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING)"


class Scripted(ServedModels):
    """Also answers questions: in the table's form where one is asked for, else with a text; or it fails as told."""

    def __init__(self) -> None:
        super().__init__()
        self.embedding_ready.set()
        self.go_on.set()
        self.context = 262_144
        self.failing = False
        self.away = False
        self.slow = False
        self.lost = threading.Event()

    def __call__(self, asked: Asked) -> Reply:
        if asked.path.endswith("/models"):
            away = as_json({"message": "away"}, status=503)
            return away if self.away else as_models(LANGUAGE_MODEL, EMBEDDING_MODEL, max_tokens=self.context)
        if asked.path.endswith("/tokenize"):
            return as_json({"count": sum(len(message["content"]) for message in asked.body["messages"]) // 2})
        if not asked.path.endswith("/completions"):
            return super().__call__(asked)
        self.asked.append(asked)
        form = asked.body.get("response_format")
        if form is None:
            return self._told(asked)
        properties = form["json_schema"]["schema"]["properties"]
        return self._assessment(form["json_schema"]["schema"]) if "ratings" in properties else _entries(properties)

    def _told(self, asked: Asked) -> Reply:
        language: Language = "zh" if "招聘助手" in asked.body["messages"][0]["content"] else "en"
        if self.failing:
            return as_stream(*pieces(ANSWER[language][:30]), finish=None, done=False, cut=True)
        told = as_stream(*pieces(ANSWER[language]))
        return Reply(self._slowly(told.pieces), kind=told.kind) if self.slow else told  # type: ignore[arg-type]

    def _slowly(self, written: list[bytes]) -> Iterator[bytes]:
        """The beginning of an answer, then one sign of life after the other until nobody listens."""
        yield written[0]
        try:
            while not self.lost.wait(0.05):
                yield b": still there\n\n"
        finally:
            self.lost.set()


def _entries(properties: dict[str, object]) -> Reply:
    entries = {
        key: {
            "lines": [{"first_line": 7, "last_line": 7}] if n == 0 else [],
            "verdict": "yes" if n == 0 else "not_stated",
            "sentence": "5 人内容小组 (a group of 5)" if n == 0 else "没有写 (not stated)",
        }
        for n, key in enumerate(properties)
    }
    return as_stream(*pieces(json.dumps(entries, ensure_ascii=False)))


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[Scripted, str]]:
    answer = Scripted()
    with serving(answer) as url:
        yield answer, f"{url}/v1"


@pytest.fixture(scope="module")
def asked_chat(server: tuple[Scripted, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningChat]:
    url = server[1]
    with running_chat(tmp_path_factory.mktemp("asked"), BOLE_LLM_URL=url, BOLE_EMBEDDING=url) as running:
        yield running


@pytest.fixture
def resumes(browser: Browser, made: Path) -> tuple[Path, Path]:
    return chinese_pdf(browser, made), english_docx(made)


@pytest.fixture(autouse=True)
def well(server: tuple[Scripted, str]) -> None:
    server[0].failing, server[0].away, server[0].slow, server[0].context = False, False, False, 262_144


def with_two(
    open_page: OpenPage, at: RunningChat, files: tuple[Path, Path], language: Language, **looks: object
) -> ChatPage:
    chat = open_page(BROWSER[language], at=at, **looks)
    chat.drop(*files)
    chat.finished(2)
    return chat


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_has_sources_that_open_and_says_which_references_and_numbers_do_not_hold(
    open_page: OpenPage, asked_chat: RunningChat, resumes: tuple[Path, Path], language: Language
) -> None:
    chat = with_two(open_page, asked_chat, resumes, language)
    reply = chat.ask(ASK["how"][language])

    expect(reply).to_contain_text(CHINESE_NAME)
    expect(reply).to_contain_text(ENGLISH_NAME)
    expect(reply).not_to_contain_text(label(1, language))
    expect(reply).to_contain_text("1 处出处" if language == "zh" else "1 reference(s)")
    expect(reply).to_contain_text("⚠")
    expect(reply.locator("li").filter(has_text="12")).to_have_count(1)
    chat.screenshot(f"follow-up-{language}")
    evidence = reply.get_by_test_id("evidence")
    expect(evidence).to_have_count(2)
    quote = evidence.first.locator("q").inner_text()
    evidence.first.click()
    expect(chat.panel.get_by_test_id("marked-quote")).to_have_text(quote)


@pytest.mark.parametrize(
    ("language", "dark", "width"), [("zh", False, 1280), ("zh", True, 390), ("en", False, 390), ("en", True, 1280)]
)
def test_a_question_to_everyone_becomes_a_table_of_all(
    open_page: OpenPage, asked_chat: RunningChat, resumes: tuple[Path, Path], language: Language, dark: bool, width: int
) -> None:
    chat = with_two(open_page, asked_chat, resumes, language, dark=dark, width=width)
    reply = chat.ask(ASK["who"][language])

    rows = reply.get_by_test_id("everyone-row")
    expect(rows).to_have_count(2)
    expect(rows.filter(has_text=CHINESE_NAME)).to_have_count(1)
    expect(rows.filter(has_text=ENGLISH_NAME)).to_have_count(1)
    expect(reply).to_contain_text("1 位符合" if language == "zh" else "1 yes")
    looked_at = chat.page.get_by_text(say("looked_at", language, done=2, total=2))
    expect(looked_at).to_be_visible()
    assert looked_at.evaluate(_STANDS_BEFORE, reply.element_handle())
    evidence = reply.get_by_test_id("evidence")
    expect(evidence).to_have_count(1)
    assert chat.overflow() <= 0
    chat.screenshot(f"everyone-{language}-{'dark' if dark else 'light'}-{width}")
    quote = evidence.get_attribute("title")
    evidence.click()
    expect(chat.panel.get_by_test_id("marked-quote")).to_have_text(quote or "?")


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_did_not_fit_is_named_under_the_answer(
    open_page: OpenPage,
    asked_chat: RunningChat,
    server: tuple[Scripted, str],
    resumes: tuple[Path, Path],
    language: Language,
) -> None:
    chat = with_two(open_page, asked_chat, resumes, language)
    server[0].context = _context_for_one(server[0], chat, language)
    reply = chat.ask(ASK["how"][language])

    expect(reply).to_contain_text("没有看以下 1 位" if language == "zh" else "Left out this time: ")
    chat.screenshot(f"left-out-{language}")


def _context_for_one(server: Scripted, chat: ChatPage, language: Language) -> int:
    """A context that the whole prompt does not fit into by a little, as the server counts."""
    chat.ask(ASK["how"][language])
    said = server.asked[-1].body["messages"]
    tokens = sum(len(message["content"]) for message in said) // 2
    return int((tokens + 512 - 100) / 0.75)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_failure_says_what_to_do_and_both_ways_on_work(
    open_page: OpenPage,
    asked_chat: RunningChat,
    server: tuple[Scripted, str],
    resumes: tuple[Path, Path],
    language: Language,
) -> None:
    chat = with_two(open_page, asked_chat, resumes, language)
    server[0].failing = True
    failed = chat.ask(ASK["how"][language])
    expect(failed).to_contain_text(say("answer_failed", language))
    expect(chat.page.get_by_text("5 人的内容小组" if language == "zh" else "a group of 5")).to_have_count(0)
    chat.screenshot(f"answer-failed-{language}")

    chat.page.get_by_role("button", name=say("search_instead", language)).last.click()
    expect(chat.replies.last).to_contain_text("检索了简历原文" if language == "zh" else "The resumes were searched")
    server[0].failing = False
    chat.page.get_by_role("button", name=say("ask_again", language)).last.click()
    expect(chat.replies.last).to_contain_text("1 处出处" if language == "zh" else "1 reference(s)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_server_that_is_away_is_told_with_the_choice(
    open_page: OpenPage,
    asked_chat: RunningChat,
    server: tuple[Scripted, str],
    resumes: tuple[Path, Path],
    language: Language,
) -> None:
    chat = with_two(open_page, asked_chat, resumes, language)
    server[0].away = True
    chat.send(ASK["how"][language])
    button = chat.page.get_by_role("button", name=say("search_instead", language))
    button.wait_for()

    expect(chat.page.get_by_role("button", name=say("ask_again", language))).to_be_visible()


def test_stop_ends_the_request_at_the_server_and_says_that_the_answer_is_unfinished(
    open_page: OpenPage, asked_chat: RunningChat, server: tuple[Scripted, str], resumes: tuple[Path, Path]
) -> None:
    chat = with_two(open_page, asked_chat, resumes, "zh")
    server[0].slow = True
    chat.send(ASK["how"]["zh"])
    expect(chat.replies.last).to_contain_text(CHINESE_NAME)
    chat.page.locator("#stop-button").click()

    expect(chat.page.get_by_text(say("answer_stopped", "zh"))).to_be_visible()
    expect(chat.page.get_by_text(say("stopped", "zh"), exact=True)).to_be_visible()
    assert server[0].lost.wait(60)
    chat.settled()
    chat.screenshot("answer-stopped-zh")


def test_a_question_that_is_asked_again_by_its_button_can_be_stopped_too(
    open_page: OpenPage, asked_chat: RunningChat, server: tuple[Scripted, str], resumes: tuple[Path, Path]
) -> None:
    chat = with_two(open_page, asked_chat, resumes, "en")
    server[0].failing = True
    chat.ask(ASK["how"]["en"])
    server[0].failing, server[0].slow = False, True
    server[0].lost.clear()
    chat.page.get_by_role("button", name=say("ask_again", "en")).last.click()
    expect(chat.replies.last).to_contain_text(CHINESE_NAME)
    chat.page.locator("#stop-button").click()

    expect(chat.page.get_by_text(say("answer_stopped", "en"))).to_be_visible()
    assert server[0].lost.wait(60)
    chat.settled()
