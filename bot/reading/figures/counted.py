"""What a figure counts: the noun phrase behind it, told from what follows by closed classes of words."""

from __future__ import annotations

import re

from bot.reading.figures.numbers import number_at
from bot.reading.figures.vocabulary import Vocabulary, vocabulary
from bot.reading.model import Counted

_WORD = re.compile(r"(?:[^\W\d_]\.){2,4}|[^\W\d_]\w*(?:[-\u2011'’&/]\w+)*[’']?")
_UNIT = re.compile(r"[^\W\d_]{1,3}(?:/[a-z])?\b")
_PER_CENT = re.compile(r"[^\S\n]?%|[^\S\n](?:per[^\S\n]?cent|percentage[^\S\n]points?)\b", re.IGNORECASE)
_GAP = re.compile(r"[^\S\n]{1,3}")
_OPENED = re.compile(r"[^\S\n]{1,3}[“\"‘«]?")
_OF = re.compile(r"[^\S\n]{1,3}of[^\S\n]{1,3}", re.IGNORECASE)
_COMMA = re.compile(r",[^\S\n]{1,3}(?=[a-z])")
_JOINED = re.compile(r"[^\S\n]{1,3}(?:and|or)[^\S\n]{1,3}(?=[^\W\d_])")
# 29 of them (were) wounded, 124 are officers.
_BEING = re.compile(
    r"(?P<of>[^\S\n]of[^\S\n](?:them|these|those|us|whom|which|the[^\S\n][^\W\d_]+))?"
    r"(?P<be>[^\S\n](?:was|were|is|are|(?:had|have|has)[^\S\n]been))?[^\S\n]",
    re.IGNORECASE,
)
_IS = re.compile(r"\b(?:was|were|is|are|been)\b", re.IGNORECASE)
# The number of dead rose from 20 to 30.
_NUMBER_OF = re.compile(r"\b(?:number|numbers|total|tally|count)[^\S\n]of[^\S\n](?:the[^\S\n])?", re.IGNORECASE)
_FARTHEST_BACK = 80
_MOST_WORDS = 7
_MOST_MASS = 3
_OWNER = re.compile(r"['’]s?$")

Words = list[tuple[int, int, str]]


def counted_after(text: str, at: int, ceiling: int, *, single: bool = False) -> Counted | None:
    """The noun phrase that begins behind a number; None where a verb, a stop or a preposition does.

    A participle counts as the noun where none follows, and what is told of the number by a verb of being as well:
    600 of the soldiers -> soldiers; 20 or so rounds of ammunition -> rounds of ammunition; 30 wounded -> wounded;
    29 of them were severely wounded -> severely wounded; 12 fled -> None; 90% -> %. `single`: the number is one or
    less, and what it counts no plural.
    """
    share = _PER_CENT.match(text, at, ceiling)
    if share is not None:
        return _counted(text, share.end() - len(share.group().lstrip()), share.end())
    unit = _UNIT.match(text, at, ceiling)
    if unit is not None:
        return _counted(text, at, unit.end()) if unit.group().lower() in vocabulary().units else None
    of = _OF.match(text, at, ceiling)
    opened = _OPENED.match(text, at, ceiling)
    if of is None and opened is None:
        return None
    start = _past_articles(text, of.end(), ceiling) if of else _past_more(text, opened.end() if opened else at, ceiling)
    run, complete = _noun_phrase(text, start, ceiling, after_of=of is not None)
    if run and not complete:
        run = _fallback(run, vocabulary(), any_noun=of is not None or single)
    if not run:
        return _told(text, at, ceiling)
    return _counted(text, run[0][0], _with_mass(text, run[-1][1], ceiling))


def counted_before(text: str, at: int, floor: int) -> Counted | None:
    """The noun phrase of "the number of dead" in the same sentence, for a number that no noun follows."""
    matches = list(_NUMBER_OF.finditer(text, max(floor, at - _FARTHEST_BACK), at))
    if not matches:
        return None
    run, complete = _noun_phrase(text, matches[-1].end(), at)
    run = run if complete else run[:1]
    return _counted(text, run[0][0], run[-1][1]) if run else None


def is_told(text: str, at: int, counted: Counted) -> bool:
    """Whether a verb stands between a number and what it counts: 12 were killed."""
    return _IS.search(text, at, max(at, counted.start)) is not None


def _counted(text: str, start: int, end: int) -> Counted | None:
    """The phrase without the apostrophe of a plural owner: two weeks’ notice -> weeks."""
    end -= text[end - 1] in "’'"
    return Counted(start, end, text[start:end])


