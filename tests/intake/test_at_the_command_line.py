"""`read` and `add` take every kind of document."""

import json
from pathlib import Path

import pytest

from bot.command_line.run import run
from tests.intake.files import PAGE, docx, paragraph, pdf, pdf_of_streams

SENTENCE = "PORT AMSEL (UW) — “We counted every one of them,” said the harbour master, Ines Toll, on Monday."
FILES = {
    "page.html": PAGE.encode(),
    "ferry.pdf": pdf([[(72, 700, SENTENCE[:60]), (72, 686, SENTENCE[60:])]]),
    "ferry.docx": docx(paragraph(SENTENCE)),
}


@pytest.mark.parametrize("name", FILES)
def test_read_shows_what_stands_in_a_document(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    assert run(["read", str(tmp_path / name), "--json"]) == 0
    reading = json.loads(capsys.readouterr().out)
    assert [said["speaker"] for said in reading["quotations"]] == ["Ines Toll"]
    assert reading["source"]["place"] == "PORT AMSEL"


def test_read_refuses_with_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "scan.pdf").write_bytes(pdf_of_streams([b"q Q"]))
    assert run(["read", str(tmp_path / "scan.pdf")]) == 2
    assert capsys.readouterr().err == (
        "“scan.pdf” holds no text; a scan has to go through text recognition (OCR) first.\n"
    )


def test_add_takes_several_kinds_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    archive = ["--archive", str(tmp_path / "archive.db")]
    assert run([*archive, "add", "--dry-run", *(str(tmp_path / name) for name in FILES)]) == 0
    said = capsys.readouterr().out
    assert said.count("To be added") == said.count("Nothing was added.") == len(FILES)
    assert "Published: 12 May 2031 (found: HTML metadata)" in said
