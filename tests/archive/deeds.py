"""What moderators may do, drawn at random, to an archive in which few names stand for many people."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.archive.accession import Accession
from bot.archive.archive import Archive
from bot.archive.records import Viewer
from bot.errors import InputError
from bot.reading.model import DateExpression, Reading
from tests.archive.shelf import HARBOUR, MILL, PRIVATE, document, read_simply

BY = {"by": "discord:1", "reason": "a test"}
TEXTS = (
    "Mx Ana Brook, the lock keeper, came the next day. “I kept #3 ferries,” said Mx Brook on 2031-03-05.",
    "Mx Ana Brook, the old keeper, left with Mx Teo Quint.\n“No ferries came,” said Mx Teo Quint. "
    "Mx Gull sang to #50 ferries.",
    "Mx Ana Brook, the dentist, met Mx Orla Quint on 2031-03-09.\n“Bread ran out,” said Mx Brook. “All of it.”",
    "Mx Orlagh Quint, the dentist, wrote the next day. Mx Gull says that #7 boats sank on 2031-03-11. "
    "Mx Anna Brook is married to Mx Gull.",
    "Mx Anna Brook, the keeper of the lock, wept on 2031-03-09 by the ferries with Mx Vera Zand. “Row,” said Mx Zand.",
    "Mx Ana Brook sat with Mx Vera Zand in 2031-03. Mx Ana Brook, the dentist, slept.",
)


def _accounts() -> Iterator[Accession]:
    yield from (HARBOUR, MILL, PRIVATE)
    for n, text in enumerate(TEXTS):
        url = f"https://example.org/{n // 2}"
        yield document(text, f"Shared {n}", source_id=f"shared-{n}", url=url, published=date(2031, 4, 1 + n))
        yield document(f"{text} In port.", f"Own {n}", guild=7 + n // 4, url=url)


ACCOUNTS = tuple(_accounts())


def read_with_next_days(text: str, published: date | None) -> Reading:
    """As the reader of the shelf, which also knows the day after publication."""
    reading = read_simply(text, published)
    at = text.find("the next day")
    if at < 0 or published is None:
        return reading
    day = published + timedelta(days=1)
    found = DateExpression(at, at + 12, "the next day", day, day, "the day after publication", "relative")
    return replace(reading, dates=(*reading.dates, found))


class Moderator:
    """Does one thing after another, as a source of random numbers decides; what is refused is left.

    What stands in the audit log up to the entry `since` is not undone.
    """

    def __init__(
        self,
        archive: Archive,
        draw: random.Random,
        since: int = 0,
        owners: Sequence[int | None] = (None, None, 7, 7, 8),
    ) -> None:
        self.archive = archive
        self.draw = draw
        self.since = since
        self.owners = owners

    async def do(self, *, without: Sequence[str] = ()) -> str:
        """One thing, none of those named `without`, said in words."""
        owner = self.draw.choice(self.owners)
        often = (self.add, self.merge, self.split, self.undo)
        seldom = (self.withdraw, self.restore, self.edit, self.replace, self.rename, self.variant, self.describe)
        deeds = (*often, *often, *seldom, self.speaker, self.date)
        deed = self.draw.choice([each for each in deeds if each.__name__ not in without])
        try:
            done = await deed(owner)
        except InputError as refused:
            return f"{deed.__name__} for {owner}: refused, {refused}"
        return f"{deed.__name__} for {owner}: {done}"

    async def add(self, owner: int | None) -> Any:
        of_owner = [each for each in ACCOUNTS if each.guild in self.owners]
        return (await self.archive.add(self.draw.choice(of_owner))).id

    async def withdraw(self, owner: int | None) -> Any:
        return (await self.archive.withdraw(await self.source(owner), owner, **BY)).subject

    async def restore(self, owner: int | None) -> Any:
        return (await self.archive.restore_source(await self.source(owner), owner, **BY)).subject

    async def edit(self, owner: int | None) -> Any:
        changes = self.draw.choice(
            (
                {"title": "Ferries and bread"},
                {"published": date(2031, 5, self.draw.randint(1, 9))},
                {"url": f"https://example.org/{self.draw.randint(0, 2)}", "published": None},
                {"url": None},
            )
        )
        return (await self.archive.edit_source(await self.source(owner), owner, changes, **BY)).after

    async def replace(self, owner: int | None) -> Any:
        source = await self.archive.document(await self.source(owner), Viewer(owner))
        text = source.text if source and self.draw.random() < 0.5 else self.draw.choice(TEXTS)
        text += f" Row {self.draw.randint(1, 5)}."
        return (
            await self.archive.replace_source(await self.source(owner), owner, text.encode(), text, **BY)
        ).entry.subject

    async def merge(self, owner: int | None) -> Any:
        one, other = await self.person(owner), await self.person(owner)
        await self.archive.merge_persons(one, other, owner, **BY)
        return one, other

    async def split(self, owner: int | None) -> Any:
        source, person = await self.source(owner), await self.person(owner)
        to = self.draw.choice((None, await self.person(owner)))
        return (await self.archive.split_person(person, source, owner, to_id=to, **BY)).after

    async def rename(self, owner: int | None) -> Any:
        return (await self.archive.rename_person(await self.person(owner), self.name(), owner, **BY)).after

    async def variant(self, owner: int | None) -> Any:
        change = self.draw.choice((self.archive.add_variant, self.archive.remove_variant))
        return (await change(await self.person(owner), self.name(), owner, **BY)).after

    async def describe(self, owner: int | None) -> Any:
        cited = f"{await self.source(self.draw.choice((None, owner)))}:1"
        return (await self.archive.describe_person(await self.person(owner), "a witness", cited, owner, **BY)).after

    async def speaker(self, owner: int | None) -> Any:
        place = [each.place for each in await self.quotations(owner)]
        chosen = self.draw.choice(place or [None])
        if chosen is None:
            return None
        who = self.draw.choice(({}, {"written": "a guard"}, {"person_id": await self.person(owner)}))
        return (await self.archive.set_speaker(chosen.source.id, chosen.start, chosen.end, owner, **who, **BY)).after

    async def date(self, owner: int | None) -> Any:
        found = await self.archive.dates_in(date(2031, 1, 1), date(2031, 12, 31), Viewer(owner), 50)
        if not found:
            return None
        place = self.draw.choice(found).place
        day = date(2031, 6, self.draw.randint(1, 9))
        return (await self.archive.set_date(place.source.id, place.start, place.end, day, day, owner, **BY)).after

    async def undo(self, owner: int | None) -> Any:
        entries = [each for each in await self.archive.audit(owner, 100) if each.number > self.since]
        number = self.draw.choice([each.number for each in entries] or [None])
        return (await self.archive.undo(owner, number, by="discord:1")).after if number else None

    async def undo_everything(self) -> None:
        """Undo all that was done since, the last first; whatever is left must be refused for a reason of its own."""
        for owner in (7, None, 8):
            for entry in await self.archive.audit(owner, 500):
                if entry.undoable and entry.number > self.since:
                    await self.archive.undo(owner, entry.number, by="discord:1")

    async def source(self, owner: int | None) -> str:
        sources = await self.archive.owned_sources(owner)
        return self.draw.choice(sources).id if sources else "nothing"

    async def person(self, owner: int | None) -> str:
        persons = await self.archive.top_persons(Viewer(owner), 50)
        return self.draw.choice(sorted(each.id for each in persons)) if persons else "nobody"

    async def quotations(self, owner: int | None) -> list[Any]:
        found = []
        for person in await self.archive.top_persons(Viewer(owner), 50):
            found.extend(await self.archive.quotations_of(person.id, Viewer(owner), 20))
        return sorted(found, key=lambda each: (each.place.source.id, each.place.start))

    def name(self) -> str:
        return self.draw.choice(("Ana Brook", "Anya Brooks", "Орла Квінт", "Vera Z", "Gulliver"))
