"""How the account brought in those whom it describes: the first words for them, and the office that they hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reading.quotations.described import first_introduction
from bot.reading.quotations.phrase import Phrase
from bot.reading.quotations.scene import Scene
from bot.reading.quotations.tokens import Token
from bot.reading.quotations.verbs import head_of

_ANOTHER = frozenset({"other", "second", "third", "new", "next", "old"})
_EARLIER = 4_000
_NEAR = 300
_BESIDE = 60
_OF_PEOPLE = re.compile(r"[A-Z][a-z]+(?:an|ish|ese|ic|i|ch)")
_MOST_BEARERS = 200


class Introductions:
    """Keeps, in the order of the text, the words that first said who somebody is."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._by_head: dict[str, str] = {}

    def in_office(self, tokens: Sequence[Token], phrase: Phrase, opening: int) -> int | None:
        """The one person named before who is said to be "the mayor", "the Jesuit".

        Of several the one who is said to be so since `opening`, where the passage begins; None where that leaves two.
        """
        first, head = tokens[phrase.first], tokens[phrase.last]
        labels = phrase.first == phrase.last and first.capital
        if not labels and (first.word != "the" or phrase.last - phrase.first > 2):
            return None
        if not labels and tokens[phrase.first + 1].word in _ANOTHER:
            return None
        borne = [(k, start) for k, start in self._scene.offices.get(head.word, ()) if start < first.start]
        if not 0 < len(borne) <= _MOST_BEARERS or self._is_of_another(head.word, first.start):
            return None
        if not labels and tokens[phrase.first + 1].capital:
            side = self._word(tokens[phrase.first + 1])
            borne = [one for one in borne if not self._is_of_others(side, head.word, one[1], first.start)]
        bearers = {k for k, _ in borne}
        here = bearers if len(bearers) == 1 else {k for k, start in borne if start >= min(opening, first.start - _NEAR)}
        return here.pop() if len(here) == 1 else None

    def _word(self, token: Token) -> str:
        return self._scene.text[token.start : token.end]

    def _is_of_others(self, side: str, noun: str, start: int, end: int) -> bool:
        """Whether a bearer is brought in as of another people or party: "the Lundian envoy" is no Berian envoy Roe."""
        if not _OF_PEOPLE.fullmatch(side):
            return False
        near = self._scene.text[max(0, start - _BESIDE) : min(end, start + _BESIDE)]
        sides = re.findall(rf"\b([A-Z][a-z]+)\s(?:[a-z]+\s){{0,2}}{re.escape(noun)}\b", near)
        return side not in sides and any(_OF_PEOPLE.fullmatch(other) for other in sides)

    def _is_of_another(self, noun: str, end: int) -> bool:
        """Whether somebody without a name was brought in by the same noun before: "a sentry", "one of the guards".

        What stands behind a comma or a verb, or leads up to a name, only says what somebody named is: "Roe, a sentry",
        "Roe was a sentry", "a sentry named Roe".
        """
        brought_in = (
            rf"(?<![,(] )(?<!is )(?<!was )(?<!as )\b[Aa]n?\s(?:[a-z-]+\s){{0,2}}{re.escape(noun)}\b"
            r"(?!,?\s[A-Z])(?!(?:\s(?:of|aged)\s[\w ]{1,12})?,?\s(?:named|called|known|who\sgave)\b)"
        )
        return re.search(brought_in, self._scene.text[max(0, end - _EARLIER) : end]) is not None

    def first_words(self, tokens: Sequence[Token], phrase: Phrase) -> str:
        """The words that first said who it is: "the sentry" goes back to "a sentry" where the account has it."""
        head = tokens[phrase.last].word
        written = self._scene.text[tokens[phrase.first].start : tokens[phrase.last].end]
        if tokens[phrase.first].word not in ("the", "that", "this"):
            self._by_head[tokens[head_of(tokens, phrase)].word] = written
            return written
        if phrase.last - phrase.first > 1 or tokens[phrase.last].capital:
            self._by_head.setdefault(tokens[head_of(tokens, phrase)].word, written)
            return written
        if head in self._by_head:
            return self._by_head[head]
        start = tokens[phrase.first].start
        return first_introduction(self._scene.text, head, start) or written
