"""What one resume states of one condition, with the lines that show it: stored ratings first, then the resume."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from agents.condition_wording import DEGREE_NAMES, LANGUAGE_NAMES
from agents.line_evidence import MOST_LINES
from agents.postings.requirements import years_asked
from agents.screening.shortlist import Place
from agents.stances import denies
from records.assessment import Evidence, Rating
from records.language import Language
from records.resume import DEGREE_ORDER, Degree, Line, Resume
from retrieval.cities import city_mentions, city_name
from retrieval.documents.profile.degrees import degree_in
from retrieval.documents.profile.spoken import SPOKEN
from retrieval.facts import Conditions, Facts, Verdict
from retrieval.skills import kinds_of, mentions_in, names_of, skills_in
from retrieval.terms import SKILL

_WORDS: Final[dict[Language, dict[str, str]]] = {
    "zh": {
        "skills_no": "没有提到 {name}",
        "skills_denied": "写明不具备 {name}",
        "skills_near": "没有写出 {name}，有一处意思接近",
        "years": "工作 {years:g} 年",
        "years_unknown": "没有写明工作年限",
        "degree": "最高学历{name}",
        "degree_unknown": "没有写明学历",
        "languages_no": "写了语言，但没有{name}",
        "languages_unknown": "没有写明会哪些语言",
        "written": "简历用{name}写成",
        "cities_unknown": "没有写明城市",
        "gone": "简历已不在记录中",
        "rated": "{id} 评为不满足",
        "between": "、",
    },
    "en": {
        "skills_no": "does not name {name}",
        "skills_denied": "says no to {name}",
        "skills_near": "does not name {name}; one place comes close in meaning",
        "years": "{years:g} years of work",
        "years_unknown": "does not state the years of work",
        "degree": "highest degree: {name}",
        "degree_unknown": "states no degree",
        "languages_no": "states languages, {name} not among them",
        "languages_unknown": "does not state which languages",
        "written": "the resume is written in {name}",
        "cities_unknown": "states no city",
        "gone": "the resume is no longer on record",
        "rated": "{id} is rated as not met",
        "between": ", ",
    },
}


@dataclass(frozen=True, slots=True)
class Subject:
    """A candidate and what is known: no `facts` where the resume is gone, no `resume` where lines are not wanted."""

    place: Place
    facts: Facts | None
    resume: Resume | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Whether a condition holds, in words, and the lines that say so."""

    verdict: Verdict
    words: str
    evidence: tuple[Evidence, ...] = ()


def statement(condition: Conditions, subject: Subject, language: Language) -> Statement:
    """What is known of one condition that asks one thing.

    A rating of a requirement that asks for nothing but the same skill decides where it is met or not met; else what the
    resume states does, as in every search.
    """
    words = _WORDS[language]
    if subject.facts is None:
        return Statement("unknown", words["gone"])
    (kind, verdict), *_ = condition.judged(subject.facts).items()
    match kind:
        case "skills":
            return _skill(next(iter(condition.skills)), verdict, subject, language)
        case "years":
            return _years(verdict, subject.facts, subject.resume, language)
        case "degree":
            return _degree(condition, verdict, subject, language)
        case "languages":
            return _language(next(iter(condition.languages)), verdict, subject, language)
        case _:
            return _city(condition, verdict, subject, language)


def evidence_of(lines: Sequence[Line]) -> tuple[Evidence, ...]:
    """Lines as evidence, each by itself."""
    return tuple(Evidence(first_line=x.n, last_line=x.n, page=x.page, quote=x.text) for x in lines[:MOST_LINES])


def _skill(skill: str, verdict: Verdict, subject: Subject, language: Language) -> Statement:
    own = [rating for rating in subject.place.ratings if _asks_only(rating, skill)]
    rated = (_rated_skill(rating, skill, verdict, language) for rating in own)
    if decided := next(filter(None, rated), None):
        return decided
    if verdict == "no":
        return Statement("no", _WORDS[language]["skills_no"].format(name=skill))
    return _named_skill(skill, subject, language)


def _rated_skill(rating: Rating, skill: str, verdict: Verdict, language: Language) -> Statement | None:
    """What a rating of the skill alone decides, whatever the resume names; None where it decides nothing."""
    words = _WORDS[language]
    if rating.verdict == "not_met":
        return Statement("no", words["rated"].format(id=rating.requirement), rating.evidence)
    if verdict == "no" and rating.verdict == "met":
        return Statement("yes", skill, rating.evidence)
    if verdict == "no" and rating.verdict == "partial":
        return Statement("unknown", words["skills_near"].format(name=skill), rating.evidence)
    return None


def _named_skill(skill: str, subject: Subject, language: Language) -> Statement:
    """A skill that the resume names, by the lines of the ratings that rest on it, else by its own."""
    if rated := [place for rating in subject.place.ratings for place in _naming(rating, skill)]:
        return Statement("yes", skill, tuple(dict.fromkeys(rated))[:MOST_LINES])
    if subject.resume is None:
        return Statement("yes", skill)
    plain: list[Line] = []
    denying: list[Line] = []
    for line in _lines_naming(skill, subject.resume, subject.facts or Facts()):
        (denying if denies(line.text, f"{SKILL}{skill}") else plain).append(line)
        if len(plain) == MOST_LINES:
            break
    if denying and not plain:
        return Statement("no", _WORDS[language]["skills_denied"].format(name=skill), evidence_of(denying))
    return Statement("yes", skill, evidence_of(plain))


