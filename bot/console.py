"""The console: questions on standard input, answers on standard output."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Iterator
from dataclasses import replace

from rich.console import Console

from bot.answers.desk import Call, Desk, parse_call
from bot.answers.language import ENGLISH
from bot.answers.model import Answer
from bot.archive.archive import Archive
from bot.archive.records import Viewer
from bot.errors import ArchiveBotError, InputError
from bot.faults import fault_sentence
from bot.rendering.harmless import harmless
from bot.rendering.terminal import print_answer
from bot.settings import Settings
from bot.shipped import open_archive, open_desk

LEAVING = frozenset({"quit", "exit", "bye"})
NEXT = frozenset({"next", "more"})


class Talk:
    """What the console remembers of a conversation: the last call and its answer, for “next” and numbered choices."""

    def __init__(self, desk: Desk, prefix: str) -> None:
        self._desk = desk
        self._prefix = prefix
        self._call: Call | None = None
        self._answer: Answer | None = None

    async def answer(self, line: str) -> Answer:
        """The answer to one line. Raises InputError for a line that is no question."""
        call = self._understood(line.strip())
        answer = await self._desk.ask(call, Viewer())
        self._call, self._answer = replace(call, page=answer.page), answer
        return answer

    def _understood(self, line: str) -> Call:
        if line.removeprefix(self._prefix).casefold() in NEXT:
            return self._next_page()
        if line.isdecimal() and self._answer and self._answer.choices:
            return parse_call(self._choice(line), self._prefix)
        return parse_call(line, self._prefix)

    def _next_page(self) -> Call:
        if self._call is None or self._answer is None or self._answer.page >= self._answer.of:
            raise InputError("There is no next page.")
        return replace(self._call, page=self._answer.page + 1)

    def _choice(self, number: str) -> str:
        choices = self._answer.choices if self._answer else ()
        if len(number) > 3 or not 1 <= int(number) <= len(choices):
            held = ENGLISH.counted(len(choices), "{n} choice", "{n} choices")
            raise InputError(f"The last answer has {held}, numbered from 1.")
        return choices[int(number) - 1].ask


def run_console(settings: Settings) -> int:
    """Answer questions until standard input ends; returns the exit status."""
    console = Console(highlight=False)
    with asyncio.Runner() as runner, contextlib.ExitStack() as leaving:
        opened = contextlib.AsyncExitStack()
        leaving.callback(lambda: runner.run(opened.aclose()))
        archive = runner.run(opened.enter_async_context(open_archive(settings)))
        desk = open_desk(archive, settings)
        runner.run(_greet(archive, desk, settings, console))
        talk = Talk(desk, settings.command_prefix)
        for line in _lines():
            if line.strip().removeprefix(settings.command_prefix).casefold() in LEAVING:
                break
            if line.strip():
                _reply(runner, talk, line, console)
    return 0


def _reply(runner: asyncio.Runner, talk: Talk, line: str, console: Console) -> None:
    """One answer, or one sentence about what went wrong: the next question may go better."""
    try:
        print_answer(runner.run(talk.answer(line)), console)
    except ArchiveBotError as error:
        _say(console, f"{error}\n")
    except Exception:
        _say(console, f"{fault_sentence()}\n")
    console.file.flush()


async def _greet(archive: Archive, desk: Desk, settings: Settings, console: Console) -> None:
    held = ENGLISH.counted(len(await archive.sources(Viewer())), "{n} source", "{n} sources")
    _say(console, f"Siege archive: {held}, and a source for every answer.")
    _say(console, "“help” shows what can be asked, “quit” leaves. Three things to try:")
    for example in await desk.examples(Viewer()):
        _say(console, f"  {settings.command_prefix}{example.ask}")
    _say(console, "")


def _say(console: Console, sentence: str) -> None:
    console.print(harmless(sentence), markup=False, soft_wrap=True)


def _lines() -> Iterator[str]:
    """Lines of standard input, with a prompt and a history where a person types them."""
    if not sys.stdin.isatty():
        yield from sys.stdin
        return
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401  # importing it gives `input` its history and editing
    with contextlib.suppress(EOFError, KeyboardInterrupt):
        while True:
            yield input("> ")
