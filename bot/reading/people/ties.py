"""Ties of kinship that the account states: "his wife, Ana Marsh"; "Ana Marsh, the wife of Erik Marsh"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.reading.document import Document
from bot.reading.lexicon import lexicon
from bot.reading.model import Tie, TieKind
from bot.reading.people.cluster import Cluster
from bot.reading.people.evidence import Judged
from bot.reading.people.gender import Gender

_INVERSE: dict[TieKind, TieKind] = {"spouse": "spouse", "parent": "child", "child": "parent", "sibling": "sibling"}
_OWNER = re.compile(
    r"(?:\b(?P<pronoun>his|her|their|whose)|(?P<owner>['’])s?)\s+(?:[\w-]+\s+){0,3}?(?P<kin>[\w-]+)"
    r"(?:,|,? who is (?:called|named)|,? (?:named|called))?\s+$",
    re.IGNORECASE,
)
_OF = re.compile(
    r",\s+(?:(?:aged\s+)?\d{1,3},\s+)?(?:the|an?|his|her)?\s*(?:[\w-]+\s+){0,3}?(?P<kin>[\w-]+) of\s+(?:the\s+)?"
    r"(?:[\w.-]+\s+){0,4}?$"
)
# "Ana Marsh, Erik Marsh's sister"
_APPOSED = re.compile(r",\s+(?:(?:aged\s+)?\d{1,3},\s+)?")
_POSSESSED = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,2}?(?P<kin>[\w-]+)(?=[,.;])")
_COUPLE = re.compile(
    r"\b(?P<what>married couple|couple|husband and wife|(?:twin )?(?:brothers|sisters)|siblings|twins),?\s+$",
    re.IGNORECASE,
)
_MARRIED = re.compile(r"\b(?:is|was|been|got|who|had)?\s*married(?: to)?\s+$")
_AND = re.compile(r",?\s+and\s+")
_BACK = 110
"""Characters before a name in which the words of a tie are looked for."""
_SENTENCES_BACK = 5
"""Sentences in which "his" and "her" look for whom they point back to."""


@dataclass(frozen=True, slots=True)
class _Placed:
    judged: Judged
    cluster: Cluster

    @property
    def start(self) -> int:
        return self.judged.name.start

    @property
    def outer(self) -> int:
        """Where the mention begins, its title included."""
        return self.judged.name.title[0].start if self.judged.name.title else self.start

    @property
    def end(self) -> int:
        return self.judged.name.end


class _Found(NamedTuple):
    """One is `kind` of the other, and `start` to `end` are the words that state it."""

    one: Cluster
    kind: TieKind
    other: Cluster
    start: int
    end: int


def find_ties(document: Document, clusters: Sequence[Cluster], names: dict[int, str]) -> dict[int, tuple[Tie, ...]]:
    """The ties of every cluster by `id(cluster)`, each from both ends; `names` gives the name to put for each."""
    placed = sorted(
        (_Placed(judged, cluster) for cluster in clusters for judged in cluster.mentions),
        key=lambda mention: mention.start,
    )
    ties: dict[int, dict[tuple[str, str], Tie]] = defaultdict(dict)
    for found in _stated(document, placed):
        if found.one is found.other:
            continue
        for bearer, kind, to in (
            (found.one, found.kind, names[id(found.other)]),
            (found.other, _INVERSE.get(found.kind, found.kind), names[id(found.one)]),
        ):
            ties[id(bearer)].setdefault((kind, to), Tie(found.start, found.end, kind, to))
    return {key: tuple(of_one.values()) for key, of_one in ties.items()}


def _stated(document: Document, placed: Sequence[_Placed]) -> Iterator[_Found]:
    """Every tie that is stated; what is told of one in the plural holds for the next: "his sons, Otto and Emil"."""
    last: list[_Found] = []
    for at, mention in enumerate(placed):
        found = list(_stated_at(document, placed, at))
        shared = at and mention.judged.signs.kin and mention.judged.signs.kin == placed[at - 1].judged.signs.kin
        if not found and shared and _AND.fullmatch(document.text, placed[at - 1].end, mention.outer):
            found = [tie._replace(one=mention.cluster, end=mention.end) for tie in last]
        yield from found
        last = found


def _stated_at(document: Document, placed: Sequence[_Placed], at: int) -> Iterator[_Found]:
    """The ties that are stated just before one mention."""
    mention = placed[at]
    floor = document.passages[mention.judged.name.passage].start
    before = document.text[max(floor, mention.outer - _BACK) : mention.outer]
    offset = mention.outer - len(before)
    if mention.judged.signs.kin and (match := _OWNER.search(before)):
        yield from _of_kin(document, placed, at, match, offset)
    elif at and (match := _OF.fullmatch(document.text, placed[at - 1].end, mention.outer)):
        kind = kind_of(match["kin"])
        if kind and not document.text.startswith(("'", "’"), mention.end):
            yield _Found(placed[at - 1].cluster, kind, mention.cluster, placed[at - 1].start, mention.end)
    elif (
        at
        and _APPOSED.fullmatch(document.text, placed[at - 1].end, mention.start)
        and (match := _POSSESSED.match(document.text, mention.end))
    ):
        if kind := kind_of(match["kin"]):
            yield _Found(placed[at - 1].cluster, kind, mention.cluster, placed[at - 1].start, match.end())
    elif at and _MARRIED.search(before):
        if subject := _subject(document, placed, at, None):
            yield _Found(mention.cluster, "spouse", subject.cluster, subject.start, mention.end)
    elif at + 1 < len(placed) and (match := _COUPLE.search(before)):
        other = placed[at + 1]
        if _AND.fullmatch(document.text, mention.end, other.outer):
            wed = match["what"].lower().endswith(("couple", "wife"))
            kind = "spouse" if wed else "sibling"
            yield _Found(mention.cluster, kind, other.cluster, offset + match.start(), other.end)


def _of_kin(
    document: Document, placed: Sequence[_Placed], at: int, match: re.Match[str], offset: int
) -> Iterator[_Found]:
    """ "His wife, Ana Marsh": Ana Marsh is the spouse of whom "his" points back to."""
    kind = kind_of(match["kin"])
    if kind is None:
        return
    for anchor in _anchors(document, placed, at, match, offset):
        start = anchor.start if match["owner"] is not None else offset + match.start()
        yield _Found(placed[at].cluster, kind, anchor.cluster, start, placed[at].end)


def kind_of(kin: str) -> TieKind | None:
    """What a kinship word makes of its bearer: "wife" a spouse, "son" a child, "cousin" other; None for other words."""
    kinds: dict[str, TieKind] = lexicon("persons")["ties"]
    return kinds.get(kin.lower())


def _anchors(
    document: Document, placed: Sequence[_Placed], at: int, match: re.Match[str], offset: int
) -> list[_Placed]:
    """Whose wife or son it is: the name with the possessive, the one before "whose", the subject, or both parents."""
    if match["owner"] is not None:
        owner = placed[at - 1] if at else None
        return [owner] if owner and owner.end == offset + match.start("owner") else []
    pronoun = match["pronoun"].lower()
    if pronoun == "whose":
        return [placed[at - 1]] if at else []
    if pronoun == "their":
        return _both(document, placed, at)
    subject = _subject(document, placed, at, "woman" if pronoun == "her" else "man")
    return [subject] if subject else []


def _both(document: Document, placed: Sequence[_Placed], at: int) -> list[_Placed]:
    """The two people last named together ("Ana Marsh and Erik Marsh"), not far before."""
    for n in range(at - 1, max(0, at - 6), -1):
        if _AND.fullmatch(document.text, placed[n - 1].end, placed[n].outer):
            return [placed[n - 1], placed[n]]
    return []


def _subject(document: Document, placed: Sequence[_Placed], at: int, gender: Gender) -> _Placed | None:
    """Whom "his" or "her" points back to: the first fitting person of the sentence, else of the one before it."""
    sentence = document.sentence_at(placed[at].start)
    if sentence is None:
        return None
    for number in range(sentence, sentence - _SENTENCES_BACK, -1):
        if number < 0:
            break
        span = document.sentences[number]
        first = bisect_left(placed, span.start, key=lambda mention: mention.start)
        for mention in placed[first : min(at, first + 8)]:
            fits = not gender or not mention.cluster.gender or mention.cluster.gender == gender
            if mention.start < span.end and fits and mention.cluster is not placed[at].cluster:
                return mention
    return None
