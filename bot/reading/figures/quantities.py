"""A number with what qualifies it: "more than 400", "between 20 and 30", "eight or nine", "several thousand"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from bot.reading.figures.numbers import Number, number_at
from bot.reading.figures.qualifiers import closing_at, phrase_before, words_before
from bot.reading.figures.vocabulary import Bound, vocabulary

_GAP = r"[^\S\n]{1,3}"
_DASH = re.compile(r"[^\S\n]?[-\u2010\u2011\u2013\u2212][^\S\n]?")
_TO = re.compile(rf"{_GAP}(?:to|or){_GAP}", re.IGNORECASE)
_AND = re.compile(rf"{_GAP}and{_GAP}", re.IGNORECASE)
_SIGN = re.compile(r"(?:(?:US|CA|A|C|HK|NZ)?[$€£₴₽¥]|\b(?:USD|EUR|GBP|UAH|RUB|CHF)[^\S\n])[^\S\n]?$")
_SIGN_AHEAD = re.compile(r"(?:US)?[$€£₴₽¥][^\S\n]?")
_LONGEST_SIGN = 6
_MILLION = re.compile(r"m\b")
_OPENINGS = frozenset({"between", "from"})
_MANY = frozenset({"many", "several"})
_MOST_PHRASES = 3
_WIDEST = 20.0


@dataclass(frozen=True, slots=True)
class Quantity:
    """What the account says in numbers at one place, with the span of its words.

    `first` and `last` are the bounds of the number itself, without what qualifies it. `money` is set behind the sign
    of a currency, `loose` where nothing but the number stands there; `carried_on` for a qualifier that holds for what
    is joined to it by "and" as well.
    """

    start: int
    end: int
    least: float | None
    most: float | None
    approximate: bool
    first: int
    last: int
    in_words: bool
    carried_on: bool = False
    money: bool = False
    loose: bool = True


def quantity_at(text: str, at: int, floor: int, ceiling: int) -> Quantity | None:
    """The quantity whose number begins at `at`, looking back no farther than `floor`; None where there is none."""
    number = number_at(text, at, ceiling)
    if number is None:
        return None
    start = _sign_before(text, at, floor)
    quantity = _ranged(text, number, start, floor, ceiling) or _alone(text, number, start, floor)
    if quantity is None:
        return None
    if start < at:
        quantity = replace(quantity, money=True)
    return _qualified(text, _closed(text, quantity, ceiling), floor)


def _sign_before(text: str, at: int, floor: int) -> int:
    match = _SIGN.search(text, max(floor, at - _LONGEST_SIGN), at)
    return match.start() if match else at


def _alone(text: str, number: Number, start: int, floor: int) -> Quantity | None:
    """A single number; "several thousand", "half a million" and "a dozen" begin with the words before the scale."""
    if number.in_words and number.value == 1:
        return None
    value, begins, vague = number.value, start, number.vague
    if number.in_words and not vague and text[number.start : number.start + 3].lower() in _scales_begin():
        opening = phrase_before(text, number.start, floor, _openings())
        if opening is None:
            return None
        begins, word = opening
        vague = word in vocabulary().few
        value *= 2 if vague else (0.5 if word.startswith("half") else 1)
    elif vague and (few := phrase_before(text, number.start, floor, _MANY)) is not None:
        begins = few[0]
    most = None if vague else value
    return Quantity(begins, number.end, value, most, vague, number.start, number.end, number.in_words, loose=not vague)


@cache
def _scales_begin() -> frozenset[str]:
    return frozenset(word[:3] for word in vocabulary().scales)


@cache
def _openings() -> frozenset[str]:
    return vocabulary().few | {"a", "an", "half a", "one"}


def _ranged(text: str, number: Number, start: int, floor: int, ceiling: int) -> Quantity | None:
    """A range: 20-30, 20 to 30, eight or nine, between 20 and 30."""
    dashed = _DASH.match(text, number.end, ceiling)
    link = dashed or _TO.match(text, number.end, ceiling)
    joined = _AND.match(text, number.end, ceiling) if link is None else None
    if link is None and joined is None:
        return None
    opening = phrase_before(text, start, floor, _OPENINGS)
    if link is None:
        link = joined if opening is not None and opening[1] == "between" else None
    if link is None or (opening is not None and opening[1] == "from" and _changes(text, opening[0], floor)):
        return None
    sign = _SIGN_AHEAD.match(text, link.end(), ceiling)
    second = number_at(text, sign.end() if sign else link.end(), ceiling)
    if second is None or second.vague != number.vague:
        return None
    first = _scaled(number, second, dashed is not None)
    if not first.value < second.value or (not first.vague and second.value > first.value * _WIDEST):
        return None
    begins = opening[0] if opening is not None else start
    return Quantity(
        begins,
        second.end,
        first.value,
        second.value,
        first.vague,
        number.start,
        second.end,
        number.in_words,
        loose=False,
    )


def _changes(text: str, at: int, floor: int) -> bool:
    """Whether what stands before "from" tells of a change, not of a range: rose from 20 to 30."""
    return any(word in vocabulary().changes for word in words_before(text, at, floor))


def _scaled(first: Number, second: Number, dashed: bool) -> Number:
    """The lower bound with the scale that is written once: two to three million, 5-6,000."""
    if first.scale == 1 and second.scale > 1 and first.value < second.value / second.scale * 10 and not first.vague:
        return replace(first, value=first.value * second.scale)
    if dashed and first.value < 10 and second.scale == 1 and second.value >= 1000 and second.value % 1000 == 0:
        return replace(first, value=first.value * 1000)
    return first


def _closed(text: str, quantity: Quantity, ceiling: int) -> Quantity:
    """With what stands right behind the number: "or more", "or so", a plus sign."""
    quantity = _with_million(text, quantity, ceiling)
    closing = closing_at(text, quantity.end, ceiling)
    if closing is None:
        return quantity
    end, bound = closing
    return _bounded(replace(quantity, end=end, last=end), bound)


def closed_behind(text: str, quantity: Quantity, at: int, ceiling: int) -> Quantity:
    """A quantity bounded behind what it counts: two storeys or more."""
    closing = closing_at(text, at, ceiling)
    return quantity if closing is None or not text[at].isspace() else _bounded(quantity, closing[1])


def _with_million(text: str, quantity: Quantity, ceiling: int) -> Quantity:
    """£5m is five million; behind no currency the letter is a metre."""
    if not quantity.money or (short := _MILLION.match(text, quantity.end, ceiling)) is None:
        return quantity
    least = quantity.least * 1_000_000 if quantity.least is not None else None
    most = quantity.most * 1_000_000 if quantity.most is not None else None
    return replace(quantity, end=short.end(), last=short.end(), least=least, most=most)


def _qualified(text: str, quantity: Quantity, floor: int) -> Quantity:
    """With the phrases before the number that qualify it, each in turn: "at least some 300"."""
    known = vocabulary()
    for _ in range(_MOST_PHRASES):
        found = phrase_before(text, quantity.start, floor, known.bounds)
        if found is None:
            return quantity
        start, phrase = found
        if _is_other(text, quantity, start, phrase, floor):
            return quantity
        carried = quantity.carried_on or phrase in known.carried_on
        quantity = _bounded(replace(quantity, start=start, carried_on=carried), known.bounds[phrase])
    return quantity


def _is_other(text: str, quantity: Quantity, start: int, phrase: str, floor: int) -> bool:
    """Whether the phrase belongs to what stands before it: negotiating over 500 men; some more than 20 feet deep."""
    if phrase == "over" and quantity.approximate:
        return True
    if phrase == "some":
        return quantity.least is None or quantity.most is None
    before = words_before(text, start, floor)
    return bool(before) and before[-1] in vocabulary().takes.get(phrase, ())


def _bounded(quantity: Quantity, bound: Bound) -> Quantity:
    """A quantity under a qualifier. What is vague of itself ("dozens") keeps the least that it says."""
    if bound == "about":
        return replace(quantity, approximate=True, loose=False)
    if bound == "least":
        return replace(quantity, most=None, loose=False)
    return quantity if quantity.most is None else replace(quantity, least=None, loose=False)
