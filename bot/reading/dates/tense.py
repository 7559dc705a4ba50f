"""Whether an expression speaks of days to come: told by the verb it belongs to.

"Officials said Friday that buses will leave" is past, "said buses will leave Friday" is not: the verb before the
expression decides, and only where the clause has none before it, the verb behind.
"""

from __future__ import annotations

import re
from typing import Literal

from bot.reading.dates.grammar.rules import word_before
from bot.reading.dates.grammar.vocabulary import listed
from bot.reading.dates.story import Place

Tense = Literal["ahead", "back", "perhaps back", "untold"]

_LONGEST_LOOK = 110
_MOST_WORDS = 14
_LINKS = frozenset(["on", "in", "at", "the", "of", "early", "late", "again", "there", "here"])
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CLAUSE = re.compile(r"[;:)“”\"«»—–]|``|''|--|,\s(?:who|which|when|where|while|but|after|before)\b")
_NO_VERBS = frozenset(["united", "indeed", "hundred", "exceed", "proceed", "succeed"])
_BE = frozenset(["be", "being"])
_HAD_BEEN = frozenset(["been", "had"])
_CLOCK = frozenset(
    ["a", "p", "m", "am", "pm", "edt", "est", "gmt", "utc", "bst", "cet", "noon", "midnight", "local", "time"]
)
_POSSESSIVE = re.compile(r"['’]s\b")
_PLANNED = re.compile(r"['’]s\s(?:planned|scheduled|coming|upcoming|expected|proposed)\b")
# "On Friday, Ms. Oto said, the gates will open": who said so stands between commas.
_INSERTED = re.compile(
    r",\s[^,;:“”\"\n]{2,40}\s(?:said|says|added|wrote|told\s[^,.;:]{2,20}),|,\s(?:said|says)\s[^,.;:]{2,40},"
)
# "The ferry sails again on Friday": of what was, a past verb tells.
_AGAIN = re.compile(r"[a-z]s\sagain\son\s$")
_LONGEST_AGAIN = 20
_DASHES = re.compile(r"\s[–—-]\s[^–—\n]{1,80}?\s[–—-]\s|—[^—\n]{1,80}?—")
_AT_THE_EARLIEST = re.compile(
    r"\b(?:as\s(?:soon|early|late)\sas|no\s(?:later|earlier|sooner)\sthan|starting|beginning)\s(?:on\s|in\s|from\s)?$"
)
_PLAIN_FUTURE = frozenset(["will", "shall", "is", "are"])
_HAD = re.compile(r"\bhad\b|['’]d\b")
# "It is Sunday in Lower Pell": a scene of the days before is told in the present.
_SCENE = re.compile(r"\bIt(?:\sis|['’]s)\s(?:now\s|again\s|already\s|late\s|early\s)?(?:on\s)?$")
_LONGEST_SCENE = 24
_LIMITS = frozenset(["by", "until", "till", "through", "for", "around", "before"])
_OPEN_ENDED = frozenset(["until", "till", "through", "to", "for"])


def tense_at(place: Place) -> Tense:
    """What the governing verb says of an expression.

    "ahead" for "will open by Friday" and "as early as Friday"; "back" for "opened on Friday", "Friday's raid" and
    "It is Friday";
    "perhaps back" for a past verb that stands further off or before a limit ("asked them to answer by Friday").
    """
    if _POSSESSIVE.match(place.text, place.end):
        return "ahead" if _PLANNED.match(place.text, place.end) else "back"
    if _AT_THE_EARLIEST.search(place.text, max(place.sentence_start, place.start - _LONGEST_LOOK), place.start):
        return "back" if _came_early(place) else "ahead"
    if opens_scene(place.text, place.start):
        return "back"
    tense = _governed(_clause_before(place))
    if tense == "untold":
        tense = _followed(_clause_after(place))
    if tense == "untold" and _AGAIN.search(place.text, max(0, place.start - _LONGEST_AGAIN), place.start):
        return "ahead"
    if tense == "back" and word_before(place.text, place.start) in _LIMITS:
        return "perhaps back"
    return tense


