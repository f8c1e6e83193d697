"""Posting to candidates on a real Chroma: filters before ranking, similar candidates, and an exhaustive count."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

import bole_cli
from agents.bootstrap import open_office
from agents.finding import grounds
from agents.postings.library import read_posting
from agents.settings import Settings
from fakes import BagOfWords
from records.posting import Posting
from records.resume import Education, Line, Profile, Resume
from retrieval.facts import Conditions
from retrieval.held_texts import HeldPostings, HeldResumes
from retrieval.index_source import IndexPlace
from retrieval.local_embedding import LocalEmbedding
from retrieval.matching import Matching
from retrieval.posting_index import posting_index
from retrieval.talent_pool import talent_pool
from samples import resume_files

COOK = read_posting("Cook\nRequirements\n- 3 years of cooking\n- Sauces and pastry", "cook")
CLERK = read_posting("Clerk\nRequirements\n- Excel\n- Invoices", "clerk")


@dataclass
class Pool:
    path: Path
    resumes: list[Resume] = field(default_factory=list)
    postings: list[Posting] = field(default_factory=lambda: [COOK, CLERK])
    embedding: BagOfWords = field(default_factory=BagOfWords)

    def __post_init__(self) -> None:
        place = IndexPlace(self.path, self.path)
        library, readings = HeldPostings(lambda: self.postings), HeldResumes(lambda: self.resumes)
        self.index = posting_index(place, self.embedding, library)
        self.pool = talent_pool(place, self.embedding, readings)
        self.matching = Matching(self.index, self.pool, library, readings)

    def found(self, conditions: Conditions, top: int = 5) -> list[str]:
        return [one.candidate for one in self.matching.find(COOK, top, 0.3, conditions)]


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Callable[..., Pool]]:
    pools: list[Pool] = []

    def make(*resumes: Resume, **given: object) -> Pool:
        pools.append(Pool(tmp_path / "index", list(resumes), **given))  # type: ignore[arg-type]
        return pools[-1]

    yield make
    for one in pools:
        one.index.close()
        one.pool.close()


def person(n: int, *lines: str, head: str = "", **profile: object) -> Resume:
    name = f"Person Invented{n}"
    written = (name, f"person{n}@example.com {head}", *lines)
    return Resume(
        file=f"{n}.txt",
        sha256=f"{n:064x}",
        kind="txt",
        pages=1,
        language="en",
        source="text",
        lines=tuple(Line(i, 1, x, "header" if i < 3 else "experience") for i, x in enumerate(written, 1)),
        profile=Profile(name=name, emails=(f"person{n}@example.com",), **profile),  # type: ignore[arg-type]
    )


COOKS = [person(n, "3 years of cooking", "Sauces and pastry", years_experience=3.0) for n in range(1, 41)]
STRANGER = person(
    99,
    "Ledgers in Excel with Python",
    head="Shanghai",
    years_experience=12.0,
    highest_degree="master",
    education=(Education(3, "master", "", "", None, None),),
    languages=("Japanese (N1)", "English"),
)


def test_facts_of_resumes_are_known_whether_they_were_embedded_or_not(made: Callable[..., Pool]) -> None:
    pool = made(*COOKS[:2])
    asked = [COOKS[1].sha256, COOKS[0].sha256, "f" * 64]

    before = pool.matching.facts(asked)
    pool.pool.sync()

    assert {sha256: one.years for sha256, one in before.items()} == {COOKS[0].sha256: 3.0, COOKS[1].sha256: 3.0}
    assert pool.matching.facts(asked) == before


@pytest.mark.parametrize(
    "conditions",
    [
        Conditions(cities=frozenset({"Shanghai"})),
        Conditions(least_years=10),
        Conditions(least_degree="bachelor"),
        Conditions(languages=frozenset({"Japanese", "English"})),
        Conditions(skills=frozenset({"Python"})),
    ],
    ids=["city", "years", "degree", "language", "skill"],
)
def test_a_filter_works_before_the_ranking_so_that_the_last_of_all_is_found(
    made: Callable[..., Pool], conditions: Conditions
) -> None:
    pool = made(*COOKS, STRANGER)

    assert STRANGER.candidate not in pool.found(Conditions())
    assert pool.found(conditions) == [STRANGER.candidate]


def test_a_candidate_for_a_posting_has_a_reason_for_each_requirement(made: Callable[..., Pool]) -> None:
    (found,) = made(COOKS[0]).matching.find(COOK, 5, 0.3)

    assert [reason.requirement for reason in found.reasons] == [one.id for one in COOK.requirements]
    assert {3, 4} <= {reason.line for reason in found.reasons}


def test_more_like_some_leaves_them_out_and_puts_the_most_alike_first(made: Callable[..., Pool]) -> None:
    baker = person(77, "Sauces and pastry in a hotel")
    pool = made(COOKS[0], COOKS[1], STRANGER, baker)

    found = pool.matching.similar([COOKS[0], COOKS[1]], 5, 0.3)

    assert [one.candidate for one in found] == [baker.candidate, STRANGER.candidate]


def test_a_count_looks_at_every_resume_and_keeps_those_that_say_too_little_apart(made: Callable[..., Pool]) -> None:
    resumes = [
        person(n, "Java" if n % 2 else "Excel", years_experience=None if n % 5 == 0 else float(n % 20))
        for n in range(300)
    ]
    counted = made(*resumes).matching.count(Conditions(least_years=10, skills=frozenset({"Java"})))

    assert counted.of == 300
    assert set(counted.fulfilling) == {r.sha256 for n, r in enumerate(resumes) if n % 2 and n % 5 and n % 20 >= 10}
    assert set(counted.unknown) == {r.sha256 for n, r in enumerate(resumes) if n % 2 and n % 5 == 0}


def test_who_names_no_language_but_the_one_written_in_may_speak_others(made: Callable[..., Pool]) -> None:
    counted = made(COOKS[0], STRANGER).matching.count(Conditions(languages=frozenset({"Japanese"})))

    assert (counted.fulfilling, counted.unknown) == ((STRANGER.sha256,), (COOKS[0].sha256,))


def test_what_a_count_rests_on_is_shown_with_its_lines(made: Callable[..., Pool]) -> None:
    conditions = Conditions(
        cities=frozenset({"Shanghai"}), least_years=10, least_degree="bachelor", skills=frozenset({"Python"})
    )
    facts = made(STRANGER).matching.count(conditions).facts[STRANGER.sha256]

    assert [(one.words, one.line) for one in grounds(STRANGER, facts, conditions, "en")] == [
        ("Shanghai", 2),
        ("12 years", None),
        ("master's", 3),
        ("Python", 3),
    ]


def test_a_closed_posting_is_matched_only_when_it_is_asked_for(made: Callable[..., Pool]) -> None:
    closed = COOK.model_copy(update={"state": "closed"})
    pool = made(COOKS[0], postings=[closed, CLERK])

    def matched(conditions: Conditions) -> set[str]:
        return {one.posting for one in pool.matching.match(COOKS[0], 5, 0.3, conditions)}

    assert matched(Conditions()) == {"clerk"}
    assert matched(Conditions(state="closed")) == {"cook"}
    assert matched(Conditions(state=None)) == {"cook", "clerk"}


def test_nothing_embedded_holds_a_name_or_a_contact(made: Callable[..., Pool]) -> None:
    pool = made(*COOKS[:3], STRANGER)
    pool.found(Conditions())
    pool.matching.similar([STRANGER], 3, 0.3)

    seen = [*pool.embedding.passages, *pool.embedding.queries]
    assert seen
    assert not [text for text in seen if "Invented" in text or "@" in text or "person" in text.lower()]


def test_another_name_and_address_change_nothing_of_the_ranking(made: Callable[..., Pool]) -> None:
    other = replace(STRANGER.profile, name="Quinn Madeup", emails=("quinn@example.org",))
    lines = ("Quinn Madeup", "quinn@example.org Shanghai", *(line.text for line in STRANGER.lines[2:]))
    renamed = replace(
        STRANGER,
        sha256="f" * 64,
        profile=other,
        lines=tuple(replace(line, text=text) for line, text in zip(STRANGER.lines, lines, strict=True)),
    )
    first, second = made(STRANGER, renamed).matching.find(COOK, 5, 0.3)

    assert (first.similarity, first.score) == (second.similarity, second.score)


def test_a_resume_replaced_by_a_newer_version_is_not_in_the_pool(
    tmp_path: Path, bundled: LocalEmbedding, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agents.bootstrap.LocalEmbedding", lambda *_: bundled)
    office = open_office(Settings(data_dir=tmp_path / "data", language="en"), workers=1)
    for name, line in (("older.txt", "Java"), ("newer.txt", "Java and SQL")):
        (tmp_path / name).write_text(f"Devon Inventado\ndevon@example.com\nSkills\n{line}\n", encoding="utf-8")
    older, newer = (office.intake.receive(tmp_path / name, name) for name in ("older.txt", "newer.txt"))
    assert office.count(Conditions(skills=frozenset({"Java"}))).of == 2

    office.versioning.decide(newer.sha256, older.sha256, "version")

    counted = office.count(Conditions(skills=frozenset({"Java"})))
    found = office.find(office.library.find("data-analyst"))
    office.close()
    assert (counted.of, counted.fulfilling) == (1, (newer.sha256,))
    assert [one.resume for one in found] == [newer.sha256]


Bole = Callable[..., tuple[int, str, str]]


@pytest.fixture
def bole(
    tmp_path: Path, bundled: LocalEmbedding, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Bole:
    monkeypatch.setenv("BOLE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("BOLE_LANGUAGE", "en")
    monkeypatch.setattr("agents.bootstrap.LocalEmbedding", lambda *_: bundled)

    def run(*words: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["bole", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            bole_cli.main()
        written = capsys.readouterr()
        return int(ended.value.code or 0), written.out, written.err

    return run


def test_the_command_line_fills_the_pool_finds_counts_and_rebuilds(bole: Bole, tmp_path: Path) -> None:
    assert '"code": "empty_pool"' in bole("find", "data-analyst", "--json")[1]

    status, out, _ = bole("resumes", "add", *resume_files(), tmp_path / "gone.pdf", "--json")
    assert (status, out.count('"resume"'), out.count('"error"')) == (1, len(resume_files()), 1)
    assert bole("resumes", "list")[1].count("\n") == len(resume_files())

    assert bole("find", "data-analyst")[1].startswith("1. ")
    assert "Avery Samplewood" in bole("find", "data-analyst", "--top", "1")[1]
    _, out, told = bole("find", "--count", "--where", "master's with SQL, mostly sunny")
    assert out.startswith("1 / 4 (+)")
    assert told == "Conditions: master's or above; with SQL\nNot taken as a condition: mostly sunny\n"
    assert "Avery" not in bole("find", "--like", "avery-samplewood-data-analyst.docx")[1]
    assert '"code": "nothing_to_find"' in bole("find", "--json")[1]
    assert '"code": "condition_unknown"' in bole("find", "data-analyst", "--city", "Nowhere", "--json")[1]
    assert bole("match", resume_files()[0], "--skill", "Figma")[1].startswith("1. ")

    _, out, progress = bole("index", "rebuild", "--json")
    assert '"resumes": {"texts": 4' in out
    assert "resumes 4/4" in progress
