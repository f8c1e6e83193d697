"""Matching on a real Chroma: with the bundled model on the samples, and with counted words on small libraries."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agents.postings.library import read_posting
from fakes import BagOfWords
from records.errors import RerankerError
from records.posting import Posting
from records.redacted import RedactedText
from records.resume import Line, Resume
from retrieval.documents.file import read_file
from retrieval.embedding import Embedding, Task
from retrieval.held_texts import HeldPostings, HeldResumes
from retrieval.index_source import IndexPlace
from retrieval.local_embedding import LocalEmbedding
from retrieval.matching import Match, Matching
from retrieval.posting_index import posting_index
from retrieval.reranking import paired
from retrieval.talent_pool import talent_pool
from samples import posting_files, resume_files

OWN_POSTING = {
    "lin-zhixia-ai-application.pdf": "ai-application-engineer",
    "avery-samplewood-data-analyst.docx": "data-analyst",
    "shen-muyan-product-designer.pdf": "product-designer",
    "zhou-xingzhi-finance.md": "finance-supervisor",
}
COOK = read_posting("Cook\nRequirements\n- 3 years of cooking\n- Sauces and pastry", "cook")
NURSE = read_posting("护士\n任职要求\n- 护士资格证\n- 2 年以上急诊护理经验", "nurse")
CLERK = read_posting("Clerk\nRequirements\n- Excel\n- Invoices", "clerk")


@dataclass
class Place:
    """A library and a pool that tests change, with the matching opened on them."""

    path: Path
    embedding: Embedding = field(default_factory=BagOfWords)
    postings: Sequence[Posting] = (COOK, NURSE, CLERK)
    resumes: Sequence[Resume] = ()
    reader_version: int = 1

    def __post_init__(self) -> None:
        place = IndexPlace(self.path, self.path)
        library, readings = HeldPostings(lambda: self.postings), HeldResumes(lambda: self.resumes, self.reader_version)
        self.library, self.readings = library, readings
        self.index = posting_index(place, self.embedding, library)
        self.pool = talent_pool(place, self.embedding, readings)
        self.matching = Matching(self.index, self.pool, library, readings)

    def match(self, resume: Resume, top: int = 20) -> tuple[Match, ...]:
        return self.matching.match(resume, top, strong_line=0.3)

    def close(self) -> None:
        self.index.close()
        self.pool.close()


Opened = Callable[..., Place]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    places: list[Place] = []

    def make(path: Path | None = None, **given: object) -> Place:
        places.append(Place(path or tmp_path / "index", **given))  # type: ignore[arg-type]
        return places[-1]

    yield make
    for place in places:
        place.close()


def resume(*lines: str, sha256: str = "a" * 64) -> Resume:
    return Resume(
        "cv.txt", sha256, "txt", 1, "mixed", "text", tuple(Line(n, 1, x, "experience") for n, x in enumerate(lines, 1))
    )


KITCHEN = resume("Sauces and pastry in a hotel", "3 years of cooking")


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory, bundled: LocalEmbedding) -> Iterator[Place]:
    library = [read_posting(file.read_text("utf-8"), file.stem) for file in posting_files()]
    place = Place(tmp_path_factory.mktemp("samples"), bundled, library)
    yield place
    place.close()


@pytest.mark.parametrize("file", resume_files(), ids=lambda file: file.name)
def test_each_sample_resume_has_its_own_posting_first(samples: Place, file: Path) -> None:
    matches = samples.match(read_file(file), top=5)

    assert matches[0].posting == OWN_POSTING[file.name]
    assert [match.rank for match in matches] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("file", resume_files(), ids=lambda file: file.name)
def test_every_requirement_has_the_nearest_line_as_its_reason(samples: Place, file: Path) -> None:
    candidate = read_file(file)
    best = samples.match(candidate, top=1)[0]
    posting = next(posting for posting in samples.postings if posting.id == best.posting)
    cosines = samples.matching.similarity_by_line(candidate, posting)

    assert cosines.shape == (len(posting.requirements), len(candidate.lines))
    assert [reason.requirement for reason in best.reasons] == [r.id for r in posting.requirements]
    assert [reason.line for reason in best.reasons] == (cosines.argmax(axis=1) + 1).tolist()
    assert [reason.similarity for reason in best.reasons] == pytest.approx(cosines.max(axis=1), abs=1e-3)


def test_similarities_are_shown_to_four_decimals_and_strong_agrees_with_them(samples: Place) -> None:
    for match in samples.match(read_file(resume_files()[0])):
        assert match.similarity == round(match.similarity, 4)
        assert match.strong == (match.similarity >= 0.3)


def test_an_empty_library_matches_nothing(opened: Opened) -> None:
    assert opened(postings=()).match(KITCHEN) == ()


def test_a_single_posting_is_matched(opened: Opened) -> None:
    (match,) = opened(postings=(NURSE,)).match(KITCHEN)

    assert (match.rank, match.posting, match.title) == (1, "nurse", "护士")


def test_a_posting_without_requirements_is_matched_without_reasons(opened: Opened) -> None:
    bare = Posting(id="bare", title="Cook", text="pastry", language="en")

    assert opened(postings=(bare,)).match(KITCHEN)[0].reasons == ()


@pytest.mark.parametrize("lines", [(), ("",), ("！",), ("word " * 3000,)])
def test_an_odd_resume_is_matched_too(opened: Opened, lines: tuple[str, ...]) -> None:
    assert len(opened().match(resume(*lines))) == 3


def test_equal_postings_stand_in_the_order_of_their_ids(opened: Opened) -> None:
    twins = tuple(COOK.model_copy(update={"id": name}) for name in ("b", "a", "c"))

    assert [match.posting for match in opened(postings=twins).match(KITCHEN)] == ["a", "b", "c"]


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.permutations([COOK, NURSE, CLERK, COOK.model_copy(update={"id": "cook-2"})]))
def test_the_order_of_the_library_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory, library: list[Posting]
) -> None:
    place, sorted_place = (
        Place(tmp_path_factory.mktemp("order"), postings=postings)
        for postings in (library, sorted(library, key=lambda posting: posting.id))
    )

    assert place.match(KITCHEN) == sorted_place.match(KITCHEN)
    assert [match.posting for match in place.match(KITCHEN)][:2] == ["cook", "cook-2"]
    place.close()
    sorted_place.close()


def test_a_resume_seen_before_is_not_embedded_again(opened: Opened) -> None:
    first = BagOfWords()
    place = opened(embedding=first, resumes=(KITCHEN,))
    place.match(KITCHEN)
    place.close()
    embedded = len(first.passages) + len(first.queries)
    assert embedded > 0

    again = BagOfWords()
    opened(embedding=again, resumes=(KITCHEN,)).match(replace(KITCHEN, file="another-name.txt"))

    assert (again.passages, again.queries) == ([], [])


def test_what_another_version_of_the_reader_read_is_embedded_again(opened: Opened) -> None:
    opened().match(KITCHEN)
    embedding = BagOfWords()
    newer = opened(embedding=embedding, reader_version=2)

    newer.match(replace(KITCHEN, lines=KITCHEN.lines[:1]))

    assert KITCHEN.lines[0].text in embedding.passages


def test_a_posting_added_edited_or_removed_is_matched_as_it_is_now(opened: Opened) -> None:
    place = opened(postings=(COOK, NURSE))
    assert place.match(KITCHEN)[0].posting == "cook"

    edited = read_posting("Cook\nRequirements\n- Scuba diving", "cook")
    place.postings = (edited, NURSE, CLERK)
    found = {match.posting: match.similarity for match in place.match(KITCHEN)}
    assert set(found) == {"cook", "nurse", "clerk"}
    assert found["cook"] < 0.3

    place.postings = (NURSE,)
    assert [match.posting for match in place.match(KITCHEN)] == ["nurse"]


def test_only_what_changed_is_embedded(opened: Opened) -> None:
    embedding = BagOfWords()
    place = opened(embedding=embedding, postings=(COOK, NURSE))
    place.match(KITCHEN)
    before = len(embedding.passages) + len(embedding.queries)
    place.postings = (COOK, NURSE, CLERK)
    place.match(KITCHEN)

    assert len(embedding.passages) + len(embedding.queries) - before == 1 + len(CLERK.requirements)


def test_an_edit_made_while_the_index_was_closed_is_seen(opened: Opened) -> None:
    place = opened(postings=(COOK, NURSE))
    place.match(KITCHEN)
    place.close()

    edited = read_posting("Diver\nRequirements\n- Scuba diving", "cook")
    found = opened(postings=(edited, CLERK)).match(KITCHEN)

    assert {match.title for match in found} == {"Diver", "Clerk"}


def test_an_edited_requirement_with_the_same_text_is_seen(opened: Opened) -> None:
    place = opened(postings=(COOK,))
    place.match(KITCHEN)
    place.postings = (COOK.model_copy(update={"requirements": COOK.requirements[:1]}),)

    assert len(place.match(KITCHEN)[0].reasons) == 1


def deleted(folder: Path) -> None:
    shutil.rmtree(folder)


def emptied(folder: Path) -> None:
    for file in folder.rglob("*"):
        if file.is_file():
            file.write_bytes(b"")


def noise(folder: Path) -> None:
    for file in folder.rglob("*"):
        if file.is_file() and file.suffix != ".owner":
            file.write_bytes(np.random.default_rng(7).bytes(4096))


def without_its_seal(folder: Path) -> None:
    for file in folder.rglob("*.seal"):
        file.unlink()


@pytest.mark.parametrize("harm", [deleted, emptied, noise, without_its_seal], ids=lambda harm: harm.__name__)
def test_an_index_harmed_while_it_was_closed_is_made_again(opened: Opened, harm: Callable[[Path], None]) -> None:
    place = opened(resumes=(KITCHEN,))
    expected = place.match(KITCHEN)
    place.close()
    harm(place.path)

    assert opened(resumes=(KITCHEN,)).match(KITCHEN) == expected


def test_another_embedding_makes_the_index_again(opened: Opened) -> None:
    place = opened(embedding=BagOfWords(64))
    place.match(KITCHEN)
    place.close()

    assert opened(embedding=BagOfWords(128)).match(KITCHEN)[0].posting == "cook"


def test_a_second_process_at_the_same_place_answers_the_same(opened: Opened) -> None:
    first, second = opened(), opened()

    assert first.match(KITCHEN) == second.match(KITCHEN)


def test_a_posting_that_is_not_in_the_library_is_compared_and_not_kept(opened: Opened) -> None:
    place = opened(postings=(NURSE,))
    place.match(KITCHEN)
    cosines = place.matching.similarity_by_line(KITCHEN, COOK)

    assert cosines.shape == (len(COOK.requirements), 2)
    assert cosines.max() > 0.5
    assert [match.posting for match in place.match(KITCHEN)] == ["nurse"]


def test_a_transient_posting_with_an_id_of_the_library_is_compared_by_its_own_words(opened: Opened) -> None:
    place = opened(postings=(COOK,))
    place.match(KITCHEN)
    other = read_posting("Clerk\nRequirements\n- Invoices and stamps", "cook")

    assert place.matching.similarity_by_line(KITCHEN, other).max() < 0.5


def test_what_is_embedded_of_a_person_is_redacted(opened: Opened) -> None:
    embedding = BagOfWords()
    opened(embedding=embedding, postings=(COOK,)).match(resume("avery@example.com", "电话 139-0000-0386"))

    assert not [text for text in (*embedding.passages, *embedding.queries) if "avery" in text or "139" in text]


class Likes:
    """A reranker that likes texts with a word in them, and keeps what it was asked."""

    def __init__(self, word: str, broken: bool = False) -> None:
        self._word, self._broken = word, broken
        self.asked: list[tuple[RedactedText, RedactedText]] = []

    def scores(self, queries: Sequence[RedactedText], texts: Sequence[RedactedText], task: Task) -> np.ndarray:
        if self._broken:
            raise RerankerError(url="http://127.0.0.1:9", reason="refused")
        pairs = list(zip(*paired(queries, texts), strict=True))
        self.asked += pairs
        return np.array([0.9 if self._word in query + text else 0.1 for query, text in pairs])


def with_reranker(place: Place, reranker: Likes) -> Matching:
    return Matching(place.index, place.pool, place.library, place.readings, reranker)


def test_a_reranker_orders_the_best_and_its_likelihood_is_the_score(opened: Opened) -> None:
    place, reranker = opened(), Likes("Invoices")
    assert place.match(KITCHEN)[0].posting == "cook"

    matches = with_reranker(place, reranker).match(KITCHEN, 2, strong_line=0.3)

    assert [(match.posting, match.score) for match in matches] == [("clerk", 0.9), ("cook", 0.1)]
    assert matches[1].similarity == {m.posting: m.similarity for m in place.match(KITCHEN)}["cook"]
    assert all("Requirements" in query or "任职要求" in query for query, _ in reranker.asked)  # the posting asks


def test_a_reranker_orders_candidates_too_and_sees_them_redacted(opened: Opened) -> None:
    waiter = resume("Served guests", "avery@example.com", sha256="b" * 64)
    place, reranker = opened(resumes=(KITCHEN, waiter)), Likes("guests")

    found = with_reranker(place, reranker).find(COOK, 5, strong_line=0.3)

    assert [one.resume for one in found] == [waiter.sha256, KITCHEN.sha256]
    assert not [text for _, text in reranker.asked if "avery" in text]


def test_a_reranker_that_is_away_is_told_and_matching_goes_on_without_it(opened: Opened) -> None:
    place = opened()
    matching = with_reranker(place, Likes("", broken=True))

    with pytest.raises(RerankerError):
        matching.match(KITCHEN, 2, strong_line=0.3)

    assert matching.without_reranker().match(KITCHEN, 2, strong_line=0.3) == place.match(KITCHEN, top=2)
