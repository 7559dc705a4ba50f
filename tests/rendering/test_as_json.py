import json
from datetime import date

from hypothesis import given

from bot.answers.chart import Chart, ChartRow, Key, Label, Stretch
from bot.answers.model import Answer, Choice, Item, ShownDate
from bot.rendering.as_json import answer_to_json
from tests.rendering.a_citation import CITATION
from tests.rendering.answers import answers


def test_the_shape_that_other_programs_rely_on() -> None:
    shown = ShownDate("late April", date(2022, 4, 21), date(2022, 4, 30), "the last ten days", True)
    item = Item("Lamps.", CITATION, label="first", quotation=True, speaker="Olha Marenko", date=shown)
    answer = Answer(
        "day", "Lamps", items=(item,), choices=(Choice("More", "on 2022-05-01"),), page=2, of=3, notes=("N",)
    )
    content = answer_to_json(answer)
    assert content.keys() >= {"kind", "heading", "items", "choices", "pages", "notes"}
    assert content["pages"] == {"page": 2, "of": 3}
    assert content["choices"] == [{"label": "More", "ask": "on 2022-05-01"}]
    assert content["items"][0].keys() >= {"label", "text", "quotation", "speaker", "date", "citation"}
    assert (
        content["items"][0]["date"].items()
        >= {
            "as_written": "late April",
            "earliest": "2022-04-21",
            "latest": "2022-04-30",
            "reason": "the last ten days",
        }.items()
    )
    assert (
        content["items"][0]["citation"].items()
        >= {
            "source": "night-market",
            "title": "The night market",
            "publisher": "The Example Courier",
            "published": "2022-05-02",
            "url": "https://example.org/night-market",
            "passage": 4,
            "start": 10,
            "end": 28,
        }.items()
    )


def test_a_chart_is_there_in_figures_and_in_words() -> None:
    row = ChartRow("The Gull", "Lamps", (Stretch(date(2022, 4, 21), date(2022, 4, 30), True),))
    key = Key("certain", "vague", "point")
    points = (Label(date(2022, 4, 1), "Lit"),)
    chart = Chart("Lamps", "", date(2022, 2, 24), date(2022, 5, 20), (row,), (), points, key, "Chart. Lamps.")
    assert answer_to_json(Answer("timeline", "Lamps", chart=chart))["chart"] == {
        "first": "2022-02-24",
        "last": "2022-05-20",
        "rows": [
            {
                "publisher": "The Gull",
                "title": "Lamps",
                "dates": [{"earliest": "2022-04-21", "latest": "2022-04-30", "approximate": True}],
            }
        ],
        "points": [{"day": "2022-04-01", "name": "Lit"}],
        "said": "Chart. Lamps.",
    }
    assert answer_to_json(Answer("person", "Lamps"))["chart"] is None


def test_text_is_not_touched() -> None:
    hostile = "\x1b[31m **@everyone** [link](x)\n"
    assert answer_to_json(Answer("day", "X", items=(Item(hostile, CITATION),)))["items"][0]["text"] == hostile


@given(answers)
def test_any_answer_can_be_written_and_read_back(answer: Answer) -> None:
    content = answer_to_json(answer)
    assert json.loads(json.dumps(content)) == content
