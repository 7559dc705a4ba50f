"""The words of an answer in Discord's Markdown: harmless, and never longer than asked for.

Lengths are UTF-16 units. Our own Markdown is put around text that is already short enough, so shortening never
cuts through it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.answers.language import Language
from bot.answers.model import Answer, Item, ShownDate
from bot.rendering.clamp import clamp, shares, units
from bot.rendering.discord_harmless import harmless, one_line, visible

LEAST_ITEM = 500
"""The least room in which `item_text` keeps its promise, whatever the item holds."""

_COVER = "||"
_LEAST_CONTEXT = 80
"""Less room than this for the sentence around a fragment would hold a scrap of it, which helps nobody."""
_HEADING, _PLAIN_HEADING = 300, 150
_SENTENCES = frozenset({"error", "nothing", "done"})
"""Kinds of answer whose heading is a sentence."""
_MOST_LINES = 10
"""A text of more lines than this is quoted as one line: line marks would leave no room for its words."""
_MOST_NOTES = 16
_WHO = re.compile(r"^([0-9]{1,12} · )discord:([0-9]{1,20})(?= · )")
"""How a line of the audit log begins: the number of the entry, and who made it."""
_ALL_NOTES = frozenset({"help", "source", "settings", "preview", "done", "audit", "reports"})
"""Kinds of answer whose notes are what was asked for."""
_LABEL, _SPEAKER, _WRITTEN, _REASON, _TITLE, _PUBLISHER = 0.08, 0.10, 0.06, 0.10, 0.14, 0.06
"""The largest parts of an item's even share that the words around its text may take; together about a half."""


def heading_text(answer: Answer) -> str:
    """The heading of an answer. An error or an empty hand is a plain sentence."""
    words = words_in(one_line(answer.heading), _HEADING) or "…"
    return words if answer.kind in _SENTENCES else f"### {words}"


def plain_heading(answer: Answer) -> str:
    """The heading of an answer as plain text, which has less room."""
    words = words_in(one_line(answer.heading), _PLAIN_HEADING) or "…"
    return words if answer.kind in _SENTENCES else f"**{words}**"


def notes_text(answer: Answer, extra: tuple[str, ...], room: int) -> str:
    """The lines under an answer in at most `room` units: the page, `extra` notes and its own; empty if none.

    Small print, but for help and a catalogue entry, whose notes are what was asked for.
    """
    page = (answer.language.say("Page {page} of {of}", page=answer.page, of=answer.of),) if answer.of > 1 else ()
    mark = "" if answer.kind in _ALL_NOTES else "-# "
    lines = [line for line in map(one_line, (*page, *extra, *answer.notes)) if line][:_MOST_NOTES]
    mentioned = _with_mention if answer.kind == "audit" else str
    whole = [mentioned(words_in(line, room)) for line in lines]
    wanted = [units(text) for text in whole]
    rooms = shares(wanted, room - len(lines) * (len(mark) + 1))
    if rooms == wanted:
        return "\n".join(mark + text for text in whole if text)
    return "\n".join(mark + mentioned(words_in(line, given)) for line, given in zip(lines, rooms, strict=True) if given)


def _with_mention(line: str) -> str:
    """A line of the log with whoever did it shown by name; nobody is notified, because the bot may mention nobody."""
    return _WHO.sub(r"\1<@\2>", line)


def left_out(items: int, language: Language) -> tuple[str, ...]:
    """The note on items that did not fit; none where all did."""
    one, many = "{n} item more did not fit in this message.", "{n} items more did not fit in this message."
    return (language.counted(items, one, many),) if items else ()


