"""Reported speech without marks ("The mayor said that ..."): the sentence, its cue and its speaker."""

from __future__ import annotations

import re

from bot.reading.document import Document
from bot.reading.indirect.reports import Report, report_in, reporting_words
from bot.reading.model import IndirectSpeech, Person, Quotation
from bot.reading.quotations.cast import Cast
from bot.reading.quotations.scene import Scene
from bot.reading.quotations.speaker import Speaker
from bot.reading.quotations.speakers import Resolver
from bot.reading.quotations.stretches import stretches_around
from bot.reading.quotations.units import Unit

__all__ = ["find_indirect"]

_WORD = re.compile(r"[^\W\d_]+")


def find_indirect(
    document: Document, people: tuple[Person, ...], quotations: tuple[Quotation, ...], cast: Cast | None = None
) -> tuple[IndirectSpeech, ...]:
    """Every sentence that reports speech in the writer's words, in the order of the text.

    A sentence that holds nothing but a quotation and its frame is none, nor is one whose verb of saying has no
    content. `speaker` is as in quotations; `cue` is the verb, or "according to", as written. No text raises an error.
    """
    scene = Scene(document, cast or Cast(document, people), stretches_around(document, quotations))
    resolver = Resolver(scene)
    cues = _cues_by_unit(scene)
    numbers = {person.name: k for k, person in enumerate(people)}
    found: list[IndirectSpeech] = []
    for unit in scene.units:
        if unit.number in cues:
            report = report_in(scene.text, scene.tokens(unit), cues[unit.number])
            if report is not None:
                found.append(_speech(scene, resolver, unit, report))
        for k in unit.stretches:
            said = quotations[k]
            resolver.reach(said.start)
            if said.speaker is not None:
                resolver.spoke(Speaker(said.speaker, None, numbers.get(said.speaker, -1)), said.start)
    return tuple(found)


def _speech(scene: Scene, resolver: Resolver, unit: Unit, report: Report) -> IndirectSpeech:
    tokens = scene.tokens(unit)
    speaker = resolver.resolve(tokens, report.phrase, unit).name if report.phrase is not None else None
    cue = scene.text[tokens[report.cue].start : tokens[report.cue_last].end]
    return IndirectSpeech(unit.start, unit.end, scene.text[unit.start : unit.end], speaker, cue)


def _cues_by_unit(scene: Scene) -> dict[int, set[int]]:
    """Offsets of the words that may report speech, by the number of their unit; none inside quotations."""
    by_unit: dict[int, set[int]] = {}
    at = inside = 0
    units, stretches = scene.units, scene.stretches
    wanted = reporting_words()
    # A set of words beside one plain pattern is six times as fast as a pattern of all the words.
    for match in _WORD.finditer(scene.text):
        if match.group() not in wanted:
            continue
        offset = match.start()
        while at < len(units) and units[at].end <= offset:
            at += 1
        while inside < len(stretches) and stretches[inside].outer.end <= offset:
            inside += 1
        quoted = inside < len(stretches) and stretches[inside].outer.start <= offset
        if at < len(units) and units[at].start <= offset and not quoted:
            by_unit.setdefault(units[at].number, set()).add(offset)
    return by_unit
