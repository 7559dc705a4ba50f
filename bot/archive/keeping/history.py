"""What has to be looked up before it is decided who is who: earlier ids, and which sources tell the same account."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.archive.accession import slug_of
from bot.archive.file.database import Database
from bot.archive.keeping.deciding import EVERYONE, Account
from bot.archive.keeping.identity import Bearer

ADDRESSES = """
SELECT sources.id, sources.url, coalesce(sources.guild, 0) AS owner
FROM json_each(:urls) AS wanted CROSS JOIN sources ON sources.url = wanted.value
"""
HAD = """
SELECT person_ids.source, person_ids.key, person_ids.nth, person_ids.id FROM json_each(:sources) AS wanted
CROSS JOIN person_ids ON person_ids.source = wanted.value
WHERE person_ids.key IN (SELECT value FROM json_each(:keys)) ORDER BY person_ids.number
"""
# “.” follows “-”: every id that begins with a slug and two hyphens.
TAKEN = """
SELECT person_ids.id FROM json_each(:slugs) AS wanted CROSS JOIN person_ids ON person_ids.id = wanted.value
UNION
SELECT person_ids.id FROM json_each(:slugs) AS wanted
CROSS JOIN person_ids ON person_ids.id >= wanted.value || '--' AND person_ids.id < wanted.value || '-.'
"""


class _Named(Protocol):
    @property
    def account(self) -> Account: ...
    @property
    def bearers(self) -> Sequence[Bearer]: ...


@dataclass(frozen=True, slots=True)
class History:
    """`had`: the ids that the bearers have had, by (source, key, nth), the first one first. `taken`: ids of anybody.

    `addresses`: (id, owner) of the sources at each address.
    """

    had: Mapping[tuple[int, str, int], Sequence[str]]
    taken: frozenset[str]
    addresses: Mapping[str, Sequence[tuple[str, int]]]

    def alike(self, account: Account) -> frozenset[str]:
        """The ids of the source and of those that tell the same account: that account itself, and its digests."""
        same = self.addresses.get(account.url or "", ())
        return frozenset({account.id, *(each for each, owner in same if owner in (EVERYONE, account.owner))})


async def look_up(database: Database, named: Sequence[_Named]) -> History:
    """What is known of the bearers in these sources from before."""
    bearers = [bearer for each in named for bearer in each.bearers]
    sources = json.dumps([each.account.num for each in named])
    had: dict[tuple[int, str, int], list[str]] = {}
    asked = {"sources": sources, "keys": json.dumps(sorted({bearer.key for bearer in bearers}))}
    for row in await database.rows(HAD, asked):
        had.setdefault((row["source"], row["key"], row["nth"]), []).append(row["id"])
    slugs = sorted({slug_of(bearer.name) or "person" for bearer in bearers})
    taken = frozenset(row["id"] for row in await database.rows(TAKEN, {"slugs": json.dumps(slugs)}))
    addresses: dict[str, list[tuple[str, int]]] = {}
    urls = sorted({each.account.url for each in named if each.account.url})
    for row in await database.rows(ADDRESSES, {"urls": json.dumps(urls)}):
        addresses.setdefault(row["url"], []).append((row["id"], row["owner"]))
    return History(had, taken, addresses)
