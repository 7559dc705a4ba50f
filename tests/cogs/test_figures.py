"""Members ask what the accounts say in numbers."""

from datetime import date

import pytest

from bot.archive.accession import Accession

from .conftest import button, option_of, words_of
from .test_completing import offered

LIST = "\n\n".join(
    [
        "Oksana Lisova, a miller, said that 30 boats came on April 2, 2021. Some 50 boats sank.",
        *(f"On April {day}, 2021, {10 + day} boats left the mill with {20 + day} children." for day in range(3, 10)),
    ]
)


@pytest.fixture
async def many(room):
    """The same server, once the archive holds a list of boats."""
    archive = room.env.bot.get_cog("Reports")._archive
    original = LIST.encode()
    listed = Accession(
        "list.txt", original, LIST, "A list of boats", publisher="Valley Post", published=date(2021, 5, 9)
    )
    await archive.add(listed)
    return room


async def test_conflicting_numbers_stand_under_one_heading_with_who_said_them_when_and_where(many):
    first = await many.asked("!figures boats")
    assert first.count("**boats**") == 1
    assert "> 30 boats\n-# in: Oksana Lisova, a miller, said that 30 boats came on April 2, 2021.\n" in first
    assert "— **Oksana Lisova**\n“April 2, 2021” → 2 April 2021 · day 13 of the siege" in first
    assert "-# A list of boats · Valley Post · 9 May 2021 · passage 1" in first
    assert "-# Every number stands as its account tells it" in first
    second = await many.asked("!figures boats page 2")
    assert "> Some 50 boats\n-# in: Some 50 boats sank.\n— *told by the account*\n" in second
    assert "as the account was published, 9 May 2021" in second


async def test_words_between_quotation_marks_are_shown_as_such(room):
    assert "> “nine people”\n-# in: “The boats could take nine people each,” Mr. Hrytsak said.\n" in (
        await room.asked("!figures boats")
    )


async def test_pages_are_turned_and_shown_as_plain_text(many, a_while_later):
    await many.iryna.send(many.channel, "!figures boats")
    first = many.last()
    assert "Page 1 of" in first
    await a_while_later()
    await many.iryna.click(many.channel.last_message, label="Next")
    assert "Page 2 of" in many.last()
    await many.iryna.click(many.channel.last_message, label="Previous")
    assert many.last() == first
    plain = await many.petro.click(many.channel.last_message, label="Plain text")
    assert plain.ephemeral
    assert "> 30 boats" in plain.response.content
    assert "— **Oksana Lisova**" in plain.response.content


async def test_source_opens_the_passage_of_a_figure(many, a_while_later):
    await many.iryna.send(many.channel, "!figures boats")
    message = many.channel.last_message
    await a_while_later()
    pressed = await many.petro.click(message, custom_id=button(message, "Source"))
    assert pressed.ephemeral
    assert "30 boats came on April 2, 2021. Some 50 boats sank." in words_of(pressed.response)


async def test_a_member_who_names_no_subject_chooses_one(room, a_while_later):
    result = await room.iryna.slash(room.channel, "figures")
    assert "Figures about what?" in words_of(result.response)
    await a_while_later()
    chosen = await room.iryna.select(result.response, [option_of(result.response, "evacuation · 2 figures")])
    assert "nine people" in words_of(chosen.response)


async def test_a_member_types_half_a_subject_chooses_and_reads(room):
    subjects = await offered(room, "figures", "subject", "boa")
    assert subjects == {"evacuation": "evacuation (boats) · 2 figures"}
    result = await room.iryna.slash(room.channel, "figures", subject="evacuation")
    assert "nine people" in words_of(result.response)


async def test_where_nothing_is_counted_the_way_leads_to_what_is(room):
    result = await room.iryna.slash(room.channel, "figures", subject="leaflets")
    assert "No figures about “leaflets” were found" in words_of(result.response)
    chosen = await room.iryna.select(result.response, [option_of(result.response, "evacuation")])
    assert "nine people" in words_of(chosen.response)


async def test_words_that_are_not_ours_are_harmless(room):
    archive = room.env.bot.get_cog("Reports")._archive
    text = "There were 40 @everyone boats. There were 50 **bold** boats, **Olha** said; 60 <@2002> boats."
    await archive.add(Accession("hostile.txt", text.encode(), text, "Hostile", published=date(2021, 5, 9)))
    shown = await room.asked("!figures boats") + await room.asked("!figures @everyone **x** <@2002>")
    assert "@everyone" not in shown
    assert "<@2002>" not in shown
