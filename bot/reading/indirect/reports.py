"""Whether a sentence reports speech, and by which of its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from bot.reading.lexicon import words
from bot.reading.quotations.cues import Cue, cue_table
from bot.reading.quotations.grammar import grammar
from bot.reading.quotations.phrase import Phrase
from bot.reading.quotations.phrases_ahead import phrase_starting
from bot.reading.quotations.subjects import before_titles, subject_of
from bot.reading.quotations.tokens import Token
from bot.reading.quotations.verbs import can_speak, cue_at

_LEAST_CONTENT = 3
_FARTHEST_BACK = 120
_OPENS_CLAUSE = frozenset({"that", "how", "whether", "why", "what", "where", "if"})
_OPENS_PHRASE = frozenset({"to", "for", "on"})
_LONGEST_TAG = 20
_NEAR = 4
_NOBODY = frozenset({"neither", "nor", "nobody", "none", "no-one"})
_OPEN_ENDS = frozenset(",?!…—–")
_OPENING_MARKS = frozenset({'"', "“", "‘", "«"})
_CLOSING_MARKS = frozenset({'"', "”", "’", "»"})
_IN_ROLES = frozenset({"of", "for", "the"})
_LONGEST_ROLE = 8
_WISHED = frozenset({"should", "must", "may", "might", "shall"})
_WHEN = frozenset({"last", "this", "early", "earlier", "late", "later", "again", "afterwards"})
_SUBORDINATE = frozenset(
    {"when", "if", "because", "as", "although", "while", "before", "after", "once", "since", "where"}
)


@dataclass(frozen=True, slots=True)
class Report:
    """The cue of a reported sentence, first and last token, and the phrase of its speaker; None for nobody."""

    cue: int
    cue_last: int
    phrase: Phrase | None


@cache
def reporting_words() -> frozenset[str]:
    """Every word form that may report speech, and the "according" of "according to"."""
    return frozenset({*(form for form, cue in cue_table().items() if cue.reports), "according", "According"})


def report_in(text: str, tokens: Sequence[Token], offsets: set[int]) -> Report | None:
    """How a sentence reports speech, or None; `offsets` are where its candidate cues start.

    Roe said that the road was closed / the road was closed, Roe said / according to Roe, the road was closed.
    """
    loose: Report | None = None
    for at, token in enumerate(tokens):
        if token.kind != "word" or token.start not in offsets or (loose is not None and token.word != "according"):
            continue
        report = _source(tokens, at) if token.word == "according" else _told(text, tokens, at)
        if report is None:
            continue
        if not token.word.endswith("ing") or token.word == "according":
            return report
        # "They shot farmers saying they were spies, according to Roe": what is told is by the source of it all.
        loose = report
    return loose


def _source(tokens: Sequence[Token], at: int) -> Report | None:
    if at + 1 >= len(tokens) or tokens[at + 1].word != "to":
        return None
    phrase = phrase_starting(tokens, at + 2)
    if phrase is None or _is_bare_noun(tokens, phrase):
        return None
    around = _content(tokens, 0, at) + _content(tokens, phrase.last + 1, len(tokens))
    return Report(at, at + 1, phrase) if around >= _LEAST_CONTENT else None


def _is_bare_noun(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether it is no speaker: "according to plan"."""
    only = tokens[phrase.first]
    return (
        phrase.kind == "description"
        and phrase.first == phrase.last
        and not only.capital
        and not only.word.endswith("s")
    )


def _told(text: str, tokens: Sequence[Token], at: int) -> Report | None:
    cue = cue_at(tokens, at)
    if cue is None or not cue.reports or cue.form == "participle" or _is_unreal(tokens, at, cue):
        return None
    floor = max(0, at - _FARTHEST_BACK)
    if cue.names and at + 1 < len(tokens) and tokens[at + 1].word in _OPENING_MARKS:
        return None
    inverted = _inverted(tokens, at)
    before = subject_of(tokens, at, cue, floor) if inverted is None or not can_speak(tokens, inverted) else None
    if before is not None and before.kind == "name":
        # "Roe, 37, who came by boat, said the decision to leave was late."
        inverted = None
    phrase = inverted or before
    if phrase is None or (phrase.kind == "pronoun" and tokens[phrase.first].word in grammar().first_person):
        return None
    if any(token.word in _NOBODY for token in tokens[max(0, phrase.first - _NEAR) : phrase.last + 1]):
        return None
    if _of_quotation(text, tokens, at, phrase):
        return Report(at, at, phrase) if _quoted_part(tokens, at) else None
    if inverted is None and cue.form != "ing" and _is_absolute(tokens, phrase):
        return None
    if inverted is None and _is_denied_by(tokens, at, phrase):
        return None
    if inverted is None and (_is_aside(tokens, phrase) or (cue.form == "ing" and _is_loose(tokens, at, cue))):
        return None
    if inverted is None and phrase.last < at and _has_content(tokens, at, cue):
        return Report(at, at, phrase)
    return Report(at, at, phrase) if _is_tag(tokens, at, phrase) else None


