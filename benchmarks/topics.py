"""How well `quote` ranks: nDCG@10 on hand-graded topics over two accounts, with nothing else in the archive.

    python benchmarks/topics.py [FOLDER]

FOLDER holds `topics.json` and the accounts it grades, `seed-ap.txt` and `seed-nyt.txt`. Gains are 2**grade - 1, the
discount is log2(rank + 1): Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM TOIS 2002.
"""

from __future__ import annotations

import asyncio
import json
import math
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from bot.answers.desk import Call, Desk
from bot.answers.model import Item
from bot.archive.accession import Accession
from bot.archive.archive import Archive
from bot.archive.records import Viewer
from bot.settings import PROJECT, Settings
from bot.shipped import load_shipped

FOLDER = PROJECT.parent / "shared" / "gold"
ACCOUNTS = {"seed-ap": date(2022, 4, 30), "seed-nyt": date(2022, 7, 24)}
"""The accounts and their days of publication."""
DEPTH = 10
Grades = Mapping[tuple[str, str], int]
"""Grades by source and text; what is not in it is worth nothing."""


async def ranked(desk: Desk, topic: str) -> list[Item]:
    """The first DEPTH items that `quote` gives for a topic."""
    items: list[Item] = []
    page, of = 1, 1
    while page <= of and len(items) < DEPTH:
        answer = await desk.ask(Call("quote", topic, page=page), Viewer())
        items.extend(answer.items)
        page, of = page + 1, answer.of
    return items[:DEPTH]


def ndcg(items: Sequence[Item], grades: Grades) -> float:
    """Normalised discounted cumulated gain of a ranking, 0 to 1."""
    left = dict(grades)
    gains = [2 ** left.pop((item.citation.source, _plain(item.text)), 0) - 1 for item in items]
    best = sorted((2**grade - 1 for grade in grades.values()), reverse=True)[:DEPTH]
    return _discounted(gains) / _discounted(best) if best else 0.0


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, 1))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _account(folder: Path, name: str, published: date) -> Accession:
    original = (folder / f"{name}.txt").read_bytes()
    text = original.decode("utf-8")
    return Accession(f"{name}.txt", original, text, title=name, published=published, source_id=name, added_by="topics")


def _grades(topic: Mapping[str, Any]) -> Grades:
    return {(each["source"], _plain(each["text"])): each["grade"] for each in topic["relevant"]}


async def measure(folder: Path, archive_path: Path) -> dict[str, float]:
    """nDCG@10 of each topic of `folder`, from an archive made at `archive_path`."""
    topics = json.loads((folder / "topics.json").read_text(encoding="utf-8"))
    settings = replace(Settings(), archive_path=archive_path)
    shipped = load_shipped(settings)
    accounts = [_account(folder, name, published) for name, published in ACCOUNTS.items()]
    async with Archive.open(archive_path, query_seconds=settings.query_seconds) as archive:
        await archive.build(accounts, shipped.authority, shipped.subjects)
        desk = Desk(archive, day_one=settings.siege_day_one, subjects=shipped.subjects)
        return {topic["topic"]: ndcg(await ranked(desk, topic["topic"]), _grades(topic)) for topic in topics}


def main(arguments: Sequence[str]) -> int:
    """Print the score of each topic and their mean."""
    folder = Path(arguments[0]) if arguments else FOLDER
    with tempfile.TemporaryDirectory() as made:
        scores = asyncio.run(measure(folder, Path(made) / "topics.db"))
    for topic, score in scores.items():
        sys.stdout.write(f"{topic:<24} {score:.3f}\n")
    sys.stdout.write(f"{'mean':<24} {sum(scores.values()) / len(scores):.3f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
