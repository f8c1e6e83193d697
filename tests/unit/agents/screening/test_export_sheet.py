"""The workbook, as openpyxl opens it."""

from __future__ import annotations

import colorsys
import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

import invented
from agents.screening import export_sheet
from agents.screening.export import Export
from agents.screening.export_sheet import MOST_UNITS, VERDICT_COLOURS, as_xlsx, cell_text
from agents.screening.exporting import exported
from agents.screening.tables import Column, Table
from agents.screening.weighing import Change, added, changed
from records.language import Language
from screened import best_for_each, export, people, person

HOSTILE = (
    "=cmd|' /C calc'!A0",
    "+1",
    "-2+3",
    "@SUM(1+1)",
    "\t=1+1",
    "＝1+1",
    "https://example.com/resume",
    "file:///etc/passwd",
    "{=1+1}",
    "two\nlines",
    "\u202eevil\u202c \u05d0\u05d1",
    "_x0041_",
    "1e5",
    "2/3",
)
CSS = Path(__file__).parents[4] / "public" / "bole.css"


def book(whole: Export) -> Workbook:
    return load_workbook(BytesIO(exported("xlsx", whole)))


def rows(sheet: Worksheet) -> list[tuple[object, ...]]:
    return [tuple(row) for row in sheet.iter_rows(values_only=True)]


def below(sheet: Worksheet) -> dict[object, object]:
    """What stands under the empty row: names and values."""
    values = rows(sheet)
    end = next(n for n, row in enumerate(values) if not any(cell is not None for cell in row))
    return {row[1]: row[2] for row in values[end + 1 :]}


def table(sheet: Worksheet) -> list[dict[object, object]]:
    head, *others = rows(sheet)
    body = others[: next((n for n, row in enumerate(others) if all(cell is None for cell in row)), len(others))]
    return [dict(zip(head, row, strict=True)) for row in body]


def test_there_is_a_sheet_for_the_shortlist_its_evidence_the_receipt_and_the_weights() -> None:
    assert book(export()).sheetnames == ["shortlist", "evidence", "receipt", "weights"]


def test_the_shortlist_has_one_row_a_candidate_best_first_with_a_column_for_each_requirement() -> None:
    found = table(book(export())["shortlist"])

    assert [row["Candidate"] for row in found] == ["Sample 2", "Sample 1", "Sample 3"]
    assert found[1] == {
        "Rank": 2,
        "Candidate": "Sample 1",
        "File": "1.pdf",
        "Posting": "Senior Backend Engineer",
        "Score": 7,
        "Recommendation": "Interview recommended",
        "Must-haves with evidence": "2 of 2",
        "R1 Python in production (Must-have)": "Met",
        "R2 8 years of backend development (Must-have)": "Partly met",
        "R3 AWS certification (Nice-to-have)": "Not stated",
        "Please note": "Please look at R2.",
    }


def test_scores_and_ranks_are_numbers() -> None:
    sheet = book(export())["shortlist"]

    assert {type(row[4]) for row in rows(sheet)[1:]} <= {int, float}
    assert sheet["E2"].number_format == "0.0##"


def test_every_quote_is_the_resumes_own_lines() -> None:
    resume = invented.resume()
    found = [row for row in table(book(export())["evidence"]) if row["The resume's words"] is not None]

    assert len(found) == 8
    for row in found:
        first, last = map(int, str(row["Lines"]).split("–"))
        assert row["The resume's words"] == resume.quote(first, last)
        assert row["Page"] == resume.lines[first - 1].page


def test_a_rating_without_lines_has_a_row_of_evidence_too() -> None:
    found = [row for row in table(book(export())["evidence"]) if row["Verdict"] == "Not stated"]

    assert [(row["Candidate"], row["Requirement"], row["Lines"]) for row in found] == [
        ("Sample 1", "R3 AWS certification", None)
    ]


def test_what_the_lines_do_not_support_of_a_comment_stands_beside_it() -> None:
    one = invented.assessment()
    rating = one.ratings[0].model_copy(update={"unsupported": ("40", "2021")})
    one = one.model_copy(update={"ratings": (rating, *one.ratings[1:])})

    first = table(book(export([person(1, one)]))["evidence"])[0]

    assert first["Comment"] == rating.comment
    assert first["What of the comment its lines do not support"] == "40; 2021"


