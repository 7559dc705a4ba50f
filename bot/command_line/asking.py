"""`ask`: one question, answered for a person or as JSON."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace

import click
from rich.console import Console

from bot.answers.desk import Call, error_answer, parse_call
from bot.answers.model import Answer
from bot.archive.records import Viewer
from bot.errors import InputError
from bot.rendering.as_json import answer_to_json
from bot.rendering.terminal import print_answer
from bot.settings import Settings
from bot.shipped import open_archive, open_desk


@click.command()
@click.argument("words", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
@click.option("--page", type=click.IntRange(min=1), help="Which page of the answer; the first where not given.")
@click.pass_obj
def ask(settings: Settings, words: tuple[str, ...], as_json: bool, page: int | None) -> int:
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
    return 0


async def _answered(settings: Settings, call: Call) -> Answer:
    async with open_archive(settings) as archive:
        return await open_desk(archive, settings).ask(call, Viewer())


def _print_json(answer: Answer) -> None:
    click.echo(json.dumps(answer_to_json(answer), ensure_ascii=False, indent=2))


COMMANDS = (ask,)
