"""Bylines: who wrote an account, said above it."""

from __future__ import annotations

import re

from bot.reading.layout.credited import NAME, NAME_LIST, names_in, only_credits

_BYLINE = re.compile(
    rf"(?i:by|authors?|as told to|interview(?:ed)? by)\s*:?\s+(?P<names>{NAME_LIST})(?P<rest>.{{0,120}})"
)
# "From Ana Ruiz, Oslo": what stands behind the comma is where it comes from.
_FROM = re.compile(rf"(?i:from)\s+(?P<names>{NAME})(?P<rest>(?:\s+in|,)\s+[\w '’.-]{{2,40}})?")
_BARE = re.compile(rf"(?P<names>{NAME_LIST})(?:,?\s+in\s+[^\W\d_a-z][\w .,'’-]{{1,40}})?")
_PLACE = r"[^\W\d_a-z][\w'’-]*(?:[ -][^\W\d_a-z][\w'’-]*){0,2}"
_REPORTER = re.compile(rf"(?P<name>{NAME})\s+in\s+{_PLACE}")
# "Reposted with thanks from the Amsel Dispatch. By Ana Ruiz."
_LAST_SENTENCE = re.compile(rf"[.!?]\s+By\s+(?P<names>{NAME_LIST})\.?$")
_LONGEST = 300


def byline_names(line: str) -> tuple[str, ...]:
    """The writers that a byline names ("By WANDA J. PRUITT in Ostrel"); empty where the line is none."""
    if len(line) > _LONGEST:
        return ()
    if sender := _FROM.fullmatch(line):
        return names_in(sender["names"])
    if last := _LAST_SENTENCE.search(line):
        return names_in(last["names"])
    match = _BYLINE.fullmatch(line)
    if match is None or not only_credits(match["rest"]) or line.endswith((".", "!", "?")):
        return ()
    return names_in(match["names"] + match["rest"])


def reporter_in(line: str) -> tuple[str, ...]:
    """The one writer of a line that says no more than who is where ("Ana Ruiz in Oslo"); empty for any other."""
    match = _REPORTER.fullmatch(line) if len(line) <= _LONGEST else None
    return names_in(match["name"]) if match else ()


def bare_byline_names(line: str) -> tuple[str, ...]:
    """The names in a line of nothing but names ("Ana Ruiz (now) and Tom Lee (earlier)", "Ana Ruiz in Oslo").

    Only a place next to a date stamp makes such a line a byline; that is for the caller to see.
    """
    match = _BARE.fullmatch(line) if len(line) <= _LONGEST else None
    return names_in(match["names"]) if match else ()
