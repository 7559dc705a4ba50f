"""`ask`: one question, answered for a person or as JSON."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console

from bot.answers.desk import Call, error_answer, parse_call
from bot.answers.model import Answer
from bot.archive.records import Viewer
from bot.errors import InputError, SettingsError
from bot.rendering.as_json import answer_to_json
from bot.rendering.chart.charts import NOT_INSTALLED
from bot.rendering.terminal import print_answer
from bot.settings import Settings
from bot.shipped import open_archive, open_desk


@click.command()
@click.argument("words", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
@click.option("--chart", type=click.Path(path_type=Path, dir_okay=False), help="Write the picture of a timeline (PNG).")
@click.option("--page", type=click.IntRange(min=1), help="Which page of the answer; the first where not given.")
@click.pass_obj
def ask(settings: Settings, words: tuple[str, ...], as_json: bool, chart: Path | None, page: int | None) -> int:
    """Ask one question, as typed in the console: 'who Palamar', '!on 2022-04-30', 'quote evacuation'."""
    try:
        call = parse_call(" ".join(words), settings.command_prefix)
        answer = asyncio.run(_answered(settings, replace(call, page=page) if page else call))
    except InputError as error:
        if as_json:
            _print_json(error_answer(error))
        raise
    if as_json:
        _print_json(answer)
    else:
        print_answer(answer, Console(highlight=False))
    if chart:
        _write_chart(answer, chart)
    return 0


def _write_chart(answer: Answer, path: Path) -> None:
    """Write the picture of an answer. Raises SettingsError where nothing is installed that draws, and InputError."""
    if answer.chart is None:
        raise InputError("This answer has no picture, so none was written.")
    try:
        # Imported only here: nothing else on the command line draws.
        from bot.rendering.chart.drawing import draw
    except ImportError:
        raise SettingsError(NOT_INSTALLED) from None
    try:
        path.write_bytes(draw(answer.chart))
    except OSError as error:
        raise InputError(f"“{path}” cannot be written: {error.strerror}.") from error


async def _answered(settings: Settings, call: Call) -> Answer:
    async with open_archive(settings) as archive:
        return await open_desk(archive, settings).ask(call, Viewer())


def _print_json(answer: Answer) -> None:
    click.echo(json.dumps(answer_to_json(answer), ensure_ascii=False, indent=2))


COMMANDS = (ask,)