def test_the_sums_of_the_receipt_agree_with_its_rows_and_with_the_shortlist() -> None:
    whole = book(export())
    receipt, sums = table(whole["receipt"]), below(whole["receipt"])

    assert sums["Received in all"] == len(receipt) == 7
    for state in ("Assessed", "Same as another", "Failed", "Read, to be assessed", "To be read"):
        assert sums[state] == sum(row["What became of it"] == state for row in receipt)
    assert sums["Assessed"] == sums["Of these on the shortlist"] == len(table(whole["shortlist"]))
    assert {row["File"] for row in receipt if row["What became of it"] == "Assessed"} == {
        row["File"] for row in table(whole["shortlist"])
    }


def test_the_receipt_says_why_a_file_failed_and_what_a_copy_is_a_copy_of() -> None:
    reasons = {row["File"]: str(row["Why"]) for row in table(book(export())["receipt"])}

    assert reasons["empty.pdf"].startswith("empty.pdf is empty.")
    assert reasons["again.pdf"] == "The same content as “late.pdf”."


def test_a_file_whose_assessment_is_gone_is_told_and_not_counted_as_listed() -> None:
    whole = export()
    short = Export(
        whole.batch, "en", whole.places[1:], whole.receipt, whole.requirements, whole.weighings, whole.titles
    )

    sheet = book(short)["receipt"]

    assert "no longer on record" in str(table(sheet)[1]["Why"])
    assert (below(sheet)["Assessed"], below(sheet)["Of these on the shortlist"]) == (3, 2)


def test_the_weights_in_force_name_their_version_and_the_words_that_made_it() -> None:
    then = changed(invented.posting().requirements, [Change("R3", "must")])
    sheet = book(export(requirements=then, words="make AWS a must-have"))["weights"]

    assert [(row["No."], row["Kind"], row["Weight"]) for row in table(sheet)] == [
        ("R1", "Must-have", 9),
        ("R2", "Must-have", 2),
        ("R3", "Must-have", 1),
    ]
    assert sum(float(str(row["Share of all weights"])) for row in table(sheet)) == pytest.approx(1)
    assert below(sheet)["Version of the weights"] == 1
    assert below(sheet)["The words that made it"] == "make AWS a must-have"


def test_weights_that_nobody_changed_are_the_postings_own() -> None:
    told = below(book(export())["weights"])

    assert told == {"Version of the weights": 0, "The words that made it": "The posting's own weights"}


def test_an_undone_change_is_told_in_words() -> None:
    sheet = book(export(requirements=invented.posting().requirements, words="undo:0"))["weights"]

    assert below(sheet)["The words that made it"] == "Undone: back to version 0"


def test_a_requirement_that_was_added_is_unrated_until_someone_rates_it() -> None:
    then = added(invented.posting().requirements, "Terraform")

    first = table(book(export(requirements=then, words="add Terraform"))["shortlist"])[0]

    assert [value for head, value in first.items() if str(head).startswith("R4")] == ["Not rated yet"]


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_strangers_stay_words(words: str) -> None:
    one = invented.assessment()
    rating = one.ratings[0].model_copy(update={"comment": words, "text": words, "unsupported": (words,)})
    one = one.model_copy(update={"ratings": (rating, *one.ratings[1:]), "flags": (words,)})
    asked = (invented.posting().requirements[0].model_copy(update={"text": words}),)
    whole_export = export([person(1, one, candidate=words, file=words)], requirements=asked, words=words)
    content = exported("xlsx", whole_export)
    whole = load_workbook(BytesIO(content))

    assert not [cell for sheet in whole for row in sheet for cell in row if cell.data_type not in ("s", "n")]
    assert whole["evidence"]["I2"].value.replace("_x005F_", "_") == words
    with ZipFile(BytesIO(content)) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    assert not [name for name, xml in parts.items() if "<f>" in xml or "<hyperlink" in xml or "External" in xml]


def test_characters_that_xml_refuses_do_not_break_the_file() -> None:
    first = table(
        book(export([person(1, invented.assessment(), candidate="A\x00v\x0be\ufffery\ud800\r\nB")]))["shortlist"]
    )

    assert first[0]["Candidate"] == "Avery\nB"


@pytest.mark.parametrize("letter", ["x", "简", "😀"])
def test_what_is_longer_than_a_cell_is_cut_and_says_so(letter: str) -> None:
    one = invented.assessment()
    rating = one.ratings[0].model_copy(update={"comment": letter * 40_000})
    one = one.model_copy(update={"ratings": (rating, *one.ratings[1:])})

    comment = str(table(book(export([person(1, one)]))["evidence"])[0]["Comment"])

    assert len(comment.encode("utf-16-le")) // 2 in (MOST_UNITS, MOST_UNITS - 1)
    assert comment.strip(letter) == "…"


