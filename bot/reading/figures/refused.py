"""Numbers that count nothing: ages, clock times, years, designations, scores, list numbers."""

from __future__ import annotations

import re

from bot.reading.figures.ages import AROUND, is_age
from bot.reading.figures.quantities import Quantity
from bot.reading.figures.vocabulary import vocabulary
from bot.reading.model import Counted

_S = r"[^\S\n]"
_HYPHEN = r"[-\u2010\u2011]"
_DASH = r"[-\u2010\u2011\u2013]"
_GLUED_BEFORE = re.compile(rf"[\w.,:/#№§+@&*^~=<>\\-]$|[^\W_]{_HYPHEN}$|[0-9]{_S}?{_DASH}{_S}?$")
_GLUED_BEHIND = re.compile(rf"\w|{_HYPHEN}(?=[^\W_])|[:/.,](?=[0-9])|[°’'](?=\w)|[°*^_@=\\]|{_S}?{_DASH}{_S}?(?=[0-9])")
_CLOCK = re.compile(
    rf"{_S}?(?:[ap]\.?{_S}?m\b|o[’']clock\b|hours?\b(?={_S}(?:GMT|UTC|local))|(?:GMT|UTC|EST|EDT|CET|EET)\b)"
    rf"|{_S}(?:minutes{_S})?past{_S}(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|[0-9])"
    rf"|{_S}(?:in{_S}the{_S}(?:morning|afternoon|evening)|at{_S}night)\b",
    re.IGNORECASE,
)
_CLOCK_BEFORE = re.compile(
    rf"\b(?:at|by|until|till|past|before|after|around|since|about){_S}(?:(?:about|around){_S})?$", re.IGNORECASE
)
_LAST_HOUR = 24
_LAST_DAY = 31
# A day counted from another, which the calendar cannot tell: two years after the raid, 50 years on.
_COUNTED_OFF = re.compile(
    rf"{_S}(?:second|minute|hour|day|night|week|month|year|decade)s?{_S}"
    r"(?:(?P<sure>later|ago|earlier|on(?=,)|previously|afterwards?)|after|before)\b",
    re.IGNORECASE,
)
_LASTED = re.compile(rf"\b(?:for|lasted|lasting|took|taken|spent|of|waited|than){_S}$", re.IGNORECASE)
_FRACTION = re.compile(
    rf"(?:{_S}|{_HYPHEN})(?:thirds|quarters|fifths|halves|sixths|sevenths|eighths|tenths)\b|{_S}to{_S}(?:one|1)\b",
    re.IGNORECASE,
)
_ONE_IN = re.compile(rf"\bone{_S}(?:in|out{_S}of)(?:{_S}every)?{_S}$|\b[0-9]+{_S}to{_S}$", re.IGNORECASE)
# 120 mm mortars are of a kind; 40 mm of rain are counted.
_CALIBRE = re.compile(rf"{_S}?mm{_S}(?!of\b|in\b|and\b|or\b)[a-z]")
_NUMBER_SIGN = re.compile(rf"(?:\b(?:No|Nos|Nr|№)\.?|#|№|§){_S}?$", re.IGNORECASE)
_LAST_WORD = re.compile(rf"([^\W\d_][\w’'-]*)(\.?){_S}$")
# A capital there tells nothing: behind a stop, a dash, a mark, a bullet.
_OPENS_SENTENCE = re.compile(rf"(?:^|[^\w\s,’')]){_S}*$")
_FIGURE_BEFORE = re.compile(rf"[0-9]{_S}$")
_FIGURE_BEHIND = re.compile(rf"{_S}[0-9]")
_WORD_BEHIND = re.compile(rf"{_S}([^\W\d_]{{3,9}})\b")
_NAME_BEHIND = re.compile(rf"{_S}[^\W\d_a-z][^\W\d_]")
_OF_BEHIND = re.compile(rf"{_S}of\b")
_LISTED = re.compile(rf"[.)](?:{_S}|$)|{_S}?[-—–|•]{_S}")
_BRACKETED = re.compile(rf"[(\[]{_S}?$")
_UNBRACKETED = re.compile(rf"{_S}?[)\]]")
_APART = re.compile(rf"\b(?:of|in|into|first|last|next){_S}$", re.IGNORECASE)
_OR_TWO = re.compile(rf"\b\w+{_S}or{_S}$", re.IGNORECASE)
# A number that numbers what is said: one, the road is closed, and two, nobody knows.
_ENUMERATED = re.compile(r"[,:]")
_ENUMERATES = re.compile(rf"\bone,.*\band{_S}$", re.IGNORECASE)
_THE = re.compile(rf"(?<!of{_S})(?<!among{_S})\b[Tt]he{_S}$")
_ENDS = re.compile(r"[.,;:’'”\"]")
_YEAR = re.compile(r"(?:1[0-9]|2[01])[0-9][0-9]")
_YEAR_BEFORE = re.compile(
    rf"\b(?:in|since|from|until|till|the|early|late|mid|year|during|before|after|summer|spring|autumn|fall|winter){_S}$",
    re.IGNORECASE,
)


