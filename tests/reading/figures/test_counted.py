"""What a figure counts, what tells of it, who states it and as of when."""

from __future__ import annotations

import pytest

from bot.reading import read
from tests.reading.figures.documents import counted, figures

COUNTED = [
    ("They met 600 of the ferrymen.", "ferrymen"),
    ("They met 14 children.", "children"),
    ("They met 85 gravely wounded soldiers in the hall.", "gravely wounded soldiers"),
    ("They had thousands of rounds of ammunition.", "rounds of ammunition"),
    ("They had 20 tons of food for the town.", "tons of food"),
    ("There are 12 members of the crew.", "members"),
    ("They met four Coast Guard sailors.", "Coast Guard sailors"),
    ("They met three others.", "others"),
    ("They met 300 more farmers.", "farmers"),
    ("They met 20 civilian and military doctors.", "civilian and military doctors"),
    ("They met two young, frightened boys.", "young, frightened boys"),
    ("They bought 20 or so lamps.", "lamps"),
    ("They counted 30 wounded.", "wounded"),
    ("Of the crew 51 were wounded.", "wounded"),
    ("They came, 29 of them severely wounded.", "severely wounded"),
    ("Of these, 124 are officers.", "officers"),
    ("In the night 12 fled.", None),
    ("They read of eight years people spent there.", "years"),
    ("The number of dead rose to 90.", "dead"),
    ("They lost 90% of the lamps.", "%"),
    ("They lost 90 per cent of the lamps.", "per cent"),
    ("They walked 5km to the ferry.", "km"),
    ("Some 2,300 of the town's 19,000 millers came.", "millers"),
    ("They asked for two weeks’ notice.", "weeks"),
    ("They paid the $20 million lawyers had asked for.", None),
    ("The raid left 55 island sailors dead.", "island sailors"),
    ("They met two very different mayors.", "very different mayors"),
    ("They heard two separate staged explosions.", "separate staged explosions"),
    ("They counted 82 killed, officials said.", "killed"),
]


@pytest.mark.parametrize(("text", "noun"), COUNTED)
def test_noun_phrase(text: str, noun: str | None) -> None:
    assert counted(text)[0] == noun


def clauses(text: str) -> list[str]:
    return [text[figure.clause.start : figure.clause.end] for figure in figures(text)]


def test_clause_ends_where_another_figure_or_clause_begins() -> None:
    assert clauses("12 were killed and 30 wounded.") == ["12 were killed", "30 wounded."]
    assert clauses("The bridge fell; 12 carts sank, and nobody came.") == ["12 carts sank"]
    assert clauses("Some 20 carts and 30 mules are gone.") == ["Some 20 carts and 30 mules are gone."] * 2


def test_speaker_is_that_of_the_quotation_or_of_the_reported_sentence() -> None:
    text = (
        "Ilse Brandt, the mayor, said that 20 boats had left. “We lost 30 boats,” said Jonas Reuter, the harbour "
        "master. There were 40 boats.\n\nAccording to Ilse Brandt, 50 boats came back."
    )
    assert [figure.speaker for figure in figures(text)] == ["Ilse Brandt", "Jonas Reuter", None, "Ilse Brandt"]


def test_figure_that_tells_of_the_speaker_is_not_said_by_him() -> None:
    text = "Jonas Reuter, who commands 30 boats, said that the ferry would stay."
    assert [figure.speaker for figure in figures(text)] == [None]
    assert [figure.speaker for figure in figures("The ferry took 30 people, Jonas Reuter said.")] == ["Jonas Reuter"]


def test_agreement_states_no_figure() -> None:
    assert [figure.speaker for figure in figures("The two mayors agreed on a swap of 30 boats.")] == [None, None]


def as_of(text: str) -> list[str | None]:
    reading = read(text, "2031-05-16")
    days = {day.start: day.text for day in reading.dates}
    return [days[figure.as_of] if figure.as_of is not None else None for figure in reading.figures]


def test_day_is_the_nearest_of_the_clause() -> None:
    assert as_of("On 3 May 2031 two boats sank.") == ["3 May 2031"]
    assert as_of("On 3 May 2031 two boats sank, and four did on 5 May 2031.") == ["3 May 2031", "5 May 2031"]
    assert as_of("After the vote of 3 May 2031, 20 boats left on 5 May 2031.") == ["5 May 2031"]
    assert as_of("It took four days, and the last boat left on 5 May 2031.") == [None]
    assert as_of("There were 20 boats. On 3 May 2031 it rained.") == [None]


def test_day_since_which_was_counted_is_not_the_day_of_the_count() -> None:
    assert as_of("It had counted 80 boats since the storm of 3 May 2031.") == [None]
    since = "Since 16 May 2031, more than 500 boats came, 20 of them from the other side on 20 May 2031."
    assert as_of(since) == [None, "20 May 2031"]


def test_line_break_is_kept_in_what_is_counted() -> None:
    text = (
        "The old harbour master on the mole had counted on Friday at\nleast 20 boats that were lost behind the mole, "
        "and 300 fishing\nvessels were gone, but nobody in the town believed him for long.\n"
    )
    assert [figure.text for figure in figures(text)] == ["at\nleast 20", "300"]
    assert counted(text) == ["boats", "fishing\nvessels"]


def test_exchange_format_has_whole_numbers_where_they_are_whole() -> None:
    text = "Some 20 boats lay 1.5 miles off."
    first, second = read(text).to_json()["figures"]
    assert first == {
        "start": 0,
        "end": 7,
        "text": "Some 20",
        "least": 20,
        "most": 20,
        "approximate": True,
        "counted": {"start": 8, "end": 13, "text": "boats"},
        "clause": {"start": 0, "end": 32},
        "speaker": None,
        "as_of": None,
    }
    assert isinstance(first["least"], int)
    assert second["most"] == 1.5
