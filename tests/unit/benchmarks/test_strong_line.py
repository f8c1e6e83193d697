"""Labelled pairs made from the probes, and whole texts compared as in the list of matches."""

from __future__ import annotations

from benchmarks.probes import Probe
from benchmarks.strong_line import OTHERS, documents, pairs_of
from fakes import BagOfWords
from retrieval.evaluation import TestSet

PROBES = [Probe(f"line {n}", f"asked {n}", "en-en", trade) for n, trade in enumerate(["law", "sales"] * 6)]


def test_each_probe_gives_its_own_pair_and_some_that_do_not_belong_together() -> None:
    pairs = pairs_of(PROBES, lambda probe, other: probe.trade != other.trade)

    assert len(pairs) == len(PROBES) * (1 + OTHERS)
    for pair in pairs:
        assert pair.belongs == (pair.query.split()[1] == pair.text.split()[1])


def test_others_are_of_the_kind_asked_for() -> None:
    pairs = pairs_of(PROBES, lambda probe, other: probe.trade == other.trade)

    assert all((int(p.query.split()[1]) - int(p.text.split()[1])) % 2 == 0 for p in pairs)


def test_whole_texts_that_belong_together_lie_nearer() -> None:
    corpus = {f"p{n}": f"word{n} term{n}" for n in range(30)}
    test_set = TestSet(corpus, {"q": "word3 term3"}, {"q": frozenset({"p3"})})

    own, *others = documents(test_set, BagOfWords(dimensions=4096), "posting_to_resumes")

    assert (own.belongs, own.cosine) == (True, 1.0)
    assert len(others) == OTHERS
    assert not any(other.belongs or other.cosine for other in others)
