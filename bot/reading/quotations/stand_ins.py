"""Whom an age or a common noun stands for: "the 34-year-old", "the boy", "the serviceman"."""

from __future__ import annotations

import re

from bot.reading.quotations.gender import Gender
from bot.reading.quotations.scene import Scene
from bot.reading.quotations.units import Unit

_AGED = re.compile(r"[Tt]he (\d{1,3})-year-old(?:\s[a-z-]+){0,2}")
_CHILDREN = re.compile(r"(?<=r)-of-\w+$")
_POSSESSIVE = re.compile(r"['’]s?\b|['’]\s")
_PASSAGES_BACK = 4
_FARTHEST = 4_000
# Nouns by which anybody may be spoken of, with the gender that they ask for.
_COMMON: dict[str, Gender | None] = {
    "man": "m",
    "boy": "m",
    "lad": "m",
    "serviceman": "m",
    "woman": "f",
    "girl": "f",
    "servicewoman": "f",
    "soldier": None,
    "teenager": None,
    "youngster": None,
    "pensioner": None,
    "retiree": None,
    "father-of": "m",
    "grandfather-of": "m",
    "mother-of": "f",
    "grandmother-of": "f",
}


def of_age(scene: Scene, unit: Unit, written: str) -> int | None:
    """Whom "the 34-year-old" means: the one given that age, else the only one named near."""
    aged = _AGED.fullmatch(written)
    if aged is None:
        return None
    found = scene.ages.get(aged[1], set())
    return _only(found) if found else _only(_named_since(scene, unit, unit.passage - 1))


def by_common_noun(scene: Scene, unit: Unit, written: str) -> int | None:
    """Whom "the boy" or "the serviceman" means: the only one near who fits, unless one without a name was brought in.

    Near is the passage so far, or if it names nobody the one before.
    """
    article, _, noun = written.casefold().partition(" ")
    noun = _CHILDREN.sub("-of", noun)
    if article != "the" or noun not in _COMMON:
        return None
    start = max(scene.document.passages[max(0, unit.passage - _PASSAGES_BACK)].start, unit.start - _FARTHEST)
    brought_in = rf"\b(?:an?|one|another|his|her|their|two|three)\s(?:[\w’'-]+\s){{0,3}}(?:[a-z-]+(?<!wo))?{noun}s?\b"
    if re.search(brought_in, scene.text[start : unit.start], re.IGNORECASE):
        return None
    near = _named_since(scene, unit, unit.passage) or _named_since(scene, unit, unit.passage - 1)
    person = _only(near) if len(near) < 2 else _only(_named_since(scene, unit, unit.passage - 1, owners=False))
    return person if person is not None and _COMMON[noun] in (scene.genders[person], None) else None


def other_in_sight(scene: Scene, person: int, offset: int, inside: set[int]) -> int | None:
    """The only other one of a person's gender whom a passage names before an offset, but for those in `inside`."""
    gender, passage = scene.genders[person], scene.document.passage_at(offset)
    if passage is None or gender is None:
        return None
    start = max(scene.document.passages[passage].start, offset - _FARTHEST)
    others = {named.person for named in scene.named_between(start, offset)} - inside
    return _only({k for k in others if scene.genders[k] == gender})


def _named_since(scene: Scene, unit: Unit, passage: int, *, owners: bool = True) -> set[int]:
    """Who is named from the start of a passage up to a unit; on wish but for mere owners ("Roe's troops")."""
    start = max(scene.document.passages[max(0, passage)].start, unit.start - _FARTHEST)
    named = scene.named_between(start, unit.start)
    return {one.person for one in named if owners or not _POSSESSIVE.match(scene.text, one.mention.end)}


def _only(found: set[int]) -> int | None:
    return next(iter(found)) if len(found) == 1 else None
