"""How the room of one message is shared out between heading, items and notes."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.model import Answer
from bot.rendering.clamp import shares, units
from bot.rendering.discord_look import Look
from bot.rendering.discord_rows import turns
from bot.rendering.discord_text import LEAST_ITEM, item_text, left_out, notes_text

_NOTES_PART = 0.5
"""The largest part of a message that its notes may take."""


@dataclass(frozen=True, slots=True)
class Words:
    """All the text of one message. Notes may be empty."""

    heading: str
    items: tuple[str, ...]
    notes: str


def words_of(answer: Answer, look: Look, heading: str, *, most: int, room: int) -> Words:
    """The text of an answer in `room` units at most: no more than `most` items, each with LEAST_ITEM or more."""
    shown = answer.items[:most]
    extra = left_out(len(answer.items) - len(shown), answer.language)
    if answer.of > 1 and not turns(answer, look):
        extra = (*extra, answer.language.say("To see another page, put “page 2” behind the question."))
    for_notes = min(int(room * _NOTES_PART), room - units(heading) - LEAST_ITEM * len(shown))
    notes = notes_text(answer, extra, for_notes)
    return Words(heading, _items(answer, look, len(shown), room - units(heading) - units(notes)), notes)


def _items(answer: Answer, look: Look, count: int, room: int) -> tuple[str, ...]:
    share = max(room // count, LEAST_ITEM) if count else 0

    def written(index: int, given: int) -> str:
        item = answer.items[index]
        return item_text(
            item,
            given,
            share,
            answer.language,
            opens_section=not index or item.section != answer.items[index - 1].section,
            spoiler=item.graphic and look.spoilers,
            number=index + 1 if look.plain and len(answer.items) > 1 else None,
        )

    whole = [written(index, room) for index in range(count)]
    wanted = [units(text) for text in whole]
    if sum(wanted) <= room:
        return tuple(whole)
    return tuple(written(index, given) for index, given in enumerate(shares(wanted, room)))
