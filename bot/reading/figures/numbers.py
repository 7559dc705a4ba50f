"""Numbers in figures and in words: where one begins and ends, and what it is worth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.reading.figures.vocabulary import vocabulary

_GAP = r"[^\S\n]{1,3}"
# A thousand's group is set off by a comma, by a space that does not break, or by a plain space where the number in
# front of it can be no other number; the point is left to `_value`, which knows what decimals look like. All is
# bounded, or a page of "1,000,000,..." would be gone through from each of its groups.
_FIGURES = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,9})?(?![0-9])"
    r"|[0-9]{1,3}(?:[\u00a0\u202f\u2009 ][0-9]{3}){1,5}(?![0-9])(?![.,:/-][0-9])"
    r"|[0-9]{1,20}(?:\.[0-9]{1,20}){0,4}"
)
_EUROPEAN = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_AFTER_DECIMAL = re.compile(
    rf"(?:{_GAP})?(?:%|per(?:{_GAP})?cent|[kmbt]n?\b|mln\b|[ckm]m\b|kg\b)|{_GAP}(?:million|billion|trillion|thousand"
    rf"|(?:kilo|centi|milli)?met(?:er|re)s?|kilogram\w*|tons?|tonnes?|miles?|degrees?|percentage)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[A-Za-z]{1,12}\b")
_LONGEST_FIGURES = 19


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in the text. `least` is its value; `vague` where it is a plural ("dozens") that is worth
    that much or more; `scale` is the factor that its last word names ("thousand"), 1 where there is none."""

    start: int
    end: int
    value: float
    vague: bool = False
    scale: int = 1
    in_words: bool = False


@cache
def _starts() -> re.Pattern[str]:
    """What may begin a number: a figure, or one of the words, which stand in branches by first letter for speed."""
    known = vocabulary()
    rest: dict[str, set[str]] = {}
    for form in (*known.small, *known.scales, *known.vague):
        for written in (form, form.capitalize(), form.upper()):
            rest.setdefault(written[0], set()).add(written[1:])
    words = "|".join(rf"{first}(?:{'|'.join(sorted(ends))})\b" for first, ends in sorted(rest.items()))
    # "One" begins a number only with more of a number behind it.
    one = rf"[Oo](?:ne|NE)(?=(?:[-\u2011]|{_GAP})(?i:to|or|hundred|thousand|million|billion|trillion|dozen)\b)"
    return re.compile(rf"\b(?:[0-9]|{one}|{words})")


@cache
def _group() -> re.Pattern[str]:
    """A number below a thousand in words, and the scale behind it: "two hundred and five", "twenty-one thousand"."""
    known = vocabulary()
    unit = "|".join(("one", *(word for word, value in known.small.items() if value < 10)))
    teen = "|".join(word for word, value in known.small.items() if 10 <= value < 20)
    ten = "|".join(word for word, value in known.small.items() if value >= 20)
    joined = rf"(?:[-\u2011]|{_GAP})"
    small = rf"(?:(?:{ten})(?:{joined}(?:{unit}))?|(?:{teen})|(?:{unit}))\b"
    scales = "|".join(word for word in known.scales if word != "hundred")
    below = rf"(?:(?:{small}{joined})?hundred\b(?:{_GAP}(?:and{_GAP})?{small})?|{small})"
    return re.compile(
        rf"(?:(?P<below>{below})(?P<half>{_GAP}and{_GAP}(?:a{_GAP})?half\b)?)?(?:(?:(?<=[a-z]){joined})?\b(?P<scale>{scales})\b)?",
        re.IGNORECASE,
    )


_SCALE_BEHIND = re.compile(rf"{_GAP}(hundred|thousand|million|billion|trillion|dozen)\b", re.IGNORECASE)
_SHORT_BEHIND = re.compile(r"(k|mn|mln|bn|tn)\b|[^\S\n](mn|mln|bn|tn)\b", re.IGNORECASE)
_VAGUE_OF = re.compile(rf"{_GAP}of{_GAP}(thousands|millions|billions)\b", re.IGNORECASE)
# Scores of people, scores more; a score of a match stands alone.
_PLENTY = re.compile(rf"{_GAP}(?:of|more|were|have|had|are)\b", re.IGNORECASE)
_AND = re.compile(rf"{_GAP}(?:and{_GAP})?", re.IGNORECASE)


