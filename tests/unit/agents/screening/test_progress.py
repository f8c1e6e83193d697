from __future__ import annotations

from datetime import UTC, datetime, timedelta

from agents.screening.progress import progress_of
from records.batch import BatchFile, FileState, Receipt

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)


def files(*states: tuple[FileState, float | None]) -> Receipt:
    return Receipt(
        tuple(
            BatchFile(n, f"{n}.pdf", "a", state, None, None if ago is None else NOW - timedelta(seconds=ago))
            for n, (state, ago) in enumerate(states, 1)
        )
    )


def test_rate_and_time_left_are_those_of_the_last_half_minute() -> None:
    receipt = files(
        ("assessed", 500), ("assessed", 20), ("assessed", 10), ("failed", 5), ("waiting", None), ("read", None)
    )

    progress = progress_of(receipt, NOW)

    assert (progress.per_minute, progress.seconds_left) == (6.0, 20)
    assert (progress.received, progress.read, progress.assessed, progress.failed, progress.open) == (6, 4, 3, 1, 2)


def test_nothing_is_said_of_the_time_left_before_a_few_are_finished() -> None:
    progress = progress_of(files(("assessed", 2), ("assessed", 1), ("waiting", None)), NOW)

    assert (progress.per_minute, progress.seconds_left) == (None, None)


def test_a_finished_batch_has_no_time_left() -> None:
    progress = progress_of(files(*[("assessed", 1.0)] * 9), NOW)

    assert (progress.open, progress.per_minute, progress.seconds_left) == (0, None, None)
