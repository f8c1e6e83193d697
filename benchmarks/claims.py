"""Mutated and true claims of invented resumes: how many of each are marked (`python -m benchmarks.claims`)."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Final

from agents.claims.claims import unsupported
from benchmarks.claim_blanks import ORGANISATIONS, SCHOOLS, filled, other_digit, shown, some_values
from benchmarks.claim_peers import PEER_NAMES, Case, Kind, Peers
from benchmarks.tables import listed, show

WORDINGS: Final = Path(__file__).with_name("claim_wordings")
FAIR_DENIALS: Final = Path(__file__).with_name("fair_denials")
TODAY: Final = date(2026, 11, 20)
KINDS: Final[tuple[Kind, ...]] = ("digit", "year", "negation", "organisation")
PER_KIND: Final = 250
"""Changed claims of each kind in a set: 1,000 in all, so the two languages of a set make 2,000."""
SHOWN: Final = 25
ORDER: Final = (
    *("first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
    *("thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"),
)
FREE: Final = ("seventeenth", "eighteenth", "nineteenth", "twentieth")
"""Sets whose writers were told to stay away from the words of the line."""
TITLE: Final = "Changed claims and true ones against their lines"
PEERS: Final = "The same claims by simpler checks: changed ones marked / true ones marked"
COMMAND: Final = "python -m benchmarks.claims"
FAIR: Final = ("en", "zh")


@dataclass(frozen=True)
class Wording:
    """A line of a resume, a claim that follows from it, and the claim's denial (empty where there is none)."""

    line: str
    claim: str
    denial: str


