# ruff: noqa: SIM905  (a word list is read whole)
"""The words of a text that carry content: what every posting and every resume says is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import snowballstemmer

from records.language import HAN
from retrieval.words import words

_EMPTY_ENGLISH: Final = frozenset(
    """a about across also all an and any are as at based be been being both but by can could did do does each eg e.g
    etc for from had has have having he help her his how i i.e if in including include includes into is it its like
    ll make may might more most multiple must my new no nor not of on one or other our out over own per plus re s she
    should so some such t than that the their them then there these they this those through to too two three under up
    us use used using various ve very via was we well were what when where which while who will with within would you
    your
    able ability advantage basic candidate candidates deep desirable different ensure ensuring equivalent excellent
    experience experienced expert expertise exposure extensive familiar familiarity field good great hands-on ideal
    in-depth job join joining knowledge least looking mandatory minimum nice need needed needs position preferred
    proficiency proficient proven provide providing related relevant required requirement role similar skill skilled
    skills solid sound strong team total overall understanding want work working works year years yrs""".split()
)
_EMPTY_CHINESE: Final = re.compile(
    "精通|熟悉|熟练|掌握|了解|具备|具有|拥有|良好|优秀|扎实|丰富|较强|较好|一定|能力|经验|经历|以上|以下|及以上|相关|工作|优先|考虑|"
    "负责|能够|可以|进行|以及|或者|至少|不限|专业|行业|领域|岗位|职位|之一|任一|其中|要求|使用|运用|应用|常用|常见|主流|主要|包括|等等|我们|公司|"
    "参与|协助|完成|独立|至今|年|有|等|的|和|与|及|或|对|在|能|会|者|并|为|于|中|了"
)


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    # A stemmer holds the word it is at, so two threads must not share one; making one takes microseconds.
    return str(snowballstemmer.stemmer("english").stemWord(word))


def content_words(text: str) -> Iterator[str]:
    """Stems of English words and pairs of Chinese characters, in order, without those that say nothing."""
    for word in words(_EMPTY_CHINESE.sub(" ", text)):
        if HAN.match(word):
            yield word
        elif len(word) > 1 and word not in _EMPTY_ENGLISH and not word.isdigit():
            yield _stem(word) if word.isalpha() else word  # Node.js and k8s have no other forms
