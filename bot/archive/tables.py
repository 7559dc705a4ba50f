"""Reading the data files (TOML) that an archive is built with, with one clear sentence for each fault."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from bot.errors import SettingsError


def load_tables(path: Path, name: str) -> list[Mapping[str, Any]]:
    """The `[[name]]` tables of a TOML file, in order.

    Raises SettingsError, naming the file, where it is missing, no TOML, or holds something else under that name.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SettingsError(f"The file {path.name} is missing from {path.parent.name}/.") from None
    except (OSError, UnicodeDecodeError):
        raise SettingsError(f"The file {path.name} cannot be read as UTF-8 text.") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"The file {path.name} is not TOML: {error}.") from None
    tables = content.get(name, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise SettingsError(f"In {path.name}, “{name}” must be a list of tables, each under [[{name}]].")
    return tables


def check_keys(table: Mapping[str, Any], known: Collection[str], where: str) -> None:
    """Raises SettingsError for a key that is not known: a slip in it would otherwise drop what it holds in silence."""
    unknown = sorted(key for key in table if key not in known)
    if unknown:
        raise SettingsError(f"{where}: “{unknown[0]}” is not a key that is known here.")


def text_in(table: Mapping[str, Any], key: str, where: str, *, required: bool = False) -> str | None:
    """A piece of text under `key`, or None. Raises SettingsError where it is no text, or missing though required."""
    value = table.get(key)
    if value is None and not required:
        return None
    if not isinstance(value, str) or not value.strip():
        raise SettingsError(f"{where}: “{key}” must be a piece of text.")
    return value.strip()


def flag_in(table: Mapping[str, Any], key: str, where: str) -> bool:
    """Whether `key` is set; nothing there is false. Raises SettingsError where it is neither true nor false."""
    value = table.get(key, False)
    if not isinstance(value, bool):
        raise SettingsError(f"{where}: “{key}” must be true or false.")
    return value


def texts_in(table: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    """A list of pieces of text under `key`; nothing there is an empty one. Raises SettingsError for anything else."""
    value = table.get(key, [])
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(each, str) and each.strip() for each in values):
        raise SettingsError(f"{where}: “{key}” must be a list of pieces of text.")
    return tuple(dict.fromkeys(each.strip() for each in values))
