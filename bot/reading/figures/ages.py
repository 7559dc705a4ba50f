"""Ages, which are no figures: Anna Roe, 29, / a boy of six months / aged 5 to 12 / women over 60 / she was 33."""

from __future__ import annotations

import re

from bot.reading.figures.quantities import Quantity
from bot.reading.figures.vocabulary import vocabulary
from bot.reading.model import Counted

AROUND = 32
"""How many characters before a number are looked at."""
_S = r"[^\S\n]"
_TIME = r"(?:year|month|week|day)s?"
_OLD = re.compile(rf"{_S}{_TIME}{_S}(?:old|of{_S}age)\b|[-\u2010\u2011]?{_S}?{_TIME}[-\u2010\u2011]old", re.IGNORECASE)
_OF = re.compile(rf"\b([^\W\d_]+){_S}of{_S}$")
_AGED = re.compile(rf"\b(?:aged|ages?{_S}of){_S}$", re.IGNORECASE)
_WAS = re.compile(rf"([^\W\d_]+),?{_S}(?:is|was){_S}$")
_SAID_ALONE = re.compile(rf"[.,;]|{_S}(?:and|when|at|then|now|today|on{_S}the|that|this|last)\b|$")
_BEFORE = re.compile(
    rf"\b(?:aged?|ages|turn(?:ed|ing|s)?){_S}(?:(?:between|from|about|around|just|only|over|under|up{_S}to){_S})?$"
    rf"|\b(?:he|she|I|who|it)(?:[’'](?:s|m)|{_S}(?:is|was|am)){_S}"
    rf"(?:(?:only|just|about|now|then|already|still|barely|not{_S}yet){_S})?$"
    rf"|(?:\bwho|,){_S}(?:at|then|now|aged){_S}$",
    re.IGNORECASE,
)
_BOUNDED = re.compile(
    rf"\b(?:people|those|men|women|children|anyone|everyone|boys|girls|persons){_S}(?:aged{_S})?$", re.IGNORECASE
)
_APPOSED = re.compile(rf"([^\W\d_]+)[.”\"’]?(?:,{_S}|{_S}?\()$")
_CLOSED = re.compile(rf"[,.;:)—–]|{_S}[-—–]|{_S}and{_S}(?:[0-9]|[^\W\d_]+[,.])|$")
_TIMES = frozenset({"years", "months", "weeks", "days"})
_OLDEST = 120


def is_age(text: str, quantity: Quantity, counted: Counted | None, floor: int, ceiling: int) -> bool:
    """Whether a number says how old somebody is, by what stands around it in the sentence."""
    if quantity.most is not None and quantity.most > _OLDEST:
        return False
    if _OLD.match(text, quantity.last, ceiling):
        return True
    if counted is not None and counted.text not in _TIMES:
        return False
    before = text[max(floor, quantity.start - AROUND) : quantity.start]
    of = _OF.search(before)
    if of is not None and of[1].lower() in vocabulary().person_nouns:
        return True
    if counted is not None:
        return _AGED.search(before) is not None
    if quantity.start < quantity.first:
        return _BOUNDED.search(before) is not None or _BEFORE.search(before) is not None
    was = _WAS.search(before)
    if was is not None and _is_person(was[1]):
        return _SAID_ALONE.match(text, quantity.last, ceiling) is not None
    apposed = _APPOSED.search(before)
    if apposed is not None and _is_person(apposed[1]) and _CLOSED.match(text, quantity.last, ceiling):
        return True
    return _BEFORE.search(before) is not None


def _is_person(word: str) -> bool:
    """Whether a word may be a name or says what somebody is."""
    return (word[0].isupper() and word.lower() not in vocabulary().stops) or word in vocabulary().person_nouns
