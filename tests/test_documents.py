"""README, CONTRIBUTING and `--help` say what is so: what they name is there, and what is there they name."""

import re

import pytest
from click.testing import CliRunner

from bot.answers.calls import QUESTIONS
from bot.command_line.run import commands
from bot.settings import PROJECT

README = (PROJECT / "README.md").read_text("utf-8")
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "docs/reading.md"]
MAKE_TARGETS = set(re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE))


def test_readme_has_a_row_for_every_question() -> None:
    rows = re.findall(r"^\| `([a-z]+)\b", README, re.MULTILINE)
    assert rows == list(QUESTIONS)


def test_readme_shows_every_command_of_the_command_line() -> None:
    shown = set(re.findall(r"(?:python -m bot |;\s+)([a-z-]+)\b", README))
    assert set(commands.commands) - shown == set()


@pytest.mark.parametrize("name", sorted(commands.commands))
def test_help_of_a_command_names_all_its_options(name: str) -> None:
    shown = CliRunner().invoke(commands, [name, "--help"]).output
    options = [option for parameter in commands.commands[name].params for option in parameter.opts if "-" in option]
    assert [option for option in options if option not in shown] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_documents_name_only_what_is_there(document: str) -> None:
    text = (PROJECT / document).read_text("utf-8")
    paths = set(re.findall(r"`((?:bot|cogs|data|tests|benchmarks|docs)/[\w/.]*)`", text))
    paths |= set(re.findall(r"\]\((docs/[\w/.]+)\)", text))
    made = {"data/archive.db"}
    assert [path for path in sorted(paths - made) if not (PROJECT / path).exists()] == []
    assert set(re.findall(r"`make ([a-z]+)`", text)) <= MAKE_TARGETS


def test_readme_lines_without_make_are_those_of_the_makefile() -> None:
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    assert "--editable ." in makefile and "--editable ." in README
    assert "--editable '.[dev]'" in makefile and "--editable '.[dev]'" in README
    assert "-m bot build" in makefile and "-m bot build" in README
