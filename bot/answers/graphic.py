"""Whether a text speaks of torture, bodies or wounds, so that a server can have a warning put before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.answers.model import Answer, Item
from bot.archive.archive import Archive
from bot.archive.records import Viewer
from bot.archive.thesaurus import Thesaurus, Words, plain_words, singular
from bot.archive.topics import terms_of

_SLIGHT = """
a an the my your his her its our their both is are was were be been being has have had
"""
_SLIGHT_WORDS = frozenset(_SLIGHT.split())
"""Words that make no difference between a term and a text: “lost a leg” is “had lost both his legs” too."""
_CATALOGUE = frozenset({"sources", "source"})
"""Kinds of answer whose items are entries of the catalogue, and no passages."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """What is looked for. A term stands for its plural too; what is let through does as it is written alone."""

    words: Words
    term: bool


class GraphicWords:
    """The terms of the graphic subjects of a thesaurus, made ready to be found in texts."""

    def __init__(self, thesaurus: Thesaurus) -> None:
        graphic = [subject for subject in thesaurus.subjects if subject.graphic]
        terms = {_singular(_telling(term.phrase)) for subject in graphic for term in terms_of(subject, thesaurus)}
        others = {_telling(phrase) for subject in graphic for phrase in subject.unless}
        phrases = [*(_Phrase(words, False) for words in others), *(_Phrase(words, True) for words in terms)]
        self._by_first_word = _by_first_word(phrases)
        self._first_words = {form for word in self._by_first_word for form in (word, f"{word}s")}
        self._remembered = lru_cache(maxsize=1024)(self.in_text)

    def in_text(self, text: str) -> bool:
        """Whether any of the terms stands in a text, other than in a phrase in which it means something else."""
        words = plain_words(text)
        # Most texts end here.
        if self._first_words.isdisjoint(words):
            return False
        written = _without_slight(words)
        folded = _singular(written)
        behind = 0
        for at, word in enumerate(folded):
            if at < behind or word not in self._by_first_word:
                continue
            phrase = self._longest_at(written, folded, at)
            if phrase and phrase.term:
                return True
            behind = at + len(phrase.words) if phrase else at
        return False

    def in_passage(self, text: str) -> bool:
        """As `in_text`, for the words of sources: the same come up in many answers, so the last ones are remembered.

        What members type goes past this: it is not kept.
        """
        return self._remembered(text)

    def _longest_at(self, written: Words, folded: Words, at: int) -> _Phrase | None:
        for phrase in self._by_first_word[folded[at]]:
            end = at + len(phrase.words)
            if (folded if phrase.term else written)[at:end] == phrase.words:
                return phrase
        return None


async def marked(answer: Answer, graphic: GraphicWords, archive: Archive, viewer: Viewer) -> Answer:
    """The answer with its graphic items marked: by their own words and by those shown around them.

    What was said about a graphic topic may speak of it in no word of its own; there its whole passage counts.
    """
    if answer.kind in _CATALOGUE:
        return answer
    asked = answer.asked
    by_passage = asked is not None and asked.question == "quote" and graphic.in_text(asked.subject)

    async def judged(item: Item) -> bool:
        if graphic.in_passage(item.text) or (item.context is not None and graphic.in_passage(item.context)):
            return True
        if not by_passage:
            return False
        at = item.citation
        passages = await archive.passages(at.source, at.passage, at.passage, viewer)
        return any(graphic.in_passage(passage.text) for passage in passages)

    return replace(answer, items=tuple([replace(item, graphic=await judged(item)) for item in answer.items]))


def _telling(phrase: str) -> Words:
    return _without_slight(plain_words(phrase))


def _without_slight(words: Words) -> Words:
    return tuple(word for word in words if word not in _SLIGHT_WORDS)


def _singular(words: Words) -> Words:
    return tuple(singular(word) for word in words)


def _by_first_word(phrases: list[_Phrase]) -> Mapping[str, list[_Phrase]]:
    """The phrases under the first word of each, the longest first, and of two as long what is let through."""
    found: dict[str, list[_Phrase]] = {}
    for phrase in sorted(phrases, key=lambda each: (-len(each.words), each.term)):
        if phrase.words:
            found.setdefault(singular(phrase.words[0]), []).append(phrase)
    return found
