"""Bylines: who wrote an account, said above it."""

from __future__ import annotations

import re

from bot.reading.layout.credited import NAME, NAME_LIST, PART, names_in, only_credits
from bot.reading.layout.publishers import is_publisher, looks_like_publisher
from bot.reading.lexicon import words

# "By Eastern correspondent Ana Ruiz": what the writer is may stand before the name.
_ROLE = (
    r"(?:(?:[\w’'&.-]+\s+){0,4}?"
    r"(?:correspondents?|editors?|reporters?|writers?|producers?|journalists?|photographers?),?\s+)?"
)
_BYLINE = re.compile(
    rf"(?i:by|authors?|as told to|interview(?:ed)? by)\s*:?\s+(?i:{_ROLE})(?P<names>{NAME_LIST})(?P<rest>.{{0,120}})"
)
# "12/05/2031 - Ana Ruiz": the day and the writer on one line.
_BESIDE_DAY = re.compile(
    rf"\S.{{5,24}}?\d{{4}}\s*[-–—|·/]\s*(?:[Bb]y\s+)?(?P<names>{NAME})(?:\s+(?i:special to)\s.{{3,40}})?"
)
# "by Ana Ruiz; ostrelpost.com; 12 May 2031": reposts give all that they know in one line.
_BEFORE_DAY = re.compile(
    rf"[Bb]y\s+(?P<names>{NAME_LIST})(?:\s*[;|]\s*[\w .’'-]{{2,40}}){{0,2}}\s*[;|]\s*\S.{{4,24}}\d{{4}}"
)
# "From Ana Ruiz, Oslo": what stands behind the comma is where it comes from.
_FROM = re.compile(rf"(?i:from)\s+(?P<names>{NAME})(?P<rest>(?:\s+in|,)\s+[\w '’.-]{{2,40}})?")
_BARE = re.compile(rf"(?P<names>{NAME_LIST})(?:,?\s+in\s+[^\W\d_a-z][\w .,'’-]{{1,40}})?")
_PLACE = r"[^\W\d_a-z][\w'’-]*(?:[ -][^\W\d_a-z][\w'’-]*){0,2}"
_REPORTER = re.compile(rf"(?P<name>{NAME})\s+in\s+{_PLACE}")
# A standfirst ends with who wrote it: "Port Editor Ana Ruiz and Tom Lee report from the pier.", "..., writes Ana Ruiz"
_REPORTS = re.compile(
    rf"(?:^|(?<=[\s’']))(?P<names>{NAME}(?:\s+and\s+{NAME})?)\s+reports?\s+(?:live\s+)?(?:from|on)\s[^.!?]{{2,120}}[.!?]?$"
)
_WRITES = re.compile(rf",\s+(?:writes|reports)\s+(?P<names>{NAME}(?:\s+and\s+{NAME})?)(?:\s+in\s+[^.,]{{2,40}})?[.]?$")
# "Reposted with thanks from the Amsel Dispatch. By Ana Ruiz."
_LAST_SENTENCE = re.compile(rf"[.!?]\s+By\s+(?P<names>{NAME_LIST})\.?$")
# "Oslo,Ana Ruiz", "Ana Ruiz,Ap": pages lose the space behind a comma too.
_STUCK_LIST = re.compile(rf"(?:{NAME}|{PART})(?:,(?:{NAME}|{PART})){{1,2}}")
# "ByAna Ruiz": pages lose the space behind a label.
_STUCK = re.compile(r"^By(?=[A-Z])")
_QUOTED = re.compile('[“”"«»„]')
_LONGEST = 300


def byline_names(line: str) -> tuple[str, ...]:
    """The writers that a byline names ("By WANDA J. PRUITT in Ostrel"); empty where the line is none."""
    if len(line) > _LONGEST:
        return ()
    line = _STUCK.sub("By ", line)
    if sender := _FROM.fullmatch(line):
        return names_in(sender["names"])
    if last := _LAST_SENTENCE.search(line):
        return names_in(last["names"])
    match = _BYLINE.fullmatch(line)
    if match is None or not only_credits(match["rest"]) or line.endswith((".", "!", "?")):
        return ()
    return names_in(match["names"] + match["rest"])


def names_in_standfirst(line: str) -> tuple[str, ...]:
    """The writers whom a standfirst ends with ("Tom Lee reports from Lund."); one who is quoted in it wrote nothing."""
    if not (" report" in line or " writes " in line) or _QUOTED.search(line):
        return ()
    match = _WRITES.search(line) or _REPORTS.search(line)
    return tuple(map(_behind_role, names_in(match["names"]))) if match else ()


def _behind_role(name: str) -> str:
    """A name from its given name on: "[Global Security Editor ]Ana Ruiz"; two words where none is known."""
    parts = name.split()
    first = next((n for n, part in enumerate(parts) if part.casefold() in _given_names()), max(0, len(parts) - 2))
    return " ".join(parts[first:])


def publisher_of_byline(line: str) -> str | None:
    """The paper or agency that a byline names and nobody else ("By Ostrel News"); None for any other line."""
    name = _STUCK.sub("By ", line).removeprefix("By ")
    return name if name != line and (is_publisher(name) or looks_like_publisher(name)) else None


def reporter_in(line: str) -> tuple[str, ...]:
    """The one writer of a line that says no more than who is where ("Ana Ruiz in Oslo"); empty for any other."""
    match = _REPORTER.fullmatch(line) if len(line) <= _LONGEST else None
    return names_in(match["name"]) if match else ()


def names_beside_day(line: str) -> tuple[str, ...]:
    """The writers beside the day in a line of nothing else ("12/05/2031 - Ana Ruiz"); empty for any other line.

    Only "by" before it or a given name tells a writer from a place ("12 May 2031 - Port Amsel").
    """
    if len(line) <= _LONGEST and (before := _BEFORE_DAY.fullmatch(line)):
        return names_in(before["names"])
    match = _BESIDE_DAY.fullmatch(line) if len(line) <= _LONGEST else None
    if match is None or match["names"].split()[0].casefold() not in _given_names():
        return ()
    return names_in(match["names"])


def _given_names() -> frozenset[str]:
    return words("given_names", "women") | words("given_names", "men") | words("given_names", "either")


def bare_byline_names(line: str) -> tuple[str, ...]:
    """The names in a line of nothing but names ("Ana Ruiz (now) and Tom Lee (earlier)", "Ana Ruiz in Oslo").

    Only a place next to a date stamp makes such a line a byline; that is for the caller to see.
    """
    match = _BARE.fullmatch(line) if len(line) <= _LONGEST else None
    if match is None:
        parts = line.split(",") if _STUCK_LIST.fullmatch(line) else []
        return tuple(part for part in parts if part.split()[0].casefold() in _given_names())
    return tuple(name for name in names_in(match["names"]) if not _is_heading(name))


def _is_heading(line: str) -> bool:
    """Whether words with capitals are a sentence or a heading ("Let Them Speak", "Serbian Songs"), and no names."""
    others = (words("not_people", "openers") | words("peoples", "peoples")) - _given_names()
    return not others.isdisjoint(word.casefold() for word in line.split())
