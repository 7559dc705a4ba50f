"""Totals that are kept as sources come and go, so that no question has to count."""

from __future__ import annotations

from bot.archive.file.database import Database

_ADDED = """
ON CONFLICT (person, guild) DO UPDATE SET
    mentions = mentions + excluded.mentions,
    sources = sources + excluded.sources,
    quotations = quotations + excluded.quotations,
    dates = dates + excluded.dates
"""
MENTIONS = f"""
INSERT INTO person_totals (person, guild, mentions, sources, quotations, dates)
SELECT person, :guild, :sign * count(*), :sign, 0, 0 FROM mentions WHERE source = :source GROUP BY person
{_ADDED}
"""
QUOTATIONS = f"""
INSERT INTO person_totals (person, guild, mentions, sources, quotations, dates)
SELECT person, :guild, 0, 0, :sign * count(*), 0
FROM quotations WHERE source = :source AND person IS NOT NULL GROUP BY person
{_ADDED}
"""
DATES = f"""
INSERT INTO person_totals (person, guild, mentions, sources, quotations, dates)
SELECT named.person, :guild, 0, 0, 0, :sign * count(*)
FROM dates CROSS JOIN person_dates AS named ON named.date = dates.id
WHERE dates.source = :source
GROUP BY named.person
{_ADDED}
"""
FORMS = """
UPDATE name_forms SET mentions = name_forms.mentions + :sign * used.times
FROM (SELECT person, text, count(*) AS times FROM mentions WHERE source = :source GROUP BY person, text) AS used
WHERE name_forms.person = used.person AND name_forms.guild = :guild AND name_forms.form = used.text
"""
FULLEST = """
UPDATE name_forms SET sources = name_forms.sources + :sign
FROM (SELECT person, name FROM source_persons WHERE source = :source) AS used
WHERE name_forms.person = used.person AND name_forms.guild = :guild AND name_forms.form = used.name
"""
INTERVALS = """
INSERT INTO intervals (earliest, latest, guild, width, dates)
SELECT earliest, latest, :guild, julianday(latest) - julianday(earliest) + 1, :sign * count(*)
FROM dates WHERE source = :source GROUP BY earliest, latest
ON CONFLICT (earliest, latest, guild) DO UPDATE SET dates = dates + excluded.dates
"""

SUBJECTS = """
INSERT INTO subject_totals (subject, guild, quotations)
SELECT ranked.subject, :guild, :sign * count(*)
FROM quotations CROSS JOIN subject_quotations AS ranked ON ranked.quotation = quotations.id
WHERE quotations.source = :source GROUP BY ranked.subject
ON CONFLICT (subject, guild) DO UPDATE SET quotations = quotations + excluded.quotations
"""
FIGURES = """
INSERT INTO figure_totals (subject, guild, figures)
SELECT found.subject, :guild, :sign * count(*)
FROM figures CROSS JOIN subject_figures AS found ON found.figure = figures.id
WHERE figures.source = :source AND found.tier < 3 GROUP BY found.subject
ON CONFLICT (subject, guild) DO UPDATE SET figures = figures + excluded.figures
"""
_ALL = (MENTIONS, QUOTATIONS, DATES, FORMS, FULLEST, INTERVALS, SUBJECTS, FIGURES)


async def count_in(database: Database, source: int, guild: int) -> None:
    """Add what one source holds to the totals of its owner (0: everyone's), once it is stored, indexed and ranked."""
    await _count(database, source, guild, 1)


async def count_out(database: Database, source: int, guild: int) -> None:
    """Take what one source holds from the totals of its owner again."""
    await _count(database, source, guild, -1)


async def _count(database: Database, source: int, guild: int, sign: int) -> None:
    for sql in _ALL:
        await database.run(sql, {"source": source, "guild": guild, "sign": sign})
