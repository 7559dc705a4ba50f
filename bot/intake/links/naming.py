"""The kinds of document that a link may lead to, and what a fetched one is called."""

from __future__ import annotations

import re
from email.message import Message
from email.utils import collapse_rfc2231_value
from urllib.parse import unquote

SUFFIXES = {
    "text/html": (".html", ".htm", ".xhtml"),
    "application/xhtml+xml": (".html", ".htm", ".xhtml"),
    "text/plain": (".txt", ".md", ".markdown"),
    "text/markdown": (".md", ".markdown"),
    "application/pdf": (".pdf",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (".docx",),
}
"""Media types that are taken in, each with the endings that its files may have; the first is added to one without."""
LONGEST_NAME = 100
"""Characters of a file name."""
_CHARSET = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,39}")
_UNSAFE = re.compile(r"[^\w .,()+-]")


def filename(disposition: str, target: str, content_type: str) -> str:
    """A file name without path, markup or hidden characters, that ends as its kind does.

    From the Content-Disposition header, else from the last part of the path, else “document”.
    """
    suffixes = SUFFIXES[content_type]
    name = _plain(_disposed(disposition)) or _plain(unquote(target.partition("?")[0])) or "document"
    ending = next((suffix for suffix in suffixes if name.lower().endswith(suffix)), None)
    stem = name[: -len(ending)] if ending else name
    ending = ending or suffixes[0]
    return (stem[: LONGEST_NAME - len(ending)] or "document") + ending


def charset(stated: str | None) -> str | None:
    """The encoding that a site states, in lower case, where it is written as encodings are (RFC 2978)."""
    return stated.lower() if stated and _CHARSET.fullmatch(stated) else None


def _disposed(header: str) -> str:
    message = Message()
    message["Content-Disposition"] = header
    try:
        said = message.get_params([], "Content-Disposition")
        names = [value for key, value in said if key.lower() == "filename"]
        # The form with an encoding of its own goes before the plain one: RFC 6266, 4.3.
        names.sort(key=lambda value: isinstance(value, str))
        return collapse_rfc2231_value(names[0]) if names else ""
    except (LookupError, UnicodeError, ValueError):
        return ""


def _plain(path: str) -> str:
    last = re.split(r"[/\\]", path)[-1]
    return _UNSAFE.sub("_", last).strip(" .")
