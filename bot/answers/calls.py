"""From what was typed to a call: the question, what it is about, and the page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.answers.wording import cleaned, repeated
from bot.errors import InputError

QUESTIONS = ("who", "on", "quote", "figures", "timeline", "search", "sources", "source", "context", "find", "help")
ALIASES: Mapping[str, tuple[str, ...]] = {
    "who": ("хто",),
    "on": ("дата",),
    "quote": ("цитата", "цитати"),
    "figures": ("цифри",),
    "timeline": ("хронологія",),
    "search": ("пошук",),
    "sources": ("джерела",),
    "source": ("джерело",),
    "context": ("контекст",),
    "find": ("знайти",),
    "help": ("довідка", "допомога"),
}
"""Other words for a question, whatever language is spoken: the first is the one that answers and commands show."""
_QUESTION_OF = {word: name for name in QUESTIONS for word in (name, *ALIASES[name])}
LONGEST_QUESTION = 300
"""In characters: far longer than any name, day or topic, and short enough to be looked up at once."""
SHORTEST_SLIP = 3
"""Letters: a shorter word is one letter from too many others to be taken for a question gone wrong."""
LONGEST_TEXT = 4000
"""In characters, of the text that `find` looks into: the longest message that Discord takes."""

_ALONE = frozenset({"sources", "timeline"})
"""Questions that take no words, or may do without: a page with none before it is no subject."""
_PAGE = re.compile(r"(?P<rest>.*\S)\s+(?:page|сторінка)\s+(?P<page>\d{1,6})", re.IGNORECASE)
_PAGE_ALONE = re.compile(r"(?P<rest>)(?:(?:page|сторінка)\s+)?(?P<page>\d{1,6})", re.IGNORECASE)
_FROM = re.compile(r"(?:(?P<topic>.*)\s)?(?:from|від)\s+(?P<name>\S.*)", re.IGNORECASE)
_FIND = re.compile(rf"\s*(?:{'|'.join(('find', *ALIASES['find']))})(?:\s+(?P<text>.*))?", re.IGNORECASE | re.DOTALL)
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_QUOTED = re.compile(r"[\"“„«](?P<words>.+)[\"”“»]")


@dataclass(frozen=True, slots=True)
class Call:
    """One question as understood. `speaker` is whose words are wanted, where the question is `quote`.

    `written` is the day on which the text was written that `find` looks into, None where it is not known.
    """

    question: str
    subject: str = ""
    speaker: str | None = None
    page: int = 1
    written: date | None = None


def parse_call(words: str, prefix: str = "!") -> Call:
    """The call that `words` make: “who Palamar”, “!quote evacuation from Palamar”, “дата 30 квітня сторінка 2”.

    The prefix may be left out. “from NAME” is understood after `quote` alone, and not inside quotation marks.
    English and Ukrainian may be mixed.
    Raises InputError, with one sentence, for words that are no question.
    """
    text = _FIND.fullmatch(words.strip().removeprefix(prefix))
    if text:
        return Call("find", _text(text["text"]))
    typed = _tidied(words)
    question, _, rest = typed.removeprefix(prefix).lstrip().partition(" ")
    if not question:
        raise InputError("Nothing was asked; {prefix}help shows what can be.", prefix=prefix)
    name = _QUESTION_OF.get(question.casefold())
    if name is None:
        raise _no_such_question(question, prefix)
    rest, page = _page_off(rest.strip(), alone=name in _ALONE)
    if name != "quote":
        return Call(name, rest, None, page)
    topic, speaker = _speaker_off(rest)
    return Call(name, topic, speaker, page)


def one_letter_off(word: str) -> bool:
    """Whether a word that is no question is one slip of typing away from one; too short a word never is."""
    near = process.extractOne(word.casefold(), list(_QUESTION_OF), scorer=OSA.distance, score_cutoff=1)
    return near is not None and near[1] == 1 and word.isalpha() and len(word) >= SHORTEST_SLIP


def checked(call: Call) -> Call:
    """A call that was put together elsewhere (a slash command, a button), cleaned like one that was typed.

    Raises InputError for one that is too long or asks no question that there is.
    """
    if call.question not in QUESTIONS:
        raise _no_such_question(call.question, "")
    if call.question == "find":
        return Call("find", _text(call.subject), written=call.written)
    speaker = _tidied(call.speaker) if call.speaker else None
    return replace(call, subject=_tidied(call.subject), speaker=speaker or None)


def _tidied(typed: str) -> str:
    # Cut before it is cleaned: somebody may paste a book.
    tidy = cleaned(typed[: 4 * LONGEST_QUESTION])
    if len(tidy) > LONGEST_QUESTION or len(typed) > 4 * LONGEST_QUESTION:
        raise InputError(
            "That is too long to look up: a question may have {most} characters at most.", most=LONGEST_QUESTION
        )
    return tidy


def _text(typed: str | None) -> str:
    """The text that `find` looks into, line by line: which lines are quoted tells whose words they are."""
    text = (typed or "").strip()
    if len(text) > LONGEST_TEXT:
        raise InputError("That is too long to look into: a text may have {most} characters at most.", most=LONGEST_TEXT)
    return "\n".join(cleaned(line) for line in text.splitlines()).strip("\n")


def _page_off(rest: str, *, alone: bool) -> tuple[str, int]:
    """`alone`: a page with no words before it is no subject."""
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


def names_speaker(topic: str) -> bool:
    """Whether a topic, asked about as it stands, would be taken to end in the name of a speaker."""
    return _FROM.fullmatch(f"{topic} ?") is not None


def whole_topic(call: Call) -> str:
    """The topic of a call whose “from” turns out to be no speaker's: “escape from the city”."""
    joined = "від" if _CYRILLIC.search(call.speaker or "") else "from"
    return f"{call.subject} {joined} {call.speaker}".replace('"', "")


def _no_such_question(question: str, prefix: str) -> InputError:
    slips, asked = min(len(question) // 3, 2), repeated(question)
    nearest = process.extractOne(question.casefold(), list(_QUESTION_OF), scorer=OSA.distance, score_cutoff=slips)
    if nearest:
        sentence = "There is no question “{asked}”; did you mean {prefix}{nearest}?"
        return InputError(sentence, asked=asked, prefix=prefix, nearest=nearest[0])
    sentence = "There is no question “{asked}”; {prefix}help shows what can be asked."
    return InputError(sentence, asked=asked, prefix=prefix)
