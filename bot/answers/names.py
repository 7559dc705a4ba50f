"""The one resolver for names: from what somebody typed to one person, a choice between several, or the nearest names.

Exact beats variant beats transliteration beats rival transliteration beats the Ukrainian genitive beats a slip of
typing. At no step is one of two bearers picked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.answers.declined import undeclined
from bot.archive.archive import Archive
from bot.archive.records import PersonRecord, Viewer
from bot.reading.people.keys import name_key, sound_key
from bot.reading.people.vocabulary import fold, vocabulary

ID_MARK = "id:"
"""Before the id of a person, which answers use to ask for one of two bearers of a name."""
MOST_NEAREST = 5
_NEAR_ENOUGH = 70.0
"""Likeness (0-100, rapidfuzz's ratio) from which a name is worth showing as near; below it, chance."""


@dataclass(frozen=True, slots=True)
class OnePerson:
    """The person meant; `instead_of` is what was typed, where the name had to be put right first."""

    person: PersonRecord
    instead_of: str | None = None


@dataclass(frozen=True, slots=True)
class SeveralPersons:
    """More than one person may be meant. `exact` is False where they only come near what was typed."""

    persons: tuple[PersonRecord, ...]
    exact: bool = True


@dataclass(frozen=True, slots=True)
class NoPerson:
    """Nobody bears the name; these come nearest, if any do."""

    nearest: tuple[PersonRecord, ...] = ()


Resolution = OnePerson | SeveralPersons | NoPerson


async def resolve(archive: Archive, asked: str, viewer: Viewer) -> Resolution:
    """Who is meant by `asked`: a name in any script, in part or whole, or `id:` and a person's id."""
    if asked.startswith(ID_MARK):
        person = await archive.person(asked.removeprefix(ID_MARK).strip(), viewer)
        return OnePerson(person) if person else NoPerson()
    # The lists of titles are asked only about what is no name as it stands: loading them takes a moment.
    found = await _by_name(archive, asked, viewer)
    if found:
        return found
    bare = without_titles(asked)
    found = await _by_name(archive, bare, viewer) if bare != asked else None
    found = found or await _by_undeclined_name(archive, bare, viewer)
    return found or await _after_slips(archive, asked, name_key(bare), viewer)


async def _by_name(archive: Archive, name: str, viewer: Viewer) -> OnePerson | SeveralPersons | None:
    """Whoever bears just this name, or one that sounds like it; None where nobody does."""
    for key_of in (name_key, sound_key):
        key = key_of(name)
        bearers = await _bearers(archive, key, viewer) if key else ()
        if bearers:
            return _one_or_several(bearers, name_key(name))
    return None


async def _by_undeclined_name(archive: Archive, name: str, viewer: Viewer) -> OnePerson | SeveralPersons | None:
    """Whoever is meant by a Ukrainian name in the genitive, “від Прокопенка”; None where nobody is."""
    meant: dict[str, PersonRecord] = {}
    for each in undeclined(name):
        found = await _by_name(archive, each, viewer)
        persons = (found.person,) if isinstance(found, OnePerson) else found.persons if found else ()
        meant |= {person.id: person for person in persons}
    return _one_or_several(tuple(meant.values()), "") if meant else None


def without_titles(name: str) -> str:
    """A name without the titles before it: “Capt. Olha Marenko” is Olha Marenko. Titles alone are left as they are."""
    words = name.split()
    known = vocabulary()
    bare = list(dropwhile(lambda word: known.is_title(fold(word)), words))
    return " ".join(bare or words)


def ask_for(person: PersonRecord) -> str:
    """The words that mean this person and nobody else."""
    return f"{ID_MARK}{person.id}"


async def _bearers(archive: Archive, key: str, viewer: Viewer) -> Sequence[PersonRecord]:
    bearers = await archive.persons_by_key([key], viewer)
    words = key.split()
    if bearers or len(words) < 2:
        return bearers
    return await _bearers_of_every(archive, words, viewer)


async def _bearers_of_every(archive: Archive, words: Sequence[str], viewer: Viewer) -> Sequence[PersonRecord]:
    """Whoever bears each of the words: the surname before the first name, a middle name left out."""
    common: dict[str, PersonRecord] | None = None
    for word in words:
        bearers = {person.id: person for person in await archive.persons_by_key([word], viewer)}
        common = bearers if common is None else {kept: common[kept] for kept in common if kept in bearers}
        if not common:
            return ()
    return tuple((common or {}).values())


def _one_or_several(bearers: Sequence[PersonRecord], key: str) -> OnePerson | SeveralPersons:
    # A whole name settles it where one bearer has just that name. A single word never does: whoever is
    # recorded by a first name alone bears it no more than those whose surname is known.
    whole = [person for person in bearers if name_key(person.name) == key] if " " in key else []
    meant = whole if len(whole) == 1 else bearers
    return OnePerson(meant[0]) if len(meant) == 1 else SeveralPersons(tuple(meant))


async def _after_slips(archive: Archive, asked: str, key: str, viewer: Viewer) -> Resolution:
    if not key:
        return NoPerson()
    keys = await archive.name_keys(viewer)
    near = await _persons(archive, _within_slips(key, keys), viewer)
    if len(near) == 1:
        return OnePerson(near[0], asked)
    if near:
        return SeveralPersons(tuple(near), exact=False)
    return NoPerson(tuple(await _persons(archive, _nearest(key, keys), viewer)))


async def _persons(archive: Archive, ids: Sequence[str], viewer: Viewer) -> list[PersonRecord]:
    found = [await archive.person(each, viewer) for each in ids[:MOST_NEAREST]]
    return [person for person in found if person is not None]


def slips_allowed(length: int) -> int:
    """How many letters of a word of this length may be wrong: a short name is soon another one."""
    if length < 4:
        return 0
    return 1 if length < 8 else 2


def _within_slips(key: str, keys: Sequence[tuple[str, str]]) -> list[str]:
    """Ids of the persons with a name fewest slips away from `key`, each word of it within what its length allows."""
    words = key.split()
    most = sum(slips_allowed(len(word)) for word in words)
    hits = process.extract(key, [each for each, _ in keys], scorer=OSA.distance, score_cutoff=most, limit=None)
    fitting = [(slips, at) for candidate, slips, at in hits if _word_for_word(words, candidate.split())]
    fewest = min((slips for slips, _ in fitting), default=0)
    return list(dict.fromkeys(keys[at][1] for slips, at in fitting if slips == fewest))


def _word_for_word(asked: Sequence[str], borne: Sequence[str]) -> bool:
    if len(asked) != len(borne):
        return False
    return all(OSA.distance(one, two) <= slips_allowed(len(one)) for one, two in zip(asked, borne, strict=True))


def _nearest(key: str, keys: Sequence[tuple[str, str]]) -> list[str]:
    """Ids of the persons whose names begin with `key`, then of those whose names are most like it."""
    beginning = [person for each, person in keys if each.startswith(key)]
    hits = process.extract(key, [each for each, _ in keys], scorer=fuzz.ratio, score_cutoff=_NEAR_ENOUGH, limit=20)
    return list(dict.fromkeys(beginning + [keys[at][1] for _, _, at in hits]))
