"""The numbered structure of a directive: parts, points, and whose each of them is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from baophu.directives.files.text import Paragraph, Words, whole
from baophu.directives.names.offices import Office, list_at
from baophu.directives.tasks.narrowing import in_heading
from baophu.directives.tasks.subjects import stretched, subject_of
from baophu.directives.words.verbs import begins_action

_MARKS = (
    (0, re.compile(r"(?:Phần|PHẦN)\s+(?P<label>[IVX]+|\d+)\s*[.:\-]?\s+(?=\S)")),
    (0, re.compile(r"(?P<label>)(?:Phần|PHẦN)\s+(?:(?:thứ|THỨ)\s+\w+|[IVX]+|\d+)(?:\s*[.)\-/:]+\s*|$)")),
    (1, re.compile(r"(?:Chương|CHƯƠNG|Mục|MỤC)\s+(?P<label>[IVX]+|\d+)(?:\s*[.:\-]?\s+|$)")),
    (0, re.compile(r"(?P<label>[ABCDĐEG])\s*[.)\-/:]+\s*(?=[^\W\d]{2})")),
    (1, re.compile(r"(?P<label>[IVX]{1,5})\s*[.)\-/]+\s*(?=\S)")),
    (2, re.compile(r"Điều\s+(?P<label>\d{1,2})\s*[.:]\s*")),
    (5, re.compile(r"(?P<label>\d{1,2}\.\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)\s*[.):\-]?\s+")),
    (4, re.compile(r"(?P<label>\d{1,2}\.\d{1,2})\s*[.):\-]?\s+(?!triệu|tỷ|%)")),
    (3, re.compile(r"\(?(?P<label>\d{1,3})\s*[.):\-/]+\s+(?=\S)")),
    (3, re.compile(r"(?P<label>\d{1,3})[.)]\s*(?=[^\W\d])")),
    (6, re.compile(r"\(?(?P<label>[a-zđ]{1,2}|[a-zđ]\.\d)\s*[.)\-/]\s+(?=\S)")),
    (6, re.compile(r"(?P<label>[a-zđ])[.)]\s*(?=\S)")),
    (7, re.compile(r"(?P<label>\*)\s*(?=\S)")),
    (8, re.compile(r"(?P<label>[-–—−•●▪])\s*(?=[^\W\d]|\d|[“\"(])")),
    (9, re.compile(r"(?P<label>\+|○|o(?=\s)|[✓])\s*(?=\S)")),
)
# What hangs on a directive is numbered anew.
ANNEX = re.compile(r"(?:PHỤ LỤC|DANH SÁCH|BIỂU|PHÂN CÔNG|BẢNG)\b|\(\s*(?:Ban hành\s+)?[Kk]èm theo\b")
_UNMARKED = 10
_PART_RANK, _BELOW_POINTS = 2, 7
_APART = re.compile(r"(?:riêng|mỗi)\b", re.IGNORECASE)
_STEPS = (0, 1, 2, 3, 4, 5, 6)
_BEFORE_OFFICE = re.compile(
    r"(?:(?:đề\s+nghị|yêu\s+cầu|giao|đối\s+với|với|về\s+phía|kiến\s+nghị(?:\s+với)?|trách\s+nhiệm(?:\s+của)?"
    r"|nhiệm\s+vụ(?:\s+của)?|phân\s+công|kính\s+đề\s+nghị|các\s+đồng\s+chí)\s*:?\s+)*",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"kết\s+quả|đánh\s+giá|tình\s+hình|thực\s+trạng|tồn\s+tại"
    r"|hạn\s+chế|nguyên\s+nhân|mục\s+đích|mục\s+tiêu|chỉ\s+tiêu"
    r"|quan\s+điểm|ưu\s+điểm|căn\s+cứ|đặc\s+điểm",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"kiến\s+nghị|nhiệm\s+vụ|giải\s+pháp|tổ\s+chức\s+thực\s+hiện|phân\s+công"
    r"|phương\s+hướng|trách\s+nhiệm|lưu\s+ý|chỉ\s+đạo",
    re.IGNORECASE,
)
# Below “kết quả” it was led, not asked for: `Công tác lãnh đạo, chỉ đạo`.
_LED = re.compile(r"^công\s+tác\b.*\bchỉ\s+đạo", re.IGNORECASE)
# `Trên cơ sở chỉ tiêu được giao:` opens what is asked for.
_GROUND = re.compile(r"(?:trên\s+cơ\s+sở|căn\s+cứ|để|nhằm)\s.*:$", re.IGNORECASE)
# Below the heading of an office it is that office which hands on or leads.
OWN_ACT = re.compile(r"\s*(?P<act>(?:giao|phân\s+công|lãnh\s+đạo)\s+\S)", re.IGNORECASE)
_BRACKETS = re.compile(r"(?:\s*\([^()]*\))*")
_LOOKED_AT = 1000
_LONGEST_HEADING = 140
_LONGEST_OFFICE = 90


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph in its place. `path` are the labels over it and its own; `titles` the headings over it.

    `owner`: the offices of the nearest heading that names some, or of a point that begins with them. `words`
    is what it says without its label and without an office that heads it. `heading`: it says nothing more.
    """

    paragraph: Paragraph
    label: str
    rank: int
    path: tuple[str, ...]
    words: Words
    owner: tuple[Office, ...]
    owned_by_heading: bool
    whole: Words  # with the office that heads it
    heading: bool
    telling: bool
    below_heading: bool  # the line right above is a heading
    titles: tuple[str, ...]  # the headings over it, the nearest last; its own where it is one
    point: int  # the number of the paragraph of the point that this one belongs to
    section: str