def _came_early(place: Place) -> bool:
    """Whether "as early as Sunday" tells of what was: "They came as early as Sunday"."""
    words = [word for word in _clause_before(place) if word not in ("as", "early")]
    tense = _governed(words)
    if tense == "untold":
        return _followed(_clause_after(place)) == "back"
    verb = next((at for at, word in enumerate(words) if is_past_verb(word)), 0)
    return tense != "ahead" and "to" not in words[:verb]


def will_be(place: Place) -> bool:
    """Whether an expression is governed by a plain future ("will join on March 12"), which no story is told in."""
    words = _clause_before(place)
    if _governed(words) == "untold" and _is_fronted(place):
        return True
    will = next((at for at, word in enumerate(words) if word in _PLAIN_FUTURE or word.endswith("'ll")), None)
    return will is not None and _governed(words[: will + 1]) == "ahead"


def _is_fronted(place: Place) -> bool:
    """Whether the first verb behind an expression is a plain future ("In June the museum will open")."""
    for word in _clause_after(place):
        if word in ("will", "shall"):
            return True
        if is_past_verb(word):
            return False
    return False


def in_pluperfect(place: Place) -> bool:
    """Whether the sentence tells what had happened before what it stands in."""
    return _HAD.search(place.text, place.sentence_start, min(place.sentence_end, place.end + _LONGEST_LOOK)) is not None


def opens_scene(text: str, start: int) -> bool:
    """Whether the day that starts at an offset sets the scene of a story told in the present ("It is Sunday")."""
    return _SCENE.search(text, max(0, start - _LONGEST_SCENE), start) is not None


def in_present(place: Place) -> bool:
    """Whether the clause behind an expression tells in the present: it has words, and no verb of the past or future."""
    words = _clause_after(place)
    return bool(words) and not any(is_past_verb(word) or word in listed("will") for word in words)


def _clause_before(place: Place) -> list[str]:
    """The words of the clause before the expression, the nearest first."""
    stretch = place.text[max(place.sentence_start, place.start - _LONGEST_LOOK) : place.start]
    stretch = _DASHES.sub(" ", stretch)
    last = max((boundary.end() for boundary in _CLAUSE.finditer(stretch)), default=0)
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(stretch[last:])][::-1]
    while words and words[0] in _CLOCK:
        words.pop(0)
    return words[:_MOST_WORDS]


def _clause_after(place: Place) -> list[str]:
    stretch = _INSERTED.sub(" ", place.text[place.end : min(place.sentence_end, place.end + _LONGEST_LOOK)])
    return [word.casefold().replace("’", "'") for word in _WORD.findall(stretch)][:_MOST_WORDS]


def _governed(words: list[str]) -> Tense:
    """What the nearest verb before an expression says; the words run backwards from it."""
    for at, word in enumerate(words):
        if _puts_ahead(words, at):
            return "ahead"
        before = words[at + 1] if at + 1 < len(words) else ""
        if before in listed("will") and is_past_verb(word):
            return "ahead"
        if before == "have" and words[at + 2 : at + 3] == ["to"] and is_past_verb(word):
            return "ahead"
        if is_past_verb(word) and before not in _BE and before != "to":
            return "back" if _LINKS.issuperset(words[:at]) else "perhaps back"
    return "untold"


def _puts_ahead(words: list[str], at: int) -> bool:
    """Whether a word before an expression puts it into the days to come."""
    word, before = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word in ("is", "are") and (at == 0 or (at == 1 and words[0] in ("on", "for"))):
        return True
    is_over = bool(set(words[at + 1 : at + 4]) & _HAD_BEEN)
    if word in listed("will") or word.endswith("'ll"):
        return True
    if word in listed("opens_future"):
        return not is_over
    if word == "to" and at:
        return words[at - 1] == "be" or (before in listed("promises") and not is_over)
    return word in listed("prolongs") and at > 0 and words[0] in _OPEN_ENDED


def _followed(words: list[str]) -> Tense:
    """What the first verb behind an expression says."""
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else ""
        if word in listed("will") or word.endswith("'ll"):
            return "ahead"
        if word in ("is", "are") and (following == "to" or following in listed("promises")):
            return "ahead"
        if is_past_verb(word):
            return "back"
    return "untold"


def is_past_verb(word: str) -> bool:
    """Whether a lower-case word looks like a past tense or participle."""
    return word in listed("past_verbs") or (word.endswith("ed") and len(word) > 4 and word not in _NO_VERBS)
