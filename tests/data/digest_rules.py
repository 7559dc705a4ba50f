"""What a digest has to be, rule by rule; each fault names the file, the line and what to do about it.

The rules take a text, so that they can be tried on bad digests as well. What has to be asked of the archive (whether
names and sources are found) stands in test_shipped_archive.py.
"""

import calendar
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from bot.errors import InputError
from bot.intake.front_matter import split_front_matter
from bot.reading import read
from bot.reading.model import DateExpression
from tests.data.shipped import RUN, placed_words, runs

LEAST, MOST = 150, 400
"""Words of a digest."""
LONGEST_FRAGMENT = 5
LONGEST_YEAR = 366
"""Days of the widest date that says when something was: a year that is looked back to."""
KEYS = ("id", "title", "publisher", "contributors", "published", "place", "url", "rights", "language", "kind", "of")
KEYS_OF_ORIGINAL = ("title", "publisher", "contributors", "published", "url")
FIXED = {"rights": "CC0-1.0", "language": "en", "kind": "digest"}
FRAGMENT = re.compile(r"“([^”]*)”")
NAME_WORDS = frozenset({"of", "the", "for", "and", "in", "a", "an", "at", "by", "from", "on", "to", "with"})
"""Words that stand inside names and before them without a capital."""
MONTHS = list(calendar.month_name)[1:]
DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})\b")
Run = tuple[str, ...]
"""RUN words in a row."""


@dataclass(frozen=True)
class Digest:
    """A digest as it is written: its file's name, the whole of the file, and what stands below the front matter."""

    name: str
    content: str
    front: Mapping[str, Any]
    text: str

    @property
    def place(self) -> str:
        """How the file is called in messages."""
        return f"data/accounts/{self.name}"

    def line(self, at: int) -> int:
        """The line of the file on which an offset into `text` stands."""
        return self.content.count("\n", 0, len(self.content) - len(self.text) + at) + 1

    def line_of(self, key: str) -> int:
        """The line of a key of the front matter (“of.title” is one of the original account), else the first."""
        outer, _, inner = key.rpartition(".")
        start = self.content.find("\nof:") if outer else 0
        found = re.compile(rf"^{' +' if outer else ''}{inner}:", re.MULTILINE).search(self.content, max(start, 0))
        return self.content.count("\n", 0, found.start()) + 1 if found else 1

    def fault(self, line: int, says: str) -> str:
        return f"{self.place}:{line}: {says}"


def parsed(name: str, content: str) -> tuple[Digest | None, list[str]]:
    """The digest, and what is wrong with its front matter as any document's; None where that cannot be read at all."""
    try:
        values, text = split_front_matter(content, name)
    except InputError as error:
        return None, [f"data/accounts/{name}: {error}"]
    if text == content:
        return None, [f"data/accounts/{name}:1: There is no front matter: the first line must be ---."]
    written = yaml.safe_load(content.split("---\n")[1])
    front = {key: values.get(key) for key in written}
    if values.get("of"):
        front["of"] = {key: values["of"].get(key) for key in written["of"]}
    return Digest(name, content, front, text), []


def schema_faults(digest: Digest) -> Iterator[str]:
    """What digests have to say beyond what any document may."""
    front, original = digest.front, digest.front.get("of") or {}
    for key in (key for key in KEYS if key not in front):
        yield digest.fault(1, f"The key {key} is missing.")
    for key in (key for key in KEYS_OF_ORIGINAL if key not in original):
        yield digest.fault(digest.line_of("of"), f"The key {key} is missing under of.")
    for key in (key for key in KEYS if key in front and key != "place" and not front[key]):
        yield digest.fault(digest.line_of(key), f"The key {key} is empty.")
    for key in (key for key in KEYS_OF_ORIGINAL if key in original and not original[key]):
        yield digest.fault(digest.line_of(f"of.{key}"), f"The key {key} is empty under of.")
    for key, value in {**FIXED, "id": digest.name.removesuffix(".md")}.items():
        if front.get(key, value) != value:
            yield digest.fault(digest.line_of(key), f"The key {key} must be {value}, not {front[key]}.")
    for key in ("publisher", "contributors", "published", "url"):
        if key in front and key in original and front[key] != original[key]:
            yield digest.fault(digest.line_of(key), f"The key {key} must be the same as under of.")
    if front.get("title") and front["title"] == original.get("title"):
        yield digest.fault(digest.line_of("title"), "The title must be ours, not the account's.")
    if not str(front.get("url") or "https://").startswith("https://"):
        yield digest.fault(digest.line_of("url"), "The address must begin with https://.")


