"""What forms say of a row besides its cells: their head block, the code of a change, months, the part."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from baophu.base.dates import add_months
from baophu.base.text import fold, tidy
from baophu.lists.cleaning.columns import Context, reader
from baophu.lists.cleaning.numbers import read_whole_number
from baophu.lists.cleaning.words import read_direction
from baophu.lists.draft import Draft
from baophu.lists.headings import meanings

IN, OUT, CHANGE = "in", "out", "change"
# The codes whose meaning is certain; another code goes by the section it stands in.
PLANS = {"TM": IN, "ON": IN, "GH": OUT, "DC": CHANGE}
_PAY = re.compile(r"\b(tien luong|muc dong|muc luong|muc tien|dieu chinh)\b")
_TITLES = re.compile(
    r"\b(?:bao|danh sach|lao dong|nguoi|tham gia|bhyt|bhxh) (?:tang|giam)\b|"
    r"\b(?:tang|giam) (?:lao dong|nguoi|tham gia|bhyt|bhxh|the|moi)\b"
)
_CARDS_ASKED = re.compile(r"\b(de nghi cap|cap the|cap moi|tham gia moi|dang ky tham gia)\b")
_WAYS = re.compile(r"\b(tang|giam)\b(?! ngheo)")
_LABELLED = re.compile(r"(?:\[?\d{1,2}(?:\.\d)?\]?[.\s]*)?([^:]{2,60}):\s*(.*)")
_ENTERPRISE = re.compile(
    r"((?:công ty|cty|doanh nghiệp|dntn|htx|hợp tác xã|xí nghiệp|chi nhánh|tập đoàn)\b[^:;]+)", re.IGNORECASE
)
_ADDRESSEE = re.compile(r"kính gửi ?: ?([^:;]+)", re.IGNORECASE)
_CODE_LENGTH = 2
_LEAST_WAGE = 100_000  # below it a coefficient is meant
_PARTS = re.compile(r"ky truoc|phat sinh|da nop|ky sau|phan bo")
_AREA_GROUPS = (
    ("DS", re.compile(r"\b(khong con|ra khoi)\b.*\bkho khan\b")),
    ("AK", re.compile(r"\ban toan khu\b")),
    ("XD", re.compile(r"\b(xa|huyen) dao\b")),
    ("DT", re.compile(r"\b(dan toc thieu so|dtts)\b")),
    ("DK", re.compile(r"\b(dac biet kho khan|dbkk)\b")),
)


def head_block(draft: Draft) -> None:
    """What stands above the table for all its rows: “Tên đơn vị: …”, “Mã số thuế: …”, “Đối tượng: …”."""
    for label, text in _labelled(draft.around.titles):
        for name in meanings((label,)):
            column = draft.around.kind.column(name)
            if column and column.elsewhere and name in draft.unsaid and not any(draft.column(name)):
                value, doubt = reader(column.type, Context(draft.around.on, draft.around.places))(text)
                if not doubt:
                    draft.values[name] = [value] * draft.size
    employers = {found for text in draft.around.titles if (found := _employer_alone(text))}
    if len(employers) == 1 and draft.around.kind.column("employer") and "employer" in draft.unsaid:
        draft.fill_all("employer", employers.pop())


def _employer_alone(title: str) -> str | None:
    """The enterprise that a title names and nothing else, or the one that a letter goes to."""
    found = _ENTERPRISE.fullmatch(tidy(title)) or _ADDRESSEE.fullmatch(tidy(title))
    return found[1] if found else None


def _labelled(titles: list[str]) -> Iterator[tuple[str, str]]:
    """Labels and what they say, in the same cell or in the next one."""
    for text, following in zip(titles, [*titles, ""][1:], strict=True):
        if found := _LABELLED.fullmatch(tidy(text)):
            yield found[1], found[2] or ("" if ":" in following else following)


def direction_of_change(draft: Draft) -> None:
    """In, out or other data: by the code, by the section, by the title; who has paid joins."""
    plans, subjects = draft.column("plan"), draft.column("subject")
    directions, titled = draft.column("direction"), _titled(draft)
    paid = [draft.column(name) for name in ("amount", "receipt_date", "months") if name in draft.cells]
    for place, plan in enumerate(plans):
        if plan and len(plan) == _CODE_LENGTH:
            plans[place] = plan.upper()
        said = PLANS.get(plans[place] or "") or _of_pay(subjects[place]) or directions[place]
        said = said or (read_direction(plans[place])[0] if plans[place] else None) or titled
        directions[place] = said or (IN if any(column[place] for column in paid) else None)


def _of_pay(subject: str | None) -> str | None:
    return CHANGE if subject and _PAY.search(fold(subject)) else None


def _titled(draft: Draft) -> str | None:
    """The one direction that the titles name, else the sheet, else the file."""
    around = draft.around
    for texts in (around.titles, [around.sheet], [around.file_stem]):
        keys = [fold(text) for text in texts]
        said = {word for key in keys if _TITLES.search(key) for word in _WAYS.findall(key)}
        if said:
            return {"tang": IN, "giam": OUT}[said.pop()] if len(said) == 1 else None
        if any(map(_CARDS_ASKED.search, keys)):
            return IN
    return None


def end_of_months(draft: Draft) -> None:
    """Who joins for some months is insured until the last day of them."""
    firsts, months, directions = (draft.column(name) for name in ("from", "months", "direction"))

    def last(place: int) -> date | None:
        first, number = firsts[place], months[place]
        if first is None or not number or directions[place] != IN:
            return None
        return add_months(first, number) - timedelta(days=1)

    draft.fill("to", last)


def wage_from_pay(draft: Draft) -> None:
    """The wage where the column of wages and coefficients holds đồng."""
    pays = draft.column("pay")

    def wage(place: int) -> int | None:
        number = read_whole_number(pays[place])[0] if pays[place] else None
        return number if number is not None and number >= _LEAST_WAGE else None

    draft.fill("wage", wage)


def area_group(draft: Draft) -> None:
    """The group of people of hardship areas by the title, the sheet or the file, where no cell says it."""
    around = draft.around
    for texts in (around.titles, [around.sheet], [around.file_stem]):
        key = " . ".join(map(fold, texts))
        if found := next((code for code, words in _AREA_GROUPS if words.search(key)), None):
            draft.fill("group", lambda _place: found)
            return


def part_of_item(draft: Draft) -> None:
    """A line that is a whole part of the form, such as what was paid, is of that part; so are those below."""
    parts, items = draft.column("part"), draft.column("item")
    outer, current = None, None
    for place, (part, item) in enumerate(zip(list(parts), items, strict=True)):
        if item and _PARTS.search(fold(item)):
            outer, current = part, item
        elif part != outer:
            current = None
        parts[place] = current or part
