"""Quotations and reported speech as items: a fragment with the sentence that it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.citations import citation_of
from bot.answers.language import Language, message
from bot.answers.model import Item
from bot.answers.sentences import sentence_around
from bot.archive.records import QuotationRecord

REPORTED = message("reported")
"""Label of reported speech: the sentence is the account's, not the speaker's."""


def sayings(records: Sequence[QuotationRecord], language: Language, section: str | None = None) -> list[Item]:
    """What was said: somebody's own words, or the sentence that reports them, marked as such."""
    items = [_item(record, language, section) for record in records]
    # The sentence that is shown around a fragment need not be shown again as a report.
    around = {(item.citation.source, item.context) for item in items if item.context}
    return [item for item in items if item.quotation or (item.citation.source, item.text) not in around]


def _item(record: QuotationRecord, language: Language, section: str | None) -> Item:
    return Item(
        text=record.text,
        citation=citation_of(record.place),
        label=language.say(REPORTED) if record.indirect else None,
        section=section,
        quotation=not record.indirect,
        speaker=record.speaker,
        context=_sentence_around(record),
    )


def _sentence_around(record: QuotationRecord) -> str | None:
    """The sentence that holds a fragment: three words alone tell nobody what was said."""
    if record.kind != "fragment" or record.passage is None:
        return None
    return sentence_around(record.passage, record.place.start).text
