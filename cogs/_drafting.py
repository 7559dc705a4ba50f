"""From a document that a moderator hands in to a source: taken in, looked at, filled in, added or dropped."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.answers.details import filled_details, main_details, more_details
from bot.answers.language import Language
from bot.answers.model import Action, Answer
from bot.answers.preview import examine, preview_answer
from bot.archive.archive import Archive
from bot.archive.drafts import Draft
from bot.errors import InputError
from bot.rendering.discord_modals import Field
from cogs._asking import Tell
from cogs._incoming import Incoming, TakesIn
from cogs._moderators import Keeper

TakeIn = Callable[[], Awaitable[Incoming]]
DETAILS, RIGHTS = "details", "rights"
"""The two forms of a draft: Discord takes five fields in one."""


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One document that was handed in: what to call it until it is taken in, and how to do that."""

    name: str
    take_in: TakeIn


class Drafting:
    """Keeps documents while moderators decide upon them. Every method raises InputError, one sentence."""

    def __init__(self, archive: Archive, takes_in: TakesIn) -> None:
        self._archive = archive
        self.takes_in = takes_in

    async def preview_of(self, handed_in: HandedIn, keeper: Keeper, language: Language, tell: Tell) -> Answer:
        """Take a document in and say what it would bring."""
        await tell(language.say("Taking in “{name}” …", name=handed_in.name))
        incoming = await handed_in.take_in()
        draft = await self._archive.keep_draft(incoming.document, incoming.found)
        await tell(language.say("Reading “{name}” …", name=handed_in.name))
        try:
            return await self._preview(draft, keeper, language)
        except InputError:
            await self._archive.drop_draft(draft.id, keeper.guild)
            raise

    async def fields(self, form: str, draft_id: str, keeper: Keeper, language: Language) -> Sequence[Field]:
        """The fields of one of the two forms, filled in with what is known."""
        document = (await self._draft(draft_id, keeper)).document
        details = (main_details if form == DETAILS else more_details)(document, language)
        return [Field(detail.name, detail.label, detail.value, detail.required) for detail in details]

    async def fill_in(self, draft_id: str, typed: Mapping[str, str], keeper: Keeper, language: Language) -> Answer:
        """Change what was filled in, and say anew what the document would bring: dates may come out otherwise."""
        draft = await self._draft(draft_id, keeper)
        changed = await self._archive.change_draft(draft, filled_details(typed))
        return await self._preview(changed, keeper, language)

    async def add(self, draft_id: str, keeper: Keeper, language: Language) -> Answer:
        """Make the draft a source."""
        draft = await self._draft(draft_id, keeper)
        source = await self._archive.add(draft.document)
        await self._archive.drop_draft(draft_id, keeper.guild)
        held = language.counted(source.passages, "{n} passage", "{n} passages")
        heading = language.say("Added “{title}” as {source}: {held}.", title=source.title, source=source.id, held=held)
        undo = Action(language.say("Undo"), "withdraw", source.id)
        return Answer("done", heading, actions=(undo,), language=language)

    async def cancel(self, draft_id: str, keeper: Keeper, language: Language) -> Answer:
        """Drop the draft."""
        await self._archive.drop_draft(draft_id, keeper.guild)
        return Answer("done", language.say("Cancelled; nothing was added."), language=language)

    async def _preview(self, draft: Draft, keeper: Keeper, language: Language) -> Answer:
        examined = await examine(self._archive, draft, keeper.guild)
        return await preview_answer(self._archive, examined, keeper.viewer, language)

    async def _draft(self, draft_id: str, keeper: Keeper) -> Draft:
        draft = await self._archive.draft(draft_id, keeper.guild)
        if draft is None:
            raise InputError("This preview has been decided upon, or is older than a day; hand the document in again.")
        return draft
