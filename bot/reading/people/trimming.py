"""Names with a word too many: "Crooked Ana Marsh", "Universe Ana Marsh", "Echoing Marsh"; "Marsh Polaroids"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.people.names import Name, is_initial
from bot.reading.people.vocabulary import Vocabulary


def trim(names: Sequence[Name], vocabulary: Vocabulary, lower: frozenset[str]) -> list[Name]:
    """The names without a word at either end that is none of theirs, as the account's other names show."""
    known = {name.keys for name in names if len(name.words) > 1}
    surnames = {name.words[-1].key for name in names if len(name.words) > 1 and _is_sure(name, vocabulary)}
    return [_trimmed(name, known, surnames, vocabulary, lower) for name in names]


def _is_sure(name: Name, vocabulary: Vocabulary) -> bool:
    first = name.words[0]
    return bool(name.title) or (first.key in vocabulary.given and first.key not in vocabulary.doubtful)


def _trimmed(
    name: Name, known: set[tuple[str, ...]], surnames: set[str], vocabulary: Vocabulary, lower: frozenset[str]
) -> Name:
    first = name.words[0]
    if name.title or len(name.words) < 2 or first.key in vocabulary.given or is_initial(first):
        return name
    if _owns_thing(name, surnames, vocabulary, lower):
        return name._replace(end=first.end, words=name.words[:1])
    if first.key in vocabulary.family_first or name.start != first.start:
        return name
    for cut in range(1, len(name.words) - 1):
        if name.keys[cut:] in known:
            return _without(name, cut)
    rest = name.words[1:]
    if len(rest) > 1:
        common = first.key in lower or first.key in vocabulary.common or first.key in vocabulary.nouns
        too_many = common and rest[0].key in vocabulary.given and rest[0].key not in vocabulary.doubtful
    else:
        too_many = name.opens and rest[0].key in surnames and (first.key in lower or first.key.endswith("ing"))
    return _without(name, 1) if too_many else name


def _owns_thing(name: Name, surnames: set[str], vocabulary: Vocabulary, lower: frozenset[str]) -> bool:
    """Whether a known surname goes before a thing, not a firm or a place: "Marsh Polaroids", not "Marsh Street"."""
    if len(name.words) != 2 or name.words[0].key not in surnames:
        return False
    thing = name.words[1].key
    if thing in vocabulary.bodies or thing in vocabulary.never_surnames or thing in vocabulary.suffixes:
        return False
    return thing in vocabulary.things or thing in lower or (thing.endswith("s") and thing not in surnames)


def _without(name: Name, cut: int) -> Name:
    """A name without its first words."""
    return name._replace(start=name.words[cut].start, words=name.words[cut:], opens=False)
