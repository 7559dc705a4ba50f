"""The people of the hand-made accounts, where they are at hand."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from bot.reading.layout import lay_out
from bot.reading.people import find_people

GOLD = Path(__file__).resolve().parents[4] / "shared" / "gold"
ACCOUNTS = sorted(path for path in GOLD.glob("*.json") if path.name != "topics.json")


def occurrence(text: str, surface: str, nth: int) -> int:
    at = -1
    for _ in range(nth):
        at = text.index(surface, at + 1)
    return at


@pytest.mark.skipif(not ACCOUNTS, reason="the accounts are not at hand")
@pytest.mark.parametrize("path", ACCOUNTS, ids=lambda path: path.stem)
def test_nearly_every_name_is_found_and_goes_to_its_bearer(path: Path) -> None:
    gold = json.loads(path.read_text("utf-8"))
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    day = (gold.get("given") or {}).get("published")
    found = {
        (m.start, m.end): p.name
        for p in find_people(lay_out(text, date.fromisoformat(day) if day else None))
        for m in p.mentions
    }
    wanted = {}
    for person in gold["people"]:
        for mention in person["mentions"]:
            start = occurrence(text, mention["text"], mention.get("nth", 1)) + mention["text"].index(mention["name"])
            wanted[start, start + len(mention["name"])] = person["name"]
    right = sum(found.get(span) == name for span, name in wanted.items())
    assert right >= 0.9 * len(wanted)
    assert right >= 0.9 * len(found)
