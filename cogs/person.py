"""Who is who and what people are called, as moderators correct it."""

from __future__ import annotations

from functools import partial

from discord import app_commands

from bot.answers.changing import persons
from cogs._changing import REASON, ChangingCog, Context, deed, group, subgroup
from cogs._choosing import choosing
from cogs._completing import completing


class PersonCog(ChangingCog, name="Person"):
    """Corrections of people, each with its reason, and each with a button that undoes it."""

    @group("person", "For moderators: correct who is who and what people are called")
    async def person(self, ctx: Context) -> None:
        """Says what can stand behind it."""
        await self.changing.explain(ctx)

    @deed(person, "merge", "Two people whom the accounts name are one")
    @app_commands.describe(person="Who is somebody else", into="Who that is", reason=REASON)
    @app_commands.autocomplete(person=completing("person"), into=completing("person"))
    async def merge(self, ctx: Context, person: str, into: str, *, reason: str) -> None:
        """Takes the first for the second; typed, names of several words stand in quotation marks."""
        await self.changing.do(ctx, partial(persons.merge, one=person, other=into, reason=reason))

    @deed(person, "split", "Whom one source calls so is somebody else")
    @app_commands.describe(
        person="Who is taken for one",
        source="The source in which it is somebody else",
        reason=REASON,
        name="The name of somebody new; else as the source calls them",
        to="Somebody known who it is",
    )
    @app_commands.autocomplete(person=completing("person"), source=choosing("own source"), to=completing("person"))
    async def split(
        self,
        ctx: Context,
        person: str,
        source: str,
        *,
        reason: str,
        name: str | None = None,
        to: str | None = None,
    ) -> None:
        """Tells the person of one source from the others; typed, it is somebody new."""
        await self.changing.do(
            ctx, partial(persons.split, person=person, source_id=source, reason=reason, name=name, to=to)
        )

    @deed(person, "rename", "Give a person another preferred name")
    @app_commands.describe(person="Whose name", name="The new name", reason=REASON)
    @app_commands.autocomplete(person=completing("person"))
    async def rename(self, ctx: Context, person: str, name: str, *, reason: str) -> None:
        """Sets the preferred name."""
        await self.changing.do(ctx, partial(persons.rename, person=person, name=name, reason=reason))

    @deed(person, "describe", "Say in a few words who a person is, as a passage states")
    @app_commands.describe(
        person="Who is described",
        role="In a few words, such as a miller from the lower town",
        citation="The passage that says so, such as a-source-id:12",
        reason=REASON,
    )
    @app_commands.autocomplete(person=completing("person"), citation=completing("citation"))
    async def describe(self, ctx: Context, person: str, role: str, citation: str, *, reason: str) -> None:
        """Sets the label that tells a person from others of the name."""
        await self.changing.do(
            ctx, partial(persons.describe, person=person, role=role, citation=citation, reason=reason)
        )

    @subgroup(person, "variant", "Forms of a name under which a person is found")
    async def variant(self, ctx: Context) -> None:
        """Says what can stand behind it."""
        await self.changing.explain(ctx)

    @deed(variant, "add", "Let a person be found under another form of the name")
    @app_commands.describe(person="Who is found", form="The form of the name", reason=REASON)
    @app_commands.autocomplete(person=completing("person"))
    async def variant_add(self, ctx: Context, person: str, form: str, *, reason: str) -> None:
        """Adds a variant name."""
        await self.changing.do(ctx, partial(persons.variant, person=person, form=form, reason=reason, add=True))

    @deed(variant, "remove", "Remove a form of the name that was added")
    @app_commands.describe(person="Who is not found so any more", form="The form of the name", reason=REASON)
    @app_commands.autocomplete(person=completing("person"))
    async def variant_remove(self, ctx: Context, person: str, form: str, *, reason: str) -> None:
        """Removes a variant name."""
        await self.changing.do(ctx, partial(persons.variant, person=person, form=form, reason=reason, add=False))
