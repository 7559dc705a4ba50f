"""The calendar of the siege: fixed points with their days, each with the sources that date it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast

from bot.archive.tables import check_keys, load_tables, text_in, texts_in
from bot.archive.thesaurus import Words, folded
from bot.errors import SettingsError

_KEYS = ("name", "ukrainian", "other", "earliest", "latest", "source")


@dataclass(frozen=True, slots=True)
class FixedPoint:
    """Something that happened on certain days, both inclusive, and the ids of the sources that date it to them.

    `ukrainian` is its name in Ukrainian; `other` holds words by which somebody may ask for it.
    """

    name: str
    earliest: date
    latest: date
    sources: tuple[str, ...]
    ukrainian: str | None = None
    other: tuple[str, ...] = ()

    def name_in(self, language: str) -> str:
        """Its name in a language, "uk" or "en"."""
        return self.ukrainian or self.name if language == "uk" else self.name


@dataclass(frozen=True, slots=True)
class Calendar:
    """All fixed points, by day."""

    points: tuple[FixedPoint, ...] = ()

    def on(self, earliest: date, latest: date) -> tuple[FixedPoint, ...]:
        """The points that the days from `earliest` to `latest` are, or lie in."""
        return tuple(point for point in self.points if point.earliest <= earliest and latest <= point.latest)

    def named(self, words: str) -> tuple[FixedPoint, ...]:
        """The points that go by this very name; case, accents, articles and a plural s make no difference."""
        asked = _key(words)
        return tuple(point for point in self.points if asked and asked in _keys(point))

    def beginning(self, words: str) -> tuple[FixedPoint, ...]:
        """The points in a name of which every one of the words begins a word: “theat” begins “the theatre is hit”.

        Figures alone name a day and no point.
        """
        asked = _key(words)
        if all(word.isdigit() for word in asked):
            return ()
        return tuple(point for point in self.points if any(_begun(asked, key) for key in _keys(point)))


def load_calendar(path: Path) -> Calendar:
    """The calendar at `path`: `[[point]]` tables with `name`, `ukrainian`, a list `other`, the days `earliest` and
    `latest` (without it, one day), and `source`, the id of a source that dates it, or a list of them.

    Raises SettingsError, with one sentence naming the point, for anything that cannot be used.
    """
    points = [_point(table, path.name) for table in load_tables(path, "point")]
    bearers: dict[Words, str] = {}
    for point in points:
        for key in _keys(point):
            if key in bearers:
                raise SettingsError(
                    f"{path.name}: “{bearers[key]}” and “{point.name}” share the name “{' '.join(key)}”."
                )
            bearers[key] = point.name
    return Calendar(tuple(sorted(points, key=lambda point: (point.earliest, point.latest))))


def _point(table: Mapping[str, Any], file: str) -> FixedPoint:
    name = cast(str, text_in(table, "name", f"{file}, a fixed point", required=True))
    where = f"{file}, “{name}”"
    check_keys(table, _KEYS, where)
    earliest = _day_in(table, "earliest", where)
    latest = _day_in(table, "latest", where) if "latest" in table else earliest
    if latest < earliest:
        raise SettingsError(f"{where}: “latest” must not lie before “earliest”.")
    sources = texts_in(table, "source", where)
    if not sources:
        raise SettingsError(f"{where}: “source” must name a source that dates it.")
    return FixedPoint(
        name, earliest, latest, sources, text_in(table, "ukrainian", where), texts_in(table, "other", where)
    )


def _day_in(table: Mapping[str, Any], key: str, where: str) -> date:
    value = table.get(key)
    if not isinstance(value, date) or isinstance(value, datetime):
        raise SettingsError(f"{where}: “{key}” must be a day without quotation marks, like 2022-04-30.")
    return value


def _keys(point: FixedPoint) -> Iterator[Words]:
    """The names of a point in the form by which they are compared, each once."""
    yield from dict.fromkeys(filter(None, (_key(form) for form in (point.name, point.ukrainian or "", *point.other))))


def _key(words: str) -> Words:
    return tuple(word for word in folded(words) if word not in ("the", "a", "an", "of"))


def _begun(asked: Words, key: Words) -> bool:
    return all(any(word.startswith(begun) for word in key) for begun in asked)
