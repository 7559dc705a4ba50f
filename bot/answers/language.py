"""The answers' own words in the language of whoever reads them. What a source says is never translated.

English is the language of the code: a message is its English sentence, with named places in braces. Other languages
stand in `words/*.po`, the format of GNU gettext: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path

_WORDS = Path(__file__).parent / "words"
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NARROW_SPACE = "\u202f"


def message(english: str) -> str:
    """A message that is said elsewhere than where it stands: it is marked for the test that holds the catalogue."""
    return english


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language of the interface; English where nothing is given.

    `forms` holds for each English message its translation, one string a plural form; `form_for` says which of the
    forms goes with a number. `months` are named as after a day ("30 квітня"), `bare_months` as they stand alone
    ("квітень").
    """

    code: str = "en"
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    form_for: Callable[[int], int] = bool
    months: tuple[str, ...] = _MONTHS
    bare_months: tuple[str, ...] = _MONTHS

    def say(self, message: str, /, **values: object) -> str:
        """The message in this language, with the values in their places; in English where no translation is known.

        Without values the message is taken as it stands, braces and all.
        """
        form = self.forms.get(message, (message,))[0]
        return form.format(**values) if values else form

    def knows(self, message: str) -> bool:
        """Whether the message has a translation."""
        return message in self.forms

    def counted(self, number: int, one: str, many: str, /, **values: object) -> str:
        """A message that counts: “1 source”, “2 sources”. The number, in groups of three figures, stands at `{n}`."""
        form = self.forms[one][self.form_for(number)] if one in self.forms else (one if number == 1 else many)
        return form.format(n=self.number(number), **values)

    def number(self, number: int) -> str:
        """A number in groups of three figures: “1,200”."""
        return f"{number:,}" if self.code == "en" else f"{number:,}".replace(",", _NARROW_SPACE)

    def listed(self, words: Sequence[str]) -> str:
        """“a”, “a and b”, “a, b and c”."""
        if len(words) < 2:
            return "".join(words)
        return self.say("{some} and {last}", some=", ".join(words[:-1]), last=words[-1])

    def day(self, day: date) -> str:
        """“30 April 2022”, the same in every locale of a language."""
        return self.say("{days} {year}", days=self.day_and_month(day.day, day.month), year=day.year)

    def day_and_month(self, day: int, month: int) -> str:
        """“30 April”."""
        return f"{day} {self.months[month - 1]}"

    def month(self, month: int, year: int) -> str:
        """“April 2022”."""
        return self.say("{days} {year}", days=self.bare_months[month - 1], year=year)

    def days(self, earliest: date, latest: date, *, approximate: bool = False) -> str:
        """A day, a whole month or year, or a range, as short as it can be said; “about” before what is vague."""
        days = self._days(earliest, latest)
        return self.say("about {days}", days=days) if approximate else days

    def _days(self, earliest: date, latest: date) -> str:
        if earliest == latest:
            return self.day(earliest)
        whole = earliest.day == 1 and (latest + timedelta(days=1) if latest < date.max else latest).day == 1
        if whole and (earliest.year, earliest.month) == (latest.year, latest.month):
            return self.month(earliest.month, earliest.year)
        if whole and earliest.year == latest.year and (earliest.month, latest.month) == (1, 12):
            return self.say("{year}", year=earliest.year)
        if (earliest.year, earliest.month) == (latest.year, latest.month):
            return f"{earliest.day}–{self.day(latest)}"
        if earliest.year == latest.year:
            return f"{self.day_and_month(earliest.day, earliest.month)} – {self.day(latest)}"
        return f"{self.day(earliest)} – {self.day(latest)}"


ENGLISH = Language()


@cache
def language_of(locale: str | None) -> Language:
    """The language of the interface for a locale of Discord ("uk", "en-GB"): English for what has no translation."""
    code = (locale or "").partition("-")[0]
    path = _WORDS / f"{code}.po"
    return _read(path, code) if code in LANGUAGES and path.is_file() else ENGLISH


LANGUAGES: Mapping[str, tuple[str, ...]] = {"uk": ("one", "few", "many")}
"""Languages beside English, with the CLDR's categories of number in the order of their plural forms."""


def _read(path: Path, code: str) -> Language:
    # Babel is needed for other languages alone, and takes a moment to load.
    from babel.core import Locale
    from babel.dates import get_month_names
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        catalogue = read_po(file, locale=code, abort_invalid=True)
    rule, categories = Locale(code).plural_form, LANGUAGES[code]
    forms = {_key(each.id): _forms(each.string) for each in catalogue if each.id and each.string}
    after_a_day, alone = (get_month_names("wide", context, code) for context in ("format", "stand-alone"))
    return Language(
        code=code,
        forms=forms,
        form_for=lambda number: categories.index(rule(number)),
        months=tuple(after_a_day[number] for number in range(1, 13)),
        bare_months=tuple(alone[number] for number in range(1, 13)),
    )


def _key(english: str | Sequence[str]) -> str:
    return english if isinstance(english, str) else english[0]


def _forms(translation: str | Sequence[str] | None) -> tuple[str, ...]:
    return (translation,) if isinstance(translation, str) else tuple(translation or ())