@dataclass(slots=True)
class _Open:
    rank: int
    label: str
    owner: tuple[Office, ...]
    by_heading: bool
    telling: bool | None
    number: int
    title: str = ""


def blocks(paragraphs: list[Paragraph], issuer: str) -> Iterator[Block]:
    """The paragraphs of a directive's body with the headings over them."""
    stack: list[_Open] = []
    above = False  # the line above is a heading
    ending = _after_all_points(paragraphs)
    for index, paragraph in enumerate(paragraphs):
        rank, label, words = _marked(paragraph)
        after = paragraphs[index + 1 : index + 2]
        if ANNEX.match(paragraph.text):
            stack.clear()
        beside = False  # the point before this one is headed by an office
        ends = index >= ending and rank == _UNMARKED and not above and _asks_somebody(words.text, issuer)
        while stack and stack[-1].rank >= (_PART_RANK + 1 if ends else rank):
            closed = stack.pop()
            beside = closed.rank == rank and closed.by_heading
        below = any(one.owner and one.by_heading for one in stack)
        owner, rest, headed = _owner(words, rank, issuer, below=below)
        heading = not rest.text if headed else _is_heading(words, rank, after)
        if heading and not headed and (unlisted := _unknown_offices(words, stack, after, beside=beside)):
            owner, headed = unlisted, True
        told = next((one.telling for one in reversed(stack) if one.telling is not None), False)
        title = words.text or _title_below(after)
        telling = _telling(title, below_told=told) if heading and not owner else None
        rank = _BELOW_POINTS if ends and headed and heading else rank
        opened = _Open(rank, label, owner, headed, telling, paragraph.number, title if heading else "")
        if rank < _UNMARKED:
            stack.append(opened)
        line = stack if rank < _UNMARKED else [*stack, opened]
        nearest = next((one for one in reversed(line) if one.owner), None)
        tells = next((one.telling for one in reversed(line) if one.telling is not None), False)
        yield Block(
            paragraph=paragraph,
            label=label,
            rank=rank,
            path=tuple(one.label for one in stack if one.rank in _STEPS and one.label),
            words=rest if headed else words,
            owner=nearest.owner if nearest else (),
            owned_by_heading=bool(nearest and nearest.by_heading),
            whole=words,
            heading=heading,
            telling=tells,
            below_heading=above,
            titles=tuple(one.title for one in line if one.title),
            point=line[-1].number,
            section=section_of(one.label for one in stack if one.rank in _STEPS),
        )
        above = heading


def _after_all_points(paragraphs: list[Paragraph]) -> int:
    """Where the last numbered point of a body is over, that of what hangs on it left aside."""
    end = next((at for at, one in enumerate(paragraphs) if at and ANNEX.match(one.text)), len(paragraphs))
    return next((at + 1 for at in range(end - 1, -1, -1) if _marked(paragraphs[at])[0] in _STEPS), 0)


def _asks_somebody(text: str, issuer: str) -> bool:
    """What stands after all points and asks somebody else belongs to none of them."""
    subject = None if _APART.match(text) else subject_of(text, issuer)
    if subject and subject.offices:
        return not subject.each
    before = _BEFORE_OFFICE.match(text)
    return text.endswith(":") and list_at(text, before.end() if before else 0) is not None


