"""A language model that is set: it may be away, it may be slow, and it may still be loading."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from chat.words import say
from e2e.conftest import OpenPage
from e2e.resumes import chinese_pdf
from e2e.running_chat import RunningChat, running_chat
from e2e.served_models import ServedModels
from local_server import serving

AWAY = "http://127.0.0.1:1/v1"


@pytest.fixture(scope="module")
def models() -> Iterator[tuple[ServedModels, str]]:
    answer = ServedModels()
    with serving(answer) as url:
        yield answer, f"{url}/v1"
        answer.embedding_ready.set()
        answer.go_on.set()


@pytest.fixture(scope="module")
def resume(browser: Browser, made: Path) -> Path:
    return chinese_pdf(browser, made)


@pytest.fixture(scope="module")
def without_model(models: tuple[ServedModels, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningChat]:
    """A chat whose language model is away and whose embedding is not ready before the test says so."""
    with running_chat(tmp_path_factory.mktemp("away"), BOLE_LLM_URL=AWAY, BOLE_EMBEDDING=models[1]) as running:
        yield running


@pytest.fixture(scope="module")
def with_model(models: tuple[ServedModels, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningChat]:
    """A chat with a language model that answers."""
    with running_chat(tmp_path_factory.mktemp("model"), BOLE_LLM_URL=models[1], BOLE_EMBEDDING=models[1]) as running:
        yield running


def test_the_page_is_up_and_of_use_while_the_embedding_still_loads(
    open_page: OpenPage, models: tuple[ServedModels, str], without_model: RunningChat, resume: Path
) -> None:
    chat = open_page(at=without_model)
    expect(chat.page.locator("#starters button")).to_have_count(6)
    chat.command("postings")
    expect(chat.page.get_by_test_id("posting")).to_have_count(12)

    chat.drop(resume)
    expect(chat.page.get_by_text(say("matching_after_loading", "zh"))).to_be_visible()
    expect(chat.cards).to_have_count(0)
    assert not models[0].embedding_ready.is_set()
    chat.screenshot("loading")

    models[0].embedding_ready.set()
    expect(chat.cards).to_have_count(1)


def test_a_model_that_is_away_is_told_on_the_card_and_rules_can_take_over(
    open_page: OpenPage, models: tuple[ServedModels, str], without_model: RunningChat, resume: Path
) -> None:
    models[0].embedding_ready.set()
    chat = open_page(at=without_model)
    chat.drop(resume)
    failed = chat.page.locator('[data-testid="assessment-card"][data-status="failed"]')
    failed.wait_for()

    expect(failed).to_contain_text(AWAY)
    expect(failed.get_by_test_id("score")).to_have_count(0)
    chat.screenshot("model-away", failed)
    failed.get_by_role("button", name="改用规则评估").click()

    expect(chat.finished().get_by_test_id("assessed-by")).to_have_text("规则评估")


def test_a_card_shows_ratings_while_the_model_writes_and_its_evidence_opens_after_it(
    open_page: OpenPage, models: tuple[ServedModels, str], with_model: RunningChat, resume: Path
) -> None:
    models[0].embedding_ready.set()
    chat = open_page(at=with_model)
    chat.drop(resume)
    card = chat.cards.first
    expect(card.get_by_test_id("requirement").first).to_be_visible()
    assert card.get_attribute("data-status") == "writing"
    expect(card.get_by_test_id("score")).to_have_count(0)
    chat.screenshot("being-written", card)

    models[0].go_on.set()
    card = chat.finished().first
    expect(card.get_by_test_id("assessed-by")).to_have_text("语言模型评估")
    expect(card.get_by_test_id("score")).to_be_visible()
    chat.screenshot("written-by-a-model", card)
    chat.open_evidence(card)
    expect(chat.panel.get_by_test_id("marked-line")).to_have_count(1)
