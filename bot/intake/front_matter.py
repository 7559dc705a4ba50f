"""Front matter: the catalogue data that a document carries between two lines of `---` at its top."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import yaml

from bot.errors import InputError

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)\r?\n---[ \t]*(?:\r?\n|\Z)(?:[ \t]*\r?\n)*", re.DOTALL)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_KEYS = {
    "id", "title", "publisher", "contributors", "published", "place", "url", "rights", "language", "kind", "of"
}  # fmt: skip
_KINDS = ("account", "digest")


def split_front_matter(text: str, filename: str) -> tuple[dict[str, Any], str]:
    """(validated front matter, the text below it); an empty dictionary where there is none.

    Values: `contributors` is a tuple of strings, `published` a date, `of` a dictionary of the same kind, all others
    strings. Raises InputError with one sentence for each fault, naming the key.
    """
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    try:
        loaded = yaml.safe_load(match["yaml"])
    except (yaml.YAMLError, ValueError):
        raise InputError(f"The front matter of “{filename}” is not valid YAML.") from None
    if not isinstance(loaded, Mapping):
        raise InputError(f"The front matter of “{filename}” must be a list of “key: value” lines.")
    return validated(loaded, filename), text[match.end() :]


def validated(front: Mapping[Any, Any], filename: str) -> dict[str, Any]:
    """Front matter with every value checked and in its type; keys without a value are dropped."""
    unknown = sorted(str(key) for key in front if key not in _KEYS)
    if unknown:
        raise InputError(f"The front matter of “{filename}” has a key that is not known: {unknown[0][:40]}.")
    return {key: _value(key, value, filename) for key, value in front.items() if value is not None}


def _value(key: str, value: Any, filename: str) -> Any:
    fault = f"In the front matter of “{filename}”, {key} must be"
    if key == "contributors":
        return _strings(value, f"{fault} a list of names.")
    if key == "published":
        return _day(value, f"{fault} a day like 2022-04-30.")
    if key == "of":
        if not isinstance(value, Mapping):
            raise InputError(f"{fault} the entry of the original account.")
        return validated({k: v for k, v in value.items() if k != "of"}, filename)
    if not isinstance(value, str) or not value.strip():
        raise InputError(f"{fault} a text.")
    if key == "url" and (urlsplit(value).scheme not in {"http", "https"} or not urlsplit(value).hostname):
        raise InputError(f"{fault} an address that begins with http:// or https://.")
    if key == "id" and not _ID.fullmatch(value):
        raise InputError(f"{fault} lower-case letters and figures with hyphens between, like ap-rome-appeal.")
    if key == "kind" and value not in _KINDS:
        raise InputError(f"{fault} “account” or “digest”.")
    return value.strip()


def _strings(value: Any, fault: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(entry, str) and entry.strip() for entry in value):
        raise InputError(fault)
    return tuple(entry.strip() for entry in value)


def _day(value: Any, fault: str) -> date:
    try:
        return value if type(value) is date else date.fromisoformat(str(value))
    except ValueError:
        raise InputError(fault) from None
