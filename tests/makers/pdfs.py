"""Small pdf files, written by hand: pages of text, and pages that only look like text."""

import io

LINES_DOWN, LEFT, TOP, A4 = 16, 56, 780, (595, 842)


def pdf_of_text(pages: list[list[str]]) -> bytes:
    """A pdf whose pages hold these lines, in a font whose letters map to themselves."""
    return _pdf([_text(lines) for lines in pages])


def pdf_of_pictures(*, pages: int) -> bytes:
    """A pdf of pages with a grey square each and no letter."""
    return _pdf([b"0.5 g 56 400 300 300 re f"] * pages)


def _text(lines: list[str]) -> bytes:
    shown = b"".join(
        b"1 0 0 1 %d %d Tm <%s> Tj\n"
        % (LEFT, TOP - LINES_DOWN * row, line.encode("utf-16-be").hex().encode())
        for row, line in enumerate(lines)
        if line
    )
    return b"BT /F 11 Tf\n" + shown + b"ET"


def _pdf(contents: list[bytes]) -> bytes:
    """Objects: catalogue, pages, font, its map to Unicode, then a page and its content each."""
    kids = b" ".join(b"%d 0 R" % (6 + 2 * number) for number in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(contents), kids),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /ToUnicode 5 0 R"
        b" /DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /DW 500 /CIDSystemInfo"
        b" << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        _stream(_TO_UNICODE),
    ]
    for number, content in enumerate(contents):
        page = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d]"
            b" /Resources << /Font << /F 3 0 R >> >> /Contents %d 0 R >>"
        )
        objects += [page % (*A4, 7 + 2 * number), _stream(content)]
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


_TO_UNICODE = (
    b"/CIDInit /ProcSet findresource begin begincmap /CMapName /Plain def\n"
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    b"1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end"
)
