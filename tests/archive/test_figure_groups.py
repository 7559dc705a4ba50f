"""The order in which figures are shown: what counts the same under each other, by day and value."""

from hypothesis import given
from hypothesis import strategies as st

from bot.archive.keeping.figure_words import CLAUSE, COUNTED, SENTENCE
from bot.archive.lookup.figure_groups import Found, grouped


def found(figure: int, unit: str, tier: int = COUNTED, day: str | None = None, value: float | None = None) -> Found:
    return Found(figure, tier, unit, unit == "days", day, value)


def shown(each: list[Found], named: tuple[str, ...] = (), alike: tuple[str, ...] = ()) -> list[tuple[int, str, str]]:
    return [(one.figure, one.group, one.unit) for one in grouped(each, named, alike)]


def test_one_unit_stands_together_by_day_and_then_by_value() -> None:
    each = [
        found(1, "pilots", day="2031-03-05", value=40),
        found(2, "cooks", day="2031-03-01", value=2),
        found(3, "pilots", day="2031-03-04", value=90),
        found(4, "Pilots", day="2031-03-05", value=9),
        found(5, "pilots"),
        found(6, "pilots", day="2031-03-05"),
    ]
    pilots = [(figure, "unit", "pilots") for figure in (3, 4, 1, 6, 5)]
    assert shown(each) == [*pilots, (2, "unit", "cooks")]


def test_what_was_asked_for_by_name_comes_first_and_what_is_merely_told_comes_last() -> None:
    each = [
        found(1, "pilots"),
        found(2, "pilots"),
        found(3, "boats", CLAUSE),
        found(4, "boats", CLAUSE),
        found(5, "boats", CLAUSE),
        found(6, "cooks"),
        found(7, "", CLAUSE),
    ]
    assert [unit for _, _, unit in shown(each, named=("cook", "cooks"))] == [
        *("cooks", "pilots", "pilots"),
        *("boats", "boats", "boats", ""),
    ]


def test_words_for_one_state_stand_together() -> None:
    each = [
        found(1, "hurt", day="2031-03-02"),
        found(2, "wounded", day="2031-03-01"),
        found(3, "", CLAUSE, day="2031-03-03"),
        found(4, "wounded", day="2031-03-04"),
        found(5, "pilots", CLAUSE),
    ]
    assert shown(each, ("hurt",), ("wounded", "hurt")) == [
        *((figure, "unit", "wounded, hurt") for figure in (2, 1, 4)),
        (5, "unit", "pilots"),
        (3, "unit", ""),
    ]


def test_asked_for_a_state_the_larger_group_goes_before_the_one_that_is_named_so() -> None:
    each = [found(1, "buses"), found(2, "people", CLAUSE), found(3, "people", CLAUSE)]
    assert [figure for figure, _, _ in shown(each, ("saved",), ("saved",))] == [2, 3, 1]
    assert [figure for figure, _, _ in shown(each, ("boats",), ())] == [1, 2, 3]
    assert [figure for figure, _, _ in shown([*each, found(4, "lost")], ("saved",), ("saved", "lost"))] == [4, 2, 3, 1]


def test_measures_come_last_unless_they_were_asked_for() -> None:
    each = [found(1, "days", CLAUSE), found(2, "pilots", CLAUSE), found(3, "days")]
    assert shown(each) == [(3, "unit", "days"), (2, "unit", "pilots"), (1, "measures", "days")]


def test_what_stands_in_the_same_sentence_is_shown_only_where_nothing_else_is() -> None:
    beside = [found(1, "pilots", SENTENCE, day="2031-03-02"), found(2, "cooks", SENTENCE, day="2031-03-01")]
    assert shown(beside) == [(2, "nearby", "pilots, cooks"), (1, "nearby", "pilots, cooks")]
    assert shown([*beside, found(3, "boats")]) == [(3, "unit", "boats")]


@given(
    st.lists(
        st.builds(
            Found,
            st.integers(0, 99),
            st.sampled_from((COUNTED, CLAUSE)),
            st.sampled_from(("", "dead", "Killed", "days", "Boats", "boats")),
            st.booleans(),
            st.sampled_from((None, "2031-03-01", "2031-03-02")),
            st.sampled_from((None, 1.0, 2.5)),
        ),
        unique_by=lambda each: each.figure,
    ),
    st.sets(st.sampled_from(("dead", "boats"))),
)
def test_nothing_is_lost_and_no_group_is_torn_apart(each: list[Found], named: set[str]) -> None:
    groups = [(one.group, one.unit) for one in grouped(each, named, ("dead", "killed"))]
    assert sorted(one.figure for one in grouped(each, named, ("dead", "killed"))) == sorted(one.figure for one in each)
    assert len(list(dict.fromkeys(groups))) == sum(a != b for a, b in zip(groups, [None, *groups], strict=False))
