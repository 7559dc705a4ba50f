"""Which encoding bytes are in, where neither a byte order mark nor UTF-8 says so.

General detectors are unsure of texts of a few lines, and take KOI8-U for East Asian encodings. Accounts of this kind
come in few encodings, so each of them is tried, and the one that gives words as people write them is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from charset_normalizer import from_bytes

_SAMPLE = 65_536
"""Bytes that are looked at: enough for any statistics, and little enough for any file."""
_BEFORE = 1_000
"""Bytes of these that stand before the first one that is not ASCII, so that the word it stands in is whole."""
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_CYRILLIC = ("cp1251", "koi8-u", "cp1125", "iso8859-5", "mac_cyrillic")
"""Windows, KOI8 (KOI8-U has the letters of KOI8-R), DOS with the Ukrainian letters, ISO, Macintosh; likeliest first."""
_SHARES = {
    letter: share
    for share, letters in (
        (10, "о"), (9, "а"), (8, "е"), (7, "ин"), (6, "т"), (5, "рвс"), (4, "ілк"), (3, "дмуп"), (2, "язьбг"),
        (1, "ычйхжшюїєцщ"), (0, "эёъфґў"),
    )
    for letter in letters
}  # fmt: skip
"""How common the letters are in Russian and Ukrainian text, in hundredths, rounded."""
_CAPITAL = 0.75
"""What a capital weighs beside its small letter: some encodings hold the capitals where others hold small letters."""
_STRAY = -4.0
"""What a sign or a letter weighs that has no place in such text."""
_WORD = re.compile(r"[^\W\d_]+")
_LOW_BEFORE_HIGH = re.compile(r"[а-яґєіїёўa-z][А-ЯҐЄІЇЁЎ]")
_LEAST_LIKELY = 4.0
"""Mean weight of a letter. Cyrillic in its encoding has 4.4 in a dozen letters and 5 in more; Greek misread has 3."""
_WESTERN_LETTER = re.compile(r"[À-ÖØ-öø-ÿŒœŠšŽžŸ]")
_WESTERN_SIGNS = frozenset("‚„…†‡‰‹‘’“”•–—›™\xa0¡¢£¥§©ª«¬\xad®°±²³·º»¼½¾¿€´")
_SIGN_IN_WORD = re.compile(r"[^\W\d_][‚„…†‡‰‹•›™¡¢£¥§©«¬®±²³»¼½¾¿€ª°º][^\W\d_]")
_NARROW = re.compile("[\t\n\r -~\xa0-ɏЀ-ӿ‐-⁄€№\ufeff]")
"""What a text of ours in UTF-16 is made of: Latin and Cyrillic letters, and punctuation."""
_NARROW_SHARE = 0.97
_DAMAGED_SHARE = 0.02


def guess(data: bytes) -> str | None:
    """The name of the encoding that bytes are most likely in; None where nothing fits."""
    first = _BEYOND_ASCII.search(data)
    start = max(0, first.start() - _BEFORE) if first else 0
    sample = data[start : start + _SAMPLE]
    return _cyrillic(sample) or _western(sample) or _any(sample)


def guess_wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark, by what the bytes would say in either order; None for anything else."""
    sample = data[: _SAMPLE // 2 * 2]
    if b"\x00" not in sample:
        return None
    shares = {
        encoding: _share(_NARROW.findall(text), text)
        for encoding in ("utf-16-le", "utf-16-be")
        if (text := sample.decode(encoding, "replace"))
    }
    best = max(shares, key=lambda encoding: shares[encoding], default=None)
    return best if best and shares[best] >= _NARROW_SHARE else None


def mostly_utf8(data: bytes) -> bool:
    """Whether bytes are UTF-8 but for a few damaged characters, such as one that was cut in two."""
    text = data.decode("utf-8", "replace")
    damaged, wide = text.count("\ufffd"), len(text) - len(text.encode("ascii", "ignore"))
    return 0 < damaged <= max(1, _DAMAGED_SHARE * wide) and wide > 2 * damaged


def _cyrillic(sample: bytes) -> str | None:
    weights = {encoding: _weight(sample.decode(encoding, "replace")) for encoding in _CYRILLIC}
    best = max(_CYRILLIC, key=lambda encoding: weights[encoding])
    return best if weights[best] >= _LEAST_LIKELY else None


def _weight(text: str) -> float:
    """How much a text looks like Cyrillic prose: the mean weight of its letters beyond ASCII; 0 for other text."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    whole = [word for word in words if len(word) > 1 and not any(letter.isascii() for letter in word)]
    letters = sum(len(word) for word in words)
    if not letters or sum(len(word) for word in whole) < letters / 2:
        return 0.0
    strays = sum(1 for character in text if character > "\x7f" and not (character.isalnum() or _is_sign(character)))
    misplaced = len(_LOW_BEFORE_HIGH.findall(text))
    return (sum(map(_letter_weight, "".join(words))) + _STRAY * (strays + misplaced)) / letters


def _letter_weight(letter: str) -> float:
    small = letter.lower()
    return _SHARES.get(small, _STRAY) * (1.0 if letter == small else _CAPITAL)


def _is_sign(character: str) -> bool:
    return character in _WESTERN_SIGNS or character == "№"


def _western(sample: bytes) -> str | None:
    """Windows-1252 where all that is not ASCII is a Western letter in its place or a typographic sign."""
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return None
    strange = {character for character in text if character > "\x7f"}
    if not all(_WESTERN_LETTER.match(character) or character in _WESTERN_SIGNS for character in strange):
        return None
    return None if _SIGN_IN_WORD.search(text) else "cp1252"


def _any(sample: bytes) -> str | None:
    best = from_bytes(sample).best()
    return best.encoding if best else None


def _share(found: Iterable[str], text: str) -> float:
    return sum(1 for _ in found) / len(text)
