"""What stands between marks: somebody's speech, a few of somebody's words, or nothing that anybody says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from bot.reading.lexicon import words
from bot.reading.model import QuotationKind
from bot.reading.quotations.answering import group_before
from bot.reading.quotations.frame import Frame
from bot.reading.quotations.grammar import grammar
from bot.reading.quotations.stretches import Stretch
from bot.reading.quotations.tokens import Named, Token
from bot.reading.quotations.verbs import can_speak, cue_at

_ENDS_CLAUSE = frozenset(",.!?…—–")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SMALL = re.compile(r"(?:a|an|the|of|in|on|at|for|to|and|or|but|from|with|by|is|de|la|del|von|van)\Z", re.IGNORECASE)
_LONGEST_TERM = 3
_RELATIVE = frozenset({"whom", "which"})
_LONGEST_BY_NAME = 2
_TITLED = frozenset({"titled", "entitled", "subtitled", "headlined"})
_NEAR = 5
_READS = frozenset(
    {"says", "said", "saying", "reads", "read", "reading", ":", "proclaims", "proclaiming", "with", "declaring"}
)


def is_by_name(stretch: Stretch, mentions: Sequence[Named]) -> bool:
    """Whether the marks hold a nickname or call sign: they stand inside a name, or hold nothing but one."""
    return any(
        (m.start < stretch.outer.start and stretch.outer.end <= m.end)
        or (m.start <= stretch.start and stretch.end <= m.end)
        for m in (named.mention for named in mentions)
    )


def is_title_or_term(text: str, tokens: Sequence[Token], at: int, stretch: Stretch, frame: Frame | None) -> bool:
    """Whether nobody says it: the title of a work, what a sign says, a name, a so-called thing.

    the film “Long Roads”; a banner that reads “Go Home”; the so-called “safe zone”; known as “the hill”.
    """
    before = [token.word for token in tokens[max(0, at - _NEAR) : at]]
    near = before[-1] if before else ""
    content = text[stretch.start : stretch.end]
    count = len(_WORD.findall(content))
    if not any(sign.isalpha() for sign in content):
        return at > 0 or frame is None
    if "signed" in before[-2:]:
        return False
    if any(word in _listed("bearers") for word in before) and near in _READS:
        return True
    titled = is_title_case(content) and not (content.isupper() and count >= _LONGEST_TERM)
    if titled and (any(word in _listed("works") for word in before[-4:]) or (count > 1 and near in _listed("enjoys"))):
        return True
    if count <= _LONGEST_TERM and _is_called_so(tokens, at, titled=titled):
        return True
    if frame is not None and _names_a_thing(tokens, frame, at, content):
        return True
    if titled and count > 1 and near in grammar().possessive_pronouns:
        return True
    if titled and count <= _LONGEST_BY_NAME and _is_apposed(tokens, at):
        return True
    if frame is not None and _is_common_name(tokens, frame, at):
        return True
    if titled and count > 1 and near in grammar().prepositions and near != "as":
        return True
    if titled and count > 1 and _of_a_house(tokens, at):
        return True
    if near in _TITLED or (titled and count > 1 and _is_a_work(tokens, at)):
        return True
    if frame is not None and frame.manner == "tag":
        return False
    if near == "the" and count <= _LONGEST_TERM and frame is not None and _depicts(tokens, frame):
        return True
    if near in _listed("so_called") or (near in _listed("naming") and not _calls(tokens, at, frame)):
        return True
    if near == "as" and before[-2:-1] == ["known"]:
        return True
    if any(word in _listed("bearers") for word in before) and (frame is None or _bears(tokens, frame)):
        return True
    if titled and any(word in _listed("works") for word in _after(tokens, at)):
        return True
    bare = content[-1] not in "!?…" and near != ":"
    return frame is None and bare and (count <= _LONGEST_TERM or titled)


def _is_a_work(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows says which work it is: “Tides of the Mind,” a 2021 book about ..."""
    behind = [token.word for token in tokens[at + 1 : at + 1 + _NEAR]]
    return behind[:1] in (["a"], ["an"]) and any(word in _listed("works") for word in behind)


def _calls(tokens: Sequence[Token], at: int, frame: Frame | None) -> bool:
    """Whether somebody calls something so in words of his own: "she called it “a joke”", not "a unit called “Dawn”"."""
    if frame is None or frame.cue < at - 2:
        return False
    return frame.phrase.kind == "pronoun" or can_speak(tokens, frame.phrase)


def _depicts(tokens: Sequence[Token], frame: Frame) -> bool:
    """Whether the verb only tells of a thing that has its name already: to describe the “safe window” there."""
    cue = cue_at(tokens, frame.cue) if frame.cue >= 0 else None
    return cue is not None and cue.lemma in ("describe", "depict", "mention", "discuss", "recall")


