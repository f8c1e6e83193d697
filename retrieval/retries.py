"""When a model server is asked again, and after how long: only for what passes by itself."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Final

RETRIES: Final = 2
"""After half a second and after a second more: a person knows within three seconds that nobody listens."""
_FIRST_WAIT: Final = 0.5
_LONGEST_WAIT: Final = 10.0
"""A server that asks for more patience than this is reported instead of waited for."""


def wait_before_retry(tried: int, status: int | None, headers: Mapping[str, str]) -> float | None:
    """Seconds to wait after attempt `tried` (from 1) failed; None where asking again makes no sense.

    `status` is the server's, or None where the connection was refused or lost.
    """
    if tried > RETRIES or not (status is None or status == 429 or status >= 500):
        return None
    asked = _asked_for(headers)
    if asked is not None:
        return asked if asked <= _LONGEST_WAIT else None
    # Scattered, or all requests of a batch would come back in the same moment.
    return _FIRST_WAIT * 2.0 ** (tried - 1) * random.uniform(0.75, 1.0)  # noqa: S311


def _asked_for(headers: Mapping[str, str]) -> float | None:
    """What `Retry-After` says in seconds; its other form, a date, would depend on two clocks."""
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            return max(0.0, float(headers[name]) * unit)
        except (KeyError, ValueError):
            continue
    return None
