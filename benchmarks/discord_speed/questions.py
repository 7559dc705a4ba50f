"""What members ask: names, days, topics, words and sources that the archive holds, each in turn."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import cycle, pairwise
from typing import Any

from benchmarks.discord_speed.asking import Asking, Event, Line
from benchmarks.discord_speed.events import Members, fallback_of
from bot.answers.holdings import PAGE_LENGTH
from bot.archive.archive import Archive
from bot.archive.records import Viewer
from bot.archive.thesaurus import Thesaurus

OPTIONS = {
    "who": "name", "on": "date", "quote": "topic", "figures": "subject", "search": "words", "sources": "page",
    "source": "source",
}  # fmt: skip
"""Commands with the option that each takes; help takes none."""
_OF_A_KIND = 400
"""Different things asked for, where the archive holds so many: more than the bot remembers answers."""
_SEED = 20220516
_TYPED = 3
"""Characters after which members wait for what may be meant."""
_ONE_BUTTON = [{"type": 1, "components": [{"type": 2, "style": 2, "label": "Next", "custom_id": "constant"}]}]
Questions = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: what is asked of the archive's bot and of the constant one beside it, without end."""

    name: str
    ours: Iterator[Asking]
    constant: Iterator[Asking]


def row_of(name: str, ours: Sequence[Asking], constant: Sequence[Asking]) -> Row:
    """A row that asks these again and again, going on where it has left off."""
    return Row(name, cycle(ours), cycle(constant))


async def questions_of(archive: Archive, subjects: Thesaurus) -> Questions:
    """Different subjects for each command, drawn from what the archive holds."""
    viewer, draw = Viewer(), random.Random(_SEED)
    persons = await archive.top_persons(viewer, _OF_A_KIND)
    sources = [source.id for source in await archive.sources(viewer)]
    pages = -(-len(sources) // PAGE_LENGTH)
    draw.shuffle(sources)
    words = await _words(archive, sources, viewer)
    drawn = {
        "who": [person.name for person in persons],
        "on": await _days(archive, viewer),
        "quote": [*(subject.term for subject in subjects.subjects), *words],
        "figures": [*(subject.term for subject in subjects.subjects), *words],
        "search": words,
        "sources": [str(page) for page in range(1, pages + 1)],
        "source": sources,
        "help": [""],
    }
    return {name: asked[:_OF_A_KIND] for name, asked in drawn.items()}


async def _days(archive: Archive, viewer: Viewer) -> list[str]:
    """Days that something is dated to, then stretches from one of them to the next."""
    dated = await archive.dates_in(date(2022, 2, 24), date(2022, 12, 31), viewer, 5_000)
    days = sorted({each.earliest.isoformat() for each in dated if each.earliest == each.latest})
    stretches = [f"{first}..{last}" for first, last in pairwise(days)]
    return days + stretches


async def _words(archive: Archive, sources: Sequence[str], viewer: Viewer) -> list[str]:
    """Words of passages, drawn so that frequent ones come up more often."""
    passages = [each for source in sources[:40] for each in await archive.passages(source, 1, 40, viewer)]
    words = [word.casefold() for each in passages for word in re.findall(r"[^\W\d_]{6,}", each.text)]
    random.Random(_SEED).shuffle(words)
    return list(dict.fromkeys(words))[:_OF_A_KIND]


def typed_rows(questions: Questions, members: Members) -> list[Row]:
    """The questions behind a prefix."""

    def asking(content: str, channel: str) -> Event:
        return channel, "MESSAGE_CREATE", members.says(content, channel)

    def askings(name: str, subjects: Sequence[str]) -> list[Asking]:
        return [partial(asking, f"!{name} {subject}".strip()) for subject in subjects]

    rows = [(name, askings(name, subjects)) for name, subjects in questions.items()]
    return [row_of(f"!{name}", asked, asked) for name, asked in rows]


def slash_rows(questions: Questions, members: Members, ours: Line, constant: Line) -> list[Row]:
    """The same as slash commands."""

    def asking(line: Line, name: str, subject: str, channel: str) -> Event:
        value = int(subject) if name == "sources" else subject
        options = {OPTIONS[name]: value} if name in OPTIONS else {}
        return _interaction(members.uses(line.discord.commands[name], options, channel))

    def askings(line: Line, name: str) -> list[Asking]:
        return [partial(asking, line, name, subject) for subject in questions[name]]

    return [row_of(f"/{name}", askings(ours, name), askings(constant, name)) for name in questions]


def autocomplete_rows(questions: Questions, members: Members, ours: Line, constant: Line) -> list[Row]:
    """The beginnings of the same, where the bot completes them."""

    def asking(line: Line, name: str, typed: str, channel: str) -> Event:
        return _interaction(members.types(line.discord.commands[name], OPTIONS[name], typed, channel))

    def askings(line: Line, name: str) -> list[Asking]:
        return [partial(asking, line, name, subject[:_TYPED]) for subject in questions[name]]

    return [
        row_of(f"/{name} {OPTIONS[name]}…", askings(ours, name), askings(constant, name))
        for name in OPTIONS
        if _completes(ours, name) and _completes(constant, name)
    ]


async def press_rows(questions: Questions, members: Members, ours: Line) -> list[Row]:
    """Presses on Next and on Source under answers of the bot, the asker's own."""
    answers = [await _answer(ours, members, f"!search {word}") for word in questions["search"]]

    def asking(custom_id: str, message: dict[str, Any], asker: str | None, channel: str) -> Event:
        return _interaction(members.presses(custom_id, message, asker, channel))

    rows = []
    for label in ("Next", "Source"):
        found = [
            partial(asking, part["custom_id"], message, asker)
            for asker, message in answers
            for part in buttons_of(message["components"])
            if part.get("label") == label and not part.get("disabled")
        ]
        constant = partial(asking, "constant", {"content": "This line.", "components": _ONE_BUTTON}, None)
        if found:
            random.Random(_SEED).shuffle(found)
            rows.append(row_of(f"press {label}", found[:_OF_A_KIND], [constant]))
    return rows


def layout_row(members: Members) -> Row:
    """The constant layout beside the constant line."""

    def asking(content: str, channel: str) -> Event:
        return channel, "MESSAGE_CREATE", members.says(content, channel)

    return row_of("a constant layout", [partial(asking, "!layout")], [partial(asking, "!help")])


def buttons_of(components: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Every component with a label, however deep."""
    found = [part for part in components if "label" in part]
    for part in components:
        inner = [*part.get("components", ()), *([part["accessory"]] if part.get("accessory") else [])]
        found += buttons_of(inner)
    return found


async def _answer(line: Line, members: Members, content: str) -> tuple[str, dict[str, Any]]:
    """The id of a member who asks, and the message that answers them."""
    asked: list[str] = []

    def asking(channel: str) -> Event:
        said = members.says(content, channel)
        asked.append(said["author"]["id"])
        return channel, "MESSAGE_CREATE", said

    _, call = await line.ask(asking)
    return asked[0], call.message


def _interaction(event: dict[str, Any]) -> Event:
    return event["id"], "INTERACTION_CREATE", event


def _completes(line: Line, name: str) -> bool:
    command = fallback_of(line.discord.commands[name])
    return any(option.get("autocomplete") for option in command.get("options", ()))
