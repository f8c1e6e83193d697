from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retrieval.documents.formats.plain import read_plain


def test_markdown_marks_go_and_words_and_addresses_stay() -> None:
    text = (
        "# Avery Samplewood\n\n---\n**Engineer** at [Fictional Freight](https://freight.example)\n"
        "- Led `orders`\n| Year | Job |\n|---|---|\n| 2019 | Engineer |"
    )
    lines = [line.text.strip() for line in read_plain(text.encode(), "a.md", "md").lines if line.text.strip()]

    assert lines == [
        "Avery Samplewood",
        "Engineer at Fictional Freight (https://freight.example)",
        "- Led orders",
        "Year    Job",
        "2019    Engineer",
    ]


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip))
def test_plain_text_is_never_lost(text: str) -> None:
    read = "".join(line.text for line in read_plain(text.encode(), "a.txt", "txt").lines)

    assert read == "".join(text.splitlines())
