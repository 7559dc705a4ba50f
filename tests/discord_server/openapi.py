"""Discord's own description of its HTTP API, where it lies beside the project: what it says of the body of a request.

https://github.com/discord/discord-api-spec, specs/openapi.json. Two leniences, as Discord itself has them: an id may
be a number, and what is said of formats (addresses beyond ASCII) is not held against anybody.
"""

import json
import re
from functools import cache
from typing import Any

import jsonschema_rs

from bot.settings import PROJECT

SPECIFICATION = PROJECT.parent / "shared" / "discord" / "openapi.json"


def faults_of_body(method: str, path: str, body: Any) -> list[str]:
    """What the description has against a body; nothing where it is not at hand, or has no body for the route."""
    template = _template(method.lower(), path)
    validator = _validator(method.lower(), template) if template else None
    if validator is None or validator.is_valid(body):
        return []
    return [_sentence(error) for error in validator.iter_errors(body)]


def known(method: str, path: str) -> bool:
    """Whether the description has the route; true where it is not at hand."""
    return not SPECIFICATION.is_file() or _template(method.lower(), path) is not None


@cache
def _description() -> dict[str, Any]:
    if not SPECIFICATION.is_file():
        return {"paths": {}, "components": {}}
    description: dict[str, Any] = json.loads(SPECIFICATION.read_text("utf-8"))
    description["components"]["schemas"]["SnowflakeType"] = {"type": ["string", "integer"]}
    return description


@cache
def _patterns() -> list[tuple[str, re.Pattern[str], set[str]]]:
    """All routes, those with the fewest blanks first."""
    paths = sorted(_description()["paths"].items(), key=lambda item: item[0].count("{"))
    return [(path, re.compile(re.sub(r"\{\w+\}", "[^/]+", path)), set(methods)) for path, methods in paths]


def _template(method: str, path: str) -> str | None:
    fitting = (template for template, pattern, methods in _patterns() if method in methods and pattern.fullmatch(path))
    return next(fitting, None)


@cache
def _validator(method: str, template: str) -> jsonschema_rs.Draft202012Validator | None:
    content = _description()["paths"][template][method].get("requestBody", {}).get("content", {})
    if "application/json" not in content:
        return None
    schema = content["application/json"]["schema"]
    return jsonschema_rs.Draft202012Validator({"allOf": [schema], "components": _description()["components"]})


def _sentence(error: Any) -> str:
    """The innermost reason: of all the alternatives that did not fit, that of the one which fitted longest."""
    deepest = max(_leaves(error), key=lambda leaf: len(list(leaf.instance_path)))
    place = ".".join(map(str, deepest.instance_path)) or "the body"
    return f"Discord's description of its API: {place}: {deepest.message[:200]}"


def _leaves(error: Any) -> list[Any]:
    branches = getattr(error.kind, "context", None) or []
    return [leaf for branch in branches for inner in branch for leaf in _leaves(inner)] or [error]
