"""Looking up which of many words are names that the archive knows, in one query."""

from __future__ import annotations

import json
from collections.abc import Sequence

from bot.archive.file.database import Database
from bot.archive.lookup.rows import FORM_SEEN

MOST_FORMS = 40
"""Forms of names that are looked at for one key: enough to see whether it is a surname."""
FORMS_OF_KEYS = f"""
SELECT wanted.value AS key, (
    SELECT json_group_array(form) FROM (
        SELECT name_forms.form AS form
        FROM name_keys JOIN name_forms ON name_forms.num = name_keys.form
        WHERE name_keys.key = wanted.value AND {FORM_SEEN}
        LIMIT :limit
    )
) AS forms
FROM json_each(:keys) AS wanted
"""


async def forms_of_keys(database: Database, guild: int, keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The forms of names that have each of these keys, name keys or sound keys, of the whole or of a part of them.

    Keys of no name are left out.
    """
    asked = {"guild": guild, "keys": json.dumps(list(keys)), "limit": MOST_FORMS}
    rows = [(row["key"], json.loads(row["forms"])) for row in await database.rows(FORMS_OF_KEYS, asked)]
    return {key: tuple(forms) for key, forms in rows if forms}
