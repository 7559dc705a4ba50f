"""Whom "his wife" or "the son" is, where the account ties exactly one person so."""

from __future__ import annotations

from bot.reading.quotations.people_words import people_words
from bot.reading.quotations.scene import Scene

_REACH = 1_000


def kin_of(scene: Scene, noun: str, owner: int) -> int | None:
    """The one whom the account ties to a person by a kinship noun: her husband; None if not exactly one."""
    tie = people_words().ties.get(noun)
    if tie is None:
        return None
    wanted = scene.tied.get((tie, scene.people[owner].name), [])
    if not wanted and tie == "spouse":
        wanted = sorted(scene.couples.get(owner, ()))
    return _only(scene, noun, wanted)


def kin_nearby(scene: Scene, noun: str, offset: int) -> int | None:
    """The one of those named shortly before whom "the son" is; None if not exactly one."""
    tie = people_words().ties.get(noun)
    if tie is None:
        return None
    near = {named.person for named in scene.named_between(offset - _REACH, offset)}
    names = {scene.people[k].name for k in near}
    wanted = {k for name in names for k in scene.tied.get((tie, name), []) if k in near}
    return _only(scene, noun, sorted(wanted))


def _only(scene: Scene, noun: str, wanted: list[int]) -> int | None:
    gender = "f" if noun in people_words().women else "m" if noun in people_words().men else None
    fitting = [k for k in wanted if gender is None or scene.genders[k] in (gender, None)]
    return fitting[0] if len(fitting) == 1 else None
