"""Records of the archive made into items of an answer, each with its citation."""

from __future__ import annotations

from bot.answers.citations import citation_of
from bot.answers.model import Item, ShownDate
from bot.answers.sentences import sentence_around
from bot.archive.records import DateRecord, DescriptionRecord, MentionRecord, PassageRecord


def dated_item(record: DateRecord, section: str | None = None, label: str | None = None) -> Item:
    """The sentence that is dated, in the account's words, with the date as written and what it comes to."""
    shown = ShownDate(record.as_written, record.earliest, record.latest, record.reason, record.approximate)
    sentence = record.sentence
    return Item(sentence.text, citation_of(sentence.place), label=label, section=section, date=shown)


def passage_item(record: PassageRecord, section: str | None = None, label: str | None = None) -> Item:
    """A passage, whole."""
    return Item(record.text, citation_of(record.place), label=label, section=section)


def mention_item(record: MentionRecord, section: str | None = None) -> Item:
    """The sentence in which somebody is named."""
    return passage_item(sentence_around(record.passage, record.place.start), section)


def description_item(record: DescriptionRecord, section: str | None = None) -> Item:
    """The account's words for who somebody is."""
    return Item(record.text, citation_of(record.place), section=section)
