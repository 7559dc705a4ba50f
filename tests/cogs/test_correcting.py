"""A moderator corrects who is who, who speaks and which days are meant, and takes each back."""

import pytest
from discord.ext import commands

from .conftest import words_of
from .keepers import REASON, TEXT, archive_of, office_in, quotation_in

NOT_A_MODERATOR = "That is for this server's moderators"
NADIYA = "id:nadiya-hrytsak"
REASONED = {"reason": REASON}


@pytest.fixture
async def office(env):
    return await office_in(env, "Keepers")


@pytest.fixture
async def others(env):
    return await office_in(env, "Others", TEXT + " It rained.", title="Rain in Lyman")


async def nadiya(office) -> str:
    """How Nadiya is asked for, as she is offered to whoever types."""
    return next(value for value, label in (await office.offered("who", "name", "nadiya")).items() if "Nadiya" in label)


async def test_two_people_are_merged_and_told_apart_again(office, a_while_later):
    who = await nadiya(office)
    done = await office.does("person merge", person=who, into="Oksana Lisova", **REASONED)
    assert done.ephemeral
    assert "Merged Nadiya Hrytsak into Oksana Lisova." in words_of(done.response)
    assert "The oven was our clock" in await office.asked("!quote oven from Oksana Lisova")
    await a_while_later()
    await office.halyna.click(done.response, label="Undo")
    assert "The oven was our clock" not in await office.asked("!quote oven from Oksana Lisova")
    assert "The oven was our clock" in await office.asked("!who Nadiya Hrytsak")


async def test_a_correction_is_typed_with_names_in_quotation_marks(office):
    told = await office.asked('!person merge "Nadiya Hrytsak" "Oksana Lisova" they are one', office.halyna)
    assert "Merged Nadiya Hrytsak into Oksana Lisova." in told
    assert "Reason: they are one" in told
    undone = await office.asked("!undo", office.halyna)
    assert "Undone: Merged" in undone


@pytest.fixture
def incomplete(env):
    """Whoever takes this has looked at what was said of commands that lack something; nothing else was raised."""
    yield
    assert {type(error) for error in env.errors} <= {commands.MissingRequiredArgument}


@pytest.mark.usefixtures("incomplete")
@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("person", "Behind person something must follow: person describe, person merge"),
        ("person variant", "person variant add, person variant remove"),
        ("person merge Nadiya", "Type !person merge PERSON INTO REASON; what has several words"),
        ("archive", "Behind archive something must follow: archive export"),
        ("quotation speaker", "Type !quotation speaker QUOTATION SPEAKER REASON"),
        ("source withdraw", "Type !source withdraw SOURCE REASON"),
    ],
)
async def test_a_command_that_lacks_something_says_how_it_is_typed(office, typed, says):
    assert says in await office.asked(f"!{typed}", office.halyna)


async def test_a_name_that_several_bear_is_a_choice_and_nothing_is_done(office):
    done = await office.does("person rename", person="Hrytsak", name="Anybody", **REASONED)
    assert done.ephemeral
    shown = words_of(done.response)
    assert "More than one person is called “Hrytsak”." in shown
    assert "Give the command again" in shown
    assert "id:" in shown
    assert await office.told("person rename", person="Xyzzy Qwerty", name="Anybody", **REASONED) == (
        "Nobody in the archive is called “Xyzzy Qwerty”."
    )
    assert await archive_of(office.env).count_audit(office.guild.id) == 1


async def test_a_slip_of_typing_is_a_choice_too(office):
    told = await office.told("person rename", person="Oksana Lisoxa", name="Anybody", **REASONED)
    assert "Nobody is called “Oksana Lisoxa”; some are called much like it." in told
    assert "Oksana Lisova" in told


