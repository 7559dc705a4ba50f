"""What readers may want to be warned of: found where it is spoken of, and not where only its words stand."""

from functools import cache
from pathlib import Path

import pytest

from bot.answers.desk import Desk
from bot.answers.graphic import GraphicWords, marked
from bot.answers.model import Answer, AnswerKind, Citation, Item
from bot.archive.archive import Archive
from bot.archive.lookup.fts import MOST_TOKENS
from bot.archive.thesaurus import Subject, Thesaurus, load_thesaurus
from bot.archive.topics import terms_of
from bot.errors import SettingsError
from bot.settings import PROJECT
from tests.answers.asking import NOBODY, asked
from tests.answers.library import DAY_ONE

CITATION = Citation("mill", "The mill", None, None, None, 1, 0, 9, "account")


@cache
def shipped() -> Thesaurus:
    return load_thesaurus(PROJECT / "data" / "subjects.toml")


@cache
def words_that_ship() -> GraphicWords:
    return GraphicWords(shipped())


@pytest.mark.parametrize(
    "text",
    [
        "He had been tortured for a week in the school.",
        "“They beat him with a hose until he fell,” the baker said.",
        "Guards used electric shocks on the miller.",
        "Two prisoners were severely beaten.",
        "The beatings went on every night.",
        "She spoke of ill-treatment in the camp.",
        "The execution of three ferrymen was announced.",
        "The ferryman was executed by the wall.",
        "Corpses lay along the quay.",
        "A corpse lay along the quay.",
        "They carried the BODIES down to the cellar.",
        "The body of a woman was found behind the mill.",
        "We buried his body in the yard.",
        "The dead lay in the lane for days.",
        "Neighbours dug a mass grave beside the orchard.",
        "Her wounds were dressed with strips of curtain.",
        "A splinter left a wound as long as a hand.",
        "The surgeon amputated without anaesthetic.",
        "Several amputations were done by candle light.",
        "He lost a leg at the bridge.",
        "The boy had lost both his legs.",
        "Men without an arm or a leg waited on the stairs.",
        "The stump of his leg was wrapped in a curtain.",
        "The men who were exhumed in the orchard had no names.",
        "There was blood on the steps.",
        "Gangrene had set in.",
        "The miller bled to death.",
        "The legs were torn off by the blast; one leg was torn off at the knee.",
    ],
)
def test_what_speaks_of_torture_bodies_or_wounds_is_graphic(text: str) -> None:
    assert words_that_ship().in_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "…",
        "The mill stands beside a body of water.",
        "The canals are bodies of water, no more.",
        "Nothing moved at the dead of night.",
        "A government body in the capital refused.",
        "International bodies and government bodies were asked for help.",
        "The body found that the count was wrong.",
        "They found body armour in the cellar.",
        "The whole body of the report is missing.",
        "His body was tired; they lay close to keep their bodies warm.",
        "The column wound through the hills, and the road wound down to the ferry.",
        "He wound up in a village by the sea.",
        "His blood pressure was high, and many came to donate blood.",
        "Her heart was beating fast.",
        "They spent the day beating back the assault.",
        "The assault was beaten back.",
        "The enemy cannot be beaten, he said.",
        "They beat us to the bridge.",
        "The execution of the order took an hour; the plan was executed by noon.",
        "The executive council met.",
        "He sat through an interrogation.",
        "They would not leave without their arms, and had lost arms and supplies.",
        "For the families the waiting was torture.",
        "The telephone was dead.",
        "The wounded were taken to the ferry.",
        "Six hundred were wounded and four killed.",
        "A bomb hit the dead end of the lane.",
        "They ate flour with water and burned planks in the stove.",
        "Тіло води",
    ],
)
def test_what_speaks_of_something_else_is_not(text: str) -> None:
    assert not words_that_ship().in_text(text)


BOATS = Subject("boats", ("long boats", "rafts"), ("oars",), graphic=True, unless=("gravy boats", "boats of paper"))
OARS = Subject("oars", ("paddles",))
HARBOUR = Thesaurus((BOATS, OARS, Subject("ropes", ("knots",))))


@pytest.mark.parametrize(
    ("text", "graphic"),
    [
        ("a boat", True),
        ("BOATS", True),
        ("Bóats’ length", True),
        ("Long—boat?", True),
        ("oar", True),
        ("a narrower subject brings its other terms: paddle", True),
        ("boating", False),
        ("ropes and knots", False),
        ("gravy boats", False),
        ("gravy boats and boats", True),
        ("the boats of paper", False),
        ("the boats of papers", True),
    ],
)
def test_terms_are_found_as_the_thesaurus_compares_them(text: str, graphic: bool) -> None:
    assert GraphicWords(HARBOUR).in_text(text) is graphic


