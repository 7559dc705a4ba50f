from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from bot.answers.calls import Call
from bot.answers.model import Answer, Choice, Citation, Item, ShownDate
from bot.rendering.discord_layout import MOST_ITEMS, layout_of
from tests.discord_server.limits import V2, faults_of_message, texts, walk

from .answers import answers, calls

CITED = Citation("lisova-2021", "The mill by the river", "Valley Post", date(2021, 5, 3), None, 12, 100, 140, "account")


def body_of(answer, call=None, **options):
    return {"flags": V2, "components": layout_of(answer, call, **options).to_components()}


def quotations(*items, **more):
    return Answer("quotations", "What was said about flour", tuple(items), **more)


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(answers, calls)
def test_any_answer_at_all_is_within_discords_limits(answer, call):
    assert faults_of_message(body_of(answer, call, asker=2**63, attached="letter.txt")) == []


@pytest.mark.parametrize("word", ["long ", "🚒", "*", "\n# ", "x"])
def test_the_longest_answer_there_can_be_is_within_discords_limits(word):
    long = word * 5000
    day = ShownDate(long, date(2021, 9, 30), date(2022, 9, 29), long, True)
    cited = Citation("s" * 80, long, long, date(2021, 9, 30), "https://a.example", 10**9 - 1, 0, 9, "digest")
    items = tuple(Item(long, cited, f"{place}{long}", f"{place}{long}", True, long, day) for place in range(9))
    choices = tuple(Choice(long, f"who {place}") for place in range(50))
    answer = Answer("context", long, items, choices, 99, 100, (long,) * 30)
    body = body_of(answer, Call("quote", "x" * 60), asker=2**63, attached="letter.txt")
    assert faults_of_message(body) == []
    assert len(texts(body)) > 1500


def test_an_item_shows_speaker_date_as_written_and_resolved_and_where_it_stands():
    day = ShownDate("four days later", date(2021, 5, 1), date(2021, 5, 1), "four days after 27 April")
    item = Item("We ground all night", CITED, quotation=True, speaker="Oksana Lisova", date=day)
    shown = texts(body_of(quotations(item)))
    assert "> “We ground all night”" in shown
    assert "— **Oksana Lisova**" in shown
    assert "“four days later” → 1 May 2021 (four days after 27 April)" in shown
    assert "-# The mill by the river · Valley Post · 3 May 2021 · passage 12" in shown


def test_a_fragment_is_shown_in_its_sentence_where_there_is_room():
    sentence = "She called the mill “our ship” and would not leave it."
    shown = texts(body_of(quotations(Item("our ship", CITED, quotation=True, context=sentence))))
    assert f"> “our ship”\n-# in: {sentence}\n" in shown
    long = Item("our ship " * 900, CITED, quotation=True, context=sentence)
    assert "in: " not in texts(body_of(quotations(long)))


def test_approximate_days_unknown_speakers_and_digests_are_shown_as_what_they_are():
    day = ShownDate("late April", date(2021, 4, 21), date(2021, 4, 30), "the last third of April", True)
    digest = Citation("d", "In short", None, None, None, 1, 0, 4, "digest")
    shown = texts(body_of(quotations(Item("Wait", digest, quotation=True, date=day))))
    assert "→ ~21–30 April 2021" in shown
    assert "speaker unknown" in shown
    assert "-# digest · In short · passage 1" in shown


def test_sections_are_headed_once_and_reported_speech_has_no_quotation_marks():
    said = Item(
        "She said that the mill stood", CITED, label="reported", section="What she said", speaker="Oksana Lisova"
    )
    shown = texts(body_of(quotations(said, said)))
    assert shown.count("**What she said**") == 1
    assert "> She said that the mill stood" in shown


def test_a_long_quotation_leaves_room_for_the_short_ones_and_gets_what_they_leave():
    long, short = (
        Item("flour " * 2000, CITED, quotation=True, speaker="A"),
        Item("No", CITED, quotation=True, speaker="B"),
    )
    shown = texts(body_of(quotations(long, short)))
    assert "> “No”" in shown
    assert shown.count("flour ") > 500
    assert "flour…”" in shown


def test_every_item_has_its_own_source_button():
    body = body_of(quotations(*[Item("Same passage", CITED)] * 5))
    buttons = [part for part in walk(body["components"]) if part["type"] == 2]
    assert [button["label"] for button in buttons] == ["Source"] * 5
    assert len({button["custom_id"] for button in buttons}) == 5


def test_pages_turn_by_buttons_and_by_words_where_the_question_is_too_long():
    answer = quotations(Item("x", CITED), page=1, of=3)
    labels = {
        part["label"]: part["disabled"]
        for part in walk(body_of(answer, Call("quote", "flour"))["components"])
        if part["type"] == 2
    }
    assert labels == {"Source": False, "Previous": True, "Next": False}
    long = body_of(answer, Call("quote", "flour and water " * 9))
    assert "Next" not in {part.get("label") for part in walk(long["components"])}
    assert "page 2" in texts(long)


def test_choices_are_a_menu_of_what_can_be_asked():
    answer = Answer(
        "choice",
        "Two people bear this name",
        choices=(Choice("Oksana, a miller", "who oksana-lisova"), Choice("x", "w" * 101)),
    )
    (menu,) = [part for part in walk(body_of(answer)["components"]) if part["type"] == 3]
    assert [(option["label"], option["value"]) for option in menu["options"]] == [
        ("Oksana, a miller", "who oksana-lisova")
    ]


@pytest.mark.parametrize(
    ("url", "linked"),
    [("https://valley-post.example/mill", True), (None, False), ("javascript:alert(1)", False), ("https://a b", False)],
)
def test_a_catalogue_entry_links_to_where_the_account_was_published(url, linked):
    item = Item("x", replace(CITED, url=url))
    addresses = [
        part["url"] for part in walk(body_of(Answer("source", "The mill", (item,)))["components"]) if "url" in part
    ]
    assert addresses == ([url] if linked else [])


def test_items_that_do_not_fit_are_counted():
    assert "3 items more" in texts(body_of(quotations(*[Item("x", CITED)] * (MOST_ITEMS + 3))))


@pytest.mark.parametrize("kind", ["error", "nothing"])
def test_an_error_is_a_plain_sentence(kind):
    assert texts(body_of(Answer(kind, "Nobody is called *that*."))).strip() == "Nobody is called \\*that\\*."


def test_the_controls_of_an_answer_never_expire():
    assert layout_of(Answer("help", "x", choices=(Choice("a", "who a"),))).is_persistent()
