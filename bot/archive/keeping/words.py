"""The indexes of words: filling them for newly stored rows, and ranking quotations by them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import astuple

from bot.archive.file.database import Database
from bot.archive.keeping.derive import Numbers
from bot.archive.keeping.figure_words import index_figures, unindex_figures
from bot.archive.lookup.fts import any_of
from bot.archive.thesaurus import Thesaurus
from bot.archive.topics import WeightedTerm, terms_of

INDEXES = ("passage_words", "quotation_words", "figure_words")
"""Every index of words."""
COLUMN_WEIGHTS = (4.0, 2.0, 1.0, 0.3, 0.0)
"""Of quotation, passage, neighbours, lead, subjects, in BM25: the nearer to what was said, the more a word counts.

Subjects count nothing here, since the terms that led to them are looked for themselves.
"""
REPORTED = COLUMN_WEIGHTS[1] / (COLUMN_WEIGHTS[0] + COLUMN_WEIGHTS[1])
"""How much reported speech counts beside verbatim words.

The sentence that reports holds the reporter's words for what it is about, which beside verbatim words stand in the
passage alone; weighted so, the two are level where both passages hold a term, and verbatim words go first.
"""
MOST_RANKED = 5_000
"""Quotations kept for one subject and owner at a build; nobody turns so many pages."""

INDEX_PASSAGES = "INSERT INTO passage_words (rowid, text) SELECT id, text FROM passages WHERE id BETWEEN ? AND ?"
INDEX_QUOTATIONS = """
INSERT INTO quotation_words (rowid, quotation, passage, neighbours, lead, subjects)
SELECT id, quotation, passage, neighbours, lead, subjects FROM quotation_surroundings WHERE id BETWEEN ? AND ?
"""
# The index holds no words of its own: it must be told those that it was given.
UNINDEX_PASSAGES = """
INSERT INTO passage_words (passage_words, rowid, text) SELECT 'delete', id, text FROM passages WHERE id BETWEEN ? AND ?
"""
UNINDEX_QUOTATIONS = """
INSERT INTO quotation_words (quotation_words, rowid, quotation, passage, neighbours, lead, subjects)
SELECT 'delete', id, quotation, passage, neighbours, lead, subjects
FROM quotation_surroundings WHERE id BETWEEN ? AND ?
"""
PASSAGES_ABOUT = "SELECT rowid FROM passage_words WHERE passage_words MATCH ? AND rowid BETWEEN ? AND ?"
SCORES = f"""
SELECT found.id, found.score, quotations.kind = 'indirect' AS indirect, coalesce(sources.guild, 0) AS guild
FROM (
    SELECT rowid AS id, -bm25(quotation_words, {", ".join(map(str, COLUMN_WEIGHTS))}) AS score
    FROM quotation_words WHERE quotation_words MATCH ? AND rowid BETWEEN ? AND ?
) AS found
JOIN quotations ON quotations.id = found.id
JOIN sources ON sources.num = quotations.source
"""
ADD_RANKED = "INSERT INTO subject_quotations (subject, cost, quotation) VALUES (?, ?, ?)"


async def index_words(database: Database, thesaurus: Thesaurus, new: Numbers) -> None:
    """Index every passage, quotation and figure with these numbers, and put the latter two under the subjects."""
    await database.run(INDEX_PASSAGES, astuple(new))
    await _name_subjects(database, thesaurus, new)
    await index_quotations(database, thesaurus, new)
    await index_figures(database, thesaurus, new)


async def index_quotations(database: Database, thesaurus: Thesaurus, new: Numbers) -> None:
    """Index the quotations alone, and rank them under the subjects."""
    await database.run(INDEX_QUOTATIONS, astuple(new))
    await _rank_subjects(database, thesaurus, new)


async def unindex_words(database: Database, old: Numbers) -> None:
    """Take all out of the indexes. To be called before anything that passages or quotations stand among is changed."""
    await unindex_figures(database, old)
    await unindex_quotations(database, old)
    await database.run(UNINDEX_PASSAGES, astuple(old))


async def unindex_quotations(database: Database, old: Numbers) -> None:
    """Take the quotations alone out of the index and from under their subjects."""
    await database.run("DELETE FROM subject_quotations WHERE quotation BETWEEN ? AND ?", astuple(old))
    await database.run(UNINDEX_QUOTATIONS, astuple(old))


async def _name_subjects(database: Database, thesaurus: Thesaurus, new: Numbers) -> None:
    """Write under each new passage the subjects of which it holds a term."""
    named: dict[int, list[str]] = {}
    for subject in thesaurus.subjects:
        query = any_of(term.phrase for term in terms_of(subject, thesaurus))
        for row in await database.rows(PASSAGES_ABOUT, (query, *astuple(new))) if query else []:
            named.setdefault(row["rowid"], []).append(subject.term)
    updates = [("; ".join(terms), passage) for passage, terms in named.items()]
    await database.run_many("UPDATE passages SET subjects = ? WHERE id = ?", updates)


async def _rank_subjects(database: Database, thesaurus: Thesaurus, new: Numbers) -> None:
    numbers = {row["term"]: row["num"] for row in await database.rows("SELECT num, term FROM subjects")}
    for subject in thesaurus.subjects:
        scores, owners = await _scores(database, terms_of(subject, thesaurus), new)
        kept = _best_of_each_owner(scores, owners)
        await database.run_many(ADD_RANKED, [(numbers[subject.term], -score, each) for each, score in kept])


async def _scores(
    database: Database, terms: Iterable[WeightedTerm], new: Numbers
) -> tuple[dict[int, float], dict[int, int]]:
    """The score of each quotation that holds any of the terms, nearby or in it, and the owner of each."""
    by_weight: dict[float, list[str]] = {}
    for term in terms:
        by_weight.setdefault(term.weight, []).append(term.phrase)
    scores: dict[int, float] = {}
    owners: dict[int, int] = {}
    for weight, phrases in by_weight.items():
        query = any_of(phrases)
        for row in await database.rows(SCORES, (query, *astuple(new))) if query else []:
            share = weight * row["score"] * (REPORTED if row["indirect"] else 1.0)
            scores[row["id"]] = scores.get(row["id"], 0.0) + share
            owners[row["id"]] = row["guild"]
    return scores, owners


def _best_of_each_owner(scores: Mapping[int, float], owners: Mapping[int, int]) -> list[tuple[int, float]]:
    kept: list[tuple[int, float]] = []
    taken: dict[int, int] = {}
    for each in sorted(scores, key=lambda quotation: (-scores[quotation], quotation)):
        owner = owners[each]
        taken[owner] = taken.get(owner, 0) + 1
        if taken[owner] <= MOST_RANKED:
            kept.append((each, scores[each]))
    return kept
