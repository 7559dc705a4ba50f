"""Whether the people whom two sources name are one person. When in doubt they are two.

Every decision is pure: it is made from a `Bearer` (somebody whom a source names) and what other sources say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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
    """Somebody as one source names them: the fullest form there, its key, and the words that describe them.

    `words` are the content words of the source's descriptions, without those of the name.
    """

    name: str
    key: str
    words: frozenset[str] = frozenset()

    @property
    def parts(self) -> int:
        """How many words the fullest form has; a name of one word is never enough to know somebody again."""
        return len(self.name.split())


def bearer_of(name: str, descriptions: Iterable[str] = ()) -> Bearer:
    """The bearer of a name with these descriptions."""
    key = name_key(name)
    return Bearer(name, key, content_words(descriptions) - set(key.split()))


class AuthorityIndex:
    """The authority file by the keys of its forms."""

    def __init__(self, authority: Authority) -> None:
        by_key: dict[str, dict[str, AuthorityRecord]] = {}
        for record in authority.records:
            for form in record.forms:
                by_key.setdefault(name_key(form), {})[record.id] = record
        self._by_key: Mapping[str, Mapping[str, AuthorityRecord]] = by_key
        self.records: Mapping[str, AuthorityRecord] = {record.id: record for record in authority.records}

    def record_for(self, bearer: Bearer, same_account: frozenset[str]) -> AuthorityRecord | None:
        """The record that a form of the name belongs to, where it belongs to exactly one.

        A name of one word counts only in the accounts that the record itself cites: `same_account` are the ids of the
        new source and of the sources that tell the same account.
        """
        records = list(self._by_key.get(bearer.key, {}).values())
        if bearer.parts < 2:
            records = [record for record in records if same_account & set(record.sources)]
        return records[0] if len(records) == 1 else None


@dataclass(frozen=True, slots=True)
class Naming:
    """A bearer as one source names them, and what else tells who it is.

    `companions` are the keys of the other full names in the source.
    """

    bearer: Bearer
    companions: frozenset[str] = frozenset()


def is_evidence(one: Naming, other: Naming) -> bool:
    """Whether two sources that give the same full name mean one person.

    They do where their descriptions share a content word, or both name somebody else by the same full name.
    """
    return not one.bearer.words.isdisjoint(other.bearer.words) or not one.companions.isdisjoint(other.companions)


def content_words(descriptions: Iterable[str]) -> frozenset[str]:
    """The words of descriptions that say something, folded like names."""
    words = (name_key(word) for text in descriptions for word in _WORD.findall(text))
    return frozenset(word for word in words if word and word not in _EMPTY_WORDS)


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
