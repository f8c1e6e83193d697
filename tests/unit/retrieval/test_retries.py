from __future__ import annotations

import pytest

from retrieval.retries import wait_before_retry


@pytest.mark.parametrize("status", [None, 429, 500, 502, 503, 529])
def test_what_passes_by_itself_is_tried_twice_more_after_longer_waits(status: int | None) -> None:
    first, second = wait_before_retry(1, status, {}), wait_before_retry(2, status, {})

    assert first is not None
    assert second is not None
    assert 0 < first <= 0.5 < second <= 1
    assert wait_before_retry(3, status, {}) is None


@pytest.mark.parametrize("status", [400, 401, 403, 404, 408, 409, 413, 422])
def test_what_does_not_pass_is_not_tried_again(status: int) -> None:
    assert wait_before_retry(1, status, {}) is None


@pytest.mark.parametrize(
    ("headers", "seconds"), [({"retry-after": "4"}, 4), ({"retry-after-ms": "20"}, 0.02), ({"retry-after": "-1"}, 0)]
)
def test_a_server_may_say_when_to_come_back(headers: dict[str, str], seconds: float) -> None:
    assert wait_before_retry(1, 503, headers) == seconds


def test_a_server_that_asks_for_minutes_is_reported_instead() -> None:
    assert wait_before_retry(1, 429, {"retry-after": "120"}) is None


def test_a_date_is_left_aside() -> None:
    assert wait_before_retry(1, 429, {"retry-after": "Wed, 21 Oct 2026 07:28:00 GMT"}) is not None
