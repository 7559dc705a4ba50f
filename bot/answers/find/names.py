"""The names that a message may hold besides those that the reader sees: plain words that the archive knows as names.

A member writes “palamar said?” where an account would write “Captain Palamar said”. A word counts as a name by how it
is written, and by what the archive knows of it:

- two words or more that are a whole name of somebody, however they are written;
- one word that is somebody's surname, or all that somebody is called, written as a name is: with a capital, inside
  a sentence;
- the same where the writing tells nothing (it opens a sentence; the message has no capitals, or nothing else), if
  the archive never has that word in lower case. Then it is no common word. Of Cyrillic words the archive cannot
  tell that: they need a capital.

Latin words are compared by name key, Cyrillic ones by sound key: few people have a Ukrainian name on record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from bot.answers.find.inflected import nominatives
from bot.archive.archive import Archive
from bot.archive.records import Viewer
from bot.reading.model import Span
from bot.reading.people.keys import name_key, sound_key
from bot.reading.people.vocabulary import fold, vocabulary

MOST_WORDS_OF_NAME = 4
MOST_DOUBTFUL = 5
_MOST_PASSAGES = 25
_LEAST_LETTERS = 4
"""Letters of a word that may be a name without being written as one; shorter ones are soon something else."""
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_BETWEEN = re.compile(r"[ \u00a0]+|\. ?")
_OPENS = re.compile(r"(?:^|[.!?…:;\n])[\s\"“”„«»'‘’(*>-]*$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a message, in the forms that it may stand for, the first as written, each with its key.

    A key is a name key, or a sound key of a Cyrillic word. `opens` tells that the word opens a sentence.
    """

    start: int
    end: int
    forms: tuple[str, ...]
    keys: tuple[str, ...]
    opens: bool

    @property
    def text(self) -> str:
        """The word as written."""
        return self.forms[0]

    @property
    def has_capital(self) -> bool:
        """Whether it is written as names are."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Plain:
    """A name that the archive knows, and the words that say it, as written.

    `doubtful` where the way they are written does not say that they are a name.
    """

    name: str
    written: str
    doubtful: bool = False


Forms = Mapping[str, Sequence[str]]


def is_cyrillic(words: str) -> bool:
    """Whether there is a Cyrillic letter among some words."""
    return _CYRILLIC.search(words) is not None


def words_of(text: str) -> list[Word]:
    """The words of a message, in order."""
    return [_word(match, _opens(text, match.start())) for match in _WORD.finditer(text)]


def keys_of(text: str, words: Sequence[Word]) -> list[str]:
    """The keys of every word and of every few words that stand side by side."""
    runs = (run for at in range(len(words)) for run in _runs(text, words, at))
    return list(dict.fromkeys(key for run in runs for key, _ in _readings(run) if key))


def plain_names(text: str, words: Sequence[Word], forms: Forms, taken: Sequence[Span]) -> list[Plain]:
    """The words that are names, each name once; those within `taken`, which the reader saw, are left out.

    `forms` are the forms of names that the archive knows under the keys of `keys_of`.
    """
    free = [word for word in words if not any(word.start < span.end and span.start < word.end for span in taken)]
    large, small = _writes_large(words), _writes_small(words)
    found, at = dict[str, Plain](), 0
    while at < len(free):
        run, name = _longest_whole(text, free, at, forms)
        if run:
            found.setdefault(name, Plain(name, text[run[0].start : run[-1].end]))
            at += len(run)
            continue
        word, alone = free[at], _name_in(free[at], forms)
        if alone and not _is_anothers(text, free, at):
            doubtful = large or word.opens or not word.has_capital
            by_case = word.has_capital or (small and not is_cyrillic(word.text))
            if not doubtful or (len(word.text) >= _LEAST_LETTERS and by_case):
                found.setdefault(alone, Plain(alone, word.text, doubtful))
        at += 1
    return list(found.values())


async def without_common_words(archive: Archive, names: Iterable[Plain], viewer: Viewer) -> list[Plain]:
    """The names without the doubtful ones that the archive has as common words, in lower case."""
    sure = list[Plain]()
    doubtful = 0
    for name in names:
        doubtful += name.doubtful
        if name.doubtful and (doubtful > MOST_DOUBTFUL or await _is_common(archive, name.written, viewer)):
            continue
        sure.append(name)
    return sure


async def _is_common(archive: Archive, word: str, viewer: Viewer) -> bool:
    lower = re.compile(rf"(?<!\w){re.escape(word.lower())}(?!\w)")
    return any(lower.search(each.text) for each in await archive.search(word, viewer, _MOST_PASSAGES))


def _opens(text: str, start: int) -> bool:
    return _OPENS.search(text, max(0, start - 20), start) is not None if start else True


def _runs(text: str, words: Sequence[Word], at: int) -> Iterator[Sequence[Word]]:
    """One word, two, three, as far as only spaces stand between them; the shortest first."""
    for end in range(at + 1, min(at + MOST_WORDS_OF_NAME, len(words)) + 1):
        if end > at + 1 and not _BETWEEN.fullmatch(text, words[end - 2].end, words[end - 1].start):
            return
        yield words[at:end]


def _word(match: re.Match[str], opens: bool) -> Word:
    text = match.group()
    forms = (text, *nominatives(text)) if text[0].isupper() and is_cyrillic(text) else (text,)
    return Word(match.start(), match.end(), forms, tuple(_key_like(form, text) for form in forms), opens)


def _readings(run: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """The keys that some words may have together, each with the words; one word or two in all their forms."""
    each = [list(zip(word.keys, word.forms, strict=True)) for word in run]
    for chosen in product(*(each if len(run) < 3 else [forms[:1] for forms in each])):
        yield " ".join(key for key, _ in chosen if key), " ".join(form for _, form in chosen)


def _key_like(words: str, example: str) -> str:
    """The key of some words that is compared with words written like the example."""
    return sound_key(words) if is_cyrillic(example) else name_key(words)


def _longest_whole(text: str, words: Sequence[Word], at: int, forms: Forms) -> tuple[Sequence[Word], str]:
    """The most words that together are a whole name, from one word on, and that name; none for fewer than two."""
    for run in reversed(list(_runs(text, words, at))[1:]):
        for key, name in _readings(run):
            if any(_key_like(form, name) == key for form in forms.get(key, ())):
                return run, name
    return (), ""


def _name_in(word: Word, forms: Forms) -> str | None:
    """What a single word says if it is a surname, or all that somebody is called; a given name says too little."""
    if _is_listed(fold(word.text)):
        return None
    for key, name in zip(word.keys, word.forms, strict=True):
        borne = [_key_like(form, name).split() for form in forms.get(key, ())]
        if any(len(parts) > 1 and parts[-1] == key for parts in borne):
            return name
        if [key] in borne and not _is_given(word):
            return name
    return None


def _is_given(word: Word) -> bool:
    return not vocabulary().given.isdisjoint((*word.keys, *map(name_key, word.forms)))


def _is_listed(word: str) -> bool:
    """Whether the reader's lists have a word as one for a time, a place, a people, a title, a relative or a thing."""
    lists = vocabulary()
    return any(
        word in each for each in (lists.times, lists.common, lists.title_parts, lists.nouns, lists.kin, lists.openers)
    )


def _is_anothers(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a given name or an initial stands before a surname, and the archive knows nobody of both."""
    before = words[at - 1] if at else None
    if before is None or not before.has_capital or not _BETWEEN.fullmatch(text, before.end, words[at].start):
        return False
    return len(before.text) == 1 or _is_given(before)


def _writes_large(words: Sequence[Word]) -> bool:
    """Whether everything is in capitals, which tell nothing then."""
    return not any(letter.islower() for word in words for letter in word.text)


def _writes_small(words: Sequence[Word]) -> bool:
    """Whether no capital stands inside a sentence: whoever writes so writes names so, too.

    “I”, days and months do not count: telephones see to their capitals.
    """
    plain = vocabulary().times | {"i"}
    return not any(word.has_capital and not word.opens and fold(word.text) not in plain for word in words)
