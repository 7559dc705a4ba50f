"""Drawing a chart of dated passages as a PNG.

Blue and orange are told apart by colour-blind readers too (Okabe and Ito, https://jfly.uni-koeln.de/color/), and the
shapes differ besides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bot.answers.chart import Chart, ChartRow, Label, Stretch
from bot.rendering.chart.letters import Letters
from bot.rendering.chart.page import Page
from bot.rendering.discord_harmless import one_line

WIDTH = 1100
"""Pixels: Discord shows a picture some 400 to 550 wide, and keeps its pixels for whoever enlarges it."""
_MARGIN = 28
_RIGHT, _ACROSS = WIDTH - _MARGIN, WIDTH - 2 * _MARGIN
_TITLE, _NUMBERS, _ROW, _MONTHS, _KEY, _POINT = 62, 42, 59, 44, 48, 27
"""Heights: of the heading, the numbers above the fixed points, a row, the months, the key, a line of fixed points."""
_MIDDLE_OF_LABEL, _MIDDLE_OF_MARK, _MARK, _BAND = 17, 44, 24, 13
_COLUMN = _ACROSS / 2
_BESIDE = 40
"""What the number of a fixed point takes of its column."""
_APART = 30
"""Pixels between two numbers that stand on one line."""
_LARGE, _MIDDLE, _SMALL = 31, 25, 22
"""Heights of letters."""
_NARROWEST, _WIDEST = 5.0, 12.0
"""The mark of a day, which is else as wide as most of a day."""
_SHORT_MONTH = 3
"""Letters of a month where its name has no room."""
_LINE, _WORDS, _FAINT = "#434a57", "#f1f3f6", "#aeb6c4"
_CERTAIN, _VAGUE, _POINTED = "#56b4e9", "#e69f00", "#8b95a7"
_COLOURS = (_LINE, _WORDS, _FAINT, _CERTAIN, _VAGUE, _POINTED)


def draw(chart: Chart) -> bytes:
    """The chart as a PNG, WIDTH pixels wide and as high as its rows need."""
    drawing = _Drawing(chart)
    drawing.draw()
    return drawing.page.png()


class _Drawing:
    """One chart on its way to a picture: heading, numbers, rows, months, key, and what the numbers stand for."""

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._letters = Letters()
        self._columns = _halves([self._key_of(number, point) for number, point in enumerate(chart.points, 1)])
        self._top = _TITLE + (_NUMBERS if chart.points else 0)
        self._foot = self._top + _ROW * len(chart.rows)
        self._key = self._foot + _MONTHS + _KEY
        lines = max(map(len, self._columns))
        self.page = Page(WIDTH, self._key + _POINT * lines + (_MARGIN // 2 if lines else 0), self._letters, _COLOURS)
        self._day = _ACROSS / ((chart.last - chart.first).days + 1)

    def draw(self) -> None:
        """Put everything where it belongs."""
        self._draw_heading()
        self._draw_months()
        self._draw_points()
        for number, row in enumerate(self._chart.rows):
            self._draw_row(self._top + number * _ROW, row)
        self._draw_key()
        for column, entries in enumerate(self._columns):
            self._draw_column(_MARGIN + column * _COLUMN, entries)

    def _draw_heading(self) -> None:
        wide = self.page.write(_MARGIN, _TITLE / 2 + 2, one_line(self._chart.heading), _LARGE, _WORDS, bold=True,
                               room=_ACROSS)  # fmt: skip
        if self._letters.width(self._chart.days, _SMALL) <= _ACROSS - wide - _MARGIN:
            self.page.write(_RIGHT, _TITLE / 2 + 4, self._chart.days, _SMALL, _FAINT, align="right")

    def _draw_months(self) -> None:
        self.page.rule(_MARGIN, self._foot, _ACROSS, 2, _LINE)
        for month, until in _with_ends(self._chart.months):
            begins = max(self._at(month.day), _MARGIN)
            room = (self._at(until) if until else _RIGHT) - begins - 8
            if month.day > self._chart.first:
                self.page.rule(begins - 1, self._top, 2, self._foot - self._top + 12, _LINE)
            names = (name for name in (month.words, month.words[:_SHORT_MONTH]) if self._fits(name, room))
            self.page.write(begins + 6, self._foot + _MONTHS / 2, next(names, ""), _MIDDLE, _FAINT)

    def _draw_points(self) -> None:
        upper, lower = _TITLE + 10, _TITLE + 30
        right = 0.0
        for number, point in enumerate(self._chart.points, 1):
            x = self._at(point.day) + self._day / 2
            y = lower if x - right < _APART else upper
            right = x if y == upper else right
            self.page.dashes(x, y + 12, self._foot, _POINTED)
            self.page.write(x, y, str(number), _SMALL, _WORDS, align="center")

    def _draw_row(self, top: float, row: ChartRow) -> None:
        middle = top + _MIDDLE_OF_LABEL
        publisher, title = one_line(row.publisher), one_line(row.title)
        wide = self.page.write(_MARGIN, middle, publisher, _MIDDLE, _WORDS, bold=True, room=_ACROSS, grounded=True)
        left = _MARGIN + wide + (12 if wide else 0)
        self.page.write(left, middle, title, _MIDDLE, _FAINT, room=_RIGHT - left, grounded=True)
        self.page.rule(_MARGIN, top + _MIDDLE_OF_MARK - 0.5, _ACROSS, 1, _LINE)
        for stretch in sorted(set(row.stretches), key=lambda each: each.certain):
            self._draw_stretch(top + _MIDDLE_OF_MARK, stretch)

    def _draw_stretch(self, middle: float, stretch: Stretch) -> None:
        if stretch.certain:
            self._mark(self._at(stretch.earliest) + self._day / 2, middle)
            return
        begins, ends = max(stretch.earliest, self._chart.first), min(stretch.latest, self._chart.last)
        self._band(self._at(begins), middle, self._at(ends) + self._day)

    def _draw_key(self) -> None:
        middle, key, x = self._foot + _MONTHS + _KEY / 2 - 4, self._chart.key, float(_MARGIN)
        self._mark(x + 6, middle)
        x += 52 + self.page.write(x + 22, middle, key.certain, _SMALL, _FAINT)
        self._band(x, middle, x + 44)
        x += 84 + self.page.write(x + 54, middle, key.vague, _SMALL, _FAINT)
        if self._chart.points:
            self.page.dashes(x, middle - 14, middle + 14, _POINTED)
            self.page.write(x + 12, middle, key.point, _SMALL, _FAINT, room=_RIGHT - x - 12)

    def _key_of(self, number: int, point: Label) -> list[tuple[str, str]]:
        """The lines on which a fixed point is named: its number, where it stands, and the words."""
        lines = self._letters.wrapped(one_line(point.words), _COLUMN - _BESIDE - 8, _SMALL)
        return [("" if at else str(number), line) for at, line in enumerate(lines or [""])]

    def _draw_column(self, left: float, entries: Sequence[tuple[str, str]]) -> None:
        for at, (number, words) in enumerate(entries):
            middle = self._key + (at + 0.5) * _POINT
            self.page.write(left + _BESIDE - 10, middle, number, _SMALL, _WORDS, align="right")
            self.page.write(left + _BESIDE, middle, words, _SMALL, _FAINT)

    def _fits(self, words: str, room: float) -> bool:
        return self._letters.width(words, _MIDDLE) <= room

    def _at(self, day: date) -> float:
        """Where a day begins."""
        return _MARGIN + (day - self._chart.first).days * self._day

    def _mark(self, x: float, middle: float) -> None:
        wide = min(max(0.7 * self._day, _NARROWEST), _WIDEST)
        self.page.box(x - wide / 2, middle - _MARK / 2, wide, _MARK, _CERTAIN)

    def _band(self, left: float, middle: float, right: float) -> None:
        self.page.box(left, middle - _BAND / 2, right - left, _BAND, _VAGUE, opacity=0.85)


def _with_ends(months: Sequence[Label]) -> Iterator[tuple[Label, date | None]]:
    ends: Iterable[date | None] = [*(month.day for month in months[1:]), None]
    return zip(months, ends, strict=True)


def _halves(entries: Sequence[list[tuple[str, str]]]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Entries of one or two lines in two columns of about the same height, none of them torn."""
    lines, left, right = sum(map(len, entries)), list[tuple[str, str]](), list[tuple[str, str]]()
    for entry in entries:
        column = right if right or len(left) >= lines / 2 else left
        column.extend(entry)
    return left, right
