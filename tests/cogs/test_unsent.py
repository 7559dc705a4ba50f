"""What the log says of an answer that a member never saw: one line, without their words."""

from types import SimpleNamespace

import discord
import pytest

from cogs._errors import log_unsent


def refused(code):
    return discord.HTTPException(SimpleNamespace(status=400, reason="Bad Request"), {"code": code, "message": "no"})


def test_what_does_not_get_there_is_named(caplog):
    log_unsent(ConnectionResetError(54, "who Lisova"))
    assert [record.getMessage() for record in caplog.records] == [
        "An answer did not reach Discord: ConnectionResetError"
    ]


@pytest.mark.parametrize(("code", "lines"), [(50035, 1), (40060, 0)])
def test_an_answer_that_discord_has_already_is_no_fault(caplog, code, lines):
    log_unsent(refused(code))
    assert len(caplog.records) == lines