def wordings(name: str) -> tuple[Wording, ...]:
    """The wordings of a file."""
    rows = (WORDINGS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(Wording(*(part.strip() for part in row.split("||"))) for row in rows if row.strip())


def changed(kind: Kind, own: Sequence[Wording], language: str, rng: random.Random) -> Iterator[Case]:
    """Claims without end in which one thing was changed."""
    while True:
        wording = rng.choice(own)
        values = some_values(language, rng)
        said = _said(kind, wording, values, language, rng)
        lines, made_true = _lines(wording, values, own, language, rng)
        if said is not None and said != filled(wording.claim, values) and said not in made_true:
            yield Case(kind, said, lines)


def true(own: Sequence[Wording], language: str, rng: random.Random) -> Iterator[Case]:
    """True claims without end; one in ten says what the lines do not mention."""
    while True:
        wording, values = rng.choice(own), some_values(language, rng)
        lines, _ = _lines(wording, values, own, language, rng)
        absent = rng.choice([skill for skill in ("Ansible", "Snowflake", "SAP", "Figma") if skill not in lines])
        missing = {"en": f"The lines do not mention {absent}.", "zh": f"所引的行没有提到 {absent}。"}
        yield Case(None, missing[language] if rng.random() < 0.1 else filled(wording.claim, values), lines)


def elsewhere(own: Sequence[Wording], language: str, rng: random.Random) -> Iterator[Case]:
    """Denials without end, each with the line of another wording of the same organisation: most contradict nothing."""
    while True:
        denied = rng.choice([wording for wording in own if wording.denial])
        other = rng.choice([wording for wording in own if wording.line != denied.line])
        values, beside = some_values(language, rng), some_values(language, rng)
        kept = {"org": values["org"], "school": values["school"]}
        yield Case(None, filled(denied.denial, values), filled(other.line, beside | kept))


def fair_denials(language: str) -> Iterator[Case]:
    """Comments that rightly deny what is near to what a line shows: no Kubernetes, of a line about Docker."""
    for row in (FAIR_DENIALS / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        line, denial = row.split("||")
        yield Case(None, denial.strip(), line.strip())


def _said(  # noqa: PLR0911  one return for each kind
    kind: Kind, wording: Wording, values: dict[str, int | str], language: str, rng: random.Random
) -> str | None:
    if kind == "negation":
        return filled(wording.denial, values) if wording.denial else None
    used = set(re.findall(r"\{(\w+)\}", wording.claim))
    if kind == "organisation":
        slots = [slot for slot in ("org", "school") if slot in used]
        if not slots:
            return None
        other = rng.choice(
            [name for name in (ORGANISATIONS if slots[0] == "org" else SCHOOLS)[language] if name != values[slots[0]]]
        )
        return filled(wording.claim, values | {slots[0]: other})
    if kind == "year":
        slots = [slot for slot in ("y", "y2") if any(name in used for name in shown(slot))]
        if not slots:
            return None
        slot = rng.choice(slots)
        shift = rng.choice([n for n in range(-9, 10) if n and 1990 <= int(values[slot]) + n <= 2026])
        return filled(wording.claim, values | {slot: int(values[slot]) + shift, "len": values["len"]})
    slots = [slot for slot in ("n", "m", "big", "small", "len", "pct") if any(name in used for name in shown(slot))]
    if not slots:
        return None
    slot = rng.choice(slots)
    return filled(wording.claim, values | {slot: other_digit(values[slot], rng, upward=slot in ("len", "big"))})


def _lines(
    wording: Wording, values: dict[str, int | str], own: Sequence[Wording], language: str, rng: random.Random
) -> tuple[str, set[str]]:
    """The line itself, and in two of three cases one or two others of the resume beside it.

    Second are the claims that another line of the same form makes true, which no change makes false. Where the claim
    is a length of time the others have another form: two periods in one role add up to a third length.
    """
    kept = {"org": values["org"], "school": values["school"]}
    lines, made_true = [filled(wording.line, values)], set[str]()
    apart = [other for other in own if "{len}" not in wording.claim or other.line != wording.line]
    for _ in range(rng.randint(0, 2)):
        if "{small} years" in wording.line:
            continue
        other, beside = rng.choice(apart), some_values(language, rng) | kept
        lines.append(filled(other.line, beside))
        if other.line == wording.line:
            made_true.add(filled(wording.claim, beside))
    return "\n".join(lines), made_true


def language_of(name: str) -> str:
    """In which language a set has its names: across languages in Latin letters, for what a Chinese one is called in
    English nobody can check."""
    return "en" if "across" in name else name.rsplit("_", 1)[1]


def cases(name: str, seed: int = 20, per_kind: int = PER_KIND) -> tuple[list[Case], list[Case]]:
    """Changed claims, as many of each kind, and as many true ones, of a set of wordings."""
    language = language_of(name)
    own, rng = wordings(name), random.Random(seed)
    altered = [case for kind in KINDS for case in islice(changed(kind, own, language, rng), per_kind)]
    return altered, list(islice(true(own, language, rng), len(altered)))


def pairs(name: str, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Each claim of a set with the line that it follows from."""
    for wording in wordings(name):
        values = some_values(name.rsplit("_", 1)[1], rng)
        yield filled(wording.claim, values), filled(wording.line, values)


def names() -> list[str]:
    """The sets of wordings in which claims are changed, in the order in which they were written."""
    found = [path.stem for path in WORDINGS.glob("*_*.txt")]
    return sorted(found, key=lambda name: ("across" in name, ORDER.index(name.split("_")[0]), name))


def is_free(name: str) -> bool:
    """Whether a set was written to say everything in other words than its line."""
    return name.split("_", maxsplit=1)[0] in FREE


def run(*, verbose: bool = False, only: Sequence[str] = ()) -> None:
    """One row per set of wordings, and the same claims checked by simpler means; with `verbose` what went wrong."""
    by_kind, compared, wrong = [], [], list[tuple[str, list[str]]]()
    peers = Peers()
    for name in only or names():
        altered, honest = cases(name)
        marked = [bool(unsupported(case.claim, case.lines, TODAY)) for case in altered]
        alarms = [bool(unsupported(case.claim, case.lines, TODAY)) for case in honest]
        shares = [_share([m for m, case in zip(marked, altered, strict=True) if case.kind == kind]) for kind in KINDS]
        by_kind.append([name, *shares, _share(marked, 2), _share(alarms, 2)])
        peers_say = peers.checked(altered, honest)
        compared.append([name, f"{_share(marked)} / {_share(alarms)}", *peers_say])
        if verbose:
            wrong += [
                (f"{name}: missed", _some([c for c, m in zip(altered, marked, strict=True) if not m])),
                (f"{name}: wrongly marked", _some([c for c, m in zip(honest, alarms, strict=True) if m])),
            ]
    show(TITLE, COMMAND, ["wordings", *KINDS, "all changed", "true, marked"], by_kind)
    fair = {language: [bool(unsupported(c.claim, c.lines, TODAY)) for c in fair_denials(language)] for language in FAIR}
    rows = [[name, str(len(marked)), _share(marked)] for name, marked in fair.items()]
    show("Fair denials of what is near", COMMAND, ["", "denials", "marked"], rows)
    show(PEERS, COMMAND, ["wordings", "Bole", *PEER_NAMES], compared)
    for title, entries in wrong:
        listed(title, entries)


def _share(found: Sequence[bool], digits: int = 1) -> str:
    return f"{100 * sum(found) / len(found):.{digits}f} %"


def _some(wrong: Sequence[Case]) -> list[str]:
    return [
        f"{c.kind}: {c.claim} || {' / '.join(c.lines.splitlines())} → {unsupported(c.claim, c.lines, TODAY)}"
        for c in wrong[:SHOWN]
    ]


if __name__ == "__main__":
    run(verbose="-v" in sys.argv, only=[name for name in sys.argv[1:] if name != "-v"])
