"""What an owner has, taken out as one file and taken back: all of it, and nothing that a file only claims."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import date

import pytest

from bot.archive.accession import Accession
from bot.archive.archive import Archive
from bot.archive.records import Viewer
from bot.errors import InputError
from bot.exports import MANIFEST, ReadLimits, is_export, pack, read_export

OWNER = 7
BY = {"by": "discord:1", "reason": "a test"}
TEXT = (
    "Vira Zand, a baker, baked on March 5, 2031. “The oven was warm,” Ms. Zand said. “It was ours.”"
    "\n\nFour days later Petro Quint came. “I walked,” Mr. Quint said."
)
NEXT = TEXT.replace("“It was ours.”", "She smiled.")
OTHER = "“Rain fell on the bridge,” said Orest Quint on March 7, 2031. The bridge held."


def document(text: str, title: str, **more) -> Accession:
    more = {"published": date(2031, 3, 20), "guild": OWNER, "added_by": "discord:1", **more}
    return Accession("a file.txt", text.encode("utf-16"), text, title, **more)


async def keep_something(archive: Archive) -> None:
    """A server's sources, one replaced and one withdrawn, with corrections, an undone one among them."""
    oven = (await archive.add(document(TEXT, "The oven", contributors=("A", "B"), place="Lyman"))).id
    rain = (await archive.add(document(OTHER, "The rain"))).id
    await archive.add(document(OTHER + " Elsewhere.", "Another server's", guild=OWNER + 1))
    persons = {person.name: person.id for person in await archive.top_persons(Viewer(OWNER), 20)}
    await archive.merge_persons(persons["Orest Quint"], persons["Petro Quint"], OWNER, **BY)
    await archive.rename_person(persons["Vira Zand"], "Vera Zand", OWNER, **BY)
    await archive.undo(OWNER, by="discord:2")
    await archive.describe_person(persons["Vira Zand"], "the baker", f"{oven}:1", OWNER, **BY)
    await archive.split_person(persons["Vira Zand"], oven, OWNER, name="Vira the Younger", **BY)
    await archive.replace_source(oven, OWNER, NEXT.encode(), NEXT, filename="next.md", **BY)
    await archive.withdraw(rain, OWNER, **BY)


@pytest.fixture
async def kept(tmp_path):
    async with Archive.open(tmp_path / "kept.db") as archive:
        await keep_something(archive)
        yield archive


@pytest.fixture
async def empty(tmp_path):
    async with Archive.open(tmp_path / "empty.db") as archive:
        yield archive


@pytest.fixture
async def packed(kept, tmp_path):
    path = tmp_path / "export.zip"
    path.write_bytes(pack(await kept.export_owner(OWNER)))
    return path


def without_numbers(export) -> str:
    """An export as text, without numbers that another archive gives anew."""
    log = [
        {key: value for key, value in entry.items() if key not in {"number", "correction", "undone_by", "after"}}
        for entry in export.audit
        if entry["action"] != "import"
    ]
    made = [{key: value for key, value in each.items() if key != "number"} for each in export.corrections]
    return repr((export.sources, made, log))


async def what_is_seen(archive: Archive, viewer: Viewer) -> list[object]:
    """Whom and what a viewer sees, for two archives to be compared by."""
    seen: list[object] = [source.title for source in await archive.sources(viewer)]
    for person in sorted(await archive.top_persons(viewer, 50), key=lambda person: person.id):
        quoted = [each.text for each in await archive.quotations_of(person.id, viewer, 50)]
        seen.append((person, sorted(quoted), await archive.names_of(person.id, viewer)))
    return seen


async def test_what_was_taken_out_is_all_there_when_it_is_taken_back(kept, empty, packed):
    export = read_export(packed)
    assert await empty.import_owner(export, OWNER, by="command line") == 2
    assert without_numbers(await empty.export_owner(OWNER)) == without_numbers(await kept.export_owner(OWNER))
    assert await what_is_seen(empty, Viewer(OWNER)) == await what_is_seen(kept, Viewer(OWNER))
    assert "Another server's" not in repr(export)
    assert await empty.check() == []


async def test_what_was_done_can_be_undone_after_it_was_taken_back(empty, packed):
    await empty.import_owner(read_export(packed), OWNER, by="command line")
    while True:
        try:
            await empty.undo(OWNER, by="discord:1")
        except InputError:
            break
    oven = next(each for each in await empty.owned_sources(OWNER) if each.title == "The oven")
    document = await empty.owned_document(oven.id, OWNER)
    assert document.text == TEXT
    assert document.original == TEXT.encode("utf-16")


