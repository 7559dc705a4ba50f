"""An answer as a Components V2 message of Discord, within Discord's limits whatever the answer holds."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import discord

from bot.answers.calls import Call
from bot.answers.model import Answer, Choice, Item
from bot.rendering.clamp import MESSAGE_TEXT, OPTION_LABEL, OPTION_VALUE, SELECT_OPTIONS, clamp, shares, units
from bot.rendering.discord_controls import ChoiceMenu, PageButton, SourceButton
from bot.rendering.discord_harmless import one_line
from bot.rendering.discord_state import ChoiceState, PageState, SourceState
from bot.rendering.discord_text import LEAST_ITEM, heading_text, item_text, left_out, notes_text

MOST_ITEMS = 6
"""Items of one message: each takes three components, and at least LEAST_ITEM units of text."""
_MOST_NOTES = 2000
_ADDRESS = re.compile(r"https?://[!-~]+")
_LONGEST_ADDRESS = 512

Layout = discord.ui.LayoutView
Part = discord.ui.Item[Any]


def layout_of(answer: Answer, call: Call | None = None, *, asker: int = 0, attached: str | None = None) -> Layout:
    """The message that shows an answer.

    `call` is the question behind it, for the buttons that turn its pages; `asker` the id of the member who asked
    (0: nobody in particular); `attached` the name of the file that goes with the message.
    """
    shown = answer.items[:MOST_ITEMS]
    turning = _page_buttons(answer, call, asker)
    extra = left_out(len(answer.items) - len(shown))
    if answer.of > 1 and not turning:
        extra = (*extra, "To see another page, put “page 2” behind the question.")
    heading = heading_text(answer)
    notes = notes_text(answer, extra, min(_MOST_NOTES, MESSAGE_TEXT - units(heading) - LEAST_ITEM * len(shown)))
    parts: list[Part] = [discord.ui.TextDisplay(heading)]
    parts += _item_parts(shown, MESSAGE_TEXT - units(heading) - units(notes))
    if attached:
        parts.append(discord.ui.File(f"attachment://{attached}"))
    if notes:
        parts.append(discord.ui.TextDisplay(notes))
    parts += _link_parts(answer)
    parts += _choice_parts(answer, asker)
    if turning:
        parts.append(discord.ui.ActionRow(*turning))
    layout = discord.ui.LayoutView(timeout=None)
    layout.add_item(discord.ui.Container(*parts))
    return layout


def _item_parts(items: tuple[Item, ...], room: int) -> list[Part]:
    if not items:
        return []
    share = max(room // len(items), LEAST_ITEM)
    opens = [not index or item.section != items[index - 1].section for index, item in enumerate(items)]
    entries = list(zip(items, opens, strict=True))
    whole = [units(item_text(item, MESSAGE_TEXT, share, opens_section=opening)) for item, opening in entries]
    texts = [
        item_text(item, given, share, opens_section=opening)
        for (item, opening), given in zip(entries, shares(whole, room), strict=True)
    ]
    return [_with_source_button(index, item, text) for index, (item, text) in enumerate(zip(items, texts, strict=True))]


def _with_source_button(index: int, item: Item, text: str) -> Part:
    state = SourceState(index, item.citation.passage, item.citation.source)
    if state.custom_id() is None:
        return discord.ui.TextDisplay(text)
    return discord.ui.Section(discord.ui.TextDisplay(text), accessory=SourceButton(state))


def _page_buttons(answer: Answer, call: Call | None, asker: int) -> list[PageButton]:
    if call is None or answer.of < 2:
        return []
    before, behind = (PageState(asker, replace(call, page=answer.page + step)) for step in (-1, 1))
    if before.custom_id() is None or behind.custom_id() is None:
        return []
    return [
        PageButton(before, "Previous", disabled=answer.page <= 1),
        PageButton(behind, "Next", disabled=answer.page >= answer.of),
    ]


def _choice_parts(answer: Answer, asker: int) -> list[Part]:
    usable = {choice.ask: choice for choice in reversed(answer.choices) if _is_value(choice.ask)}
    options = [_option(choice, answer.kind == "help") for choice in reversed(usable.values())][:SELECT_OPTIONS]
    if not options:
        return []
    after = {"help": "h", "choice": "c", "nothing": "c"}.get(answer.kind, "o")
    placeholder = "Which one?" if answer.kind == "choice" else "Go on to …"
    return [discord.ui.ActionRow(ChoiceMenu(ChoiceState(asker, after), options, placeholder))]


def _link_parts(answer: Answer) -> list[Part]:
    url = answer.items[0].citation.url if answer.items and answer.kind in {"source", "context"} else None
    if url is None or not _ADDRESS.fullmatch(url) or len(url) > _LONGEST_ADDRESS:
        return []
    return [discord.ui.ActionRow(discord.ui.Button(label="Where it was published", url=url))]


def _is_value(ask: str) -> bool:
    return 0 < units(ask) <= OPTION_VALUE and one_line(ask) == ask


def _option(choice: Choice, described: bool) -> discord.SelectOption:
    label = clamp(one_line(choice.label), OPTION_LABEL) or clamp(one_line(choice.ask), OPTION_LABEL) or "…"
    return discord.SelectOption(label=label, value=choice.ask, description=choice.ask if described else None)
