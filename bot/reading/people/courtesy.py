"""Words of courtesy that are titles among one people and names among another: which they are in an account."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.reading.people.vocabulary import Vocabulary, fold

# A row of capitalised words, by its first.
_FRONT = re.compile(r"(?<![\w'’.-])([A-Z][\w'’-]*)(?:\s[A-Z][a-z]+)+")


def with_courtesies(text: str, vocabulary: Vocabulary) -> Vocabulary:
    """The word lists as an account calls for them.

    Where it has Burmese courtesies that are nothing else ("U", "Daw"), or two of the others side by side ("Saw Htoo",
    "Naw Paw"), all of them are titles, and "Tun" is a name: "U Tun Myint". A lone "Ma" or "Ko" is left a name.
    """
    fronts = {fold(word) for word in _FRONT.findall(text)}
    loose = (fronts & vocabulary.burmese) - {"ma", "ko"}
    if fronts.isdisjoint(vocabulary.burmese_sure) and len(loose) < 2:
        return vocabulary
    return replace(
        vocabulary,
        titles=(vocabulary.titles | vocabulary.burmese) - vocabulary.burmese_names,
        title_parts=(vocabulary.title_parts | vocabulary.burmese) - vocabulary.burmese_names,
    )
