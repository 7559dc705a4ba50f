"""Documents for these tests, and a reader that understands just what they are written in.

People are marked by "Mx", figures by "#"; dates are ISO days or whole months, reported speech says "says that".
"""

import re
from datetime import date
from typing import Any

from bot.archive.accession import Accession
from bot.archive.authority import Authority, AuthorityRecord, AuthorityTie
from bot.archive.thesaurus import Subject, Thesaurus
from bot.reading.model import (
    Catalogue,
    Counted,
    DateExpression,
    Description,
    Figure,
    IndirectSpeech,
    Mention,
    Passage,
    Person,
    Quotation,
    Reading,
    Span,
    Tie,
)

_NAME = r"Mx (?P<name>\w+(?: [A-Z]\w+)*)"
_MENTION = re.compile(_NAME)
_DESCRIBED = re.compile(_NAME + r", (?P<words>the [^,.]+),")
_MARRIED = re.compile(_NAME + r" is married to Mx (?P<other>\w+(?: [A-Z]\w+)*)")
_QUOTED = re.compile(r"“(?P<words>[^”]+)”(?: said Mx (?P<name>\w+(?: [A-Z]\w+)*))?")
_REPORTED = re.compile(_NAME + r" says that [^.]*\.")
_FIGURE = re.compile(r"(?P<text>(?P<vague>~?)#(?P<value>\d+))(?: (?P<counted>[a-z]+(?: [a-z]+ers)?\b))?")
_SENTENCE = re.compile(r"[^.\n]+\.?”?")
_DAY = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?\b")


def read_simply(text: str, published: date | None) -> Reading:
    """The reading of a text of this shelf."""
    people: dict[str, dict[str, list[Any]]] = {}
    for match in _MENTION.finditer(text):
        entry = people.setdefault(_fullest(match["name"], text), {"mentions": [], "descriptions": [], "ties": []})
        entry["mentions"].append(Mention(*match.span("name"), match["name"], "Mx"))
    for match in _DESCRIBED.finditer(text):
        people[_fullest(match["name"], text)]["descriptions"].append(Description(*match.span("words"), match["words"]))
    for match in _MARRIED.finditer(text):
        people[_fullest(match["name"], text)]["ties"].append(Tie(*match.span(), "spouse", match["other"]))
    return Reading(
        text=text,
        source=Catalogue(published=published),
        passages=tuple(Passage(*match.span()) for match in re.finditer(r"[^\n]+", text)),
        people=tuple(
            Person(name, tuple(e["mentions"]), tuple(e["descriptions"]), tuple(e["ties"])) for name, e in people.items()
        ),
        quotations=tuple(
            Quotation(*m.span("words"), m["words"], "direct", _fullest(m["name"], text) if m["name"] else None, n)
            for n, m in enumerate(_QUOTED.finditer(text))
        ),
        indirect=tuple(
            IndirectSpeech(*m.span(), m.group(), _fullest(m["name"], text), "says") for m in _REPORTED.finditer(text)
        ),
        dates=tuple(_date(match) for match in _DAY.finditer(text)),
        figures=tuple(_figure(match, text) for match in _FIGURE.finditer(text)),
    )


def _figure(match: re.Match[str], text: str) -> Figure:
    """A figure, said by whoever says the words around it, on the first day of its sentence."""
    sentence = next(each for each in _SENTENCE.finditer(text) if each.start() <= match.start() < each.end())
    said = [each for each in (*_QUOTED.finditer(text), *_REPORTED.finditer(text)) if _stands_in(match, each)]
    day = _DAY.search(text, *sentence.span())
    value = float(match["value"])
    return Figure(
        *match.span("text"),
        match["text"],
        value,
        value,
        Counted(*match.span("counted"), match["counted"]) if match["counted"] else None,
        Span(*sentence.span()),
        approximate=bool(match["vague"]),
        speaker=_fullest(said[0]["name"], text) if said and said[0]["name"] else None,
        as_of=day.start() if day else None,
    )


def _stands_in(match: re.Match[str], words: re.Match[str]) -> bool:
    return words.start() <= match.start() and match.end() <= words.end()


def _fullest(name: str, text: str) -> str:
    names = [match["name"] for match in _MENTION.finditer(text)]
    return max((each for each in names if name in (each, each.split()[-1])), key=len)


def _date(match: re.Match[str]) -> DateExpression:
    year, month = int(match["year"]), int(match["month"])
    if match["day"]:
        first = last = date(year, month, int(match["day"]))
    else:
        first, last = date(year, month, 1), date(year, month, 28)
    return DateExpression(*match.span(), match.group(), first, last, "as written", "explicit", not match["day"])


def document(text: str, title: str = "An account", **more: Any) -> Accession:
    """A document with this text; `more` are fields of Accession."""
    fields = {"filename": "account.txt", "original": text.encode(), "added_by": "tests", **more}
    return Accession(text=text, title=title, **fields)


HARBOUR = document(
    "Mx Orla Quint, the harbour pilot, waited on 2031-03-04.\n"
    "“Take us across the bay,” said Mx Quint on 2031-03-05. Mx Orla Quint is married to Mx Teo Quint.\n"
    "Mx Quint says that the ferries were full.\n"
    "The ferries left in 2031-03 with Mx Teo Quint.",
    "The harbour",
    published=date(2031, 3, 6),
    source_id="harbour",
    publisher="The Gull",
    contributors=("Ada Nowak", "Bo Lind"),
    url="https://example.org/harbour",
    rights="CC0-1.0",
    place="Port Ness",
)
MILL = document(
    "Mx Orla Quint, the retired harbour pilot, sat by the mill on 2031-03-05.\n"
    "“We ground flour for bread until the wheel froze,” said Mx Ines Moll.\n"
    "“Nobody slept,” said Mx Moll. Bread ran out on 2031-04-01.",
    "The mill",
    published=date(2031, 4, 2),
    source_id="mill",
)
PRIVATE = document(
    "Mx Orla Quint, the smuggler, met Mx Vera Zand in secret on 2031-03-05.\n"
    "“Row us across the bay to the ferries,” said Mx Zand. Mx Orlaith Quint says that bread was sold.\n"
    "A hidden day was 2031-05-05. There were #40 ferries.",
    "A secret",
    published=date(2031, 3, 6),
    guild=7,
)
AUTHORITY = Authority(
    (
        AuthorityRecord(
            "orla-quint",
            "Orla Quint",
            variants=("Orlagh Quint",),
            ukrainian="Орла Квінт",
            role="harbour pilot",
            sources=("harbour",),
            ties=(AuthorityTie("colleague", "teo-quint", ("harbour",)),),
        ),
        AuthorityRecord("teo-quint", "Teo Quint", sources=("harbour",)),
    )
)
SUBJECTS = Thesaurus(
    (
        Subject("crossing", other=("ferry", "across the bay"), narrower=("boats",)),
        Subject("hunger", other=("starving",), narrower=("bread",)),
    )
)
