"""The HTTP API: what a bot needs to log in, register its commands and answer messages."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import BodyPartReader, web

from .checking import faults_of_request
from .failures import MISSING_PERMISSIONS, UNKNOWN_MESSAGE, Failure
from .state import BOT, GUILD, Sent, State

API = "/api/v10"
RESET = {"X-RateLimit-Limit": "1000", "X-RateLimit-Reset": "4102444800", "X-RateLimit-Reset-After": "0.3"}
Handler = Callable[[web.Request], Awaitable[web.Response]]
Tell = Callable[[str, dict[str, Any]], Awaitable[None]]


class Rest:
    """The routes of the API but for interactions. `tell` sends an event through the gateway."""

    def __init__(self, state: State, tell: Tell) -> None:
        self._state = state
        self._tell = tell
        self.gateway_address = ""

    def routes(self) -> list[web.RouteDef]:
        messages = f"{API}/channels/{{channel}}/messages"
        return [
            web.get(f"{API}/users/@me", self.route("me", self.me)),
            web.get(f"{API}/oauth2/applications/@me", self.route("application", self.application)),
            web.get(f"{API}/gateway/bot", self.route("gateway", self.gateway)),
            web.put(f"{API}/applications/{{application}}/commands", self.route("register", self.register)),
            web.post(f"{API}/channels/{{channel}}/typing", self.route("typing", self.typing)),
            web.post(messages, self.route("message", self.message)),
            web.patch(f"{messages}/{{message}}", self.route("edit", self.edit)),
            web.delete(f"{messages}/{{message}}", self.route("delete", self.delete)),
        ]

    def route(self, name: str, handler: Handler, *, secret: bool = True) -> Handler:
        """A route that counts, fails where it is told to, and wants the token where it is `secret`."""

        async def handled(request: web.Request) -> web.Response:
            self._state.requests[name] += 1
            if secret and request.headers.get("Authorization") != f"Bot {self._state.token}":
                return reply({"message": "401: Unauthorized", "code": 0}, 401)
            failure = next((failure for failure in self._state.failures if failure.route == name), None)
            if failure is not None:
                self._state.failures.remove(failure)
                return await _failed(failure, request, handler)
            response = await handler(request)
            left = {"X-RateLimit-Remaining": str(self._state.remaining), "X-RateLimit-Bucket": name}
            response.headers.update(RESET | left)
            return response

        return handled

    async def sent(self, route: str, request: web.Request) -> Sent:
        """The body of a request, held to Discord's limits."""
        sent = await _read(route, request)
        if self._state.checking:
            self._state.faults += faults_of_request(request.method, request.path.removeprefix(API), sent.body)
            named = {file["filename"] for file in sent.message.get("attachments") or () if "filename" in file}
            if named != set(sent.files):
                self._state.faults.append(f"{route}: the files sent are not those that the body names.")
        return sent

    async def me(self, request: web.Request) -> web.Response:
        return reply(BOT)

    async def application(self, request: web.Request) -> web.Response:
        about = {"id": BOT["id"], "name": "archive", "icon": None, "description": "", "verify_key": "", "flags": 0}
        return reply(about | {"bot_public": True, "bot_require_code_grant": False, "owner": BOT})

    async def gateway(self, request: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        return reply({"url": self.gateway_address, "shards": self._state.shards, "session_start_limit": limit})

    async def register(self, request: web.Request) -> web.Response:
        commands = await request.json()
        if self._state.checking:
            self._state.faults += faults_of_request("PUT", request.path.removeprefix(API), commands)
        about = {"application_id": BOT["id"], "version": "1", "description": "", "default_member_permissions": None}
        self._state.commands = [about | command | {"id": self._state.new_id()} for command in commands]
        self._state.synced.set()
        return reply(self._state.commands)

    async def typing(self, request: web.Request) -> web.Response:
        return web.Response(status=204)

    async def message(self, request: web.Request) -> web.Response:
        before = len(self._state.messages)
        shown = self._state.post(await self.sent("message", request))
        if self._state.hold is not None:
            await self._state.hold.wait()
            self._state.hung_up = request.transport is None or request.transport.is_closing()
        if len(self._state.messages) > before:
            await self._tell("MESSAGE_CREATE", shown | {"guild_id": GUILD})
        return reply(shown)

    async def edit(self, request: web.Request) -> web.Response:
        sent = await self.sent("edit", request)
        number = request.match_info["message"]
        return reply(self._state.edit(number, sent)) if number in self._state.messages else error(404, UNKNOWN_MESSAGE)

    async def delete(self, request: web.Request) -> web.Response:
        number = request.match_info["message"]
        gone = self._state.messages.pop(number, None)
        if gone is None:
            return error(403, MISSING_PERMISSIONS)
        self._state.note(Sent("delete", {}), gone)
        await self._tell("MESSAGE_DELETE", {"id": number, "channel_id": gone["channel_id"], "guild_id": GUILD})
        return web.Response(status=204)


def reply(content: Any, status: int = 200) -> web.Response:
    # aiohttp's json_response names a charset, and discord.py then takes the body for plain text.
    headers = {"Content-Type": "application/json"}
    return web.Response(body=json.dumps(content).encode(), status=status, headers=headers)


def error(status: int, code: int) -> web.Response:
    """What Discord says when it will not."""
    return reply({"message": "It cannot be done.", "code": code}, status)


async def _failed(failure: Failure, request: web.Request, handler: Handler) -> web.Response:
    if failure.late:
        await handler(request)
    if not failure.status and request.transport is not None:
        request.transport.abort()
    response = reply(failure.body, failure.status or 500)
    response.headers.update(failure.headers)
    return response


async def _read(route: str, request: web.Request) -> Sent:
    if not request.content_type.startswith("multipart/"):
        return Sent(route, await request.json())
    body: dict[str, Any] = {}
    files: dict[str, bytes] = {}
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        content = bytes(await part.read(decode=False))
        if part.name == "payload_json":
            body = json.loads(content)
        else:
            files[part.filename or ""] = content
    return Sent(route, body, files)
