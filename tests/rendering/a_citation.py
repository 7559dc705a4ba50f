"""A citation to build answers on."""

from datetime import date

from bot.answers.model import Citation

CITATION = Citation(
    source="night-market",
    title="The night market",
    publisher="The Example Courier",
    published=date(2022, 5, 2),
    url="https://example.org/night-market",
    passage=4,
    start=10,
    end=28,
    kind="account",
)