# The items of answers that many ask for, and of pages turned back to, are the same again.
@lru_cache(maxsize=1024)
def item_text(
    item: Item,
    room: int,
    share: int,
    language: Language,
    *,
    opens_section: bool,
    spoiler: bool = False,
    number: int | None = None,
) -> str:
    """One item in at most `room` units: label, text, speaker, date and source, under its section's heading.

    `share` is what the item gets if all get the same; the words around the text are measured by it, so that they
    look alike over an answer. The promise holds for `room` and `share` of LEAST_ITEM and more. `spoiler` covers the
    account's words; `number` is that of the item, where it is shown.
    """
    above = []
    if opens_section and item.section:
        above.append(f"**{_part(item.section, share, _LABEL)}**")
    if item.label and item.label != language.say(item.citation.kind):
        above.append(f"*{_part(item.label, share, _LABEL)}*")
    below = [
        _said_by(item, share, language),
        _dated(item.date, share, language) or _as_published(item, language),
        _source(item, share, language, number),
    ]
    below = [line for line in below if line]
    left = room - sum(units(line) + 1 for line in above + below)
    quote = _block_quote(item, left, spoiler)
    left -= sum(units(line) + 1 for line in quote)
    return "\n".join([*above, *quote, *_in_context(item, left, language, spoiler), *below])


def _in_context(item: Item, room: int, language: Language, spoiler: bool) -> list[str]:
    """The sentence that a fragment stands in, as far as the item leaves room for it."""
    opening = f"-# {language.say('in:')} "
    sentence = one_line(item.context or "")
    left = room - units(opening) - (2 * len(_COVER) if spoiler else 0)
    if not sentence or left < min(units(harmless(sentence)), _LEAST_CONTEXT):
        return []
    return [opening + _covered(words_in(sentence, left), spoiler)]


def _covered(words: str, spoiler: bool) -> str:
    return f"{_COVER}{words}{_COVER}" if spoiler and words else words


def words_in(text: str, room: int) -> str:
    """Somebody else's text, harmless, in at most `room` units."""
    return clamp(harmless(visible(text)[: max(room, 0) + 1]), room)


def _part(text: str, share: int, part: float) -> str:
    return words_in(one_line(text), int(share * part))


def _block_quote(item: Item, room: int, spoiler: bool) -> list[str]:
    opening, closing = ("“", "”") if item.quotation else ("", "")
    text = visible(item.text)
    if text.count("\n") >= _MOST_LINES:
        text = one_line(text)
    a_line = len("> ") + (2 * len(_COVER) if spoiler else 0)
    marks = len(opening + closing) + a_line * (text.count("\n") + 1)
    quoted = words_in(text, room - marks)
    lines = f"{opening}{quoted}{closing}".split("\n") if quoted else []
    return [f"> {_covered(line, spoiler)}" for line in lines]


def _said_by(item: Item, share: int, language: Language) -> str:
    if item.speaker:
        return f"— **{_part(item.speaker, share, _SPEAKER)}**"
    if item.quotation:
        return f"— *{language.say('speaker unknown')}*"
    return f"— *{language.say('told by the account')}*" if item.figure else ""


def _as_published(item: Item, language: Language) -> str:
    """The day that a figure without one of its own is of, told as what it is: that of the account."""
    day = item.citation.published
    return language.say("as the account was published, {day}", day=language.day(day)) if item.figure and day else ""


def _dated(shown: ShownDate | None, share: int, language: Language) -> str:
    if shown is None:
        return ""
    days = ("~" if shown.approximate else "") + language.days(shown.earliest, shown.latest)
    if shown.siege_day:
        days += " · " + language.say("day {number} of the siege", number=shown.siege_day)
    reason = _part(shown.reason, share, _REASON)
    return f"“{_part(shown.as_written, share, _WRITTEN)}” → {days}" + (f" ({reason})" if reason else "")


def _source(item: Item, share: int, language: Language, number: int | None) -> str:
    citation = item.citation
    parts = (
        f"[{number}]" if number else "",
        language.say("digest") if citation.kind == "digest" else "",
        "" if citation.title == item.text else _part(citation.title, share, _TITLE),
        _part(citation.publisher or "", share, _PUBLISHER),
        language.day(citation.published) if citation.published else "",
        language.say("passage {number}", number=citation.passage),
    )
    return "-# " + " · ".join(part for part in parts if part)
