"""How fast questions are answered, beside a bare query of SQLite's full-text index in the same run.

    python benchmarks/archive.py [--passages N]... [ACCOUNT]...

Makes archives of N passages (10,000 and 100,000) from the sentences of the accounts named, drawn at random and put
together anew, and asks them the questions of members. Without accounts: those of ../shared/gold, else those that ship.
One core, warm; times are milliseconds. Archives are made in benchmarks/made and kept there for the next run.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import sqlite3
import statistics
import sys
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from bot.answers.desk import Call, Desk
from bot.archive.accession import Accession
from bot.archive.archive import Archive
from bot.archive.records import Viewer
from bot.reading.layout import lay_out
from bot.settings import PROJECT, Settings
from bot.shipped import Shipped, load_shipped

MADE = PROJECT / "benchmarks" / "made"
SIZES = (10_000, 100_000)
PASSAGES_IN_SOURCE = 40
ROUNDS = 5
ASKED_OF_A_KIND = 100
"""Different names, days, topics and words asked for: more than anything in the archive remembers of late questions."""
BARE = """
SELECT rowid, snippet(passage_words, 0, '[', ']', '…', 24) FROM passage_words
WHERE passage_words MATCH ? ORDER BY bm25(passage_words) LIMIT 10
"""
SEED = 20220516


@dataclass(frozen=True, slots=True)
class Timing:
    """One row of the table: a question, and how long each asking took, in milliseconds."""

    question: str
    times: list[float]

    @property
    def p50(self) -> float:
        """The median."""
        return statistics.median(self.times)

    @property
    def p99(self) -> float:
        """The time that 99 of 100 askings stay below."""
        return statistics.quantiles(self.times, n=100)[98]


def sentences_of(paths: Sequence[Path]) -> list[str]:
    """Every sentence of the accounts, on one line each."""
    found: list[str] = []
    for path in paths:
        document = lay_out(path.read_text(encoding="utf-8").rpartition("\n---\n")[2])
        found.extend(" ".join(document.surface(sentence).split()) for sentence in document.sentences)
    return found


def made_accounts(sentences: Sequence[str], passages: int) -> Iterator[Accession]:
    """Accounts of resampled sentences, one to three a passage, `passages` in all."""
    draw = random.Random(SEED)
    for number in range(passages // PASSAGES_IN_SOURCE):
        lines = [" ".join(draw.choices(sentences, k=draw.randint(1, 3))) for _ in range(PASSAGES_IN_SOURCE)]
        text = "\n\n".join(lines)
        published = date(2022, 5, 1) + timedelta(days=draw.randrange(365))
        yield Accession(
            f"made-{number}.txt",
            text.encode(),
            text,
            title=f"Made account {number}",
            published=published,
            source_id=f"made-{number}",
            added_by="benchmark",
        )


async def make_archive(path: Path, sentences: Sequence[str], passages: int, shipped: Shipped) -> None:
    """Build an archive of this many passages at `path`, in the way every archive is built."""
    accounts = list(made_accounts(sentences, passages))
    started = time.perf_counter()
    async with Archive.open(path) as archive:
        report = await archive.build(accounts, shipped.authority, shipped.subjects)
    took = time.perf_counter() - started
    sys.stdout.write(f"made {path.name} in {took:.0f} s: {report}\n")


async def questions_for(archive: Archive, shipped: Shipped, words: Sequence[str]) -> dict[str, list[Call]]:
    """What is asked, by row of the table: names and days that are frequent, subjects of the thesaurus, any words."""
    viewer = Viewer()
    persons = await archive.top_persons(viewer, ASKED_OF_A_KIND)
    dated = await archive.dates_in(date(2022, 2, 24), date(2022, 7, 31), viewer, 2_000)
    days = list(dict.fromkeys(each.earliest for each in dated if each.earliest == each.latest))
    subjects = [subject.term for subject in shipped.subjects.subjects]
    return {
        "who": [Call("who", person.name) for person in persons],
        "on": [Call("on", day.isoformat()) for day in days[:ASKED_OF_A_KIND]],
        "quote, a subject": [Call("quote", term) for term in subjects[:ASKED_OF_A_KIND]],
        "quote, any word": [Call("quote", word) for word in words],
        "figures, a subject": [Call("figures", term) for term in subjects[:ASKED_OF_A_KIND]],
        "figures, any word": [Call("figures", word) for word in words],
        "search": [Call("search", word) for word in words],
    }


def any_words(sentences: Sequence[str]) -> list[str]:
    """Words drawn from the sentences, so that frequent ones come up more often."""
    words = [word.strip(".,;:!?“”\"'()—’") for sentence in sentences for word in sentence.split()]
    telling = sorted({word.casefold() for word in words if len(word) > 5 and word.isalpha()})
    counts = dict.fromkeys(telling, 0)
    for word in words:
        if word.casefold() in counts:
            counts[word.casefold()] += 1
    draw = random.Random(SEED)
    weights = [counts[word] for word in telling]
    drawn: dict[str, None] = {}
    while len(drawn) < min(ASKED_OF_A_KIND, len(telling)):
        drawn.update(dict.fromkeys(draw.choices(telling, weights=weights, k=10)))
    return list(drawn)[:ASKED_OF_A_KIND]


async def measure(path: Path, shipped: Shipped, words: Sequence[str]) -> list[Timing]:
    """The bare query, then every question, then opening."""
    settings = Settings()
    with closing(sqlite3.connect(path)) as bare:
        async with Archive.open(path) as archive:
            desk = Desk(archive, day_one=settings.siege_day_one, subjects=shipped.subjects)

            async def query(word: str) -> object:
                return bare.execute(BARE, (f'"{word}"',)).fetchall()

            timings = [await timed("bare query", [partial(query, word) for word in words])]
            for question, calls in (await questions_for(archive, shipped, words)).items():
                timings.append(await timed(question, [partial(desk.ask, call, Viewer()) for call in calls]))
    return [*timings, await time_to_open(path)]


async def timed(question: str, askings: Sequence[Callable[[], Awaitable[object]]]) -> Timing:
    """Ask everything once to warm up, then ROUNDS times with a clock."""
    for ask in askings:
        await ask()
    times: list[float] = []
    for _ in range(ROUNDS):
        for ask in askings:
            started = time.perf_counter()
            await ask()
            times.append((time.perf_counter() - started) * 1000)
    return Timing(question, times)


async def time_to_open(path: Path) -> Timing:
    """Opening a ready archive."""

    async def open_once() -> None:
        async with Archive.open(path):
            pass

    return await timed("open", [open_once] * 3)


def print_table(passages: int, timings: Sequence[Timing]) -> None:
    """The times, and how they compare with the first row's."""
    bare = timings[0]
    sys.stdout.write(f"\n{passages:,} passages        p50 ms   p99 ms   p50 / bare   p99 / bare\n")
    for timing in timings:
        shares = f"{timing.p50 / bare.p50:12.2f} {timing.p99 / bare.p99:12.2f}"
        sys.stdout.write(f"{timing.question:<22} {timing.p50:8.2f} {timing.p99:8.2f} {shares}\n")


def main(arguments: Sequence[str]) -> int:
    """Make what is missing, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, action="append", metavar="N")
    parser.add_argument("accounts", type=Path, nargs="*", metavar="ACCOUNT")
    given = parser.parse_args(arguments)
    accounts = given.accounts or default_accounts()
    sentences = sentences_of(accounts)
    shipped = load_shipped(Settings())
    MADE.mkdir(exist_ok=True)
    for passages in given.passages or SIZES:
        path = MADE / f"archive-{passages}.db"
        if not path.exists():
            asyncio.run(make_archive(path, sentences, passages, shipped))
        keep_to_one_core()
        timings = asyncio.run(measure(path, shipped, any_words(sentences)))
        print_table(passages, timings)
    return 0


def default_accounts() -> list[Path]:
    """The accounts of ../shared/gold where they are at hand, else those that ship."""
    gold = sorted((PROJECT.parent / "shared" / "gold").glob("*.txt"))
    return gold or sorted((PROJECT / "data" / "accounts").glob("*.md"))


def keep_to_one_core() -> None:
    """Bind this process to one processor, where the system lets one."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
