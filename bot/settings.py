"""Settings: one frozen object, made in `main()` from the environment and `.env`, and handed down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from bot.errors import SettingsError

PROJECT = Path(__file__).resolve().parent.parent
_KINDS = {date: "a day like 2022-02-24", bool: "yes or no", int: "a whole number", float: "a number"}
_YES_OR_NO = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set. Names in the environment are these in capitals."""

    discord_token: str = ""
    """Token of the bot's Discord application. Without one the bot opens the console."""
    archive_path: Path = PROJECT / "data" / "archive.db"
    """The archive file. Made from the accounts that ship when it is not there yet."""
    data_path: Path = PROJECT / "data"
    """The folder of `accounts/` and of the data files: people, subjects, publishers, calendar."""
    command_prefix: str = "!"
    """What stands before a command typed as a message."""
    siege_day_one: date = date(2022, 2, 24)
    """The day that "day 1" of the siege means."""
    siege_last_day: date = date(2022, 5, 20)
    """The last day that is counted as a day of the siege."""
    max_document_bytes: int = 5_000_000
    """The largest document that may be added."""
    query_seconds: float = 5.0
    """How long one query of the archive may take before it is given up."""
    log_level: str = "INFO"
    """How much is logged: DEBUG, INFO, WARNING or ERROR."""
    operator_id: int = 0
    """The id of the Discord account that keeps the shared archive in direct messages with the bot. 0: nobody's."""
    allow_local_links: bool = False
    """Whether links may lead to this machine itself (loopback), for tests against a server there."""
    discord_api_url: str = ""
    """Another address for Discord's HTTP API, for tests against a server on loopback. Empty: Discord itself."""
    discord_gateway_url: str = ""
    """Another address for Discord's gateway, for tests. Empty: Discord itself."""


def settings_from(environment: Mapping[str, str]) -> Settings:
    """The settings that an environment describes; what it leaves out or leaves empty keeps its default.

    Raises SettingsError, with one sentence naming the setting, for a value that cannot be used.
    """
    given: dict[str, Any] = {}
    for field in fields(Settings):
        raw = environment.get(field.name.upper(), "").strip()
        if raw:
            given[field.name] = _parsed(field.name, raw)
    return Settings(**given)


def _parsed(name: str, raw: str) -> Any:
    default = getattr(Settings(), name)
    try:
        if isinstance(default, date):
            return date.fromisoformat(raw)
        if isinstance(default, bool):
            return _YES_OR_NO[raw.lower()]
        value = type(default)(raw)
    except (ValueError, KeyError):
        raise SettingsError(f"{name.upper()} must be {_KINDS[type(default)]}, not “{raw}”.") from None
    if isinstance(value, int | float) and value <= 0:
        raise SettingsError(f"{name.upper()} must be greater than zero, not “{raw}”.")
    if name == "log_level" and raw.upper() not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
        raise SettingsError(f"LOG_LEVEL must be DEBUG, INFO, WARNING or ERROR, not “{raw}”.")
    return value
