"""A small `data/` folder with one digest, and an environment that uses it: what the command line is tried on."""

from pathlib import Path

DIGEST = """---
id: harbour-digest
title: "A digest: the harbour guard"
publisher: The Example Courier
contributors: [Vira Samko]
published: 2022-05-03
url: https://example.org/harbour
rights: CC0-1.0
kind: digest
---
Olha Marenko, the deputy commander of the harbour guard, left the lighthouse cellar on April 30, 2022. She called \
the cellar “our small country” and said that the doctors there had worked by candle light.

Her brother, Ivan Marenko, said that the buses had waited behind the bridge. Olha Marenko thanked the drivers.

On May 2, 2022, Olha Marenko came back to the harbour. Later, Olha Marenko said, the lamps were lit again.
"""
PEOPLE = """
[[person]]
id = "olha-marenko"
name = "Olha Marenko"
ukrainian = "Ольга Маренко"
role = "deputy commander of the harbour guard"
[person.stated_by]
name = "harbour-digest"
ukrainian = "transliteration"
role = "harbour-digest"
"""
SUBJECTS = """
[[subject]]
term = "evacuation"
other = ["buses"]
"""


def make_data(folder: Path) -> Path:
    """Write the folder, and return it."""
    (folder / "accounts").mkdir(parents=True)
    (folder / "accounts" / "harbour.md").write_text(DIGEST, encoding="utf-8")
    (folder / "people.toml").write_text(PEOPLE, encoding="utf-8")
    (folder / "subjects.toml").write_text(SUBJECTS, encoding="utf-8")
    return folder


def environment(folder: Path) -> dict[str, str]:
    """Settings that use the small data and an archive file beside it, and no Discord."""
    return {
        "DATA_PATH": str(folder / "data"),
        "ARCHIVE_PATH": str(folder / "archive.db"),
        "DISCORD_TOKEN": "",
        "COMMAND_PREFIX": "!",
        "LOG_LEVEL": "INFO",
    }
