"""Style sheets, as far as they decide what can be seen: declarations, and which rules meet an element."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from retrieval.documents.packages import Element

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_DECLARATION = re.compile(r"\s*([-\w]+)\s*:((?:[^;\"'()]|\"[^\"]*\"|'[^']*'|\([^)]*\)|[\"'()])*)(?:;|\Z)")
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))")
_SIMPLE = re.compile(r"([.#]?)([-\w\u00a0-\uffff\\]+)|\*")
_COMPOUND = re.compile(r"(?:[-\w\u00a0-\uffff\\]+|\*)?(?:[.#][-\w\u00a0-\uffff\\]+)*")
_SCREENS = re.compile(r"\b(?:screen|all)\b|^\s*$", re.IGNORECASE)
_IMPORTANT = re.compile(r"\s*!\s*important\s*$", re.IGNORECASE)

_MOST_RULES = 20_000  # the sheets of a large site have five to ten thousand

Declarations = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Compound:
    """What one element must be: its tag, id and classes; `child` where it must be the direct parent of the next."""

    tag: str
    id: str
    classes: frozenset[str]
    child: bool = False

    def meets(self, element: Element) -> bool:
        if self.tag and element.tag != self.tag:
            return False
        if self.id and element.get("id") != self.id:
            return False
        return not self.classes or self.classes <= set((element.get("class") or "").split())


@dataclass(frozen=True, slots=True)
class _Rule:
    compounds: tuple[_Compound, ...]
    declarations: str
    specificity: tuple[int, int, int]
    order: int


class StyleSheets:
    """The rules of a page's sheets by the last word of their selectors."""

    def __init__(self, sheets: Iterable[str]) -> None:
        self._rules: dict[str, list[_Rule]] = defaultdict(list)
        rules = (rule for sheet in sheets for rule in _blocks(_COMMENT.sub(" ", sheet)))
        selectors = ((selector, rule[1]) for rule in rules for selector in rule[0].split(","))
        for order, (selector, declarations) in enumerate(islice(selectors, _MOST_RULES)):
            self._keep(selector.strip(), declarations, order)

    def declared(self, element: Element) -> Declarations:
        """What the rules and the element's own style say together, the strongest last word winning."""
        own = element.get("style")
        met = sorted(self._met(element), key=lambda rule: (rule.specificity, rule.order)) if self._rules else []
        if not own and not met:
            return {}
        result: Declarations = {}
        important: Declarations = {}
        for text in (*(rule.declarations for rule in met), own or ""):
            for name, value in declarations_of(text):
                plain = _IMPORTANT.sub("", value)
                (important if plain != value else result)[name] = plain
        return result | important

    def _keep(self, selector: str, declarations: str, order: int) -> None:
        compounds = _compounds(selector)
        if not compounds:
            return
        last = compounds[-1]
        specificity = (
            sum(bool(each.id) for each in compounds),
            sum(len(each.classes) for each in compounds),
            sum(bool(each.tag) for each in compounds),
        )
        key = f"#{last.id}" if last.id else f".{min(last.classes)}" if last.classes else last.tag or "*"
        self._rules[key].append(_Rule(compounds, declarations, specificity, order))

    def _met(self, element: Element) -> Iterator[_Rule]:
        keys = ["*", element.tag, f"#{element.get('id')}"]
        keys += [f".{name}" for name in set((element.get("class") or "").split())]
        for key in keys:
            yield from (rule for rule in self._rules.get(key, ()) if _meets(rule.compounds, element))


def declarations_of(text: str) -> Iterator[tuple[str, str]]:
    """Name and value of each declaration, in small letters, escapes resolved."""
    text = _ESCAPE.sub(_unescaped, text) if "\\" in text else text
    for found in _DECLARATION.finditer(_COMMENT.sub(" ", text) if "/*" in text else text):
        yield found.group(1).lower(), found.group(2).strip().lower()


def _unescaped(found: re.Match[str]) -> str:
    number = int(found.group(1), 16) if found.group(1) else 0
    return (chr(number) if 0 < number <= 0x10FFFF else "") if found.group(1) else found.group(2)


def _blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations; of conditional groups those that hold on a screen."""
    at = 0
    while (opening := sheet.find("{", at)) >= 0:
        head = sheet[at:opening].rsplit(";", 1)[-1].rsplit("}", 1)[-1].strip()
        if head.startswith("@"):
            group = head[1:].lower()
            shown = group.startswith("media") and _SCREENS.search(group.removeprefix("media"))
            at = opening + 1 if shown or group.startswith(("supports", "layer")) else _closing(sheet, opening)
            continue
        closing = sheet.find("}", opening)
        closing = len(sheet) if closing < 0 else closing
        yield head, sheet[opening + 1 : closing]
        at = closing + 1


def _closing(sheet: str, opening: int) -> int:
    """Behind the brace that closes a group."""
    depth = 0
    for brace in re.finditer(r"[{}]", sheet[opening:]):
        depth += 1 if brace.group() == "{" else -1
        if depth == 0:
            return opening + brace.end()
    return len(sheet)


def _compounds(selector: str) -> tuple[_Compound, ...]:
    """A selector of tags, ids, classes, descendants and children; none for one that asks for more."""
    result: list[_Compound] = []
    child = False
    for word in selector.replace(">", " > ").split():
        if word == ">":
            child = True
            continue
        if not _COMPOUND.fullmatch(word):
            return ()
        if child and result:
            previous = result.pop()
            result.append(_Compound(previous.tag, previous.id, previous.classes, True))
        child = False
        parts = [(found.group(1), _ESCAPE.sub(_unescaped, found.group(2) or "")) for found in _SIMPLE.finditer(word)]
        result.append(
            _Compound(
                next((name.lower() for sign, name in parts if not sign), ""),
                next((name for sign, name in parts if sign == "#"), ""),
                frozenset(name for sign, name in parts if sign == "."),
            )
        )
    return tuple(result)


def _meets(compounds: tuple[_Compound, ...], element: Element) -> bool:
    """Whether an element and those around it are what a selector asks for, its last word being the element's."""
    if not compounds[-1].meets(element):
        return False
    around = element.getparent()
    for compound in reversed(compounds[:-1]):
        while around is not None and not compound.meets(around):
            around = None if compound.child else around.getparent()
        if around is None:
            return False
        around = around.getparent()
    return True
