"""Ends this very process at a chosen moment: before a statement of SQL, before a write, or in the middle of one.

Or lets the disk be full from some write on.

SQLite lets its calls of the system be replaced (`sqlite3_vfs.xSetSystemCall`); that is how its writes are counted.
"""

import ctypes
import errno
import os
import signal
import sqlite3
from collections import Counter
from collections.abc import Callable
from typing import Any, Literal

Kind = Literal["statement", "write", "torn", "full"]
_SET_SYSTEM_CALL = 18
"""Place of that pointer in `struct sqlite3_vfs`, counted in pointers, as its layout is on 64 bits."""
_libc = ctypes.CDLL(None, use_errno=True)
_PWRITE = ctypes.CFUNCTYPE(
    ctypes.c_ssize_t, ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int64, use_errno=True
)
_TRUNCATE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_int64, use_errno=True)
_UNLINK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_char_p, use_errno=True)


class KillSwitch:
    """Counts what this process does; at number `at` of `kind` it is killed, or the disk full; else it counts."""

    def __init__(self, kind: Kind | None = None, at: int = 0) -> None:
        self.counts: Counter[str] = Counter()
        self._kind = kind
        self._at = at
        self._kept: list[Any] = []

    def install(self) -> None:
        """Count from now on. For processes that end soon: it cannot be taken back."""
        self._watch_statements()
        self._watch_files()
        self._watch_writes()

    def _is_due(self, kind: Kind) -> bool:
        self.counts[kind] += 1
        return kind == self._kind and self.counts[kind] == self._at

    def _count(self, kind: Kind) -> None:
        if self._is_due(kind):
            os.kill(os.getpid(), signal.SIGKILL)

    def _watch_statements(self) -> None:
        connect = sqlite3.connect

        def watched(*arguments: Any, **more: Any) -> sqlite3.Connection:
            connection = connect(*arguments, **more)
            connection.set_trace_callback(lambda _: self._count("statement"))
            return connection

        sqlite3.connect = watched  # type: ignore[assignment]

    def _watch_files(self) -> None:
        for name in ("replace", "unlink", "link"):
            setattr(os, name, self._counting(getattr(os, name)))

    def _counting(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **more: Any) -> Any:
            self._count("write")
            return call(*arguments, **more)

        return counted

    def _watch_writes(self) -> None:
        @_PWRITE
        def pwrite(file: int, data: int, length: int, offset: int) -> int:
            self._count("write")
            if self._is_due("torn"):
                _pwrite(file, data, length // 2, offset)
                os.kill(os.getpid(), signal.SIGKILL)
            self._is_due("full")
            if self._kind == "full" and self.counts["full"] >= self._at:
                ctypes.set_errno(errno.ENOSPC)
                return -1
            return int(_pwrite(file, data, length, offset))

        @_TRUNCATE
        def truncate(file: int, length: int) -> int:
            self._count("write")
            return int(_truncate(file, length))

        @_UNLINK
        def unlink(path: bytes) -> int:
            self._count("write")
            return int(_unlink(path))

        _pwrite, _truncate, _unlink = (
            shape((name, _libc))
            for shape, name in ((_PWRITE, "pwrite64"), (_TRUNCATE, "ftruncate64"), (_UNLINK, "unlink"))
        )
        for name, call in ((b"pwrite64", pwrite), (b"pwrite", pwrite), (b"ftruncate", truncate), (b"unlink", unlink)):
            _set_system_call(name, call)
            self._kept.append(call)


def can_count_writes() -> bool:
    """Whether the library of SQLite can be reached here, and is one for Unix on 64 bits."""
    try:
        return ctypes.sizeof(ctypes.c_void_p) == 8 and bool(_vfs()) and hasattr(_libc, "pwrite64")
    except (OSError, AttributeError, ImportError):
        return False


def _vfs() -> int:
    import _sqlite3

    library = ctypes.CDLL(_sqlite3.__file__)
    library.sqlite3_vfs_find.restype = ctypes.c_void_p
    return int(library.sqlite3_vfs_find(None) or 0)


def _set_system_call(name: bytes, call: Any) -> None:
    vfs = _vfs()
    pointers = ctypes.cast(vfs, ctypes.POINTER(ctypes.c_void_p))
    setter = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)(
        pointers[_SET_SYSTEM_CALL] or 0
    )
    setter(vfs, name, ctypes.cast(call, ctypes.c_void_p))
