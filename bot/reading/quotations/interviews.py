"""Interviews printed as question and answer: whose the answers are."""

from __future__ import annotations

import re

from bot.reading.quotations.scene import Scene
from bot.reading.quotations.speaker import NOBODY, Speaker
from bot.reading.quotations.units import Unit

_BEFORE = re.compile(r"\b(?:interview|conversation|talk|Q&A|Q and A) with (?:the )?(?:[\w.-]+ ){0,3}$", re.IGNORECASE)
_AFTER = re.compile(r"(?:,[^,.\n]{0,60},)? (?:spoke|talked|was speaking|was talking|sat down|was interviewed)\b")
_REACH = 60
_LEAST_QUESTIONS = 2


def is_question(scene: Scene, unit: Unit) -> bool:
    """Whether a passage's last sentence puts a question in the open, as an interviewer's line does: "And then?"."""
    passage = scene.document.passages[unit.passage]
    return not unit.stretches and scene.text[unit.end - 1] == "?" and unit.end >= passage.end - 1


def interviewee(scene: Scene) -> Speaker:
    """The one person whom an account of questions and answers is said to be an interview with; else nobody."""
    asked = sum(is_question(scene, unit) for unit in scene.units)
    if asked < _LEAST_QUESTIONS:
        return NOBODY
    found = {
        named.person
        for named in scene.named
        if _BEFORE.search(scene.text, max(0, named.mention.start - _REACH), named.mention.start)
        or _AFTER.match(scene.text, named.mention.end)
    }
    if len(found) != 1:
        return NOBODY
    person = found.pop()
    return Speaker(scene.people[person].name, None, person)
