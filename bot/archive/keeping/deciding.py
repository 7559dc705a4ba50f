"""Deciding, source after source, whom each names. Pure: the same sources in the same order give the same persons.

The order is that of `building.TO_READ`, the sources that everyone sees first: what one server has never bears on what
everyone sees. Because nothing but the sources, the authority file and the corrections decides, taking a source in or
out step by step comes to the same as building everything anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.archive.accession import slug_of
from bot.archive.correcting.model import Settled
from bot.archive.keeping.identity import AuthorityIndex, Bearer, Naming, is_evidence

EVERYONE = 0


_Taken = tuple[str, str, str | None]
"""For whom somebody is taken before splits, and before all corrections, and the id under which that one was met."""


@dataclass(frozen=True, slots=True)
class Account:
    """A source as far as it decides who is who; `owner` is 0 for everyone's.

    `added_at` is a moment (UTC, ISO). `seen` is false for a withdrawn one. It bears on who is who all the same: who
    somebody is, and every correction about them, must not change with one of the sources that name them.
    """

    num: int
    id: str
    url: str | None
    owner: int
    added_at: str
    seen: bool = True


@dataclass(frozen=True, slots=True)
class Given:
    """Ids given before: `had` by (source, key, nth) to each bearer, the first one first, `taken` to anybody.

    Whoever is new takes the first of those had that is free: so ids outlast new readings, and come back.
    """

    had: Mapping[tuple[int, str, int], Sequence[str]]
    taken: Collection[str]


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a bearer is, by id: `person` in the end, `base` before corrections."""

    person: str
    base: str


@dataclass(frozen=True, slots=True)
class Decided:
    """Whom a bearer was found to be.

    `met_as` is the id to keep for the next time; None for one from the authority file, or by a correction alone.
    """

    identity: Identity
    met_as: str | None


@dataclass(frozen=True, slots=True)
class _Known:
    """Somebody whom an earlier source names. `recorded`: found by the authority file, which needs no evidence.

    `before` is whom it would be without a split; sources that were there when that was made still go by it.
    """

    person: str
    before: str
    base: str
    account: Account
    naming: Naming
    recorded: bool


class Identities:
    """Who is who, as far as the sources decided upon so far tell. `reserved` are ids that nobody new gets."""

    def __init__(self, authority: AuthorityIndex, settled: Settled, reserved: Collection[str]) -> None:
        self._authority = authority
        self._settled = settled
        self._reserved = reserved
        self._known: dict[str, list[_Known]] = {}
        self._met: dict[str, Bearer] = {}
        self._meant: set[str] = set()

    def name_of(self, person: str) -> str | None:
        """The name of a person whom any of these sources was found to name; None for anybody else."""
        record = self._authority.records.get(person)
        if record:
            return record.name
        if person in self._met:
            return self._met[person].name
        return self._settled.names.get(person) if person in self._meant else None

    def decide(
        self,
        account: Account,
        bearers: Sequence[Bearer],
        companions: frozenset[str],
        alike: frozenset[str],
        given: Given,
    ) -> list[Decided]:
        """Whom each of the bearers is.

        `companions` are the keys of all full names in the source, `alike` the ids of the sources that tell the same
        account. Bearers of names with the same keys must be handed in together.
        """
        bearers_of = Counter(bearer.key for bearer in bearers)
        nth: Counter[str] = Counter()
        decided: list[Decided] = []
        known: list[_Known] = []
        for bearer in bearers:
            naming = Naming(bearer, companions - {bearer.key})
            record = self._authority.record_for(bearer, alike)
            taken_for: _Taken | None = None
            if record:
                taken_for = self._settled.follow(account.owner, record.id), record.id, None
            elif bearers_of[bearer.key] == 1:
                taken_for = self._among_known(account, naming)
            if taken_for is None:
                taken_for = self._new(account, bearer, nth[bearer.key], given)
            nth[bearer.key] += 1
            person = self._split(account, bearer) or taken_for[0]
            self._meant.add(person)
            before, base, met_as = taken_for
            decided.append(Decided(Identity(person, base), met_as))
            known.append(_Known(person, before, base, account, naming, record is not None))
        for entry in known:
            self._known.setdefault(entry.naming.bearer.key, []).append(entry)
        return decided

    def _split(self, account: Account, bearer: Bearer) -> str | None:
        split = self._settled.split_of(account.num, bearer.key)
        return self._settled.follow(account.owner, split.to, split.number) if split else None

    def _among_known(self, account: Account, naming: Naming) -> _Taken | None:
        """Somebody known already: from the same account, else on evidence that points to exactly one."""
        visible = [
            known
            for known in self._known.get(naming.bearer.key, ())
            if known.account.owner in (EVERYONE, account.owner)
        ]
        found = [each for each in visible if account.url and each.account.url == account.url]
        meant = {self._seen_from(account, each) for each in found}
        if len(meant) != 1:
            if naming.bearer.parts < 2:
                return None
            found = [each for each in visible if not each.recorded and is_evidence(naming, each.naming)]
            meant = {self._seen_from(account, each) for each in found}
        if len(meant) != 1:
            return None
        (person,) = meant
        first = self._met.get(person)
        # Of somebody with another name, joined by a correction, the id must never be taken over.
        return person, found[0].base, person if first and first.key == naming.bearer.key else None

    def _seen_from(self, account: Account, known: _Known) -> str:
        split = self._settled.split_of(known.account.num, known.naming.bearer.key)
        person = known.before if split and account.added_at <= split.at else known.person
        return person if known.account.owner == account.owner else self._settled.follow(account.owner, person)

    def _new(self, account: Account, bearer: Bearer, nth: int, given: Given) -> _Taken:
        kept = (each for each in given.had.get((account.num, bearer.key, nth), ()) if self._is_free(each))
        person = next(kept, None) or self._fresh(account, bearer, given.taken)
        self._met[person] = bearer
        return self._settled.follow(account.owner, person), person, person

    def is_met(self, person: str) -> bool:
        """Whether somebody who is not in the authority file was first met under this id."""
        return person in self._met

    def _is_free(self, person: str) -> bool:
        return person not in self._met and person not in self._authority.records

    def _fresh(self, account: Account, bearer: Bearer, taken: Collection[str]) -> str:
        for candidate in _ids_for(account, bearer.name):
            if candidate not in taken and candidate not in self._reserved and self._is_free(candidate):
                return candidate
        raise AssertionError("numbers do not end")


def _ids_for(account: Account, name: str) -> Iterable[str]:
    """Ids in order of liking. A server's person has the source in it: a number would tell other servers of it."""
    slug = slug_of(name) or "person"
    stem = f"{slug}--{account.id}"
    if not account.owner:
        yield slug
    yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1
