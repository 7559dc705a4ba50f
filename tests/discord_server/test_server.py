"""The small Discord behaves as the real one does, seen by a bot that is a few lines long."""

from contextlib import asynccontextmanager

import aiohttp
import pytest

from .bodies import SILENT, button, plain, row, text, v2
from .response_limits import CHOICES, DEFERRED, DEFERRED_EDIT, EDIT, MESSAGE, MODAL
from .server import DiscordServer
from .state import BOT, CHANNEL, OTHER, TOKEN

EPHEMERAL, LOADING = 1 << 6, 1 << 7
INTENTS = 1 << 9 | 1 << 15
COMMANDS = [
    {"name": "who", "type": 1, "description": "Who", "options": [{"name": "name", "type": 3, "description": "Name"}]},
    {"name": "Find in archive", "type": 3},
]


class Bot:
    """Has logged in and registered its commands; says what it is told to say."""

    def __init__(self, discord, session, socket):
        self.discord, self._session, self._socket = discord, session, socket
        self.base = discord.environment["DISCORD_API_URL"]

    async def event(self, name):
        """The next event of this name."""
        while True:
            frame = await self._socket.receive_json()
            if frame["t"] == name:
                return frame["d"]

    async def asks(self, method, path, body=None, headers=None):
        """Status and JSON of one request."""
        headers = {"Authorization": f"Bot {TOKEN}"} if headers is None else headers
        async with self._session.request(method, self.base + path, json=body, headers=headers) as reply:
            return reply.status, await reply.json() if reply.content_length else None

    async def responds(self, interaction, kind, **data):
        path = f"/interactions/{interaction['id']}/{interaction['token']}/callback?with_response=1"
        return await self.asks("POST", path, {"type": kind, "data": data}, headers={})

    async def follows(self, interaction, method="POST", path="", body=None):
        return await self.asks(method, f"/webhooks/{BOT['id']}/{interaction['token']}{path}", body, headers={})

    async def asked(self):
        """The interaction in which a member has asked for Oksana."""
        await self.discord.slash("who", name="Oksana")
        return await self.event("INTERACTION_CREATE")


@asynccontextmanager
async def logged_in(**knobs):
    async with DiscordServer(**knobs) as discord, aiohttp.ClientSession() as session:
        socket = await session.ws_connect(discord.environment["DISCORD_GATEWAY_URL"])
        await socket.send_json({"op": 2, "d": {"token": TOKEN, "intents": INTENTS, "shard": [0, 1]}})
        bot = Bot(discord, session, socket)
        await bot.event("GUILD_CREATE")
        await bot.asks("PUT", f"/applications/{BOT['id']}/commands", COMMANDS)
        yield bot
        await socket.close()


@pytest.fixture
async def bot():
    async with logged_in() as bot:
        yield bot


async def test_an_interaction_is_answered_once(bot):
    asked = await bot.asked()
    status, about = await bot.responds(asked, MESSAGE, **plain("Oksana"), flags=EPHEMERAL)
    assert (status, about["interaction"]["response_message_ephemeral"]) == (200, True)
    assert about["resource"]["message"]["content"] == "Oksana"
    status, error = await bot.responds(asked, MESSAGE, **plain("again"))
    assert (status, error["code"]) == (400, 40060)
    assert (await bot.discord.answer()).message["content"] == "Oksana"
    assert bot.discord.state.sent.empty()


async def test_what_follows_the_waiting_takes_its_place_and_is_as_private(bot):
    asked = await bot.asked()
    _, about = await bot.responds(asked, DEFERRED, flags=EPHEMERAL)
    assert about["interaction"]["response_message_loading"]
    _, first = await bot.follows(asked, body=plain("Oksana"))
    assert first["id"] == about["interaction"]["response_message_id"]
    assert first["flags"] & (EPHEMERAL | LOADING) == EPHEMERAL
    _, second = await bot.follows(asked, body=plain("and more"))
    assert second["id"] != first["id"]
    _, edited = await bot.follows(asked, "PATCH", "/messages/@original", plain("Oksana Lisova"))
    assert (edited["id"], edited["content"]) == (first["id"], "Oksana Lisova")
    assert (await bot.follows(asked, "DELETE", "/messages/@original"))[0] == 204
    assert (await bot.follows(asked, "GET", "/messages/@original"))[0] == 404


async def test_nothing_follows_before_there_is_a_response(bot):
    asked = await bot.asked()
    status, error = await bot.follows(asked, body=plain("Oksana"))
    assert (status, error["code"]) == (404, 10015)


