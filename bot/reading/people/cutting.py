"""Runs cut into names: what belongs to the name, what is a title before it, what is neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.reading.document import Document
from bot.reading.people.candidates import Run, Word
from bot.reading.people.names import Name, is_acronym, is_initial, is_saint, is_title
from bot.reading.people.vocabulary import Vocabulary, fold

_AFTER_PREPOSITION = re.compile(r"\b(?:of|in|at|from|to)\s$", re.IGNORECASE)
_OFFICE_OF = re.compile(r"\b([^\W\d_a-z][\w-]*) (?:of|for|to) (?:the )?$")
_OFFICE_FOR = re.compile(r"\b(?:of|for) (?:the )?[^\W\d_a-z][\w-]* and $")
# "[Ambassador to Norway ]Ana Marsh"
_LAND = r"(?:(?:[A-Z]\.){2,}|[^\W\d_a-z][\w-]*)"
_OFFICE_TO = re.compile(
    rf"\b(?P<office>[^\W\d_a-z][\w-]*) (?:of|for|to) (?:the )?(?P<place>{_LAND}(?: {_LAND}){{0,2}}) $"
)
_PARTICLE_BEFORE = re.compile(r"(?:^|\s)((?:(?:van|von|de|der|den|bin|ibn|al|el|la|du|di|da|dos|del|['’]t)\s+){1,2})$")
# Abbreviated months that are parts of names too: "Khin Mar Oo".
_SHORT_MONTHS = frozenset({"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"})
_BESIDE_NAME = re.compile(r"\w \([“\"‘']$")
_PARTICLES = frozenset(
    {"de", "del", "della", "di", "da", "do", "dos", "du", "van", "von", "der", "den", "bin", "ben", "ibn", "el", "al"}
    | {"la", "le"}
)


def cut_run(run: Run, document: Document, vocabulary: Vocabulary) -> Iterator[Name]:
    """The possible names of a run, in order: "Russian President Boris Yeltsin" gives Boris Yeltsin, titled."""
    for part in _parts(run.words, document, vocabulary):
        if part[0].key in vocabulary.ship_prefixes and part[0].text.isupper():
            continue
        words = _without_openers(part, document, vocabulary)
        words = _behind_office(words, document, vocabulary)
        title_end = _title_end(words, vocabulary)
        name = _without_particle(words[title_end:])
        while name and _is_loose(name, vocabulary):
            name = name[:-1]
        if name:
            yield _name(run, part, words[: len(words) - len(words[title_end:])], name, document, vocabulary)


def _is_loose(name: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether the last word is no part of the name: "OBE", and the verb of a headline ("Marsh Says")."""
    last = name[-1].key
    return last in vocabulary.post_nominals or (len(name) > 1 and last in vocabulary.speech)


def _without_particle(words: Sequence[Word]) -> Sequence[Word]:
    """The words behind a capitalised particle: "De la Cruz" is Cruz, as "Bernardo de la Cruz" has it."""
    return words[1:] if len(words) > 1 and words[0].key in _PARTICLES else words


def _name(
    run: Run,
    part: Sequence[Word],
    before: Sequence[Word],
    words: Sequence[Word],
    document: Document,
    vocabulary: Vocabulary,
) -> Name:
    start, end = words[0].start, words[-1].end
    floor = document.passages[run.passage].start
    at = next((n for n, word in enumerate(part) if word.start == words[0].start), 0)
    if at and part[at - 1].key in _PARTICLES:
        start = part[at - 1].start
    else:
        floor = max(floor, start - 12, before[-1].end if before else 0)
        if particle := _PARTICLE_BEFORE.search(document.text, floor, start):
            start = particle.start(1)
    if words[-1].key in vocabulary.suffixes and document.text[end : end + 1] == ".":
        end += 1
    opens = words[0] is part[0] and _opens_sentence(document, part[0].start)
    return Name(start, end, tuple(words), _title_words(before, vocabulary), run.passage, opens)


def _parts(words: Sequence[Word], document: Document, vocabulary: Vocabulary) -> Iterator[Sequence[Word]]:
    """The run cut at words that no name goes across: days and months, peoples, places before a given name."""
    start = 0
    for at, word in enumerate(words):
        if (word.key in vocabulary.times and not _is_given_day(words, at, start, vocabulary)) or (
            word.key in vocabulary.peoples and at + 1 < len(words) and word.key not in vocabulary.given
        ):
            yield from _nonempty(words[start:at])
            start = at + 1
        elif at > start and _begins_anew(words, at, start, document, vocabulary):
            yield from _nonempty(words[start:at])
            start = at
    yield from _nonempty(words[start:])


