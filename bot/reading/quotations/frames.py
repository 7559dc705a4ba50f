"""The frame of a quotation: the verb of saying and the speaker's phrase that its own sentence gives it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.quotations.colons import colon_before
from bot.reading.quotations.frame import Frame
from bot.reading.quotations.leads import belongs_before, is_tight, lead_before
from bot.reading.quotations.tags import closing_tag, cries_of, signature, tag_behind
from bot.reading.quotations.tokens import Token
from bot.reading.quotations.verbs import can_speak, cue_at

_LINKS = frozenset({"and", "or", "but", ",", "a", "an", "the", "as", "then", "even", "also"})
_OPEN_ENDS = frozenset(",?!…—–-")


def frame_of(tokens: Sequence[Token], at: int, last_sign: str) -> Frame | None:
    """The frame of the quotation at token `at`, or None where its sentence gives none.

    `last_sign` is the last character of the quotation, by which a tag is expected or not.
    """
    cried = cries_of(tokens, at)
    if cried is not None:
        return cried
    after = at + 1
    comma = after < len(tokens) and tokens[after].word == ","
    expects_tag = last_sign in _OPEN_ENDS or comma
    lead = lead_before(tokens, at)
    if lead is not None and is_tight(tokens, lead, at) and not (expects_tag and belongs_before(tokens, lead, at)):
        return lead
    tag = signature(tokens, after) or tag_behind(tokens, after + comma, expects_tag)
    if tag is not None and lead is not None and _is_passed_on(tokens, tag, lead):
        return lead
    return tag or lead or colon_before(tokens, at) or closing_tag(tokens, after)


def _is_passed_on(tokens: Sequence[Token], tag: Frame, lead: Frame) -> bool:
    """Whether a tag only names who passed it on: Roe said that it was “a mess”, the Harbour Post reported."""
    if tag.cue < 0 or tokens[tag.cue].word not in ("reported", "reports") or lead.manner != "lead" or lead.cue < 0:
        return False
    cue = cue_at(tokens, lead.cue)
    return cue is not None and cue.reports and can_speak(tokens, lead.phrase)


def is_linked(tokens: Sequence[Token], at: int) -> bool:
    """Whether a quotation is strung to one right before it: a “cheat” and a “liar”."""
    before = at - 1
    while before > 0 and at - before <= 3 and tokens[before].word in _LINKS:
        before -= 1
    return before >= 0 and before < at - 1 and tokens[before].kind == "quotation"
