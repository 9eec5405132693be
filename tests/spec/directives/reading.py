"""A small letter around the words that a test is about."""

from baophu.directives.files.opening import text_of
from baophu.directives.reading import Reading, read_text

HEAD = """ỦY BAN NHÂN DÂN
HUYỆN KON RẪY

Số: 512/UBND-VX

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Kon Rẫy, ngày 02 tháng 10 năm 2023

Kính gửi:
- Bảo hiểm xã hội huyện;
- UBND các xã, thị trấn.

"""


def letter(body: str, head: str = HEAD) -> Reading:
    """Reads a letter of the district Kon Rẫy of 2/10/2023 with this body."""
    return read_text(text_of(head + body))


def asked(body: str) -> Reading:
    """Reads a letter that asks for what stands in `body`."""
    return letter("Ủy ban nhân dân huyện yêu cầu:\n\n" + body)
