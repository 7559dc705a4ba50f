"""The limits on messages, each kept to the last character and broken by one."""

import pytest

from .bodies import (
    button,
    buttons,
    container,
    file,
    gallery,
    link,
    menu,
    option,
    options,
    plain,
    row,
    section,
    text,
    v2,
)
from .checking import faults_of_request
from .openapi import SPECIFICATION

NEW, OLD = ("POST", "/channels/4/messages"), ("PATCH", "/channels/4/messages/5")
ATTACHED = [{"id": 0, "filename": "a.txt"}]
ADDRESS = "https://example.org/"


@pytest.mark.parametrize(
    ("kept", "broken", "reason"),
    [
        (plain("x" * 2000), plain("x" * 2001), "content above 2000"),
        (plain("𝕏" * 1000), plain("𝕏" * 1000 + "x"), "content above 2000"),
        (plain(), plain(" \n"), "an empty message"),
        (plain(components=[buttons(5)]), plain(components=[buttons(6)]), "too many buttons"),
        (
            plain(components=[row(button(custom_id=str(n))) for n in range(5)]),
            plain(components=[row(button(custom_id=str(n))) for n in range(6)]),
            "5 action rows",
        ),
        (plain(nonce="1" * 25), plain(nonce="1" * 26), "nonce"),
        (plain(), plain() | {"allowed_mentions": {"parse": ["users"]}}, "may mention"),
        (plain(), plain() | {"allowed_mentions": {"parse": [], "replied_user": True}}, "may mention"),
        (plain(), {"content": "words"}, "may mention"),
        (plain(flags=4), plain(flags=64), "flags that cannot be set here"),
        (plain(), plain("\ud800"), "half of a character"),
        (v2(text("x" * 4000)), v2(text("x" * 4001)), "4000 characters"),
        (v2(*[text()] * 40), v2(*[text()] * 41), "41 components"),
        (v2(container(*[text()] * 39)), v2(container(*[text()] * 40)), "41 components"),
        (v2(text()), v2(), "0 components"),
        (v2(text()), v2(text(" ")), "an empty text"),
        (v2(text()), v2(text(), content="words"), "beside V2"),
        (v2(text()), v2(text(), flags=0, content="words"), "without the V2 flag"),
        (v2(row(button())), v2(button()), "at the top"),
        (v2(container(text())), v2(container(container(text()))), "in a container"),
        (v2(container(text())), v2(container()), "an empty container"),
        (v2(section(*[text()] * 3)), v2(section(*[text()] * 4)), "one to three texts"),
        (v2(section(text())), v2(section(text(), accessory=menu())), "beside it"),
        (v2(row(button(label="x" * 80))), v2(row(button(label="x" * 81))), "label"),
        (v2(row(button())), v2(row(button(label=" "))), "label"),
        (v2(row(button(custom_id="x" * 100))), v2(row(button(custom_id="x" * 101))), "custom_id of 101"),
        (v2(row(button())), v2(row(button(), button())), "stands twice"),
        (v2(row(button())), v2(row(button(url=ADDRESS))), "and not both"),
        (v2(row(link(ADDRESS))), v2(row(link(ADDRESS) | {"style": 1})), "a link button"),
        (v2(row(link(ADDRESS))), v2(row(link("file:///etc/passwd"))), "of the web"),
        (v2(row(link(ADDRESS + "x" * 492))), v2(row(link(ADDRESS + "x" * 493))), "above 512"),
        (v2(row(menu())), v2(row(menu(), button())), "fills its action row"),
        (v2(row(menu(25))), v2(row(menu(26))), "26 options"),
        (v2(row(menu(placeholder="x" * 150))), v2(row(menu(placeholder="x" * 151))), "placeholder"),
        (v2(row(option(label="x" * 100))), v2(row(option(label="x" * 101))), "label or value"),
        (v2(row(option(value="x" * 100))), v2(row(option(value="x" * 101))), "label or value"),
        (v2(row(option(description="x" * 100))), v2(row(option(description="x" * 101))), "description"),
        (v2(row(menu(options=options(2)))), v2(row(menu(options=options(1) * 2))), "value stands twice"),
        (v2(row(menu(max_values=2))), v2(row(menu(max_values=3))), "more options than it has"),
        (v2(file("a.txt"), attachments=ATTACHED), v2(file("b.txt"), attachments=ATTACHED), "is not attached"),
        (v2(gallery("x"), attachments=ATTACHED), v2(gallery("x")), "is not attached"),
        (v2(gallery(*"x" * 10), attachments=ATTACHED), v2(gallery(), attachments=ATTACHED), "a gallery of 0"),
        (
            v2(gallery("x" * 1024), attachments=ATTACHED),
            v2(gallery("x" * 1025), attachments=ATTACHED),
            "words for a picture",
        ),
        (
            plain(attachments=[{"id": 0, "filename": "a.png", "description": "x" * 1024}]),
            plain(attachments=[{"id": 0, "filename": "a.png", "description": "x" * 1025}]),
            "words for a file",
        ),
    ],
)
def test_a_message_may_be_so_large_and_no_larger(kept, broken, reason):
    assert faults_of_request(*NEW, kept) == []
    faults = faults_of_request(*NEW, broken)
    assert any(reason in fault for fault in faults), faults
    assert all(fault.startswith("POST /channels/…/messages: ") and "\n" not in fault for fault in faults)


def test_an_edit_may_leave_out_what_stays():
    edit = {"allowed_mentions": {"parse": []}, "components": []}
    assert faults_of_request(*OLD, edit) == []
    assert faults_of_request(*NEW, edit) != []


def test_what_has_not_the_shape_of_a_message_is_one_sentence():
    (fault, *_) = faults_of_request(*NEW, plain(components=[{"type": 1}]))
    assert "has not the shape" in fault


def test_a_route_that_discord_has_not_is_a_fault_where_its_description_is_at_hand():
    faults = faults_of_request("POST", "/channels/4/telegrams", {})
    assert faults == (["POST /channels/…/telegrams: Discord has no such route."] if SPECIFICATION.is_file() else [])
