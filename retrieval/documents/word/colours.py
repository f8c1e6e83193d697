"""Colours of a Word file, through its theme."""

from __future__ import annotations

import colorsys

from retrieval.documents.colours import Colour
from retrieval.documents.packages import Element, attribute, child, local, number, value

_NAMES = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "008000", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "white": "FFFFFF", "darkblue": "000080", "darkcyan": "008080", "darkgreen": "006400",
    "darkmagenta": "800080", "darkred": "800000", "darkyellow": "808000", "darkgray": "808080", "lightgray": "C0C0C0",
    "gray": "808080", "silver": "C0C0C0", "navy": "000080", "window": "FFFFFF", "windowtext": "000000",
    "aqua": "00FFFF", "teal": "008080", "lime": "00FF00", "maroon": "800000", "olive": "808000", "purple": "800080",
}  # fmt: skip
_THEME_NAMES = {
    "dark1": "dk1", "text1": "dk1", "tx1": "dk1", "light1": "lt1", "background1": "lt1", "bg1": "lt1",
    "dark2": "dk2", "text2": "dk2", "tx2": "dk2", "light2": "lt2", "background2": "lt2", "bg2": "lt2",
    "hyperlink": "hlink", "followedhyperlink": "folhlink",
}  # fmt: skip
_THEME = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6"}  # where a file brings no theme


def named(text: str | None) -> Colour | None:
    """A colour by six digits (`1F3864`, `#1f3864`), three, or name; None for `auto`, `none` and anything else."""
    digits = (text or "").split("[")[0].strip().lstrip("#")
    digits = _NAMES.get(digits.lower(), digits)
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    try:
        return Colour(*bytes.fromhex(digits)) if len(digits) == 6 else None
    except ValueError:
        return None


class Palette:
    """A file's theme colours."""

    def __init__(self, theme: Element | None, settings: Element | None = None) -> None:
        self._colours = dict(_THEME)
        scheme = child(theme, "themeElements", "clrScheme")
        for entry in scheme if scheme is not None else ():
            chosen = next((each for each in entry if isinstance(each.tag, str)), None)
            if chosen is not None:
                stated = attribute(chosen, "lastClr") or attribute(chosen, "val")
                self._colours[local(entry).lower()] = stated or ""
        mapping = child(settings, "clrSchemeMapping")
        self._names = dict(_THEME_NAMES)
        for key, choice in mapping.attrib.items() if mapping is not None else ():
            name = {"t1": "text1", "t2": "text2"}.get(key[key.rfind("}") + 1 :], key[key.rfind("}") + 1 :])
            name = {"bg1": "background1", "bg2": "background2"}.get(name, name).lower()
            self._names[name] = _THEME_NAMES.get(str(choice).lower(), str(choice).lower())

    def theme(self, name: str) -> Colour | None:
        """A theme colour by any of its names."""
        return named(self._colours.get(self._names.get(name.lower(), name.lower())))

    def word(self, element: Element | None, plain: str = "val", theme: str = "Color") -> Colour | None:
        """A colour of WordprocessingML: attribute `plain`, unless `theme` plus this word chooses one of the theme's."""
        if element is None:
            return None
        name = attribute(element, f"theme{theme}")
        colour = self.theme(name) if name else None
        if colour is None:
            return named(attribute(element, plain))
        change = "theme" if theme == "Color" else f"theme{theme}"
        tint, shade = (_share(attribute(element, f"{change}{kind}")) for kind in ("Tint", "Shade"))
        return _lit(_lit(colour, tint, 1 - tint), shade, 0)

    def drawn(self, fill: Element | None) -> Colour | None:
        """A colour of DrawingML below a fill (`solidFill`, a style's `fillRef`), its changes applied."""
        stated = next((each for each in fill if isinstance(each.tag, str)), None) if fill is not None else None
        if stated is None:
            return None
        chosen = attribute(stated, "lastClr") or attribute(stated, "val") or ""
        colour = self.theme(chosen) if local(stated) == "schemeClr" else named(chosen)
        return None if colour is None else _changed(colour, stated)


def _changed(colour: Colour, stated: Element) -> Colour:
    for change in stated:
        share = (number(attribute(change, "val")) or 0) / 100_000
        name = local(change)
        if name in {"lumMod", "shade"}:
            colour = _lit(colour, share, 0)
        elif name == "lumOff":
            colour = _lit(colour, 1, share)
        elif name == "tint":
            colour = _lit(colour, share, 1 - share)
        elif name == "alpha":
            # Word's own text effects (w14) state how transparent a colour is, drawings how opaque.
            colour = colour._replace(ink=1 - share if "office/word" in change.tag else share)
    return colour


def _lit(colour: Colour, factor: float, addition: float) -> Colour:
    """A colour with its lightness (of HLS) changed."""
    hue, light, saturation = colorsys.rgb_to_hls(*(part / 255 for part in colour[:3]))
    light = min(1.0, max(0.0, light * factor + addition))
    red, green, blue = (part * 255 for part in colorsys.hls_to_rgb(hue, light, saturation))
    return Colour(red, green, blue, colour.ink)


def _share(digits: str | None) -> float:
    try:
        return int(digits or "FF", 16) / 255
    except ValueError:
        return 1.0


def shading(palette: Palette, properties: Element | None, below: Colour | None) -> Colour | None:
    """The ground that a `shd` in these properties paints over what lies below it."""
    shade = child(properties, "shd")
    pattern = attribute(shade, "val") if shade is not None else None
    if shade is None or pattern == "nil":
        return below
    fill = palette.word(shade, "fill", "Fill") or below
    front = palette.word(shade, "color") or Colour(0, 0, 0)
    dense = 1.0 if pattern == "solid" else (number((pattern or "").removeprefix("pct")) or 0) / 100
    return fill if fill is None or dense == 0 else front._replace(ink=dense).over(fill)


def highlight(properties: Element | None) -> Colour | None:
    """The colour of a highlighter."""
    return named(value(properties, "highlight"))