def starts_in(text: str, start: int, end: int) -> Iterator[int]:
    """Where a number may begin between two offsets."""
    return (match.start() for match in _starts().finditer(text, start, end))


def number_at(text: str, at: int, end: int) -> Number | None:
    """The number that begins at an offset, as far as it goes; None where what stands there is none."""
    if text[at : at + 1] in tuple("0123456789"):
        return _in_figures(text, at, end)
    return _vague(text, at, end) or _in_words(text, at, end)


def _in_figures(text: str, at: int, end: int) -> Number | None:
    match = _FIGURES.match(text, at, end)
    if match is None or len(match.group()) > _LONGEST_FIGURES:
        return None
    value = _value(match.group(), decimal=_AFTER_DECIMAL.match(text, match.end(), end) is not None)
    if value is None:
        return None
    behind = _SCALE_BEHIND.match(text, match.end(), end)
    if behind is not None:
        scale = vocabulary().scales[behind[1].lower()]
        return Number(at, behind.end(), _times(value, scale), scale=scale)
    short = _SHORT_BEHIND.match(text, match.end(), end)
    if short is not None:
        scale = vocabulary().short[(short[1] or short[2]).lower()]
        return Number(at, short.end(), _times(value, scale), scale=scale)
    return Number(at, match.end(), value)


def _value(figures: str, *, decimal: bool) -> float | None:
    """What figures are worth; None for what only looks like a number ("1.2.3").

    2.500 is two thousand five hundred, but for `decimal`: before a scale, a unit or per cent it is two and a half.
    """
    if _EUROPEAN.fullmatch(figures) and not (decimal and figures.count(".") == 1):
        return float(figures.replace(".", ""))
    plain = re.sub(r"[,\s]", "", figures)
    return float(plain) if plain.count(".") <= 1 else None


def _times(value: float, scale: int) -> float:
    """A decimal times a scale, without the dust that binary fractions leave ("1.1 million")."""
    return round(value * scale, 6)


def _vague(text: str, at: int, end: int) -> Number | None:
    known = vocabulary()
    word = _word(text, at, end)
    least = known.vague.get(word)
    if least is None:
        return None
    stop = at + len(word)
    more = _VAGUE_OF.match(text, stop, end)
    if more is not None:
        return Number(at, more.end(), least * known.vague[more[1].lower()] / 2, vague=True, in_words=True)
    if word in ("tens", "scores") and not _PLENTY.match(text, stop, end):
        return None
    return Number(at, stop, least, vague=True, in_words=True)


def _word(text: str, at: int, end: int) -> str:
    match = _LETTERS.match(text, at, end)
    return match.group().lower() if match else ""


def _in_words(text: str, at: int, end: int) -> Number | None:
    """A number in words: groups of ever smaller scale, "two million three hundred thousand and five"."""
    total, last, stop = 0.0, float("inf"), at
    scale = 1
    place = at
    while True:
        match = _group().match(text, place, end)
        if match is None or match.end() == place:
            break
        factor = vocabulary().scales[match["scale"].lower()] if match["scale"] else 1
        if factor >= last:
            break
        total += (_below(match["below"]) + (0.5 if match["half"] else 0)) * factor
        last, stop, scale = factor, match.end(), factor
        behind = _AND.match(text, stop, end)
        if factor in (1, 12) or behind is None:
            break
        place = behind.end()
    return Number(at, stop, total, scale=scale, in_words=True) if stop > at else None


def _below(words: str | None) -> float:
    """What words below a thousand are worth; 1 where a scale stands alone."""
    if words is None:
        return 1
    known = vocabulary().small
    value = 0.0
    for word in re.split(r"[-\u2011\s]+", words.lower()):
        if word == "hundred":
            value = (value or 1) * 100
        elif word != "and":
            value += 1 if word == "one" else known[word]
    return value