async def test_taking_it_back_twice_changes_nothing(empty, packed):
    export = read_export(packed)
    await empty.import_owner(export, OWNER, by="command line")
    once = await empty.export_owner(OWNER)
    assert await empty.import_owner(export, OWNER, by="command line") == 0
    assert await empty.export_owner(OWNER) == once


async def test_corrections_hold_that_are_taken_back_to_sources_that_are_there(kept, empty, packed):
    export = read_export(packed)
    await empty.import_owner(replace(export, corrections=(), audit=()), OWNER, by="command line")
    assert await what_is_seen(empty, Viewer(OWNER)) != await what_is_seen(kept, Viewer(OWNER))
    assert await empty.import_owner(export, OWNER, by="command line") == 0
    assert await what_is_seen(empty, Viewer(OWNER)) == await what_is_seen(kept, Viewer(OWNER))


async def test_what_is_still_there_is_left_as_it_is(kept, packed):
    before = await kept.export_owner(OWNER)
    assert await kept.import_owner(read_export(packed), OWNER, by="command line") == 0
    assert await kept.export_owner(OWNER) == before


async def test_one_source_of_anothers_name_and_nothing_is_taken_in(kept, empty, packed):
    export = read_export(packed)
    taken = export.sources[1].record["id"]
    await empty.add(document("Nothing but rain.", "Mine", guild=None, source_id=taken))
    with pytest.raises(InputError, match="There is a source with the id"):
        await empty.import_owner(export, OWNER, by="command line")
    assert await empty.owned_sources(OWNER) == []
    assert await empty.audit(OWNER) == []


async def test_an_export_is_told_from_documents_and_damaged_files(packed, tmp_path):
    assert is_export(packed)
    (tmp_path / "plain.txt").write_text("Vira Zand")
    with zipfile.ZipFile(tmp_path / "word.docx", "w") as word:
        word.writestr("word/document.xml", "<w/>")
    for name in ("plain.txt", "word.docx", "missing.zip"):
        assert not is_export(tmp_path / name)
        with pytest.raises(InputError, match="is no export of an archive, or is damaged"):
            read_export(tmp_path / name)


@pytest.mark.parametrize("at", range(1, 10))
async def test_a_file_that_is_cut_off_or_turned_in_one_place_is_refused(packed, tmp_path, at):
    whole = packed.read_bytes()
    broken = tmp_path / "broken.zip"
    broken.write_bytes(whole[: len(whole) * at // 10])
    with pytest.raises(InputError):
        read_export(broken)


def with_manifest(packed, path, change) -> None:
    """The export with another manifest."""
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == MANIFEST:
                manifest = json.loads(data)
                data = json.dumps(change(manifest) or manifest).encode()
            target.writestr(name, data)


def outside(manifest):
    manifest["sources"][0]["original"] = "../../etc/passwd"


def other_bytes(manifest):
    manifest["sources"][0]["sha256"] = "0" * 64


def newer(manifest):
    manifest["version"] = 99


def no_log(manifest):
    del manifest["audit"]


def half_a_correction(manifest):
    manifest["corrections"] = [{"kind": "merge"}]


def half_an_entry(manifest):
    manifest["audit"] = ["withdraw"]


def no_title(manifest):
    manifest["sources"][0]["title"] = None


def no_day(manifest):
    manifest["sources"][0]["published"] = "soon"


def no_kind(manifest):
    manifest["corrections"][0]["kind"] = "DROP TABLE"


def a_list(manifest):
    return [manifest]


@pytest.mark.parametrize(
    "change",
    [outside, other_bytes, newer, no_log, half_a_correction, half_an_entry, no_title, no_day, no_kind, a_list],
)
async def test_a_manifest_that_somebody_has_put_together_is_refused(packed, tmp_path, change):
    path = tmp_path / "forged.zip"
    with_manifest(packed, path, change)
    with pytest.raises(InputError, match="is no export of an archive, or is damaged"):
        read_export(path)


async def test_no_more_is_unpacked_than_the_limits_say(packed, tmp_path):
    bomb = tmp_path / "bomb.zip"
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr(MANIFEST, b" " * 5_000_000)
    bomb.write_bytes(whole.getvalue())
    assert bomb.stat().st_size < 10_000
    with pytest.raises(InputError, match="larger than can be taken in"):
        read_export(bomb, ReadLimits(manifest=1_000_000))
    with pytest.raises(InputError, match="larger than can be taken in"):
        read_export(packed, ReadLimits(all_bytes=8_000))
    with pytest.raises(InputError, match="more files than can be taken in"):
        read_export(packed, ReadLimits(files=3))
