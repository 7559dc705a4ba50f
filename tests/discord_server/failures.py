"""What can go wrong with a request, as Discord puts it.

https://discord.com/developers/docs/topics/rate-limits and .../topics/opcodes-and-status-codes
"""

from dataclasses import dataclass
from typing import Any

UNKNOWN_MESSAGE, UNKNOWN_WEBHOOK, UNKNOWN_INTERACTION = 10008, 10015, 10062
ALREADY_ANSWERED, INVALID_BODY, MISSING_PERMISSIONS = 40060, 50035, 50013


@dataclass(frozen=True)
class Failure:
    """One request of `route` that fails with `status`; status 0 drops the connection without a reply.

    `late`: after it was done, as when only the reply is lost. `retry_after`: seconds to wait, for a 429; `everywhere`:
    that limit is on all routes.
    """

    route: str
    status: int
    code: int = 0
    late: bool = False
    retry_after: float = 0.0
    everywhere: bool = False

    @property
    def body(self) -> dict[str, Any]:
        """The JSON that says so."""
        if self.status == 429:
            limited = {"message": "You are being rate limited.", "retry_after": self.retry_after}
            return limited | {"global": self.everywhere}
        return {"message": "It failed.", "code": self.code}

    @property
    def headers(self) -> dict[str, str]:
        """What a 429 has beside it. discord.py takes one without `Via` for a ban."""
        if self.status != 429:
            return {}
        waiting = {"Via": "1.1 google", "Retry-After": str(max(1, round(self.retry_after)))}
        if self.everywhere:
            return waiting | {"X-RateLimit-Global": "true", "X-RateLimit-Scope": "global"}
        used_up = {"X-RateLimit-Limit": "5", "X-RateLimit-Remaining": "0", "X-RateLimit-Bucket": self.route}
        return waiting | used_up | {"X-RateLimit-Reset-After": str(self.retry_after), "X-RateLimit-Scope": "user"}
