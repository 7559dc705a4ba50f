"""The archive that ships, asked as its members ask: every day, the people named most, every subject, every source.

The digests' names are asked for too, as a part of what a digest has to be.
"""

from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

from bot.answers.calls import parse_call
from bot.answers.desk import Desk
from bot.answers.model import Answer
from bot.answers.names import NoPerson, OnePerson, Resolution, resolve
from bot.answers.who import DATED, SAID, WHO_THEY_ARE
from bot.archive.archive import Archive
from bot.archive.records import Viewer
from bot.reading import read
from bot.reading.people.keys import name_key
from tests.data.shipped import authority, digests, thesaurus
from tests.data.test_digests import each_digest, readable, tell

EVERYONE = Viewer()
FIRST, LAST = date(2022, 2, 24), date(2022, 5, 21)
MOST_CITED = 30
SIEGE = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]


async def asked(desk: Desk, words: str) -> Answer:
    return await desk.ask(parse_call(words), EVERYONE)


async def test_every_day_of_the_siege_has_something_or_names_the_nearest_days(desk: Desk) -> None:
    for day in SIEGE:
        answer = await asked(desk, f"on {day.isoformat()}")
        nearest = [way for way in answer.choices if way.ask.startswith("on ")]
        assert answer.items or (answer.kind == "nothing" and nearest), day
        assert all(item.citation.source in digests() for item in answer.items), day


async def test_the_people_named_most_are_one_person_each_with_something_to_tell(desk: Desk, archive: Archive) -> None:
    told = {WHO_THEY_ARE, DATED, SAID}
    people = await archive.top_persons(EVERYONE, MOST_CITED)
    assert len(people) == MOST_CITED
    for person in people:
        answer = await asked(desk, f"who {person.name}")
        if " " in person.name:
            assert (answer.kind, answer.heading) == ("person", person.name)
        if answer.kind == "person":
            assert answer.asked == parse_call(f"who id:{person.id}"), person.name
            assert told & {item.section for item in answer.items}, person.name
        else:
            assert f"who id:{person.id}" in [way.ask for way in answer.choices], person.name


async def test_nearly_all_of_them_are_described(desk: Desk, archive: Archive) -> None:
    people = await archive.top_persons(EVERYONE, MOST_CITED)
    answers = [(await desk.ask(parse_call(f"who id:{person.id}"), EVERYONE)) for person in people]
    bare = [answer.heading for answer in answers if WHO_THEY_ARE not in {item.section for item in answer.items}]
    assert len(bare) <= 2, bare


async def test_no_two_people_are_mixed_up(archive: Archive) -> None:
    """Whatever names somebody is one of the forms of that person's name."""
    mixed: dict[str, list[str]] = defaultdict(list)
    for person in await archive.top_persons(EVERYONE, 200):
        forms = await archive.names_of(person.id, EVERYONE)
        words = {word for form in forms for word in name_key(form.form).split()}
        for mention in await archive.mentions_of(person.id, EVERYONE, 200):
            if not words & set(name_key(mention.text).split()):
                mixed[person.name].append(mention.text)
    assert mixed == {}


async def test_every_subject_has_a_quotation_or_a_sentence_that_reports_speech(desk: Desk) -> None:
    answers = {subject.term: await asked(desk, f"quote {subject.term}") for subject in thesaurus().subjects}
    assert [term for term, answer in answers.items() if answer.kind != "quotations" or not answer.items] == []


@each_digest
async def test_a_digest_is_reached_by_its_id(desk: Desk, path: Path) -> None:
    answer = await asked(desk, f"source {path.stem}")
    if (answer.kind, answer.attachment) != ("source", path.stem):
        tell([f"data/accounts/{path.name}: !source {path.stem} does not lead to it."])


@each_digest
async def test_everybody_named_in_a_digest_is_found(archive: Archive, path: Path) -> None:
    faults = []
    source = digests()[path.stem]
    for person in read(source.text, source.published).people:
        found = await resolve(archive, person.name, EVERYONE)
        fault = await _fault(archive, found, person.name, path.stem)
        if fault:
            line = readable(path).line(person.mentions[0].start)
            faults.append(f"data/accounts/{path.name}:{line}: {fault}")
    tell(faults)


async def _fault(archive: Archive, found: Resolution, name: str, source_id: str) -> str | None:
    """What is wrong with what a name in a digest leads to; None where it leads to somebody whom the digest names."""
    if isinstance(found, NoPerson):
        return f"!who {name} finds nobody."
    persons = (found.person,) if isinstance(found, OnePerson) else found.persons
    ids = ", ".join(person.id for person in persons)
    if len(persons) > 1 and " " in name:
        return f"!who {name} does not find one person but {ids}: one record in data/people.toml joins or parts them."
    for person in persons:
        mentions = await archive.mentions_of(person.id, EVERYONE, 1_000)
        if source_id in {mention.place.source.id for mention in mentions}:
            right = _recorded(name) in (None, person.id)
            return None if right else f"{name} is {_recorded(name)} by data/people.toml, but was read as {person.id}."
    return f"!who {name} finds {ids}, whom the digest does not name."


def _recorded(name: str) -> str | None:
    """The id of the record that has this whole name, where just one does."""
    bearers = {record.id for record in authority().records for form in record.forms if name_key(form) == name_key(name)}
    return bearers.pop() if len(bearers) == 1 and " " in name else None
