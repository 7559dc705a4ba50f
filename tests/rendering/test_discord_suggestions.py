"""Suggestions within Discord's limits, whatever they are made of."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bot.answers.suggest.model import Suggestion
from bot.rendering.discord_suggestions import choices_of


def units(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


ANY = st.text(st.characters(codec=None), max_size=150)
SUGGESTIONS = st.lists(st.builds(Suggestion, label=ANY, value=st.text("ab🜁", min_size=1, max_size=120), rest=ANY))


@given(SUGGESTIONS)
def test_any_suggestions_are_within_the_limits(suggestions):
    choices = choices_of(suggestions)
    assert len(choices) <= 25
    assert len({choice.value for choice in choices}) == len(choices)
    for choice in choices:
        assert 1 <= units(choice.value) <= 100
        assert 1 <= units(choice.name) <= 100
        assert any(unicodedata.category(character)[0] not in "CMZ" for character in choice.name)
        assert not any(unicodedata.category(character) in {"Cc", "Cs"} for character in choice.name)


def test_a_label_is_cut_at_a_word_end_and_its_rest_is_not():
    (choice,) = choices_of([Suggestion("Zoya Lenko — " + "harbour " * 20, "id:zoya", "1,200 mentions")])
    assert choice.name.endswith(" harbour… · 1,200 mentions")
    assert 90 <= units(choice.name) <= 100


def test_a_rest_that_leaves_no_room_is_cut_with_the_label():
    (choice,) = choices_of([Suggestion("A title", "a-title", "word " * 30)])
    assert choice.name.startswith("A title · word word")
    assert choice.name.endswith("word…")


def test_lines_and_controls_of_a_source_do_no_harm():
    (choice,) = choices_of([Suggestion("Two\nlines\x1b[31m\u202e", "two", "1\tmention")])
    assert choice.name == "Two lines\N{REPLACEMENT CHARACTER}[31m\N{REPLACEMENT CHARACTER} · 1 mention"


def test_what_cannot_be_seen_is_shown_by_its_id():
    (choice,) = choices_of([Suggestion("\u200b\u2060", "blank-title")])
    assert choice.name == "blank-title"


def test_a_value_too_long_for_discord_is_left_out_and_none_comes_twice():
    suggestions = [Suggestion("Long", "x" * 101), Suggestion("First", "a"), Suggestion("Second", "a")]
    assert [(choice.name, choice.value) for choice in choices_of(suggestions)] == [("First", "a")]
    assert len(choices_of([Suggestion(str(number), str(number)) for number in range(40)])) == 25
