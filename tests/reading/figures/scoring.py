"""How well figures are read, against annotations such as `seed_figures.toml`; used by tests and by `make score`."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from bot.intake.front_matter import split_front_matter
from bot.reading import read
from bot.reading.model import DateExpression, Figure, Reading

Gold = dict[str, Any]
_STOP = frozenset(["a", "an", "the", "of", "in", "on", "at", "for", "to", "and", "who", "his", "her", "their", "s"])
ASPECTS = ("value", "counted", "said_by", "as_of")


@dataclass
class Score:
    """Counts over all accounts. `right` holds, for each aspect, how many of the found figures have it right."""

    wanted: int = 0
    found: int = 0
    matched: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ASPECTS, 0))
    faults: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.matched / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.matched / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        both = self.wanted + self.found
        return 2 * self.matched / both if both else 0.0

    def share(self, aspect: str) -> float:
        """How many of the matched figures have an aspect right."""
        return self.right[aspect] / self.matched if self.matched else 0.0

    def line(self) -> str:
        """The score in one line."""
        shares = "  ".join(f"{aspect} {self.share(aspect):.3f}" for aspect in ASPECTS)
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}  {shares}  ({self.wanted} annotated)"


def annotated(path: Path) -> dict[str, list[Gold]]:
    """The annotations of a file by account."""
    by_account: dict[str, list[Gold]] = {}
    for gold in tomllib.loads(path.read_text("utf-8")).get("figure", []):
        by_account.setdefault(gold["account"], []).append(gold)
    return by_account


def accounts_in(folder: Path, gold: Path) -> list[tuple[str, list[Gold], Callable[[], Reading]]]:
    """What `score` takes, for annotated accounts that lie in a folder as NAME.txt with NAME.json."""

    def reading(name: str) -> Reading:
        given = json.loads((folder / f"{name}.json").read_text("utf-8")).get("given") or {}
        return read((folder / f"{name}.txt").read_bytes().decode("utf-8"), given.get("published"))

    return [(name, wanted, partial(reading, name)) for name, wanted in annotated(gold).items()]


def digests_in(folder: Path, gold: Path) -> list[tuple[str, list[Gold], Callable[[], Reading]]]:
    """What `score` takes, for digests of a folder; those that are `complete` count even where they hold no figure."""

    def reading(name: str) -> Reading:
        front, body = split_front_matter((folder / f"{name}.md").read_text("utf-8"), f"{name}.md")
        return read(body, front.get("published"))

    wanted = annotated(gold)
    names = tomllib.loads(gold.read_text("utf-8"))["complete"]
    return [(name, wanted.get(name, []), partial(reading, name)) for name in names]


def score(accounts: Iterable[tuple[str, list[Gold], Callable[[], Reading]]]) -> Score:
    """The score over accounts: (name, annotations, what reads it)."""
    total = Score()
    for name, wanted, reading in accounts:
        _account(total, name, wanted, reading())
    return total


def _account(total: Score, name: str, wanted: list[Gold], reading: Reading) -> None:
    found = {(figure.start, figure.end): figure for figure in reading.figures}
    days = {day.start: day for day in reading.dates}
    total.wanted += len(wanted)
    total.found += len(found)
    for gold in wanted:
        span = place(reading.text, gold)
        figure = found.pop(span, None)
        if figure is None:
            total.faults.append(f"{name}: missed {gold['text']!r} at {span[0]}")
            continue
        total.matched += 1
        for aspect, (asked, given) in _aspects(gold, figure, days).items():
            if asked == given or (aspect == "said_by" and _same_speaker(asked, given)):
                total.right[aspect] += 1
            else:
                total.faults.append(f"{name}: {aspect} of {gold['text']!r} at {span[0]}: {given!r}, not {asked!r}")
    for start, end in found:
        around = " ".join(reading.text[max(0, start - 40) : end + 40].split())
        total.faults.append(f"{name}: {reading.text[start:end]!r} at {start} is not annotated: {around}")


def place(text: str, gold: Gold) -> tuple[int, int]:
    """Where the annotated number stands: its nth occurrence as whole words."""
    words = r"\s+".join(re.escape(word) for word in gold["text"].split())
    occurrences = list(re.finditer(rf"(?<!\w){words}(?!\w)", text))
    nth = int(gold.get("nth", 1))
    if len(occurrences) < nth:
        raise ValueError(f"{gold['account']} has no {nth}. {gold['text']!r}.")
    return occurrences[nth - 1].span()


def _aspects(gold: Gold, figure: Figure, days: dict[int, DateExpression]) -> dict[str, tuple[object, object]]:
    counted = " ".join(figure.counted.text.split()) if figure.counted else None
    return {
        "value": (
            (gold.get("least"), gold.get("most"), gold.get("approximate", False)),
            (figure.least, figure.most, figure.approximate),
        ),
        "counted": (gold.get("counted"), counted),
        "said_by": (gold.get("said_by"), figure.speaker),
        "as_of": (gold.get("as_of"), _days(days[figure.as_of]) if figure.as_of is not None else None),
    }


def _same_speaker(asked: object, given: object) -> bool:
    """Whether two speakers share a word that says who it is: "the women" and "two Ukrainian women"."""
    said, found = (set(re.findall(r"\w+", str(name).lower())) - _STOP for name in (asked, given))
    return asked is not None and given is not None and bool(said & found)


def _days(day: DateExpression) -> str:
    earliest, latest = day.earliest.isoformat(), day.latest.isoformat()
    return earliest if earliest == latest else f"{earliest}/{latest}"
