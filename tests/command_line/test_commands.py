"""The command line as other programs and people use it: output, exit status, and one sentence for what is wrong."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.command_line import asking
from bot.settings import PROJECT
from tests.command_line.conftest import ACCOUNT, Run
from tests.small_data import environment, make_data


@pytest.fixture
def account(folder: Path) -> Path:
    path = folder / "lamps.txt"
    path.write_text(ACCOUNT, encoding="utf-8")
    return path


def assert_one_sentence(err: str) -> None:
    assert err.endswith((".\n", "?\n"))
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_ask_for_a_person(bot: Run) -> None:
    status, out, err = bot("ask", "!who", "Olha", "Marenko")
    assert (status, err) == (0, "")
    assert out.startswith("Olha Marenko\n")
    assert "digest of an account in The Example Courier, 3 May 2022" in out
    assert "[harbour-digest:1]" in out


def test_ask_as_json_has_the_agreed_shape(bot: Run) -> None:
    status, out, _ = bot("ask", "on 2022-04-30", "--json")
    answer = json.loads(out)
    assert (status, answer["kind"]) == (0, "day")
    assert answer["items"][0]["date"]["as_written"] == "April 30, 2022"
    assert answer["items"][0]["citation"]["source"] == "harbour-digest"
    stored = bot("source", "harbour-digest", "--text")[1]
    item = next(item for item in json.loads(bot("ask", "quote", "--json")[1])["items"] if item["quotation"])
    assert stored[item["citation"]["start"] : item["citation"]["end"]] == item["text"] == "our small country"


def test_another_page(bot: Run) -> None:
    first = json.loads(bot("ask", "who Olha Marenko", "--json")[1])
    last = json.loads(bot("ask", "who Olha Marenko", "--json", "--page", "999")[1])
    assert first["pages"]["page"] == 1
    assert last["pages"]["page"] == last["pages"]["of"]


def test_nothing_found_is_an_answer(bot: Run) -> None:
    status, out, err = bot("ask", "who Quimby Xanthippe")
    assert (status, err) == (0, "")
    assert out.startswith("Nobody in the archive is called “Quimby Xanthippe”")


@pytest.mark.parametrize(
    "words",
    ["", " ", "!", "?!.,", "x" * 6_000, "on 2022-13-45", "on 31 April", "qoute lamps", "\udcff", "who", "context x"],
)
def test_words_that_are_no_question(bot: Run, words: str) -> None:
    status, out, err = bot("ask", words)
    assert (status, out) == (2, "")
    assert_one_sentence(err)


def test_what_is_wrong_is_said_in_json_too(bot: Run) -> None:
    status, out, err = bot("ask", "on 31 April", "--json")
    assert status == 2
    answer = json.loads(out)
    assert (answer["kind"], answer["items"]) == ("error", [])
    assert err == answer["heading"] + "\n"


@pytest.mark.parametrize(
    "words",
    [
        'quote "', "search *", "search NEAR(", "search AND", "quote a OR", "search '; DROP TABLE sources; --",
        "quote @everyone", "who **Marenko**", "search \x1b[31m", "who \u202eoknaM\u202c", "search ?!.",
        "quote \udcff\udcfe",
    ],
)  # fmt: skip
def test_hostile_words_are_only_words(bot: Run, words: str) -> None:
    status, out, err = bot("ask", words)
    assert status in {0, 2}
    assert "Traceback" not in out + err
    assert "\x1b" not in out + err
    assert bot("check")[0] == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("ask", "help", "--page", "0"),
        ("ask", "help", "--nonsense"),
        ("source",),
        ("source", "nowhere", "--text"),
        ("read", "nowhere.txt"),
        ("read", "."),
        ("add",),
        ("add", "nowhere.txt"),
        ("add", "lamps.txt", "--published", "31 April"),
        ("add", "lamps.txt", "--published", "April 2022"),
        ("add", "lamps.txt", "--url", "javascript:alert(1)"),
        ("add", "lamps.txt", "lamps.txt", "--title", "Lamps"),
        ("add", "lamps.txt", "--guild", "-1"),
        ("restore", "nowhere.db"),
        ("--archive",),
        ("--archive", "nowhere/archive.db", "sources"),
        ("--archive", ".", "sources"),
        ("--archive", "lamps.txt", "sources"),
    ],
)
def test_input_at_fault_is_status_2_and_one_sentence(bot: Run, account: Path, arguments: tuple[str, ...]) -> None:
    status, out, err = bot(*arguments)
    assert (status, out) == (2, "")
    assert_one_sentence(err)


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\x00\x01\x02\x03" * 100, b"\x89PNG\r\n\x1a\n\x00\x00"])
def test_a_file_that_is_no_document_leaves_the_archive_as_it_was(bot: Run, folder: Path, content: bytes) -> None:
    (folder / "no.txt").write_bytes(content)
    before = bot("sources")[1]
    status, _, err = bot("add", "no.txt")
    assert status == 2
    assert_one_sentence(err)
    assert bot("sources")[1] == before


def test_a_document_over_the_limit(bot: Run, account: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAX_DOCUMENT_BYTES", "10")
    (account.parent / "data" / "accounts" / "harbour.md").unlink()
    status, _, err = bot("add", str(account))
    assert status == 2
    assert "too large" in err


def test_reading_stores_nothing(bot: Run, folder: Path, account: Path) -> None:
    status, out, _ = bot("read", str(account), "--json")
    reading = json.loads(out)
    assert status == 0
    assert reading.keys() >= {"source", "passages", "people", "quotations", "indirect", "dates"}
    for quotation in reading["quotations"]:
        assert ACCOUNT[quotation["start"] : quotation["end"]] == quotation["text"]
    assert not (folder / "archive.db").exists()


def test_reading_for_a_person(bot: Run, account: Path) -> None:
    status, out, _ = bot("read", str(account), "--published", "3 May 2022")
    assert status == 0
    assert "Published: 3 May 2022" in out
    assert "We kept the lamps burning" in out


def test_add_then_ask(bot: Run, account: Path) -> None:
    status, out, err = bot(
        "add", str(account), "--title", "The Lamps", "--publisher", "The Courier", "--author", "A. One", "--author",
        "B. Two", "--published", "2022-05-03", "--url", "https://example.org/lamps",
    )  # fmt: skip
    assert (status, err) == (0, "")
    assert out.startswith("Added “The Lamps” as the-lamps")
    held = json.loads(bot("sources", "--json")[1])["sources"]
    lamps = next(source for source in held if source["id"] == "the-lamps")
    assert lamps == {
        "id": "the-lamps", "title": "The Lamps", "publisher": "The Courier", "published": "2022-05-03",
        "kind": "account", "url": "https://example.org/lamps", "passages": 2, "withdrawn": False,
    }  # fmt: skip
    assert bot("source", "the-lamps", "--text")[1] == ACCOUNT
    assert "By: A. One and B. Two" in bot("source", "the-lamps")[1]
    assert "We kept the lamps burning" in bot("ask", "quote from Dovbush")[1]


def test_the_same_document_twice(bot: Run, account: Path) -> None:
    assert bot("add", str(account))[0] == 0
    before = bot("sources")[1]
    for arguments in (("add", str(account)), ("add", str(account), "--dry-run")):
        status, _, err = bot(*arguments)
        assert status == 2
        assert "already in the archive" in err
        assert_one_sentence(err)
    assert bot("sources")[1] == before


def test_one_bad_file_does_not_keep_the_others_out(bot: Run, account: Path) -> None:
    status, out, err = bot("add", "nowhere.txt", str(account))
    assert status == 2
    assert out.startswith("Added ")
    assert_one_sentence(err)


def test_a_dry_run_adds_nothing(bot: Run, account: Path) -> None:
    before = bot("sources")[1]
    status, out, _ = bot("add", str(account), "--dry-run")
    assert status == 0
    assert out.startswith("To be added: “lamps”\n")
    assert out.endswith("\nNothing was added.\n")
    assert "1 quotation: “We kept the lamps burning,” — Mira Dovbush" in out
    assert bot("sources")[1] == before


def test_a_servers_source_is_not_everyones(bot: Run, account: Path) -> None:
    assert bot("add", str(account), "--guild", "42")[0] == 0
    assert "lamps" not in bot("sources")[1]


def test_sources_for_programs(bot: Run) -> None:
    held = json.loads(bot("sources", "--json")[1])
    assert held == {
        "sources": [
            {
                "id": "harbour-digest", "title": "A digest: the harbour guard", "publisher": "The Example Courier",
                "published": "2022-05-03", "kind": "digest", "url": "https://example.org/harbour", "passages": 3,
                "withdrawn": False,
            }
        ]
    }  # fmt: skip
    assert bot("sources")[1].split("\t")[0] == "harbour-digest"


def test_another_archive_file(bot: Run, folder: Path) -> None:
    assert bot("--archive", str(folder / "other.db"), "sources")[0] == 0
    assert (folder / "other.db").exists()
    assert not (folder / "archive.db").exists()


def test_build_is_quiet_when_there_is_nothing_to_do(bot: Run, folder: Path) -> None:
    assert bot("build") == (0, "", "")
    assert bot("build") == (0, "", "")
    assert bot("check") == (0, "Everything is in order.\n", "")


def test_changed_data_ask_for_a_build(bot: Run, folder: Path) -> None:
    bot("build")
    people = folder / "data" / "people.toml"
    people.write_text(people.read_text("utf-8").replace("deputy commander", "commander"), encoding="utf-8")
    status, out, _ = bot("check")
    assert status == 2
    assert "python -m bot build" in out
    assert bot("build")[0] == 0
    assert bot("check")[0] == 0


@pytest.mark.parametrize("command", [("sources",), ("ask", "help"), ("build",), ("backup", "copy.db")])
def test_a_damaged_archive_gets_a_sentence_that_says_what_to_do(
    bot: Run, folder: Path, command: tuple[str, ...]
) -> None:
    (folder / "archive.db").write_bytes(b"no archive at all " * 500)
    status, _, err = bot(*command)
    assert status == 2
    assert_one_sentence(err)
    assert bot("check")[0] == 2


def test_data_that_cannot_be_used(bot: Run, folder: Path) -> None:
    (folder / "data" / "people.toml").write_text("[[person]]\nname = 3\n", encoding="utf-8")
    status, _, err = bot("sources")
    assert status == 2
    assert "people.toml" in err
    assert_one_sentence(err)


def test_a_first_build_that_failed_is_made_good_by_the_next_command(bot: Run, folder: Path) -> None:
    people = folder / "data" / "people.toml"
    content = people.read_text("utf-8")
    people.write_text("[[person]]\n", encoding="utf-8")
    assert bot("sources")[0] == 2
    people.write_text(content, encoding="utf-8")
    assert bot("sources")[1].startswith("harbour-digest\t")


def test_a_settings_file_that_is_no_text(bot: Run, folder: Path) -> None:
    (folder / ".env").write_bytes(b"ARCHIVE_PATH=\xff\xfe\n")
    status, _, err = bot("sources")
    assert (status, err) == (2, "The file .env cannot be read as UTF-8 text.\n")


def test_a_setting_that_cannot_be_used(bot: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUERY_SECONDS", "soon")
    status, _, err = bot("sources")
    assert status == 2
    assert "QUERY_SECONDS" in err
    assert_one_sentence(err)


def test_settings_from_a_file(bot: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ARCHIVE_PATH")
    (folder / ".env").write_text("ARCHIVE_PATH=from-file.db\n", encoding="utf-8")
    assert bot("sources")[0] == 0
    assert (folder / "from-file.db").exists()


def test_backup_and_restore(bot: Run, folder: Path, account: Path) -> None:
    bot("build")
    assert bot("backup", "copy.db")[0] == 0
    bot("add", str(account))
    with_lamps = bot("sources")[1]
    assert bot("restore", "copy.db")[0] == 0
    assert bot("sources")[1] != with_lamps
    assert bot("check")[0] == 0


def test_a_fault_of_ours_is_status_1_with_an_id(bot: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("secret words")

    monkeypatch.setattr(asking, "parse_call", broken)
    status, out, err = bot("ask", "help")
    assert (status, out) == (1, "")
    assert_one_sentence(err)
    assert "fault" in err
    assert "secret words" not in err


@pytest.mark.parametrize(
    "command", [(), *(("ask",), ("read",), ("add",), ("sources",), ("source",), ("build",), ("check",))]
)
def test_every_command_explains_itself(bot: Run, command: tuple[str, ...]) -> None:
    status, out, _ = bot(*command, "--help")
    assert status == 0
    assert out.startswith("Usage: python -m bot")


def _process(folder: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[bytes]:
    settings = {**os.environ, **environment(folder), "PYTHONPATH": str(PROJECT)}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments], cwd=folder, env=settings, input=given.encode(), capture_output=True
    )


def test_the_console_as_a_process_ends_well_at_the_end_of_input(tmp_path: Path) -> None:
    make_data(tmp_path / "data")
    done = _process(tmp_path, given="!who Olha Marenko\n!on 2022-04-30\n!quote evacuation\n")
    out = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert "> " not in out
    for heading in ("Olha Marenko\n", "30 April 2022 · Day 66 of the siege\n", "What was said about “evacuation”\n"):
        assert heading in out


def test_the_process_reports_status_and_keeps_offsets(tmp_path: Path) -> None:
    make_data(tmp_path / "data")
    (tmp_path / "lamps.txt").write_bytes(ACCOUNT.replace("\n", "\r\n").encode())
    assert _process(tmp_path, "add", "lamps.txt", "--title", "Lamps").returncode == 0
    assert _process(tmp_path, "source", "lamps", "--text").stdout == ACCOUNT.replace("\n", "\r\n").encode()
    failed = _process(tmp_path, "ask", "on 31 April")
    assert failed.returncode == 2
    assert_one_sentence(failed.stderr.decode())


def test_a_reader_that_has_seen_enough_is_no_fault(tmp_path: Path) -> None:
    make_data(tmp_path / "data")
    (tmp_path / "long.txt").write_text("The lamps burned all night. " * 20_000, encoding="utf-8")
    settings = {**os.environ, **environment(tmp_path), "PYTHONPATH": str(PROJECT)}
    command = [sys.executable, "-m", "bot", "read", "long.txt"]
    with subprocess.Popen(
        command, cwd=tmp_path, env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.read(10)
        process.stdout.close()
        err = process.stderr.read()
        assert (process.wait(), err) == (0, b"")
