"""Annotated accounts: those of the project, and those that lie beside it, where they do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.reading import read

_HERE = Path(__file__).parents[1]
_FOLDERS = (_HERE / "accounts", _HERE / "more_accounts", Path(__file__).parents[4] / "shared" / "gold")
_LEAST = 0.93


def _offset(text: str, surface: str, nth: int) -> int:
    at = -1
    for _ in range(nth):
        at = text.index(surface, at + 1)
    return at


def _accounts(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.json") if path.with_suffix(".txt").exists())


@pytest.mark.parametrize("folder", _FOLDERS, ids=["of the project", "more of the project", "beside the project"])
def test_most_dates_of_the_accounts_are_found_with_their_days(folder: Path) -> None:
    accounts = _accounts(folder)
    if not accounts:
        pytest.skip("the annotated accounts are not at hand")
    right = gold_count = found_count = 0
    for account in accounts:
        gold = json.loads(account.read_text("utf-8"))
        text = account.with_suffix(".txt").read_bytes().decode("utf-8")
        found = read(text, gold["given"]["published"]).dates
        for wanted in gold["dates"]:
            start = _offset(text, wanted["text"], wanted["nth"])
            end = start + len(wanted["text"])
            days = (wanted["earliest"], wanted["latest"])
            right += any(
                one.start < end and start < one.end and (one.earliest.isoformat(), one.latest.isoformat()) == days
                for one in found
            )
        gold_count += len(gold["dates"])
        found_count += len(found)
    assert 2 * right / (gold_count + found_count) >= _LEAST
