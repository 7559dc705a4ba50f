"""Files to take in, built byte by byte: PDFs, Word documents and a page of an invented paper."""

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Ferry leaves Port Amsel | Harbour Herald</title>
<meta property="og:title" content="Ferry leaves Port Amsel with nine families">
<meta property="og:site_name" content="Harbour Herald"><meta name="author" content="Mira Castellan">
<meta property="article:published_time" content="2031-05-12T06:15:00+02:00">
<link rel="canonical" href="https://herald.example/news/ferry-leaves">
<script>var kept = "said by a script";</script><style>p { color: red }</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li><li><a href="/op">Opinion</a></li></ul></nav>
<div id="cookie-banner" class="cookie-consent"><p>We use cookies. By clicking Accept you agree to all of them.</p></div>
<main><article><h1>Ferry leaves Port Amsel with nine families</h1><p class="byline">By Mira Castellan</p>
<p>PORT AMSEL (UW) — The ferry left at noon on Monday with nine families, the harbour master <b>Ines Toll</b> said.</p>
<p>“We counted every one of them,” said Toll, 41, who had written their names into the ledger of the port.</p>
<p>Three days later a second ferry was turned back, and its captain, Joren Vask, lay in the roads for a night.</p>
<script>document.write("<p>written by a script</p>")</script>
<div style="display:none">Hidden words that nobody should see</div>
<p>The families were taken to a school in Ostrel, where beds had been made ready, two of the teachers said.</p>
</article><aside class="related"><h3>Related stories</h3><ul><li><a href="/1">Mayor denies it</a></li></ul></aside>
<section id="comments"><div class="comment"><p>reader99: what a story, I never believed them.</p></div></section></main>
<footer><p>© 2031 Harbour Herald. All rights reserved.</p></footer></body></html>"""


def pdf(
    pages: Sequence[Sequence[tuple[float, float, str]]], *, info: Mapping[str, str] | None = None, size: int = 11
) -> bytes:
    """A PDF with a line of text for each (x, y, text) of each page, in Helvetica."""
    return pdf_of_streams([_drawn(lines, size) for lines in pages], info=info)


def _drawn(lines: Sequence[tuple[float, float, str]], size: int) -> bytes:
    shown = (b"BT /F1 %d Tf 1 0 0 1 %.1f %.1f Tm (%s) Tj ET\n" % (size, x, y, _escaped(text)) for x, y, text in lines)
    return b"".join(shown)


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def pdf_of_streams(
    streams: Sequence[bytes],
    *,
    info: Mapping[str, str] | None = None,
    stream_notes: bytes = b"",
    length: int | None = None,
    trailer: bytes = b"",
    times: int = 1,
    count: int | None = None,
    more: Sequence[bytes] = (),
) -> bytes:
    """A PDF of these content streams, each on `times` pages; what it says of itself may be untrue.

    Of `more` objects, the first is at hand on every page under the name `Form`.
    """
    objects = [b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    for stream in streams:
        declared = len(stream) if length is None else length
        objects.append(b"<< /Length %d %s >>\nstream\n%s\nendstream" % (declared, stream_notes, stream))
    form = len(objects) + 1
    objects.extend(more)
    first = len(objects) + 2
    kids = []
    for n in range(len(streams) * times):
        kids.append(b"%d 0 R" % (first + n))
        objects.append(
            b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 2 0 R >> /XObject << /Form %d 0 R >> >> >>"
            % (first - 1, 3 + n // times, form)
        )
    pages = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), count or len(kids))
    objects.insert(first - 2, pages)
    objects[0] = b"<< /Type /Catalog /Pages %d 0 R >>" % (first - 1)
    if info:
        notes = b" ".join(b"/%s (%s)" % (key.encode(), _escaped(value)) for key, value in info.items())
        objects.append(b"<< %s >>" % notes)
        trailer += b" /Info %d 0 R" % len(objects)
    return _pdf_of_objects(objects, trailer)


def _pdf_of_objects(objects: Sequence[bytes], trailer: bytes) -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, table))
    return out.getvalue()


def zeros(megabytes: int) -> bytes:
    """So many megabytes of zeros, deflated."""
    squeeze = zlib.compressobj(1)
    block = bytes(1_000_000)
    return b"".join([*(squeeze.compress(block) for _ in range(megabytes)), squeeze.flush()])


def docx(body: str, *, head: str = "", parts: Mapping[str, bytes] | None = None) -> bytes:
    """A Word document with this XML in its body; `head` stands in front of its root element."""
    document = f'<?xml version="1.0"?>{head}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return package({"word/document.xml": document.encode(), **(parts or {})})


def package(parts: Mapping[str, bytes], main: str = "word/document.xml") -> bytes:
    """A package of parts (Open Packaging Conventions), of which `main` is the document."""
    relation = f'<Relationship Id="r1" Type="{_OFFICE}" Target="{main}"/>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>')
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def paragraph(text: str) -> str:
    """A paragraph of a Word document, in two runs."""
    half = len(text) // 2
    runs = f'<w:r><w:t>{text[:half]}</w:t></w:r><w:r><w:t xml:space="preserve">{text[half:]}</w:t></w:r>'
    return f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{runs}</w:p>"


def core(title: str, creator: str, created: str) -> bytes:
    """The core properties of a Word document."""
    return (
        '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="urn:terms">'
        f"<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator><dcterms:created>{created}</dcterms:created>"
        "</cp:coreProperties>"
    ).encode()
