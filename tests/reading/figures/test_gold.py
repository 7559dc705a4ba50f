"""The scores for figures over hand-annotated accounts, and over digests that ship.

The floors lie a little under what was measured.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import PROJECT
from tests.reading.figures.scoring import accounts_in, digests_in, score

HERE = Path(__file__).parent
ACCOUNTS = PROJECT.parent / "shared" / "gold"


@pytest.mark.skipif(not (ACCOUNTS / "seed-ap.txt").exists(), reason="the annotated accounts are not at hand")
def test_accounts_reach_their_marks() -> None:
    found = score(accounts_in(ACCOUNTS, HERE / "seed_figures.toml"))
    assert found.precision >= 0.95 and found.recall >= 0.95, found.faults
    assert found.share("value") >= 0.97 and found.share("counted") >= 0.97, found.faults
    assert found.share("said_by") >= 0.92 and found.share("as_of") >= 0.92, found.faults


def test_digests_reach_their_marks() -> None:
    found = score(digests_in(PROJECT / "data" / "accounts", HERE / "digest_figures.toml"))
    assert found.precision >= 0.95 and found.recall >= 0.95, found.faults
    assert found.share("value") >= 0.97 and found.share("counted") >= 0.95, found.faults
    assert found.share("said_by") >= 0.85 and found.share("as_of") >= 0.92, found.faults