def _of_quotation(text: str, tokens: Sequence[Token], at: int, phrase: Phrase) -> bool:
    """Whether the verb and its subject are the tag of a quotation that ends in a comma or its kin."""
    for before in range(at - 1, max(-1, at - _LONGEST_TAG), -1):
        token = tokens[before]
        if token.kind == "quotation":
            open_ended = text[token.end - 2] in _OPEN_ENDS or tokens[before + 1].word == ","
            return open_ended or before + 1 >= min(at, phrase.first)
        if token.word in (";", ":") or (before < phrase.first and cue_at(tokens, before) is not None):
            return False
    return False


def _quoted_part(tokens: Sequence[Token], tag: int) -> bool:
    """Whether the writer's words lead up to the quotation: it will take “six years”, the ministry said."""
    last = tag - 1
    while last >= 0 and tokens[last].kind != "quotation":
        last -= 1
    return last > 0 and tokens[last - 1].kind != "stop" and _content(tokens, 0, last) >= _LEAST_CONTENT


def _is_aside(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the saying is not what the sentence tells: "when he asked for more", "the boy who asked us to wait"."""
    before = tokens[phrase.first - 1].word if phrase.first else ""
    after = tokens[phrase.last + 1].word if phrase.last + 1 < len(tokens) else ""
    return before in _SUBORDINATE or before == "whose" or after in ("who", "that", "which")


def _is_absolute(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a participle belongs to a phrase with "with": ", with 20 names added to the list"."""
    return any(token.word == "with" for token in tokens[max(0, phrase.first - 1) : phrase.first + 1])


def _is_denied_by(tokens: Sequence[Token], at: int, phrase: Phrase) -> bool:
    """Whether a thing was only denied or said by somebody: a claim denied by the port."""
    return at + 1 < len(tokens) and tokens[at + 1].word == "by" and not can_speak(tokens, phrase)


def _is_loose(tokens: Sequence[Token], at: int, cue: Cue) -> bool:
    """Whether a participle behind a comma or "and" tells an act more than words ("threatening to burst")."""
    return cue.lemma not in _inverting() | {"tell", "ask", "deny"} and tokens[at - 1].word in (",", "and", "—", "–")


def _is_unreal(tokens: Sequence[Token], at: int, cue: Cue) -> bool:
    """Whether nothing was said after all: "would not say", "refused to comment"; a bare form needs a subject."""
    before = [token.word for token in tokens[max(0, at - 3) : at]]
    if before and before[-1] in _SUBORDINATE:
        return True
    if cue.form == "base" and _WISHED.intersection(before[-2:]):
        return True
    negated = any(word in ("not", "never", "to", "n't") or word.endswith(("n't", "n’t")) for word in before)
    return cue.form == "base" and negated


def _inverted(tokens: Sequence[Token], at: int) -> Phrase | None:
    """The subject behind its verb: "..., said Roe"."""
    cue = cue_table()[tokens[at].word]
    if (
        at == 0
        or not (tokens[at - 1].word == "," or tokens[at - 1].kind == "quotation")
        or at + 1 >= len(tokens)
        or cue.lemma not in _inverting()
        or cue.form == "ing"
    ):
        return None
    phrase = phrase_starting(tokens, at + 1)
    if phrase is None or tokens[at + 1].word == "that":
        return None
    following = tokens[phrase.last + 1] if phrase.last + 1 < len(tokens) else None
    if following is None or following.kind == "stop" or following.word in grammar().prepositions:
        return phrase
    return phrase if _acts(tokens, phrase.last + 1) else None


def _acts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle behind a speaker begins at `at`: said a clerk | reached by telephone, | working there."""
    by = at + 1 < len(tokens) and tokens[at + 1].word == "by"
    return tokens[at].word.endswith("ing") or (by and tokens[at].word.endswith("ed"))


@cache
def _inverting() -> frozenset[str]:
    return words("speech", "inverts")


def _has_content(tokens: Sequence[Token], at: int, cue: Cue) -> bool:
    """Whether words of the writer's own follow that tell what was said."""
    first = at + 1
    if cue.needs_clause:
        ahead = tokens[first : first + 5]
        opens = any(token.kind == "word" and token.word in _OPENS_CLAUSE for token in ahead)
        if not opens and not (ahead and ahead[0].word in _OPENS_PHRASE):
            return False
    end = first
    while end < len(tokens) and tokens[end].kind != "quotation" and tokens[end].word not in (":", ";"):
        end += 1
    if end < len(tokens) and tokens[end].word == ":" and _quoted_next(tokens, end):
        end = _last_cue(tokens, first, end)
    if end < len(tokens) and tokens[end].kind == "quotation":
        if tokens[end - 1].word == "," and all(token.word != "that" for token in tokens[first:end]):
            return False
        first = next((k + 1 for k in range(first, end) if tokens[k].word == "that"), first)
        return _content(tokens, first, end) + _content(tokens, end + 1, len(tokens)) >= 2 * _LEAST_CONTENT - 1
    return _content(tokens, first, end) >= _LEAST_CONTENT


def _quoted_next(tokens: Sequence[Token], colon: int) -> bool:
    return colon + 1 < len(tokens) and tokens[colon + 1].kind == "quotation"


def _last_cue(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where the words end that a colon does not lead over from: said it was late and added | : “...”."""
    return next((at for at in range(end - 1, first - 1, -1) if cue_at(tokens, at) is not None), first)


def _is_tag(tokens: Sequence[Token], at: int, phrase: Phrase) -> bool:
    """Whether the words before are the content: "the road was closed, she said"."""
    first = _before_roles(tokens, before_titles(tokens, min(phrase.first, at)), phrase) + 1
    if first > 1 and tokens[first - 1].word in _CLOSING_MARKS:
        # They met at “The Mill,” Roe said: what is only named in marks.
        first -= 1
    if first == 0 or tokens[first - 1].word not in (",", "—", "–"):
        return False
    before = first - 2
    if before >= 0 and tokens[before].kind == "quotation":
        return False
    last = _over_hearer(tokens, max(phrase.last, at) + 1, at)
    if any(token.kind == "quotation" or token.word == ":" for token in tokens[last : last + 2]):
        return False
    ends = last >= len(tokens) or tokens[last].kind == "stop" or tokens[last].word in grammar().prepositions
    ends = ends or (phrase.first > at and _acts(tokens, last))
    end = last if last >= len(tokens) or tokens[last].word != "," else min(len(tokens), last + _LEAST_CONTENT + 1)
    around = _content(tokens, max(0, first - _FARTHEST_BACK), first) + _content(tokens, last, end)
    return ends and around >= _LEAST_CONTENT


def _before_roles(tokens: Sequence[Token], before: int, phrase: Phrase) -> int:
    """The comma before the roles that lead up to a name: it was shut | , Port of Lund spokesman Max Toll said."""
    at = before
    while phrase.kind == "name" and at > max(0, before - _LONGEST_ROLE) and tokens[at].kind == "word":
        if tokens[at].word in grammar().closed and tokens[at].word not in _IN_ROLES:
            return before
        at -= 1
    return at if tokens[at].word == "," else before


def _over_hearer(tokens: Sequence[Token], last: int, at: int) -> int:
    """Past whom it was told, and when: the road was closed, Roe told the Harbour Post last week | ."""
    if last == at + 1 and cue_table()[tokens[at].word].lemma == "tell":
        hearer = phrase_starting(tokens, last)
        last = last if hearer is None else hearer.last + 1
    end = min(len(tokens), last + _NEAR)
    while last < end and (tokens[last].word in _WHEN or tokens[last].word in grammar().times):
        last += 1
    return last


def _content(tokens: Sequence[Token], first: int, last: int) -> int:
    """The number of words between two tokens that are not inside quotations."""
    return sum(token.kind in ("word", "name", "number") for token in tokens[first:last])
