"""The limits on commands and on responses to interactions, each kept to the last character and broken by one."""

import pytest

from .bodies import SILENT, text
from .checking import faults_of_request

REGISTER, RESPOND = ("PUT", "/applications/1/commands"), ("POST", "/interactions/2/token/callback")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def command(**more):
    return {"name": "who", "description": "Who somebody is", "type": 1, "options": []} | more


def option(**more):
    return {"type": 3, "name": "name", "description": "A name"} | more


def of(option_, *others):
    return command(options=[option_, *others])


def of_length(characters):
    """A command that has so many characters in all, most of them in the choices of two options."""
    left = characters - len("who" + "Who somebody is" + "ax" + "bx")
    sizes = [200] * (left // 200) + [left % 200]
    filled = [{"name": "n" * (size // 2), "value": "v" * (size - size // 2)} for size in sizes]
    first, second = option(name="a", description="x"), option(name="b", description="x")
    return of(first | {"choices": filled[:25]}, second | {"choices": filled[25:]})


def response(kind, **data):
    return {"type": kind, "data": data}


def choices(count, **more):
    return response(
        8, choices=[{"name": f"Person {number}", "value": f"id:{number}"} | more for number in range(count)]
    )


def field(**more):
    return {"type": 4, "custom_id": "page", "style": 1} | more


def modal(*fields, **more):
    parts = [{"type": 18, "label": "Page", "component": part} for part in fields or (field(),)]
    return response(9, **({"title": "Go to", "custom_id": "jump", "components": parts} | more))


def labelled(**more):
    return modal(components=[{"type": 18, "label": "Page", "component": field()} | more])


@pytest.mark.parametrize(
    ("kept", "broken", "reason"),
    [
        (command(name="x" * 32), command(name="x" * 33), "no name"),
        (command(name="хто"), command(name="Хто"), "no name"),
        (command(name="find-in_archive"), command(name="find in archive"), "no name"),
        (command(), command(name_localizations={"uk": "хто це"}), "no name"),
        (command(description="x" * 100), command(description="x" * 101), "description of 101"),
        (command(), command(description=""), "description of 0"),
        (command(), command(description_localizations={"uk": "x" * 101}), "description of 101"),
        (of(option(), option(name="b")), of(option(), option()), "two options of one name"),
        (
            of(option(), option(name="b", name_localizations={"uk": "ім"})),
            of(option(name_localizations={"uk": "ім"}), option(name="b", name_localizations={"uk": "ім"})),
            "two options of one name (uk)",
        ),
        (of(option(required=True), option(name="b")), of(option(), option(name="b", required=True)), "required option"),
        (of(option(autocomplete=True)), of(option(autocomplete=True, type=5)), "takes none"),
        (of(option()), of(option(autocomplete=True, choices=[{"name": "a", "value": "a"}])), "beside autocomplete"),
        (of(option(type=1)), of(option(type=1), option(name="b")), "beside subcommands"),
        (of_length(8000), of_length(8001), "more than 8000 characters"),
        (
            of(option(type=2, options=[option(type=1)])),
            of(option(type=2, options=[option(type=2, options=[option(type=1)])])),
            "nested too deep",
        ),
        (
            command(options=[option(name=letter) for letter in LETTERS[:25]]),
            command(options=[option(name=letter) for letter in LETTERS]),
            "26 options",
        ),
        (
            {"name": "x" * 32, "type": 3},
            {"name": "x" * 33, "type": 3},
            "1 to 32",
        ),
        ({"name": "Find in archive", "type": 3}, {"name": "Find", "type": 3, "description": "x"}, "no description"),
    ],
)
def test_a_command_may_be_so_large_and_no_larger(kept, broken, reason):
    assert faults_of_request(*REGISTER, [kept]) == []
    faults = faults_of_request(*REGISTER, [broken])
    assert any(reason in fault for fault in faults), faults


def test_there_may_be_so_many_commands():
    slash = [command(name=f"c{number}") for number in range(101)]
    assert faults_of_request(*REGISTER, slash[:100]) == []
    assert "more than 100 commands" in faults_of_request(*REGISTER, slash)[0]
    menus = [{"name": f"Menu {number}", "type": 3} for number in range(6)]
    assert faults_of_request(*REGISTER, menus[:5]) == []
    assert "more than 5 commands" in faults_of_request(*REGISTER, menus)[0]
    assert "two commands of one name" in faults_of_request(*REGISTER, [command(), command()])[0]


@pytest.mark.parametrize(
    ("kept", "broken", "reason"),
    [
        (choices(25), choices(26), "26 choices"),
        (choices(1, name="x" * 100), choices(1, name="x" * 101), "choice's name"),
        (choices(1, name="x"), choices(1, name=" "), "choice's name"),
        (choices(1, value="x" * 100), choices(1, value="x" * 101), "choice's value"),
        (choices(0), response(8), "no list of choices"),
        (modal(title="x" * 45), modal(title="x" * 46), "title"),
        (modal(custom_id="x" * 100), modal(custom_id="x" * 101), "custom_id"),
        (
            modal(*(field(custom_id=str(number)) for number in range(5))),
            modal(*(field(custom_id=str(number)) for number in range(6))),
            "modal of 6",
        ),
        (modal(field(), field(custom_id="b")), modal(field(), field()), "stands twice"),
        (modal(field(placeholder="x" * 100)), modal(field(placeholder="x" * 101)), "placeholder"),
        (modal(field(max_length=2, value="12")), modal(field(max_length=2, value="123")), "longer than it may be"),
        (labelled(label="x" * 45), labelled(label="x" * 46), "label in a modal"),
        (labelled(description="x" * 100), labelled(description="x" * 101), "description in a modal"),
        (response(5, flags=64), response(5, flags=4), "while a member waits"),
        (response(4, flags=1 << 15 | 64, components=[text()], **SILENT), response(4, content="words"), "may mention"),
    ],
)
def test_a_response_may_be_so_large_and_no_larger(kept, broken, reason):
    assert faults_of_request(*RESPOND, kept) == []
    faults = faults_of_request(*RESPOND, broken)
    assert any(reason in fault for fault in faults), faults