def section_of(labels: Iterable[str]) -> str:
    """`III`, `2` are `III.2`; `2`, `2.1`, `b` are `2.1.b`, for the second holds the first."""
    path: list[str] = []
    for label in filter(None, labels):
        if path and label.startswith(path[-1] + "."):
            path[-1] = label
        else:
            path.append(label)
    return ".".join(path)


def _marked(paragraph: Paragraph) -> tuple[int, str, Words]:
    """The rank and the label of a paragraph, and its words after it."""
    for rank, pattern in _MARKS:
        if match := pattern.match(paragraph.text):
            return (
                rank,
                match["label"] or "",
                Words(paragraph, match.end(), len(paragraph.text)).stripped(" "),
            )
    return _UNMARKED, "", whole(paragraph)


def _owner(words: Words, rank: int, issuer: str, *, below: bool) -> tuple[tuple[Office, ...], Words, bool]:
    """The offices a paragraph begins with, what it says after them, and whether they head it."""
    text = words.text[:_LOOKED_AT]
    before = _BEFORE_OFFICE.match(text)
    place = before.end() if before else 0
    listed = list_at(text, place)
    if listed:
        rest = re.match(
            r"(?:\s*\([^()]*\))?(?:\s+(?:lãnh|chỉ)\s+đạo\s+[^:;.,]{3,40}(?=:))?\s*(?P<colon>[:.;]?)\s*",
            text[listed.end :],
        )
        end = listed.end + (rest.end() if rest else 0)
        if end >= len(words.text) or (rest and rest["colon"] == ":"):
            owner = in_heading(text[: listed.end + len(_bracket(text, listed.end))], listed.offices)
            return owner, words.part(min(end, len(words.text)), len(words.text)), True
    if below and OWN_ACT.match(text):
        return (), words, False
    if rank <= 6 and (subject := subject_of(text, issuer)) and subject.offices:
        return subject.offices, words, False
    return (), words, False


def _bracket(text: str, place: int) -> str:
    """The brackets that stand right after the offices of a heading."""
    found = _BRACKETS.match(text, place)
    return found[0] if found else ""


def _is_heading(words: Words, rank: int, after: list[Paragraph]) -> bool:
    """A line that names what comes below it and says nothing itself."""
    text = words.text
    if len(text) > _LONGEST_HEADING or rank > 8:
        return False
    if text.endswith(":") or not text:
        return True
    deeper = bool(after) and _marked(after[0])[0] > rank
    return rank <= 7 and deeper and not re.search(r"[.;,!?/]$", text)


def _unknown_offices(
    words: Words, stack: list[_Open], after: list[Paragraph], *, beside: bool
) -> tuple[Office, ...]:
    """A heading under “tổ chức thực hiện”, or beside offices, that begins no action is an office too.

    So is one that begins with an office, where an action stands below: `Các đơn vị chậm đóng từ 03 tháng`.
    """
    text = _BEFORE_OFFICE.sub("", words.text, count=1).rstrip(" :.")
    under = any(one.telling is False or (one.owner and one.by_heading) for one in stack)
    named = list_at(text, 0) is not None
    above_action = bool(after) and begins_action(_marked(after[0])[2].text) and subject_of(text) is None
    under = under or (named and (beside or above_action))
    plain = (
        text
        and len(text) <= _LONGEST_OFFICE
        and not begins_action(text)
        and not _TELLS.search(text)
        and not _ASKS.search(text)
    )
    if (
        not under
        or not plain
        or not (named or text[0].isupper())
        or re.match(
            r"(?:Công tác|Về|Đối tượng|Thời gian|Kinh phí|Nội dung|Hình thức|Thực trạng|Yêu cầu)\b", text
        )
    ):
        return ()
    start = words.text.find(text)
    return stretched(text, start, start + len(text), list_at(words.text, start))


def _title_below(after: list[Paragraph]) -> str:
    """The title of `Phần II` stands in the line below."""
    return after[0].text if after and _marked(after[0])[0] == _UNMARKED else ""


def _telling(text: str, *, below_told: bool) -> bool | None:
    """Whether a heading opens what was (True), what is to be done (False), or says neither."""
    if (below_told and _LED.search(text)) or _GROUND.match(text):
        return None
    if _ASKS.search(text) and not re.search(
        r"(?:kết\s+quả|đánh\s+giá|tình\s+hình).*(?:nhiệm\s+vụ|chỉ\s+đạo|thực\s+hiện)", text, re.IGNORECASE
    ):
        return False
    return True if _TELLS.search(text) else None
