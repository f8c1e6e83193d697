"""The bilingual probe set, and how a place in it is counted."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.probes import FILE, Probe, places, read_probes, recall
from records.language import HAN
from retrieval.words import words

PROBES = read_probes(FILE)
SIDES = {"zh": True, "en": False}


def test_the_set_is_as_large_as_promised_in_every_direction() -> None:
    counts = Counter(probe.kind for probe in PROBES)
    assert counts["zh-en"] >= 40
    assert counts["en-zh"] >= 40
    assert counts["zh-zh"] >= 20
    assert counts["en-en"] >= 20
    assert len({probe.trade for probe in PROBES}) >= 12


def test_a_kind_says_which_sides_hold_chinese() -> None:
    wrong = [p for p in PROBES if [bool(HAN.search(s)) for s in (p.query, p.target)] != _chinese_sides(p.kind)]
    assert wrong == []


def test_an_english_paraphrase_shares_at_most_two_words_with_its_target() -> None:
    english = [probe for probe in PROBES if probe.kind == "en-en"]
    assert [p for p in english if len(set(words(p.query)) & set(words(p.target))) > 2] == []


def test_a_target_that_stands_twice_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "probes.tsv"
    file.write_text("query\ttarget\tkind\ttrade\na\tPayroll\ten-en\thr\nb\tpayroll\ten-en\thr\n", encoding="utf-8")
    with pytest.raises(ValueError, match="stands twice"):
        read_probes(file)


def test_a_target_that_is_not_found_stands_beyond_the_last() -> None:
    probes = [Probe("a", "x", "en-en", "law"), Probe("b", "y", "en-en", "law")]
    found = places(probes, lambda query, texts: ["y", "x"] if query == "a" else ["x"])
    assert found == [2, 3]
    assert recall(found, 2) == 0.5


def _chinese_sides(kind: str) -> list[bool]:
    return [SIDES[side] for side in kind.split("-")]
