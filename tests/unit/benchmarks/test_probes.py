"""The bilingual probe set, and how a place in it is counted."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.probes import FILE, HELD_OUT, Probe, places, read_probes, recall
from records.language import HAN
from retrieval.words import words

FIRST, SECOND = read_probes(FILE), read_probes(HELD_OUT)
BOTH_SETS = pytest.mark.parametrize("probes", [FIRST, SECOND], ids=["first", "held-out"])
SIDES = {"zh": True, "en": False}


@BOTH_SETS
def test_a_set_is_as_large_as_promised_in_every_direction(probes: list[Probe]) -> None:
    counts = Counter(probe.kind for probe in probes)
    assert len(probes) >= 120
    assert counts["zh-en"] >= 40
    assert counts["en-zh"] >= 40
    assert counts["zh-zh"] >= 16
    assert counts["en-en"] >= 16
    assert len({probe.trade for probe in probes}) >= 15


def test_the_pairs_that_were_named_come_first() -> None:
    assert [(probe.query, probe.target) for probe in FIRST[:2]] == [
        ("搭建过文档问答系统", "RAG"),
        ("LangChain+Qwen 智能客服 Agent", "AI Agent 架构"),
    ]


@BOTH_SETS
def test_no_query_stands_twice(probes: list[Probe]) -> None:
    assert len({probe.query for probe in probes}) == len(probes)


def test_the_sets_have_no_pair_in_common() -> None:
    assert {probe.target for probe in FIRST}.isdisjoint(probe.target for probe in SECOND)
    assert {probe.query for probe in FIRST}.isdisjoint(probe.query for probe in SECOND)


@BOTH_SETS
def test_a_kind_says_which_sides_hold_chinese(probes: list[Probe]) -> None:
    wrong = [p for p in probes if [bool(HAN.search(s)) for s in (p.query, p.target)] != _chinese_sides(p.kind)]
    assert wrong == []


@BOTH_SETS
def test_an_english_paraphrase_shares_at_most_two_words_with_its_target(probes: list[Probe]) -> None:
    english = [probe for probe in probes if probe.kind == "en-en"]
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