async def test_one_source_names_somebody_else(office, a_while_later):
    who = await nadiya(office)
    done = await office.does(
        "person split", person=who, source=office.source, name="Nadiya Hrytsak the younger", **REASONED
    )
    assert "Split Nadiya Hrytsak in “The oven in Lyman”: there it is Nadiya Hrytsak the younger." in words_of(
        done.response
    )
    assert "The oven was our clock" in await office.asked("!who Nadiya Hrytsak the younger")
    await a_while_later()
    await office.halyna.click(done.response, label="Undo")
    assert "younger" not in await office.asked("!who Nadiya Hrytsak")
    both = {"name": "Somebody", "to": "Oksana Lisova", **REASONED}
    assert "not both" in await office.told("person split", person=who, source=office.source, **both)
    known = await office.told("person split", person=who, source=office.source, to="Oksana Lisova", **REASONED)
    assert "there it is Oksana Lisova." in known


async def test_a_person_is_renamed_described_and_found_by_another_form(office):
    who = await nadiya(office)
    assert "Renamed Nadiya Hrytsak to Nadia Hrytsak." in await office.told(
        "person rename", person=who, name="Nadia Hrytsak", **REASONED
    )
    assert "### Nadia Hrytsak" in await office.asked("!who Nadiya Hrytsak")
    added = await office.told("person variant add", person=who, form="Nadiyka", **REASONED)
    assert "Added the form “Nadiyka” to Nadia Hrytsak." in added
    assert "### Nadia Hrytsak" in await office.asked("!who Nadiyka")
    removed = await office.told("person variant remove", person=who, form="Nadiyka", **REASONED)
    assert "Removed the form “Nadiyka” from Nadia Hrytsak." in removed
    cited = f"{office.source}:1"
    described = await office.told("person describe", person=who, role="baker of Lyman", citation=cited, **REASONED)
    assert f"Described Nadia Hrytsak as “baker of Lyman”, on the word of {cited}." in described
    assert "Say where it stands" in await office.told(
        "person describe", person=who, role="x", citation="nowhere", **REASONED
    )


async def test_a_speaker_is_set_by_pointing_at_the_quotation(office, a_while_later):
    pointed = await quotation_in(office, "We had one loaf")
    done = await office.does("quotation speaker", quotation=pointed, speaker="Nadiya Hrytsak", **REASONED)
    shown = words_of(done.response)
    assert "Set the speaker of a quotation in “The oven in Lyman”" in shown
    assert "→ Nadiya Hrytsak." in shown
    assert "“We had one loaf a day,”" in shown
    assert "We had one loaf" in await office.asked("!who Nadiya Hrytsak")
    await a_while_later()
    await office.halyna.click(done.response, label="Undo")
    assert "We had one loaf" not in await office.asked("!who Nadiya Hrytsak")


async def test_a_speaker_may_be_written_or_unknown(office):
    pointed = await quotation_in(office, "The oven was our clock")
    assert "→ a tired woman." in await office.told(
        "quotation speaker", quotation=pointed, speaker="written:a tired woman", **REASONED
    )
    assert "a tired woman → unknown." in await office.told(
        "quotation speaker", quotation=pointed, speaker="unknown", **REASONED
    )


async def test_a_passage_with_one_quotation_is_enough_and_with_several_a_choice(office):
    told = await office.asked(f'!quotation speaker {office.source}:3 "Nadiya Hrytsak" {REASON}', office.halyna)
    assert "→ Nadiya Hrytsak." in told
    several = await office.told("quotation speaker", quotation=f"{office.source}:2", speaker="unknown", **REASONED)
    assert "There is more than one in this passage" in several
    copied = next(line.rsplit(": ", 1)[1] for line in several.splitlines() if "It was enough" in line)
    assert "→ unknown." in await office.told("quotation speaker", quotation=copied, speaker="unknown", **REASONED)


async def test_quotations_and_dates_are_offered_while_they_are_typed(office):
    sources = await office.offered("quotation speaker", "quotation", "oven")
    assert list(sources) == [f"{office.source}:"]
    found = await office.offered("quotation speaker", "quotation", f"{office.source}:")
    assert len(found) == 4
    assert any(label.startswith("1: “The oven was our clock,” — Nadiya Hrytsak") for label in found.values())
    loaf = await office.offered("quotation speaker", "quotation", f"{office.source}:loaf")
    assert list(loaf) == [await quotation_in(office, "We had one loaf")]
    dates = await office.offered("date set", "date", f"{office.source}:3")
    assert any("“Four days later” → 3 June 2021" in label for label in dates.values())
    assert await office.offered("quotation speaker", "quotation", f"{office.source}:", member=office.petro) == {}
    assert await office.offered("date set", "date", "", member=office.petro) == {}
    speakers = await office.offered("quotation speaker", "speaker", "a tired woman")
    assert speakers["written:a tired woman"] == "“a tired woman”, as the account writes it"
    assert "unknown" in speakers
    assert await office.offered("quotation speaker", "speaker", "", member=office.petro) == {}


