"""What was measured, as Markdown."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.discord_speed.asking import Slice
from benchmarks.discord_speed.processes import Memory, Running


@dataclass(frozen=True, slots=True)
class Measured:
    """One row: slices of the archive's bot and, one by one beside them, of the constant bot."""

    name: str
    members: int
    ours: Sequence[Slice]
    constant: Sequence[Slice]

    def cell(self, percent: int) -> tuple[float, float, float]:
        """Milliseconds of the archive's bot and of the constant one, and the ratio: medians over the slices."""
        return self._medians(lambda each: each.percentile(percent))

    def rates(self) -> tuple[float, float, float]:
        """Answers a second of both, and the ratio."""
        return self._medians(lambda each: each.rate)

    def _medians(self, of: Callable[[Slice], float]) -> tuple[float, float, float]:
        ours, constant = [of(each) for each in self.ours], [of(each) for each in self.constant]
        ratios = [one / other for one, other in zip(ours, constant, strict=True)]
        return statistics.median(ours), statistics.median(constant), statistics.median(ratios)


def heading() -> str:
    """The head of the table. Times are milliseconds; after the stroke the constant bot's, then the ratio."""
    names = ("question", "members", "p50", "ratio", "p95", "ratio", "p99", "ratio", "answers/s")
    return f"| {' | '.join(names)} |\n|{'|'.join([' --- ', *[' ---: '] * (len(names) - 1)])}|"


def measured_row(row: Measured) -> str:
    """One line of the table."""
    cells = [row.name, str(row.members)]
    for percent in (50, 95, 99):
        ours, constant, ratio = row.cell(percent)
        cells += [f"{ours:.2f} / {constant:.2f}", f"{ratio:.2f}"]
    ours, constant, _ = row.rates()
    return f"| {' | '.join([*cells, f'{ours:.0f} / {constant:.0f}'])} |"


def memory_lines(ours: Memory | None, constant: Memory | None) -> str:
    """Memory of both after the questions."""
    if ours is None or constant is None:
        return "Memory: not told by this system."
    return (
        f"Memory after these questions, MiB: RSS {ours.rss:.0f} / {constant.rss:.0f}, "
        f"PSS {ours.pss:.0f} / {constant.pss:.0f}."
    )


def start_lines(ours: Sequence[Running], constant: Sequence[Running]) -> str:
    """Starts of both."""
    ready = [statistics.median(bot.start.ready for bot in bots) for bots in (ours, constant)]
    answered = [statistics.median(bot.start.answered for bot in bots) for bots in (ours, constant)]
    return (
        f"From start to READY, ms: {ready[0]:.0f} / {ready[1]:.0f} ({ready[0] / ready[1]:.2f}); "
        f"to the first answer: {answered[0]:.0f} / {answered[1]:.0f} ({answered[0] / answered[1]:.2f})."
    )
