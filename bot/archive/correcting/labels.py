"""How moderators name and describe persons: preferred names, variants, roles, each seen by its owner's viewers alone.

They are made anew from the standing corrections for everybody whom any correction was ever about: few, beside all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.archive.authority import AuthorityRecord
from bot.archive.correcting import kept
from bot.archive.correcting.lost import lost_among
from bot.archive.correcting.model import Correction
from bot.archive.file.database import Database
from bot.archive.keeping.deciding import EVERYONE
from bot.archive.keeping.persons import recorded_forms, set_form

LABELLED = "SELECT DISTINCT persons.id FROM person_labels JOIN persons ON persons.num = person_labels.person"
PERSON = "SELECT num FROM persons WHERE id = ?"
# A form that is a mentioned one with nothing to count is not seen; a source that comes back may count it again.
RESET_FORMS = "UPDATE name_forms SET kind = 'mentioned' WHERE person = ? AND kind <> 'mentioned'"
RESET_LABELS = "DELETE FROM person_labels WHERE person = ?"
KEEP_LABEL = "INSERT INTO person_labels (person, guild, name, role) VALUES (?, ?, ?, ?)"


@dataclass(slots=True)
class Label:
    """What authority file and corrections of one owner come to for one person.

    `forms` are kinds by form, `corrected` is whether any correction is about them.
    """

    name: str | None = None
    role: str | None = None
    forms: dict[str, str] = field(default_factory=dict)
    corrected: bool = False


async def label_persons(database: Database, records: Mapping[str, AuthorityRecord]) -> None:
    """Bring names, variants and roles up to the standing corrections."""
    ever = await kept.ever(database)
    if not ever:
        return
    concerned = kept.persons_in([*ever, *await kept.present(database, ever)])
    concerned.update(row["id"] for row in await database.rows(LABELLED))
    standing = await kept.present(database, await kept.standing(database))
    lost = set(await lost_among(database, standing))
    # A merge that joins nobody any more brings no names, and a role is not said without the words that it rests on.
    cited = [each for each in standing if each.number not in lost]
    for person in sorted(concerned):
        number = await database.value(PERSON, (person,))
        if number is not None:
            await _label(database, int(number), labels_of(person, records, cited))


def labels_of(
    person: str, records: Mapping[str, AuthorityRecord], corrections: Iterable[Correction]
) -> dict[int, Label]:
    """By owner, what authority file and corrections, in their order, come to for a person. Pure."""
    corrections = list(corrections)
    labels: dict[int, Label] = {}
    if person in records:
        labels[EVERYONE] = Label(forms=recorded_forms(records[person]))
    for each in corrections:
        if person not in kept.persons_in([each]):
            continue
        label = labels.setdefault(each.owner, Label())
        label.corrected = True
        if each.kind == "merge" and each.value["into"] == person and each.person:
            for form in _forms_brought(each, records, corrections):
                label.forms.setdefault(form, "variant")
        elif each.kind == "split" and each.value["to"] == person and person not in records:
            # Somebody new may have been given a name that no source uses.
            label.forms.setdefault(each.value["name"], "variant")
        elif each.person == person:
            _apply(label, each)
    return labels


def _apply(label: Label, correction: Correction) -> None:
    value = correction.value
    if correction.kind == "rename":
        for form in [form for form, kind in label.forms.items() if kind == "preferred"]:
            label.forms[form] = "variant"
        label.name = value["name"]
        label.forms[value["name"]] = "preferred"
    elif correction.kind == "variant" and value["add"]:
        label.forms.setdefault(value["form"], "variant")
    elif correction.kind == "variant":
        label.forms.pop(value["form"], None)
    elif correction.kind == "describe":
        label.role = value["role"]


def _forms_brought(
    merge: Correction, records: Mapping[str, AuthorityRecord], corrections: Iterable[Correction]
) -> dict[str, None]:
    """Every form under which somebody was known who was merged into another, so that they are still found by it."""
    merged = merge.person or ""
    forms = dict.fromkeys((merge.value["merged_name"], *(records[merged].forms if merged in records else ())))
    earlier = [each for each in corrections if each.number < merge.number and each.owner in (EVERYONE, merge.owner)]
    for each in earlier:
        if each.person == merged and each.kind in ("rename", "variant") and each.value.get("add", True):
            forms[each.value.get("form") or each.value["name"]] = None
        elif each.kind == "merge" and each.value["into"] == merged:
            forms.update(_forms_brought(each, records, corrections))
    return forms


async def _label(database: Database, number: int, labels: Mapping[int, Label]) -> None:
    await database.run(RESET_FORMS, (number,))
    await database.run(RESET_LABELS, (number,))
    for owner, label in labels.items():
        for form, kind in label.forms.items():
            await set_form(database, number, owner, form, kind)
        # Also where it has forms alone: so that it is known whose forms are to be looked at again.
        if label.corrected:
            await database.run(KEEP_LABEL, (number, owner, label.name, label.role))
