"""Documents taken in: what becomes of each kind of file, and the sentence each bad one gets."""

from datetime import date
from pathlib import Path

import pytest

from bot.errors import InputError
from bot.intake import take_in, take_in_bytes

LIMIT = 10_000
RUSSIAN = (
    "Паром ушёл в полдень. На борту было девять семей, и никто не стрелял. Мэр пересчитала всех и записала имена. "
)


def test_text_file_is_taken_in_unchanged(tmp_path: Path) -> None:
    file = tmp_path / "ferry.txt"
    text = "PORT AMSEL (AP) — The ferry left.\r\n\r\nNobody spoke.\r\n"
    file.write_bytes(text.encode())
    document = take_in(file, max_bytes=LIMIT)
    assert document.text == text
    assert document.original == text.encode()
    assert (document.filename, document.publisher, document.kind) == ("ferry.txt", "Associated Press", "account")


def test_front_matter_is_catalogue_data_and_no_text() -> None:
    data = (
        "---\nid: port-amsel\ntitle: The ferry\npublisher: Harbour Herald\ncontributors: [Mira O'Shay]\n"
        "published: 2031-05-12\nkind: digest\nurl: https://example.org/ferry\nrights: CC0-1.0\n"
        "of: {title: The last ferry, publisher: Harbour Herald, published: 2031-05-12}\n---\n\nThe ferry left.\n"
    )
    document = take_in_bytes("port-amsel.md", data.encode(), max_bytes=LIMIT)
    assert document.text == "The ferry left.\n"
    assert document.original == data.encode()
    assert (document.source_id, document.kind) == ("port-amsel", "digest")
    assert document.published == date(2031, 5, 12)
    assert document.contributors == ("Mira O'Shay",)
    assert document.of is not None and document.of.title == "The last ferry"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32", "cp1251", "koi8-u"])
def test_text_is_read_in_the_encoding_it_came_in(encoding: str) -> None:
    assert take_in_bytes("parom.txt", (RUSSIAN * 5).encode(encoding), max_bytes=LIMIT).text == RUSSIAN * 5


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\x00\x01\x02\x03" * 50, "not a text file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "not a text file"),
        (b"a" * (LIMIT + 1), "too large: at most 0.01 MB"),
        (b"\xff\xfe\x00", "is damaged"),
        (b"---\ntitle: [\n---\nText.", "not valid YAML"),
        (b"---\n- one\n---\nText.", "key: value"),
        (b"---\nheadline: One\n---\nText.", "a key that is not known: headline"),
        (b"---\npublished: yesterday\n---\nText.", "published must be a day"),
        (b"---\nurl: javascript:alert(1)\n---\nText.", "url must be an address"),
        (b"---\nid: Not An Id\n---\nText.", "id must be lower-case"),
        (b"---\nkind: rumour\n---\nText.", "kind must be"),
        (b"---\ncontributors: Ana\n---\nText.", "contributors must be a list"),
        (b"---\nof: {title: One}\n---\nText.", "needs a publisher"),
        (b"---\ntitle: One\nplace: [\n---\nText.", "not valid YAML (line 3)"),
        (b"---\ntitle: One\nkind: digest\n\nText.", "has no end: a line of --- must stand below it"),
        (b"---\ntitle: One\ntitle: Two\n---\nText.", "has the key title twice"),
        (b"---\nof:\n  title: One\n  title: Two\n---\nText.", "has the key of.title twice"),
        (b"---\n? [a, b]\n: One\n? [a, b]\n: Two\n---\nText.", "front matter"),
        (b"---\nof: {published: soon}\n---\nText.", "of.published must be a day"),
        (b"---\nof: {url: example.org}\n---\nText.", "of.url must be an address"),
        (b"---\nof: {kind: digest}\n---\nText.", "a key that is not known: of.kind"),
        (b"---\nof: {of: {title: One}}\n---\nText.", "a key that is not known: of.of"),
        (b"---\nof: One\n---\nText.", "of must be the entry of the original account"),
        (b"---\ntitle: 2022\n---\nText.", "title must be a text"),
        (b"---\nurl: 'http://[::1'\n---\nText.", "url must be an address"),
        (b"---\nurl: 'https://example.org/a b'\n---\nText.", "url must be an address"),
        (b"---\npublished: 2022-02-30\n---\nText.", "published must be a day"),
        (b"---\ntitle: One\n---\n\n", "is empty"),
    ],
)
def test_bad_file_gets_one_sentence(data: bytes, says: str) -> None:
    with pytest.raises(InputError) as caught:
        take_in_bytes("ferry.md", data, max_bytes=LIMIT)
    assert says in str(caught.value)
    assert str(caught.value).count("\n") == 0


def test_a_rule_of_hyphens_above_an_account_is_no_front_matter() -> None:
    text = "---\nThe ferry left.\nTitle: none.\n"
    assert take_in_bytes("ferry.md", text.encode(), max_bytes=LIMIT).text == text


def test_missing_file_and_folder_get_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"There is no file “ferry\.txt”"):
        take_in(tmp_path / "ferry.txt", max_bytes=LIMIT)
    with pytest.raises(InputError, match="is a folder"):
        take_in(tmp_path, max_bytes=LIMIT)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the system has no such device")
def test_a_device_that_never_ends_is_too_large(tmp_path: Path) -> None:
    endless = tmp_path / "endless.txt"
    endless.symlink_to("/dev/zero")
    with pytest.raises(InputError, match="too large"):
        take_in(endless, max_bytes=LIMIT)


def test_kind_that_cannot_be_read_is_said_so() -> None:
    with pytest.raises(InputError, match="of a kind that cannot be read"):
        take_in_bytes("ferry.exe", b"text", max_bytes=LIMIT)


def test_name_of_a_file_is_made_harmless() -> None:
    document = take_in_bytes("../../`@everyone`\u202e.txt", b"The ferry left.", max_bytes=LIMIT)
    assert document.filename == "__everyone__.txt"
