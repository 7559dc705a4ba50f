"""Which persons of the archive the people of sources are, decided and, where new, made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.archive.authority import Authority
from bot.archive.correcting.kept import JOINING, persons_in
from bot.archive.correcting.model import Correction, Settled, with_ids
from bot.archive.file.database import Database
from bot.archive.keeping.deciding import Account, Decided, Given, Identities, Identity
from bot.archive.keeping.history import History, look_up
from bot.archive.keeping.identity import AuthorityIndex, Bearer, bearer_of
from bot.archive.keeping.persons import Persons
from bot.reading.model import Person

GIVE = """
INSERT INTO person_ids (source, key, nth, id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
"""


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a source names, or some of them: all bearers of the same keys. `companions` are the keys of all its full
    names."""

    account: Account
    bearers: Sequence[Bearer]
    companions: frozenset[str]


class Linker:
    """Who the people of sources are, and the rows of them. Made by `link`, for one transaction."""

    def __init__(
        self,
        database: Database,
        authority: AuthorityIndex,
        corrections: Sequence[Correction],
        reserved: Collection[str],
    ) -> None:
        self.settled = Settled(corrections)
        self._identities = Identities(authority, self.settled, reserved)
        self.records = authority.records
        self.persons = Persons(database, authority, self._identities)
        self.decided: dict[int, list[Decided]] = {}
        """Who the bearers are, in their order, by number of the source."""

    def decide(self, named: Sequence[Named], history: History) -> None:
        """Decide upon all of them, in the order in which they are given."""
        for each in named:
            alike = history.alike(each.account)
            given = Given(history.had, history.taken)
            decided = self._identities.decide(each.account, each.bearers, each.companions, alike, given)
            self.decided[each.account.num] = decided

    def people(self, source: int) -> list[Identity]:
        """Who the bearers in a source are, in their order."""
        return [each.identity for each in self.decided[source]]

    async def numbers(self, person_ids: Sequence[str]) -> list[int]:
        """The numbers of persons whom a source names."""
        return [await self.persons.number(person_id) for person_id in person_ids]

    def is_met(self, person: str) -> bool:
        """Whether somebody bears this id."""
        return person in self.records or self._identities.is_met(person)


async def link(
    database: Database, authority: Authority, corrections: Sequence[Correction], named: Sequence[Named]
) -> Linker:
    """Decide who is who in these sources, in the order of `building.TO_READ`, and keep the ids for the next time.

    A correction of somebody whose id is another one now, because they were found to be somebody known, follows.
    """
    index = AuthorityIndex(authority)
    history = await look_up(database, named)
    reserved = persons_in(corrections)
    linker = Linker(database, index, corrections, reserved)
    linker.decide(named, history)
    renamed = _renamed(linker, corrections, named, history)
    if renamed:
        linker = Linker(database, index, [with_ids(each, renamed) for each in corrections], reserved)
        linker.decide(named, history)
    await _keep_ids(database, linker, named, history)
    return linker


def _renamed(
    linker: Linker, corrections: Sequence[Correction], named: Sequence[Named], history: History
) -> dict[str, str]:
    """Ids that corrections speak of and nobody bears any more, each with that of those who have borne it."""
    spoken_of = persons_in(each for each in corrections if each.kind in JOINING)
    gone = {person for person in spoken_of if not linker.is_met(person)}
    now: dict[str, set[str]] = {}
    for source, bearer, nth, decided in _each(linker, named) if gone else ():
        for person in gone.intersection(history.had.get((source, bearer.key, nth), ())):
            now.setdefault(person, set()).add(decided.identity.base)
    return {person: bases.pop() for person, bases in now.items() if len(bases) == 1}


async def _keep_ids(database: Database, linker: Linker, named: Sequence[Named], history: History) -> None:
    new = [
        (source, bearer.key, nth, decided.met_as)
        for source, bearer, nth, decided in _each(linker, named)
        if decided.met_as is not None and decided.met_as not in history.had.get((source, bearer.key, nth), ())
    ]
    if new:
        await database.run_many(GIVE, new)


def _each(linker: Linker, named: Sequence[Named]) -> Iterator[tuple[int, Bearer, int, Decided]]:
    for each in named:
        nth: Counter[str] = Counter()
        for bearer, decided in zip(each.bearers, linker.decided[each.account.num], strict=True):
            yield each.account.num, bearer, nth[bearer.key], decided
            nth[bearer.key] += 1


def bearers_of(people: Iterable[Person]) -> list[Bearer]:
    """The people of a reading as bearers of their names."""
    return [bearer_of(person.name, (each.text for each in person.descriptions)) for person in people]


def companions_of(bearers: Iterable[Bearer]) -> frozenset[str]:
    """The keys of all full names among the bearers of one source."""
    return frozenset(bearer.key for bearer in bearers if bearer.parts > 1)
