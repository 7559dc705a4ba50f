"""Discord's description of its API, where it is at hand: what only it knows is held against a body too."""

import pytest

from .bodies import button, plain, row, text, v2
from .openapi import SPECIFICATION, faults_of_body

pytestmark = pytest.mark.skipif(not SPECIFICATION.is_file(), reason="the description is not beside the project")

NEW = "/channels/4/messages"


def test_a_message_that_it_takes():
    assert faults_of_body("POST", NEW, v2(text(), row(button()))) == []


def test_the_reason_is_that_of_the_part_that_is_wrong():
    (fault,) = faults_of_body("POST", NEW, v2(text(), row(button(style="green"))))
    assert "components.1.components.0.style" in fault
    assert "\n" not in fault


@pytest.mark.parametrize("embeds", [[{"title": "x" * 257}], [{"title": "x"}] * 11])
def test_what_the_other_limits_say_nothing_about(embeds):
    assert faults_of_body("POST", NEW, plain(embeds=embeds)) != []
    assert faults_of_body("POST", NEW, plain(embeds=[{"title": "x" * 256}] * 10)) == []


def test_an_id_may_be_a_number_and_an_address_may_have_any_letters():
    address = {"type": 2, "style": 5, "label": "Original", "url": "https://example.org/облога"}
    reference = {"message_id": 5, "channel_id": 4}
    assert faults_of_body("POST", NEW, v2(row(address), message_reference=reference)) == []


def test_routes_with_a_name_go_before_those_with_a_blank():
    assert faults_of_body("PATCH", "/webhooks/1/token/messages/@original", {"embeds": [{"title": "x" * 257}]}) != []


def test_a_route_without_a_body_takes_any():
    assert faults_of_body("POST", "/channels/4/typing", {"anything": 1}) == []
