"""A resume as it was read: numbered lines with their places, what was hidden, and a first profile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from records.language import TextLanguage

Section = Literal[
    "header",
    "summary",
    "experience",
    "projects",
    "education",
    "skills",
    "certificates",
    "languages",
    "awards",
    "publications",
    "interests",
    "other",
]
Kind = Literal["pdf", "docx", "doc", "odt", "rtf", "html", "txt", "md", "image"]
Source = Literal["text", "ocr", "mixed"]
Degree = Literal["associate", "bachelor", "master", "doctor"]

DEGREE_ORDER: tuple[Degree, ...] = ("associate", "bachelor", "master", "doctor")


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page, as fractions (0 to 1) of its width and height, from the top left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line as a person reads it; `n` counts from 1 over the whole resume, `page` from 1."""

    n: int
    page: int
    text: str
    section: Section
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class HiddenText:
    """Text in the file that a person cannot see on the page; it never enters the lines."""

    page: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class SuspiciousLine:
    """A visible line that addresses the reader's software instead of the reader."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Education:
    """One degree; dates are `YYYY` or `YYYY-MM`; `line` is where it was read."""

    line: int
    degree: Degree | None
    school: str
    major: str
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Position:
    """One job; dates are `YYYY` or `YYYY-MM`, `end` is None while `current`."""

    line: int
    title: str
    company: str
    start: str | None
    end: str | None
    current: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Months between two positions or degrees in which the resume shows neither; `YYYY-MM`, both included."""

    start: str
    end: str
    months: int


@dataclass(frozen=True, slots=True)
class Profile:
    """What the reader recognised; empty where the resume does not say, never guessed."""

    name: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    years_experience: float | None = None
    highest_degree: Degree | None = None
    education: tuple[Education, ...] = ()
    positions: tuple[Position, ...] = ()
    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Resume:
    """One file as read. `lines[i].n == i + 1` always holds, so evidence can point at lines by number."""

    file: str
    sha256: str
    kind: Kind
    pages: int
    language: TextLanguage
    source: Source
    lines: tuple[Line, ...]
    hidden: tuple[HiddenText, ...] = ()
    suspicious: tuple[SuspiciousLine, ...] = ()
    profile: Profile = Profile()
    warnings: tuple[str, ...] = ()

    @property
    def candidate(self) -> str:
        """What people call the candidate: the name where it was read, else the file's own name."""
        return self.profile.name or self.file

    def quote(self, first_line: int, last_line: int) -> str:
        """The resume's own words from one line to another, both inclusive, both from 1."""
        return "\n".join(line.text for line in self.lines[first_line - 1 : last_line])
