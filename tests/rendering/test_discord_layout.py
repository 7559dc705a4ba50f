from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.calls import Call
from bot.answers.model import Answer, Choice, Citation, Item, ShownDate
from bot.rendering.discord_layout import MOST_ITEMS
from bot.rendering.discord_look import PLAIN_PAGE, Look
from bot.rendering.discord_message import message_of
from tests.discord_server.limits import V2, faults_of_message, texts, walk

from .answers import answers, calls

CITED = Citation("lisova-2021", "The mill by the river", "Valley Post", date(2021, 5, 3), None, 12, 100, 140, "account")


def body_of(answer, call=None, **look):
    message = message_of(replace(answer, asked=call), Look(**look))
    body = {"components": message.view.to_components(), "attachments": [{"id": 0, "filename": "letter.txt"}]}
    if message.content is None:
        return {"flags": V2, **body}
    return {"flags": 0, "content": message.content, **body}


def buttons_of(body):
    return [part for part in walk(body["components"]) if part["type"] == 2]


def quotations(*items, **more):
    return Answer("quotations", "What was said about flour", tuple(items), **more)


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(answers, calls, st.booleans(), st.booleans())
def test_any_answer_at_all_is_within_discords_limits(answer, call, plain, spoilers):
    look = {"asker": 2**63, "plain": plain, "spoilers": spoilers, "removable": True, "attached": "letter.txt"}
    assert faults_of_message(body_of(answer, call, **look)) == []


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("word", ["long ", "🚒", "*", "\n# ", "x"])
def test_the_longest_answer_there_can_be_is_within_discords_limits(word, plain):
    long = word * 5000
    day = ShownDate(long, date(2021, 9, 30), date(2022, 9, 29), long, True)
    cited = Citation("s" * 80, long, long, date(2021, 9, 30), "https://a.example", 10**9 - 1, 0, 9, "digest")
    items = tuple(
        Item(long, cited, f"{place}{long}", f"{place}{long}", True, long, day, graphic=True) for place in range(9)
    )
    choices = tuple(Choice(long, f"who {place}", tab=place < 9) for place in range(50))
    answer = Answer("context", long, items, choices, 99, 100, (long,) * 30)
    look = {"asker": 2**63, "attached": "letter.txt", "spoilers": True, "removable": True, "plain": plain}
    body = body_of(answer, Call("quote", "x" * 60), **look)
    assert faults_of_message(body) == []
    assert len(texts(body)) > (750 if plain else 1500)


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
    assert [button["label"] for button in buttons_of(body)] == ["Source"] * 5
    assert len({button["custom_id"] for button in buttons_of(body)}) == 5


def test_pages_turn_by_buttons_and_by_words_where_the_question_is_too_long():
    answer = quotations(Item("x", CITED), page=1, of=3)
    buttons = buttons_of(body_of(answer, Call("quote", "flour"), removable=True))
    assert {button["label"]: button["disabled"] for button in buttons} == {
        "Source": False,
        "Previous": True,
        "Page 1 of 3": False,
        "Next": False,
        "Plain text": False,
        "Report a mistake": False,
        "Remove": False,
    }
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


def test_tabs_stand_beside_each_other_and_not_in_the_menu():
    ways = (Choice("Earlier: 1 May", "on 2021-05-01", tab=True), Choice("Later: 3 May", "on 2021-05-03", tab=True))
    body = body_of(Answer("day", "2 May 2021", (Item("x", CITED),), (*ways, Choice("A person", "who Lisova"))))
    (row,) = [part for part in walk(body["components"]) if part["type"] == 1 and part["components"][0]["type"] == 2]
    assert [button["label"] for button in row["components"]] == ["Earlier: 1 May", "Later: 3 May"]
    (menu,) = [part for part in walk(body["components"]) if part["type"] == 3]
    assert [option["value"] for option in menu["options"]] == ["who Lisova"]


def test_graphic_words_are_covered_where_the_server_wants_it_and_only_they():
    item = Item("two | lines\nof it", CITED, quotation=True, graphic=True, context="And two | lines\nof it.")
    harmless = Item("flour", CITED, quotation=True)
    shown = texts(body_of(quotations(item, harmless), spoilers=True))
    assert "> ||“two \\| lines||\n> ||of it”||\n-# in: ||And two \\| lines of it.||" in shown
    assert "> “flour”" in shown
    assert "||" not in texts(body_of(quotations(item, harmless)))


def test_plain_text_numbers_its_items_and_has_a_source_button_for_each():
    body = body_of(quotations(*[Item("flour", CITED, quotation=True)] * 2), plain=True)
    assert body["content"].startswith("**What was said about flour**")
    assert "[1] · The mill by the river" in body["content"]
    assert [button["label"] for button in buttons_of(body)] == ["Source 1", "Source 2"]


def test_a_page_of_plain_text_holds_all_its_items_with_words_in_each():
    day = ShownDate("four days later", date(2021, 9, 30), date(2022, 5, 1), "four days after 27 April", True)
    item = Item("flour " * 2000, CITED, quotation=True, speaker="Oksana Lisova", date=day, section="What she said")
    body = body_of(quotations(*[item] * PLAIN_PAGE, of=9, page=3), Call("quote", "flour"), plain=True, removable=True)
    assert body["content"].count("flour flour flour") >= PLAIN_PAGE
    assert body["content"].count("passage 12") == PLAIN_PAGE


async def test_the_client_need_not_keep_an_answers_controls():
    assert message_of(Answer("help", "x", choices=(Choice("a", "who a"),)), Look()).view.is_finished()


def test_a_picture_stands_under_the_heading_with_the_words_that_are_read_out_instead():
    attachments = [{"id": 0, "filename": "timeline.png", "description": "Chart. Lamps."}]
    body = body_of(quotations(Item("Lamps", CITED)), picture="Chart. Lamps.") | {"attachments": attachments}
    (frame,) = body["components"]
    heading, gallery, item, *_ = frame["components"]
    assert heading["content"].startswith("### What was said")
    assert gallery["items"] == [{"media": {"url": "attachment://timeline.png"}, "description": "Chart. Lamps."}]
    assert "Lamps" in item["components"][0]["content"]
    assert faults_of_message(body) == []


def test_plain_text_needs_no_place_for_a_picture():
    body = body_of(quotations(Item("Lamps", CITED)), picture="Chart. Lamps.", plain=True)
    assert [part for part in walk(body["components"]) if part["type"] == 12] == []
