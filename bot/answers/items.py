"""Records of the archive made into items of an answer, each with its citation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.answers.citations import citation_of
from bot.answers.language import Language
from bot.answers.model import Item, ShownDate
from bot.answers.reasons import reason_in
from bot.answers.sentences import sentence_around
from bot.archive.records import DateRecord, DescriptionRecord, MentionRecord, PassageRecord


def dated_item(record: DateRecord, language: Language, section: str | None = None, label: str | None = None) -> Item:
    """The sentence that is dated, in the account's words, with the date as written and what it comes to."""
    sentence, shown = record.sentence, shown_date(record, language)
    return Item(sentence.text, citation_of(sentence.place), label=label, section=section, date=shown)


def shown_date(record: DateRecord, language: Language) -> ShownDate:
    """The date as written and what it comes to, with the reason in this language."""
    reason = reason_in(language, record.reason)
    return ShownDate(record.as_written, record.earliest, record.latest, reason, record.approximate)


def one_a_sentence(records: Sequence[DateRecord]) -> list[DateRecord]:
    """The records without those that date a sentence to the same days once more ("The next day, 7 May, ...")."""
    told: dict[tuple[str, int, date, date], DateRecord] = {}
    for record in records:
        sentence = record.sentence.place
        told.setdefault((sentence.source.id, sentence.start, record.earliest, record.latest), record)
    return list(told.values())


def passage_item(record: PassageRecord, section: str | None = None, label: str | None = None) -> Item:
    """A passage, whole."""
    return Item(record.text, citation_of(record.place), label=label, section=section)


def mention_item(record: MentionRecord, section: str | None = None) -> Item:
    """The sentence in which somebody is named."""
    return passage_item(sentence_around(record.passage, record.place.start), section)


def description_item(record: DescriptionRecord, section: str | None = None) -> Item:
    """The account's words for who somebody is."""
    return Item(record.text, citation_of(record.place), section=section)
