"""Word lists of the reader: data files beside this module, each noting where its words come from."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The word lists of `NAME.toml`, read once a process.

    Raises FileNotFoundError for a name that has no file: a fault of ours, never of the input.
    """
    return tomllib.loads((files(__name__) / f"{name}.toml").read_text("utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """One list of a lexicon file as a set of lower-case words."""
    return frozenset(word.casefold() for word in lexicon(name)[key])
