"""What a fetched document is called: never a path, never markup, always ending as its kind does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.intake.links.naming import SUFFIXES, charset, filename

PDF = "application/pdf"


@pytest.mark.parametrize(
    ("disposition", "target", "name"),
    [
        ('attachment; filename="Ferry list.pdf"', "/x", "Ferry list.pdf"),
        ("inline; filename=list.pdf", "/x", "list.pdf"),
        ("attachment; filename*=UTF-8''%D0%9C%D0%B0%D1%80.pdf; filename=x.pdf", "/x", "Мар.pdf"),
        ('attachment; filename="Мар.pdf"', "/x", "Мар.pdf"),
        ('attachment; filename="../../etc/passwd"', "/x", "passwd.pdf"),
        ('attachment; filename="C:\\\\Users\\\\x\\\\list.pdf"', "/x", "list.pdf"),
        ('attachment; filename="/"', "/a/report.pdf?x=/y.exe", "report.pdf"),
        ('attachment; filename="list.pdf.exe"', "/x", "list.pdf.exe.pdf"),
        ('attachment; filename="a\u202efdp.exe"', "/x", "a_fdp.exe.pdf"),
        ('attachment; filename="**<@&1>**`[x](y)`.pdf"', "/x", "_____1_____x_(y)_.pdf"),
        ('attachment; filename="..."', "/", "document.pdf"),
        ('attachment; filename=".pdf"', "/", "pdf.pdf"),
        ("attachment; filename*=nonsense''%FF", "/a.pdf", "ÿ.pdf"),
        (";;;==\"", "/%2e%2e%2f%2e%2e%2fa%00.pdf", "a_.pdf"),
        ("", "//127.0.0.1/b.pdf", "b.pdf"),
        ("", "/" + "я" * 300 + ".pdf", "я" * 96 + ".pdf"),
    ],
)  # fmt: skip
def test_name_comes_from_the_header_or_the_path_without_what_could_harm(
    disposition: str, target: str, name: str
) -> None:
    assert filename(disposition, target, PDF) == name


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(sorted(SUFFIXES)), st.booleans())
def test_whatever_a_site_says_the_name_is_safe(said: str, path: str, kind: str, quoted: bool) -> None:
    line = said.replace("\r", "").replace("\n", "")
    name = filename(f'attachment; filename="{line}"' if quoted else line, f"/{path}", kind)
    assert len(name) <= 100 and name.endswith(SUFFIXES[kind])
    assert not set(name) & set('/\\<>@*`[]"|:?~#&$%^{}\0')
    assert not name.startswith(".") and name.isprintable()


@pytest.mark.parametrize(
    ("stated", "kept"),
    [("UTF-8", "utf-8"), ("windows-1251", "windows-1251"), (None, None), ("", None), ("../x", None), ("a" * 41, None)],
)
def test_charset_is_kept_where_it_is_written_like_one(stated: str | None, kept: str | None) -> None:
    assert charset(stated) == kept