async def test_a_date_is_set_with_its_year(office, a_while_later):
    dates = await office.offered("date set", "date", f"{office.source}:four days")
    (pointed,) = dates
    done = await office.does("date set", date=pointed, days="2021-06-02..2021-06-03", **REASONED)
    assert "3 June 2021 → 2–3 June 2021." in words_of(done.response)
    assert "set by a moderator" in await office.asked("!on 2021-06-02")
    await a_while_later()
    await office.halyna.click(done.response, label="Undo")
    assert "set by a moderator" not in await office.asked("!on 2021-06-02")
    for days in ("2 June", "day 3"):
        assert "with their year" in await office.told("date set", date=pointed, days=days, **REASONED)
    assert "no day that I can read" in await office.told("date set", date=pointed, days="whenever", **REASONED)


@pytest.mark.parametrize(
    "pointed", ["mill-siege:2", "{others}:1", "{others}@10-20", "no-such:1", "{own}@1-2", "{own}:99"]
)
async def test_what_is_not_there_or_not_the_servers_is_one_sentence(office, others, pointed):
    typed = pointed.format(own=office.source, others=others.source)
    told = await office.told("quotation speaker", quotation=typed, speaker="unknown", **REASONED)
    assert told == "There is no quotation there."
    told = await office.told("date set", date=typed, days="2021-06-02", **REASONED)
    assert told == "There is no date there."


async def test_words_that_point_nowhere_say_how_to_point(office):
    assert "Point at it by its source and passage" in await office.told(
        "date set", date="the first one", days="2021", **REASONED
    )


CORRECTIONS = {
    "person merge": {"person": "Nadiya Hrytsak", "into": "Oksana Lisova"},
    "person split": {"person": "Nadiya Hrytsak", "source": "{source}"},
    "person rename": {"person": "Nadiya Hrytsak", "name": "N"},
    "person variant add": {"person": "Nadiya Hrytsak", "form": "Nadiyka"},
    "person variant remove": {"person": "Nadiya Hrytsak", "form": "Nadiyka"},
    "person describe": {"person": "Nadiya Hrytsak", "role": "baker", "citation": "{source}:1"},
    "quotation speaker": {"quotation": "{source}:3", "speaker": "unknown"},
    "date set": {"date": "{source}:1", "days": "2021-06-02"},
}


@pytest.mark.parametrize("command", CORRECTIONS)
async def test_a_member_corrects_nothing_in_any_form(office, command):
    options = {name: value.format(source=office.source) for name, value in CORRECTIONS[command].items()}
    result = await office.does(command, member=office.petro, **options, **REASONED)
    assert result.ephemeral
    assert NOT_A_MODERATOR in words_of(result.response)
    typed = " ".join(f'"{value}"' for value in options.values())
    assert NOT_A_MODERATOR in await office.asked(f"!{command} {typed} because")
    office.lose_the_role()
    assert NOT_A_MODERATOR in await office.told(command, **options, **REASONED)
    assert await archive_of(office.env).count_audit(office.guild.id) == 1


@pytest.mark.parametrize("command", CORRECTIONS)
async def test_each_correction_wants_a_reason(office, command):
    options = {name: value.format(source=office.source) for name, value in CORRECTIONS[command].items()}
    if command == "person variant remove":
        await office.told("person variant add", **options, **REASONED)
    assert await office.told(command, **options, reason=" ") == "Say why: the reason is kept in the audit log."


async def test_what_one_server_corrects_holds_for_that_server_alone(office, others):
    await office.told("person rename", person=await nadiya(office), name="Nadia Hrytsak", **REASONED)
    assert "Nadia Hrytsak" in await office.asked("!who Nadiya Hrytsak")
    assert "Nadia Hrytsak" not in await others.asked("!who Nadiya Hrytsak")
