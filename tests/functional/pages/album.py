"""Pictures of pages for the documents.

A page has few colours, and its letters shades of them: with 128 colours a picture is half as large.
"""

import struct
import zlib
from base64 import b64decode, b64encode
from pathlib import Path

from playwright.sync_api import Page

MOST_BYTES = 150_000
COLOURS = 128
READY = "() => document.fonts.status === 'loaded' && [...document.images].every(one => one.complete)"
# Of a picture its width, its height, a palette of the colours met most often, and the colour of each point.
FEW_COLOURS = """async ([picture, most]) => {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
  const {width, height} = bitmap;
  const canvas = new OffscreenCanvas(width, height).getContext("2d");
  canvas.drawImage(bitmap, 0, 0);
  const points = new Uint32Array(canvas.getImageData(0, 0, width, height).data.buffer);
  const met = new Map();
  for (const point of points) met.set(point, (met.get(point) ?? 0) + 1);
  const parts = colour => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
  const palette = [...met].sort((a, b) => b[1] - a[1]).slice(0, most).map(([colour]) => parts(colour));
  const apart = (a, b) => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
  const nearest = colour => palette.reduce((best, one, place) =>
    apart(one, colour) < apart(palette[best], colour) ? place : best, 0);
  const places = new Map([...met.keys()].map(colour => [colour, nearest(parts(colour))]));
  const text = bytes => btoa(bytes.reduce((all, one) => all + String.fromCharCode(one), ""));
  return [width, height, text(palette.flat()), text(Array.from(points, point => places.get(point)))];
}"""


def take_picture(page: Page, name: str, folder: Path) -> None:
    """What the window shows of a page, as `page-NAME.png` in a folder."""
    page.wait_for_function(READY)
    shown = page.screenshot(animations="disabled", caret="hide")
    folder.mkdir(parents=True, exist_ok=True)
    picture = _with_few_colours(page, shown)
    (folder / f"page-{name}.png").write_bytes(picture)
    assert len(picture) < MOST_BYTES, f"page-{name}.png is too large for the documents"


def _with_few_colours(page: Page, picture: bytes) -> bytes:
    empty = page.context.new_page()
    width, height, colours, points = empty.evaluate(FEW_COLOURS, [b64encode(picture).decode(), COLOURS])
    empty.close()
    palette, places = b64decode(colours), b64decode(points)
    lines = b"".join(b"\0" + places[row * width : (row + 1) * width] for row in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
