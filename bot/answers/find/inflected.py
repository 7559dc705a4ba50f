"""Ukrainian and Russian names as they stand in a sentence, put back into the form that a record has them in.

“Слова Паламара” speaks of Паламар. The endings are those of the declensions of nouns and adjectives in school grammars
of both languages. What comes out may be no name at all: it counts only where the archive knows it as one.
"""

from __future__ import annotations

_NOMINATIVES = {
    "ого": ("ий", "ой"),
    "ому": ("ий", "ой"),
    "ові": ("", "о"),
    "еві": ("", "ь", "й"),
    "єві": ("й",),
    "ом": ("", "о"),
    "ем": ("", "ь", "й"),
    "єм": ("й",),
    "им": ("ий", ""),
    "ым": ("ый", ""),
    "ої": ("а",),
    "ой": ("а",),
    "ою": ("а",),
    "єю": ("я",),
    "ій": ("а",),
    "ію": ("ія",),
    "а": ("", "о"),
    "у": ("", "о", "а"),
    "я": ("ь", "й"),
    "ю": ("ь", "й", "я"),
    "и": ("а",),
    "і": ("а",),
    "ї": ("я",),
}
"""For each ending, the longer before the shorter, the endings of the nominative that it may stand for."""
_OF_A_WOMAN = ("ов", "ев", "єв", "ёв", "ин", "ін", "їн", "ськ", "цьк", "зьк", "ск", "цк")
"""Behind these “а” and “у” make a woman's name: “Зайцева” is not taken for a case of “Зайцев”."""
_LEAST_STEM = 3


def nominatives(word: str) -> tuple[str, ...]:
    """The forms that a Cyrillic word may be a case of, likeliest first; none for a word that is too short.

    The word itself is not among them.
    """
    for ending, others in _NOMINATIVES.items():
        stem = word[: -len(ending)]
        if len(stem) < _LEAST_STEM or not word.lower().endswith(ending):
            continue
        if ending in ("а", "у") and stem.lower().endswith(_OF_A_WOMAN):
            others = tuple(other for other in others if other == "а")
        return tuple(stem + other for other in others)
    return ()
