"""Invented people with everything their resumes will say: each fact and each sentence is known, nobody is real."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Literal

from benchmarks.reading_suite.wording import SENTENCES, WORDS, Vocabulary
from records.language import TextLanguage

SectionName = Literal["contact", "summary", "experience", "projects", "education", "skills"]


@dataclass(frozen=True)
class Job:
    """One employment with what was done there."""

    company: str
    title: str
    dates: str
    duties: tuple[str, ...]


@dataclass(frozen=True)
class Person:
    """Everything one resume says."""

    language: TextLanguage
    name: str
    title: str
    email: str
    phone: str
    summary: str
    jobs: tuple[Job, ...]
    project: str
    school: str
    degree: str
    study_dates: str
    thesis: str
    skills: tuple[str, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """What a recruiter looks up."""
        jobs = tuple(fact for job in self.jobs for fact in (job.company, job.title, job.dates))
        head = (self.name, self.title, self.email, self.phone)
        return (*head, *jobs, self.school, self.degree, self.study_dates, *self.skills)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Everything that runs over several lines."""
        return (self.summary, *(duty for job in self.jobs for duty in job.duties), self.project, self.thesis)

    def heading(self, section: SectionName) -> str:
        """What the resume writes over a section."""
        return self.words.headings[section]

    @property
    def words(self) -> Vocabulary:
        """The words of the resume's language."""
        return WORDS[self.language]


def invented_person(language: TextLanguage, seed: int) -> Person:
    """The same person for the same seed; different seeds share no sentence."""
    random = Random(f"{language}-{seed}")
    words = WORDS[language]
    sentences = _sentences(language, random)
    titles = random.sample(words.titles, 4)
    companies = random.sample(words.companies, 3)
    start = random.randint(2012, 2016)
    return Person(
        language=language,
        name=random.choice(words.names),
        title=titles[0],
        email=f"{random.choice(('apply', 'mail', 'cv', 'hello'))}.{random.randint(100, 999)}@example.com",
        phone=words.phone.format(random.randint(1000, 9999)),
        summary=next(sentences),
        jobs=tuple(
            Job(companies[n], titles[n + 1], _dates(start + 3 * n, random), tuple(next(sentences) for _ in range(2)))
            for n in range(3)
        )[::-1],
        project=next(sentences),
        school=random.choice(words.schools),
        degree=random.choice(words.degrees),
        study_dates=f"{start - 4}.09 – {start}.06",
        thesis=next(sentences),
        skills=tuple(random.sample(words.skills, 6)),
    )


def _dates(year: int, random: Random) -> str:
    return f"{year}.{random.randint(1, 9):02} – {year + 2}.{random.randint(10, 12)}"


def _sentences(language: TextLanguage, random: Random) -> Iterator[str]:
    """Sentences without end, each with two numbers of its own."""
    templates, words = SENTENCES[language], WORDS[language]
    while True:
        for template in random.sample(templates, len(templates)):
            yield template.format(
                thing=random.choice(words.things),
                who=random.choice(words.whom),
                effect=random.choice(words.effects),
                a=random.randint(11, 998),
                b=random.randint(11, 98),
            )
