"""What the words before a name tell: kinship, calling, a call sign, speech; or a ship, a town, an article."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from bot.reading.people.signs_after import NEVER
from bot.reading.people.vocabulary import Vocabulary

_MARKS = "“\"‘'«„(`["
_CALL_SIGN = re.compile(
    r"(?i)\b(?:(?:call[- ]?signs?|initials?|nickname|pseudonym|nom de guerre)(?:,| is| was)?|nicknamed|code[- ]?named?"
    r"|alias|a\.?k\.?a\.?|goes by(?: the name(?: of)?)?|(?:introduced|identified) (?:him|her)self(?: only)? as"
    r"|gave (?:his|her) name (?:only )?as"
    r"|n[ée]e|né"
    r"|(?<!now )(?<!formerly )known (?:to (?:[\w'’,-]+ ){1,12})?(?:\w+ )?(?:as|by)(?: the \w+)?)$"
)
_CALLED_SO = re.compile(
    r"(?i)\b(?:name (?:is|was)"
    r"|(?:they|every(?:one|body)|people|men|friends|comrades|soldiers|neighbou?rs|colleagues) calls?"
    r"|whom (?:[\w'’-]+ ){1,5}call(?:s|ed)?"
    r"|(?<!should )(?<!would )(?<!could )(?<!might )"
    r"(?:call(?:s|ed)?|nam(?:e|es|ed)|nicknamed|christened|bapti[sz]ed) (?:him|her|them)(?:self|selves)?)$"
)
# "whom the patients called ‘the Owl’"
_MARKED_ARTICLE = re.compile(r"\s+[“\"‘'«„](?:the|el|la)$")
# "the gun that the town called Tall Vera", "The bell is called Tall Vera"
_THING_CALLED = re.compile(
    r"(?:\b(?P<one>[\w-]+),? (?:that|which) (?:[\w'’-]+ ){1,5}(?:calls?|called|nicknamed|named|christened)"
    r"|\b[Tt]he (?P<other>[\w-]+) (?:is|was) (?:called|named|nicknamed|known as))(?P<epithet>(?: [A-Z][a-z]+)?)$"
)
_ASIDE = re.compile(
    r"(?i)\b(?:in|on|at|with|from|by|for|after|during|to|about|of|like)\s+(?:[\w'’-]+\s+){0,3}[\w'’-]+$"
)
_INSTITUTION = re.compile(r"\b(?P<body>[^\W\d_][\w-]*)\s+(?:of|for)\s+(?:the\s+)?(?:[^\W\d_a-z]\w+)?$")
_OF = re.compile(r"\b(?P<noun>[^\W\d_][\w.-]*) of(?: the)?$")
_LAST_CLAUSE = re.compile(r"[^,.;:!?“”\"()]*$")
_CALLING = frozenset({"call", "calls", "called", "named", "nicknamed", "christened", "as"})
_PRONOUNS = frozenset({"one", "first", "second", "third", "last", "latter", "all", "those", "so", "and", "but", "now"})
CALL_SIGN = 4.0
"""The weight of a call sign or by-name."""
_NEAR = 6
"""Words before "they call" among which a ship or an animal is the one called so."""
# Verbs that stand before their subject where words are quoted (“No,” said Marsh); "told" and "asked" have objects.
_INVERTED = frozenset({"said", "says", "added", "recalled", "explained", "insisted", "admitted", "replied", "sighed"})
_AGED = re.compile(r"(\w+)-years?-old")
_OLDEST = 110
_OF_STATE = ("secretary of state", "minister of state", "head of state")
_ATTRIBUTED = ("according to", "thanks to", "married to", "loyal to")


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a name. `after_comma` is the capitalised word in front of a comma just before it."""

    weight: float = 0.0
    kin: str | None = None
    by_name: bool = False
    place: bool = False
    article: bool = False
    generation: Literal["elder", "younger"] | None = None
    marked: bool = False
    speech: bool = False
    dead: bool = False
    after_comma: str | None = None


def read_before(before: str, vocabulary: Vocabulary) -> Before:
    """The signs in a stretch of text that ends where a name (or its title) begins."""
    tail = before.rstrip()
    marked = tail != "" and tail[-1] in _MARKS
    if marked and len(tail) < len(before) and tail[-1] not in "(–—":
        return Before()
    if marked:
        tail = tail.rstrip(_MARKS + " ")
    comma = tail.endswith(",")
    if comma:
        tail = tail[:-1]
    words = tail.split()
    if not words or (not words[-1][-1].isalnum() and not words[-1].endswith(".")):
        return Before(marked=marked)
    if marked and words[-1][0].isupper() and vocabulary.is_title(words[-1].lower().rstrip(".")):
        return Before(weight=4.0, marked=True)
    if marked and before.rstrip()[-2:-1] == "(" and words[-1][0].isupper():
        return Before(weight=CALL_SIGN, by_name=True, marked=True)
    found = _called(tail, words, vocabulary) or _related(tail, words, comma, vocabulary)
    if found is None:
        found = Before() if comma else _plain(tail, words[-1].lower(), marked, vocabulary)
    if found.weight == 0.0 and comma and _described(tail, vocabulary):
        found = Before(weight=2.0)
    after_comma = words[-1].strip("(“") if comma and words[-1][0].isupper() else None
    return replace(found, marked=marked, after_comma=after_comma)


