"""What the small Discord knows: one application, one server, its members, and everything that the bot has sent."""

import asyncio
import itertools
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from .failures import Failure
from .limits import texts

TOKEN = "a-token-for-tests"
BOT = {"id": "1001", "username": "archive", "discriminator": "0001", "global_name": None, "avatar": None, "bot": True}
ASKER = {"id": "2002", "username": "iryna", "discriminator": "0", "global_name": "Iryna", "avatar": None}
OTHER = {"id": "2003", "username": "petro", "discriminator": "0", "global_name": "Petro", "avatar": None}
GUILD, CHANNEL, ROLE = "3003", "4004", "3003"
WHEN = "2024-01-01T00:00:00+00:00"
PERMISSIONS = "2147601472"
KEPT = {"content", "components", "flags", "message_reference", "nonce"}
"""What of a body is seen again in the message that it makes."""


@dataclass(frozen=True)
class Sent:
    """One request of the bot that shows something: where it went, the JSON, and the files with their bytes.

    `route` is "message", "callback" (the response to an interaction), "follow-up", "edit" or "delete"; `shown` is
    the message as Discord has it from then on.
    """

    route: str
    body: dict[str, Any]
    files: dict[str, bytes] = field(default_factory=dict)
    shown: dict[str, Any] = field(default_factory=dict)

    @property
    def message(self) -> dict[str, Any]:
        """The message in it; an interaction's response has it one level down."""
        return self.body.get("data", {}) if self.route == "callback" else self.body

    @property
    def heading(self) -> str:
        """The first line of what it shows, without the marks of a heading."""
        return texts(self.message).strip().split("\n")[0].lstrip("# ")


@dataclass
class Interaction:
    """One interaction: what it was, and what has become of it."""

    kind: int
    token: str
    since: float
    message: str | None = None
    """The message whose control was used."""
    answered: int | None = None
    """The type of the response."""
    original: str | None = None
    """The message that `@original` means."""


@dataclass
class State:
    """Knobs first, then what has happened."""

    token: str = TOKEN
    message_content: bool = True
    shards: int = 1
    checking: bool = True
    """Whether bodies are held to Discord's limits and to its description of its API."""
    deadline: float | None = None
    """Seconds in which an interaction must be answered; three in Discord. None: as long as it takes."""
    remaining: int = 999
    """What every answer says is left of the rate limit of its route."""
    asker: dict[str, Any] = field(default_factory=lambda: dict(ASKER))
    """The member who does what is done."""
    permissions: str = PERMISSIONS
    """Theirs."""
    locale: str = "en-US"
    guild_locale: str = "en-US"
    hold: asyncio.Event | None = None
    """Where given, messages are taken only once it is set; `hung_up` is whether the bot waited for that."""
    turned_away: tuple[str, int] | None = None
    """How the gateway turns bots away: ("connect", status), ("hello", close code) or ("identify", close code)."""
    failures: list[Failure] = field(default_factory=list)
    """What goes wrong with the next requests."""

    hung_up: bool = False
    commands: list[dict[str, Any]] = field(default_factory=list)
    identified: list[dict[str, Any]] = field(default_factory=list)
    connections: int = 0
    resumed: int = 0
    sent: "asyncio.Queue[Sent]" = field(default_factory=asyncio.Queue)
    synced: asyncio.Event = field(default_factory=asyncio.Event)
    faults: list[str] = field(default_factory=list)
    requests: Counter[str] = field(default_factory=Counter)
    """How often each route was asked, failures counted."""
    messages: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The messages of the bot, by id."""
    interactions: dict[str, Interaction] = field(default_factory=dict)
    """By id."""
    tokens: dict[str, Interaction] = field(default_factory=dict)
    """By token."""
    _nonces: dict[str, str] = field(default_factory=dict)
    _ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(10_000))

    def new_id(self) -> str:
        return str(next(self._ids))

    def message(self, author: dict[str, Any], **more: Any) -> dict[str, Any]:
        return {
            "id": self.new_id(), "channel_id": CHANNEL, "author": author, "content": "", "timestamp": WHEN,
            "edited_timestamp": None, "tts": False, "mention_everyone": False, "mentions": [], "mention_roles": [],
            "attachments": [], "embeds": [], "pinned": False, "type": 0, "flags": 0, "components": [],
        } | more  # fmt: skip

    def post(self, sent: Sent) -> dict[str, Any]:
        """Make a message of the bot; where its nonce says that it is there already, that one is meant."""
        nonce = sent.message.get("nonce") if sent.message.get("enforce_nonce") else None
        if nonce in self._nonces:
            return self.messages[self._nonces[nonce]]
        message = self.message(BOT, **_kept(sent), attachments=self._attachments(sent))
        if nonce is not None:
            self._nonces[nonce] = message["id"]
        self.messages[message["id"]] = message
        self.note(sent, message)
        return message

    def edit(self, number: str, sent: Sent) -> dict[str, Any]:
        """Change a message of the bot. Raises KeyError for one that is not there."""
        message = self.messages[number]
        flags = message["flags"] | (sent.message.get("flags") or 0)
        message |= _kept(sent) | {"flags": flags, "edited_timestamp": WHEN}
        if "attachments" in sent.message:
            message["attachments"] = self._attachments(sent)
        self.note(sent, message)
        return message

    def note(self, sent: Sent, shown: dict[str, Any] | None = None) -> None:
        """Keep what was sent for the test to look at."""
        self.sent.put_nowait(Sent(sent.route, sent.body, sent.files, dict(shown or {})))

    def _attachments(self, sent: Sent) -> list[dict[str, Any]]:
        return [
            {"id": self.new_id(), "filename": name, "size": len(content)}
            | dict.fromkeys(("url", "proxy_url"), f"https://cdn.invalid/{name}")
            for name, content in sent.files.items()
        ]


def _kept(sent: Sent) -> dict[str, Any]:
    return {key: value for key, value in sent.message.items() if key in KEPT and value is not None}
