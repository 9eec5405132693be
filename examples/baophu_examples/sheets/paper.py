"""What is the same on the papers of one office."""

from collections.abc import Iterable, Sequence

from baophu_examples.desk import Desk
from baophu_examples.workbooks import Heading, Paper, Row


def insurer_paper(
    desk: Desk, sheet: str, title: str, headings: Sequence[Heading], rows: Iterable[Row]
) -> Paper:
    """A sheet of the social insurance office."""
    return Paper(
        sheet=sheet,
        office=(desk.insurer_above.upper(), desk.insurer.upper()),
        title=(title, desk.as_of()),
        headings=headings,
        rows=rows,
        signed=(desk.signed("Kon Rẫy"), "GIÁM ĐỐC"),
        signer=desk.signer("insurer"),
    )


def committee_paper(
    desk: Desk,
    place: str,
    office: str,
    title: str,
    headings: Sequence[Heading],
    rows: Iterable[Row],
    *,
    sheet: str = "Danh sách",
) -> Paper:
    """A sheet of an office of a People's Committee, signed for its chairman."""
    above = "UBND TỈNH QUẢNG NGÃI" if desk.later else "UBND HUYỆN KON RẪY"
    return Paper(
        sheet=sheet,
        office=(above, office.upper()),
        title=(title, desk.as_of()),
        headings=headings,
        rows=rows,
        signed=(desk.signed(place), "KT. CHỦ TỊCH"),
        signer=desk.signer(office),
    )