def _is_common_name(tokens: Sequence[Token], frame: Frame, at: int) -> bool:
    """Whether it is what people in general call something: locals call the hill “the Anvil”, which they called “it”."""
    if frame.cue < 0 or frame.cue > at:
        return False
    if frame.phrase.first > 0 and tokens[frame.phrase.first - 1].word == "what" and frame.phrase.kind == "pronoun":
        return (
            tokens[frame.phrase.first].word in ("they", "we", "you")
            and frame.cue == at - 1
            and tokens[frame.cue].word in ("call", "called")
            and group_before(tokens, frame.phrase.first) is None
        )
    if frame.phrase.kind != "description":
        return False
    if frame.cue == at - 1 and tokens[frame.cue].word == "called" and frame.phrase.first > 0:
        return tokens[frame.phrase.first - 1].word in ("that", "which", "whom")
    if any(tokens[k].kind == "name" for k in range(frame.phrase.first, frame.phrase.last + 1)):
        # "Roe and Toll call them “rats”": two people are not people in general.
        return False
    return tokens[frame.cue].word in ("call", "dub", "nickname", "name", "term", "christen")


def _names_a_thing(tokens: Sequence[Token], frame: Frame, at: int, content: str) -> bool:
    """Whether somebody gives a thing its name: called the ditch “the moat”, called it the “moat” - not: it “a joke”."""
    if frame.cue < 0 or not 1 < at - frame.cue <= _NEAR or tokens[frame.cue].word not in ("call", "called", "calls"):
        return False
    if tokens[frame.cue + 1].word in ("it", "them", "this", "that") and tokens[at - 1].word == "the":
        return len(_WORD.findall(content)) <= _LONGEST_TERM
    object_named = tokens[frame.cue + 1].word in ("the", "this", "that", "his", "her", "their", "our")
    return object_named and content.startswith("the ") and len(_WORD.findall(content)) <= _LONGEST_TERM


def _is_called_so(tokens: Sequence[Token], at: int, *, titled: bool) -> bool:
    """Whether the marks hold what somebody or something goes by: whom all called “Bee,”; known to us as “the moat,”."""
    before = [token.word for token in tokens[max(0, at - 2 * _NEAR) : at]]
    near = before[-1] if before else ""
    if before[-2:-1] == ["as"] and near in ("the", "a", "an"):
        near = "as"
    if near == "as" and "known" in before[-_NEAR - 1 :]:
        return True
    if titled and near in ("nicknamed", "dubbed", "codenamed", "christened", "alias"):
        return True
    related = _RELATIVE.intersection(before[-_NEAR:])
    return near in ("call", "called", "calls", "nicknamed") and bool(related) and before[-2] not in _RELATIVE


def _is_apposed(tokens: Sequence[Token], at: int) -> bool:
    """Whether the marks stand in apposition to a name and more of it follows: Oto Lund, “Heron”, the miller."""
    if at < 2 or at + 2 >= len(tokens) or tokens[at - 1].word != "," or tokens[at - 2].kind != "name":
        return False
    behind = at + 2 if tokens[at + 1].word == "," else at + 1
    if tokens[behind].word in ("the", "a", "an", "who", "his", "her"):
        return True
    opens = at == 2 or tokens[at - 3].kind == "stop"
    return opens and behind == at + 2 and cue_at(tokens, behind) is not None


def _of_a_house(tokens: Sequence[Token], at: int) -> bool:
    """Whether the marks follow an owner that is no person: the station's “Morning Hour”."""
    return at > 1 and tokens[at - 1].kind == "possessive" and tokens[at - 2].kind == "word" and tokens[at - 2].capital


def _after(tokens: Sequence[Token], at: int) -> list[str]:
    return [token.word for token in tokens[at + 1 : at + 3]]


def _bears(tokens: Sequence[Token], frame: Frame) -> bool:
    """Whether the subject of the frame is a thing that bears words ("a sign that says")."""
    phrase = frame.phrase
    return any(tokens[k].word in _listed("bearers") for k in range(phrase.first, phrase.last + 1))


def is_title_case(content: str) -> bool:
    """Whether every word of weight has a capital, as in titles."""
    found = [word for word in _WORD.findall(content) if not _SMALL.match(word)]
    return bool(found) and all(word[0].isupper() or word[0].isdigit() for word in found)


def kind_of(text: str, tokens: Sequence[Token], at: int, stretch: Stretch) -> QuotationKind:
    """Direct speech, or a fragment woven into the writer's sentence.

    “We left at noon,” she said. -> direct; he called it “a long night”. -> fragment.
    """
    content = text[stretch.start : stretch.end]
    before = tokens[at - 1] if at else None
    introduced = before is None or before.word in (",", ":", "—", "–") or before.kind == "quotation"
    opens_big = content[0].isupper() or content[0] in "…[" or content[0].isdigit()
    if opens_big and (introduced or content[-1] in _ENDS_CLAUSE):
        return "direct"
    if introduced and len(_WORD.findall(content)) >= 5 and content[-1] in ".!?…":
        return "direct"
    return "direct" if opens_big and len(_WORD.findall(content)) >= 5 else "fragment"


@cache
def _listed(key: str) -> frozenset[str]:
    return words("speech", key)
