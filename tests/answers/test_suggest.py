"""What somebody is offered who is typing, and that what is offered can be asked."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.calls import parse_call
from bot.answers.language import ENGLISH, language_of
from bot.answers.names import OnePerson, SeveralPersons, resolve
from bot.answers.suggest.half_days import half_days
from bot.answers.suggest.model import MOST, Suggestion
from bot.answers.suggest.people import told_apart
from bot.answers.suggest.suggesting import Sought, Suggesting
from bot.archive.accession import Accession
from bot.archive.archive import Archive
from bot.archive.directory import PersonDetail
from bot.archive.records import Viewer
from bot.archive.thesaurus import Subject, Thesaurus
from tests.answers.library import AUTHORITY, DAY_ONE, LAST_DAY, SUBJECTS, accessions

NOBODY, OWNER = Viewer(), Viewer(7)
ALL: tuple[Sought, ...] = ("person", "speaker", "day", "topic", "counted", "dated", "source", "citation")


def suggesting_from(archive: Archive, subjects: Thesaurus = SUBJECTS) -> Suggesting:
    return Suggesting(archive, subjects=subjects, day_one=DAY_ONE, last_day=LAST_DAY)


@pytest.fixture
def suggesting(archive: Archive) -> Suggesting:
    return suggesting_from(archive)


async def values(suggesting: Suggesting, sought: Sought, typed: str, viewer: Viewer = NOBODY) -> list[str]:
    return [each.value for each in await suggesting.suggest(sought, typed, viewer)]


async def names(suggesting: Suggesting, sought: Sought, typed: str) -> list[str]:
    """The names in the labels of people."""
    return [each.label.partition(" — ")[0] for each in await suggesting.suggest(sought, typed, NOBODY)]


def account(
    text: str, title: str, source_id: str, published: date = date(2022, 6, 1), guild: int | None = None
) -> Accession:
    return Accession(
        f"{source_id}.txt",
        text.encode(),
        text,
        title,
        published=published,
        added_by="tests",
        source_id=source_id,
        guild=guild,
    )


@pytest.fixture
async def own(tmp_path: Path) -> AsyncIterator[Archive]:
    """An archive of its own, to be added to."""
    async with Archive.open(tmp_path / "own.db") as archive:
        await archive.build(accessions(), AUTHORITY, SUBJECTS)
        yield archive


# People


async def test_nothing_typed_offers_those_who_are_named_most(suggesting: Suggesting, archive: Archive) -> None:
    offered = await suggesting.suggest("person", "", NOBODY)
    top = await archive.top_persons(NOBODY, MOST)
    assert [each.value for each in offered] == [f"id:{person.id}" for person in top]
    assert offered[0] == Suggestion(
        "Olha Marenko — deputy commander of the harbour guard", "id:olha-marenko", f"{top[0].mentions} mentions"
    )


@pytest.mark.parametrize(
    "typed",
    [
        "tsy",
        "Tsyb",
        "lev",
        "Lev Ts",
        "Tsybenko",
        "tsybenko l",
        "Ци",
        "Цибенко",
        "Лев Ци",
        "Tsibe",
        "tsyebn",
        "Mr. Tsyb",
        "Mr. Tsyebn",
    ],
)
async def test_a_person_is_found_by_the_beginning_of_any_word_in_any_script(suggesting: Suggesting, typed: str) -> None:
    assert await names(suggesting, "person", typed) == ["Lev Tsybenko"]


async def test_both_bearers_of_a_surname_are_offered_the_one_named_more_often_first(suggesting: Suggesting) -> None:
    assert await values(suggesting, "person", "Маре") == ["id:olha-marenko", "id:ivan-marenko"]


async def test_two_people_of_one_name_are_told_apart(suggesting: Suggesting) -> None:
    offered = await suggesting.suggest("person", "savka", NOBODY)
    assert sorted(each.label for each in offered) == [
        "Ihor Savka — a beekeeper on the far shore",
        "Ihor Savka — a violinist",
    ]
    assert len({each.value for each in offered}) == 2


def test_people_of_one_name_and_role_are_told_apart_by_their_sources() -> None:
    known = [
        ("Zoya Lenko", PersonDetail("a nurse", "boat", "The boat")),
        ("Zoya Lenko", PersonDetail("a nurse", "hall", "The hall")),
        ("Zoya Lenko", PersonDetail("a nurse", "goats", "The hall")),
        ("Zoya Lenko", PersonDetail("a pilot", "sky", "The sky")),
        ("Petro Lenko", PersonDetail(None, "sky", "The sky")),
    ]
    assert told_apart(known, ENGLISH) == [
        "Zoya Lenko — in “The boat”, a nurse",
        "Zoya Lenko — hall, a nurse",
        "Zoya Lenko — goats, a nurse",
        "Zoya Lenko — a pilot",
        "Petro Lenko — in “The sky”",
    ]


async def test_what_is_written_so_comes_before_what_begins_so_and_that_before_what_sounds_so(own: Archive) -> None:
    text = "Danylo Rud spoke. Petro Rudenko was there. Rudenko slept. Rudenko left. Olena Ruud waited, Ruud said."
    await own.add(account(text, "Many names", "names"))
    labels = await names(suggesting_from(own), "person", "rud")
    assert labels == ["Danylo Rud", "Petro Rudenko", "Olena Ruud"]


async def test_words_in_their_order_come_before_words_in_another(own: Archive) -> None:
    await own.add(account("Ivan Maresko slept. Mares Ivaniuk sang.", "Two names", "two"))
    labels = [
        each.label.partition(" — ")[0] for each in await suggesting_from(own).suggest("person", "mares iva", NOBODY)
    ]
    assert labels == ["Mares Ivaniuk", "Ivan Maresko"]


async def test_fewer_slips_come_before_more(own: Archive) -> None:
    await own.add(account("Oles Kovalenko slept. Petro Kovalneta sang.", "Two names", "two"))
    labels = [
        each.label.partition(" — ")[0] for each in await suggesting_from(own).suggest("person", "kovalneko", NOBODY)
    ]
    assert labels == ["Oles Kovalenko"]


async def test_a_slip_is_looked_for_only_where_nothing_begins_so(suggesting: Suggesting) -> None:
    assert await values(suggesting, "person", "mraen") == ["id:olha-marenko", "id:ivan-marenko"]
    assert await values(suggesting, "person", "olha mraen") == ["id:olha-marenko"]
    assert await values(suggesting, "person", "xq") == []
    assert await values(suggesting, "person", "ivan xqwvz") == []


@pytest.mark.parametrize(
    "name", ["Olha Marenko", "Marenko", "Ольга Маренко", "Capt. Olha Marenko", "Savka", "Tsibenko", "Oros"]
)
async def test_whoever_a_whole_name_means_is_offered_for_it(
    suggesting: Suggesting, archive: Archive, name: str
) -> None:
    meant = await resolve(archive, name, NOBODY)
    assert isinstance(meant, OnePerson | SeveralPersons)
    persons = [meant.person] if isinstance(meant, OnePerson) else meant.persons
    offered = await values(suggesting, "person", name)
    assert set(offered[: len(persons)]) == {f"id:{person.id}" for person in persons}


async def test_a_person_chosen_before_is_offered_again(suggesting: Suggesting) -> None:
    (offered,) = await suggesting.suggest("person", "id:ivan-marenko", NOBODY)
    assert await values(suggesting, "person", f"{offered.label} · {offered.rest}") == ["id:ivan-marenko"]


async def test_speakers_are_those_who_are_quoted_by_how_often(suggesting: Suggesting, archive: Archive) -> None:
    offered = await suggesting.suggest("speaker", "", NOBODY)
    counts = [await archive.count_quotations_of(each.value.removeprefix("id:"), NOBODY) for each in offered]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] > 0
    assert "id:olha-marenko" in [each.value for each in offered]
    assert [each.rest for each in offered] == [f"{n} quotation{'s' if n > 1 else ''}" for n in counts]
    assert await values(suggesting, "person", "savka") != []
    assert await values(suggesting, "speaker", "savka") == []
    assert await values(suggesting, "speaker", "svaka") == []
    for unquoted in await values(suggesting, "person", "savka"):
        assert await values(suggesting, "speaker", unquoted) == []


async def test_a_speaker_who_is_quoted_more_comes_before_one_who_is_only_named_more(own: Archive) -> None:
    text = (
        "Zoya Lenko and Petro Lenko came. Zoya Lenko slept. Zoya Lenko left. “It was cold,” Zoya Lenko said.\n\n"
        "“We waited,” Petro Lenko said.\n\n“We sang,” Petro Lenko said."
    )
    await own.add(account(text, "Two voices", "voices"))
    suggesting = suggesting_from(own)
    named = await names(suggesting, "person", "lenk")
    quoted = await names(suggesting, "speaker", "lenk")
    assert (named, quoted) == (["Zoya Lenko", "Petro Lenko"], ["Petro Lenko", "Zoya Lenko"])


# Days


async def test_nothing_typed_offers_the_days_with_most(suggesting: Suggesting) -> None:
    offered = await suggesting.suggest("day", "", NOBODY)
    assert offered[0] == Suggestion("30 April 2022 · day 66", "2022-04-30", "2 dated")
    assert {each.value for each in offered} == {"2022-04-30", "2022-05-02", "2022-05-03", "2022-04-12"}


WAYS_TO_A_DAY = """
30 ap; 30 April; april 30; 2022-04-3; 2022-04-30; 30.04; 30.0; 30/4/2022; day 66; day 66 of the siege; 66; 30th; 30 кві;
30 квітня; 30 апр; день 66; 30 April 2022 · day 66
"""


@pytest.mark.parametrize("typed", [each.strip() for each in WAYS_TO_A_DAY.split(";")])
async def test_a_day_is_found_by_the_beginning_of_it(suggesting: Suggesting, typed: str) -> None:
    assert await values(suggesting, "day", typed) == ["2022-04-30"]


async def test_days_on_which_nothing_is_dated_are_not_offered(suggesting: Suggesting) -> None:
    assert await values(suggesting, "day", "29 April 2022") == []
    assert await values(suggesting, "day", "2") == ["2022-05-02"]


@pytest.mark.parametrize("typed", ["ap", "Apr", "april", "April 2022", "2022-04", "кві", "квітень", "апрель 2022"])
async def test_a_month_is_offered_before_its_days(suggesting: Suggesting, typed: str) -> None:
    offered = await suggesting.suggest("day", typed, NOBODY)
    assert [each.value for each in offered] == ["2022-04-01..2022-04-30", "2022-04-30", "2022-04-12"]
    assert offered[0].label == "April 2022"
    assert int(offered[0].rest.split()[0]) > 3


async def test_a_day_typed_in_full_comes_before_those_that_begin_so(own: Archive) -> None:
    rain = " ".join(f"On May 30, 2022, it {rained}." for rained in ("rained", "froze", "thawed", "dried"))
    text = f"On May 3, 2022, he left. {rain}"
    await own.add(account(text, "Rain", "rain"))
    suggesting = suggesting_from(own)
    assert await values(suggesting, "day", "3") == ["2022-05-03", "2022-05-30", "2022-04-30"]
    assert await values(suggesting, "day", "3 may") == ["2022-05-03"]


async def test_months_and_days_of_other_years_are_told_apart(own: Archive) -> None:
    await own.add(account("On April 12, 2021, it rained.", "An older flood", "older", date(2021, 5, 1)))
    suggesting = suggesting_from(own)
    months = [each for each in await values(suggesting, "day", "ap") if ".." in each]
    assert months == ["2022-04-01..2022-04-30", "2021-04-01..2021-04-30"]
    assert set(await values(suggesting, "day", "12 ap")) == {"2022-04-12", "2021-04-12"}
    assert await values(suggesting, "day", "12 ap 2021") == ["2021-04-12"]
    assert set(await values(suggesting, "day", "12.04.202")) == {"2022-04-12", "2021-04-12"}


async def test_a_stretch_of_days_is_offered_as_it_is_typed(suggesting: Suggesting) -> None:
    offered = await values(suggesting, "day", "2022-04-26..2022-05-02")
    assert offered == ["2022-04-26..2022-05-02", "2022-04-30", "2022-05-02"]
    assert (await values(suggesting, "day", "late april"))[0] == "2022-04-21..2022-04-30"


async def test_days_after_the_siege_have_no_number(own: Archive) -> None:
    await own.add(account("On July 7, 2023, the harbour was opened again.", "Later", "later"))
    (offered,) = await suggesting_from(own).suggest("day", "7 july 2023", NOBODY)
    assert offered.label == "7 July 2023"


@pytest.mark.parametrize(
    "typed", ["foo", "30 foo", "april may", "12345", "1 2 3 4", "day day", "day may 3", "٣٠ x", "0"]
)
def test_what_is_no_beginning_of_a_day_is_none(typed: str) -> None:
    assert not [half for half in half_days(typed) if half.among([date(2022, 4, 30)], lambda day: 66)]


# Topics


async def test_topics_are_offered_by_how_much_was_said(suggesting: Suggesting) -> None:
    offered = await suggesting.suggest("topic", "", NOBODY)
    counts = [int(each.rest.split()[0]) for each in offered]
    assert {each.value for each in offered} == {"evacuation", "hunger"}
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("evac", "evacuation"),
        ("EVACUATION", "evacuation"),
        ("bus", "evacuation (buses)"),
        ("out", "evacuation (carried out)"),
        ("resc", "evacuation (rescue)"),
        ("evavuat", "evacuation"),
        ("evacuation (buses) · 3 quotations", "evacuation"),
        ("flour", "hunger (flour)"),
    ],
)
async def test_a_topic_is_found_by_all_its_terms(suggesting: Suggesting, typed: str, label: str) -> None:
    (offered,) = await suggesting.suggest("topic", typed, NOBODY)
    assert (offered.label, offered.value) == (label, label.partition(" (")[0])


async def test_a_topic_of_which_nothing_was_said_is_not_offered(archive: Archive) -> None:
    suggesting = suggesting_from(archive, Thesaurus((*SUBJECTS.subjects, Subject("volcanoes", ("lava",)))))
    assert await values(suggesting, "topic", "volc") == []
    assert "volcanoes" not in await values(suggesting, "topic", "")


async def test_a_preferred_term_comes_before_another_subjects_other_term(archive: Archive) -> None:
    shared = Thesaurus((Subject("evacuation", ("hunger strike",)), Subject("hunger")))
    assert await values(suggesting_from(archive, shared), "topic", "hung") == ["hunger", "evacuation"]


# Sources


async def test_sources_are_offered_by_how_much_there_is_to_cite(suggesting: Suggesting) -> None:
    assert await values(suggesting, "source", "") == ["lighthouse", "last-ferry", "cellar-digest"]


@pytest.mark.parametrize(
    "typed", ["last-f", "last-ferry", "The Last", "ferr", "ferry cour", "courier last", "ffrry", "last · x"]
)
async def test_a_source_is_found_by_id_title_and_publisher(suggesting: Suggesting, typed: str) -> None:
    offered = await suggesting.suggest("source", typed, NOBODY)
    assert offered == [Suggestion("The Last Ferry", "last-ferry", "The Example Courier, 30 April 2022 · last-ferry")]


async def test_an_id_comes_before_a_title_and_that_before_a_word_within(own: Archive) -> None:
    await own.add(account("It rained.", "Logs", "ferry-log"))
    await own.add(account("It froze.", "Ferry tales", "tales"))
    assert await values(suggesting_from(own), "source", "ferr") == ["ferry-log", "tales", "last-ferry"]


async def test_a_citation_is_offered_in_two_steps(suggesting: Suggesting) -> None:
    (source,) = await suggesting.suggest("citation", "ferr", NOBODY)
    assert (source.value, source.rest) == ("last-ferry:1", "The Example Courier, 30 April 2022 · 6 passages")
    assert len(await values(suggesting, "citation", "last-ferry:")) == 6
    (passage,) = await suggesting.suggest("citation", "last-ferry:3", NOBODY)
    assert passage.value == "last-ferry:3"
    assert passage.label.startswith("last-ferry:3 — ")
    for typed in ("last-ferry:99", "last-ferry:x", "last-ferry:0", "nowhere:1", ":", "last-ferry:99999999999"):
        assert await values(suggesting, "citation", typed) == []


async def test_passages_are_found_by_the_first_figures_of_their_numbers(own: Archive) -> None:
    text = "\n\n".join(f"It rained on the {number}th boat." for number in range(1, 121))
    await own.add(account(text, "Boats", "boats"))
    suggesting = suggesting_from(own)
    wanted = [f"boats:{number}" for number in (1, *range(10, 20), *range(100, 114))]
    assert await values(suggesting, "citation", "boats:1") == wanted
    assert await values(suggesting, "citation", "boats:12") == ["boats:12", "boats:120"]


# All


@pytest.mark.parametrize("sought", ALL)
async def test_what_only_another_server_has_is_not_offered(own: Archive, sought: Sought) -> None:
    suggesting = suggesting_from(own)
    typed = ("", "s", "zand", "secret", "evac", "may", "2022-05-09", "secret-1:1")
    before = [await suggesting.suggest(sought, each, NOBODY) for each in typed]
    text = (
        "Vera Zand, a diver, hid nine buses on May 9, 2022. “The evacuation began on May 9, 2022,” Zand said.\n\n"
        "Olha Marenko saw it. “We had no flour and no food,” Olha Marenko said."
    )
    secret = await own.add(account(text, "A secret", "secret", guild=7))
    for viewer in (NOBODY, Viewer(8)):
        assert [await suggesting.suggest(sought, each, viewer) for each in typed] == before
    assert [await suggesting.suggest(sought, each, OWNER) for each in typed] != before
    await own.withdraw(secret.id, secret.guild, by="tests", reason="a test")
    assert [await suggesting.suggest(sought, each, OWNER) for each in typed] == before


QUESTIONS = {
    "person": "who",
    "speaker": "quote from",
    "day": "on",
    "topic": "quote",
    "counted": "figures",
    "dated": "timeline",
    "source": "source",
    "citation": "context",
}


@pytest.mark.parametrize("sought", ALL)
async def test_whatever_is_offered_can_be_asked_in_a_typed_command(
    desk, suggesting: Suggesting, sought: Sought
) -> None:  # type: ignore[no-untyped-def]
    for typed in ("", "m", "a", "april", "last-ferry:"):
        for offered in await suggesting.suggest(sought, typed, NOBODY):
            answer = await desk.ask(parse_call(f"{QUESTIONS[sought]} {offered.value}"), NOBODY)
            assert answer.kind not in {"nothing", "error", "choice"}
            assert answer.items


async def test_the_words_of_labels_are_in_the_language_of_whoever_types(suggesting: Suggesting) -> None:
    offered = await suggesting.suggest("day", "", NOBODY, language_of("uk"))
    assert offered[0].value == "2022-04-30"
    assert offered[0].label.startswith(language_of("uk").day(date(2022, 4, 30)))


BITS = ("olha", "mar", "30", "april", "кві", "day", "2022", "last-ferry:", "id:", "—", "·", "(", "bus")
TYPED = st.one_of(
    st.text(st.characters(codec=None), max_size=40),
    st.text("0123456789.-/: ", max_size=12),
    st.lists(st.sampled_from(BITS), max_size=4).map(" ".join),
    st.text(min_size=200, max_size=400),
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=TYPED, sought=st.sampled_from(ALL))
async def test_anything_may_be_typed(suggesting: Suggesting, typed: str, sought: Sought) -> None:
    offered = await suggesting.suggest(sought, typed, NOBODY)
    assert len(offered) <= MOST
    assert len({each.value for each in offered}) == len(offered)
    assert all(each.label and each.value for each in offered)
