"""Rules for days of the week and the weekend: "Friday", "Mon 12 May", "at the weekend"."""

from __future__ import annotations

import re
from functools import cache

from bot.reading.dates.forms import Period, Weekday
from bot.reading.dates.grammar.rules import Meaning, Rule, rule, word_after, word_before
from bot.reading.dates.grammar.vocabulary import GAP, either, listed, month_word, table, weekday_of, weekday_word

_PAPERS = frozenset(["Times", "Telegraph", "Mirror", "Mail", "Post", "Herald", "Express"])
_LAST_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]+)\.?[^\S\n]$")
_LONGEST_TITLE = 14
_SURNAME = re.compile(r"(?:[^\S\n][A-Z][\w'’-]{1,20}){1,2},\s(?:an?\s[a-z]|whos?e?\s|\d{1,3},)")
_WHICH_ONE = frozenset(["first", "second", "third", "fourth", "fifth", "last"])


@cache
def weekday_rules() -> tuple[Rule, ...]:
    """Every rule of this kind."""
    short_days = [word for word in table("weekdays") if not word.endswith("day")]
    return (
        # on the Sunday after that
        rule(
            (word for word in table("weekdays") if word.endswith("day")),
            rf"(?<=the )(?P<weekday>{weekday_word()}){GAP}(?P<way>after|before|following){GAP}that\b",
            _weekday_beside,
        ),
        rule((word for word in table("weekdays") if word.endswith("day")), f"(?P<weekday>{weekday_word()})", _weekday),
        rule(short_days, rf"(?P<weekday>{either(short_days)})\b\.?,?(?={GAP}(?:\d|{month_word()}))", _weekday),
        # at the weekend
        rule(["weekend"], r"weekend\b", _weekend),
    )


def _weekday(match: re.Match[str]) -> Meaning:
    """Friday; not "every Friday", "Bloody Sunday", "the Sunday Post", "Hon. Sunday Okafor".

    Nor "the first Sunday" of who knows what.

    "On the Friday the roof fell" points to the story, "the Friday prayers" do not.
    """
    word, before = match["weekday"], word_before(match.string, match.start())
    if not word[0].isupper() or before in listed("not_before_weekday") or before in _WHICH_ONE:
        return None
    after = word_after(match.string, match.end())
    if after in _PAPERS or (after[:1].isupper() and _is_first_name(match)):
        return None
    stands_alone = not after or after in listed("function_words")
    return Weekday(weekday_of(word), "that" if before == "the" and stands_alone else "bare")


def _weekday_beside(match: re.Match[str]) -> Meaning:
    """The Sunday after that; not "the Sunday after that quarrel"."""
    after = word_after(match.string, match.end())
    if after and after not in listed("function_words"):
        return None
    return Weekday(weekday_of(match["weekday"]), "previous" if match["way"].casefold() == "before" else "following")


def _is_first_name(match: re.Match[str]) -> bool:
    """Whether a man is called Sunday: behind a title, or before a surname and who he is ("Monday Ude, a cook")."""
    if not word_before(match.string, match.start()) and _SURNAME.match(match.string, match.end()):
        return True
    before = _LAST_WORD.search(match.string, max(0, match.start() - _LONGEST_TITLE), match.start())
    return before is not None and before[1].casefold() in listed("before_named_day")


def _weekend(match: re.Match[str]) -> Meaning:
    """At the weekend; not "a weekend", "the weekend of May 10"."""
    if word_after(match.string, match.end()) == "of":
        return None
    return Period("weekend", "last") if word_before(match.string, match.start()) == "the" else None
