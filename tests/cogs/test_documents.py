"""The document of a source as a file that Discord takes."""

from datetime import date

import pytest

from bot.archive.records import SourceRecord, StoredDocument
from cogs._documents import LARGEST, file_of


def document(original: bytes, filename: str) -> StoredDocument:
    source = SourceRecord(
        "lamp", "The lamp", None, (), date(2031, 5, 3), None, None, None, "en", "account", None, filename, "", "", "", 1
    )
    return StoredDocument(source, original, "")


def test_a_document_too_large_for_discord_is_left_out() -> None:
    largest = bytes(LARGEST)
    assert file_of(document(largest, "lamp.txt")) is not None
    assert file_of(document(largest + b"x", "lamp.txt")) is None


@pytest.mark.parametrize(
    ("filename", "sent"),
    [
        ("../../etc/@everyone.txt", "everyone.txt"),
        ("лампа.md", "document.md"),
        ("a" * 300, f"{'a' * 60}.txt"),
        ("x.tar.\u202egz`", "x-tar.gz"),
    ],
)
def test_its_name_is_plain(filename: str, sent: str) -> None:
    file = file_of(document(b"words", filename))
    assert file is not None
    assert file.filename == sent
