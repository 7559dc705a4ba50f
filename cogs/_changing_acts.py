"""What stands behind the buttons under what was changed, under the log and under the preview of another text."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace as with_other

from bot.answers import audit
from bot.answers.changes import UNDO
from bot.answers.changing import replacing, sources
from bot.answers.changing.keeping import Keeping
from bot.answers.language import Language, message
from bot.answers.model import Answer
from bot.archive.archive import Archive
from bot.rendering.discord_modals import Field
from cogs._acting import Act, Acts, Form
from cogs._asking import Outcome
from cogs._changing import keeping, reason_field
from cogs._exporting import Exporting
from cogs._moderators import Keeper

Do = Callable[[Keeping, str], Awaitable[Outcome]]


def changing_acts(archive: Archive, exporting: Exporting) -> Acts:
    """The acts, what they hand out, and the forms, by name."""

    def act(do: Do) -> Act:
        async def done(on: str, keeper: Keeper, language: Language) -> Outcome:
            return await do(keeping(archive, keeper, language), on)

        return done

    return Acts(
        acts={
            UNDO: act(audit.undo),
            "withdraw": act(audit.undo_adding),
            audit.UNDO_HERE: act(_undo_here),
            audit.PAGE: act(_audit_page),
            audit.HISTORY: act(_history_page),
        },
        handouts={audit.CSV: act(exporting.audit_csv), audit.JSON: act(exporting.audit_json)},
        forms={
            sources.EDIT: _details_form(archive, sources.EDIT, message("Change details")),
            sources.EDIT_MORE: _details_form(archive, sources.EDIT_MORE, message("Place and rights")),
            replacing.REPLACE: _replace_form(archive),
        },
    )


async def _undo_here(keeper: Keeping, on: str) -> Answer:
    """Undo an entry, and show its page of the log again."""
    number, _, page = on.partition(":")
    undone = await audit.undo(keeper, number)
    answer = await audit.audit_page(keeper, _page(page))
    return with_other(answer, notes=(undone.heading, *answer.notes))


async def _audit_page(keeper: Keeping, on: str) -> Answer:
    return await audit.audit_page(keeper, _page(on))


async def _history_page(keeper: Keeping, on: str) -> Answer:
    page, _, source_id = on.partition(":")
    return await audit.history_page(keeper, source_id, _page(page))


def _page(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else 1


def _details_form(archive: Archive, form: str, title: str) -> Form:
    async def fields(on: str, keeper: Keeper, language: Language) -> Sequence[Field]:
        details = await sources.details_of(keeping(archive, keeper, language), form, on)
        return [Field(each.name, each.label, each.value, each.required) for each in details]

    async def fill_in(on: str, typed: Mapping[str, str], keeper: Keeper, language: Language) -> Outcome:
        return await sources.edit(keeping(archive, keeper, language), on, typed)

    return Form(title, fields, fill_in)


def _replace_form(archive: Archive) -> Form:
    async def fields(on: str, keeper: Keeper, language: Language) -> Sequence[Field]:
        await replacing.replacing_draft(keeping(archive, keeper, language), on)
        return [reason_field(language)]

    async def fill_in(on: str, typed: Mapping[str, str], keeper: Keeper, language: Language) -> Outcome:
        return await replacing.replace(keeping(archive, keeper, language), on, typed.get("reason", ""))

    return Form(message("Replace the text"), fields, fill_in)
