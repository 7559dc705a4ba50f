"""Sentences that the reader made in English, put into another language.

The reader words its reasons in English, and archives keep them so; they are our own words all the same. A sentence is
matched against the templates that it can have been made from, and the template is said in the other language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from bot.answers.language import Language

_NAMED = re.compile(r"\{([a-z_]+)(\d?)\}")
"""A place in a template; a figure behind the name tells two places of one kind apart: "{label} to {label2}"."""


@dataclass(frozen=True, slots=True)
class Place:
    """What may stand at one kind of place: its pattern, and how what stands there is said in another language."""

    pattern: str
    said: Callable[[str, Language], str]


class Phrasebook:
    """Templates in English, the more particular before the more general, and what stands at their places."""

    def __init__(self, templates: Iterable[str], places: Mapping[str, Place]) -> None:
        self._places = places
        self._templates = [(template, self._pattern(template)) for template in templates]

    def retold(self, sentence: str, language: Language) -> str:
        """The sentence in the other language; as it stands where no template fits or its message is not known."""
        for template, pattern in self._templates:
            match = pattern.fullmatch(sentence)
            if match and language.knows(template):
                values = {name: self._said(name, words, language) for name, words in match.groupdict().items()}
                return language.say(template, **values)
        return sentence

    def _said(self, name: str, words: str, language: Language) -> str:
        return self._places[name.rstrip("0123456789")].said(words, language)

    def _pattern(self, template: str) -> re.Pattern[str]:
        literal, pattern = 0, ""
        for place in _NAMED.finditer(template):
            pattern += re.escape(template[literal : place.start()])
            pattern += f"(?P<{place[1]}{place[2]}>{self._places[place[1]].pattern})"
            literal = place.end()
        return re.compile(pattern + re.escape(template[literal:]))


def as_it_stands(words: str, language: Language) -> str:
    """Words that are the same in every language: what an account or a member wrote, and figures."""
    return words