def form_faults(digest: Digest) -> Iterator[str]:
    """Length, paragraphs, and quotation marks with what stands between them."""
    count = len(placed_words(digest.text))
    if not LEAST <= count <= MOST:
        yield digest.fault(digest.line(0), f"A digest has {LEAST} to {MOST} words; this one has {count}.")
    for wrapped in re.finditer(r"[^\n]\n(?=[^\n])", digest.text):
        line = digest.line(wrapped.end())
        yield digest.fault(line, "A paragraph is one line; between two paragraphs stands an empty one.")
    if "\n\n" not in digest.text:
        yield digest.fault(digest.line(0), "A digest has more than one paragraph.")
    for straight in re.finditer('"', digest.text):
        yield digest.fault(digest.line(straight.start()), 'Quotation marks are “ and ”, not ".')
    yield from _fragment_faults(digest)


def _fragment_faults(digest: Digest) -> Iterator[str]:
    for paragraph in re.finditer(r"[^\n]+", digest.text):
        marks = re.sub("[^“”]", "", paragraph.group())
        if marks != "“”" * (len(marks) // 2):
            yield digest.fault(digest.line(paragraph.start()), "Quotation marks must come in pairs: “, then ”.")
    for fragment in FRAGMENT.finditer(digest.text):
        count = len(placed_words(fragment[1]))
        if not 1 <= count <= LONGEST_FRAGMENT:
            says = f"A fragment has 1 to {LONGEST_FRAGMENT} words; “{fragment[1]}” has {count}."
            yield digest.fault(digest.line(fragment.start()), says)


def runs_of(texts: Mapping[str, str]) -> Mapping[Run, list[str]]:
    """Every run of words of several texts, without case, with the names of those that have it."""
    found: dict[Run, list[str]] = defaultdict(list)
    for name, text in texts.items():
        for run in runs(text):
            found[run].append(name)
    return found


def copied_faults(digest: Digest, known: Mapping[Run, list[str]]) -> Iterator[str]:
    """Runs of words that another text has as well, the first of each such text; `known` is what `runs_of` has.

    A long name, with one word before it at most ("spokesman for the Office of the High Commissioner for Human Rights"),
    is nobody's wording.
    """
    told = {digest.place}
    for run, at in _placed_runs(digest.text):
        for other in _sharing(run, known, told):
            says = f"These {RUN} words in a row stand in {other}, too: {' '.join(run)}"
            yield digest.fault(digest.line(at), says)
    told = {digest.place}
    for run, _ in _placed_runs(str(digest.front.get("title", ""))):
        for other in _sharing(run, known, told):
            says = f"These {RUN} words of the title stand in {other}, too: {' '.join(run)}"
            yield digest.fault(digest.line_of("title"), says)


def _sharing(run: Run, known: Mapping[Run, list[str]], told: set[str]) -> list[str]:
    """The texts that have a run and were not told yet; from here on they are."""
    if _is_name(run):
        return []
    others = [name for name in known.get(tuple(map(str.casefold, run)), ()) if name not in told]
    told.update(others)
    return others


def _placed_runs(text: str) -> list[tuple[Run, int]]:
    """Every run of words as they are written, and where each begins."""
    words = placed_words(text)
    placed = (words[at : at + RUN] for at in range(len(words) - RUN + 1))
    return [(tuple(word for word, _ in run), run[0][1]) for run in placed]


def _is_name(run: Run) -> bool:
    return sum(not word[0].isupper() and word not in NAME_WORDS for word in run) <= 1


def inexact_faults(digest: Digest, account: str) -> Iterator[str]:
    """Fragments that the account does not have to the letter."""
    for fragment in FRAGMENT.finditer(digest.text):
        if fragment[1] not in account:
            yield digest.fault(digest.line(fragment.start()), f"The account does not have “{fragment[1]}” so.")


def date_faults(digest: Digest) -> Iterator[str]:
    """Days that the reader does not read as they are typed, and a digest that says of nothing when it was.

    One that looks back may date nothing to a day, but has at least a year.
    """
    dates = read(digest.text, digest.front.get("published")).dates
    for typed in DAY.finditer(digest.text):
        day = _day(typed)
        if day is None:
            yield digest.fault(digest.line(typed.start()), f"There is no {typed.group()}.")
        elif not any(_reads(found, typed, day) for found in dates):
            yield digest.fault(digest.line(typed.start()), f"The reader does not read {typed.group()} as that day.")
    if not any((found.latest - found.earliest).days < LONGEST_YEAR for found in dates):
        yield digest.fault(digest.line(0), "No date can be read: give a day, or the year that is looked back to.")


def _reads(found: DateExpression, typed: re.Match[str], day: date) -> bool:
    """Whether an expression is the day as typed, a range that ends on it, or a longer one that hangs on it."""
    if found.end <= typed.start() or typed.end() <= found.start:
        return False
    return found.latest == day or (found.start < typed.start() and typed.end() <= found.end)


def _day(typed: re.Match[str]) -> date | None:
    try:
        return date(int(typed[3]), MONTHS.index(typed[2]) + 1, int(typed[1]))
    except ValueError:
        return None
