"""A progress bar, where there is a terminal to show it on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress

from bot.archive.building import Progress as Told
from bot.rendering.harmless import harmless


@contextmanager
def progress_bar(what: str) -> Iterator[Told]:
    """A function to tell of every step (done, of how many, title); the bar appears with the first, on a terminal."""
    console = Console(stderr=True)
    bar = Progress(console=console, transient=True, disable=not console.is_terminal)
    task = bar.add_task(what, total=None)

    def told(done: int, of: int, title: str) -> None:
        bar.start()
        bar.update(task, completed=done, total=of, description=f"{what} {_shown(title)}")

    try:
        yield told
    finally:
        bar.stop()


def _shown(title: str) -> str:
    # The bar reads markup in its descriptions; a title must not be read as any.
    return harmless(title).replace("[", "(").replace("]", ")")[:40]
