"""Killed in the middle of whatever it does: what was acknowledged is there, what was half done is gone."""

import os
from pathlib import Path

import pytest

from tests.faults.deeds import DEEDS
from tests.faults.kill_switch import can_count_writes
from tests.faults.sweep import spread
from tests.faults.sweeping import swept

POINTS = 12
"""Points at which each deed is killed here; `python -m tests.faults.sweep DEED FOLDER POINTS KIND...` tries any."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="Processes are forked, which this system cannot do.")


@pytest.mark.parametrize("deed", DEEDS)
def test_nothing_acknowledged_is_lost_and_nothing_half_done_is_left(deed: str, tmp_path: Path) -> None:
    kinds = ("write", "statement", "torn") if can_count_writes() else ("statement",)
    found = swept(deed, tmp_path, POINTS, *kinds)
    assert found["failures"] == []
    # Where threads run side by side the last one counted may not come again.
    assert found["tried"] >= POINTS - len(kinds)


@pytest.mark.parametrize(("count", "points"), [(1, 1), (3, 12), (1000, 12), (5, 5)])
def test_points_are_spread_from_the_first_to_the_last(count: int, points: int) -> None:
    chosen = list(spread(count, points))
    assert len(chosen) == min(count, points)
    assert chosen[0] == 1
    assert count in chosen or points == 1