def _nonempty(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    if words:
        yield words


def _is_given_day(words: Sequence[Word], at: int, start: int, vocabulary: Vocabulary) -> bool:
    """Whether a month or day is part of a name: "June Allyson", "Theresa May", "Hon. Friday Bassey"."""
    if at > start and words[at - 1].key in vocabulary.titles and at + 1 < len(words):
        return words[at + 1].key not in vocabulary.times
    if at > start and words[at].key in _SHORT_MONTHS and at + 1 < len(words):
        return not any(letter.isdigit() or letter == "." for letter in words[at + 1].gap)
    if words[at].key in vocabulary.given:
        return at + 1 < len(words) and words[at + 1].key not in vocabulary.times
    return at > 0 and words[at - 1].key in vocabulary.given and words[at].key == "may"


def _begins_anew(words: Sequence[Word], at: int, start: int, document: Document, vocabulary: Vocabulary) -> bool:
    """Whether places or abbreviations come straight before a name: "In Oslo Erik Lund said", "UNHCR Erik Lund"."""
    if at - start == 1 and _is_long_acronym(words[start]) and not _is_long_acronym(words[at]):
        return words[start].key not in vocabulary.given
    if words[at].key not in vocabulary.given or words[at].key in vocabulary.doubtful or at + 1 >= len(words):
        return False
    if at - start > 1 and _is_body(words[start:at], vocabulary):
        return True
    if at - start == 1 and _ends_office(words[start], document, vocabulary):
        return True
    placed = _AFTER_PREPOSITION.search(document.text, max(0, words[start].start - 9), words[start].start) is not None
    return all(_goes_before(word, vocabulary, placed) for word in words[start:at])


def _ends_office(word: Word, document: Document, vocabulary: Vocabulary) -> bool:
    """Whether a word before a given name is the second of what an office is for: "for Ports and [Quays] Ana Marsh"."""
    if word.key in vocabulary.given or word.key in vocabulary.family_first or is_initial(word):
        return False
    return _OFFICE_FOR.search(document.text, max(0, word.start - 40), word.start) is not None


def _is_body(words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether words name a body that somebody speaks for: "the Ministry of [Internal Affairs] Erik Lund said"."""
    if vocabulary.is_title(words[-1].key) or words[0].key in vocabulary.given:
        return False
    return all(word.key in vocabulary.bodies or word.key in vocabulary.title_parts for word in words)


def _goes_before(word: Word, vocabulary: Vocabulary, placed: bool) -> bool:
    """Whether a word is an abbreviation or a place, and no title and (unless a preposition tells so) no given name."""
    if is_acronym(word):
        return not vocabulary.is_title(word.key)
    return word.key in vocabulary.places and (placed or word.key not in vocabulary.given)


def _is_long_acronym(word: Word) -> bool:
    """Capitals that are no initials written together ("AJ"): "NATO", "BBC"."""
    return 2 < len(word.text) < 7 and is_acronym(word) and word.text.isalpha()


def _without_openers(words: Sequence[Word], document: Document, vocabulary: Vocabulary) -> Sequence[Word]:
    """The part without the words that only begin the sentence: "But Captain Marsh", "When Marsh"."""
    first = 0
    if len(words) == 1 and _BESIDE_NAME.search(document.text, max(0, words[0].start - 4), words[0].start):
        return words
    if len(words) > 1 and _only_opens(words[0], document, vocabulary):
        first = 1
    while first < len(words) and words[first].key in vocabulary.openers:
        word = words[first]
        if first + 1 < len(words) and is_initial(word) and is_initial(words[first + 1]):
            break
        if word.key in vocabulary.title_parts and first + 1 < len(words) and is_title(words[first + 1], vocabulary):
            break
        named = word.key not in vocabulary.speech and _reads_as_front(words[first:], vocabulary)
        if vocabulary.is_title(word.key) or named:
            break
        first += 1
    return words[first:]


def _reads_as_front(words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether a word is a given name at the front of a name: "Will Marsh", but not "Will Danylo come?"."""
    if len(words) < 2 or words[0].key not in vocabulary.given:
        return False
    following = words[1].key
    return not (len(words) == 2 and following in vocabulary.given and following not in vocabulary.doubtful)


def _behind_office(words: Sequence[Word], document: Document, vocabulary: Vocabulary) -> Sequence[Word]:
    """The words with an office in two parts as their one title word: "Secretary of | State Erik Lund"."""
    if len(words) < 2:
        return words
    if sent := _OFFICE_TO.search(document.text, max(0, words[0].start - 40), words[0].start):
        places = all(_is_land(fold(word), vocabulary) for word in sent["place"].split())
        if places and vocabulary.is_title(fold(sent["office"])):
            start, end = sent.start("office"), sent.end("place")
            text = document.text[sent.start("office") : sent.end("office")]
            return [words[0]._replace(start=start, end=end, text=text, key=fold(text)), *words]
    office = _OFFICE_OF.search(document.text, max(0, words[0].start - 30), words[0].start)
    if office is None or not vocabulary.is_title(fold(office.group(1))):
        return words
    end = 0
    while end < len(words) - 1 and _may_be_of_office(words[end], vocabulary):
        end += 1
    if not end:
        return words
    title = words[end - 1]._replace(start=office.start(1), key=fold(office.group(1)))
    return [title, *words[end:]]


def _may_be_of_office(word: Word, vocabulary: Vocabulary) -> bool:
    """Whether a word may be what an office is of or for: "State", "Veterans", "Norway"; Jordan Marsh keeps his name."""
    return word.key not in vocabulary.given and (word.key in vocabulary.title_parts or _is_land(word.key, vocabulary))


def _is_land(key: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is of the name of a country or a body: "Norway", "United", "Nations"."""
    return key in vocabulary.places or key in vocabulary.bodies


def _only_opens(word: Word, document: Document, vocabulary: Vocabulary) -> bool:
    """Whether a sentence begins with a participle, an adverb or a calling: "Echoing Marsh", "Shop-owner Marsh"."""
    if word.key in vocabulary.given or vocabulary.is_title(word.key) or not _opens_sentence(document, word.start):
        return False
    if word.key in vocabulary.nouns or word.key.rpartition("-")[2] in vocabulary.nouns:
        return True
    return len(word.key) > 5 and word.key.endswith(("ing", "ly"))


def _title_end(words: Sequence[Word], vocabulary: Vocabulary) -> int:
    """How many words at the front are title, with all that stands before it ("Oslo City Council President")."""
    for at in range(len(words) - 2, -1, -1):
        if not is_title(words[at], vocabulary) and not _is_sister(words, at, vocabulary):
            continue
        if words[at + 1].key in vocabulary.suffixes or words[at].key in vocabulary.never_last:
            continue
        if words[at].key in vocabulary.given and _reads_as_given(words, at, vocabulary):
            continue
        if at and _names_somebody(words[:at], vocabulary):
            continue
        end = at + 1
        while end < len(words) - 1 and words[end].key in vocabulary.grades:
            end += 1
        return end
    return 0


def _is_sister(words: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Whether "Sr." stands first, and so for a nun or a señor, not for the elder of two: "Sr. Mary Agnes"."""
    return at == 0 and words[0].text == "Sr" and words[1].key in vocabulary.given


def _reads_as_given(words: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a title that is a given name too is one here: "Dean Whitlow", but "Dean Robert Whitlow", "Don Ramon"."""
    last = words[-1].key
    return at == 0 and len(words) == 2 and last not in vocabulary.given and last not in vocabulary.short_forms


def _names_somebody(words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether what stands before a title word is the front of a name, so that the title word is part of it."""
    first = words[0]
    if is_saint(first) or any(
        first.key in words for words in (vocabulary.peoples, vocabulary.title_parts, vocabulary.places)
    ):
        return False
    return first.key in vocabulary.given or is_initial(first)


def _title_words(words: Sequence[Word], vocabulary: Vocabulary) -> tuple[Word, ...]:
    """The title itself, without what stands before it."""
    first = len(words)
    while first and (words[first - 1].key in vocabulary.title_parts or words[first - 1].key in vocabulary.peoples):
        first -= 1
    return tuple(words[first:])


def _opens_sentence(document: Document, start: int) -> bool:
    """Whether a word stands where any word has a capital: first in a sentence, a quotation or a list line."""
    before = document.text[max(0, start - 3) : start].rstrip(" \t\u00a0")
    return not before or before[-1] in ".!?…:\n\r“”\"‘'«„•*—–-_`("
