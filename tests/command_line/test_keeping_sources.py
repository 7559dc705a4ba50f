"""Whoever runs the bot keeps the shared archive, and any server's, from the command line."""

import asyncio
import csv
import io
import json
from pathlib import Path

import pytest

from bot.archive.archive import Archive
from tests.command_line.conftest import ACCOUNT, Run


def audit_of(bot: Run, *more: str) -> list[dict[str, object]]:
    return list(json.loads(bot("audit", "--json", *more)[1])["audit"])


def test_a_withdrawn_source_is_in_no_answer_until_it_is_taken_back(bot: Run, lamps: str) -> None:
    status, out, err = bot("withdraw", lamps, "--reason", "It was a draft.")
    assert (status, err) == (0, "")
    assert "The Lamps" in out and "It was a draft." in out and "restore-source" in out
    assert lamps not in bot("sources")[1]
    assert "lamps burning" not in bot("ask", "quote lamps")[1]
    assert bot("restore-source", lamps)[0] == 0
    assert lamps in bot("sources")[1]
    assert "lamps burning" in bot("ask", "quote lamps")[1]


def test_a_source_is_withdrawn_with_a_reason_only(bot: Run, lamps: str) -> None:
    for arguments in (("withdraw", lamps), ("withdraw", lamps, "--reason", " ")):
        status, out, err = bot(*arguments)
        assert (status, out) == (2, "")
        assert err.count("\n") == 1
    assert lamps in bot("sources")[1]


def test_catalogue_data_are_changed_and_the_change_is_undone(bot: Run, lamps: str) -> None:
    status, out, _ = bot("edit", lamps, "--title", "All the lamps", "--author", "A. One", "--author", "B. Two")
    assert status == 0
    assert "All the lamps" in out
    shown = bot("source", lamps)[1]
    assert "All the lamps" in shown and "A. One and B. Two" in shown
    assert bot("undo", "--reason", "It was right.")[0] == 0
    assert "The Lamps" in bot("source", lamps)[1]
    assert [entry["action"] for entry in audit_of(bot)][:3] == ["undo", "edit", "add"]


def test_a_changed_day_moves_what_hangs_on_it(bot: Run, folder: Path) -> None:
    (folder / "friday.txt").write_text("Mira Dovbush, a pilot, left on Friday.\n", encoding="utf-8")
    bot("add", "friday.txt", "--published", "2022-05-02")
    assert "friday" in bot("ask", "on 2022-04-29")[1]
    status, out, _ = bot("edit", "friday", "--published", "9 May 2022")
    assert (status, "1 date means other days now." in out) == (0, True)
    assert "friday" in bot("ask", "on 2022-05-06")[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ("edit", "the-lamps"),
        ("edit", "the-lamps", "--title", " "),
        ("edit", "the-lamps", "--url", "javascript:alert(1)"),
        ("edit", "the-lamps", "--published", "May 2022"),
        ("edit", "the-lamps", "--guild", "7", "--title", "Other"),
        ("withdraw", "nothing", "--reason", "none"),
        ("withdraw", "the-lamps", "--guild", "7", "--reason", "none"),
        ("restore-source", "the-lamps"),
        ("undo", "999"),
        ("undo", "first"),
        ("undo", "--guild", "7"),
        ("audit", "--json", "--csv"),
        ("reports", "--close", "1"),
        ("reports", "--outcome", "mended"),
        ("reports", "--close", "1", "--outcome", "mended"),
        ("forget", "everybody"),
        ("forget", "discord:1"),
        ("export", "lamps.txt"),
        ("export", "nowhere/export.zip"),
    ],
)
def test_what_cannot_be_done_is_status_2_one_sentence_and_no_change(
    bot: Run, lamps: str, arguments: tuple[str, ...]
) -> None:
    before = audit_of(bot)
    status, out, err = bot(*arguments)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1 and err.endswith(".\n")
    assert audit_of(bot) == before


def test_the_log_for_people_for_programs_and_as_a_table(bot: Run, lamps: str) -> None:
    bot("withdraw", lamps, "--reason", "It was a draft.")
    shown = bot("audit")[1]
    assert "command line" in shown and "It was a draft." in shown
    entries = audit_of(bot)
    assert [(each["action"], each["subject"], each["by"]) for each in entries] == [
        ("withdraw", lamps, "command line"),
        ("add", lamps, "command line"),
    ]
    rows = list(csv.DictReader(io.StringIO(bot("audit", "--csv")[1].removeprefix("\ufeff"))))
    assert [row["action"] for row in rows] == ["withdraw", "add"]
    assert audit_of(bot, "--guild", "7") == []


