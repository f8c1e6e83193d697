from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from retrieval.content_words import _stem, content_words


@pytest.fixture
def impatient() -> Iterator[None]:
    """Threads take turns a thousand times as often as usual."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(usual / 1000)
    yield
    sys.setswitchinterval(usual)


def test_only_words_that_say_something_are_left_in_their_stems() -> None:
    assert list(content_words("Experienced with running databases and Node.js")) == ["run", "databas", "node.js"]


def test_many_threads_get_the_stems_that_one_gets(impatient: None) -> None:
    texts = [f"migrating {'un' * n}measurabl{'ely' * (n % 3)} organization{'s' * n} relational" for n in range(400)]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda text: list(content_words(text)), texts))
    _stem.cache_clear()  # what was remembered would only be compared with itself

    assert together == [list(content_words(text)) for text in texts]
