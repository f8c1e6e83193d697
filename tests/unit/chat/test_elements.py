"""What can be known about the elements without a browser: their words, their imports, and that they stay at home."""

from __future__ import annotations

import json
import re
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

from records.language import HAN

ROOT = Path(__file__).parents[3]
PUBLIC = ROOT / "public"
ELEMENTS = sorted((PUBLIC / "elements").glob("*.jsx"))
TRANSLATIONS = ROOT / ".chainlit" / "translations"

# Chainlit compiles elements in the page and knows only these modules (and `@/components/ui/…`).
MODULES = {"react", "lucide-react", "recoil", "sonner", "zod", "react-hook-form", "@chainlit/react-client"}
UI_PARTS = {
    "button",
    "card",
    "dialog",
    "dropdown-menu",
    "popover",
    "progress",
    "separator",
    "skeleton",
    "tabs",
    "tooltip",
}

element = pytest.mark.parametrize("path", ELEMENTS, ids=lambda path: path.stem)


def words(path: Path) -> dict[str, dict[str, str]]:
    """The element's dictionary: language → word's name → wording."""
    block = re.search(r"^const WORDS = \{\n(.*?)^\};", path.read_text(encoding="utf-8"), re.M | re.S)
    assert block, f"{path.name} has no WORDS"
    languages = re.findall(r"^  (\w+): \{\n(.*?)^  \},", block[1], re.M | re.S)
    return {language: dict(re.findall(r"^    (\w+): '(.*)',$", lines, re.M)) for language, lines in languages}


def blanks(wording: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", wording))


def leaves(tree: object, path: str = "") -> set[str]:
    if not isinstance(tree, dict):
        return {path}
    return {leaf for key, branch in tree.items() for leaf in leaves(branch, f"{path}.{key}")}


def test_the_elements_are_there() -> None:
    names = [
        "AssessmentCard",
        "BatchBoard",
        "CandidateList",
        "Comparison",
        "EveryoneTable",
        "LibraryResults",
        "MatchList",
        "MessageDraft",
        "PostingList",
        "Receipt",
        "ResumePage",
        "Shortlist",
        "Sources",
        "Vectors",
        "VersionOffer",
    ]

    assert [path.stem for path in ELEMENTS] == names


@element
def test_an_element_has_the_same_words_in_both_languages(path: Path) -> None:
    spoken = words(path)

    assert set(spoken) == {"zh", "en"}
    assert spoken["zh"].keys() == spoken["en"].keys()


@element
def test_a_wording_has_the_same_blanks_in_both_languages(path: Path) -> None:
    spoken = words(path)

    assert {name: blanks(text) for name, text in spoken["zh"].items()} == {
        name: blanks(text) for name, text in spoken["en"].items()
    }


@element
def test_every_word_an_element_uses_is_in_its_dictionary(path: Path) -> None:
    used = set(re.findall(r"\bwords\.(\w+)", path.read_text(encoding="utf-8")))

    assert used <= words(path)["en"].keys()


@element
def test_an_element_shows_no_chinese_outside_its_dictionary(path: Path) -> None:
    source = path.read_text(encoding="utf-8")

    assert not HAN.search(source.split("\n  en: {", 1)[1])


@element
def test_an_element_imports_only_what_chainlit_offers(path: Path) -> None:
    imported = set(re.findall(r"from '([^']+)'", path.read_text(encoding="utf-8")))

    assert imported <= MODULES | {f"@/components/ui/{part}" for part in UI_PARTS}


@element
def test_an_element_keeps_its_component_so_that_updates_do_not_reset_it(path: Path) -> None:
    source = path.read_text(encoding="utf-8")

    assert f"const {path.stem} = (kept.{path.stem} ??= function {path.stem}(" in source
    assert re.search(rf"^export default <{path.stem} \{{\.\.\.props\}}", source, re.M)


@pytest.mark.parametrize("path", [*ELEMENTS, PUBLIC / "bole.css", PUBLIC / "theme.json"], ids=lambda path: path.name)
def test_nothing_of_the_page_names_another_address(path: Path) -> None:
    assert not re.search(r"https?:|//[\w-]+\.\w", path.read_text(encoding="utf-8"))


def test_the_theme_sets_the_same_colours_in_light_and_dark_and_fetches_no_font() -> None:
    theme = json.loads((PUBLIC / "theme.json").read_text(encoding="utf-8"))

    assert theme["custom_fonts"] == []
    assert theme["variables"]["light"].keys() == theme["variables"]["dark"].keys()


def test_the_configuration_runs_no_html_and_trusts_this_machine_alone() -> None:
    config = tomllib.loads((ROOT / ".chainlit" / "config.toml").read_text(encoding="utf-8"))

    assert config["features"]["unsafe_allow_html"] is False
    assert all(re.match(r"http://(127\.0\.0\.1|localhost):", origin) for origin in config["project"]["allow_origins"])


@pytest.mark.parametrize("language", ["en-US", "zh-CN"])
def test_a_translation_has_every_word_that_chainlit_asks_for(language: str) -> None:
    chainlit = find_spec("chainlit")
    assert chainlit is not None
    assert chainlit.origin is not None
    shipped = Path(chainlit.origin).parent / "translations" / f"{language}.json"

    ours = json.loads((TRANSLATIONS / f"{language}.json").read_text(encoding="utf-8"))

    assert leaves(ours) == leaves(json.loads(shipped.read_text(encoding="utf-8")))


def test_other_kinds_of_chinese_read_the_same_words() -> None:
    assert (TRANSLATIONS / "zh.json").read_bytes() == (TRANSLATIONS / "zh-CN.json").read_bytes()