def _called(tail: str, words: list[str], vocabulary: Vocabulary) -> Before | None:
    """Words that give somebody (or something) a name: "call sign", "nicknamed", "called her", "a man named"."""
    if not _CALLING.isdisjoint(words[-2:]) and (thing := _THING_CALLED.search(tail)):
        noun = (thing["one"] or thing["other"]).lower()
        if noun not in vocabulary.nouns and noun not in _PRONOUNS and not noun.endswith(("er", "est")):
            return Before(weight=NEVER)
    if article := _MARKED_ARTICLE.search(tail):
        tail = tail[: article.start()]
        words = tail.split() or words
        if words[-1].lower() not in vocabulary.called_so_ends:
            return None
    last = words[-1].lower()
    if last in vocabulary.call_sign_ends and _CALL_SIGN.search(tail):
        group = _before_known(words)
        if group in vocabulary.place_nouns:
            return Before(weight=NEVER, place=True)
        return Before(weight=NEVER) if group in vocabulary.before_body else Before(weight=CALL_SIGN, by_name=True)
    if last in vocabulary.called_so_ends and _CALLED_SO.search(tail):
        near = words[-_NEAR:] if last.startswith("call") else words
        if any(_bare(word) in vocabulary.creatures for word in near):
            return Before(weight=NEVER)
        return Before(weight=6.0, by_name=last not in ("is", "was"))
    if last not in vocabulary.named or len(words) < 2:
        return None
    passive = len(words) > 2 and words[-2].lower() in ("is", "was")
    noun = words[-3 if passive else -2].lower().strip(",")
    if noun in vocabulary.nouns:
        return Before(weight=4.0, kin=noun if noun in vocabulary.kin else None)
    if (found := _thing(noun, vocabulary)) or passive or not noun.isalpha():
        return found
    person = noun in vocabulary.openers or noun.removesuffix("s") in vocabulary.nouns
    return None if person else Before(weight=-1.0)


def _before_known(words: list[str]) -> str:
    """What stands before "known as", a dash or a mark aside: "the [hill] — known as"; empty where there is none."""
    if len(words) < 3 or words[-2].lower() != "known":
        return ""
    return next((word.strip(",()").lower() for word in reversed(words[:-2]) if any(map(str.isalpha, word))), "")


def _bare(word: str) -> str:
    """A word in lower case without marks and possessive."""
    return word.lower().strip(",.;:“”\"‘’'").removesuffix("'s").removesuffix("’s")


def _thing(noun: str, vocabulary: Vocabulary) -> Before | None:
    """What a common noun that is no person's tells of the name behind it."""
    if noun in vocabulary.creatures:
        return Before(weight=NEVER)
    if noun in vocabulary.place_nouns:
        return Before(weight=-5.0, place=True)
    return Before(weight=-5.0) if noun in vocabulary.before_body else None


def _related(tail: str, words: list[str], comma: bool, vocabulary: Vocabulary) -> Before | None:
    """A noun just before the name, with or without a comma: "his wife, ", "coach ", "the ferry, the ", "town "."""
    noun = words[-1].lower()
    if noun == "the" and len(words) > 1 and words[-2].endswith(","):
        aside = _ASIDE.search(" ".join(words[:-1])[:-1]) is not None
        return Before(weight=NEVER) if _bare(words[-2]) in vocabulary.creatures and not aside else None
    if noun in vocabulary.kin:
        return Before(weight=4.0, kin=noun, generation=_age_of_kin(words, vocabulary))
    if noun in vocabulary.nouns and (comma or noun not in vocabulary.elder):
        return Before(weight=3.0)
    if noun == "state" and tail.lower().endswith(_OF_STATE):
        return Before(weight=3.0)
    if comma and _ASIDE.search(tail):
        return Before(weight=-2.5, place=True) if noun in vocabulary.place_nouns else None
    if comma:
        return None if noun in vocabulary.before_body else _thing(noun, vocabulary)
    if noun in ("of", "the") and (match := _OF.search(tail)) and match["noun"].lower() in vocabulary.place_nouns:
        return Before(weight=-5.0, place=True)
    return _thing(noun, vocabulary)


def _age_of_kin(words: list[str], vocabulary: Vocabulary) -> Literal["elder", "younger"] | None:
    """Which of two siblings a kinship word with an adjective means: "his elder brother"."""
    before = words[-2].lower() if len(words) > 1 else ""
    if before in vocabulary.elder:
        return "elder"
    return "younger" if before in vocabulary.younger else None


def _plain(tail: str, last: str, marked: bool, vocabulary: Vocabulary) -> Before:
    """One word just before the name, without a comma."""
    if last in vocabulary.speech and not marked:
        return Before(weight=2.5 if last in _INVERTED else 2.0, speech=last in _INVERTED)
    if last.endswith("-old") and _is_age_of_somebody(last):
        return Before(weight=2.5)
    if last == "late":
        return Before(dead=tail.lower().endswith("the late"))
    if (match := _INSTITUTION.search(tail)) and match["body"].lower() in vocabulary.bodies:
        return Before(weight=-5.0, place=True)
    if last in vocabulary.articles:
        return Before(weight=-3.0, article=True)
    if last in vocabulary.elder:
        return Before(generation="elder")
    if last in vocabulary.younger:
        return Before(generation="younger")
    if last in vocabulary.before_place:
        return Before(weight=-2.5, place=True)
    if last == "to" and tail.lower().endswith(_ATTRIBUTED):
        return Before(weight=1.0)
    return Before(weight=-0.5 if last in vocabulary.before_movement else 0.0)


def _is_age_of_somebody(word: str) -> bool:
    """Whether "21-year-old" may be said of a person, and "850-year-old" of a church."""
    match = _AGED.fullmatch(word)
    return match is not None and not (match[1].isdecimal() and int(match[1]) > _OLDEST)


def _described(tail: str, vocabulary: Vocabulary) -> bool:
    """Whether a description of a person ends in the comma before the name: "The mayor of Lund, "."""
    clause = _LAST_CLAUSE.search(tail)
    return clause is not None and any(word.lower() in vocabulary.nouns for word in clause.group().split()[:8])