def is_refused(text: str, quantity: Quantity, counted: Counted | None, floor: int, ceiling: int) -> bool:
    """Whether a number is no figure after all, by what stands around it in its sentence, from `floor` to `ceiling`."""
    if _is_glued(text, quantity, counted, floor, ceiling):
        return True
    if quantity.money:
        return False
    if is_age(text, quantity, counted, floor, ceiling) or _is_time(text, quantity, floor, ceiling):
        return True
    before = text[max(floor, quantity.first - AROUND) : quantity.first]
    if not quantity.in_words and _is_day(text, quantity, counted, before, ceiling):
        return True
    if _FRACTION.match(text, quantity.last, ceiling) or _CALIBRE.match(text, quantity.last, ceiling):
        return True
    if _ONE_IN.search(before) and (quantity.in_words or quantity.most == 1):
        return True
    if _is_designation(text, quantity, counted, before, floor, ceiling) or _is_year(text, quantity, counted, before):
        return True
    return counted is None and quantity.loose and _is_bare(text, quantity, before, floor, ceiling)


def _is_glued(text: str, quantity: Quantity, counted: Counted | None, floor: int, ceiling: int) -> bool:
    """Whether it is part of a word, a compound, a longer number: T-72, 36th, a 20-minute walk, 10:30, 3/4, 0430."""
    low = max(floor, quantity.start - 4)
    before = text[low : quantity.start]
    if _GLUED_BEFORE.search(before) or (quantity.last - quantity.start == 2 and before.endswith(("’", "'"))):
        return True
    if text[quantity.first] == "0" and text[quantity.first : quantity.first + 2].isdigit():
        return True
    if counted is not None and counted.start == quantity.last:
        return False
    return _GLUED_BEHIND.match(text, quantity.last, ceiling) is not None


def _is_time(text: str, quantity: Quantity, floor: int, ceiling: int) -> bool:
    """Whether it is a time of day, or counts off a day from another."""
    if _CLOCK.match(text, quantity.last, ceiling):
        return True
    off = _COUNTED_OFF.match(text, quantity.last, ceiling)
    if off is None:
        return False
    return bool(off["sure"]) or not _LASTED.search(text, max(floor, quantity.start - AROUND), quantity.start)


def _is_day(text: str, quantity: Quantity, counted: Counted | None, before: str, ceiling: int) -> bool:
    """Whether it is the day of a month that could not be resolved, since no year is known: on Feb. 24, 24 February."""
    if quantity.most is None or quantity.most > _LAST_DAY:
        return False
    behind = _WORD_BEHIND.match(text, quantity.last, ceiling)
    if behind is not None and behind[1].lower() in vocabulary().months and behind[1][0].isupper():
        return True
    last = _LAST_WORD.search(before)
    return counted is None and last is not None and last[1][0].isupper() and last[1].lower() in vocabulary().months


def _is_designation(
    text: str, quantity: Quantity, counted: Counted | None, before: str, floor: int, ceiling: int
) -> bool:
    """Resolution 40, Hospital No. 4, Boeing 777, World War Two, 10 Harbour Street, +44 20 7946."""
    if _NUMBER_SIGN.search(before):
        return True
    if quantity.start < quantity.first:
        return False
    last = _LAST_WORD.search(before)
    if last is not None and last[1].lower() in vocabulary().designating:
        return counted is None or last[1][0].isupper()
    if quantity.in_words:
        capital = text[quantity.first].isupper() and text[quantity.first + 1].islower()
        return capital and quantity.first > floor and not _OPENS_SENTENCE.search(before)
    if _FIGURE_BEFORE.search(before) or _FIGURE_BEHIND.match(text, quantity.last, ceiling):
        return True
    named = last is not None and last[1][0].isupper() and not last[2] and last[1].lower() not in vocabulary().stops
    if counted is not None:
        return named and _OF_BEHIND.match(text, quantity.last, ceiling) is not None
    return named or _NAME_BEHIND.match(text, quantity.last, ceiling) is not None


def _is_year(text: str, quantity: Quantity, counted: Counted | None, before: str) -> bool:
    """Four figures without a comma, unless they count something where no year could stand."""
    if not quantity.loose or not _YEAR.fullmatch(text, quantity.first, quantity.last):
        return False
    return counted is None or _YEAR_BEFORE.search(before) is not None


def _is_bare(text: str, quantity: Quantity, before: str, floor: int, ceiling: int) -> bool:
    """Whether a number that counts no noun stands where clock times, list numbers and pronouns stand."""
    if quantity.first == floor and (quantity.last == ceiling or _LISTED.match(text, quantity.last, ceiling)):
        return True
    if _BRACKETED.search(before) and _UNBRACKETED.match(text, quantity.last, ceiling):
        return True
    hour = quantity.most is not None and quantity.most <= _LAST_HOUR
    if hour and _CLOCK_BEFORE.search(before) and not _is_counting(text, quantity, floor):
        return True
    if not quantity.in_words:
        return _THE.search(before) is not None and _ENDS.match(text, quantity.last, ceiling) is not None
    if _ENUMERATED.match(text, quantity.last, ceiling) and _ENUMERATES.search(before):
        return True
    return _APART.search(before) is not None or _OR_TWO.search(before) is not None


def _is_counting(text: str, quantity: Quantity, floor: int) -> bool:
    """Whether the words before speak of a number: the toll stood at 21."""
    before = text[max(floor, quantity.first - 2 * AROUND) : quantity.first].lower()
    return any(word.strip(",") in vocabulary().counting for word in before.split())
