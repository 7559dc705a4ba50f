"""Interactions as Discord keeps them: answered once, in time, and with a message that can be changed afterwards."""

import time
from typing import Any

from aiohttp import web

from .failures import ALREADY_ANSWERED, INVALID_BODY, UNKNOWN_INTERACTION, UNKNOWN_MESSAGE, UNKNOWN_WEBHOOK
from .limits import EPHEMERAL
from .response_limits import ALLOWED, DEFERRED, DEFERRED_EDIT, EDIT, MESSAGE
from .rest import API, Rest, error, reply
from .state import BOT, Interaction, Sent, State

LOADING = 1 << 7


class Interactions:
    """The routes that answer interactions: the response itself, what follows on it, and changes to both."""

    def __init__(self, state: State, rest: Rest) -> None:
        self._state = state
        self._rest = rest

    def routes(self) -> list[web.RouteDef]:
        route, webhook = self._rest.route, f"{API}/webhooks/{{application}}/{{token}}"
        callback = f"{API}/interactions/{{interaction}}/{{token}}/callback"
        one = f"{webhook}/messages/{{message}}"
        return [
            web.post(callback, route("callback", self.callback, secret=False)),
            web.post(webhook, route("follow-up", self.follow_up, secret=False)),
            web.get(one, route("fetch", self.fetch, secret=False)),
            web.patch(one, route("edit", self.edit, secret=False)),
            web.delete(one, route("delete", self.delete, secret=False)),
        ]

    async def callback(self, request: web.Request) -> web.Response:
        sent = await self._rest.sent("callback", request)
        number, kind = request.match_info["interaction"], sent.body["type"]
        interaction = self._state.interactions.get(number)
        if interaction is None or interaction.token != request.match_info["token"] or self._too_late(interaction):
            return error(404, UNKNOWN_INTERACTION)
        if interaction.answered is not None:
            return error(400, ALREADY_ANSWERED)
        if kind not in ALLOWED[interaction.kind]:
            self._state.faults.append(f"callback: an interaction of type {interaction.kind} takes no response {kind}.")
            return error(400, INVALID_BODY)
        interaction.answered = kind
        resource = self._done(interaction, sent)
        if request.query.get("with_response") not in {"1", "true"}:
            return web.Response(status=204)
        return reply({"interaction": self._about(number, interaction)} | ({"resource": resource} if resource else {}))

    async def follow_up(self, request: web.Request) -> web.Response:
        sent = await self._rest.sent("follow-up", request)
        interaction = self._interaction(request)
        if interaction is None:
            return error(404, UNKNOWN_WEBHOOK)
        original = self._state.messages.get(interaction.original or "")
        if original is not None and original["flags"] & LOADING:
            return reply(self._edited(original["id"], sent))
        return reply(self._state.post(sent))

    async def fetch(self, request: web.Request) -> web.Response:
        number = self._number(request)
        return error(404, UNKNOWN_MESSAGE) if number is None else reply(self._state.messages[number])

    async def edit(self, request: web.Request) -> web.Response:
        sent = await self._rest.sent("edit", request)
        number = self._number(request)
        return error(404, UNKNOWN_MESSAGE) if number is None else reply(self._edited(number, sent))

    async def delete(self, request: web.Request) -> web.Response:
        number = self._number(request)
        if number is None:
            return error(404, UNKNOWN_MESSAGE)
        self._state.note(Sent("delete", {}), self._state.messages.pop(number))
        return web.Response(status=204)

    def _done(self, interaction: Interaction, sent: Sent) -> dict[str, Any] | None:
        """Do what a response says; returns the message that comes of it."""
        kind = sent.body["type"]
        if kind == MESSAGE:
            message = self._state.post(sent)
            interaction.original = message["id"]
            return {"type": kind, "message": message}
        if kind == EDIT and interaction.message is not None:
            interaction.original = interaction.message
            return {"type": kind, "message": self._state.edit(interaction.message, sent)}
        self._state.note(sent)
        if kind == DEFERRED_EDIT:
            interaction.original = interaction.message
        if kind == DEFERRED:
            private = (sent.message.get("flags") or 0) & EPHEMERAL
            message = self._state.message(BOT, flags=private | LOADING)
            self._state.messages[message["id"]] = message
            interaction.original = message["id"]
        return None

    def _edited(self, number: str, sent: Sent) -> dict[str, Any]:
        """Change a message: it stays as public or private as it was, and no longer says that the bot is thinking."""
        private = self._state.messages[number]["flags"] & EPHEMERAL
        self._state.messages[number]["flags"] &= ~LOADING
        shown = self._state.edit(number, sent)
        shown["flags"] = shown["flags"] & ~EPHEMERAL | private
        return shown

    def _about(self, number: str, interaction: Interaction) -> dict[str, Any]:
        about: dict[str, Any] = {"id": number, "type": interaction.kind}
        shown = self._state.messages.get(interaction.original or "")
        if shown is None:
            return about
        loading, private = bool(shown["flags"] & LOADING), bool(shown["flags"] & EPHEMERAL)
        about |= {"response_message_id": shown["id"], "response_message_loading": loading}
        return about | {"response_message_ephemeral": private}

    def _interaction(self, request: web.Request) -> Interaction | None:
        """The interaction that has the token of a request, once it is answered."""
        interaction = self._state.tokens.get(request.match_info["token"])
        return interaction if interaction is not None and interaction.answered is not None else None

    def _number(self, request: web.Request) -> str | None:
        interaction = self._interaction(request)
        named = request.match_info["message"]
        number = interaction.original if interaction is not None and named == "@original" else named
        return number if interaction is not None and number in self._state.messages else None

    def _too_late(self, interaction: Interaction) -> bool:
        deadline = self._state.deadline
        return deadline is not None and time.monotonic() - interaction.since > deadline
