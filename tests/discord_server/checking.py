"""Every body that a bot sends, held to what Discord takes: its documented limits, and its description of its API."""

import json
import re
from collections.abc import Iterable
from typing import Any

from . import openapi
from .command_limits import faults_of_commands
from .limits import SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS, V2, faults_of_mentions, faults_of_message
from .response_limits import NEW_MESSAGE_FLAGS, faults_of_response

CALLBACK = re.compile(r"/interactions/[^/]+/[^/]+/callback")
COMMANDS = re.compile(r"/applications/[^/]+(/guilds/[^/]+)?/commands")
NEW_MESSAGE = re.compile(r"/channels/[^/]+/messages")
FOLLOW_UP = re.compile(r"/webhooks/[^/]+/[^/]+")
OLD_MESSAGE = re.compile(r"(/channels/[^/]+|/webhooks/[^/]+/[^/]+)/messages/[^/]+")


def faults_of_request(method: str, path: str, body: Any) -> list[str]:
    """What Discord would not take in one request, a sentence each that names the route. `path` begins behind /v10."""
    if not openapi.known(method, path):
        return [f"{method} {_route(path)}: Discord has no such route."]
    if body is None:
        return []
    try:
        faults = [*_documented(method, path, body), *openapi.faults_of_body(method, path, body)]
    except (KeyError, TypeError, AttributeError) as error:
        faults = [f"a body that has not the shape of one ({type(error).__name__} {error})"]
    if not _is_text(body):
        faults.append("half of a character")
    return [f"{method} {_route(path)}: {fault}." for fault in faults]


def faults_of_requests(requests: Iterable[tuple[str, str, Any]]) -> list[str]:
    """The same for all requests of a story: method, path and body of each."""
    return [fault for method, path, body in requests for fault in faults_of_request(method, path, body)]


def _documented(method: str, path: str, body: Any) -> list[str]:
    if method == "PUT" and COMMANDS.fullmatch(path):
        return faults_of_commands(body)
    if method == "POST" and CALLBACK.fullmatch(path):
        return faults_of_response(body)
    if method == "POST" and NEW_MESSAGE.fullmatch(path):
        return [
            *faults_of_message(body, flags=SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | V2),
            *faults_of_mentions(body),
        ]
    if method == "POST" and FOLLOW_UP.fullmatch(path):
        return [*faults_of_message(body, flags=NEW_MESSAGE_FLAGS), *faults_of_mentions(body)]
    if method == "PATCH" and OLD_MESSAGE.fullmatch(path):
        return [*faults_of_message(body, edit=True, flags=SUPPRESS_EMBEDS | V2), *faults_of_mentions(body)]
    return []


def _is_text(body: Any) -> bool:
    try:
        json.dumps(body, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _route(path: str) -> str:
    """The path without numbers and tokens."""
    return "/".join("…" if re.search(r"[0-9]", segment) else segment for segment in path.split("/"))
