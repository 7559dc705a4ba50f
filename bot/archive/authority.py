"""The name authority file: who somebody is, under which names, and which source states each fact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast, get_args

from bot.archive.tables import check_keys, load_tables, text_in, texts_in
from bot.errors import SettingsError
from bot.reading.model import TieKind

FactKind = Literal["name", "ukrainian", "russian", "role", "unit", "call_sign", "variant"]

TRANSLITERATION = "transliteration"
"""Stands in the place of a source where a spelling was made by rule, since no page was found that writes it."""

_STATED = ("name", "ukrainian", "russian", "role", "unit", "call_sign")
"""The facts whose sources stand under `stated_by`; variants have theirs beside them."""
_SPELLINGS = {"ukrainian", "russian"}
_KEYS = {"id", *_STATED, "variants", "transliterations", "stated_by", "ties"}
_TIE_KEYS = {"kind", "to", "source"}
_DIGEST = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ADDRESS = re.compile(r"https://\S+\.\S+")


@dataclass(frozen=True, slots=True)
class AuthorityTie:
    """A tie to another record, and the sources that state it."""

    kind: TieKind
    to: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a record says, and where it is stated: ids of digests, addresses, or TRANSLITERATION."""

    kind: FactKind
    text: str
    sources: tuple[str, ...]

    @property
    def digests(self) -> tuple[str, ...]:
        """The ids of the digests among the sources."""
        return tuple(source for source in self.sources if source != TRANSLITERATION and _DIGEST.fullmatch(source))


@dataclass(frozen=True, slots=True)
class AuthorityRecord:
    """One person: the preferred name, every other form of it, a short label, and where each of these is stated.

    `variants` are forms that somebody writes, `transliterations` those that follow from the rules of a script alone.
    `sources` are the ids of the digests that the record rests on.
    """

    id: str
    name: str
    variants: tuple[str, ...] = ()
    ukrainian: str | None = None
    russian: str | None = None
    call_sign: str | None = None
    role: str | None = None
    sources: tuple[str, ...] = ()
    ties: tuple[AuthorityTie, ...] = ()
    unit: str | None = None
    transliterations: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form of the name, the preferred one first."""
        others = (*self.variants, self.ukrainian, self.russian, self.call_sign, *self.transliterations)
        return tuple(dict.fromkeys((self.name, *(form for form in others if form))))

    @property
    def made_by_rule(self) -> frozenset[str]:
        """The forms that nobody is known to write."""
        spelled = {fact.text for fact in self.facts if fact.sources == (TRANSLITERATION,)}
        written = {fact.text for fact in self.facts if fact.sources != (TRANSLITERATION,)}
        return frozenset({*self.transliterations, *spelled} - written)


@dataclass(frozen=True, slots=True)
class Authority:
    """The whole file."""

    records: tuple[AuthorityRecord, ...] = ()


def load_authority(path: Path) -> Authority:
    """The authority file at `path`: `[[person]]` tables with `id`, `name` and `stated_by`, the rest optional.

    Raises SettingsError, with one sentence naming the record, for anything that cannot be used, a fact without a
    source among it.
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
    texts = {key: text_in(table, key, where, required=key == "name") for key in _STATED}
    stated = {key: text for key, text in texts.items() if text}
    facts = (*_stated(stated, _table(table, "stated_by", where), where), *_variants(table, where))
    record = AuthorityRecord(
        id=record_id,
        name=stated["name"],
        variants=tuple(fact.text for fact in facts if fact.kind == "variant"),
        transliterations=texts_in(table, "transliterations", where),
        ukrainian=texts["ukrainian"],
        russian=texts["russian"],
        call_sign=texts["call_sign"],
        role=texts["role"],
        unit=texts["unit"],
        sources=tuple(dict.fromkeys(digest for fact in facts for digest in fact.digests)),
        ties=_ties(table, where),
        facts=facts,
    )
    _check_forms(record, where)
    return record


def _stated(stated: Mapping[str, str], stated_by: Mapping[str, Any], where: str) -> Iterator[Fact]:
    check_keys(stated_by, _STATED, f"{where}, “stated_by”")
    for key in stated_by:
        if key not in stated:
            raise SettingsError(f"{where}: “stated_by” has a source for “{key}”, which the record does not have.")
    for key, text in stated.items():
        yield Fact(cast(FactKind, key), text, _sources(stated_by, key, where, spelling=key in _SPELLINGS))


def _variants(table: Mapping[str, Any], where: str) -> Iterator[Fact]:
    variants = _table(table, "variants", where)
    for form in variants:
        yield Fact("variant", form, _sources(variants, form, where))


def _table(table: Mapping[str, Any], key: str, where: str) -> Mapping[str, Any]:
    inner = table.get(key, {})
    if not isinstance(inner, dict):
        raise SettingsError(f"{where}: “{key}” must be a table that gives each a source.")
    return inner


def _sources(table: Mapping[str, Any], key: str, where: str, *, spelling: bool = False) -> tuple[str, ...]:
    sources = texts_in(table, key, where)
    if not sources:
        raise SettingsError(f"{where}: no source is given for “{key}”.")
    if spelling and sources == (TRANSLITERATION,):
        return sources
    for source in sources:
        if source == TRANSLITERATION:
            raise SettingsError(
                f"{where}: “{TRANSLITERATION}” is no source of “{key}”, only of a Ukrainian or Russian spelling that "
                "has no other."
            )
        if not _DIGEST.fullmatch(source) and not _ADDRESS.fullmatch(source):
            raise SettingsError(
                f"{where}: a source is the id of a digest or an address with https://, so “{key}” cannot rest on "
                f"“{source}”."
            )
    return sources


def _check_forms(record: AuthorityRecord, where: str) -> None:
    """A form stands in one place: it is the preferred one, or somebody writes it, or it was made by rule."""
    forms = (record.name, *record.variants, *record.transliterations)
    for form in forms:
        if forms.count(form) > 1:
            raise SettingsError(f"{where}: “{form}” is given more than once.")


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
    if "source" not in tie:
        raise SettingsError(f"{where}: no source is given for the tie to “{to}”.")
    return AuthorityTie(cast(TieKind, kind), to, _sources(tie, "source", where))
