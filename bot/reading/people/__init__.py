"""People of an account: who is named, where, and which names are one person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bot.reading.document import Document
from bot.reading.model import Mention, Person, Tie
from bot.reading.people.candidates import find_runs
from bot.reading.people.cluster import Cluster
from bot.reading.people.clusters import gather
from bot.reading.people.courtesy import with_courtesies
from bot.reading.people.cutting import cut_run
from bot.reading.people.datelines import outside_datelines
from bot.reading.people.descriptions import describe
from bot.reading.people.evidence import judge
from bot.reading.people.keys import name_key
from bot.reading.people.names import Name
from bot.reading.people.surname_first import is_surname_first, joined_surname_first
from bot.reading.people.ties import find_ties
from bot.reading.people.vocabulary import Vocabulary, vocabulary

_LATIN = re.compile("[A-Za-z]")
_MC = re.compile(r"\b(Mc)([a-z])")
_LONGEST_ACRONYM = 3


def find_people(document: Document) -> tuple[Person, ...]:
    """Every individual named in the account, in the order of first mention.

    Those who are credited with writing it are contributors, not people of the account.
    """
    lists = with_courtesies(document.text, vocabulary())
    names = [name for run in find_runs(document, lists) for name in cut_run(run, document, lists)]
    names = joined_surname_first(document, outside_datelines(document, names, lists), lists)
    clusters = gather(document, judge(document, names, lists), lists)
    called = {id(cluster): _name_of(document, cluster) for cluster in clusters}
    ties = find_ties(document, clusters, called)
    ends = frozenset(judged.name.end for cluster in clusters for judged in cluster.mentions)
    writers = {name_key(name) for name in document.catalogue.contributors}
    return tuple(
        _person(document, cluster, called[id(cluster)], ties.get(id(cluster), ()), ends, lists)
        for cluster in clusters
        if name_key(called[id(cluster)]) not in writers
    )


def _person(
    document: Document,
    cluster: Cluster,
    name: str,
    ties: tuple[Tie, ...],
    ends: frozenset[int],
    lists: Vocabulary,
) -> Person:
    """A person as the reader hands it out."""
    names = _names_of(cluster)
    described = describe(document, names, ends, lists)
    return Person(
        name=name,
        mentions=tuple(_mention(document, mention) for mention in names),
        descriptions=tuple(described),
        ties=ties,
    )


def _names_of(cluster: Cluster) -> list[Name]:
    """The mentions of one person in the order of the text."""
    return sorted((judged.name for judged in cluster.mentions), key=lambda name: name.start)


def _name_of(document: Document, cluster: Cluster) -> str:
    """What to call a person: the fullest form, in plain case where the account has it in capitals only."""
    aliases = {judged.name.keys for judged in cluster.mentions if judged.signs.by_name or judged.signs.known_as}
    names = _names_of(cluster)
    fullest = _fullest(document, [name for name in names if name.keys not in aliases] or names)
    if fullest.isupper() and len(fullest) > _LONGEST_ACRONYM:
        fullest = _MC.sub(lambda match: match.group(1) + match.group(2).upper(), fullest.title())
    if cluster.lent_surname and len(cluster.words) == 1:
        return f"{cluster.words[0].text} {cluster.lent_surname}"
    return fullest


def _fullest(document: Document, mentions: Sequence[Name]) -> str:
    """The fullest form of a name: most words; of as many, the one in the account's own script that comes most often."""
    surfaces = {name.start: _surface(document, name) for name in mentions}
    often = Counter(surfaces.values())
    best = max(
        mentions,
        key=lambda name: (
            len(name.words),
            _LATIN.search(surfaces[name.start]) is not None,
            often[surfaces[name.start]],
            -name.start,
        ),
    )
    return surfaces[best.start]


def _surface(document: Document, name: Name) -> str:
    """A name as the account has it, on one line; "Horvat, Josip" is turned about."""
    if is_surname_first(name):
        return " ".join(document.text[word.start : word.end] for word in name.words)
    return " ".join(document.text[name.start : name.end].split())


def _mention(document: Document, name: Name) -> Mention:
    title = document.text[name.title[0].start : name.start].strip() if name.title else None
    return Mention(name.start, name.end, document.text[name.start : name.end], title)
