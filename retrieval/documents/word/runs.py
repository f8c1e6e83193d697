"""How a run of a Word file looks: its own properties, its styles' and the file's defaults."""

from __future__ import annotations

from collections.abc import Iterator

from retrieval.documents.packages import Element, attribute, local

_OFF = frozenset({"0", "false", "off", "none"})
_TINY = 4  # half points
_DEEPEST = 12  # styles based on styles


class Styles:
    """The style and numbering parts, asked for single properties."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._defaults: Element | None = None
        for style in styles if styles is not None else ():
            if local(style) == "style":
                self._styles[str(attribute(style, "styleId"))] = style
            elif local(style) == "docDefaults":
                self._defaults = next((each for each in style.iter() if local(each) == "rPr"), None)
        self._numbered = numbering is not None

    def why_hidden(self, run: Element, paragraph: Element) -> str | None:
        """Why a run cannot be seen, or None."""
        if self._switched_on("vanish", run, paragraph):
            return "hidden text"
        size = self._value("sz", run, paragraph)
        if size is not None and size.isdigit() and 0 < int(size) <= _TINY:
            return "too small to see"
        color = (self._value("color", run, paragraph) or "").upper()
        if color == "FFFFFF" and _on_plain_paper(run):
            return "same colour as its background"
        return None

    def is_listed(self, paragraph: Element) -> bool:
        """Whether a paragraph carries a bullet or a number, by itself or by its style."""
        if not self._numbered:
            return False
        for properties in self._paragraph_properties(paragraph):
            numbering = child(properties, "numPr")
            if numbering is not None:
                number = child(numbering, "numId")
                return number is not None and attribute(number, "val") != "0"
        return False

    def _switched_on(self, name: str, run: Element, paragraph: Element) -> bool:
        found = self._property(name, run, paragraph)
        return found is not None and (attribute(found, "val") or "true").lower() not in _OFF

    def _value(self, name: str, run: Element, paragraph: Element) -> str | None:
        found = self._property(name, run, paragraph)
        return None if found is None else attribute(found, "val")

    def _property(self, name: str, run: Element, paragraph: Element) -> Element | None:
        for properties in self._run_properties(run, paragraph):
            found = child(properties, name)
            if found is not None:
                return found
        return None

    def _run_properties(self, run: Element, paragraph: Element) -> Iterator[Element]:
        """Nearest first: the run's own, its character style's, the paragraph style's, the defaults."""
        own = child(run, "rPr")
        if own is not None:
            yield own
            yield from self._of_style(child(own, "rStyle"), "rPr")
        paragraph_own = child(paragraph, "pPr")
        if paragraph_own is not None:
            yield from self._of_style(child(paragraph_own, "pStyle"), "rPr")
        if self._defaults is not None:
            yield self._defaults

    def _paragraph_properties(self, paragraph: Element) -> Iterator[Element]:
        own = child(paragraph, "pPr")
        if own is not None:
            yield own
            yield from self._of_style(child(own, "pStyle"), "pPr")

    def _of_style(self, reference: Element | None, kind: str) -> Iterator[Element]:
        for _ in range(_DEEPEST):
            style = self._styles.get(attribute(reference, "val") or "") if reference is not None else None
            if style is None:
                return
            properties = child(style, kind)
            if properties is not None:
                yield properties
            reference = child(style, "basedOn")


def child(element: Element, name: str) -> Element | None:
    """The first direct child of that local name."""
    return next((each for each in element if local(each) == name), None)


def _on_plain_paper(run: Element) -> bool:
    """Whether nothing around a run could colour its ground: no shading, no highlight, no shape, no styled table."""
    coloured = {"shd", "highlight", "tblStyle"}
    own = child(run, "rPr")
    if own is not None and any(local(each) in coloured for each in own):
        return False
    for ancestor in run.iterancestors():
        if local(ancestor) in {"txbxContent", "background"}:
            return False
        properties = next((each for each in ancestor if local(each) in {"pPr", "tcPr", "trPr", "tblPr"}), None)
        if properties is not None and any(local(each) in coloured for each in properties.iter()):
            return False
        if local(ancestor) == "document" and child(ancestor, "background") is not None:
            return False
    return True
