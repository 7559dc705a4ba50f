"""Adding from the command line: every format, links, and the preview that moderators see in Discord."""

import http.server
import multiprocessing
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command_line.conftest import ACCOUNT, Run
from tests.intake import files

LONG = (
    "“We kept the lamps burning,” said Mira Dovbush, a pilot from the lower town, and doctors counted the steps.\n\n"
    "Olha Marenko, the commander, said on May 1, 2022 that nine families had slept in the school behind the bridge.\n"
)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a page on a server on loopback."""

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(files.PAGE.encode())

        def log_message(self, *_: object) -> None:
            """Nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/ferry"
        server.shutdown()


def test_a_preview_says_what_discord_says_and_adds_nothing(bot: Run, folder: Path) -> None:
    (folder / "lamps.txt").write_text(LONG, encoding="utf-8")
    status, out, err = bot("add", "lamps.txt", "--dry-run", "--published", "2022-05-03")
    assert (status, err) == (0, "")
    for line in (
        "Published: 3 May 2022",
        "1 person new to the archive: Mira Dovbush",
        "1 person by a name known here: Olha Marenko",
        "1 quotation: “We kept the lamps burning,” — Mira Dovbush",
        "“May 1, 2022” → 1 May 2022",
        "Nothing was added.",
    ):
        assert line in out
    assert "lamps" not in bot("sources")[1]
    assert bot("audit", "--json")[1].count("action") == 0


def test_a_day_that_is_not_known_is_asked_for(bot: Run, folder: Path) -> None:
    (folder / "lamps.txt").write_text(ACCOUNT, encoding="utf-8")
    assert "Published: not known." in bot("add", "lamps.txt", "--dry-run")[1]


@pytest.mark.parametrize("dry_run", [("--dry-run",), ()])
def test_the_same_account_from_another_site_is_warned_of(
    bot: Run, lamps: str, folder: Path, dry_run: tuple[str]
) -> None:
    (folder / "long.txt").write_text(LONG, encoding="utf-8")
    assert "Much like" not in bot("add", "long.txt", "--title", "Nine families")[1]
    (folder / "copy.txt").write_text(f"Copied from elsewhere.\n\n{LONG}", encoding="utf-8")
    status, out, _ = bot("add", "copy.txt", *dry_run)
    assert status == 0
    assert "Much like “Nine families” (nine-families), which is here already:" in out


@pytest.mark.parametrize("dry_run", [("--dry-run",), ()])
def test_the_same_bytes_are_here_already(bot: Run, lamps: str, dry_run: tuple[str]) -> None:
    status, out, err = bot("add", "lamps.txt", *dry_run)
    assert (status, out) == (2, "")
    assert "already in the archive as “The Lamps” (the-lamps)" in err


def test_every_format_is_taken_in(bot: Run, folder: Path) -> None:
    words = "The ferry left Port Amsel at noon with nine families, Ines Toll said."
    (folder / "page.html").write_text(files.PAGE, encoding="utf-8")
    (folder / "page.pdf").write_bytes(files.pdf([[(60, 790, words)]]))
    (folder / "page.docx").write_bytes(files.docx(files.paragraph(words)))
    (folder / "page.md").write_text(f"---\ntitle: The ferry\n---\n{words}", encoding="utf-8")
    (folder / "page.txt").write_bytes(f"«{words}»".encode("utf-16"))
    names = [f"page.{suffix}" for suffix in ("html", "pdf", "docx", "md", "txt")]
    status, out, err = bot("add", *names, "--published", "2031-05-12")
    assert (status, err) == (0, "")
    assert out.count("Added “") == 5
    assert bot("check")[0] == 0


def test_a_link_is_fetched_and_kept_with_its_address(bot: Run, site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOW_LOCAL_LINKS", "yes")
    status, out, err = bot("add", site, "--dry-run")
    assert (status, err) == (0, "")
    assert out.startswith("To be added: “Ferry leaves Port Amsel with nine families”")
    assert bot("add", site)[0] == 0
    assert "Ferry leaves Port Amsel" in bot("sources")[1]


def test_a_link_to_this_machine_is_refused(bot: Run, site: str) -> None:
    status, out, err = bot("add", site)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1


def test_a_long_text_is_added_and_leaves_no_process_behind(bot: Run, folder: Path) -> None:
    (folder / "long.txt").write_text("\n\n".join(f"{LONG} {number}." for number in range(120)), encoding="utf-8")
    assert bot("add", "long.txt", "--published", "2022-05-03")[0] == 0
    assert "long" in bot("sources")[1]
    assert multiprocessing.active_children() == []
