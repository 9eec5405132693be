"""Small pdf files, written by hand: pages of text, and pages that only look like text."""

import io
from math import cos, radians, sin

LINES_DOWN, LEFT, TOP, A4 = 16, 56, 780, (595, 842)
_UPRIGHT = {0: b"", 90: b"0 1 -1 0 595 0 cm\n", 180: b"-1 0 0 -1 595 842 cm\n", 270: b"0 -1 1 0 0 842 cm\n"}

type Placed = tuple[int, int, str]  # from the left, from the bottom, words
type Box = tuple[int, int, int, int]  # from the left, from the bottom, how wide, how high


def pdf_of_text(pages: list[list[str]]) -> bytes:
    """A pdf whose pages hold these lines, in a font whose letters map to themselves."""
    return _pdf([_text(lines) for lines in pages])


def pdf_of_places(
    pages: list[list[Placed]],
    ruled: list[list[Box]] | None = None,
    turned: int = 0,
    leaning: tuple[int, list[Placed]] = (0, []),
) -> bytes:
    """A pdf of words at places, in the order given, and of boxes drawn with thin lines.

    `turned`: its sheets are turned by so many degrees to be read, and its words written for that. `leaning`:
    words of each page that lean to the left by so many degrees.
    """
    boxes = ruled or [[] for _page in pages]
    return _pdf(
        [
            _UPRIGHT[turned] + _rules(some) + _words(page) + b"\n" + _words(leaning[1], leaning[0])
            for page, some in zip(pages, boxes, strict=True)
        ],
        turned=turned,
    )


def table_at(
    top: int, widths: list[int], rows: list[list[str | None]], left: int = LEFT
) -> tuple[list[Placed], list[Box]]:
    """Words and boxes of a ruled table; line ends part a cell's lines, None is one with the cell before."""
    words: list[Placed] = []
    boxes: list[Box] = []
    for row in rows:
        high = LINES_DOWN * max(cell.count("\n") + 1 for cell in row if cell is not None) + 4
        across = left
        for place, (cell, wide) in enumerate(zip(row, widths, strict=True)):
            if cell is not None:
                merged = next(
                    (n for n, one in enumerate(row[place + 1 :]) if one is not None), len(row) - place - 1
                )
                boxes.append((across, top - high, sum(widths[place : place + 1 + merged]), high))
                words += [
                    (across + 3, top - LINES_DOWN * (number + 1), line)
                    for number, line in enumerate(cell.split("\n"))
                ]
            across += wide
        top -= high
    return words, boxes


def pdf_of_pictures(*, pages: int) -> bytes:
    """A pdf of pages with a grey square each and no letter."""
    return _pdf([b"0.5 g 56 400 300 300 re f"] * pages)


def _text(lines: list[str]) -> bytes:
    return _words([(LEFT, TOP - LINES_DOWN * row, line) for row, line in enumerate(lines) if line])


def _words(placed: list[Placed], leaning: int = 0) -> bytes:
    across, rise = cos(radians(leaning)), sin(radians(leaning))
    lean = b"%.4f %.4f %.4f %.4f" % (across, rise, -rise, across)
    shown = b"".join(
        lean + b" %d %d Tm <%s> Tj\n" % (left, up, words.encode("utf-16-be").hex().encode())
        for left, up, words in placed
    )
    return b"BT /F 11 Tf\n" + shown + b"ET"


def _rules(boxes: list[Box]) -> bytes:
    return b"0.5 w\n" + b"".join(b"%d %d %d %d re S\n" % box for box in boxes)


def _pdf(contents: list[bytes], turned: int = 0) -> bytes:
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
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Rotate %d"
            b" /Resources << /Font << /F 3 0 R >> >> /Contents %d 0 R >>"
        )
        objects += [page % (*A4, turned, 7 + 2 * number), _stream(content)]
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