def _with_mass(text: str, end: int, ceiling: int) -> int:
    """Where the phrase ends with what its noun is full of: rounds of ammunition, tons of food, but not of the city."""
    more = _OF.match(text, end, ceiling)
    if more is None or text[more.end() : more.end() + 1].isupper():
        return end
    rest, whole = _noun_phrase(text, more.end(), ceiling)
    cut = next((k for k, (_, _, word) in enumerate(rest) if k and word.endswith("ed")), None)
    rest = rest[:cut] if whole else rest[: min(cut or _MOST_MASS, _MOST_MASS)]
    return rest[-1][1] if rest else end


def _told(text: str, at: int, ceiling: int) -> Counted | None:
    """What is told of the number itself: 51 were wounded, 29 of them severely wounded, 124 are officers."""
    being = _BEING.match(text, at, ceiling)
    if being is None or not (being["of"] or being["be"]):
        return None
    run, complete = _noun_phrase(text, being.end(), ceiling)
    if not complete:
        run = _fallback(run, vocabulary(), any_noun=False) if run else []
    return _counted(text, run[0][0], run[-1][1]) if run else None


def _past_articles(text: str, at: int, ceiling: int) -> int:
    """Past articles, possessives, owners and a second number: 20 of the town's 30 lorries."""
    known = vocabulary()
    for _ in range(4):
        match = _WORD.match(text, at, ceiling)
        word = match.group().lower() if match else ""
        if match is not None and (word in known.determiners or _owns_number(text, match, ceiling)):
            after = match.end()
        elif match is None and (number := number_at(text, at, ceiling)) is not None:
            after = number.end
        else:
            return _past_more(text, at, ceiling)
        gap = _GAP.match(text, after, ceiling)
        if gap is None:
            return at
        at = gap.end()
    return at


def _owns_number(text: str, match: re.Match[str], ceiling: int) -> bool:
    return match.group().endswith(("'s", "’s")) and text[match.end() + 1 : match.end() + 2].isdigit()


def _past_more(text: str, at: int, ceiling: int) -> int:
    """Past "more" and its like: 300 more men."""
    match = _WORD.match(text, at, ceiling)
    if match is None or match.group().lower() not in vocabulary().between:
        return at
    gap = _GAP.match(text, match.end(), ceiling)
    return gap.end() if gap else at


def _noun_phrase(text: str, at: int, ceiling: int, *, after_of: bool = False) -> tuple[Words, bool]:
    """The words of a noun phrase, and whether it ended in a plural; behind "of" it begins with no verb."""
    known = vocabulary()
    run: Words = []
    plural = 0
    while len(run) < _MOST_WORDS:
        match = _WORD.match(text, at, ceiling)
        if match is None:
            break
        word = match.group().lower()
        head = known.is_plural(_OWNER.sub("", word)) and not word.endswith(("'s", "’s"))
        if word in known.stops or (plural and not (head and _goes_on(text, run[-1], match))):
            break
        if not head and _ends(word, bool(run) or after_of, known) and not text[match.start()].isupper():
            break
        run.append((match.start(), match.end(), word))
        plural = len(run) if head else plural
        link = _link(text, match.end(), ceiling, bool(plural) or run[0][2] in known.casualties)
        if link is None or word.endswith(("’", "'")):
            break
        at = link
    return (run[:plural], True) if plural else (run, False)


def _ends(word: str, opened: bool, known: Vocabulary) -> bool:
    """Whether a word is a verb there: two fled, 20 carrying guns; but two separate staged explosions."""
    return word in known.verbs or (not opened and known.is_verb(word))


def _goes_on(text: str, last: tuple[int, int, str], following: re.Match[str]) -> bool:
    """Whether a plural behind a plural belongs to it: Special Forces troops, weapons systems.

    Not "brothers Denys", nor "for eight years people had gone".
    """
    known = vocabulary()
    if last[2] in known.times or following.group() in known.casualties:
        return False
    return text[following.start()].islower() or text[last[0]].isupper()


def _link(text: str, at: int, ceiling: int, complete: bool) -> int | None:
    """Where the next word may begin: behind a space; while the phrase is not complete, behind a comma or "and" too."""
    joined = None if complete else (_COMMA.match(text, at, ceiling) or _JOINED.match(text, at, ceiling))
    gap = joined or _GAP.match(text, at, ceiling)
    return gap.end() if gap else None


def _fallback(run: Words, known: Vocabulary, *, any_noun: bool) -> Words:
    """What is counted where no plural ends the phrase: thirty wounded, 200 Chinese, dozens of wounded."""
    words = [word for _, _, word in run]
    if words[0] in known.casualties:
        return run[:1]
    if len(words) > 1 and words[1] in known.casualties and words[0].endswith("ly"):
        return run[:2]
    if words[0] in known.peoples and len(words) == 1:
        return run
    return run[:_MOST_MASS] if any_noun else []
