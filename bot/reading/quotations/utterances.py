"""Numbering of utterances: stretches of one breath share a number."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.quotations.said import Said
from bot.reading.quotations.scene import Scene


def number_utterances(scene: Scene, said: Sequence[Said]) -> list[int]:
    """The utterance of each quotation, from 1.

    “We left,” she said. “It was cold.” -> one utterance; so are paragraphs that run on. Two fragments that a
    sentence weaves in one after the other are two.
    """
    numbers: list[int] = []
    for k, one in enumerate(said):
        before = said[k - 1] if k else None
        if before is None:
            numbers.append(1)
        else:
            numbers.append(numbers[-1] + (not _one_breath(scene, before, one)))
    return numbers


def _one_breath(scene: Scene, before: Said, one: Said) -> bool:
    if scene.stretches[one.stretch].runs_on:
        return True
    if before.speaker.name != one.speaker.name:
        return False
    if one.inherited:
        return one.alone and one.unit - before.unit <= 1 and _same_passage(scene, before, one)
    first, second = scene.stretches[before.stretch], scene.stretches[one.stretch]
    if one.unit != before.unit or one.manner != "lead":
        return False
    between = first.outer.end <= one.cue < second.outer.start
    return between and (before.cue == one.cue or scene.text[one.cue : second.outer.start].startswith("add"))


def _same_passage(scene: Scene, before: Said, one: Said) -> bool:
    return scene.units[before.unit].passage == scene.units[one.unit].passage