def test_what_fits_into_a_cell_is_left_as_it_is() -> None:
    assert cell_text("x" * MOST_UNITS) == "x" * MOST_UNITS


def test_rows_beyond_what_a_sheet_holds_go_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export_sheet, "MOST_ROWS", 2)
    long = Table("long", (Column("n", 5), Column("m", 5)), ((1, 1), (2, 2), (3, 3)), below=(("sum", 6),))

    whole = load_workbook(BytesIO(as_xlsx([long], "long")))

    assert whole.sheetnames == ["long", "long 2"]
    assert [row["n"] for name in whole.sheetnames for row in table(whole[name])] == [1, 2, 3]
    assert below(whole["long 2"]) == {"sum": 6}


def test_chinese_sheets_are_chinese_throughout() -> None:
    whole = book(export(language="zh"))

    assert whole.sheetnames == ["候选名单", "依据", "回执", "权重"]
    first = table(whole["候选名单"])[0]
    assert first["建议"] == "建议面试"
    assert first["有依据的必备要求"] == "2（共 2 项）"
    assert first["R1 熟练使用 Python 开发后端服务（必备）"] == "满足"
    assert below(whole["回执"])["收到合计"] == 7
    for sheet in whole:
        assert not [head for head in rows(sheet)[0] if not re.search("[\u4e00-\u9fff]", str(head))]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_batch_in_which_nobody_is_assessed_has_its_receipt_and_an_empty_shortlist(language: Language) -> None:
    whole = book(export([], language))
    shortlist, evidence, receipt, _ = (whole[name] for name in whole.sheetnames)

    assert table(shortlist) == table(evidence) == []
    assert len(table(receipt)) == 4


def test_where_each_has_a_posting_of_their_own_every_verdict_names_its_requirement() -> None:
    first, second = people()[:2]
    ratings = second.assessment.ratings[:2]
    other = second.assessment.model_copy(update={"posting": "other-1", "ratings": ratings})
    whole = book(best_for_each([first, person(2, other)], {"backend-1": "Senior Backend Engineer"}))

    found = {row["Candidate"]: row for row in table(whole["shortlist"])}

    assert found["Sample 1"]["R1"] == "Met: Python in production"
    assert found["Sample 1"]["Posting"] == "Senior Backend Engineer"
    assert (found["Sample 2"]["Posting"], found["Sample 2"]["R3"]) == ("other-1", None)
    assert {(row["Posting"], row["No."]) for row in table(whole["weights"])} == {
        *(("Senior Backend Engineer", name) for name in ("R1", "R2", "R3")),
        *(("other-1", name) for name in ("R1", "R2")),
    }
    assert "suits them best" in str(below(whole["weights"])["The words that made it"])


def test_every_sheet_has_a_head_that_stays_in_sight_and_filters_its_rows_but_not_its_sums() -> None:
    for sheet in book(export()):
        assert str(sheet.freeze_panes).endswith("2")
        end = len(table(sheet)) + 1
        assert re.fullmatch(rf"A1:[A-Z]+{end}", str(sheet.auto_filter.ref))
        assert all(sheet.column_dimensions[letter].width > 5 for letter in "ABCDEF")


@pytest.mark.parametrize(("language", "lines"), [("en", 4), ("zh", 3)])
def test_the_head_is_as_high_as_its_longest_words_need(language: Language, lines: int) -> None:
    sheet = book(export(language=language)).worksheets[0]

    assert sheet.row_dimensions[1].height == lines * 15


def test_verdicts_have_the_colours_of_the_chats_chips() -> None:
    tokens = dict(re.findall(r"--bole-([a-z-]+): (\d+ \d+% \d+%);", CSS.read_text(encoding="utf-8").split(".dark")[0]))

    for verdict, (letters, ground) in VERDICT_COLOURS.items():
        name = verdict.replace("_", "-")
        assert (letters, ground) == (hexadecimal(tokens[name]), hexadecimal(tokens[f"{name}-soft"]))
    cell = book(export())["shortlist"]["H2"]
    assert (cell.value, cell.fill.fgColor.rgb[2:]) == ("Met", VERDICT_COLOURS["met"][1][1:])


def hexadecimal(hsl: str) -> str:
    hue, saturation, lightness = (int(part.rstrip("%")) for part in hsl.split())
    parts = colorsys.hls_to_rgb(hue / 360, lightness / 100, saturation / 100)
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)
