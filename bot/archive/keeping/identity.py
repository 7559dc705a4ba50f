"""Whether the people whom two sources name are one person. When in doubt they are two.

Every decision is pure: it is made from a `Bearer` (somebody whom a new source names) and what the archive knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.archive.authority import Authority, AuthorityRecord
from bot.reading.people.keys import name_key

_WORD = re.compile(r"[^\W\d_]{4,}")
# Words of four letters and more that say nothing of who somebody is.
_EMPTY = """
about also another been both each from have having here himself herself just like many more most much only other over
same said says some such than that their them then there these they this those told very were what when where which
while whom whose will with would year years
"""
_EMPTY_WORDS = frozenset(_EMPTY.split())


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody as one source names them: the fullest form there, its key, and the source's descriptions."""

    name: str
    descriptions: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The name key of the fullest form."""
        return name_key(self.name)

    @property
    def parts(self) -> int:
        """How many words the fullest form has; a name of one word is never enough to know somebody again."""
        return len(self.name.split())


@dataclass(frozen=True, slots=True)
class Known:
    """A person without an authority record who bears the same full name, as far as the new source may know of them.

    `companions` are the keys of other full names in the sources that name this person.
    """

    person: int
    descriptions: tuple[str, ...]
    companions: frozenset[str]


class AuthorityIndex:
    """The authority file by the keys of its forms."""

    def __init__(self, authority: Authority) -> None:
        by_key: dict[str, dict[str, AuthorityRecord]] = {}
        for record in authority.records:
            for form in record.forms:
                by_key.setdefault(name_key(form), {})[record.id] = record
        self._by_key: Mapping[str, Mapping[str, AuthorityRecord]] = by_key
        self.ids = frozenset(record.id for record in authority.records)

    def record_for(self, bearer: Bearer, same_account: frozenset[str]) -> AuthorityRecord | None:
        """The record that a form of the name belongs to, where it belongs to exactly one.

        A name of one word counts only in the accounts that the record itself cites: `same_account` are the ids of the
        new source and of the sources that tell the same account.
        """
        records = list(self._by_key.get(bearer.key, {}).values())
        if bearer.parts < 2:
            records = [record for record in records if same_account & set(record.sources)]
        return records[0] if len(records) == 1 else None


def same_person(bearer: Bearer, candidates: Sequence[Known], companions: frozenset[str]) -> int | None:
    """Which of the bearers of the same full name is meant, where further evidence points to exactly one.

    Evidence is a content word that the descriptions share, or another full name that both sources name. `companions`
    are the keys of the full names in the new source.
    """
    if bearer.parts < 2:
        return None
    own = set(bearer.key.split())
    words = content_words(bearer.descriptions) - own
    others = companions - {bearer.key}
    meant = [
        known.person
        for known in candidates
        if words & (content_words(known.descriptions) - own) or others & known.companions
    ]
    return meant[0] if len(meant) == 1 else None


def content_words(descriptions: Iterable[str]) -> frozenset[str]:
    """The words of descriptions that say something, folded like names."""
    words = (name_key(word) for text in descriptions for word in _WORD.findall(text))
    return frozenset(word for word in words if word not in _EMPTY_WORDS)


def name_parts(form: str) -> frozenset[str]:
    """The keys under which a form is found beside its whole: each word, and shorter forms of a name of three and more.

    "Ana María Ruiz Soto" is found as "ana", ..., "ana soto", "maria ruiz soto" and "ruiz soto" too.
    """
    words = name_key(form).split()
    parts = {word for word in words if len(word) > 1}
    if len(words) > 2:
        parts.add(f"{words[0]} {words[-1]}")
        parts.update(" ".join(words[at:]) for at in range(1, len(words) - 1))
    return frozenset(parts - {" ".join(words)})
