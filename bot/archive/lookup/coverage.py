"""Looking up how much the archive holds, over all of it: for those who keep it, and on nobody's way to an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.archive.file.database import Database
from bot.archive.lookup.rows import NAME, ROLE, VISIBLE

DATED_STRETCHES = f"""
SELECT dates.earliest, dates.latest, min(dates.approximate) AS approximate
FROM dates JOIN sources ON sources.num = dates.source
WHERE dates.latest >= :first AND dates.earliest <= :last AND {VISIBLE}
GROUP BY dates.earliest, dates.latest ORDER BY dates.earliest, dates.latest
"""
PERSONS_KNOWN = f"""
SELECT persons.id, {NAME}, {ROLE}, sum(totals.mentions) AS mentions
FROM person_totals AS totals JOIN persons ON persons.num = totals.person
WHERE totals.guild IN (0, :guild)
GROUP BY totals.person HAVING sum(totals.mentions) > 0 ORDER BY sum(totals.mentions) DESC, persons.id
"""
SUBJECTS_KNOWN = """
SELECT subjects.term,
    (SELECT coalesce(sum(quotations), 0) FROM subject_totals AS totals
        WHERE totals.subject = subjects.num AND totals.guild IN (0, :guild)) AS quotations
FROM subjects ORDER BY subjects.num
"""
SUBJECTS_OF_PASSAGES = f"""
SELECT DISTINCT passages.subjects FROM passages JOIN sources ON sources.num = passages.source
WHERE passages.subjects <> '' AND {VISIBLE}
"""


@dataclass(frozen=True, slots=True)
class DatedStretch:
    """Days, both inclusive, that something is dated to; `approximate`: by nothing but approximate expressions."""

    earliest: date
    latest: date
    approximate: bool


@dataclass(frozen=True, slots=True)
class PersonKnown:
    """A person who is mentioned; `described`: by an account, by the authority file or by a moderator."""

    id: str
    name: str
    mentions: int
    described: bool


@dataclass(frozen=True, slots=True)
class SubjectKnown:
    """A subject: how many quotations there are under it, and whether any passage holds a term of it."""

    term: str
    quotations: int
    in_passages: bool


async def dated_stretches(database: Database, guild: int, first: date, last: date) -> list[DatedStretch]:
    """The different stretches of days that meet those from `first` to `last`, in order."""
    asked = {"guild": guild, "first": first.isoformat(), "last": last.isoformat()}
    return [
        DatedStretch(date.fromisoformat(row["earliest"]), date.fromisoformat(row["latest"]), bool(row["approximate"]))
        for row in await database.rows(DATED_STRETCHES, asked)
    ]


async def persons_known(database: Database, guild: int) -> list[PersonKnown]:
    """Everybody who is mentioned, the most often mentioned first."""
    rows = await database.rows(PERSONS_KNOWN, {"guild": guild})
    return [PersonKnown(row["id"], row["name"], row["mentions"], row["role"] is not None) for row in rows]


async def subjects_known(database: Database, guild: int) -> list[SubjectKnown]:
    """The subjects that the archive was built with, in the order of the file."""
    rows = await database.rows(SUBJECTS_OF_PASSAGES, {"guild": guild})
    named = {term for row in rows for term in row["subjects"].split("; ")}
    known = await database.rows(SUBJECTS_KNOWN, {"guild": guild})
    return [SubjectKnown(row["term"], row["quotations"], row["term"] in named) for row in known]
