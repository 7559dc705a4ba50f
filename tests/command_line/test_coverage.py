"""`coverage` on an archive as people have it: from a folder of data, with documents of their own."""

import json
from pathlib import Path

import pytest

from tests.command_line.conftest import Run

GULL = '[[publisher]]\nname = "The Example Courier"\ncountry = "Ness"\nkind = "newspaper"\nside = "international"\n'


def test_without_a_file_of_publishers_all_are_listed_as_not_known(bot: Run) -> None:
    status, out, err = bot("coverage")
    assert (status, err) == (0, "")
    assert out.startswith("Accounts: 1. Sources: 1, digests among them: 1.\n")
    assert "The Example Courier\tnot known\tnot known\tnot known\t1\t1\n" in out


def test_own_sources_count_beside_those_that_ship(folder: Path, bot: Run, lamps: str) -> None:
    (folder / "data" / "publishers.toml").write_text(GULL, encoding="utf-8")
    data = json.loads(bot("coverage", "--json")[1])
    assert (data["accounts"], data["sources"], data["digests"]) == (2, 2, 1)
    assert [(each["publisher"], each["side"]) for each in data["publishers"]] == [
        (None, None),
        ("The Example Courier", "international"),
    ]
    assert data["days"]["of"] == 86
    assert "2022-04-30" not in data["days"]["empty"]


def test_a_server_has_its_own_coverage(folder: Path, bot: Run) -> None:
    (folder / "hut.txt").write_text("The hut stands.\n", encoding="utf-8")
    assert bot("add", "hut.txt", "--title", "The Hut", "--guild", "7")[0] == 0
    assert json.loads(bot("coverage", "--json")[1])["sources"] == 1
    assert json.loads(bot("coverage", "--json", "--guild", "7")[1])["sources"] == 2


def test_a_fault_in_the_file_of_publishers_is_one_sentence(folder: Path, bot: Run) -> None:
    (folder / "data" / "publishers.toml").write_text(GULL.replace("newspaper", "gazette"), encoding="utf-8")
    status, out, err = bot("coverage")
    assert (status, out) == (2, "")
    assert err.startswith("publishers.toml, “The Example Courier”: “kind” must be one of ")
    assert err.count("\n") == 1


def test_a_fault_in_the_calendar_is_one_sentence(folder: Path, bot: Run) -> None:
    (folder / "data" / "calendar.toml").write_text("[[point]]\nname = 'Fog'\nearliest = 3\n", encoding="utf-8")
    status, out, err = bot("ask", "on 2022-04-30")
    assert (status, out) == (2, "")
    assert err == "calendar.toml, “Fog”: “earliest” must be a day without quotation marks, like 2022-04-30.\n"


@pytest.mark.parametrize("name", ["calendar.toml", "publishers.toml"])
def test_check_finds_a_fault_in_a_file_that_no_archive_is_built_from(folder: Path, bot: Run, name: str) -> None:
    assert bot("check")[:2] == (0, "Everything is in order.\n")
    (folder / "data" / name).write_text("[[", encoding="utf-8")
    status, out, _ = bot("check")
    assert status == 2
    assert out.startswith(f"The file {name} is not TOML")
