"""Settings from the environment, and the file that shows them all."""

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import PROJECT, Settings, settings_from


def test_empty_environment_gives_the_defaults() -> None:
    assert settings_from({}) == Settings()
    assert settings_from({"COMMAND_PREFIX": "  "}) == Settings()


def test_each_kind_of_setting_is_read() -> None:
    given = {"SIEGE_DAY_ONE": "2031-04-11", "ARCHIVE_PATH": "x.db", "QUERY_SECONDS": "0.5", "MAX_DOCUMENT_BYTES": "9"}
    settings = settings_from(given)
    assert settings.siege_day_one == date(2031, 4, 11)
    assert settings.archive_path == Path("x.db")
    assert (settings.query_seconds, settings.max_document_bytes) == (0.5, 9)


@pytest.mark.parametrize(
    ("name", "value"),
    [("SIEGE_DAY_ONE", "April"), ("QUERY_SECONDS", "0"), ("QUERY_SECONDS", "nan?"), ("MAX_DOCUMENT_BYTES", "-1"),
     ("LOG_LEVEL", "LOUD"), ("ALLOW_LOCAL_LINKS", "perhaps")],
)  # fmt: skip
def test_value_that_cannot_be_used_names_the_setting(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        settings_from({name: value})


def test_links_to_this_machine_are_off_unless_asked_for() -> None:
    assert settings_from({}).allow_local_links is False
    assert [settings_from({"ALLOW_LOCAL_LINKS": word}).allow_local_links for word in ("yes", "No", "0")] == [
        True,
        False,
        False,
    ]


def test_example_file_shows_every_setting() -> None:
    example = (PROJECT / ".env.example").read_text("utf-8")
    shown = {line.lstrip("# ").split("=")[0] for line in example.splitlines() if "=" in line}
    assert shown == {field.name.upper() for field in fields(Settings)}


def test_readme_shows_every_setting() -> None:
    readme = (PROJECT / "README.md").read_text("utf-8")
    assert [f.name.upper() for f in fields(Settings) if f"`{f.name.upper()}`" not in readme] == []