def test_the_log_marks_a_correction_whose_words_are_gone(bot: Run, lamps: str, folder: Path) -> None:
    async def correct_and_replace() -> None:
        async with Archive.open(folder / "archive.db") as archive:
            at = ACCOUNT.index("We kept")
            end = at + len("We kept the lamps burning,")
            await archive.set_speaker(lamps, at, end, None, written="a keeper", by="command line", reason="Heard so.")
            await archive.replace_source(lamps, None, b"Gone.", "It is all gone.", by="command line", reason="Mended.")

    assert "nothing any more" not in bot("audit")[1]
    asyncio.run(correct_and_replace())
    lines = bot("audit")[1].splitlines()
    assert (
        [line for line in lines if "nothing any more" in line]
        == [line for line in lines if line.strip().endswith("Heard so.")]
        != []
    )


def test_reports_are_listed_and_closed(bot: Run, lamps: str, folder: Path) -> None:
    assert bot("reports")[1] == "There are no open reports.\n"
    report(folder, lamps)
    status, out, _ = bot("reports")
    assert status == 0
    assert out.startswith("1. ") and "the-lamps: “We kept”: Not kept, lit." in out
    assert bot("reports", "--close", "1", "--outcome", "mended")[1] == "There are no open reports.\n"
    assert audit_of(bot)[0]["after"]["outcome"] == "mended"  # type: ignore[index]


def report(folder: Path, source: str) -> None:
    """As a member does it in Discord."""

    async def do() -> None:
        async with Archive.open(folder / "archive.db") as archive:
            await archive.report(7, source, 9, 16, "We kept", "Not kept,\nlit.")

    asyncio.run(do())


def test_a_user_is_forgotten_but_what_they_did_is_not(bot: Run, lamps: str, folder: Path) -> None:
    async def do() -> None:
        async with Archive.open(folder / "archive.db") as archive:
            await archive.withdraw(lamps, None, by="discord:42", reason="A test.")

    asyncio.run(do())
    assert bot("forget", "42") == (0, "Forgotten at 1 place.\n", "")
    assert bot("forget", "42") == (0, "The archive holds nothing of this user.\n", "")
    assert audit_of(bot)[0]["by"] == "forgotten"
    assert b"discord:42" not in (folder / "archive.db").read_bytes()


def test_an_export_is_taken_back_without_loss(bot: Run, lamps: str, folder: Path) -> None:
    bot("edit", lamps, "--place", "Odesa")
    bot("withdraw", lamps, "--reason", "It was a draft.")
    assert bot("export", "all.zip")[0] == 0
    kept = audit_of(bot)
    other = ("--archive", str(folder / "other.db"))
    status, out, _ = bot(*other, "add", "all.zip", "--dry-run")
    assert (status, out) == (
        0, "To be taken back: 2 sources, 0 corrections, 3 entries of the log.\nNothing was added.\n"
    )  # fmt: skip
    assert bot(*other, "audit", "--json")[1] == json.dumps({"audit": []}, indent=1)
    status, out, _ = bot(*other, "add", "all.zip")
    assert (status, out.startswith("Taken back: 1 source. ")) == (0, True)
    assert lamps not in bot(*other, "sources")[1]
    assert bot(*other, "restore-source", lamps)[0] == 0
    assert bot(*other, "source", lamps, "--text")[1] == ACCOUNT
    assert "Odesa" in bot(*other, "source", lamps)[1]
    then = json.loads(bot(*other, "audit", "--json")[1])["audit"][-3:]
    assert [(each["action"], each["at"], each["reason"]) for each in then] == [
        (each["action"], each["at"], each["reason"]) for each in kept
    ]
    assert bot(*other, "check")[0] == 0


def test_an_export_of_one_server_goes_back_to_that_server(bot: Run, folder: Path) -> None:
    (folder / "lamps.txt").write_text(ACCOUNT, encoding="utf-8")
    bot("add", "lamps.txt", "--guild", "7")
    assert bot("export", "seven.zip", "--guild", "7")[0] == 0
    other = ("--archive", str(folder / "other.db"))
    assert bot(*other, "add", "seven.zip", "--guild", "7")[0] == 0
    assert "lamps" not in bot(*other, "sources")[1]
    assert bot(*other, "audit", "--guild", "7")[1].count("lamps") > 0


def test_an_export_that_is_damaged_is_refused_whole(bot: Run, lamps: str, folder: Path) -> None:
    bot("export", "all.zip")
    whole = (folder / "all.zip").read_bytes()
    (folder / "half.zip").write_bytes(whole[: len(whole) // 2])
    other = ("--archive", str(folder / "other.db"))
    before = bot(*other, "sources")
    assert bot(*other, "add", "half.zip")[0] == 2
    assert bot(*other, "add", "all.zip", "--title", "Mine")[0] == 2
    assert bot(*other, "sources") == before
