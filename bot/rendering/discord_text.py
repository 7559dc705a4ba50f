"""The words of an answer in Discord's Markdown: harmless, and never longer than asked for.

Lengths are UTF-16 units. Our own Markdown is put around text that is already short enough, so shortening never
cuts through it.
"""

from __future__ import annotations

from bot.answers.model import Answer, Item, ShownDate
from bot.answers.wording import counted, day_in_words, days_in_words
from bot.rendering.clamp import clamp, shares, units
from bot.rendering.discord_harmless import harmless, one_line, visible

LEAST_ITEM = 500
"""The least room in which `item_text` keeps its promise, whatever the item holds."""

_LEAST_CONTEXT = 80
"""Less room than this for the sentence around a fragment would hold a scrap of it, which helps nobody."""
_HEADING = 300
_MOST_LINES = 10
"""A text of more lines than this is quoted as one line: line marks would leave no room for its words."""
_MOST_NOTES = 16
_LABEL, _SPEAKER, _WRITTEN, _REASON, _TITLE, _PUBLISHER = 0.08, 0.10, 0.06, 0.10, 0.14, 0.06
"""The largest parts of an item's even share that the words around its text may take; together about a half."""


def heading_text(answer: Answer) -> str:
    """The heading of an answer. An error or an empty hand is a plain sentence."""
    words = words_in(one_line(answer.heading), _HEADING) or "…"
    return words if answer.kind in {"error", "nothing"} else f"### {words}"


def notes_text(answer: Answer, extra: tuple[str, ...], room: int) -> str:
    """The lines under an answer in at most `room` units: the page, `extra` notes and its own; empty if none.

    Small print, but for help and a catalogue entry, whose notes are what was asked for.
    """
    page = (f"Page {answer.page} of {answer.of}",) if answer.of > 1 else ()
    mark = "" if answer.kind in {"help", "source"} else "-# "
    lines = [line for line in map(one_line, (*page, *extra, *answer.notes)) if line][:_MOST_NOTES]
    wanted = [units(words_in(line, room)) for line in lines]
    rooms = shares(wanted, room - len(lines) * (len(mark) + 1))
    return "\n".join(mark + words_in(line, given) for line, given in zip(lines, rooms, strict=True) if given)


def left_out(items: int) -> tuple[str, ...]:
    """The note on items that did not fit; none where all did."""
    return (f"{counted(items, 'item')} more did not fit in this message.",) if items else ()


def item_text(item: Item, room: int, share: int, *, opens_section: bool) -> str:
    """One item in at most `room` units: label, text, speaker, date and source, under its section's heading.

    `share` is what the item gets if all get the same; the words around the text are measured by it, so that they
    look alike over an answer. The promise holds for `room` and `share` of LEAST_ITEM and more.
    """
    above = []
    if opens_section and item.section:
        above.append(f"**{_part(item.section, share, _LABEL)}**")
    if item.label and item.label != item.citation.kind:
        above.append(f"*{_part(item.label, share, _LABEL)}*")
    below = [line for line in (_said_by(item, share), _dated(item.date, share), _source(item, share)) if line]
    left = room - sum(units(line) + 1 for line in above + below)
    quote = _block_quote(item, left)
    left -= sum(units(line) + 1 for line in quote)
    return "\n".join([*above, *quote, *_in_context(item, left), *below])


def _in_context(item: Item, room: int) -> list[str]:
    """The sentence that a fragment stands in, as far as the item leaves room for it."""
    opening = "-# in: "
    sentence = one_line(item.context or "")
    left = room - len(opening)
    if not sentence or left < min(units(harmless(sentence)), _LEAST_CONTEXT):
        return []
    return [opening + words_in(sentence, left)]


def words_in(text: str, room: int) -> str:
    """Somebody else's text, harmless, in at most `room` units."""
    return clamp(harmless(visible(text)[: max(room, 0) + 1]), room)


def _part(text: str, share: int, part: float) -> str:
    return words_in(one_line(text), int(share * part))


def _block_quote(item: Item, room: int) -> list[str]:
    opening, closing = ("“", "”") if item.quotation else ("", "")
    text = visible(item.text)
    if text.count("\n") >= _MOST_LINES:
        text = one_line(text)
    marks = len(opening + closing) + len("> ") * (text.count("\n") + 1)
    quoted = words_in(text, room - marks)
    return [f"> {line}" for line in f"{opening}{quoted}{closing}".split("\n")] if quoted else []


def _said_by(item: Item, share: int) -> str:
    if item.speaker:
        return f"— **{_part(item.speaker, share, _SPEAKER)}**"
    return "— *speaker unknown*" if item.quotation else ""


def _dated(shown: ShownDate | None, share: int) -> str:
    if shown is None:
        return ""
    days = ("~" if shown.approximate else "") + days_in_words(shown.earliest, shown.latest)
    reason = _part(shown.reason, share, _REASON)
    return f"“{_part(shown.as_written, share, _WRITTEN)}” → {days}" + (f" ({reason})" if reason else "")


def _source(item: Item, share: int) -> str:
    citation = item.citation
    parts = (
        "digest" if citation.kind == "digest" else "",
        "" if citation.title == item.text else _part(citation.title, share, _TITLE),
        _part(citation.publisher or "", share, _PUBLISHER),
        day_in_words(citation.published) if citation.published else "",
        f"passage {citation.passage}",
    )
    return "-# " + " · ".join(part for part in parts if part)
