"""How an element of a page looks, as far as it decides whether its text can be seen."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from retrieval.documents import unseen
from retrieval.documents.colours import BLACK, OPAQUE_FROM, WHITE, Colour, alike
from retrieval.documents.formats.css import Declarations
from retrieval.documents.packages import Element

_NAMES: dict[str, str] = {
    "white": "ffffff", "black": "000000", "snow": "fffafa", "ivory": "fffff0",
    "floralwhite": "fffaf0", "ghostwhite": "f8f8ff", "azure": "f0ffff",
    "mintcream": "f5fffa", "honeydew": "f0fff0", "whitesmoke": "f5f5f5",
    "aliceblue": "f0f8ff", "seashell": "fff5ee", "lavenderblush": "fff0f5",
    "lightyellow": "ffffe0", "yellow": "ffff00", "red": "ff0000", "blue": "0000ff",
    "green": "008000", "lime": "00ff00", "navy": "000080", "gray": "808080",
    "grey": "808080", "silver": "c0c0c0", "maroon": "800000", "teal": "008080",
    "purple": "800080", "orange": "ffa500", "lightgray": "d3d3d3",
    "lightgrey": "d3d3d3", "gainsboro": "dcdcdc", "transparent": "00000000",
}  # fmt: skip
_HEX = re.compile(r"#([0-9a-f]{3,8})\b")
_RGB = re.compile(r"rgba?\(([^)]*)\)")
_LENGTH = re.compile(r"(-?\+?\d*\.?\d+)(px|pt|em|rem|ex|ch|%|in|cm|mm|pc|q|vw|vh)?(?![\w.])")
_SCALE = re.compile(r"scale(?:3d|x|y)?\(\s*(-?\d*\.?\d+)")
_SHIFT = re.compile(r"translate(?:3d|x|y)?\(\s*(-?\d*\.?\d+)(px|em|rem|%|vw|vh)?")
_PIXELS = {"": 1, "px": 1, "pt": 4 / 3, "in": 96, "cm": 37.8, "mm": 3.78, "q": 0.945, "pc": 16, "vw": 10, "vh": 8}
_SIZES = {"xx-small": 9, "x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24, "xx-large": 32}

_TINY = 2.0  # pixels, of letters
_CLOSED = 2.0  # pixels, of a box whose contents are cut off; screen readers' texts stand in one of 1
_FAR = 500.0  # pixels to the left or above; nothing that wide is meant to reach back into the page


@dataclass(frozen=True, slots=True)
class Look:
    """Inherited looks. `why` is the reason why nothing inside can be seen; `ground` None where it is a picture."""

    why: str | None = None
    drawn: bool = True
    colour: Colour = BLACK
    ground: Colour | None = WHITE
    size: float = 16.0
    opacity: float = 1.0
    listed: bool = True

    def why_hidden(self) -> str | None:
        """Why text of this look cannot be seen, or None."""
        if self.why is not None:
            return self.why
        if not self.drawn:
            return unseen.SWITCHED_OFF
        if self.opacity * self.colour[3] < OPAQUE_FROM:
            return unseen.INVISIBLE
        if self.size <= _TINY:
            return unseen.TINY
        if self.ground is not None and alike(self.colour, self.ground):
            return unseen.NO_CONTRAST
        return None


def look_of(element: Element, around: Look, declared: Declarations, pictures: bool) -> Look:
    """An element's look inside another; `pictures` where the page keeps those that it refers to."""
    look = _with_attributes(element, around)
    if not declared:
        return look
    size = _size(declared, look.size)
    return replace(
        look,
        why=look.why or _why_all(declared, size),
        drawn=_drawn(declared, look.drawn),
        colour=_ink(declared, look.colour),
        ground=_ground(declared, look.ground, pictures),
        size=size,
        opacity=look.opacity * _opacity(declared),
        listed=_listed(declared, look.listed),
    )


def colour_of(text: str) -> Colour | None:
    """The first colour that a value names, or None."""
    if (found := _HEX.search(text)) and (colour := _from_digits(found.group(1))):
        return colour
    if found := _RGB.search(text):
        return _from_rgb(re.findall(r"-?\d*\.?\d+%?", found.group(1)))
    return next((_from_digits(_NAMES[word]) for word in re.findall(r"[a-z]+", text) if word in _NAMES), None)


def _from_digits(digits: str) -> Colour | None:
    wide = digits if len(digits) in {6, 8} else "".join(digit * 2 for digit in digits[:4])
    if len(wide) not in {6, 8}:
        return None
    red, green, blue, ink = bytes.fromhex(wide.ljust(8, "f"))
    return Colour(red, green, blue, ink / 255)


def _with_attributes(element: Element, around: Look) -> Look:
    """The looks that HTML's own attributes give."""
    changes: dict[str, object] = {}
    if element.get("hidden") is not None:
        changes["why"] = around.why or unseen.SWITCHED_OFF
    if (ground := colour_of((element.get("bgcolor") or "").lower())) is not None:
        changes["ground"] = ground
    ink = element.get("color") if element.tag == "font" else element.get("text") if element.tag == "body" else None
    if ink and (colour := colour_of(ink.lower())) is not None:
        changes["colour"] = colour
    return replace(around, **changes) if changes else around  # type: ignore[arg-type]


