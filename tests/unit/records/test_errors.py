from __future__ import annotations

import pickle
import re
from string import Formatter

import pytest

from records import errors
from records.errors import OversizedFile, ReadingError, RecruitingError, StorageFull
from records.language import Language


def every_error(kind: type[RecruitingError] = RecruitingError) -> list[type[RecruitingError]]:
    return [kind, *(error for below in kind.__subclasses__() for error in every_error(below))]


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


ERRORS = every_error()


@pytest.mark.parametrize("kind", ERRORS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_error_says_what_happened_and_what_to_do(kind: type[RecruitingError], language: Language) -> None:
    names = set().union(*(blanks(text) for wording in kind.wording.values() for text in wording))
    error = kind(**{name: f"<{name}>" for name in names})

    assert error.message(language)
    assert error.advice(language)


@pytest.mark.parametrize("kind", ERRORS)
def test_both_languages_of_an_error_name_the_same_facts(kind: type[RecruitingError]) -> None:
    english, chinese = kind.wording["en"], kind.wording["zh"]

    assert [blanks(text) for text in english] == [blanks(text) for text in chinese]


@pytest.mark.parametrize("kind", ERRORS)
def test_only_the_chinese_wording_is_chinese(kind: type[RecruitingError]) -> None:
    assert all(re.search("[一-鿿]", text) for text in kind.wording["zh"])
    assert not any(re.search("[一-鿿]", text) for text in kind.wording["en"])


def test_every_error_has_a_code_of_its_own() -> None:
    assert len({kind.code for kind in ERRORS}) == len(ERRORS)


def test_the_drawing_at_the_top_shows_every_error() -> None:
    assert set(re.findall(r"[A-Z][A-Za-z]+(?=\s)", errors.__doc__ or "")) >= {kind.__name__ for kind in ERRORS}


def test_every_error_is_imported_from_one_place() -> None:
    assert set(errors.__all__) == {kind.__name__ for kind in ERRORS}


def test_an_error_crosses_a_process_border_with_its_facts() -> None:
    error = pickle.loads(pickle.dumps(OversizedFile(file="李雷.pdf", size_mb=31, limit_mb=20)))

    assert type(error) is OversizedFile
    assert error.message("zh") == "李雷.pdf 有 31 MB，上限是 20 MB。"


def test_an_error_reads_in_english_where_nobody_chose_a_language() -> None:
    assert str(StorageFull(place="/records")) == "There is no space left for /records."


def test_a_message_whose_facts_are_missing_is_a_mistake_in_the_code() -> None:
    with pytest.raises(KeyError, match="file"):
        ReadingError()


def test_braces_in_a_fact_are_shown_as_they_are() -> None:
    assert ReadingError(file="{name}.pdf").message("en") == "{name}.pdf could not be read."
