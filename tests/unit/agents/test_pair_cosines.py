"""Pairs are compared as matching compares."""

from __future__ import annotations

from agents.labelled_pairs import Pair
from agents.pair_cosines import comparison, judged
from fakes import BagOfWords


def test_pairs_are_compared_with_contacts_masked() -> None:
    embedding = BagOfWords()

    judged([Pair("mail a@example.com", "call 13900000417", True)], embedding)

    assert embedding.queries == ["mail [EMAIL]"]
    assert embedding.passages == ["call [PHONE]"]


def test_each_text_is_embedded_once_however_many_pairs_it_stands_in() -> None:
    embedding = BagOfWords()

    judged([Pair("a", "b", True), Pair("a", "c", False), Pair("d", "b", False)], embedding)

    assert embedding.queries == ["a", "d"]
    assert embedding.passages == ["b", "c"]


def test_a_whole_resume_counts_with_its_best_line() -> None:
    (whole, line) = judged([Pair("a b", "x\n\na b\ny", True), Pair("a b", "a b", True)], BagOfWords())

    assert whole.cosine == line.cosine == 1


def test_a_posting_of_several_lines_is_compared_with_the_resume_as_in_the_list_of_matches() -> None:
    one = comparison(Pair("Nurse\nward work", "worked on a ward\ncooked", True), max_tokens=40)

    assert one.whole
    assert (one.searching, one.searched) == (("worked on a ward\ncooked",), ("Nurse\nward work",))


def test_each_passage_of_a_resume_counts_with_the_nearest_of_the_posting() -> None:
    far, near = " ".join(f"x{n}" for n in range(20)), " ".join(f"a{n}" for n in range(20))
    (found,) = judged([Pair(f"{near}\ny", f"{near}\n{far}", True)], BagOfWords(dimensions=4096))

    assert 0.4 < found.cosine < 0.6  # one passage of two is there
