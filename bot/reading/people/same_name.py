"""Whether two full names can be one person's: shorter and fuller forms, initials, short forms, rival spellings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.reading.people.candidates import Word
from bot.reading.people.names import is_initial
from bot.reading.people.vocabulary import Vocabulary

Sound = Callable[[str], str]


def same_full_name(one: Sequence[Word], other: Sequence[Word], vocabulary: Vocabulary, sound: Sound) -> bool:
    """Whether one name is a form of the other. "Harold Whitlow Jr." and "Harold Whitlow Sr." are not.

    True for R. T. Marsh and Raymond Marsh; Bob Marsh and Robert Marsh; Marsh Solis and Jaime Marsh Solis;
    Rosa Marsh and Rosa Marsh Solis; Luther “Doc” Marsh and Doc Marsh; Yulia Marsh and Yuliia Marsh.
    `sound` gives the sound key of a folded word; the caller keeps what it has worked out.
    """
    if (
        _suffix(one, vocabulary) != _suffix(other, vocabulary)
        and _suffix(one, vocabulary)
        and _suffix(other, vocabulary)
    ):
        return False
    shorter, longer = sorted((_plain(one, vocabulary), _plain(other, vocabulary)), key=len)
    if len(shorter) < 2:
        told = _is_courtesy(one, other, vocabulary) or _is_first_with_suffix(one, other, vocabulary)
        return told and bool(shorter) and _same(shorter[0], longer[0], vocabulary, sound)
    by_names = {word.key for word in (*one, *other) if word.by_name}
    if not _same(shorter[-1], longer[-1], vocabulary, sound):
        return len(shorter) < len(longer) and _starts(shorter, longer, vocabulary, sound)
    if _same(shorter[0], longer[0], vocabulary, sound) or shorter[0].key in by_names:
        return _in_order(shorter, longer, vocabulary, sound)
    return (
        len(shorter) < len(longer)
        and _starts(shorter[::-1], longer[::-1], vocabulary, sound)
        and not is_initial(shorter[0])
    )


def _plain(words: Sequence[Word], vocabulary: Vocabulary) -> list[Word]:
    behind = vocabulary.suffixes | vocabulary.honorifics
    return [word for at, word in enumerate(words) if not word.by_name and not (at and word.key in behind)]


def _is_first_with_suffix(one: Sequence[Word], other: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether one of two names is a first name with a suffix, and the other bears it too, or none: "Otto Jr."."""
    short, full = (one, other) if len(_plain(one, vocabulary)) < 2 else (other, one)
    suffix = _suffix(short, vocabulary)
    return len(short) == 2 and suffix is not None and (_suffix(full, vocabulary) or "sr") == suffix


def _is_courtesy(one: Sequence[Word], other: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether one of two names is a first name with a word of courtesy: "Zarina Begum" for Zarina Marsh."""
    return any(len(words) == 2 and words[1].key in vocabulary.honorifics for words in (one, other))


def _suffix(words: Sequence[Word], vocabulary: Vocabulary) -> str | None:
    return words[-1].key if words[-1].key in vocabulary.suffixes else None


def _starts(shorter: Sequence[Word], longer: Sequence[Word], vocabulary: Vocabulary, sound: Sound) -> bool:
    return all(_same(a, b, vocabulary, sound) for a, b in zip(shorter, longer, strict=False))


def _in_order(shorter: Sequence[Word], longer: Sequence[Word], vocabulary: Vocabulary, sound: Sound) -> bool:
    """Whether the words of the shorter name come in the longer in the same order; two middle names must agree."""
    rest = iter(longer)
    return all(any(_same(word, candidate, vocabulary, sound) for candidate in rest) for word in shorter)


def _same(one: Word, other: Word, vocabulary: Vocabulary, sound: Sound) -> bool:
    if one.key == other.key:
        return True
    if is_initial(one) or is_initial(other):
        return one.key[:1] == other.key[:1]
    if one.key in vocabulary.short_forms.get(other.key, ()) or other.key in vocabulary.short_forms.get(one.key, ()):
        return True
    return sound(one.key) == sound(other.key)
