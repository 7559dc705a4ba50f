"""From what was typed to a call: the question, what it is about, and the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.answers.wording import cleaned, echoed
from bot.errors import InputError

QUESTIONS = ("who", "on", "quote", "search", "sources", "source", "context", "help")
LONGEST_QUESTION = 300
"""In characters: far longer than any name, day or topic, and short enough to be looked up at once."""

_PAGE = re.compile(r"(?P<rest>.*\S)\s+page\s+(?P<page>\d{1,6})", re.IGNORECASE)
_PAGE_ALONE = re.compile(r"(?P<rest>)(?:page\s+)?(?P<page>\d{1,6})", re.IGNORECASE)
_FROM = re.compile(r"(?:(?P<topic>.*)\s)?from\s+(?P<name>\S.*)", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“„«](?P<words>.+)[\"”“»]")


@dataclass(frozen=True, slots=True)
class Call:
    """One question as understood. `speaker` is whose words are wanted, where the question is `quote`."""

    question: str
    subject: str = ""
    speaker: str | None = None
    page: int = 1


def parse_call(words: str, prefix: str = "!") -> Call:
    """The call that `words` make: “who Palamar”, “!quote evacuation from Palamar”, “on 30 April page 2”.

    The prefix may be left out. “from NAME” is understood after `quote` alone, and not inside quotation marks.
    Raises InputError, with one sentence, for words that are no question.
    """
    typed = _tidied(words)
    question, _, rest = typed.removeprefix(prefix).lstrip().partition(" ")
    if not question:
        raise InputError(f"Nothing was asked; {prefix}help shows what can be.")
    name = question.casefold()
    if name not in QUESTIONS:
        raise InputError(_no_such_question(question, prefix))
    rest, page = _page_off(rest.strip(), alone=name == "sources")
    if name != "quote":
        return Call(name, rest, None, page)
    topic, speaker = _speaker_off(rest)
    return Call(name, topic, speaker, page)


def checked(call: Call) -> Call:
    """A call that was put together elsewhere (a slash command, a button), cleaned like one that was typed.

    Raises InputError for one that is too long or asks no question that there is.
    """
    if call.question not in QUESTIONS:
        raise InputError(_no_such_question(call.question, ""))
    speaker = _tidied(call.speaker) if call.speaker else None
    return replace(call, subject=_tidied(call.subject), speaker=speaker or None)


def _tidied(typed: str) -> str:
    # Cut before it is cleaned: somebody may paste a book.
    tidy = cleaned(typed[: 4 * LONGEST_QUESTION])
    if len(tidy) > LONGEST_QUESTION or len(typed) > 4 * LONGEST_QUESTION:
        raise InputError(f"That is too long to look up: a question may have {LONGEST_QUESTION} characters at most.")
    return tidy


def _page_off(rest: str, *, alone: bool) -> tuple[str, int]:
    """`alone`: the question takes no words, so that a page with none before it is no subject."""
    match = _PAGE.fullmatch(rest) or (_PAGE_ALONE.fullmatch(rest) if alone else None)
    if match is None:
        return rest, 1
    return match["rest"], max(int(match["page"]), 1)


def _speaker_off(rest: str) -> tuple[str, str | None]:
    quoted = _QUOTED.fullmatch(rest)
    if quoted:
        return quoted["words"].strip(), None
    match = _FROM.fullmatch(rest)
    if match is None:
        return rest, None
    topic = (match["topic"] or "").strip()
    whole = _QUOTED.fullmatch(topic)
    return (whole["words"].strip() if whole else topic), match["name"]


def _no_such_question(question: str, prefix: str) -> str:
    slips = min(len(question) // 3, 2)
    nearest = process.extractOne(question.casefold(), QUESTIONS, scorer=OSA.distance, score_cutoff=slips)
    if nearest:
        return f"There is no question {echoed(question)}; did you mean {prefix}{nearest[0]}?"
    return f"There is no question {echoed(question)}; {prefix}help shows what can be asked."
