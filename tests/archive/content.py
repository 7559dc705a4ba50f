"""What an archive file holds, in words that do not hang on how it came to hold it: no numbers of rows, no costs."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

CONTENT = {
    "persons": "SELECT id, name, role FROM persons",
    "labels": """SELECT persons.id, labels.guild, labels.name, labels.role
        FROM person_labels AS labels JOIN persons ON persons.num = labels.person""",
    "namings": """SELECT sources.id, source_persons.place, persons.id, source_persons.name, key, parts, words
        FROM source_persons JOIN sources ON sources.num = source JOIN persons ON persons.num = person""",
    "forms": """SELECT persons.id, forms.guild, form, kind, mentions, sources
        FROM name_forms AS forms JOIN persons ON persons.num = person
        WHERE kind <> 'mentioned' OR mentions + sources > 0""",
    "keys": """SELECT persons.id, forms.guild, forms.form, key, sort
        FROM name_keys JOIN persons ON persons.num = name_keys.person
        JOIN name_forms AS forms ON forms.num = name_keys.form
        WHERE kind <> 'mentioned' OR mentions + sources > 0""",
    "totals": """SELECT persons.id, totals.guild, mentions, sources, quotations, dates
        FROM person_totals AS totals JOIN persons ON persons.num = person
        WHERE mentions OR sources OR quotations OR dates""",
    "passages": "SELECT * FROM passages",
    "mentions": """SELECT mentions.id, source, passage, begins, ends, text, persons.id
        FROM mentions JOIN persons ON persons.num = person""",
    "descriptions": """SELECT descriptions.id, source, passage, begins, ends, text, persons.id
        FROM descriptions JOIN persons ON persons.num = person""",
    "ties": """SELECT ties.id, source, begins, ends, text, persons.id, kind, others.id, other_name
        FROM ties JOIN persons ON persons.num = person LEFT JOIN persons AS others ON others.num = other""",
    "quotations": """SELECT quotations.id, source, passage, begins, ends, text, kind, speaker, speaker_as_written,
        persons.id, utterance, cue FROM quotations LEFT JOIN persons ON persons.num = person""",
    "dates": "SELECT * FROM dates",
    "figures": """SELECT figures.id, source, passage, begins, ends, text, least, most, approximate, counted,
        counted_begins, counted_ends, unit, measure, clause, sentence_begins, sentence_ends,
        quotation, speaker, persons.id, date FROM figures LEFT JOIN persons ON persons.num = person""",
    "person dates": """SELECT persons.id, earliest, width, date
        FROM person_dates JOIN persons ON persons.num = person""",
    "intervals": "SELECT * FROM intervals WHERE dates",
    "subjects": """SELECT term, quotation FROM subject_quotations JOIN subjects ON subjects.num = subject""",
    "subject totals": """SELECT term, guild, quotations FROM subject_totals JOIN subjects ON subjects.num = subject
        WHERE quotations""",
    "subject figures": """SELECT term, figure, tier FROM subject_figures JOIN subjects ON subjects.num = subject""",
    "figure totals": """SELECT term, guild, figures FROM figure_totals JOIN subjects ON subjects.num = subject
        WHERE figures""",
    "shingles": "SELECT * FROM shingles",
    "sources": "SELECT id, title, passages, quotations, withdrawn FROM sources",
}


def content_of(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that answers are made from, sorted; the index of words by what each word of the passages finds."""
    with closing(sqlite3.connect(path)) as connection:
        content = {name: sorted(connection.execute(sql), key=repr) for name, sql in CONTENT.items()}
        words = {word.strip(".,“”").casefold() for row in content["passages"] for word in row[5].split()}
        for index in ("passage_words", "quotation_words", "figure_words"):
            found = f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid"
            content[index] = [
                (word, *(row[0] for row in connection.execute(found, (f'"{word}"',)))) for word in sorted(words)
            ]
    return content


def differences(one: dict[str, list[Any]], other: dict[str, list[Any]]) -> dict[str, tuple[list[Any], list[Any]]]:
    """What only one of two archives holds, by table."""
    return {
        name: (
            [row for row in one[name] if row not in other[name]],
            [row for row in other[name] if row not in one[name]],
        )
        for name in one
        if one[name] != other[name]
    }
