"""What a figure counts, in one word: figures of one unit stand under each other. Pure."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:[-'’./][^\W_]+)*")
_BEHIND = """
of in from at on for to with without by near under over inside outside around among between across along aboard per
behind beyond against into through within who whom whose which that where
"""
_BEHIND_WORDS = frozenset(_BEHIND.split())
"""Words that open what only says more of the things counted: "rounds of ammunition", "soldiers in the tunnels"."""
_JOINING = frozenset({"and", "or"})
_MEASURES = """
second seconds minute minutes hour hours day days night nights week weeks weekend weekends month months year years
decade decades century centuries time times inch inches foot feet yard yards mile miles millimeter millimeters
millimetre millimetres centimeter centimeters centimetre centimetres meter meters metre metres kilometer kilometers
kilometre kilometres km acre acres hectare hectares gram grams kilogram kilograms kilo kilos kg pound pounds ounce
ounces ton tons tonne tonnes liter liters litre litres gallon gallons degree degrees volt volts percent percentage
cent dollar dollars euro euros hryvnia hryvnias ruble rubles rouble roubles
"""
_MEASURE_WORDS = frozenset(_MEASURES.split())


def unit_of(counted: str | None) -> str:
    """The word that names what is counted, as written: "soldiers" of "gravely wounded soldiers"; "" for nothing.

    Two that are joined stay together: "women and children".
    """
    words = _WORD.findall(counted or "")
    ends = next((at for at, word in enumerate(words) if at and word.casefold() in _BEHIND_WORDS), len(words))
    named = words[:ends]
    if len(named) > 2 and named[-2].casefold() in _JOINING:
        return " ".join(named[-3:])
    return named[-1] if named else ""


def is_measure(unit: str) -> bool:
    """Whether a unit is one of time, length, area, weight, money or a share, and nothing that there can be many of."""
    return unit.casefold() in _MEASURE_WORDS
