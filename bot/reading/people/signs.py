"""The signs that the words around a name give for or against a person, with their weights."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from bot.reading.document import Document
from bot.reading.people.names import Name
from bot.reading.people.signs_after import NEVER, After, read_after
from bot.reading.people.signs_before import Before, read_before
from bot.reading.people.vocabulary import Vocabulary, fold

# "Marsh & Sons"
_NO_PERSON = re.compile(r"\s+&\s+(?:Sons?|Daughters?|Bros|Brothers|Co|Company|Partners|Associates)\b")
# "portraits of Ana", "the mother of Ana": only a given name tells a person from a place or a thing.
_OF_SOMEBODY = re.compile(
    r"\b(?:pictures?|photo(?:graph)?s?|portraits?|wife|widow|husband|mother|father|parents|son|daughter|brother|sister"
    r"|funeral|grave|body|diary) of $"
)
_MARK_AND_COMMA = re.compile(r"[”\"’'],|,[”\"’']\s+(?:the|an?|who|his|her)\b")
_REPORTS = re.compile(r"\s+(?:reports|reported)\s*(?:[.]|$)")
# "Ana Marsh reports from Oslo", "Weeks of fighting have left little, writes Ana Marsh"
_REPORTS_FROM = re.compile(
    r"(?:\s+and\s+[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+){1,2}\s+report|\s+reports?)\s+(?:live\s+)?(?:from|on)\s"
)
_WHERE = re.compile(r"(?:\s+in\s+[^\W\d_a-z][\w’' -]{1,30})?[.]?\s*")
# "LUND, Feb 4 (Hina) - "
_DASH = re.compile(r"\)\s*(?:--?|–|—)\s")
_WRITES = re.compile(r",\s+(?:writes|reports)\s$")
_QUOTED = re.compile('[“”"«»„‘]')
_OWNED = re.compile(r"['’]s?\s+(\w+)")
TITLED = 5.0
"""The weight of a title before the name."""
LABELLED = 3.0
"""The weight of a colon behind a name in capitals that opens a passage: the label of a turn in an interview."""
HEADING = -4.0
"""The weight of being a whole passage in capitals, with no given name in it."""
LINE = -1.5
"""The weight of being a whole passage, with no given name in it."""
CALLED = 3.0
"""The least weight of a call sign, a naming or a kinship word before a name."""
THE_TITLED = -8.0
"""The weight of "the" before a title and a name: "the Lady Marchmain" is a ship, "the Rev. Marsh" is not."""
_OF_PLACES = frozenset({"baba", "imam", "mullah", "shah", "shaykh", "sheik", "sheikh", "sidi", "sultan"})
"""Titles that places are named with as often as people: "in Sheikh Marwan", "the Baba Marwan district"."""
OF_SOMEBODY = 2.0
"""The weight of what only people have before a given name: "the mother of Ana"."""
PREPOSED = -2.5
"""The weight of "in" before a name; it says nothing where the name is a possessor: "in Ana Marsh's hand"."""
NEARBY = 90
"""Characters looked at on either side; never beyond the passage."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What one place tells: the weight of it all, and what other steps ask about.

    `kin` is the kinship word just before the name; `generation` is set by "the elder", "little"; `introduced` means
    that an age or "a ..." follows, `described` that any apposition does; `place` and `article` that such
    a word does; `speech` that a verb of speech is beside the name, `dead` that death is told of, `group`
    that the word is the name of a group or a building.
    """

    weight: float
    kin: str | None = None
    by_name: bool = False
    known_as: Literal["pronoun", "name"] | None = None
    place: bool = False
    article: bool = False
    generation: Literal["elder", "younger"] | None = None
    introduced: bool = False
    age: int | None = None
    described: bool = False
    speech: bool = False
    dead: bool = False
    group: bool = False

    @property
    def never(self) -> bool:
        """Whether a sign settles that this is no person: a ship, an animal, a work."""
        return self.weight <= NEVER / 2


def signs_of(document: Document, name: Name, vocabulary: Vocabulary) -> Signs:
    """The signs around a name, its title counted in.

    A single word needs more than a full name does, since institutions too say, warn and deny.
    """
    passage = document.passages[name.passage]
    start = name.title[0].start if name.title else name.start
    before = read_before(document.text[max(passage.start, start - NEARBY) : start].replace("\n", " "), vocabulary)
    if before.weight <= NEVER and _owns_creature(document.text[name.end : name.end + NEARBY], vocabulary):
        before = replace(before, weight=0.0)
    if PREPOSED <= before.weight < 0 and not before.article and _is_possessor(name, vocabulary):
        before = replace(before, weight=0.0, place=False)
    after = read_after(document.text[name.end : min(passage.end, name.end + NEARBY)].replace("\n", " "), vocabulary)
    weight = before.weight + after.weight + (TITLED if name.title else 0.0)
    if after.speech:
        weight += 1.5 if len(name.words) == 1 else 2.0
    if before.after_comma and _is_apposed_by_name(document, name, before, vocabulary):
        before = replace(before, by_name=True)
        weight += CALLED + 1.0
    if len(name.words) == 1 and _is_of_somebody(document.text, start, name.words[0].key, vocabulary):
        weight += OF_SOMEBODY
    if before.marked and after.vocative:
        weight += 1.0
    if name.start == passage.start:
        weight += _as_heading(document, name, vocabulary)
    if _NO_PERSON.match(document.text, name.end) or _is_credited(document, name):
        weight = NEVER
    if before.article and name.title and not _takes_article(name, vocabulary):
        weight += THE_TITLED
    if _ends_a_place(before, after, vocabulary):
        weight -= 3.0
    if name.title and (before.place or after.placed) and name.title[0].key in _OF_PLACES:
        weight = NEVER
    return Signs(
        weight=weight,
        kin=before.kin,
        by_name=before.by_name,
        known_as=after.known_as,
        place=before.place,
        article=before.article,
        generation=before.generation,
        introduced=after.introduced,
        age=after.age,
        described=after.described,
        speech=after.speech or before.speech,
        dead=after.dead or before.dead,
        group=after.group,
    )


def _is_of_somebody(text: str, start: int, key: str, vocabulary: Vocabulary) -> bool:
    """Whether a given name stands behind what only people have: "a photograph of Ana"."""
    if not text.startswith(" of ", start - 4) or key not in vocabulary.given or key in vocabulary.places:
        return False
    return _OF_SOMEBODY.search(text, max(0, start - 20), start) is not None


def _as_heading(document: Document, name: Name, vocabulary: Vocabulary) -> float:
    """What capitals at the head of a passage tell: "OTTO MARSH: No." labels a turn, "TALKS STALLED" is a heading.

    A line of nothing but two words ("Northern Skies") is the name of a site or a section, unless one is a given name.
    """
    large = name.words[0].text.isupper()
    if document.text.startswith(":", name.end):
        return LABELLED if large else 0.0
    whole = name.end == document.passages[name.passage].end
    if not whole or any(word.key in vocabulary.given for word in name.words):
        return 0.0
    return HEADING if large else LINE * (len(name.words) > 1)


def _is_apposed_by_name(document: Document, name: Name, before: Before, vocabulary: Vocabulary) -> bool:
    """Whether a marked word stands between commas behind a name: "Otto Marsh, “Bear”, the smith"."""
    if not before.marked or before.after_comma is None or len(name.words) > 2:
        return False
    placed = fold(before.after_comma) in vocabulary.places
    return not placed and _MARK_AND_COMMA.match(document.text, name.end) is not None


def _is_credited(document: Document, name: Name) -> bool:
    """Whether words tell who brought the news: "..., the Lund Courier reports.", "Ana Marsh reports from Lund"."""
    text, end = document.text, name.end
    before = text[max(0, name.start - 2) : name.start]
    if before.endswith("(") and _DASH.match(text, end):
        return name.start - document.passages[name.passage].start < NEARBY
    if text.startswith(" report", end):
        reports = _REPORTS.match(text, end) if before.startswith(",") else None
        return reports is not None or _REPORTS_FROM.match(text, end) is not None
    if text.startswith(" and ", end) and _REPORTS_FROM.match(text, end):
        return True
    return before == "s " and _is_written_by(document, name)


def _is_written_by(document: Document, name: Name) -> bool:
    """Whether a standfirst ends with its writer; behind quoted words the writer is the one who is quoted."""
    passage = document.passages[name.passage]
    if not _WHERE.fullmatch(document.text, name.end, passage.end) or not _WRITES.search(
        document.text, max(passage.start, name.start - 12), name.start
    ):
        return False
    return not _QUOTED.search(document.text, passage.start, name.start)


def _is_possessor(name: Name, vocabulary: Vocabulary) -> bool:
    """Whether a name that begins with a given name stands in the possessive."""
    return name.words[-1].owner and name.words[0].key in vocabulary.given


def _owns_creature(after: str, vocabulary: Vocabulary) -> bool:
    """Whether it is the owner whose name follows "the cat, ": "the cat, Ana Marsh's cat, Mimi"."""
    owned = _OWNED.match(after)
    return owned is not None and owned.group(1) in vocabulary.creatures


def _takes_article(name: Name, vocabulary: Vocabulary) -> bool:
    """Whether "the" may stand before a title: "the Rev. Marsh", "the then Prime Minister Ana Marsh"."""
    first = name.title[0].key
    return len(name.title) > 1 or first in vocabulary.with_article or first not in vocabulary.titles


def _ends_a_place(before: Before, after: After, vocabulary: Vocabulary) -> bool:
    """Whether a name stands between commas behind a place: "in Lund, Skane, said"."""
    return after.comma and before.after_comma is not None and fold(before.after_comma) in vocabulary.places
