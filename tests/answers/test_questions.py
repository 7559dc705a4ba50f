"""The questions, asked of a small archive as people ask them."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.calls import QUESTIONS, Call
from bot.answers.desk import Desk, error_answer
from bot.archive.archive import Archive
from bot.errors import InputError
from tests.answers.asking import NOBODY, asked, assert_sound, every_page

EVERY_KIND = [
    "who Olha Marenko",
    "who Lev Tsybenko",
    "on 2022-04-30",
    "on April 2022",
    "on 2022-04-01..2022-05-31",
    "quote evacuation",
    "quote",
    "quote from Olha Marenko",
    "figures families",
    "figures hunger",
    "search harbour",
    "sources",
    "source lighthouse",
    "context lighthouse:3",
    "help",
]
HOSTILE = [
    '"', "*", "NEAR(", "AND", "a AND", "-x", "^x", "x:y", "'; DROP TABLE sources; --", "{}", "%s", "@everyone",
    "**bold** [a](b)", "\x1b[31m", "\u202e\u200f", "?!.", "0", "9" * 300, "🙂", "ﷺ", "id:", "from", "page 2",
]  # fmt: skip


@pytest.mark.parametrize("words", EVERY_KIND)
async def test_every_item_stands_in_its_source(desk: Desk, archive: Archive, words: str) -> None:
    for answer in await every_page(desk, words):
        assert answer.kind not in {"nothing", "error"}
        await assert_sound(answer, archive)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("subject", HOSTILE)
async def test_hostile_words_get_an_answer_or_one_sentence(desk: Desk, question: str, subject: str) -> None:
    for call in (Call(question, subject), Call(question, subject, speaker=subject, page=7)):
        try:
            answer = await desk.ask(call, NOBODY)
        except InputError as error:
            assert str(error).endswith(".")
            assert "\n" not in str(error)
        else:
            assert answer.heading.isprintable()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.sampled_from(QUESTIONS), st.text(max_size=40))
async def test_any_words_get_an_answer_or_one_sentence(desk: Desk, question: str, subject: str) -> None:
    try:
        answer = await desk.ask(Call(question, subject), NOBODY)
    except InputError as error:
        assert "\n" not in str(error)
    else:
        assert answer.heading


@pytest.mark.parametrize("words", ["who", "on", "search", "source", "context"])
async def test_a_question_about_nothing_says_what_is_missing(desk: Desk, words: str) -> None:
    with pytest.raises(InputError, match=r"^Wh(ose|ich) "):
        await asked(desk, words)


async def test_who_tells_who_they_are_what_they_said_and_where_they_are_named(desk: Desk) -> None:
    pages = await every_page(desk, "who Olha Marenko")
    items = [item for page in pages for item in page.items]
    assert pages[0].heading == "Olha Marenko"
    assert {item.section for item in items} == {
        "Who they are",
        "First and last dated mention",
        "What they said",
        "Where they are named",
    }
    said = [item for item in items if item.section == "What they said"]
    assert "We carried the stretchers up the stairs one by one," in [item.text for item in said if item.quotation]
    assert all(item.label == "reported" for item in said if not item.quotation)
    assert [item.quotation for item in said] == sorted((item.quotation for item in said), reverse=True)
    first, last = [item.date for item in items if item.section == "First and last dated mention"]
    assert first and last
    assert (first.earliest, last.earliest) == (date(2022, 4, 30), date(2022, 5, 2))
    assert any("Ольга Маренко" in note for note in pages[0].notes)


async def test_the_ways_on_from_a_person_lead_to_what_they_promise(desk: Desk) -> None:
    for choice in (await asked(desk, "who Olha Marenko")).choices:
        section, answer = choice.label.partition(":")[0], await asked(desk, choice.ask)
        assert section in {*(item.section for item in answer.items), answer.kind.capitalize()}


async def test_a_choice_leads_to_each_bearer(desk: Desk) -> None:
    answer = await asked(desk, "who Marenko")
    assert (answer.kind, answer.items) == ("choice", ())
    assert [choice.label for choice in answer.choices] == [
        "Olha Marenko — deputy commander of the harbour guard",
        "Ivan Marenko — baker",
    ]
    assert [(await asked(desk, choice.ask)).heading for choice in answer.choices] == ["Olha Marenko", "Ivan Marenko"]


async def test_namesakes_can_be_told_apart(desk: Desk) -> None:
    answer = await asked(desk, "who Savka")
    assert answer.kind == "choice"
    assert len({choice.label for choice in answer.choices}) == len({choice.ask for choice in answer.choices}) == 2


async def test_nobody_is_nothing_with_the_nearest_names(desk: Desk) -> None:
    answer = await asked(desk, "who Tsyb")
    assert (answer.kind, answer.heading) == ("nothing", "Nobody in the archive is called “Tsyb”")
    assert answer.choices


async def test_on_a_day_exact_dates_come_before_times_that_hold_it(desk: Desk) -> None:
    pages = await every_page(desk, "on 2022-04-30")
    items = [item for page in pages for item in page.items]
    sections = list(dict.fromkeys(item.section for item in items))
    assert sections == ["Dated to this day", "Times that hold this day", "Published this day"]
    assert pages[0].heading == "30 April 2022 · Day 66 of the siege"
    exact = [item for item in items if item.section == "Dated to this day"]
    assert {item.citation.source for item in exact} == {"lighthouse", "cellar-digest"}
    assert all(item.date and item.date.earliest == item.date.latest == date(2022, 4, 30) for item in exact)
    held = [item.date for item in items if item.section == "Times that hold this day"]
    assert ("late April", True) in [(shown.as_written, shown.approximate) for shown in held if shown]
    assert [item.text for item in items if item.section == "Published this day"] == ["The Last Ferry"]


async def test_a_sentence_dated_twice_to_one_day_is_told_once(desk: Desk) -> None:
    answer = await asked(desk, "on 2022-05-03")
    told = [item for item in answer.items if "the lamp was lit" in item.text]
    assert len(told) == 1
    assert told[0].date is not None and told[0].date.as_written == "The next day"


async def test_on_names_the_nearest_days_as_ways_on(desk: Desk) -> None:
    answer = await asked(desk, "on 2022-04-29")
    assert [choice.ask for choice in answer.choices] == ["on 2022-04-12", "on 2022-04-30"]
    assert "Nearest days with something: 12 April 2022 (before) and 30 April 2022 (after)." in answer.notes


async def test_on_a_day_that_the_archive_is_silent_about(desk: Desk) -> None:
    answer = await asked(desk, "on 1999-01-01")
    assert (answer.kind, answer.heading) == ("nothing", "Nothing is dated to 1 January 1999")
    assert len(answer.choices) == 1


@pytest.mark.parametrize("words", ["2022-13-45", "31 April", "yesterdayish", "?!.", "0"])
async def test_a_day_that_cannot_be_gets_one_sentence(desk: Desk, words: str) -> None:
    with pytest.raises(InputError, match=r"\.$"):
        await asked(desk, f"on {words}")


@pytest.mark.parametrize("words", ["30 April", "April 30th", "30.04.2022", "day 66", "30 квітня"])
async def test_a_day_as_people_type_it(desk: Desk, words: str) -> None:
    assert (await asked(desk, f"on {words}")).heading == "30 April 2022 · Day 66 of the siege"


async def test_quote_finds_what_the_topic_is_about_without_its_word(desk: Desk) -> None:
    answer = await asked(desk, "quote evacuation")
    assert answer.kind == "quotations"
    assert answer.items[0].text == "We carried the stretchers up the stairs one by one,"
    assert answer.items[0].speaker == "Olha Marenko"
    reported = [
        item for page in await every_page(desk, "quote evacuation") for item in page.items if not item.quotation
    ]
    assert any("the buses had waited" in item.text and item.label == "reported" for item in reported)


async def test_quote_from_somebody_is_theirs_alone(desk: Desk) -> None:
    pages = await every_page(desk, "quote evacuation from Olha Marenko")
    assert pages[0].heading == "What Olha Marenko said about “evacuation”"
    assert {item.speaker for page in pages for item in page.items} == {"Olha Marenko"}


async def test_quote_from_one_of_two_is_a_choice_that_keeps_the_topic(desk: Desk) -> None:
    answer = await asked(desk, "quote buses from the bridge from Marenko")
    assert answer.kind == "choice"
    assert answer.choices[0].ask == 'quote "buses from the bridge" from id:olha-marenko'
    assert answer.choices[-1].ask == 'quote "buses from the bridge from Marenko"'


async def test_quote_from_nobody_offers_the_words_as_a_topic(desk: Desk) -> None:
    answer = await asked(desk, "quote escape from Quimbyville")
    assert answer.kind == "nothing"
    assert answer.choices[-1].ask == 'quote "escape from Quimbyville"'


async def test_quote_about_nothing_in_the_archive(desk: Desk) -> None:
    answer = await asked(desk, "quote xylophones")
    assert (answer.kind, answer.items) == ("nothing", ())


async def test_a_topic_with_a_slip_of_typing_brings_the_topic(desk: Desk) -> None:
    answer = await asked(desk, "quote evakuation")
    assert answer.kind == "nothing"
    assert answer.choices[0].ask == "quote evacuation"
    assert (await asked(desk, answer.choices[0].ask)).items


async def test_a_fragment_is_shown_in_its_sentence(desk: Desk, archive: Archive) -> None:
    items = [item for page in await every_page(desk, "quote from Olha Marenko") for item in page.items]
    fragment = next(item for item in items if item.text == "our small country")
    document = await archive.document(fragment.citation.source, NOBODY)
    assert document and fragment.context
    assert fragment.context in document.text
    assert "She called the cellar “our small country”" in fragment.context


async def test_who_for_a_word_that_is_no_name_leads_to_the_passages(desk: Desk) -> None:
    answer = await asked(desk, "who harbour")
    assert answer.kind == "nothing"
    assert answer.choices[-1].ask == "search harbour"
    assert (await asked(desk, answer.choices[-1].ask)).items


async def test_a_quotation_at_random_is_a_quotation(desk: Desk) -> None:
    answer = await asked(desk, "quote")
    assert [item.quotation for item in answer.items] == [True]


async def test_search_finds_passages(desk: Desk) -> None:
    answer = await asked(desk, "search flour water")
    assert answer.kind == "passages"
    assert "flour for three days and water for two" in answer.items[0].text
    assert (await asked(desk, "search xylophones")).kind == "nothing"


async def test_the_catalogue_says_what_is_a_digest(desk: Desk) -> None:
    answer = await asked(desk, "sources")
    assert {(item.text, item.label) for item in answer.items} == {
        ("The Lighthouse Cellar", "account"),
        ("The Last Ferry", "account"),
        ("A digest: the harbour guard", "digest"),
    }
    assert any("own summary" in note for note in answer.notes)
    assert [choice.ask for choice in answer.choices] == [f"source {item.citation.source}" for item in answer.items]


async def test_a_source_comes_with_its_document(desk: Desk) -> None:
    answer = await asked(desk, "source lighthouse")
    assert (answer.kind, answer.heading, answer.attachment) == ("source", "The Lighthouse Cellar", "lighthouse")
    assert "Published: 3 May 2022" in answer.notes


async def test_an_unknown_source_brings_the_nearest(desk: Desk) -> None:
    answer = await asked(desk, "source lighthuose")
    assert answer.kind == "nothing"
    assert answer.choices[0].ask == "source lighthouse"


async def test_answers_from_a_digest_say_so_and_others_do_not(desk: Desk) -> None:
    assert any("own summary" in note for note in (await asked(desk, "search candle light")).notes)
    assert not any("own summary" in note for note in (await asked(desk, "search ferry waves")).notes)


async def test_a_passage_with_its_neighbours(desk: Desk) -> None:
    answer = await asked(desk, "context lighthouse:3")
    assert [item.citation.passage for item in answer.items] == [1, 2, 3, 4, 5]
    assert [item.label for item in answer.items if item.label] == ["the passage cited"]
    assert (await asked(desk, "context lighthouse:999")).kind == "nothing"
    assert (await asked(desk, "context nowhere:1")).kind == "nothing"


async def test_the_examples_of_help_have_answers(desk: Desk) -> None:
    examples = (await asked(desk, "help")).choices
    assert len(examples) == 3
    for example in examples:
        assert (await asked(desk, example.ask)).items


async def test_a_page_too_far_is_the_last(desk: Desk) -> None:
    answer = await asked(desk, "search harbour page 99")
    assert answer.page == answer.of


def test_an_error_becomes_an_answer_of_one_sentence() -> None:
    answer = error_answer(InputError("That is no day."))
    assert (answer.kind, answer.heading) == ("error", "That is no day.")


@pytest.mark.parametrize(
    "words",
    [
        'quote "', "quote xyzzy", "quote lighthouse stairs", "quote evacuashun", "quote xyzzy from Olha Marenko",
        "quote stairs from Lidiia Oros", "quote evacuashun from Lev Tsybenko",
        "quote flour from the harbour", "who harbour",
        "who Marenko", "who Olga Marenco", "who Xyzzy", "source lighthose", "on 1999-01-01", "on 2022-04-30",
        "context lighthouse:1", "sources", "help", "search flour",
    ],
)  # fmt: skip
async def test_every_way_on_leads_somewhere(desk: Desk, words: str) -> None:
    for choice in (await asked(desk, words)).choices:
        assert (await asked(desk, choice.ask)).kind not in {"nothing", "error"}, choice
