"""Which mentions are one person: full names first, then the single words that point back at them."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Sequence

from bot.reading.document import Document
from bot.reading.people.bearers import LOOK_AT, call_of, fit, outranks
from bot.reading.people.by_names import bearer_of, by_names_of_single, is_called_at_once
from bot.reading.people.cluster import Cluster, generation_of
from bot.reading.people.evidence import Judged
from bot.reading.people.gender import Gender, gender_of_kin, gender_of_name, gender_of_title
from bot.reading.people.keys import sound_key
from bot.reading.people.kinship import is_of_other_age, leads, with_shared_kin
from bot.reading.people.names import Name, without_article
from bot.reading.people.roles import roles_of
from bot.reading.people.same_name import same_full_name
from bot.reading.people.single_words import clipped_forms
from bot.reading.people.vocabulary import Vocabulary

_JOINED = re.compile(r"\s+(?:and|&)\s+")
_LISTED = re.compile(r"(?:^|\s)[^\W\d_a-z][\w-]*,\s$")


class Clusters:
    """The people of one account, found by the words of their names."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self._document = document
        self._vocabulary = vocabulary
        self._by_keys: dict[tuple[str, ...], Cluster] = {}
        self._by_word: dict[str, list[Cluster]] = defaultdict(list)
        self._by_clip: dict[str, list[Cluster]] = defaultdict(list)
        self._sounds: dict[str, str] = {}
        self._singles: dict[str, list[Cluster]] = defaultdict(list)
        self._full: list[tuple[Name, Cluster]] = []
        self._latest: tuple[Name, Cluster] | None = None
        self.all: list[Cluster] = []

    def add_full(self, judged: Judged) -> None:
        """A mention of two words or more."""
        name = judged.name
        cluster = self._by_keys.get(name.keys)
        if cluster is not None and is_of_other_age(cluster, judged):
            cluster = self._of_like_age(judged)
        elif cluster is not None and judged.signs.kin in self._vocabulary.family and self._is_namesake(cluster, name):
            cluster.generation = "elder" if judged.signs.kin in ("son", "daughter") else "younger"
            cluster = None
        elif cluster is None:
            cluster = self._compatible(judged)
        if cluster is None:
            cluster = self._in_brackets(name)
        if cluster is None and judged.signs.by_name and self._may_be_by_name(judged):
            cluster = bearer_of(self._document, self._full, self._latest, judged)
            if cluster is not None:
                self._by_keys[name.keys] = cluster
        if cluster is None:
            cluster = self._new(judged)
            self._by_keys.setdefault(name.keys, cluster)
        insort(self._full, (name, cluster), key=lambda placed: placed[0].start)
        self._learn(cluster, judged)

    def add_by_name(self, judged: Judged) -> None:
        """A by-name of two words or more that goes with the single word before it, or with the name that follows."""
        known = judged.name.keys in self._by_keys
        if not known and judged.signs.known_as == "name":
            bearer = bearer_of(self._document, self._full, self._latest, judged)
        else:
            bearer = self._latest[1] if self._latest and judged.signs.by_name and not known else None
        if bearer is not None:
            self._by_keys[judged.name.keys] = bearer
        self.add_full(judged)

    def _may_be_by_name(self, judged: Judged) -> bool:
        """Whether words that were given as a by-name are one, and not another's first name and surname."""
        plain = judged.name.words[0].key not in self._vocabulary.given
        return plain or is_called_at_once(self._document, self._full, judged)

    def add_single(self, judged: Judged) -> None:
        """A mention of one word: surname, first name, by-name."""
        key = self._sound(judged.name.words[0].key)
        cluster = self._bearer(judged, key)
        if judged.signs.known_as or (cluster is None and judged.signs.by_name):
            cluster = self._under_one_name(cluster, bearer_of(self._document, self._full, self._latest, judged))
        if cluster is None:
            cluster = self._new(judged)
            self._singles[key].append(cluster)
            self._lend_surname(cluster, judged)
        self._latest = (judged.name, cluster)
        self._learn(cluster, judged)

    def _lend_surname(self, cluster: Cluster, judged: Judged) -> None:
        """Give a first name the surname of the full name it is joined to: "Stevan and Mile Kordić".

        In a list ("Ana, Petra and Mile Kordić") the surname is the last one's alone.
        """
        name = judged.name
        key = name.words[0].key
        if _LISTED.search(self._document.text, max(0, name.start - 24), name.start):
            return
        at = bisect_left(self._full, name.end, key=lambda placed: placed[0].start)
        if key not in self._vocabulary.given or key in self._vocabulary.known or at == len(self._full):
            return
        other = self._full[at][0]
        plain = [word for word in other.words if not word.by_name]
        if len(plain) == 2 and not other.title and _JOINED.fullmatch(self._document.text, name.end, other.start):
            surname = plain[1]
            cluster.lent_surname = self._document.text[surname.start : surname.end]
            cluster.roles[self._sound(surname.key)] = "last"
            self._by_word[self._sound(surname.key)].append(cluster)

    def _new(self, judged: Judged) -> Cluster:
        cluster = Cluster(judged.name.words)
        self.all.append(cluster)
        return cluster

    def _learn(self, cluster: Cluster, judged: Judged) -> None:
        name = judged.name
        cluster.add(judged)
        cluster.dead = cluster.dead or judged.signs.dead
        cluster.age = cluster.age or judged.signs.age
        if cluster.starts[0] == name.start:
            cluster.by_kin = judged.signs.kin is not None and not leads(self._document, judged, self._vocabulary)
        if len(name.words) == 1:
            cluster.calls.add(call_of(name, self._sound(name.words[0].key)))
        if len(name.words) > len(cluster.words):
            cluster.words = name.words
        if cluster.generation is None:
            cluster.generation = generation_of(judged)
        if cluster.gender is None:
            cluster.gender = self._gender(judged)
        for word, role in zip(name.words, roles_of(name.words, self._vocabulary), strict=True):
            sound = self._sound(word.key)
            if sound not in cluster.roles and len(word.key) > 1 and role != "suffix":
                cluster.roles[sound] = role
                self._by_word[sound].append(cluster)
                if role == "first":
                    for clip in clipped_forms(word.key):
                        self._by_clip[clip].append(cluster)
                if role == "last" and "-" in word.key:
                    self._learn_halves(cluster, word.key)

    def _learn_halves(self, cluster: Cluster, surname: str) -> None:
        """Let somebody be found under either half of a double surname, should nobody else bear it."""
        for half in surname.split("-"):
            sound = self._sound(half)
            if len(half) > 2 and sound not in cluster.roles:
                cluster.roles[sound] = "married"
                self._by_word[sound].append(cluster)

    def _sound(self, key: str) -> str:
        """The sound key of a folded word, worked out once an account."""
        sound = self._sounds.get(key)
        if sound is None:
            sound = self._sounds[key] = sound_key(without_article(key))
        return sound

    def _gender(self, judged: Judged) -> Gender:
        return (
            gender_of_title(judged.name.title, self._vocabulary)
            or gender_of_kin(judged.signs.kin, self._vocabulary)
            or (gender_of_name(judged.name.words[0].key, self._vocabulary) if len(judged.name.words) > 1 else None)
        )

    def _compatible(self, judged: Judged) -> Cluster | None:
        """Somebody already met whose fuller or shorter name this is; "his son, Otto Marsh Jr." is not Otto Marsh."""
        name = judged.name
        if judged.signs.kin in ("son", "daughter") and name.words[-1].key in self._vocabulary.suffixes:
            return None
        for key in dict.fromkeys((name.words[-1].key, name.words[0].key, *name.keys[1:-1])):
            for cluster in self._by_word.get(self._sound(key), [])[-LOOK_AT:]:
                if len(cluster.words) > 1 and same_full_name(cluster.words, name.words, self._vocabulary, self._sound):
                    return cluster
        return None

    def _of_like_age(self, judged: Judged) -> Cluster | None:
        """The bearer of a whole name whose age is the one told here."""
        name = judged.name
        for cluster in self._by_word.get(self._sound(name.words[-1].key), [])[-LOOK_AT:]:
            if tuple(word.key for word in cluster.words) == name.keys and not is_of_other_age(cluster, judged):
                return cluster
        return None

    def _in_brackets(self, name: Name) -> Cluster | None:
        """Whose name it is that stands in brackets in another script: "Halyna Marsh (Галина Марш)"."""
        if not self._full:
            return None
        last, cluster = self._full[-1]
        between = self._document.text[last.end : name.start]
        other_script = last.words[0].key.isascii() != name.words[0].key.isascii()
        return cluster if other_script and between.strip() in ("(", "[", "/") else None

    def _is_namesake(self, cluster: Cluster, name: Name) -> bool:
        """Whether a kinship word just before tells that this is another bearer ("his son, Ivan Marsh")."""
        last = cluster.last_before(name.start)
        return last >= 0 and self._document.passage_at(last) == name.passage and name.start - last < 150

    def _bearer(self, judged: Judged, key: str) -> Cluster | None:
        """The person that a single word means here, or None for somebody new."""
        bearers = self._by_word.get(key, [])[-LOOK_AT:]
        singles = self._singles.get(key, [])[-LOOK_AT:]
        if judged.signs.kin in self._vocabulary.family:
            family = self._family_of(judged)
            last = self._last_named(judged)
            near = [c for c in bearers if c is not last and c.roles[key] == "first" and self._is_of(c, family)]
            return singles[-1] if singles else (near[-1] if near else None)
        pool = list(dict.fromkeys([*bearers, *singles])) or self._by_short_form(judged.name.words[0].key)
        if not pool:
            return None
        told = gender_of_title(judged.name.title, self._vocabulary)
        beside = self._joined_to(judged)
        fitting = [c for c in pool if c is not beside and not (told and c.gender and c.gender != told)]
        if judged.signs.described and judged.name.title:
            fitting = [c for c in fitting if not outranks(c, judged.name, self._vocabulary)]
        if judged.signs.introduced and not judged.name.title:
            fitting = [c for c in fitting if c.roles.get(key) != "first" or self._goes_by_first(c, key)]
        if not fitting:
            return None
        return max(fitting, key=lambda cluster: fit(self._document, cluster, judged, key, self._vocabulary))

    def _joined_to(self, judged: Judged) -> Cluster | None:
        """Whom "and" joins to a mention, and who is therefore somebody else: "President Marsh and Mrs. Marsh"."""
        if judged.name.words[-1].owner:
            return None
        start = judged.name.title[0].start if judged.name.title else judged.name.start
        at = bisect_left(self._full, start, key=lambda placed: placed[0].start)
        for name, cluster in (*self._full[max(0, at - 1) : at], *([self._latest] if self._latest else [])):
            if _JOINED.fullmatch(self._document.text, name.end, start):
                return cluster
        return None

    def _goes_by_first(self, cluster: Cluster, key: str) -> bool:
        """Whether an account calls somebody by the first name: it has done so, or the surname has two bearers."""
        done = any(len(m.name.words) == 1 and self._sound(m.name.words[0].key) == key for m in cluster.mentions)
        return done or self._is_of(cluster, None)

    def _by_short_form(self, key: str) -> list[Cluster]:
        """Bearers of a first name that the word is a short form of: Harry for Harold."""
        forms = self._vocabulary.short_forms.get(key, frozenset())
        sounds = [self._sound(form) for form in sorted(forms)]
        full = [c for form in sounds for c in self._by_word.get(form, [])[-LOOK_AT:] if c.roles[form] == "first"]
        return full or self._by_clip.get(key, [])[-LOOK_AT:]

    def _under_one_name(self, cluster: Cluster | None, bearer: Cluster | None) -> Cluster | None:
        """The person whom a by-name turns out to mean, with the mentions that were kept under it until now."""
        if bearer is None or cluster is None or cluster is bearer or len(cluster.words) > 1:
            return bearer or cluster
        for mention in cluster.mentions:
            bearer.add(mention)
        cluster.mentions.clear()
        for sound in cluster.roles:
            bearer.roles.setdefault(sound, "by-name")
            self._by_word[sound] = [bearer if other is cluster else other for other in self._by_word[sound]]
            self._singles[sound] = [other for other in self._singles[sound] if other is not cluster]
        return bearer

    def _family_of(self, judged: Judged) -> str | None:
        """The surname of whoever was named last: a brother is likely to bear it."""
        last = self._last_named(judged)
        return self._surname(last) if last else None

    def _last_named(self, judged: Judged) -> Cluster | None:
        """Whoever was named last before a mention; nobody is their own relative ("Otto Marsh, his father, Otto")."""
        at = bisect_left(self._full, judged.name.start, key=lambda placed: placed[0].start)
        near = [placed for placed in (self._full[at - 1] if at else None, self._latest) if placed]
        return max(near, key=lambda placed: placed[0].start)[1] if near else None

    def _is_of(self, cluster: Cluster, family: str | None) -> bool:
        """Whether somebody bears a surname of a family, or one that another person of the account bears too."""
        surname = self._surname(cluster)
        return surname == family or any(
            other is not cluster and other.roles[surname] == "last" for other in self._by_word[surname][-LOOK_AT:]
        )

    def _surname(self, cluster: Cluster) -> str:
        return self._sound(cluster.words[-1].key)


def gather(document: Document, judged: Sequence[Judged], vocabulary: Vocabulary) -> list[Cluster]:
    """The people of an account, in the order of their first mention."""
    clusters = Clusters(document, vocabulary)
    judged = with_shared_kin(document, judged)
    later = by_names_of_single(document, judged) | {one.name.keys for one in judged if one.signs.known_as == "name"}
    for one in judged:
        if len(one.name.words) > 1 and one.name.keys not in later:
            clusters.add_full(one)
    for one in judged:
        if len(one.name.words) == 1:
            clusters.add_single(one)
        elif one.name.keys in later:
            clusters.add_by_name(one)
    return sorted((c for c in clusters.all if c.mentions), key=lambda cluster: cluster.starts[0])
