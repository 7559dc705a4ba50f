"""An export as one file: a zip with a manifest and, for each source, its documents as they are.

    manifest.json              {"format": "siege-archive-export", "version": 1, "sources": [...], "corrections": [...],
                               "audit": [...]}; a source has its catalogue data, its person ids and, for itself and each
                               of its earlier versions, the names of two files:
    sources/0001/original      the bytes as received
    sources/0001/text.txt      the text that all offsets point into, in UTF-8
    sources/0001/1/original    those of its first version, and so on

Reading one trusts nothing in it: names are only looked up, nothing is unpacked into a folder, and no more is unpacked
into memory than LIMITS say, whatever the file says of itself.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.archive.exporting import CATALOGUE, Export, ExportedSource, ExportedVersion, Text
from bot.errors import InputError
from bot.export_shapes import check_manifest

FORMAT, VERSION = "siege-archive-export", 1
MANIFEST = "manifest.json"
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The time that files are given: of two exports of the same the bytes are the same."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, UnicodeError)


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """What may be in an export: how many files, bytes of the manifest, and bytes of all files together."""

    files: int = 50_000
    manifest: int = 200_000_000
    all_bytes: int = 2_000_000_000


LIMITS = ReadLimits()


def pack(export: Export) -> bytes:
    """An export as a zip file."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as target:
        sources = [_packed(target, source, f"sources/{number:04}") for number, source in enumerate(export.sources, 1)]
        manifest = {
            "format": FORMAT,
            "version": VERSION,
            "sources": sources,
            "corrections": export.corrections,
            "audit": export.audit,
        }
        _write(target, MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1).encode())
    return whole.getvalue()


def _packed(target: zipfile.ZipFile, source: ExportedSource, folder: str) -> dict[str, Any]:
    versions = [
        {**version.record, **_document(target, version.document, f"{folder}/{version.record['number']}")}
        for version in source.versions
    ]
    about = {"person_ids": [list(each) for each in source.person_ids], "versions": versions}
    return {**source.record, **_document(target, source.document, folder), **about}


def _document(target: zipfile.ZipFile, document: Text, folder: str) -> dict[str, str]:
    names = {"original": f"{folder}/original", "text": f"{folder}/text.txt"}
    _write(target, names["original"], document.original)
    _write(target, names["text"], document.text.encode())
    return names


def _write(target: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    target.writestr(entry, data)


def is_export(path: Path) -> bool:
    """Whether a file is a zip with a manifest, as exports are and documents are not."""
    try:
        with zipfile.ZipFile(path) as source:
            return MANIFEST in source.namelist()
    except _BROKEN:
        return False


def read_export(path: Path, limits: ReadLimits = LIMITS) -> Export:
    """The export in a file. Raises InputError, one sentence, for a file that is none, is damaged or is too large."""
    try:
        with zipfile.ZipFile(path) as source:
            return _Unpacking(source, limits).export()
    except (*_BROKEN, KeyError, TypeError, ValueError, RecursionError):
        raise InputError("“{name}” is no export of an archive, or is damaged.", name=path.name) from None


class _Unpacking:
    """Unpacks one file, and counts what comes out of it."""

    def __init__(self, source: zipfile.ZipFile, limits: ReadLimits) -> None:
        self._source = source
        self._left = limits.all_bytes
        self._limits = limits

    def export(self) -> Export:
        """All that is in it. Raises KeyError, TypeError or ValueError where it is not as it should be."""
        if len(self._source.infolist()) > self._limits.files:
            raise InputError("This export holds more files than can be taken in.")
        manifest = json.loads(self._bytes(MANIFEST, self._limits.manifest))
        if (manifest["format"], manifest["version"]) != (FORMAT, VERSION):
            raise ValueError("another format")
        check_manifest(manifest)
        sources = tuple(self._exported(each) for each in manifest["sources"])
        return Export(sources, tuple(manifest["corrections"]), tuple(manifest["audit"]))

    def _exported(self, packed: Mapping[str, Any]) -> ExportedSource:
        record = {column: packed[column] for column in CATALOGUE}
        versions = tuple(self._version(each) for each in packed["versions"])
        person_ids = tuple((str(key), int(nth), str(person)) for key, nth, person in packed["person_ids"])
        return ExportedSource(record, self._document(packed), versions, person_ids)

    def _version(self, packed: Mapping[str, Any]) -> ExportedVersion:
        record = {name: packed[name] for name in ("number", "sha256", "filename", "replaced_at")}
        return ExportedVersion(record, self._document(packed))

    def _document(self, packed: Mapping[str, Any]) -> Text:
        original = self._bytes(str(packed["original"]), self._left)
        if hashlib.sha256(original).hexdigest() != packed["sha256"]:
            raise ValueError("not the bytes that were exported")
        return Text(original, self._bytes(str(packed["text"]), self._left).decode())

    def _bytes(self, name: str, most: int) -> bytes:
        most = min(most, self._left)
        with self._source.open(name) as file:
            data = file.read(most + 1)
        if len(data) > most:
            raise InputError("This export is larger than can be taken in.")
        self._left -= len(data)
        return data
