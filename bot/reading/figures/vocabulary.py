"""The words of `lexicon/figures.toml`, and what the reader's grammar says of the words around a number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from bot.reading.lexicon import lexicon, words
from bot.reading.people.vocabulary import vocabulary as people_words
from bot.reading.quotations.cues import cue_table
from bot.reading.quotations.grammar import grammar

Bound = Literal["least", "most", "about"]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Sets of lower-case words and phrases; the data file says what each holds."""

    small: dict[str, int]
    scales: dict[str, int]
    vague: dict[str, int]
    short: dict[str, int]
    bounds: dict[str, Bound]
    takes: dict[str, frozenset[str]]
    carried_on: frozenset[str]
    counting: frozenset[str]
    not_stated: frozenset[str]
    person_nouns: frozenset[str]
    few: frozenset[str]
    changes: frozenset[str]
    units: frozenset[str]
    designating: frozenset[str]
    plurals: frozenset[str]
    not_plurals: frozenset[str]
    casualties: frozenset[str]
    participles: frozenset[str]
    between: frozenset[str]
    determiners: frozenset[str]
    stops: frozenset[str]
    verbs: frozenset[str]
    peoples: frozenset[str]
    times: frozenset[str]
    months: frozenset[str]

    def is_plural(self, word: str) -> bool:
        """Whether a lower-case word can only be more than one of something ("shelters", "people")."""
        if word in self.plurals:
            return True
        if not word.endswith(("s", "men", "people")) or word in self.not_plurals:
            return False
        return len(word) > 3 and not word.endswith(("ss", "ous"))

    def is_verb(self, word: str) -> bool:
        """Whether a lower-case word, behind a number, tells what was done and not what is counted."""
        return word in self.verbs or (word.endswith(("ed", "ing")) and word not in self.participles)


@cache
def vocabulary() -> Vocabulary:
    """All lists of the figures part."""
    listed = lexicon("figures")
    classes = grammar()
    kinds: tuple[tuple[str, Bound], ...] = (("at_least", "least"), ("at_most", "most"), ("about", "about"))
    determiners = (classes.determiners | classes.possessive_pronouns) - set(listed["small"]) - set(listed["vague"])
    verbs = classes.irregular_pasts | {
        form for form, cue in cue_table().items() if cue.says and cue.form in ("past", "base")
    }
    return Vocabulary(
        small=dict(listed["small"]),
        scales=dict(listed["scales"]),
        vague=dict(listed["vague"]),
        short=dict(listed["short"]),
        bounds={phrase: bound for key, bound in kinds for phrase in listed[key]},
        takes={phrase: frozenset(verbs) for phrase, verbs in listed["takes"].items()},
        carried_on=words("figures", "carried_on"),
        counting=words("figures", "counting"),
        not_stated=words("figures", "not_stated"),
        person_nouns=people_words().nouns | people_words().kin | {"man", "woman", "boy", "girl", "baby", "toddler"},
        few=words("figures", "few"),
        changes=words("figures", "changes"),
        units=words("figures", "units"),
        designating=words("figures", "designating"),
        plurals=words("figures", "plurals"),
        not_plurals=words("figures", "not_plurals"),
        casualties=words("figures", "casualties"),
        participles=words("figures", "participles"),
        between=words("figures", "between"),
        determiners=determiners - {"other", "others"},
        stops=(classes.closed - {"other", "others", "first", "long", "very"}) | words("figures", "pronouns"),
        verbs=verbs,
        peoples=people_words().peoples,
        times=classes.times,
        months=words("dates", "months"),
    )
