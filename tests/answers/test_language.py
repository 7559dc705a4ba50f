"""English and Ukrainian: the catalogue holds what the code says, and every message can be said."""

import string
from datetime import date

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.calls import ALIASES, QUESTIONS
from bot.answers.desk import error_answer
from bot.answers.language import ENGLISH, LANGUAGES, language_of
from bot.errors import DuplicateSourceError, InputError
from bot.settings import PROJECT
from tests.answers.messages import said_in_code

UKRAINIAN = language_of("uk")


def catalogue(code: str) -> list[Message]:
    """The entries of a catalogue, without its header."""
    path = PROJECT / "bot" / "answers" / "words" / f"{code}.po"
    with path.open("rb") as file:
        return [entry for entry in read_po(file, locale=code, abort_invalid=True) if entry.id]


def both(words: str | tuple[str, ...]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else words


def places(words: str) -> set[str]:
    """The named places of a message."""
    return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}


ENTRIES = [(code, entry) for code in LANGUAGES for entry in catalogue(code)]
PLURALS = [entry for _, entry in ENTRIES if isinstance(entry.id, tuple)]


@pytest.mark.parametrize("code", LANGUAGES)
def test_everything_that_the_code_says_is_in_the_catalogue(code: str) -> None:
    translated = {words for entry in catalogue(code) for words in both(entry.id)}
    assert sorted(said_in_code().messages - translated) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_said_in_numbers_is_translated_in_numbers(code: str) -> None:
    plurals = dict(entry.id for entry in catalogue(code) if isinstance(entry.id, tuple))
    assert {one: many for one, many in said_in_code().plurals.items() if plurals.get(one) != many} == {}


def test_no_message_is_put_together_from_pieces() -> None:
    assert said_in_code().put_together == []


def test_every_entry_is_finished_and_has_the_places_of_the_english() -> None:
    for code, entry in ENTRIES:
        translations = both(entry.string)
        assert not entry.fuzzy
        assert len(translations) == (len(LANGUAGES[code]) if isinstance(entry.id, tuple) else 1)
        assert all(translations), entry.id
        for words in (*both(entry.id), *translations):
            assert places(words) == places(both(entry.id)[0]), entry.id


@given(st.data())
def test_any_values_can_stand_in_any_message(data: st.DataObject) -> None:
    _, entry = data.draw(st.sampled_from(ENTRIES))
    one = both(entry.id)[0]
    values = {name: data.draw(st.text() | st.integers()) for name in places(one)}
    if isinstance(entry.id, tuple):
        values.pop("n", None)
        said = UKRAINIAN.counted(data.draw(st.integers(0, 10**9)), *entry.id, **values)
    else:
        said = UKRAINIAN.say(one, **values)
    assert all(str(value) in said for value in values.values())


@pytest.mark.parametrize(("number", "form"), [(1, 0), (2, 1), (5, 2), (11, 2), (21, 0), (24, 1), (112, 2), (1200, 2)])
def test_numbers_take_their_plural_forms(number: int, form: int) -> None:
    for entry in PLURALS:
        values = dict.fromkeys(places(entry.id[0]) - {"n"}, "x")
        expected = entry.string[form].format(n=UKRAINIAN.number(number), **values)
        assert UKRAINIAN.counted(number, *entry.id, **values) == expected


def test_counting_in_both_languages() -> None:
    one, many = "{n} passage", "{n} passages"
    assert [ENGLISH.counted(n, one, many) for n in (1, 0, 1200)] == ["1 passage", "0 passages", "1,200 passages"]
    assert [UKRAINIAN.counted(n, one, many) for n in (1, 3, 5, 1200)] == [
        "1 уривок",
        "3 уривки",
        "5 уривків",
        "1\u202f200 уривків",
    ]


def test_lists_in_both_languages() -> None:
    lists: list[list[str]] = [[], ["a"], ["a", "b"], ["a", "b", "c"]]
    assert [ENGLISH.listed(words) for words in lists] == ["", "a", "a and b", "a, b and c"]
    assert [UKRAINIAN.listed(words) for words in lists] == ["", "a", "a та b", "a, b та c"]


@pytest.mark.parametrize(
    ("earliest", "latest", "english", "ukrainian"),
    [
        ("2022-04-30", "2022-04-30", "30 April 2022", "30 квітня 2022 року"),
        ("2022-04-21", "2022-04-30", "21–30 April 2022", "21–30 квітня 2022 року"),
        ("2022-04-28", "2022-05-03", "28 April – 3 May 2022", "28 квітня – 3 травня 2022 року"),
        (
            "2021-12-28",
            "2022-01-03",
            "28 December 2021 – 3 January 2022",
            "28 грудня 2021 року – 3 січня 2022 року",
        ),
        ("2022-04-01", "2022-04-30", "April 2022", "квітень 2022 року"),
        ("2024-02-01", "2024-02-29", "February 2024", "лютий 2024 року"),
        ("2022-01-01", "2022-12-31", "2022", "2022 рік"),
        ("2022-04-01", "2022-05-31", "1 April – 31 May 2022", "1 квітня – 31 травня 2022 року"),
        ("9999-12-01", "9999-12-31", "1–31 December 9999", "1–31 грудня 9999 року"),
    ],
)
def test_days_in_both_languages(earliest: str, latest: str, english: str, ukrainian: str) -> None:
    days = date.fromisoformat(earliest), date.fromisoformat(latest)
    assert (ENGLISH.days(*days), UKRAINIAN.days(*days)) == (english, ukrainian)
    assert UKRAINIAN.days(*days, approximate=True) == f"приблизно {ukrainian}"


def test_vague_days_are_said_to_be_vague() -> None:
    assert ENGLISH.days(date(2022, 4, 21), date(2022, 4, 30), approximate=True) == "about 21–30 April 2022"


@pytest.mark.parametrize("locale", [None, "", "en-GB", "fr", "../uk", "uk.po", "UK"])
def test_a_locale_without_a_translation_gets_english(locale: str | None) -> None:
    assert language_of(locale) is ENGLISH


def test_what_has_no_translation_is_said_in_english() -> None:
    assert UKRAINIAN.say("No such words: {words}", words="x") == "No such words: x"


def test_a_message_without_values_is_taken_as_it_stands() -> None:
    for language in (ENGLISH, UKRAINIAN):
        assert language.say("{braces} and {") == "{braces} and {"


def test_errors_are_said_in_the_language_of_the_member() -> None:
    error = DuplicateSourceError("last-ferry", "The {Last} Ferry")
    assert error_answer(error, UKRAINIAN).heading == "Цей документ уже є в архіві як «The {Last} Ferry» (last-ferry)."
    assert error_answer(error).heading == str(error)
    assert error_answer(InputError("{as it stands}"), UKRAINIAN).heading == "{as it stands}"


def test_the_words_that_ask_in_ukrainian_are_those_of_the_commands() -> None:
    assert {question: ALIASES[question][0] for question in QUESTIONS} == {
        question: UKRAINIAN.say(question) for question in QUESTIONS
    }
