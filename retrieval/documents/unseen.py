"""Why a person cannot see a text that the file holds: the words that every reader uses in `HiddenText.why`."""

from __future__ import annotations

from typing import Final

INVISIBLE: Final = "invisible text"  # drawn without ink, or fully transparent
OFF_PAGE: Final = "outside the page"
TINY: Final = "too small to see"
NO_CONTRAST: Final = "same colour as its background"
COVERED: Final = "covered"  # something lies over it
CLIPPED: Final = "clipped"  # outside the part that is shown of it
SWITCHED_OFF: Final = "hidden text"  # Word's hidden font, a layer that is switched off, display:none
UNSEEN_CHARACTERS: Final = "invisible characters"  # tags, zero-width signs that carry a message
REORDERED: Final = "reordered characters"  # bidi controls: what is shown is not what is stored
NOT_PRINTED: Final = "not on the page"  # metadata, comments, alternative texts, deleted text, field codes
