"""The messages that the code says, found in the code itself."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from bot.settings import PROJECT

OPERATORS_ONLY = {
    "bot/console.py",
    "bot/client.py",
    "bot/settings.py",
    "bot/preview.py",
    "bot/archive/upkeep.py",
    "bot/archive/tables.py",
    "bot/archive/authority.py",
    "bot/archive/thesaurus.py",
}
"""What is said here is said to whoever runs the bot, in English; so is everything of the command line."""
SAYING = {"say", "counted", "message", "InputError", "ArchiveError", "QueryTooSlowError", "NotAllowedError"}
FAULTS = PROJECT / "bot" / "archive" / "file" / "faults.py"
"""Every constant in it is a sentence."""


@dataclass
class Said:
    """What was found: messages, those said in numbers (singular: plural), and calls whose message is put together."""

    messages: set[str] = field(default_factory=set)
    plurals: dict[str, str] = field(default_factory=dict)
    put_together: list[str] = field(default_factory=list)


@cache
def said_in_code() -> Said:
    """Every message of `bot/` and `cogs/` that a member can meet."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in _modules()}
    constants = {_module(path): dict(_constants(tree.body)) for path, tree in trees.items()}
    said = Said(set(dict(_constants(trees[FAULTS].body)).values()))
    for path, tree in trees.items():
        here = {**_imported(tree, constants), **constants[_module(path)]}
        for scope in _scopes(tree):
            known = {**{name: [value] for name, value in here.items()}, **_locals(scope)}
            for call in _calls(scope):
                _collect(call, known, said, f"{path.relative_to(PROJECT)}:{call.lineno}")
    return said


def _modules() -> Iterator[Path]:
    for path in (path for folder in ("bot", "cogs") for path in sorted((PROJECT / folder).rglob("*.py"))):
        name = path.relative_to(PROJECT).as_posix()
        if name not in OPERATORS_ONLY and not name.startswith("bot/command_line/"):
            yield path


def _module(path: Path) -> str:
    return ".".join(path.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__")


def _imported(tree: ast.Module, constants: dict[str, dict[str, str]]) -> dict[str, str]:
    """The constants of other modules that a module has by name."""
    return {
        name.asname or name.name: constants[node.module][name.name]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module in constants
        for name in node.names
        if name.name in constants[node.module]
    }


def _scopes(tree: ast.Module) -> Iterator[ast.AST]:
    """The functions and, for what stands outside of them, the module."""
    yield tree
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _inside(scope: ast.AST) -> Iterator[ast.AST]:
    """What stands in a scope and not in a function within it."""
    for child in ast.iter_child_nodes(scope):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield child
            yield from _inside(child)


def _calls(scope: ast.AST) -> Iterator[ast.Call]:
    for node in _inside(scope):
        if not isinstance(node, ast.Call) or not node.args or _is_english(node.func):
            continue
        if _name(node.func) in SAYING or (_is_super(node) and isinstance(node.args[0], ast.Constant)):
            yield node


def _is_super(call: ast.Call) -> bool:
    """Whether it is the class of an error handing its sentence on: `super().__init__("This document ...")`."""
    function = call.func
    return isinstance(function, ast.Attribute) and function.attr == "__init__" and "super()" in ast.unparse(function)


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _is_english(function: ast.expr) -> bool:
    return isinstance(function, ast.Attribute) and getattr(function.value, "id", "") == "ENGLISH"


def _constants(body: Iterable[ast.stmt]) -> Iterator[tuple[str, str]]:
    for node in body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            for value in _literals(node.value, {}):
                yield node.targets[0].id, value


def _locals(scope: ast.AST) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in _inside(scope):
        if isinstance(node, ast.Assign):
            target, value = node.targets[0], node.value
            pairs = zip(target.elts, value.elts, strict=False) if _are_tuples(target, value) else [(target, value)]
            for name, each in pairs:
                if isinstance(name, ast.Name):
                    found.setdefault(name.id, []).extend(_literals(each, {}))
    return {name: values for name, values in found.items() if values}


def _are_tuples(target: ast.expr, value: ast.expr) -> bool:
    return isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple)


def _literals(node: ast.expr, known: dict[str, list[str]]) -> list[str]:
    """The strings that an expression may be; none where that cannot be told."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.IfExp):
        return [*_literals(node.body, known), *_literals(node.orelse, known)]
    if isinstance(node, ast.Name):
        return known.get(node.id, [])
    if isinstance(node, ast.Call) and _name(node.func) == "message":
        return _literals(node.args[0], known)
    return []


def _collect(call: ast.Call, known: dict[str, list[str]], said: Said, where: str) -> None:
    arguments = call.args[1:3] if _name(call.func) == "counted" else call.args[:1]
    found = [_literals(argument, known) for argument in arguments]
    said.messages.update(words for each in found for words in each)
    if len(found) == 2:
        said.plurals.update(zip(*found, strict=True))
    if any(isinstance(node, ast.JoinedStr | ast.BinOp) for argument in arguments for node in ast.walk(argument)):
        said.put_together.append(f"{where} {ast.unparse(call)[:80]}")
