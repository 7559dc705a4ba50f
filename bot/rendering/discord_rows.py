"""The controls under an answer, alike in both of its forms: at most four rows under those of its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.answers.calls import Call
from bot.answers.model import Answer, Choice
from bot.rendering.clamp import BUTTON_LABEL, OPTION_LABEL, OPTION_VALUE, PLACEHOLDER, SELECT_OPTIONS, clamp, units
from bot.rendering.discord_components import MOST_IN_ROW, Component, button, link, menu, option, row
from bot.rendering.discord_harmless import one_line
from bot.rendering.discord_look import Look
from bot.rendering.discord_state import (
    ActState,
    ChoiceState,
    JumpState,
    PageState,
    PlainState,
    RemoveState,
    ReportState,
    TabState,
)

MOST_BESIDE = 2 * MOST_IN_ROW
"""What stands beside an answer or can be done from it: two rows, of which questions never need the second."""
_ADDRESS = re.compile(r"https?://[!-~]+")
_LONGEST_ADDRESS = 512
_SENTENCES = frozenset({"error", "nothing", "choice", "help", "settings", "preview", "done", "audit", "reports"})
"""Kinds of answer that read the same as plain text."""
_NOT_AGAIN = _SENTENCES | {"found"}
"""Kinds that are not asked for once more: the message that something was found on is kept nowhere."""


def control_rows(answer: Answer, look: Look) -> list[Component]:
    """The rows under an answer: ways on, what stands beside it or can be done, its pages, and what every answer has."""
    beside = [*_tabs(answer, look), *_actions(answer)][:MOST_BESIDE]
    controls = (
        _menu(answer, look),
        beside[:MOST_IN_ROW],
        beside[MOST_IN_ROW:],
        _pager(answer, look),
        [*_link(answer), *_tools(answer, look)],
    )
    return [row(*each) for each in controls if each]


def turns(answer: Answer, look: Look) -> bool:
    """Whether the pages of an answer can be turned by buttons: a very long question does not fit into them."""
    return bool(_pager(answer, look))


def _pager(answer: Answer, look: Look) -> list[Component]:
    if answer.of < 2 or answer.asked is None:
        return []
    call, say = answer.asked, answer.language.say
    before, jump, behind = (
        _turned(call, answer.page - 1, look).custom_id(),
        JumpState(look.asker, answer.of, call).custom_id(),
        _turned(call, answer.page + 1, look).custom_id(),
    )
    if before is None or jump is None or behind is None:
        return []
    where = say("Page {page} of {of}", page=answer.page, of=answer.of)
    return [
        button(_label(say("Previous")), before, disabled=answer.page <= 1),
        button(_label(where), jump),
        button(_label(say("Next")), behind, disabled=answer.page >= answer.of),
    ]


def _turned(call: Call, page: int, look: Look) -> PageState:
    return PageState(look.asker, replace(call, page=max(page, 0)))


def _tools(answer: Answer, look: Look) -> Iterator[Component]:
    say = answer.language.say
    if answer.asked and not look.plain and answer.kind not in _NOT_AGAIN:
        plain = PlainState(replace(answer.asked, page=answer.page)).custom_id()
        if plain:
            yield button(_label(say("Plain text")), plain)
    if answer.asked and answer.kind not in _NOT_AGAIN:
        report = ReportState(replace(answer.asked, page=answer.page)).custom_id()
        if report:
            yield button(_label(say("Report a mistake")), report)
    if look.removable:
        yield button(_label(say("Remove")), RemoveState(look.asker).custom_id())


def _tabs(answer: Answer, look: Look) -> list[Component]:
    tabs = [choice for choice in answer.choices if choice.tab][:MOST_IN_ROW]
    states = [TabState(index, look.asker, tab.ask).custom_id() for index, tab in enumerate(tabs)]
    return [button(_label(tab.label), state) for tab, state in zip(tabs, states, strict=True) if state]


def _actions(answer: Answer) -> list[Component]:
    states = [ActState(action.act, action.on).custom_id() for action in answer.actions]
    return [button(_label(action.label), state) for action, state in zip(answer.actions, states, strict=True) if state]


def _menu(answer: Answer, look: Look) -> list[Component]:
    ways = [choice for choice in answer.choices if not choice.tab and _is_value(choice.ask)]
    usable = list({choice.ask: choice for choice in reversed(ways)}.values())[::-1][:SELECT_OPTIONS]
    if not usable:
        return []
    after = {"help": "h", "choice": "c", "nothing": "c", "found": "f"}.get(answer.kind, "o")
    say = answer.language.say
    placeholder = say("Which one?") if answer.kind == "choice" else say("Go on to …")
    options = [_option(choice, answer.kind == "help") for choice in usable]
    return [menu(ChoiceState(look.asker, after).custom_id(), options, clamp(placeholder, PLACEHOLDER))]


def _link(answer: Answer) -> list[Component]:
    url = answer.items[0].citation.url if answer.items and answer.kind in {"source", "context"} else None
    if url is None or not _ADDRESS.fullmatch(url) or len(url) > _LONGEST_ADDRESS:
        return []
    return [link(_label(answer.language.say("Where it was published")), url)]


def _label(words: str) -> str:
    return clamp(one_line(words), BUTTON_LABEL) or "…"


def _is_value(ask: str) -> bool:
    return 0 < units(ask) <= OPTION_VALUE and one_line(ask) == ask


def _option(choice: Choice, described: bool) -> Component:
    label = clamp(one_line(choice.label), OPTION_LABEL) or clamp(one_line(choice.ask), OPTION_LABEL) or "…"
    return option(label, choice.ask, choice.ask if described else None)
