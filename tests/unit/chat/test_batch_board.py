from __future__ import annotations

import pytest

from chat.batch_board import state_of
from records.batch import Batch, BatchFile, BatchState, FileState, Receipt
from records.tables import now


def shown(state: BatchState, file: FileState) -> str:
    batch = Batch("b1", "drop", "chat", None, "en", "rules", state, 1, now())
    return state_of(batch, Receipt((BatchFile(1, "a.pdf", "a" * 64, file),)))


@pytest.mark.parametrize("state", ["choosing", "paused", "cancelled"])
def test_a_batch_that_rests_is_shown_as_it_was_left_also_in_its_first_round(state: BatchState) -> None:
    assert shown(state, "waiting") == state


def test_a_batch_that_runs_is_done_with_its_last_file() -> None:
    assert (shown("running", "read"), shown("running", "assessed")) == ("running", "done")
