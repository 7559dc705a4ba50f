"""Headlines and pull quotes: words that stand alone and are said, with a speaker, elsewhere in the account."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.reading.quotations.kinds import is_title_case
from bot.reading.quotations.said import Said
from bot.reading.quotations.scene import Scene
from bot.reading.quotations.speaker import Speaker

_WORD = re.compile(r"\w+")
_KEY_WORDS = 3
_MOST_COMPARED = 8
_MOST_AROUND = 12
_MOST_HEADLINES = 4
_LONGEST_HEADLINE = 160
_STOPS = frozenset(".,;:!?…")


def with_echoes(scene: Scene, said: Sequence[Said]) -> list[Said]:
    """The quotations, those that repeat the beginning of another given its speaker.

    A heading in marks that repeats nothing is left out: nobody is shown to say it.
    """
    spoken: dict[str, list[tuple[str, Speaker]]] = {}
    for one in said:
        if one.speaker.name is not None and not one.inherited:
            words = _words(scene, one)
            spoken.setdefault(_key(words), []).append((words, one.speaker))
    kept: list[Said] = []
    headlines = 0
    for one in said:
        echoed = _echo(scene, one, spoken) if one.alone and _is_free(one) else one
        if headlines < _MOST_HEADLINES and _in_headline(scene, one):
            headlines += 1
            echoed = _quoted_below(scene, one, spoken)
        if echoed is not one or not _is_heading(scene, one):
            kept.append(echoed)
    return kept


def _is_heading(scene: Scene, one: Said) -> bool:
    """Whether the words in marks are a whole line, with no stop to end them or cased as a title."""
    if not one.alone or not _is_free(one):
        return False
    stretch = scene.stretches[one.stretch]
    passage = scene.document.passages[stretch.passage]
    if stretch.outer.start - passage.start > _MOST_AROUND or passage.end - stretch.outer.end > _MOST_AROUND:
        return False
    around = scene.text[passage.start : stretch.outer.start] + scene.text[stretch.outer.end : passage.end]
    if not stretch.closed or any(sign.isalnum() for sign in around):
        return False
    ending = scene.text[max(stretch.start, stretch.end - 3) : stretch.end] + around
    return not _STOPS.intersection(ending) or _is_title(scene.text[stretch.start : stretch.end])


def _in_headline(scene: Scene, one: Said) -> bool:
    """Whether a headline weaves words in that no person is named for: Garrison can hold “a year”."""
    passage = scene.document.passages[scene.stretches[one.stretch].passage]
    if one.alone or one.speaker.person >= 0 or passage.end - passage.start > _LONGEST_HEADLINE:
        return False
    return not _STOPS.intersection(scene.text[max(passage.start, passage.end - 2) : passage.end])


def _quoted_below(scene: Scene, one: Said, spoken: dict[str, list[tuple[str, Speaker]]]) -> Said:
    """The words of a headline with the one person who says them, in a quotation that holds them, elsewhere."""
    words = _words(scene, one)
    if words.count(" ") + 1 < _KEY_WORDS:
        return one
    found = {
        speaker.person: speaker
        for held in spoken.values()
        for other, speaker in held
        if speaker.person >= 0 and words in other
    }
    if len(found) != 1:
        return one
    return replace(one, speaker=Speaker(next(iter(found.values())).name, None, next(iter(found))))


def _is_title(content: str) -> bool:
    return is_title_case(content) and len(_WORD.findall(content)) >= _KEY_WORDS


def _is_free(one: Said) -> bool:
    return one.speaker.name is None or one.inherited


def _echo(scene: Scene, one: Said, spoken: dict[str, list[tuple[str, Speaker]]]) -> Said:
    words = _words(scene, one)
    for other, speaker in spoken.get(_key(words), [])[:_MOST_COMPARED]:
        if other.startswith(words):
            return replace(one, speaker=Speaker(speaker.name, None, speaker.person), inherited=False)
    return one


def _words(scene: Scene, one: Said) -> str:
    stretch = scene.stretches[one.stretch]
    return " ".join(_WORD.findall(scene.text[stretch.start : stretch.end].casefold()))


def _key(words: str) -> str:
    return " ".join(words.split(" ", _KEY_WORDS)[:_KEY_WORDS])
