"""Front matter: the catalogue data that a document carries between two lines of `---` at its top."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import yaml

from bot.errors import InputError

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)\r?\n---[ \t]*(?:\r?\n|\Z)(?:[ \t]*\r?\n)*", re.DOTALL)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_KEYS_OF_ORIGINAL = {"title", "publisher", "contributors", "published", "place", "url", "rights", "language"}
_KEYS = {*_KEYS_OF_ORIGINAL, "id", "kind", "of"}
_UNENDED = re.compile(rf"\ufeff?---[ \t]*\r?\n(?:{'|'.join(sorted(_KEYS))})[ \t]*:")
"""Text that begins like front matter: a rule of hyphens alone may stand above any account."""
_KINDS = ("account", "digest")
_ORIGINAL = "of."
"""Before the keys of the original account where a fault is named."""


class _Loader(yaml.SafeLoader):
    """Leaves days as they are written: YAML refuses the whole document for a day that is none."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.yaml_implicit_resolvers = {
            first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
            for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }


def split_front_matter(text: str, filename: str) -> tuple[dict[str, Any], str]:
    """(validated front matter, the text below it); an empty dictionary where there is none.

    Values: `contributors` is a tuple of strings, `published` a date, `of` a dictionary of the same kind, all others
    strings. Raises InputError with one sentence for each fault, naming the key.
    """
    match = _FRONT.match(text)
    if match is None and _UNENDED.match(text):
        raise InputError("The front matter of “{name}” has no end: a line of --- must stand below it.", name=filename)
    if match is None:
        return {}, text
    loaded = _loaded(match["yaml"], filename)
    if not isinstance(loaded, Mapping):
        raise InputError("The front matter of “{name}” must be a list of “key: value” lines.", name=filename)
    return _validated(loaded, filename), text[match.end() :]


def _loaded(text: str, filename: str) -> Any:
    """What the YAML of front matter holds. Of a key that stands twice YAML itself would keep the last in silence."""
    try:
        twice = _key_twice(yaml.compose(text, _Loader))
        loaded = yaml.load(text, _Loader)
    except yaml.MarkedYAMLError as error:
        if error.problem_mark is None:
            raise InputError("The front matter of “{name}” is not valid YAML.", name=filename) from None
        # Its first line is the second of the file.
        line = error.problem_mark.line + 2
        sentence = "The front matter of “{name}” is not valid YAML (line {line})."
        raise InputError(sentence, name=filename, line=line) from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise InputError("The front matter of “{name}” is not valid YAML.", name=filename) from None
    if twice:
        raise InputError("The front matter of “{name}” has the key {key} twice.", name=filename, key=twice[:40])
    return loaded


def _key_twice(node: yaml.Node | None, before: str = "") -> str | None:
    """The first key that stands twice in a mapping, or in one directly inside it."""
    if not isinstance(node, yaml.MappingNode):
        return None
    seen: set[str] = set()
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            continue
        name = f"{before}{key.value}"
        if name in seen:
            return name
        seen.add(name)
        inner = None if before else _key_twice(value, f"{name}.")
        if inner:
            return inner
    return None


def _validated(front: Mapping[Any, Any], filename: str, known: Collection[str] = _KEYS, at: str = "") -> dict[str, Any]:
    """Front matter with every value checked and in its type; keys without a value are dropped.

    `at` stands before its keys where a fault is named.
    """
    unknown = sorted(str(key) for key in front if key not in known)
    if unknown:
        key = at + unknown[0][:40]
        raise InputError("The front matter of “{name}” has a key that is not known: {key}.", name=filename, key=key)
    return {key: _value(key, value, filename, at + key) for key, value in front.items() if value is not None}


def _value(kind: str, value: Any, filename: str, key: str) -> Any:
    """The value of a key of this kind, `key` being how it is named to people."""
    if kind == "contributors":
        return _strings(key, value, filename)
    if kind == "published":
        return _day(key, value, filename)
    if kind == "of":
        return _original(key, value, filename)
    if not isinstance(value, str) or not value.strip():
        raise InputError("In the front matter of “{name}”, {key} must be a text.", name=filename, key=key)
    if kind == "url" and not _is_address(value):
        raise InputError(
            "In the front matter of “{name}”, {key} must be an address that begins with http:// or https://.",
            name=filename,
            key=key,
        )
    if kind == "id" and not _ID.fullmatch(value):
        raise InputError(
            "In the front matter of “{name}”, {key} must be lower-case letters and figures with hyphens between, "
            "like ap-rome-appeal.",
            name=filename,
            key=key,
        )
    if kind == "kind" and value not in _KINDS:
        sentence = "In the front matter of “{name}”, {key} must be “account” or “digest”."
        raise InputError(sentence, name=filename, key=key)
    return value.strip()


def _is_address(value: str) -> bool:
    try:
        address = urlsplit(value)
        return address.scheme in {"http", "https"} and bool(address.hostname) and not re.search(r"\s", value.strip())
    except ValueError:
        return False


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
    return _validated(value, filename, _KEYS_OF_ORIGINAL, _ORIGINAL)
