"""Keys under which the spellings of one name meet.

`name_key` is exact but for typography and script; `sound_key` is coarser and meets the rival transliterations of
Ukrainian, Russian, Belarusian, Bulgarian and Serbian names. Equal name keys always give equal sound keys.
"""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

from bot.reading.people.letters import plain_letters

_JOINED = re.compile(r"[^\W_]+")
# Apostrophes and soft-sign strokes stand inside a name and part nothing: O'Brien, Solov'yov, Ben-Zvi's.
_APOSTROPHES = re.compile("['’‘ʼʹʻ`´ʾʿ]+")

# Rules of sound, applied in this order to each word of a name key. Single capitals stand for one sound each and
# cannot meet a letter of the key, which is lower case. Sources: the BGN/PCGN romanisation tables, the Ukrainian
# national table of 2010, ISO 9, GOST passports of 1997 and 2013, and the habits of English, German and Polish papers.
_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"shch|sch(?=[aeiouy])|sh|sch", "S"),  # Shcherbak, Scherbak, Sherbak
        (r"tsch|tch|cz|ch|(?<=i)c$", "C"),  # Klitschko, Kovalchuk, Kowalczuk, Kordic for Kordić
        (r"zh", "Z"),
        (r"kh", "X"),
        (r"tz", "ts"),
        (r"ph", "f"),
        (r"th", "T"),
        (r"ck|c(?![eiy])|q", "k"),  # Nicolai, Nikolai
        (r"x", "ks"),  # Alexei, Aleksei
        (r"(?<!^)w", "v"),  # Iwan, Ivan
        (r"[yj]", "i"),  # Denys, Denis; Juri, Yuri; Andrej, Andrey
        (r"([a-zA-Z])\1+", r"\1"),  # Yuliia, Yulia; Kirill, Kyryl
        (r"^ie(?=.)", "e"),  # Yelena, Elena
        (r"(?<=[aeou])i(?=e)", ""),  # Alekseyev, Alekseev
        (r"([a-zA-Z])\1+", r"\1"),
        (r"(?<=.)i[eo](v|va)$", r"e\1"),  # Solovyov, Solovyev, Soloviov, Solovev
        (r"(?<=...)ei$", "i"),  # Andrei, Andrii
        (r"(?<=[a-z]a)h$", ""),  # Sarah, Sara
        (r"(?<=[aeiouvrlz])h|^h(?=[rln])", "g"),  # Bohdan, Bogdan; Serhii, Sergii; Hlib, Glib
    )
)


def name_key(name: str) -> str:
    """The name in lower-case ASCII words, one space apart: "Паламар", "Palamar" and "Palamár" are all "palamar".

    Folds case, accents, script, apostrophes (dropped), hyphens and full stops (spaces), quotation marks, invisible
    characters and letters that only look Latin. A name without letters or figures gives "".
    """
    plain = plain_letters(unicodedata.normalize("NFC", name))
    latin = plain if plain.isascii() else anyascii(_APOSTROPHES.sub("", plain))
    return " ".join(_JOINED.findall(_APOSTROPHES.sub("", latin).casefold()))


def sound_key(name: str) -> str:
    """A key that rival transliterations of one name share: "Zelensky", "Zelenskyy" and "Зеленський" are one.

    Different forms of related names stay apart ("Oleksandr", "Aleksandr"), and so do longer and shorter surnames
    ("Palamar", "Palamarchuk"). Meant for finding, never for merging two people.
    """
    return " ".join(_sound(word) for word in name_key(name).split())


def _sound(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word
