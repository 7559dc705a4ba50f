"""What the manifest of an export must look like: anybody may have put one together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

Shape = Mapping[str, tuple[type, ...]]
_TEXT, _TEXT_OR_NONE, _NUMBER, _NUMBER_OR_NONE, _FLAG = (str,), (str, type(None)), (int,), (int, type(None)), (bool,)

SOURCE: Shape = {
    **dict.fromkeys(("id", "title", "language", "kind", "filename", "sha256", "added_by", "added_at"), _TEXT),
    **dict.fromkeys(("publisher", "published", "place", "url", "rights"), _TEXT_OR_NONE),
    **dict.fromkeys(("shipped", "withdrawn"), _FLAG),
    **dict.fromkeys(("contributors", "person_ids", "versions"), (list,)),
}
VERSION: Shape = {**dict.fromkeys(("sha256", "filename", "replaced_at"), _TEXT), "number": _NUMBER}
CORRECTION: Shape = {
    "number": _NUMBER,
    "kind": _TEXT,
    **dict.fromkeys(("source", "sha256", "words", "person"), _TEXT_OR_NONE),
    **dict.fromkeys(("begins", "ends"), _NUMBER_OR_NONE),
    "undone": _FLAG,
    "value": (dict,),
}
ENTRY: Shape = {
    "number": _NUMBER,
    **dict.fromkeys(("made_by", "made_at", "action", "subject", "reason"), _TEXT),
    "source": _TEXT_OR_NONE,
    **dict.fromkeys(("correction", "undone_by"), _NUMBER_OR_NONE),
    "undoable": _FLAG,
    **dict.fromkeys(("before", "after"), (dict,)),
}
VALUES: Mapping[str, Shape] = {
    "merge": {**dict.fromkeys(("into", "name", "merged_name"), _TEXT), "keys": (list,)},
    "split": {**dict.fromkeys(("to", "name", "at"), _TEXT), "keys": (list,)},
    "rename": {"name": _TEXT},
    "variant": {"form": _TEXT, "add": _FLAG},
    "describe": {"role": _TEXT, "source": _TEXT_OR_NONE, "begins": _NUMBER, "ends": _NUMBER, "words": _TEXT},
    "speaker": dict.fromkeys(("person", "name"), _TEXT_OR_NONE),
    "date": {**dict.fromkeys(("earliest", "latest", "reason"), _TEXT), "approximate": _FLAG},
}
"""What a correction of each kind says, as `bot/archive/correcting/model.py` has it."""


def check_manifest(manifest: Mapping[str, Any]) -> None:
    """Raises KeyError, TypeError or ValueError where something is missing or is not what it should be."""
    for source in manifest["sources"]:
        _check(source, SOURCE)
        _check_texts(source["contributors"])
        if source["kind"] not in ("account", "digest") or not source["id"] or not source["title"]:
            raise ValueError("not a source")
        if source["published"] is not None:
            date.fromisoformat(source["published"])
        for version in source["versions"]:
            _check(version, VERSION)
    for correction in manifest["corrections"]:
        _check(correction, CORRECTION)
        _check_value(correction["kind"], correction["value"])
    for entry in manifest["audit"]:
        _check(entry, ENTRY)


def _check_value(kind: str, value: Mapping[str, Any]) -> None:
    _check(value, VALUES[kind])
    _check_texts(value.get("keys", []))
    for day in ("earliest", "latest"):
        if day in value:
            date.fromisoformat(value[day])


def _check(found: Any, shape: Shape) -> None:
    for name, types in shape.items():
        # To Python, True is a number.
        if not isinstance(found[name], types) or (isinstance(found[name], bool) and bool not in types):
            raise TypeError(name)


def _check_texts(found: list[Any]) -> None:
    if not all(isinstance(each, str) for each in found):
        raise TypeError("not texts")
