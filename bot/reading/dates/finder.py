"""Every date expression of a document, resolved in the order of the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.reading.dates.entries import entries_in, is_heading, opens_with_clock
from bot.reading.dates.forms import Figures, Fixed, Form, Found, Headed, Numbered
from bot.reading.dates.grammar.dotted import writes_dotted
from bot.reading.dates.grammar.rules import word_before
from bot.reading.dates.grammar.scan import scan
from bot.reading.dates.grammar.vocabulary import listed
from bot.reading.dates.lines import Line, lines_of
from bot.reading.dates.reasons import hangs_on, reason
from bot.reading.dates.resolve import resolve
from bot.reading.dates.resolved import Scene
from bot.reading.dates.shown import kind_of, with_article
from bot.reading.dates.stamps import day_of_writing, is_stamp, stamps_in
from bot.reading.dates.story import Place, Story
from bot.reading.dates.telling import tell
from bot.reading.document import Document
from bot.reading.model import DateExpression, Span

_TAKEN_IN = 400
"""How much of a sentence, in characters each way, is looked at around an expression; keeps hostile text linear."""
_NEXT_SENTENCE = 120
_A_YEAR = 366
_ISO = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
_ABOUT = frozenset(["about", "around", "circa", "c", "ca", "approximately", "roughly", "nearly", "almost", "some"])


def find_dates(document: Document, quotations: Sequence[Span] = ()) -> tuple[DateExpression, ...]:
    """Every expression that can be resolved to calendar days, in the order of the text.

    Pure and linear in the text. What depends on the day of writing uses `document.published`, or, without one, the
    first day that the text states of itself; with neither it is left out. `quotations`, in the order of the text,
    tell what is said by somebody: the story does not go on from there.
    """
    text = document.text
    dotted = writes_dotted(text)
    lines = [(line, scan(text, line.start, line.end, dotted=dotted)) for line in lines_of(document)]
    forms = [one.form for _, inside in lines for one in inside]
    day_first = _day_first(text, forms)
    stamps = [stamps_in(text, line.start, line.end, inside) for line, inside in lines]
    read = _Reading(
        document, quotations, lines, stamps, day_first, day_of_writing(document, stamps, day_first=day_first)
    )
    story = Story()
    found = read.aloud(story)
    if any(isinstance(form, Numbered | Headed) for form in forms):
        # "On the siege's nineteenth day ..." may stand before the account says when the siege began.
        found = read.aloud(Story(beginnings=story.beginnings))
    return found


def _day_first(text: str, forms: list[Form]) -> bool:
    """The account's own order of figures, told by the first date in figures with a number above 12.

    Else day first, but for an account that writes 2031-05-14 and leaves the year away.
    """
    figures = [form for form in forms if isinstance(form, Figures)]
    for form in figures:
        if (form.first > 12) != (form.second > 12):
            return form.first > 12
    return not any(form.year is None for form in figures) or _ISO.search(text) is None


@dataclass(frozen=True, slots=True)
class _Reading:
    """A document with its expressions found, to be gone through in the order of the text."""

    document: Document
    quotations: Sequence[Span]
    lines: list[tuple[Line, list[Found]]]
    stamps: list[tuple[Found, ...]]
    day_first: bool
    written: date | None

    def aloud(self, story: Story) -> tuple[DateExpression, ...]:
        """Every expression with its days; `story` remembers them."""
        expressions: list[DateExpression] = []
        entries = entries_in(self.document.text, self.lines)
        entry: date | None = None
        heading = in_log = False
        for number, ((line, inside), stamped) in enumerate(zip(self.lines, self.stamps, strict=True)):
            if line.left_out and not stamped:
                continue
            clocked = entry is not None and opens_with_clock(self.document.text, line)
            in_log, heading = clocked or in_log, heading and (clocked or not in_log)
            entry = None if number in entries or not heading else entry
            for at, one in enumerate(inside):
                if stamped and one not in stamped and is_stamp(self.document.text, line.start, line.end, inside):
                    continue
                scene = Scene(story, self._place(line, inside, at, entry), self.day_first)
                before = inside[at - 1] if at else None
                floor = expressions[-1].end if expressions else 0
                stamp = one in stamped and not self._is_of_other_times(one)
                if expression := _expression(one, before, scene, stamp=stamp, floor=floor):
                    expressions.append(expression)
                if number in entries and at == 0 and expression:
                    entry, heading, in_log = expression.earliest, is_heading(scene.place.text, line, one.end), False
        return tuple(expressions)

    def _place(self, line: Line, inside: list[Found], at: int, entry: date | None) -> Place:
        one, number = inside[at], self.document.sentence_at(inside[at].start)
        sentence: Span = self.document.sentences[number] if number is not None else line
        opening = self._opening(one, number) if number else sentence.start
        start, end = max(opening, one.start - _TAKEN_IN), min(max(sentence.end, one.end), one.end + _TAKEN_IN)
        following = inside[at + 1].start if at + 1 < len(inside) else line.end
        alone = (max(start, inside[at - 1].end) if at else start, min(following, one.end + _NEXT_SENTENCE))
        return Place(
            self.document.text,
            one.start,
            one.end,
            line.passage,
            start,
            end,
            line.under_heading,
            entry or self.written,
            self._is_quoted(one),
            "the entry" if entry else "publication" if self.written == self.document.published else "the date line",
            alone,
        )

    def _opening(self, one: Found, number: int) -> int:
        """Where the sentence of an expression opens: a line before, where that breaks off behind "late on"."""
        text, sentences = self.document.text, self.document.sentences
        start, before = sentences[number].start, sentences[number - 1]
        is_broken = one.start == start and text[before.end : start] == "\n"
        return before.start if is_broken and word_before(text, start) in listed("before_line_break") else start

    def _is_of_other_times(self, one: Found) -> bool:
        """Whether what looks like a date stamp lies years from the day of writing: the heading of an old letter."""
        if not isinstance(one.form, Fixed) or self.written is None:
            return False
        return abs((one.form.days.first - self.written).days) > _A_YEAR

    def _is_quoted(self, one: Found) -> bool:
        at = bisect_right(self.quotations, one.start, key=lambda span: span.start) - 1
        return at >= 0 and one.end <= self.quotations[at].end


def _expression(one: Found, before: Found | None, scene: Scene, *, stamp: bool, floor: int) -> DateExpression | None:
    resolved = resolve(one.form, scene)
    if resolved is None:
        return None
    text = scene.place.text
    start = with_article(text, one, floor)
    if not stamp or scene.story.told:
        tell(one, before, start, resolved, scene)
    hangs = hangs_on(one.form, resolved)
    return DateExpression(
        start,
        one.end,
        text[start : one.end],
        resolved.days.first,
        resolved.days.last,
        "the account’s own date" if stamp else reason(one.form, resolved, scene.place),
        "published" if stamp else kind_of(one.form),
        approximate=resolved.vague or word_before(text, one.start) in _ABOUT,
        anchor=hangs.start if hangs else None,
    )
