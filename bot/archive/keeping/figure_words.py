"""The index of the words of figures: filling it for newly stored rows, and finding figures for each subject by it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple

from bot.archive.file.database import Database
from bot.archive.keeping.derive import Numbers
from bot.archive.lookup.fts import any_of
from bot.archive.thesaurus import Subject, Thesaurus
from bot.archive.topics import NARROWER, terms_of

COUNTED, CLAUSE, SENTENCE = 1, 2, 3
"""Where the words that were asked for stand: in what is counted, in the clause, elsewhere in the sentence."""

ANY = "SELECT 1 FROM figures WHERE id BETWEEN ? AND ? LIMIT 1"
INDEX = """
INSERT INTO figure_words (rowid, counted, clause, sentence)
SELECT id, counted, clause, sentence FROM figure_surroundings WHERE id BETWEEN ? AND ?
"""
# The index holds no words of its own: it must be told those that it was given.
UNINDEX = """
INSERT INTO figure_words (figure_words, rowid, counted, clause, sentence)
SELECT 'delete', id, counted, clause, sentence FROM figure_surroundings WHERE id BETWEEN ? AND ?
"""
WITH_WORDS = "SELECT rowid FROM figure_words WHERE figure_words MATCH ? AND rowid BETWEEN ? AND ?"
ADD = "INSERT INTO subject_figures (subject, figure, tier) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"


async def index_figures(database: Database, thesaurus: Thesaurus, new: Numbers) -> None:
    """Index every figure with these numbers, and put it under the subjects that it is about."""
    if await database.row(ANY, astuple(new)) is None:
        return
    await database.run(INDEX, astuple(new))
    numbers = {row["term"]: row["num"] for row in await database.rows("SELECT num, term FROM subjects")}
    for subject in thesaurus.subjects:
        # The nearest place comes first, and stays.
        for tier, query in _queries(subject, thesaurus):
            rows = await database.rows(WITH_WORDS, (query, *astuple(new)))
            await database.run_many(ADD, [(numbers[subject.term], row["rowid"], tier) for row in rows])


async def unindex_figures(database: Database, old: Numbers) -> None:
    """Take figures out of the index and from under their subjects, before anything they stand among is changed."""
    await database.run("DELETE FROM subject_figures WHERE figure BETWEEN ? AND ?", astuple(old))
    await database.run(UNINDEX, astuple(old))


def _queries(subject: Subject, thesaurus: Thesaurus) -> Iterable[tuple[int, str]]:
    """Where to look, and for what.

    A narrower term tells what is counted; in a sentence it may stand for something else ("as well", "a brother").
    """
    terms = terms_of(subject, thesaurus)
    nearest = [term.phrase for term in terms if term.weight > NARROWER]
    places = ((COUNTED, "counted", [term.phrase for term in terms]), (CLAUSE, "clause", nearest))
    for tier, column, phrases in (*places, (SENTENCE, "sentence", nearest)):
        query = any_of(phrases, (column,))
        if query:
            yield tier, query
