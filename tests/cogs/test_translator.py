"""Commands by a member's locale: every name, description and parameter, as Discord is told of them."""

import re

import pytest
from babel.messages.pofile import read_po

from bot.answers.calls import ALIASES, QUESTIONS
from bot.answers.language import LANGUAGES, language_of
from bot.settings import PROJECT
from tests.answers.messages import said_in_code

NAME = re.compile(r"[-_'\w]{1,32}")
"""https://discord.com/developers/docs/interactions/application-commands#application-command-object"""
SLASH = 1


def parts(command: dict) -> list[dict]:
    """A command with its subcommands, parameters and choices, however deep."""
    below = [*command.get("options", ()), *command.get("choices", ())]
    return [command, *(part for each in below for part in parts(each))]


@pytest.fixture
async def commands(env) -> list[dict]:
    """Every command in the shape in which Discord is told of it."""
    tree = env.bot.tree
    return [await command.get_translated_payload(tree, tree.translator) for command in tree._get_all_commands()]


@pytest.mark.parametrize("locale", LANGUAGES)
async def test_whatever_a_command_shows_is_shown_in_the_language(commands, locale):
    shown = [part for command in commands for part in parts(command)]
    assert len(shown) > 20
    for part in shown:
        assert part["name_localizations"][locale]
        if "description" in part and part["description"] != "":
            assert 5 <= len(part["description_localizations"][locale]) <= 100


@pytest.mark.parametrize("locale", LANGUAGES)
async def test_names_are_such_as_discord_takes_and_no_two_are_the_same(commands, locale):
    slash = [command for command in commands if command["type"] == SLASH]
    for command in slash:
        for part in (each for each in parts(command) if "type" in each):
            name = part["name_localizations"][locale]
            assert NAME.fullmatch(name) and name == name.lower()
            below = [option["name_localizations"][locale] for option in part.get("options", ())]
            assert len(set(below)) == len(below)
    assert len({command["name_localizations"][locale] for command in commands}) == len(commands)


async def test_discord_is_told_of_the_languages_that_there_are(commands):
    for part in (part for command in commands for part in parts(command)):
        assert set(part["name_localizations"]) == set(LANGUAGES)


async def test_the_catalogue_holds_nothing_that_is_not_said_any_more(commands):
    told = {
        part[key] for command in commands for part in parts(command) for key in ("name", "description") if key in part
    }
    for code in LANGUAGES:
        with (PROJECT / "bot" / "answers" / "words" / f"{code}.po").open("rb") as file:
            ids = [entry.id if isinstance(entry.id, tuple) else (entry.id,) for entry in read_po(file) if entry.id]
        assert [one for one in ids if not said_in_code().messages.union(told).intersection(one)] == []


@pytest.mark.parametrize("question", QUESTIONS)
async def test_a_typed_question_may_go_by_its_ukrainian_name(env, question):
    assert {env.bot.get_command(word).name for word in ALIASES[question]} == {question}
    assert language_of("uk").say(question) in ALIASES[question]
