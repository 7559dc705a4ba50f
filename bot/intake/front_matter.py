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
    except (yaml.YAMLError, ValueError, RecursionError):
        raise InputError("The front matter of “{name}” is not valid YAML.", name=filename) from None
    if not isinstance(loaded, Mapping):
        raise InputError("The front matter of “{name}” must be a list of “key: value” lines.", name=filename)
    return validated(loaded, filename), text[match.end() :]


def validated(front: Mapping[Any, Any], filename: str) -> dict[str, Any]:
    """Front matter with every value checked and in its type; keys without a value are dropped."""
    unknown = sorted(str(key) for key in front if key not in _KEYS)
    if unknown:
        raise InputError(
            "The front matter of “{name}” has a key that is not known: {key}.", name=filename, key=unknown[0][:40]
        )
    return {key: _value(key, value, filename) for key, value in front.items() if value is not None}


def _value(key: str, value: Any, filename: str) -> Any:
    if key == "contributors":
        return _strings(key, value, filename)
    if key == "published":
        return _day(key, value, filename)
    if key == "of":
        return _original(key, value, filename)
    if not isinstance(value, str) or not value.strip():
        raise InputError("In the front matter of “{name}”, {key} must be a text.", name=filename, key=key)
    if key == "url" and (urlsplit(value).scheme not in {"http", "https"} or not urlsplit(value).hostname):
        raise InputError(
            "In the front matter of “{name}”, {key} must be an address that begins with http:// or https://.",
            name=filename,
            key=key,
        )
    if key == "id" and not _ID.fullmatch(value):
        raise InputError(
            "In the front matter of “{name}”, {key} must be lower-case letters and figures with hyphens between, "
            "like ap-rome-appeal.",
            name=filename,
            key=key,
        )
    if key == "kind" and value not in _KINDS:
        sentence = "In the front matter of “{name}”, {key} must be “account” or “digest”."
        raise InputError(sentence, name=filename, key=key)
    return value.strip()


def _strings(key: str, value: Any, filename: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(entry, str) and entry.strip() for entry in value):
        raise InputError("In the front matter of “{name}”, {key} must be a list of names.", name=filename, key=key)
    return tuple(entry.strip() for entry in value)


def _day(key: str, value: Any, filename: str) -> date:
    try:
        # Only what is short: a list of lists that YAML makes of a few lines can be longer than any memory.
        return value if type(value) is date else date.fromisoformat(str(value) if isinstance(value, str | int) else "")
    except ValueError:
        sentence = "In the front matter of “{name}”, {key} must be a day like 2022-04-30."
        raise InputError(sentence, name=filename, key=key) from None


def _original(key: str, value: Any, filename: str) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        sentence = "In the front matter of “{name}”, {key} must be the entry of the original account."
        raise InputError(sentence, name=filename, key=key)
    return validated({k: v for k, v in value.items() if k != "of"}, filename)
