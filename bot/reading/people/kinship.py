"""What kinship words and ages tell of who is who: sons brought in together, a sentence about the mother, namesakes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.reading.document import Document
from bot.reading.people.cluster import Cluster
from bot.reading.people.evidence import Judged
from bot.reading.people.vocabulary import Vocabulary

_JOINED = re.compile(r"\s+(?:and|&)\s+")
_SAME_AGE = 5
"""Years by which two ages of one person may differ within an account."""
_PLURAL_KIN = frozenset({"sons", "daughters", "brothers", "sisters", "children", "twins", "parents", "siblings"})
_AT_HEAD = 30
"""Characters from the start of a sentence to a name that still heads it, behind a kinship word."""
_HEAD = re.compile(r"[“\"‘']?(?:his|her|their|the|my|our|[^\W\d_][\w-]*['’]s)\s", re.IGNORECASE)


def leads(document: Document, judged: Judged, vocabulary: Vocabulary) -> bool:
    """Whether a kinship word and name begin a sentence, which is then about them: "His mother, Ana Marsh, ..."."""
    if judged.signs.kin not in vocabulary.family:
        return False
    sentence = document.sentence_at(judged.name.start)
    start = document.sentences[sentence].start if sentence is not None else judged.name.start
    before = document.text[start : judged.name.start]
    return len(before) < _AT_HEAD and _HEAD.match(before) is not None


def is_of_other_age(cluster: Cluster, judged: Judged) -> bool:
    """Whether an age beside a full name makes it a namesake's: "Otto Marsh, 90, and young Otto Marsh, 9"."""
    age = judged.signs.age
    return age is not None and cluster.age is not None and abs(cluster.age - age) > _SAME_AGE


def with_shared_kin(document: Document, judged: Sequence[Judged]) -> list[Judged]:
    """The mentions with a plural kinship word told of the second as well: "his sons, Otto and Emil Marsh"."""
    shared: list[Judged] = []
    for one in judged:
        last = shared[-1] if shared else None
        if last and last.signs.kin in _PLURAL_KIN and _JOINED.fullmatch(document.text, last.name.end, one.name.start):
            one = replace(one, signs=replace(one.signs, kin=last.signs.kin))
        shared.append(one)
    return shared
