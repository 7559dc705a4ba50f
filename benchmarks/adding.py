"""How long adding takes, and what members notice of it.

    python benchmarks/adding.py [--account FILE] [--pages N]

First an account is handed in as moderators do it, three times: from the upload to the preview, and from the button to
the source being there. FILE is a text of some length; without one the longer seed account is taken, where it is at
hand. Then somebody asks `who` every ten milliseconds, idle and while a PDF of 300 pages (some 600,000 characters of
invented prose) is taken in, looked at and added. A time is from the moment the question was due to its answer, so that
whatever keeps the event loop is in it. All in one process, as in the bot, with the archive that ships.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

if __name__ == "__main__":
    # Python looks beside this file first.
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from bot.accessions import Accessions
from bot.answers.desk import Call, Desk
from bot.answers.language import ENGLISH
from bot.answers.preview import examine, preview_answer
from bot.archive.archive import Archive
from bot.archive.records import Viewer
from bot.settings import PROJECT, Settings
from bot.shipped import open_archive, open_desk
from tests.intake.files import pdf

SEED = PROJECT.parent / "shared" / "gold" / "seed-nyt.txt"
TIMES = 3
BETWEEN = 0.01
"""Seconds from one question to the next."""
IDLE_SECONDS = 10.0
LINES, COLUMNS = 40, 52
"""Of a page: some 2,000 characters."""
PUBLISHED = date(2031, 5, 12)
FIRST = ["Alda", "Brin", "Corva", "Delf", "Esna", "Farro", "Gilda", "Hesk", "Irva", "Jorun", "Kelda", "Lomar"]
LAST = [
    "Amsel",
    "Brask",
    "Corvin",
    "Dolm",
    "Estrin",
    "Falk",
    "Grenn",
    "Holt",
    "Ister",
    "Jarn",
    "Kessel",
    "Lund",
    "Marr",
    "Norin",
    "Ostrel",
    "Prahl",
    "Quist",
    "Rand",
]
SAID = (
    "“We carried water up the stairs every night,” said {name}, a {work} from the lower town.",
    "{name} said that the bread had run out on May {day}, 2031, and that nobody had slept.",
    "Three days later {name}, the {work}, came back across the river with nine families.",
    "“The lamps were out,” {name} said. “We counted the steps, and then we counted them again.”",
    "The column waited behind the bridge until noon, and the drivers talked in low voices about the road.",
    "On Friday {name} read the list of names aloud in the school where beds had been made ready.",
)
WORK = ["pilot", "teacher", "nurse", "welder", "baker", "surveyor"]


@dataclass(frozen=True, slots=True)
class Steps:
    """Seconds from the upload to the preview, and from the button to the source."""

    to_preview: float
    to_added: float


def main() -> int:
    """Measure, and print what came out."""
    assert __doc__
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--account", type=Path, default=SEED, help="a text to hand in")
    parser.add_argument("--pages", type=int, default=300, help="pages of the PDF")
    asyncio.run(_measure(parser.parse_args()))
    return 0


async def _measure(asked: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(archive_path=Path(folder) / "archive.db", max_document_bytes=50_000_000)
        async with open_archive(settings) as archive:
            takes_in = Accessions(settings)
            if asked.account.is_file():
                _tell_account(asked.account, await _account(archive, takes_in, asked.account.read_bytes()))
            desk = open_desk(archive, settings)
            names = [person.name for person in await archive.top_persons(Viewer(), 400)]
            idle = await _asking(desk, names, asyncio.create_task(asyncio.sleep(IDLE_SECONDS)))
            data = pdf(list(_pages(asked.pages)))
            adding = asyncio.create_task(_hand_in(archive, takes_in, "long.pdf", data))
            busy = await _asking(desk, names, adding)
            steps = await adding
    _say(f"a PDF of {asked.pages} pages: {steps.to_preview:.1f} s to the preview, {steps.to_added:.1f} s to added")
    for name, times in (("idle", idle), ("while it is added", busy)):
        _say(f"who, {name}: {_spread(times)}")


async def _account(archive: Archive, takes_in: Accessions, data: bytes) -> list[Steps]:
    # Other bytes each time, for the same ones are refused; a space at the end changes nothing in the text.
    return [await _hand_in(archive, takes_in, "account.txt", data + b" " * n) for n in range(TIMES)]


async def _hand_in(archive: Archive, takes_in: Accessions, name: str, data: bytes) -> Steps:
    started = time.perf_counter()
    incoming = await takes_in.from_bytes(name, data, guild=None, by="benchmark")
    document = replace(incoming.document, published=incoming.document.published or PUBLISHED)
    draft = await archive.keep_draft(document, incoming.found)
    await preview_answer(archive, await examine(archive, draft, None), Viewer(), ENGLISH)
    previewed = time.perf_counter()
    kept = await archive.draft(draft.id, None)
    assert kept is not None
    await archive.add(kept.document)
    await archive.drop_draft(draft.id, None)
    return Steps(previewed - started, time.perf_counter() - previewed)


async def _asking(desk: Desk, names: list[str], until: asyncio.Task[object]) -> list[float]:
    """Seconds that each question took that was asked until the task ended."""
    draw, times, due = random.Random(1), list[float](), time.perf_counter()
    while not until.done():
        due += BETWEEN
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        await desk.ask(Call("who", draw.choice(names)), Viewer())
        times.append(time.perf_counter() - due)
    return times


def _pages(count: int) -> Iterator[list[tuple[float, float, str]]]:
    words = _prose(random.Random(2))
    for _ in range(count):
        yield [(60.0, 790.0 - 18 * line, _line(words)) for line in range(LINES)]


def _line(words: Iterator[str]) -> str:
    line = next(words)
    while len(line) < COLUMNS:
        line += f" {next(words)}"
    return line


def _prose(draw: random.Random) -> Iterator[str]:
    while True:
        name = f"{draw.choice(FIRST)} {draw.choice(LAST)}"
        sentence = draw.choice(SAID).format(name=name, work=draw.choice(WORK), day=draw.randint(1, 11))
        yield from sentence.split()


def _tell_account(path: Path, steps: list[Steps]) -> None:
    preview = statistics.median(each.to_preview for each in steps)
    added = statistics.median(each.to_added for each in steps)
    _say(f"{path.name}: {preview:.2f} s to the preview, {added:.2f} s to added (median of {len(steps)})")


def _spread(times: list[float]) -> str:
    ordered = sorted(times)
    p50, p99 = (1_000 * ordered[int(share * (len(ordered) - 1))] for share in (0.5, 0.99))
    return f"p50 {p50:.1f} ms, p99 {p99:.1f} ms, longest {1_000 * ordered[-1]:.1f} ms ({len(times)} questions)"


def _say(line: str) -> None:
    with suppress(BrokenPipeError):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