def test_without_graphic_subjects_nothing_is_graphic() -> None:
    assert not GraphicWords(Thesaurus()).in_text("boats")
    assert not GraphicWords(Thesaurus((OARS,))).in_text("oars")


async def marks(archive: Archive, answer: Answer) -> list[bool]:
    return [item.graphic for item in (await marked(answer, GraphicWords(HARBOUR), archive, NOBODY)).items]


async def test_an_item_is_judged_by_its_words_and_by_those_shown_around_them(archive: Archive) -> None:
    items = (
        Item("a boat", CITATION),
        Item("that night", CITATION, quotation=True, context="The boats came “that night”."),
        Item("a rope", CITATION, context="A rope was found."),
    )
    assert await marks(archive, Answer("passages", "Two boats", items=items)) == [True, True, False]


@pytest.mark.parametrize("kind", ["source", "sources"])
async def test_titles_in_the_catalogue_are_no_passages(archive: Archive, kind: AnswerKind) -> None:
    assert await marks(archive, Answer(kind, "What the archive holds", items=(Item("The boats", CITATION),))) == [False]


def desk_warning_of(subject: Subject, archive: Archive) -> Desk:
    return Desk(archive, day_one=DAY_ONE, subjects=Thesaurus((subject,)))


async def test_quotations_about_a_graphic_topic_are_judged_by_their_whole_passage(archive: Archive) -> None:
    stretchers = Subject("stretchers", narrower=("flour",), graphic=True)
    answer = await asked(desk_warning_of(stretchers, archive), "quote stretchers")
    graphic = {item.text: item.graphic for item in answer.items}
    assert graphic["We carried the stretchers up the stairs one by one,"]
    assert graphic["Nobody was left behind in the dark."], "it stands in a passage on stretchers"
    (brother,) = (text for text in graphic if text.startswith("Her brother"))
    assert not graphic[brother], "only the passages around it are on the topic"


async def test_asked_about_something_else_they_are_judged_by_what_is_shown(archive: Archive) -> None:
    stretchers = Subject("stretchers", graphic=True)
    answer = await asked(desk_warning_of(stretchers, archive), "quote from Olha Marenko")
    graphic = {item.text: item.graphic for item in answer.items}
    assert graphic["We carried the stretchers up the stairs one by one,"]
    assert not graphic["Nobody was left behind in the dark."]


async def test_every_answer_of_the_desk_is_marked(archive: Archive) -> None:
    for words in ("search flour", "who Ivan Marenko", "context lighthouse:5", "quote flour", "on April 2022"):
        warned = await asked(desk_warning_of(Subject("flour", narrower=("ferry",), graphic=True), archive), words)
        assert any(item.graphic for item in warned.items), words
        unwarned = await asked(desk_warning_of(Subject("flour", narrower=("ferry",)), archive), words)
        assert not any(item.graphic for item in unwarned.items), words


@pytest.mark.parametrize("subject", [each for each in shipped().subjects if each.graphic], ids=lambda each: each.term)
def test_no_graphic_subject_has_more_terms_than_are_looked_for(subject: Subject) -> None:
    assert len(terms_of(subject, shipped())) <= MOST_TOKENS


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("graphic = 'yes'", "subjects.toml, “boats”: “graphic” must be true or false."),
        ("unless = ['gravy boats']", "subjects.toml, “boats”: “unless” stands in graphic subjects only"),
        ("graphic = true\nunless = 3", "subjects.toml, “boats”: “unless” must be a list"),
    ],
)
def test_faults_of_a_graphic_subject_are_named(tmp_path: Path, line: str, fault: str) -> None:
    file = tmp_path / "subjects.toml"
    file.write_text(f"[[subject]]\nterm = 'boats'\n{line}\n", encoding="utf-8")
    with pytest.raises(SettingsError) as refused:
        load_thesaurus(file)
    assert str(refused.value).startswith(fault)


def test_a_graphic_subject_is_read_from_its_file(tmp_path: Path) -> None:
    file = tmp_path / "subjects.toml"
    file.write_text("[[subject]]\nterm = 'boats'\ngraphic = true\nunless = ['gravy boats']\n", encoding="utf-8")
    assert load_thesaurus(file) == Thesaurus((Subject("boats", graphic=True, unless=("gravy boats",)),))
