"""Role, unit and call sign of a person, each with the sentence of the account that states it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.answers.items import passage_item
from bot.answers.language import Language, message
from bot.answers.model import Item
from bot.answers.sentences import sentence_around
from bot.archive.records import PassageRecord, StatedFact
from bot.reading.people.keys import name_key

_LABELS: Mapping[str, str] = {
    "role": message("role: {words}"),
    "unit": message("unit: {words}"),
    "call_sign": message("call sign: {words}"),
}
_POSSESSIVE = re.compile(r"['’]s\b")
_SMALL = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "who", "with")
)


def stated_items(facts: Iterable[StatedFact], told: Sequence[str], language: Language, section: str) -> Iterator[Item]:
    """The facts that the texts in `told` do not tell yet, each in the words of an account that names the person.

    A fact is left out where no passage that names the person holds most of its words: nobody could see it stated.
    """
    known = set().union(*(_words(text) for text in told))
    for fact in facts:
        if _words(fact.text) <= known:
            continue
        stating = _stating(fact)
        if stating:
            known |= _words(fact.text)
            yield passage_item(stating, section, language.say(_LABELS[fact.kind], words=fact.text))


def _stating(fact: StatedFact) -> PassageRecord | None:
    """The shortest of what holds most words of a fact: a sentence that names the person, or the passage around it."""
    wanted = _words(fact.text)
    naming = [
        text
        for mention in fact.mentions
        for text in (sentence_around(mention.passage, mention.place.start), mention.passage)
    ]
    best = max(naming, key=lambda text: (len(wanted & _words(text.text)), -len(text.text)), default=None)
    return best if best and 2 * len(wanted & _words(best.text)) > len(wanted) else None


def _words(text: str) -> frozenset[str]:
    return frozenset(name_key(_POSSESSIVE.sub("", text)).split()) - _SMALL
