"""Charts to be drawn."""

from datetime import date, timedelta

from bot.answers.chart import Chart, ChartRow, Key, Label, Stretch

FIRST, LAST = date(2022, 2, 24), date(2022, 5, 20)
MONTHS = tuple(
    Label(date(2022, number, 1), name) for number, name in enumerate(("February", "March", "April", "May"), 2)
)
KEY = Key("one day for certain", "approximate, or several days", "fixed point of the siege")
POINTS = (Label(date(2022, 3, 16), "The theatre is hit"), Label(date(2022, 5, 16), "The surrender begins"))


def days(count: int) -> tuple[Stretch, ...]:
    """So many dates: every fifth a vague one, three days wide."""
    begins = [FIRST + timedelta(days=number % 86) for number in range(count)]
    return tuple(
        Stretch(day, day + timedelta(days=0 if number % 5 else 2), not number % 5) for number, day in enumerate(begins)
    )


def chart(
    *rows: ChartRow, heading: str = "Timeline: “lamps”", points: tuple[Label, ...] = POINTS, last: date = LAST
) -> Chart:
    """A chart with these rows."""
    return Chart(heading, "24 February – 20 May 2022", FIRST, last, rows, MONTHS, points, KEY, "Chart. Lamps.")


def row(*stretches: Stretch, publisher: str = "The Example Courier", title: str = "The night market") -> ChartRow:
    """The row of one account."""
    return ChartRow(publisher, title, stretches)
