"""The base of all cogs."""

from __future__ import annotations

from discord.ext import commands

from cogs._asking import Asking


class AskingCog(commands.Cog):
    """A cog that answers through `asking`, and knows nothing else."""

    def __init__(self, asking: Asking) -> None:
        self.asking = asking
