"""Which of several bearers of a word a mention means: by its title, its role in their names, and the talk around it."""

from __future__ import annotations

from typing import NamedTuple

from bot.reading.document import Document
from bot.reading.people.cluster import Cluster
from bot.reading.people.evidence import Judged
from bot.reading.people.gender import gender_of_pronoun_after
from bot.reading.people.names import Name
from bot.reading.people.vocabulary import Vocabulary

LOOK_AT = 16
"""Bearers of one word that are weighed against each other; more of them is a list, not an account."""

_BY_ROLE = {"last": 5, "whole": 5, "by-name": 4, "first": 4, "married": 2, "middle": 1}
_CALLED_SO = 3
"""What it counts that an account has used the same form before: "Ms. Marsh" is the one who was Ms. Marsh so far."""
_NAMED_HERE = 4
"""What it counts for a first name that its bearer has been named in the same passage already."""
_NO_SPEAKER = 6
"""What it counts against a speaker to be dead, or named in the words that are being said."""
_MARKS = '“”"«»„'


class Fit(NamedTuple):
    """How well a bearer fits a place, best compared as it stands: met before, points, one told about, last met."""

    met: bool
    points: int
    subject: bool
    last: int


def fit(document: Document, cluster: Cluster, judged: Judged, key: str, vocabulary: Vocabulary) -> Fit:
    """How well a bearer of a word (`key` is its sound) fits a mention."""
    name = judged.name
    last = cluster.last_before(name.start)
    role = cluster.roles.get(key, "short")
    points = _BY_ROLE.get(role, 0) + _by_title(role, name, vocabulary)
    pronoun = gender_of_pronoun_after(document, name)
    if pronoun and cluster.gender:
        points += 2 if cluster.gender == pronoun else -2
    subject = role not in ("first", "middle") and not cluster.by_kin
    if (ranks := ranks_of(name, vocabulary)) and (borne := _borne(cluster, vocabulary)):
        points += -4 if ranks.isdisjoint(borne) else 4
    if judged.signs.generation:
        subject = cluster.generation == judged.signs.generation
        points += 6 * subject - 6 * (cluster.generation is not None and not subject)
    elif role == "last" and cluster.generation == "younger" and not cluster.by_kin:
        points -= 1
    points += _CALLED_SO * (call_of(name, key) in cluster.calls)
    if role == "first" and last >= document.passages[name.passage].start:
        points += _NAMED_HERE
    if judged.signs.speech and (cluster.dead or _is_talked_of(document, last, name)):
        points -= _NO_SPEAKER
    return Fit(last >= 0, points + 2 * subject, subject, last)


def call_of(name: Name, key: str) -> tuple[str, str]:
    """How a mention calls somebody: the last word of its title, and its own sound."""
    return (name.title[-1].key if name.title else "", key)


def outranks(cluster: Cluster, name: Name, vocabulary: Vocabulary) -> bool:
    """Whether somebody bears another rank than a mention, and so is another ("Capt. Ivo Marsh", "Lieut. Marsh")."""
    ranks, borne = ranks_of(name, vocabulary), _borne(cluster, vocabulary)
    return bool(ranks and borne) and ranks.isdisjoint(borne)


def ranks_of(name: Name, vocabulary: Vocabulary) -> set[str]:
    """The military ranks in the title of a mention, spelled out."""
    return {rank for word in name.title if (rank := vocabulary.rank_of.get(word.key))}


def _borne(cluster: Cluster, vocabulary: Vocabulary) -> set[str]:
    """The military ranks that somebody has borne so far."""
    return {rank for mention in cluster.mentions[:LOOK_AT] for rank in ranks_of(mention.name, vocabulary)}


def _by_title(role: str, name: Name, vocabulary: Vocabulary) -> int:
    """What a title tells of the word behind it: "Father" goes with a first name, "Colonel" with a surname."""
    if not name.title:
        return 0
    if name.title[-1].key in vocabulary.by_first_name:
        return 2 if role in ("first", "whole") else -2
    return 2 if role == "last" else 0


def _is_talked_of(document: Document, last: int, name: Name) -> bool:
    """Whether somebody was last named inside the quotation that a mention of a speaker follows: “I told Otto,” ..."""
    passage = document.passages[name.passage]
    if last < passage.start:
        return False
    between = document.text[last : name.start]
    return sum(between.count(mark) for mark in _MARKS) == 1
