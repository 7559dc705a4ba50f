"""What the words of a name say by themselves: given names, initials, endings of surnames; bodies, places, others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reading.people.candidates import Word
from bot.reading.people.names import is_acronym, is_initial, is_saint
from bot.reading.people.vocabulary import Vocabulary

RULED_OUT = -12.0
"""The weight of a word that no name has at this place: "Street" at the end, "Operation" at the front."""

# Endings of Slavic, Caucasian, Armenian, Turkic, Romance, Nordic, Greek, Baltic and German surnames.
_SURNAME = re.compile(
    r"(?:enko|chuk|czuk|sky|ski|skyi|skyy|skiy|ska|skaya|ov|ova|ev|eva|yev|yeva|vych|vich|vic|wicz|yuk|shvili|dze|uria"
    r"|(?:ov|ev|iv)na|yan|ian|oglu|zade|escu|eanu|sson|sen|dottir|poulos|akis|idis|auskas|aitis|ez|ini|elli|etti|ucci|mann|stein|berg|feld)$"
)
# "Surviving Oslo", "Driving Change": headings and slogans; Irving and Sterling are on the list of given names.
# Chinese names end so too: Xiaoping, Jianming.
_PARTICIPLE = re.compile(r"[a-z]{3,}(?<![qxj])(?<![aeioun][pm])ing$")
_ABSTRACT = re.compile(r"(?:tion|sion|ment|ness|ism|ship|hood|ology|ity)$")


def weight_of_words(words: Sequence[Word], vocabulary: Vocabulary, lower: frozenset[str]) -> float:
    """What the words of a full name say for a person; `lower` holds the words the account has in lower case too."""
    first, last = words[0], words[-1]
    weight = 1.0 + _weight_of_first(words, vocabulary)
    if any(is_initial(word) for word in words[1:]):
        weight += 2.5
    marked = last.key in vocabulary.suffixes or last.key in vocabulary.honorifics
    if marked or any(word.by_name for word in words):
        weight += 3.0
    if any(len(word.gap) > 3 for word in words[1:]):
        weight += 1.5
    if _SURNAME.search(last.key):
        weight += 1.5
    if len(words) > 4:
        weight -= 1.0
    if is_saint(first):
        weight -= 5.0
    if first.key in vocabulary.never_first or last.key in vocabulary.never_surnames:
        weight += RULED_OUT
    if all(word.key in vocabulary.title_parts for word in words):
        weight += RULED_OUT
    return weight + sum(_weight_of_word(words, at, vocabulary, lower) for at in range(len(words)))


def weight_alone(word: Word, vocabulary: Vocabulary, lower: frozenset[str], refused: set[str], *, opens: bool) -> float:
    """What a single word says for a person; `refused` holds the words of full names that were judged no person's.

    `opens` tells that it opens a sentence, where any word has a capital.
    """
    key = word.key
    weight = -1.0
    if key in vocabulary.known:
        weight = 2.5
    elif key in vocabulary.given:
        weight = 0.0 if key in vocabulary.doubtful else 1.5
    if key in vocabulary.places:
        weight -= 4.0 if key in vocabulary.given else 6.0
    if key in vocabulary.bodies or key in vocabulary.things:
        weight -= 3.0
    if len(key) > 5 and _SURNAME.search(key):
        weight += 1.0 if len(key) > 7 else 0.5
    if key in lower:
        weight -= 1.0
    if key in refused:
        weight -= 1.5
    if opens and weight < 0.0:
        weight -= 1.5 if key.endswith("s") else 0.5
    return weight - 3.0 if is_acronym(word) else weight


def _is_written_large(words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether a whole name is in capitals: "PETRO MARSH", told from "NATO HQ" by its longer words or its given name."""
    plain = [word for word in words if not is_initial(word)]
    large = all(word.text.isupper() for word in plain) and len(plain) > 1
    return large and (words[0].key in vocabulary.given or all(len(word.text) > 4 for word in plain))


def _weight_of_first(words: Sequence[Word], vocabulary: Vocabulary) -> float:
    first = words[0]
    if first.key in vocabulary.given:
        return 2.0 if first.key in vocabulary.doubtful or first.key in vocabulary.peoples else 3.0
    if is_initial(first) or first.key in vocabulary.family_first:
        return 2.0
    if any(word.key in vocabulary.given and word.key not in vocabulary.doubtful for word in words[1:]):
        return 1.0
    return -2.0 if first.key.endswith("ing") and _PARTICIPLE.match(first.key) else 0.0


def _weight_of_word(words: Sequence[Word], at: int, vocabulary: Vocabulary, lower: frozenset[str]) -> float:
    word, last = words[at], at == len(words) - 1
    weight = _weight_in_lists(words, at, vocabulary, lower)
    if any(letter.isdigit() for letter in word.key):
        weight -= 5.0
    if (
        is_acronym(word)
        and word.key not in vocabulary.suffixes
        and not _is_written_large(words, vocabulary)
        and not (last and words[0].key in vocabulary.given)
    ):
        weight -= 3.0
    if last and len(word.text) == 1:
        weight -= 3.0
    return weight


def _weight_in_lists(words: Sequence[Word], at: int, vocabulary: Vocabulary, lower: frozenset[str]) -> float:
    key, last = words[at].key, at == len(words) - 1
    given = key in vocabulary.given
    if is_initial(words[at]) or (at and (key in vocabulary.suffixes or key in vocabulary.honorifics)):
        return 0.0
    if key in vocabulary.bodies:
        weight = -5.0 if last else -3.0
        if at == 0 and (given or key in vocabulary.family_first):
            weight += 3.0
        if last and len(words) == 2 and words[0].key in vocabulary.given:
            weight += 2.0
        return weight
    if key in vocabulary.places:
        # "Caritas Ukraine" is a body's branch there; "Jack London" has a given name.
        return -1.5 if given or (last and words[0].key in vocabulary.given) else -3.0
    if key in vocabulary.peoples or key in vocabulary.things or key.partition("-")[0] in vocabulary.peoples:
        # "The Norse-Viet Kang war" is one of two peoples.
        return -2.0 if at == 0 and given else -3.0
    if given:
        return 0.0
    if _ABSTRACT.search(key):
        return -3.0
    return -1.5 if key in vocabulary.openers or key in vocabulary.title_parts or key in lower else 0.0
