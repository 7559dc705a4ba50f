"""How well and how fast the reader reads, where annotated accounts are at hand.

    python benchmarks/reading.py [--accounts DIR] [--corpora DIR]

Prints the scores over the annotated accounts (with the score.py that stands beside them), the scores over the public
benchmarks, and characters a second on one core, beside `dateparser.search.search_dates` on the same text.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import click
from dateparser.search import search_dates

if __name__ == "__main__":
    # As a script it is found here, as a module at the root: either way the project is what is imported from.
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from bot.reading import read
from tests.reading.figures.scoring import accounts_in, digests_in, score

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"
PARTS = {"people": ("mentions exact", "B-cubed"), "quotes": ("span+speaker",), "dates": ("span+value",)}


@click.command()
@click.option("--accounts", type=click.Path(path_type=Path), default=SHARED / "gold", help="Annotated accounts.")
@click.option("--corpora", type=click.Path(path_type=Path), default=SHARED / "bench", help="Public benchmarks.")
def main(accounts: Path, corpora: Path) -> None:
    """Score the reader and time it."""
    if (accounts / "score.py").is_file():
        click.echo(_output([str(accounts / "score.py"), str(accounts), "--command", _READ]))
    if (corpora / "score.py").is_file():
        for data in sorted((corpora / "data").glob("*.jsonl")):
            _corpus(corpora / "score.py", data)
    _figures(accounts)
    texts = [path.read_bytes().decode("utf-8") for path in sorted(accounts.glob("*.txt"))]
    if not texts:
        raise click.ClickException(f"There are no accounts (*.txt) in {accounts}.")
    _speed(texts)


_READ = f"{sys.executable} -m bot read {{file}} --published {{published}} --json"


def _output(arguments: list[str]) -> str:
    return subprocess.run([sys.executable, *arguments], cwd=PROJECT, capture_output=True, text=True, check=True).stdout


def _corpus(score: Path, data: Path) -> None:
    report: dict[str, Any] = json.loads(_output([str(score), str(data), "--callable", "bot.reading:read"]))
    for layer, figures in PARTS.items():
        for figure in figures:
            if values := report.get(layer, {}).get(figure):
                click.echo(f"{data.stem:14} {layer:7} {figure:15} " + "  ".join(f"{k} {v}" for k, v in values.items()))


def _figures(accounts: Path) -> None:
    """The scores for figures: over the annotated accounts, where they are at hand, and over digests that ship."""
    gold = PROJECT / "tests" / "reading" / "figures"
    if (accounts / "seed-ap.txt").is_file():
        click.echo(f"figures, accounts  {score(accounts_in(accounts, gold / 'seed_figures.toml')).line()}")
    digests = digests_in(PROJECT / "data" / "accounts", gold / "digest_figures.toml")
    click.echo(f"figures, digests   {score(digests).line()}")


def _speed(texts: list[str]) -> None:
    """Characters a second, each call warmed up, over the accounts as they are and strung together 10 and 100 times."""
    whole = "\n\n".join(texts)
    ours = _rate(lambda: [read(text) for text in texts], len(whole))
    theirs = _rate(lambda: [search_dates(text, languages=["en"]) for text in texts], len(whole))
    click.echo(f"\nread                     {ours:>12,.0f} characters/s")
    click.echo(f"dateparser search_dates  {theirs:>12,.0f} characters/s   ({ours / theirs:.2f} times as fast)")
    for times in (10, 100):
        long = "\n\n".join([whole] * times)
        rate = _rate(partial(read, long), len(long), runs=1)
        memory = _peak_memory(long) / len(long)
        click.echo(
            f"read, text x {times:<4}        {rate:>12,.0f} characters/s   {memory:,.0f} bytes of memory a character"
        )


def _peak_memory(text: str) -> int:
    """The most memory that a reading of `text` held at once, in bytes; measured apart, since measuring slows it."""
    tracemalloc.start()
    read(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def _rate(call: Callable[[], object], characters: int, runs: int = 3) -> float:
    best = float("inf")
    for _ in range(runs):
        began = time.perf_counter()
        call()
        best = min(best, time.perf_counter() - began)
    return characters / best


if __name__ == "__main__":
    main()
