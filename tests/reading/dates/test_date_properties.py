"""What holds for any text."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.dates import find_dates
from bot.reading.layout import lay_out
from bot.reading.model import Span

_PIECES = [
    "April 26", "30.04.2022", "2022-04-30", "late", "early", "the end of", "in", "on", "from", "to", "between", "and",
    "–", "May", "March 2 to 9", "1944", "’90s", "the 14th", "Friday", "last", "next", "this", "that", "week", "year",
    "two days later", "four years ago", "the day of the ferry", "day 12 of the siege", "the siege began", "(", ")", ",",
    ".", "\n\n", "\n", "Feb. 29", "winter", "Christmas Eve", "quarter", "0001", "9999", "December", "twenty-one",
    "months", "earlier", "during the next two weeks", "a year ago this month", "the morning after", "99/99/9999",
    "\u00a0", "\u202e", "“", "ten decades later", "the 19th century", "will", "had", "the following spring", "Monday",
    "26.02.", "3. March", "14.02.2031", "the last Sunday of", "Day 6", "ten days into the siege", "the siege's 12th",
    "for two weeks after", "the week before", "May 3.", "on its third day", "at 1800", "since", "until", "every", "•",
]  # fmt: skip
_texts = st.text() | st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join)
_days = st.none() | st.dates()


@settings(max_examples=300, deadline=None)
@given(text=_texts, published=_days)
def test_any_text_gives_exact_spans_and_days_in_order(text: str, published: date | None) -> None:
    document = lay_out(text, published)
    quotations = [Span(3, 40), Span(60, 200)]
    found = find_dates(document, quotations)
    assert find_dates(document, quotations) == found
    end = 0
    for one in found:
        assert one.text == text[one.start : one.end] != ""
        assert one.earliest <= one.latest
        assert end <= one.start
        assert one.reason
        assert one.anchor is None or one.anchor in {other.start for other in found}
        end = one.end


@settings(max_examples=60, deadline=None)
@given(day=st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_a_full_date_reads_back_in_every_form(day: date) -> None:
    forms = [
        day.isoformat(),
        f"{day.day} {day:%B} {day.year}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day:%A}, {day:%B} {day.day}, {day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
    ]
    for form in forms:
        [found] = find_dates(lay_out(f"The quay burned on {form}.", None))
        assert (found.earliest, found.latest) == (day, day), form


@settings(max_examples=60, deadline=None)
@given(day=st.dates(date(1950, 1, 1), date(2049, 12, 31)), days=st.integers(1, 99))
def test_days_later_are_counted(day: date, days: int) -> None:
    text = f"The quay burned on {day.isoformat()}. {days} days later it rained."
    first, second = find_dates(lay_out(text, None))
    assert (second.earliest - first.earliest).days == days


def test_hostile_texts_are_read_through() -> None:
    for piece in ("April ", "1944-", "the day of the ferry ", "late ", "2 days later ", '"', "May 1 to ", "the "):
        text = piece * 3_000
        assert all(one.text == text[one.start : one.end] for one in find_dates(lay_out(text, date(2031, 5, 14))))
