import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.calls import Call
from bot.rendering.clamp import units
from bot.rendering.discord_state import ChoiceState, PageState, SourceState

from .answers import calls


def restored(state):
    return type(state).from_match(type(state).PATTERN.fullmatch(state.custom_id()))


@pytest.mark.parametrize(
    "state",
    [
        SourceState(0, 12, "ap-2022-04-30"),
        SourceState(4, 1, "a:b:c"),
        PageState(80351110224678912, Call("who", "olena-hnatiuk", None, 3)),
        PageState(0, Call("quote", "food: and water", "Ivan: the cook", 2)),
        PageState(7, Call("quote", "", "Паламар", 2)),
        PageState(7, Call("quote", "", None, 2)),
        PageState(7, Call("sources", page=2)),
        ChoiceState(80351110224678912, "c"),
        ChoiceState(0),
    ],
)
def test_what_a_control_knows_survives_in_its_custom_id(state):
    assert restored(state) == state


@given(calls, st.integers(0, 2**64 - 1))
def test_any_page_state_fits_and_comes_back_or_is_not_made(call, asker):
    state = PageState(asker, call)
    custom_id = state.custom_id()
    if custom_id is not None:
        assert units(custom_id) <= 100
        assert restored(state) == state


def test_a_question_too_long_for_a_custom_id_has_none():
    assert PageState(1, Call("quote", "word " * 20)).custom_id() is None
    assert SourceState(0, 1, "s" * 99).custom_id() is None


def test_shapes_already_sent_stay_readable():
    assert PageState.PATTERN.fullmatch("page:21i3v9:3:quote:4:Ivanfood and water")
    assert SourceState.PATTERN.fullmatch("source:1:12:ap-2022")
    assert ChoiceState.PATTERN.fullmatch("choice:21i3v9:o")