def _asks_only(rating: Rating, skill: str) -> bool:
    """Whether a requirement asks for the skill and nothing else: years of it may be missing where it is not."""
    return _skills_of(rating.text) == {skill} and years_asked(rating.text) is None


@lru_cache(maxsize=1024)
def _skills_of(text: str) -> frozenset[str]:
    return frozenset(skills_in(text))


def _naming(rating: Rating, skill: str) -> Iterator[Evidence]:
    """The lines behind a rating that name a skill, where its requirement names it too and they were taken as such."""
    if rating.verdict in ("met", "partial") and skill in _skills_of(rating.text):
        yield from (place for place in rating.evidence if _shows(place.quote, skill))


def _shows(text: str, skill: str) -> bool:
    return any(skill in (mention.skill, *kinds_of(mention.skill)) for mention in mentions_in(text))


def _lines_naming(skill: str, resume: Resume, facts: Facts) -> Iterator[Line]:
    """The lines that name a skill, or a kind of it, one after the other; the others are looked at where none does."""
    shown = [one for one in facts.skills if skill in (one, *kinds_of(one))]
    names = tuple(name.lower() for one in shown for name in names_of(one))
    found = False
    for line in resume.lines:
        if any(name in line.text.lower() for name in names) and _shows(line.text, skill):
            found = True
            yield line
    if not found:
        yield from (line for line in resume.lines if _shows(line.text, skill))


def _years(verdict: Verdict, facts: Facts, resume: Resume | None, language: Language) -> Statement:
    if facts.years is None:
        return Statement("unknown", _WORDS[language]["years_unknown"])
    lines = [resume.lines[position.line - 1] for position in resume.profile.positions] if resume else []
    return Statement(verdict, _WORDS[language]["years"].format(years=facts.years), evidence_of(lines))


def _degree(condition: Conditions, verdict: Verdict, subject: Subject, language: Language) -> Statement:
    degree = subject.facts.degree if subject.facts else None
    if degree is None:
        rated = next((one for one in subject.place.ratings if _shows_degree(one, condition)), None)
        if rated is None:
            return Statement("unknown", _WORDS[language]["degree_unknown"])
        return Statement("yes", rated.text, rated.evidence)
    lines: list[Line] = []
    if resume := subject.resume:
        lines = list(_lines_of_degree(degree, resume))
    words = _WORDS[language]["degree"].format(name=DEGREE_NAMES[language][degree])
    return Statement(verdict, words, evidence_of(lines))


def _lines_of_degree(degree: Degree, resume: Resume) -> Iterator[Line]:
    """The line of each such degree, or one beside it that names it: school and degree often stand on lines apart."""
    for entry in resume.profile.education:
        if entry.degree == degree:
            own = entry.line - 1
            beside = (*resume.lines[own : own + 3], *resume.lines[max(own - 2, 0) : own])
            naming = (line for line in beside if degree_in(line.text, short_forms=True) == degree)
            yield next(naming, resume.lines[own])


def _shows_degree(rating: Rating, condition: Conditions) -> bool:
    """Whether a requirement that is met asks for no less than the condition."""
    asked = degree_in(rating.text) if rating.kind == "education" and rating.verdict == "met" else None
    least = condition.least_degree
    if asked is None or least is None or condition.most_degree is not None:
        return False
    return DEGREE_ORDER.index(asked) >= DEGREE_ORDER.index(least)


def _language(name: str, verdict: Verdict, subject: Subject, language: Language) -> Statement:
    words = _WORDS[language]
    shown = LANGUAGE_NAMES.get(name, name) if language == "zh" else name
    if verdict != "yes":
        return Statement(verdict, words[f"languages_{verdict}"].format(name=shown))
    if subject.resume is None:
        return Statement("yes", shown)
    lines = [line for line in subject.resume.lines if SPOKEN[name].search(line.text)]
    lines.sort(key=lambda line: line.section != "languages")
    return Statement("yes", shown if lines else words["written"].format(name=shown), evidence_of(lines))


def _city(condition: Conditions, verdict: Verdict, subject: Subject, language: Language) -> Statement:
    held = subject.facts.cities if subject.facts else frozenset[str]()
    if verdict == "unknown":
        return Statement("unknown", _WORDS[language]["cities_unknown"])
    meant = condition.cities & held or held
    words = _WORDS[language]["between"].join(city_name(city, language) for city in sorted(meant))
    lines: list[Line] = []
    if subject.resume is not None and verdict == "yes":
        names = [name.lower() for city in meant for name in (city, city_name(city, "zh"))]
        likely = [line for line in subject.resume.lines if any(name in line.text.lower() for name in names)]
        lines = [line for line in likely if meant & {mention.city for mention in city_mentions(line.text)}]
    return Statement(verdict, words, evidence_of(lines))
