"""All cogs, in the order in which they are added."""

from __future__ import annotations

from discord.ext import commands

from cogs._asking import Asking
from cogs.catalogue import CatalogueCog
from cogs.days import DaysCog
from cogs.faults import FaultsCog
from cogs.help import HelpCog
from cogs.people import PeopleCog
from cogs.presses import PressesCog
from cogs.words import WordsCog


def all_cogs(bot: commands.AutoShardedBot, asking: Asking) -> tuple[commands.Cog, ...]:
    """One of each cog for `bot`, answering through `asking`."""
    return (
        PeopleCog(asking),
        DaysCog(asking),
        WordsCog(asking),
        CatalogueCog(asking),
        HelpCog(asking, bot),
        PressesCog(asking),
        FaultsCog(asking, bot.tree),
    )
