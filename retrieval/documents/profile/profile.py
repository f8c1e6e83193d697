"""The first profile of a candidate, recognised by rules from the numbered lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from records.resume import Line, Profile
from retrieval.documents.profile.contacts import emails_in, links_in, phones_in, whole
from retrieval.documents.profile.education import education_of, highest_degree
from retrieval.documents.profile.experience import years_experience
from retrieval.documents.profile.gaps import gaps_of
from retrieval.documents.profile.names import name_of
from retrieval.documents.profile.positions import positions_of
from retrieval.documents.profile.spoken import languages_of
from retrieval.documents.profile.wording import narrowed
from retrieval.skills import skills_in


def profile_of(lines: Sequence[Line], today: date) -> Profile:
    """What the lines say; empty where they do not say it. `today` ends positions that go on."""
    lines = [replace(line, text=narrowed(line.text)) for line in lines]
    texts = whole([line.text for line in lines])
    header = whole([line.text for line in lines if line.section == "header"])
    education = education_of(lines)
    positions = positions_of(lines, today)
    return Profile(
        name=name_of(lines),
        emails=emails_in(texts),
        phones=phones_in(texts),
        links=links_in(texts, header),
        years_experience=years_experience(lines, positions, today),
        highest_degree=highest_degree(lines, education),
        education=education,
        positions=positions,
        skills=skills_in("\n".join(texts)),
        languages=languages_of(lines),
        gaps=gaps_of(positions, education, lines, today),
    )
