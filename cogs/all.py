"""All cogs, in the order in which they are added."""

from __future__ import annotations

from discord.ext import commands

from bot.archive.archive import Archive
from cogs._asking import Asking
from cogs._changing import Changing
from cogs._changing_acts import changing_acts
from cogs._drafting import Drafting
from cogs._exporting import Exporting, Pack
from cogs._incoming import TakesIn
from cogs._moderators import Moderators
from cogs._reporting import Reporting
from cogs.acts import ActsCog
from cogs.catalogue import CatalogueCog
from cogs.date import DateCog
from cogs.days import DaysCog
from cogs.faults import FaultsCog
from cogs.find import FindCog
from cogs.help import HelpCog
from cogs.people import PeopleCog
from cogs.person import PersonCog
from cogs.presses import PressesCog
from cogs.quotation import QuotationCog
from cogs.record import RecordCog
from cogs.reports import ReportsCog
from cogs.settings import SettingsCog
from cogs.source import SourceCog
from cogs.words import WordsCog


def all_cogs(
    bot: commands.AutoShardedBot,
    asking: Asking,
    archive: Archive,
    takes_in: TakesIn,
    operator: int | None,
    pack: Pack,
) -> tuple[commands.Cog, ...]:
    """One of each cog for `bot`, answering through `asking`.

    What servers set and moderators do is kept in `archive`; `takes_in` takes the documents in that they hand in, and
    `operator` is the id of the account that keeps the shared archive, where there is one; `pack` makes one file of an
    export.
    """
    drafting, moderators = Drafting(archive, takes_in), Moderators(archive, operator)
    reporting, exporting = Reporting(archive), Exporting(pack)
    acts = changing_acts(archive, exporting)
    changing = Changing(asking, archive, moderators, acts)
    return (
        PeopleCog(asking),
        DaysCog(asking),
        WordsCog(asking),
        CatalogueCog(asking),
        SourceCog(asking, drafting, moderators, changing, bot.tree),
        PersonCog(changing),
        QuotationCog(changing),
        DateCog(changing),
        RecordCog(changing, exporting),
        FindCog(asking, bot.tree),
        HelpCog(asking, bot),
        SettingsCog(asking, archive),
        PressesCog(asking),
        ActsCog(asking, drafting, moderators, reporting.acts, acts),
        ReportsCog(asking, archive, moderators, reporting),
        FaultsCog(asking, bot.tree),
    )
