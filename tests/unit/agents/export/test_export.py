from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from agents.export.export import to_docx, to_markdown
from invented import assessment, posting, resume
from records.assessment import Evidence, Provenance, Strength
from records.language import Language

WHOLE_MARKDOWN = r"""# Candidate assessment: Avery Samplewood

- **Posting**: Senior Backend Engineer
- **Score**: **7.0 / 10**
- **Recommendation**: **Interview recommended**

Strong in Python.

## Summary

A good match with fewer years.

## Please note

- Please look at R2.

## Requirements

|  | Requirement | Kind | Weight | Verdict |
| --- | --- | --- | --- | --- |
| R1 | Python in production | Must-have | 9 | **Met** |
| R2 | 8 years of backend development | Must-have | 2 | **Partly met** |
| R3 | AWS certification | Nice-to-have | 1 | **Not stated** |

**R1 · Met** Built order services in Python.

> Led a team of 4 and built order services in Python and FastAPI  
> Cut \*p95\* latency by 35% \| moved 12 services to Kubernetes  
> — lines 4–5 (page 2)

**R2 · Partly met** 5 of the 8 years asked.

> Led a team of 4 and built order services in Python and FastAPI  
> Cut \*p95\* latency by 35% \| moved 12 services to Kubernetes  
> — lines 4–5 (page 2)

**R3 · Not stated** No AWS certificate is mentioned.

## Strengths

**Led a team of 4 and moved 12 services.**

> Led a team of 4 and built order services in Python and FastAPI  
> Cut \*p95\* latency by 35% \| moved 12 services to Kubernetes  
> — lines 4–5 (page 2)

## Gaps

- Minor: 3 years short.

## Interview focus

- Depth of the Kubernetes work

## How the score was computed

The score is computed by code from the scorecard: it starts at 10, each requirement counts by its weight; met counts \
in full, partly met half, not met or not stated nothing; what only one place in the resume supports shrinks to 80%, \
what two support to 90% (but not degrees, certificates and languages). By weight 67% of the requirements are met, \
which gives 7.0. \
The advice that follows: Interview recommended. The language model's own score is 7, shown for comparison only.

- How assessed: Assessed by a language model; the score is computed by the scorecard
- Resume file: avery.pdf
- File SHA-256: {sha}

*All quotes are the resume's own words. The assessment is advice; people decide.*
"""  # noqa: W291 - two blanks at the end of a line are Markdown's line break


def word(language: Language) -> docx.document.Document:
    return docx.Document(BytesIO(to_docx(assessment(language), resume(language), posting(language))))


def words_of(document: docx.document.Document) -> str:
    cells = [cell.text for row in document.tables[0].rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_whole_card_as_markdown() -> None:
    expected = WHOLE_MARKDOWN.replace("\\\n", "").replace("{sha}", "e" * 64)

    assert to_markdown(assessment(), resume(), posting()) == expected


def test_chinese_markdown_is_chinese_throughout() -> None:
    page = to_markdown(assessment("zh"), resume("zh"), posting("zh"))

    assert page.startswith(
        "# 候选人评估：沈样例\n\n- **岗位**：高级后端工程师\n- **评分**：**7.0 / 10**\n- **建议**：**建议面试**"
    )
    assert "> — 第 3–4 行（第 2 页）" in page
    assert "- 【次要】年限少 3 年。" in page


@pytest.mark.parametrize("language", ["zh", "en"])
def test_word_and_markdown_say_the_same(language: Language) -> None:
    one = assessment(language)
    shown = words_of(word(language))

    for text in (
        one.fit,
        one.recommendation.reason,
        one.strengths[0].claim,
        one.gaps[0].claim,
        one.interview_focus[0],
        one.flags[0],
        one.ratings[1].comment,
        one.ratings[0].evidence[0].quote,
        "7.0 / 10",
        resume(language).file,
    ):
        assert text in shown


def test_the_table_has_a_row_for_each_requirement_below_a_head_that_repeats() -> None:
    table = word("en").tables[0]

    assert len(table.rows) == 4
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_chinese_is_set_in_a_chinese_font() -> None:
    fonts = word("zh").styles["Normal"].element.rPr.rFonts

    assert fonts.get(qn("w:eastAsia")) == "Microsoft YaHei"
    assert not [name for name in fonts.attrib if name.endswith("Theme")]


def test_characters_that_word_cannot_hold_are_left_out() -> None:
    odd = Strength(
        claim="Led\x00 a\x0b team", evidence=(Evidence(first_line=4, last_line=4, page=1, quote="\x02a\ufffe"),)
    )
    one = assessment().model_copy(update={"strengths": (odd,)})
    document = docx.Document(BytesIO(to_docx(one, resume(), posting())))

    assert "Led a team" in words_of(document)


def test_the_file_holds_nothing_from_outside() -> None:
    with ZipFile(BytesIO(to_docx(assessment(), resume(), posting()))) as package:
        relations = "".join(package.read(name).decode() for name in package.namelist() if name.endswith(".rels"))

    assert 'TargetMode="External"' not in relations


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_audit_tells_model_wording_seed_and_how_far_samples_lay_apart(language: Language) -> None:
    asked = Provenance(model="qwen3", wording="ab" * 32, seed=1, samples=3)
    audited = assessment(language).model_copy(update={"provenance": asked, "sample_scores": (6.0, 7.5, 7.0)})
    written = to_markdown(audited, resume(language), posting(language))

    assert "qwen3" in written
    assert asked.wording in written
    assert ("6.0、7.5、7.0" if language == "zh" else "6.0, 7.5, 7.0") in written


@pytest.mark.parametrize(
    ("language", "mark"), [("zh", "〔未经原文支持：40〕"), ("en", " [not supported by the lines: 40]")]
)
def test_what_the_lines_do_not_support_is_marked_in_every_export(language: Language, mark: str) -> None:
    one = assessment(language)
    rating = one.ratings[0].model_copy(update={"unsupported": ("40",)})
    strength = one.strengths[0].model_copy(update={"unsupported": ("40",)})
    one = one.model_copy(update={"ratings": (rating, *one.ratings[1:]), "strengths": (strength, *one.strengths[1:])})
    page = to_markdown(one, resume(language), posting(language)).replace("\\", "")
    document = words_of(docx.Document(BytesIO(to_docx(one, resume(language), posting(language)))))

    for written in (page, document):
        assert f"{rating.comment}{mark}" in written
        assert f"{strength.claim}{mark}" in written
