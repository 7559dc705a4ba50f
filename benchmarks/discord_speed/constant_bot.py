"""A discord.py bot that answers a constant: what discord.py itself costs, and nothing else.

The same client with the same options and intents as the archive's bot, and the same hybrid commands. Every command
answers one line of plain text; `layout` answers a Components V2 layout as large as an answer of the archive: a
heading, five passages with a Source button each, a note, a menu of three ways on and two buttons. The layout is made
anew for each answer, as bots do. A press is answered by one line of plain text too, and autocomplete by 25 constants.
"""

from __future__ import annotations

import os
from typing import Any

import discord
import yarl
from discord import app_commands
from discord.ext import commands

LINE = "This line answers whatever was asked."
PASSAGE = "This passage answers whatever was asked, in as many words as a passage of an account has. " * 6
CHOICES = [app_commands.Choice(name=f"Choice number {number}", value=f"choice-{number}") for number in range(25)]

Context = commands.Context["ConstantBot"]
Command = commands.HybridCommand[Any, ..., None]


class ConstantBot(commands.AutoShardedBot):
    """The client."""

    def __init__(self) -> None:
        intents = discord.Intents.none()
        intents.guilds = intents.guild_messages = intents.dm_messages = intents.message_content = True
        super().__init__(
            command_prefix=commands.when_mentioned_or("!"),
            intents=intents,
            help_command=None,
            case_insensitive=True,
            strip_after_prefix=True,
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
        )

    async def setup_hook(self) -> None:
        """Register the commands."""
        answering: tuple[Command, ...] = (who, on, quote, figures, search, sources, source, help_, layout)
        for command in answering:
            self.add_command(command)
        await self.tree.sync()

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Answers a press."""
        if interaction.type is discord.InteractionType.component:
            await interaction.response.edit_message(content=LINE)


@commands.hybrid_command()
async def who(ctx: Context, *, name: str) -> None:
    """Answers one line."""
    await ctx.send(LINE)


@commands.hybrid_command()
async def on(ctx: Context, *, date: str) -> None:
    """Answers one line."""
    await ctx.send(LINE)


@commands.hybrid_command()
async def quote(ctx: Context, *, topic: str = "") -> None:
    """Answers one line."""
    await ctx.send(LINE)


@commands.hybrid_command()
async def figures(ctx: Context, *, subject: str = "") -> None:
    """Answers one line."""
    await ctx.send(LINE)


@commands.hybrid_command()
async def search(ctx: Context, *, words: str) -> None:
    """Answers one line."""
    await ctx.send(LINE)


@commands.hybrid_command()
async def sources(ctx: Context, *, page: int = 1) -> None:
    """Answers one line."""
    await ctx.send(LINE)


@commands.hybrid_command()
async def source(ctx: Context, *, source: str) -> None:
    """Answers one line."""
    await ctx.send(LINE)


@commands.hybrid_command(name="help")
async def help_(ctx: Context) -> None:
    """Answers one line."""
    await ctx.send(LINE)


@commands.hybrid_command()
async def layout(ctx: Context) -> None:
    """Answers a layout."""
    view = large_layout()
    view.stop()
    await ctx.send(view=view)


@who.autocomplete("name")
@on.autocomplete("date")
@quote.autocomplete("topic")
@source.autocomplete("source")
async def choices(interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
    """Offers 25 constants."""
    return CHOICES


def large_layout() -> discord.ui.LayoutView:
    """A layout as large as an answer of the archive."""
    sections: list[discord.ui.Item[Any]] = [
        discord.ui.Section(
            discord.ui.TextDisplay(PASSAGE), accessory=discord.ui.Button(label="Source", custom_id=f"source:{number}")
        )
        for number in range(5)
    ]
    ways_on = [discord.SelectOption(label=f"Way {number}", value=f"way {number}") for number in range(3)]
    menu: discord.ui.Select[Any] = discord.ui.Select(custom_id="menu", options=ways_on)
    buttons: list[discord.ui.Button[Any]] = [
        discord.ui.Button(label=label, custom_id=label) for label in ("Previous", "Next")
    ]
    made = discord.ui.LayoutView(timeout=None)
    made.add_item(
        discord.ui.Container(
            discord.ui.TextDisplay("### A heading"),
            *sections,
            discord.ui.TextDisplay("-# A note"),
            discord.ui.ActionRow(menu),
            discord.ui.ActionRow(*buttons),
        )
    )
    return made


def main() -> None:
    """Run until told to stop, at the Discord that the environment names."""
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    discord.http.Route.BASE = os.environ["DISCORD_API_URL"]
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["DISCORD_GATEWAY_URL"])
    ConstantBot().run(os.environ["DISCORD_TOKEN"])


if __name__ == "__main__":
    main()