async def test_a_press_changes_the_message_that_it_was_on(bot):
    _, shown = await bot.asks("POST", f"/channels/{CHANNEL}/messages", v2(text("page 1"), row(button())))
    bot.discord.state.asker = OTHER
    await bot.discord.presses(shown, "one")
    pressed = await bot.event("INTERACTION_CREATE")
    assert (pressed["message"]["id"], pressed["member"]["user"]) == (shown["id"], OTHER)
    await bot.responds(pressed, EDIT, **v2(text("page 2"), row(button())))
    assert bot.discord.state.messages[shown["id"]]["components"][0]["content"] == "page 2"

    await bot.discord.presses(shown, "one")
    pressed = await bot.event("INTERACTION_CREATE")
    await bot.responds(pressed, DEFERRED_EDIT)
    await bot.follows(pressed, "DELETE", "/messages/@original")
    assert bot.discord.state.messages == {}


async def test_a_message_sent_twice_with_one_nonce_is_there_once(bot):
    body = plain("Oksana", nonce="7", enforce_nonce=True)
    replies = [await bot.asks("POST", f"/channels/{CHANNEL}/messages", body) for _ in range(2)]
    assert replies[0] == replies[1]
    assert len(bot.discord.state.messages) == 1
    number = replies[0][1]["id"]
    assert (await bot.asks("DELETE", f"/channels/{CHANNEL}/messages/{number}"))[0] == 204
    assert (await bot.event("MESSAGE_DELETE"))["id"] == number


async def test_a_member_types_and_is_shown_choices(bot):
    await bot.discord.autocompletes("who", "name", "Ok")
    typed = await bot.event("INTERACTION_CREATE")
    assert typed["data"]["options"] == [{"name": "name", "type": 3, "value": "Ok", "focused": True}]
    await bot.responds(typed, CHOICES, choices=[{"name": "Oksana", "value": "id:1"}])
    assert (await bot.discord.answer()).body["data"]["choices"][0]["value"] == "id:1"


async def test_a_modal_is_filled_in_and_sent_off(bot):
    asked = await bot.asked()
    page = {"type": 4, "custom_id": "page", "style": 1}
    parts = [{"type": 18, "label": "Page", "component": page}]
    await bot.responds(asked, MODAL, title="Go to", custom_id="jump", components=parts)
    await bot.discord.submits((await bot.discord.answer()).message, {"page": "3"}, None)
    submitted = await bot.event("INTERACTION_CREATE")
    assert submitted["data"]["custom_id"] == "jump"
    assert submitted["data"]["components"][0]["component"]["value"] == "3"


async def test_a_command_of_the_context_menu_comes_with_the_message(bot):
    message = await bot.discord.says("On 30 April Oksana spoke.")
    await bot.discord.uses_on_message("Find in archive", message)
    used = await bot.event("INTERACTION_CREATE")
    assert used["data"]["resolved"]["messages"][used["data"]["target_id"]]["content"] == "On 30 April Oksana spoke."


async def test_what_is_answered_too_late_is_not_known_any_more():
    async with logged_in(deadline=0.0) as bot:
        status, error = await bot.responds(await bot.asked(), MESSAGE, **plain("Oksana"))
        assert (status, error["code"]) == (404, 10062)


async def test_a_member_has_a_language_and_permissions_and_so_has_the_server():
    async with logged_in(locale="uk", guild_locale="de", permissions="8") as bot:
        asked = await bot.asked()
        assert (asked["locale"], asked["guild_locale"], asked["member"]["permissions"]) == ("uk", "de", "8")


async def test_whoever_has_not_the_token_is_told_nothing(bot):
    assert (await bot.asks("POST", f"/channels/{CHANNEL}/messages", plain(), headers={}))[0] == 401


async def test_a_limit_that_is_not_kept_fails_the_block_with_its_sentence():
    with pytest.raises(AssertionError, match="content above 2000"):
        async with logged_in() as bot:
            await bot.asks("POST", f"/channels/{CHANNEL}/messages", plain("x" * 2001))
    async with logged_in(checking=False) as bot:
        await bot.asks("POST", f"/channels/{CHANNEL}/messages", plain("x" * 2001))


async def test_a_response_that_an_interaction_does_not_take_fails_the_block():
    with pytest.raises(AssertionError, match="takes no response 7"):
        async with logged_in() as bot:
            await bot.responds(await bot.asked(), EDIT, **SILENT, content="Oksana")
