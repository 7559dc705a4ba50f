"""The file of publishers: where each sits, what it is, and from which side of the war it tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from bot.archive.tables import check_keys, load_tables, text_in, texts_in
from bot.archive.thesaurus import Words, plain_words
from bot.errors import SettingsError

SIDES = ("Ukrainian", "Russian", "independent Russian", "international")
"""From where a publisher tells of the war; the file itself says what each means."""
KINDS = (
    "wire agency", "newspaper", "magazine", "broadcaster", "news site",
    "international organisation", "non-governmental organisation", "state authority", "company",
)  # fmt: skip
_KEYS = ("name", "variants", "country", "kind", "side")


@dataclass(frozen=True, slots=True)
class Publisher:
    """One publisher; `kind` is one of KINDS, `side` one of SIDES."""

    name: str
    country: str
    kind: str
    side: str
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Publishers:
    """The whole file."""

    publishers: tuple[Publisher, ...] = ()
    _by_name: Mapping[Words, Publisher] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name = {_key(form): each for each in self.publishers for form in (each.name, *each.variants)}
        object.__setattr__(self, "_by_name", by_name)

    def named(self, name: str) -> Publisher | None:
        """The publisher that goes by this name; case, accents, punctuation and “The” make no difference."""
        return self._by_name.get(_key(name))


def load_publishers(path: Path) -> Publishers:
    """The publishers at `path`: `[[publisher]]` tables with `name`, `country`, `kind`, `side` and a list `variants`.

    Raises SettingsError, with one sentence naming the publisher, for anything that cannot be used.
    """
    publishers = tuple(_publisher(table, path.name) for table in load_tables(path, "publisher"))
    bearers: dict[Words, str] = {}
    for each in publishers:
        for form in dict.fromkeys(_key(form) for form in (each.name, *each.variants)):
            if form in bearers:
                raise SettingsError(
                    f"{path.name}: “{bearers[form]}” and “{each.name}” share the name “{' '.join(form)}”."
                )
            bearers[form] = each.name
    return Publishers(publishers)


def _publisher(table: Mapping[str, Any], file: str) -> Publisher:
    name = cast(str, text_in(table, "name", f"{file}, a publisher", required=True))
    where = f"{file}, “{name}”"
    check_keys(table, _KEYS, where)
    country = cast(str, text_in(table, "country", where, required=True))
    kind, side = _one_of(KINDS, table, "kind", where), _one_of(SIDES, table, "side", where)
    return Publisher(name, country, kind, side, texts_in(table, "variants", where))


def _one_of(known: tuple[str, ...], table: Mapping[str, Any], key: str, where: str) -> str:
    value = text_in(table, key, where, required=True)
    if value not in known:
        raise SettingsError(f"{where}: “{key}” must be one of {', '.join(known)}.")
    return value


def _key(name: str) -> Words:
    words = plain_words(name)
    return words[1:] if len(words) > 1 and words[0] == "the" else words
