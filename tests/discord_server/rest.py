"""The HTTP API: what a bot needs to log in, register its commands and answer."""

import json
from typing import Any

from aiohttp import web

from .limits import faults_of_message
from .state import BOT, Sent, State

API = "/api/v10"
MESSAGE_RESPONSES = {4, 7}


class Rest:
    """The routes. Every message is checked against Discord's limits; what it breaks stands in `State.faults`."""

    def __init__(self, state: State) -> None:
        self._state = state
        self.gateway_address = ""

    def routes(self) -> list[web.RouteDef]:
        message = "/webhooks/{application}/{token}/messages/{message}"
        return [
            web.get(f"{API}/users/@me", self.me),
            web.get(f"{API}/oauth2/applications/@me", self.application),
            web.get(f"{API}/gateway/bot", self.gateway),
            web.put(f"{API}/applications/{{application}}/commands", self.register),
            web.post(f"{API}/channels/{{channel}}/messages", self.message),
            web.post(f"{API}/channels/{{channel}}/typing", self.typing),
            web.post(f"{API}/interactions/{{interaction}}/{{token}}/callback", self.callback),
            web.post(f"{API}/webhooks/{{application}}/{{token}}", self.follow_up),
            web.patch(API + message, self.follow_up),
        ]

    async def me(self, request: web.Request) -> web.Response:
        if request.headers.get("Authorization") != f"Bot {self._state.token}":
            return _json({"message": "401: Unauthorized", "code": 0}, 401)
        return _json(BOT)

    async def application(self, request: web.Request) -> web.Response:
        about = {"id": BOT["id"], "name": "archive", "icon": None, "description": "", "verify_key": "", "flags": 0}
        return _json(about | {"bot_public": True, "bot_require_code_grant": False, "owner": BOT})

    async def gateway(self, request: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        return _json({"url": self.gateway_address, "shards": self._state.shards, "session_start_limit": limit})

    async def register(self, request: web.Request) -> web.Response:
        commands = await request.json()
        self._state.commands = [
            {**command, "id": self._state.new_id(), "application_id": BOT["id"], "version": "1"} for command in commands
        ]
        self._state.synced.set()
        return _json(self._state.commands)

    async def message(self, request: web.Request) -> web.Response:
        shown = _json(self._shown(await _sent("message", request)))
        if self._state.hold is not None:
            await self._state.hold.wait()
            self._state.hung_up = request.transport is None or request.transport.is_closing()
        return shown

    async def follow_up(self, request: web.Request) -> web.Response:
        return _json(self._shown(await _sent("follow-up", request)))

    async def typing(self, request: web.Request) -> web.Response:
        return web.Response(status=204)

    async def callback(self, request: web.Request) -> web.Response:
        sent = await _sent("callback", request)
        number = request.match_info["interaction"]
        about: dict[str, Any] = {"interaction": {"id": number, "type": 2}}
        if sent.body["type"] in MESSAGE_RESPONSES:
            message = self._shown(sent)
            about["resource"] = {"type": sent.body["type"], "message": message}
        else:
            self._state.sent.put_nowait(sent)
        return _json(about)

    def _shown(self, sent: Sent) -> dict[str, Any]:
        self._state.faults += faults_of_message(sent.message)
        if "allowed_mentions" not in sent.message or sent.message["allowed_mentions"].get("parse"):
            self._state.faults.append("a message that may mention people")
        self._state.sent.put_nowait(sent)
        kept = {key: value for key, value in sent.message.items() if key in {"content", "components", "flags"}}
        return self._state.message(BOT, **kept)


def _json(content: Any, status: int = 200) -> web.Response:
    # aiohttp's json_response names a charset, and discord.py then takes the body for plain text.
    headers = {"Content-Type": "application/json"}
    return web.Response(body=json.dumps(content).encode(), status=status, headers=headers)


async def _sent(route: str, request: web.Request) -> Sent:
    if not request.content_type.startswith("multipart/"):
        return Sent(route, await request.json())
    body: dict[str, Any] = {}
    files: dict[str, bytes] = {}
    async for part in await request.multipart():
        content = bytes(await part.read(decode=False))
        if part.name == "payload_json":
            body = json.loads(content)
        else:
            files[part.filename or ""] = content
    return Sent(route, body, files)