def _from_rgb(numbers: list[str]) -> Colour | None:
    if len(numbers) < 3:
        return None
    red, green, blue = (float(each.rstrip("%")) * (2.55 if each.endswith("%") else 1) for each in numbers[:3])
    opaque = float(numbers[3].rstrip("%")) / (100 if numbers[3].endswith("%") else 1) if len(numbers) > 3 else 1.0
    return Colour(*(min(255.0, max(0.0, part)) for part in (red, green, blue)))._replace(ink=opaque)


def _pixels(text: str, size: float = 16.0, whole: float = 1000.0) -> float | None:
    """The first length in a value, in pixels; shares are of `whole`."""
    found = _LENGTH.search(text)
    if found is None:
        return None
    number, unit = float(found.group(1)), found.group(2) or ""
    relative = {"em": size, "rem": 16.0, "ex": size / 2, "ch": size / 2, "%": whole / 100}
    return number * (relative[unit] if unit in relative else _PIXELS[unit])


def _size(declared: Declarations, around: float) -> float:
    text = declared.get("font-size")
    if text is None and "font" in declared:
        text = next((word.split("/")[0] for word in declared["font"].split() if _LENGTH.match(word)), None)
    if text is None:
        return around
    known = _SIZES.get(text)
    pixels = _pixels(text, around, around)
    return known if known is not None else pixels if pixels is not None else around


def _drawn(declared: Declarations, around: bool) -> bool:
    value = declared.get("visibility")
    return value == "visible" if value in {"visible", "hidden", "collapse"} else around


def _ink(declared: Declarations, around: Colour) -> Colour:
    """The letters' colour; of letters that are cut out of their ground, which is how they show a gradient, any."""
    if "text" in (declared.get("background-clip"), declared.get("-webkit-background-clip")):
        return Colour(128, 128, 128, 1)
    return colour_of(declared.get("-webkit-text-fill-color") or declared.get("color", "")) or around


def _ground(declared: Declarations, around: Colour | None, pictures: bool) -> Colour | None:
    values = [declared[name] for name in ("background", "background-image") if name in declared]
    if any("gradient(" in value or "data:" in value or (pictures and "url(" in value) for value in values):
        return None
    value = declared.get("background-color") or declared.get("background", "")
    colour = colour_of(re.sub(r"url\([^)]*\)", "", value))
    if colour is None or colour[3] == 0:
        return around
    return colour.over(around if around is not None else WHITE)


def _opacity(declared: Declarations) -> float:
    values = [declared.get("opacity", "")]
    values += re.findall(r"opacity\(\s*([\d.]+%?)", declared.get("filter", ""))
    result = 1.0
    for value in values:
        if found := re.match(r"([\d.]*\d)(%?)", value):
            result *= min(1.0, float(found.group(1)) / (100 if found.group(2) else 1))
    return result


def _listed(declared: Declarations, around: bool) -> bool:
    value = f"{declared.get('list-style', '')} {declared.get('list-style-type', '')}"
    return around if not value.strip() else "none" not in value.split()


def _why_all(declared: Declarations, size: float) -> str | None:
    """Why nothing inside an element can be seen, or None."""
    if declared.get("display") == "none" or declared.get("mso-hide") == "all":
        return unseen.SWITCHED_OFF
    if declared.get("content-visibility") == "hidden":
        return unseen.SWITCHED_OFF
    if _is_far(declared, size):
        return unseen.OFF_PAGE
    if _is_cut_off(declared, size):
        return unseen.CLIPPED
    scale = _SCALE.search(declared.get("transform", ""))
    return unseen.TINY if scale is not None and abs(float(scale.group(1))) * size <= _TINY else None


def _is_far(declared: Declarations, size: float) -> bool:
    names = ["text-indent", "margin-left", "margin-top", "margin"]
    if declared.get("position", "static") != "static":
        names += ["left", "top"]
        if any((_pixels(declared.get(name, ""), size) or 0) <= -_FAR for name in ("right", "bottom")):
            return True
    shift = _SHIFT.search(declared.get("transform", ""))
    values = [declared.get(name, "") for name in names] + ([f"{shift[1]}{shift[2] or ''}"] if shift else [])
    lengths = [_pixels(value, size) or 0 for value in values]
    beyond = declared.get("position") in {"absolute", "fixed"} and (_pixels(declared.get("left", "")) or 0) >= 10 * _FAR
    return any(length <= -_FAR for length in lengths) or beyond


def _is_cut_off(declared: Declarations, size: float) -> bool:
    if declared.get("overflow", "").split(" ")[0] in {"hidden", "clip"}:
        names = ("height", "max-height", "width", "max-width")
        lengths = [_pixels(declared[name], size) for name in names if name in declared]
        if any(length is not None and length <= _CLOSED for length in lengths):
            return True
    clip = re.search(r"rect\(([^)]*)\)", declared.get("clip", ""))
    if clip is not None and declared.get("position") in {"absolute", "fixed"}:
        edges = [_pixels(edge) for edge in clip.group(1).replace(",", " ").split()]
        return len(edges) == 4 and all(edge is not None and edge <= _CLOSED for edge in edges)
    return re.search(r"inset\(\s*(?:[5-9]\d|100)%|circle\(\s*0", declared.get("clip-path", "")) is not None
