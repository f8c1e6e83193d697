"""An assessment as a file to send on: Markdown and Word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from agents.export.card import Card, Quote, card_of
from agents.export.word import word_file
from agents.markdown import escaped
from records.assessment import Assessment
from records.posting import Posting
from records.resume import Resume


def to_markdown(assessment: Assessment, resume: Resume, posting: Posting) -> str:
    """The whole card as Markdown, in the assessment's language."""
    return "\n\n".join(_parts(card_of(assessment, resume, posting))) + "\n"


def to_docx(assessment: Assessment, resume: Resume, posting: Posting) -> bytes:
    """The whole card as a Word file, in the assessment's language."""
    return word_file(card_of(assessment, resume, posting))


def _parts(card: Card) -> Iterator[str]:
    words, colon = card.words, card.words["colon"]
    yield f"# {escaped(card.title)}"
    yield _list(
        [
            f"**{words['posting']}**{colon}{escaped(card.posting)}",
            f"**{words['score']}**{colon}**{card.score}**",
            f"**{words['decision']}**{colon}**{card.decision_words}**",
        ]
    )
    yield escaped(card.reason)
    yield f"## {words['fit']}\n\n{escaped(card.fit)}"
    if card.flags:
        yield f"## {words['flags']}\n\n{_list(map(escaped, card.flags))}"
    yield f"## {words['ratings']}\n\n{_table(card)}"
    yield from _evidence(card)
    yield f"## {words['strengths']}"
    yield from (_block(f"**{escaped(claim.text)}**", claim.quotes) for claim in card.strengths)
    if not card.strengths:
        yield words["no_strengths"]
    yield f"## {words['gaps']}\n\n{_list(map(escaped, card.gaps)) or words['no_gaps']}"
    if card.focus:
        yield f"## {words['focus']}\n\n{_list(map(escaped, card.focus))}"
    yield f"## {words['method']}\n\n{escaped(card.method)}"
    yield _list(f"{name}{colon}{escaped(value)}" for name, value in card.facts)
    yield f"*{words['note']}*"


def _table(card: Card) -> str:
    words = card.words
    head = ["", words["requirement"], words["necessity"], words["weight"], words["verdict"]]
    rows = [
        [row.requirement, escaped(row.text), row.necessity, row.weight, f"**{row.verdict_words}**"] for row in card.rows
    ]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [head, ["---"] * len(head), *rows])


def _evidence(card: Card) -> Iterator[str]:
    """Comment and quotes below the table: a cell of a Markdown table cannot hold several lines."""
    for row in card.rows:
        if row.comment or row.quotes:
            opening = f"**{row.requirement} · {row.verdict_words}** {escaped(row.comment)}".rstrip()
            yield _block(opening, row.quotes)


def _block(opening: str, quotes: Iterable[Quote]) -> str:
    """A statement, and the resume's lines set off below it."""
    return "\n\n".join([opening, *(_quoted(quote) for quote in quotes)])


def _quoted(quote: Quote) -> str:
    lines = [f"> {escaped(line)}  " for line in quote.text.splitlines()]
    return "\n".join([*lines, f"> — {quote.place}"])


def _list(points: Iterable[str]) -> str:
    return "\n".join(f"- {point}" for point in points)
