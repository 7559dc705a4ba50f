"""The name authority file: who somebody is, under which names, and where that is stated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast, get_args

from bot.archive.tables import check_keys, load_tables, text_in, texts_in
from bot.errors import SettingsError
from bot.reading.model import TieKind

_KEYS = {"id", "name", "variants", "ukrainian", "russian", "call_sign", "role", "source", "ties"}
_TIE_KEYS = {"kind", "to", "source"}


@dataclass(frozen=True, slots=True)
class AuthorityTie:
    """A tie to another record, and the sources that state it."""

    kind: TieKind
    to: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AuthorityRecord:
    """One person: the preferred name, every other form of it, a short label, and the sources that it rests on."""

    id: str
    name: str
    variants: tuple[str, ...] = ()
    ukrainian: str | None = None
    russian: str | None = None
    call_sign: str | None = None
    role: str | None = None
    sources: tuple[str, ...] = ()
    ties: tuple[AuthorityTie, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form of the name, the preferred one first."""
        others = (*self.variants, self.ukrainian, self.russian, self.call_sign)
        return tuple(dict.fromkeys((self.name, *(form for form in others if form))))


@dataclass(frozen=True, slots=True)
class Authority:
    """The whole file."""

    records: tuple[AuthorityRecord, ...] = ()


def load_authority(path: Path) -> Authority:
    """The authority file at `path`: `[[person]]` tables with `id` and `name`, the rest optional.

    Raises SettingsError, with one sentence naming the record, for anything that cannot be used.
    """
    records = tuple(_record(table, path.name) for table in load_tables(path, "person"))
    ids = [record.id for record in records]
    for record in records:
        if ids.count(record.id) > 1:
            raise SettingsError(f"{path.name}: the id “{record.id}” stands for more than one person.")
        for tie in record.ties:
            if tie.to not in ids:
                raise SettingsError(f"{path.name}: “{record.id}” has a tie to “{tie.to}”, who is not in the file.")
    return Authority(records)


def _record(table: Mapping[str, Any], file: str) -> AuthorityRecord:
    record_id = cast(str, text_in(table, "id", f"{file}, a person", required=True))
    where = f"{file}, “{record_id}”"
    check_keys(table, _KEYS, where)
    return AuthorityRecord(
        id=record_id,
        name=cast(str, text_in(table, "name", where, required=True)),
        variants=texts_in(table, "variants", where),
        ukrainian=text_in(table, "ukrainian", where),
        russian=text_in(table, "russian", where),
        call_sign=text_in(table, "call_sign", where),
        role=text_in(table, "role", where),
        sources=texts_in(table, "source", where),
        ties=_ties(table, where),
    )


def _ties(table: Mapping[str, Any], where: str) -> tuple[AuthorityTie, ...]:
    ties = table.get("ties", [])
    if not isinstance(ties, list) or not all(isinstance(tie, dict) for tie in ties):
        raise SettingsError(f"{where}: “ties” must be a list of tables with “kind” and “to”.")
    return tuple(_tie(tie, where) for tie in ties)


def _tie(tie: Mapping[str, Any], where: str) -> AuthorityTie:
    check_keys(tie, _TIE_KEYS, where)
    kind = text_in(tie, "kind", where, required=True)
    if kind not in get_args(TieKind):
        raise SettingsError(f"{where}: a tie is one of {', '.join(get_args(TieKind))}, not “{kind}”.")
    to = cast(str, text_in(tie, "to", where, required=True))
    return AuthorityTie(cast(TieKind, kind), to, texts_in(tie, "source", where))
