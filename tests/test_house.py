"""The house: imports run one way, rooms keep to themselves, and nothing happens at import."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import PROJECT

MAY_IMPORT = {
    "bot.reading": {"bot.reading"},
    "bot.intake": {"bot.intake", "bot.reading", "bot.errors"},
    "bot.archive": {"bot.archive", "bot.reading", "bot.errors"},
    "bot.answers": {"bot.answers", "bot.archive", "bot.reading", "bot.errors"},
    "bot.rendering": {"bot.rendering", "bot.answers", "bot.archive.records", "bot.reading", "bot.errors"},
    "cogs": {"cogs", "bot.rendering", "bot.answers", "bot.archive", "bot.errors"},
}
"""Which rooms each room may import from. What stands in bot/ itself may import all of them."""
ROOMS = sorted(MAY_IMPORT)
MODULES = sorted(path for folder in ("bot", "cogs") for path in (PROJECT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__")


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: imports are written out in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def inside(module: str, room: str) -> bool:
    return module == room or module.startswith(f"{room}.")


@pytest.mark.parametrize("room", ROOMS)
def test_imports_run_one_way(room: str) -> None:
    against = [
        f"{name_of(path)} imports {module}"
        for path in MODULES
        if inside(name_of(path), room)
        for module in imports_of(path)
        if module.split(".")[0] in {"bot", "cogs"} and not any(inside(module, other) for other in MAY_IMPORT[room])
    ]
    assert against == []


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("sqlite3", {"bot.archive"}),
        ("aiosqlite", {"bot.archive"}),
        ("discord", {"bot.rendering", "cogs", "bot.client", "bot.connection", "bot.preview"}),
        ("aiohttp", {"bot.client", "bot.connection", "bot.intake.links"}),
        ("rich", {"bot.rendering", "bot.__main__", "bot.console", "bot.command_line"}),
        ("click", {"bot.__main__", "bot.console", "bot.command_line"}),
        ("charset_normalizer", {"bot.intake"}),
        ("trafilatura", {"bot.intake"}),
        ("pdfminer", {"bot.intake"}),
        ("babel", {"bot.answers"}),
        ("matplotlib", {"bot.rendering.chart"}),
        ("PIL", {"bot.rendering.chart"}),
    ],
)
def test_library_stays_in_its_room(library: str, rooms: set[str]) -> None:
    strays = {
        name_of(path)
        for path in MODULES
        if any(inside(module, library) for module in imports_of(path))
        and not any(inside(name_of(path), room) for room in rooms)
    }
    assert strays == set()


@pytest.mark.parametrize("library", ["os", "time", "socket", "random", "subprocess", "urllib", "logging"])
def test_reader_is_pure(library: str) -> None:
    strays = [
        p for p in MODULES if inside(name_of(p), "bot.reading") and library in {m.split(".")[0] for m in imports_of(p)}
    ]
    assert strays == []


def test_settings_and_environment_are_read_in_one_place() -> None:
    readers = {name_of(path) for path in MODULES if "os.environ" in path.read_text("utf-8")}
    assert all(reader == "bot.__main__" or inside(reader, "bot.command_line") for reader in readers)


def test_no_module_is_a_second_room() -> None:
    assert {name_of(p): n for p in MODULES if (n := len(p.read_text("utf-8").splitlines())) > 400} == {}
