"""Tasks: who is to do what, from the sentences of a directive's body."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from baophu.directives.days.deadlines import Calendar, Deadline, deadlines_in, governing, is_parted, is_topic
from baophu.directives.days.rhythms import Rhythm, rhythms_in
from baophu.directives.files.text import Words
from baophu.directives.head.citations import masked
from baophu.directives.names.offices import Office, list_at, names
from baophu.directives.tasks.frames import Frames
from baophu.directives.tasks.narrowing import narrowed
from baophu.directives.tasks.sentences import parts, sentences
from baophu.directives.tasks.statements import Scope, is_statement, scope_of
from baophu.directives.tasks.structure import OWN_ACT, Block
from baophu.directives.tasks.subjects import Subject, leads_of, partners_of, subject_of
from baophu.directives.words.letters import HAMLET, LOWER
from baophu.directives.words.verbs import begins_action, instruct, is_formula, is_modal, may_ask

_CLOSING = re.compile(
    r"(?:(?:cần|phải|khẩn\s+trương|quan\s+tâm|tập\s+trung|,)\s+)*(?:nghiêm\s+túc\s+(?:"
    r"triển\s+khai|tổ\s+chức|thực\s+hiện|chấp\s+hành)[^;,]{0,60}"
    r"|triển\s+khai\s+thực\s+hiện|tổ\s+chức\s+thực\s+hiện|khẩn\s+trương\s+thực\s+hiện"
    r"|thông\s+báo\s+(?:đến|để)[^;]{0,80}(?:biết|thực\s+hiện)"
    r"|quan\s+tâm\s+(?:chỉ\s+đạo|phối\s+hợp)[^;,]{0,40})(?:\s*\./\."
    r"|\s*\.)?$",
    re.IGNORECASE,
)
_IN_CHARGE = re.compile(
    r"chịu\s+trách\s+nhiệm\s+(?:thi\s+hành|thực\s+hiện)\s+(?:Quyết\s+định|Nghị\s+quyết|Chỉ\s+thị|Kế\s+hoạch)(?:\s+này)?"
    r"(?:\s+kể\s+từ\s+ngày\s+ký)?[\s./]*$",
    re.IGNORECASE,
)
_REQUIRED = re.compile(r"(?:yêu\s+cầu|đề\s+nghị)\s+", re.IGNORECASE)
_A_RESULT = re.compile(
    r"(?:phấn\s+đấu|bảo\s+đảm|đảm\s+bảo|không\s+để|mỗi(?!\s+(?:ngày|tuần|tháng))|chịu\s+trách\s+nhiệm)\b",
    re.IGNORECASE,
)
_SECOND_PART = re.compile(
    r"(?:đợt|lần)\s+(?:2|hai|II|cuối)\b|trước\s+ngày\s+[\d/.\-]+\s*(?:\([^()]*\)\s*)?(?:,?\s*và|,)\s+"
    r"(?:(?:cả\s+)?năm\s+|[^\d,;.]{1,25}\s)?trước\s+ngày",
    re.IGNORECASE,
)
# The end of a part's work, no work of its own: `hoàn thành trước ngày …`, `xong trong tháng 10`.
_FINISHED = re.compile(
    r"(?:(?:phải|và)\s+)?(?:hoàn\s+thành|xong|kết\s+thúc|thời\s+gian|thời\s+hạn)"
    r"(?:\s+(?:xong|việc|thực\s+hiện|hoàn\s+thành))*:?\s+(?:trước|trong|chậm\s+nhất|vào|đến|từ|ngày)\b",
    re.IGNORECASE,
)
# How the work before it goes on: `gửi kết quả …`, `trình UBND xã …`. What begins otherwise is other work.
_STEP = re.compile(
    r"(?:(?:và|rồi|sau\s+đó|từ\s+đó,?|qua\s+đó,?|đồng\s+thời|kịp\s+thời|(?:hằng|hàng|mỗi)\s+(?:tuần|tháng|quý|năm),?)\s+)*(?:gửi|báo|kết\s+quả|hoàn\s+(?:thành|tất)|xong|trình|chuyển"
    r"|nộp|cấp\s+phát|phát\s+hành|ban\s+hành|đánh\s+giá|thông\s+báo|thời\s+(?:gian|hạn)|tổng\s+hợp|lập\s+danh\s+sách|lồng\s+ghép"
    r"|cụ\s+thể\s+hóa|phân\s+bổ|sơ\s+kết|tổng\s+kết|giảm|đạt|chấm\s+dứt|quản\s+lý|giải\s+quyết|xử\s+lý|ưu\s+tiên|cập\s+nhật|đề\s+(?:xuất|ra)|đến|tỷ\s+lệ|\d+(?:,\d+)?%)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\(?\d{1,2}[).]\s")
# `Một số trường nộp chậm …`: what was found, nobody is asked.
_SOME = re.compile(r"(?:một\s+số|nhiều|phần\s+lớn|hầu\s+hết|đa\s+số|có\s+nơi)\s", re.IGNORECASE)
_SMALL_WORDS = re.compile(rf"\b[{LOWER}]\w*")
# `trước ngày 05/12/2025 (báo cáo năm)`: which report it is, no rhythm.
_NOTE = re.compile(r"\(\s*báo\s+cáo\s+(?:0?6\s+tháng|năm|quý)\s*\)", re.IGNORECASE)
_REPORT = re.compile(r"báo\s+cáo\s+(?:nhanh\s+)?(?:tuần|tháng|quý|năm|đột\s+xuất)\b(?!\s*\d)", re.IGNORECASE)
# `; nơi nào không hoàn thành, Chủ tịch UBND xã chịu trách nhiệm`
_WHICHEVER = re.compile(r"\w+(?:\s+\w+)?\s+nào\b", re.IGNORECASE)
_APART = re.compile(r"riêng\b", re.IGNORECASE)
_IS_AN_OFFICE = re.compile(
    r"(?:(?:^làm|(?<!\w)là)\s+(?:cơ\s+quan|đầu\s+mối)|(?<!\w)phụ\s+trách\s+(?:chung|địa\s+bàn|xã|phường|"
    + HAMLET
    + r")\b)",
    re.IGNORECASE,
)
_OWN_TIME = re.compile(
    r"(?:định\s+kỳ|mỗi\s+(?:ngày|tuần|tháng)|(?:hàng|hằng)\s+(?:ngày|tuần|tháng|(?:quý|năm)(?!,?\s+(?:báo\s+cáo|gửi|sơ\s+kết|tổng\s+kết))))\b",
    re.IGNORECASE,
)
# `…; kết quả báo cáo UBND tỉnh trước ngày 15`: how the work before it ends.
_ITS_RESULT = re.compile(
    r"kết\s+quả\s+(?:(?:thực\s+hiện|tổng\s+hợp)\s+)?(?:báo\s+cáo|báo|gửi)\b", re.IGNORECASE
)
_WITH_OTHERS = re.compile(r"phối\s+hợp\b", re.IGNORECASE)
_ONLY_JOINS = re.compile(
    r"(?:cùng\s+)?phối\s+hợp(?:\s+(?:thực\s+hiện|triển\s+khai|tổ\s+chức))*[\s./;]*$", re.IGNORECASE
)
_IF_TROUBLED = re.compile(r"nếu\s+(?:có|gặp|phát\s+sinh)\s[^.;]{0,30}vướng\s+mắc", re.IGNORECASE)
# `Trường nào không hoàn thành, Hiệu trưởng chịu trách nhiệm …`, `Mục tiêu toàn ngành: đạt …`
_NO_WORK = re.compile(
    r"\w+(?:\s+\w+)?\s+nào\s+(?:không|chưa|chậm)\s[^.;]*\bchịu\s+trách\s+nhiệm\b"
    r"|(?:mục|chỉ)\s+tiêu\b[^:;.]{0,60}:\s*(?:đến|phấn\s+đấu|đạt|có|tối\s+thiểu|trên|\d)",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:đến|hết|trong|cuối)\b", re.IGNORECASE)
_UNCOUNTED = ("regularly", "ad_hoc")
_LONGEST_CLOSING = 130
_NUMBERED = 9
_NEAR_ITS_BEGINNING = 100
_OPENING = re.compile(r"(?:như\s+sau|sau\s+đây|sau)\s*:\s*$|:\s*$", re.IGNORECASE)
# What stands in the brackets of a route, without how to reach it.
_ENCLOSED = re.compile(
    r"(?:(?!\s+và\s+(?:email|địa\s+chỉ|hộp\s+thư))[^();,]|,(?!\s*(?:số|điện\s+thoại|đ/c|địa\s+chỉ|hộp\s+thư|email)))+",
    re.IGNORECASE,
)
_WAY = re.compile(
    r"(?:hộp\s+thư|địa\s+chỉ\s+thư|nhóm\s+zalo|số\s+điện\s+thoại|cổng\s+dịch\s+vụ\s+công|(?:đ/c|đồng\s+chí)(?=\s)"
    r"|(?:hệ\s+thống|phần\s+mềm|trục\s+liên\s+thông)(?=\s+(?-i:[a-z]{0,4}[A-ZĐ])))"
    r"(?:(?!\s+(?:trước|chậm\s+nhất|định\s+kỳ|hằng|hàng|để|và\s+bằng)\b)[^,.;:()])*",
    re.IGNORECASE,
)
# `kê khai qua Cổng Dịch vụ công` is what people do there, `báo cáo qua …` the way of the report.
_PORTAL = re.compile(r"cổng\b", re.IGNORECASE)
_SENT = re.compile(r"báo\s+cáo|gửi|nộp|chuyển", re.IGNORECASE)
# `thông qua Ban Chấp hành`: they adopt it.
_ADOPTED = re.compile(
    r"thông\s+qua\s+(?:Ban\s+(?:Chấp\s+hành|Thường\s+vụ)|HĐND|Hội\s+đồng\s+nhân\s+dân)", re.IGNORECASE
)
_ROUTE = re.compile(r"(?<!\w)(?:thông\s+)?qua\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline with its place in the document; `doubtful`: it is unclear by when, or whether it holds."""

    deadline: Deadline
    words: Words
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One instructed action. `unsure`: the sentence leaves open whose it is.

    `without`: those of its classes of assignees that have no part in it.
    """

    assignees: tuple[str, ...]
    leads: tuple[str, ...]
    partners: tuple[str, ...]
    action: Words
    words: Words
    section: str
    point: int
    due: Due | None = None
    rhythms: tuple[Rhythm, ...] = ()
    route: str | None = None
    unsure: bool = False
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that only says by when tasks before it are due."""

    words: Words
    due: Due | None
    rhythms: tuple[Rhythm, ...]
    scope: Scope
    section: str
    point: int
    alone: bool  # it is a point of its own


def tasks_in(
    blocks: list[Block], *, issuer: str, addressees: list[str], letter: bool, known: Calendar
) -> Iterator[Task | Said]:
    """Tasks and what is said of the deadlines of those before, as they come."""
    frames = Frames(issuer=issuer, addressees=tuple(addressees), letter=letter)
    for block in blocks:
        frames.enter(block)
        if block.heading or block.paragraph.cells or block.words.text.isupper():
            continue
        found = sentences(block.words)
        before = ""
        for sentence in found:
            frames.follows(sentence.text, before)
            before = sentence.text
            yield from _of_sentence(sentence, block, frames, known, alone=len(found) == 1)


def _of_sentence(
    sentence: Words, block: Block, frames: Frames, known: Calendar, *, alone: bool
) -> Iterator[Task | Said]:
    text = sentence.text
    if is_statement(text, known) and frames.asks(block):
        yield _said(sentence, block, known, alone=alone)
        return
    subject = subject_of(text, frames.issuer)
    if subject is None and (later := _later(sentence, frames.issuer)):
        sentence, subject = later
        text = sentence.text
    if subject is None and block.owned_by_heading and frames.asks(block) and may_ask(text):
        subject = Subject((), 0)
    inside = block.rank <= _NUMBERED or block.below_heading
    if block.owned_by_heading and inside and (own := OWN_ACT.match(text)):
        subject = Subject((), own.start("act"))
    if subject is None and (named := frames.addressed(text)):
        subject = named
    if subject and subject.instructed:
        frames.heard(subject)
    if _OPENING.search(text):
        frames.lead_in(text, subject)
        return
    owner = frames.assignees(block, subject)
    if subject is None or not frames.takes(block, subject, text) or not owner.offices:
        return
    if (
        _IF_TROUBLED.search(text)
        or _NO_WORK.match(text)
        or (_SOME.match(text) and not is_modal(text[subject.action :]))
    ):
        return
    if _closes(text, subject):
        return
    yield from _cut(sentence, subject, owner.offices, block, frames, known, unsure=owner.unsure)


def _closes(text: str, subject: Subject) -> bool:
    """Whether a sentence is the formula that closes a directive, and asks for nothing of its own."""
    if _IN_CHARGE.search(text):
        return True
    short = len(text) - subject.action < _LONGEST_CLOSING
    if is_formula(text[subject.action :].lstrip()) or (short and _CLOSING.match(text, subject.action)):
        return True
    word = _REQUIRED.match(text, subject.action) or instruct().match(text)
    listed = list_at(text, word.end()) if word else None
    named = text[listed.end if listed else word.end() :] if word else ""
    verb = next((one for one in _SMALL_WORDS.finditer(named) if begins_action(named[one.start() :])), None)
    return bool(verb and is_formula(named[verb.start() :]))


def _later(sentence: Words, issuer: str) -> tuple[Words, Subject] | None:
    """The parts from the first that asks somebody: `Phiên họp … ngày 12/12; giao BHXH chuẩn bị báo cáo`."""
    for part in parts(sentence)[1:]:
        subject = subject_of(part.text, issuer)
        if subject and subject.offices:
            return Words(part.paragraph, part.start, sentence.end), subject
    return None


def _cut(
    sentence: Words,
    subject: Subject,
    offices: tuple[Office, ...],
    block: Block,
    frames: Frames,
    known: Calendar,
    *,
    unsure: bool,
) -> Iterator[Task | Said]:
    """The tasks of a sentence: one, or more where parts between semicolons stand alone."""
    pieces = _pieces(sentence, frames.issuer, known, subject.action)
    for number, piece in enumerate(pieces):
        own = subject if not number else subject_of(piece.text, frames.issuer)
        passed_on = bool(own and own.instructed and not subject.instructed and not subject.offices)
        who = offices if not number or own is None or not own.offices or passed_on else own.offices
        if own and own.instructed and _closes(piece.text, own):
            continue
        task = _task(piece, own or Subject((), 0), who, block, known, unsure=unsure)
        task = _as_headed(task, block) if who == block.owner else task
        yield task
        if (scope := scope_of(piece.text)).count and task.due:
            yield Said(piece, task.due, (), scope, task.section, task.point, alone=False)


def _pieces(sentence: Words, issuer: str, known: Calendar, action: int) -> list[Words]:
    joined: list[list[Words]] = []
    settled = False  # a part of the piece had its deadline or rhythm already, or says what somebody is
    for part in parts(sentence):
        begun = part.start - sentence.start > action
        once = settled and not any(rhythms_in(one.text) for group in joined[-1:] for one in group)
        if not joined or (begun and _stands_alone(part, issuer, known, settled=settled, once=once)):
            joined.append([part])
            settled = bool(_IS_AN_OFFICE.search(part.text[:_NEAR_ITS_BEGINNING]))
        else:
            joined[-1].append(part)
        settled = settled or _timed(part, known)
    return [Words(group[0].paragraph, group[0].start, group[-1].end) for group in joined]


def _joins(text: str, subject: Subject) -> bool:
    """`…; Phòng Y tế phối hợp`: who else does the work before it."""
    return bool(subject.offices and _ONLY_JOINS.match(text, subject.action))


def _is_work(text: str, known: Calendar) -> bool:
    """`tổ chức hội nghị trước ngày 15/8`: what is to be done stands in the words of its deadline."""
    return any(begins_action(one.text) for one in deadlines_in(masked(text), known))


def _comes_again(text: str) -> bool:
    """`phát triển 10 người trong tháng 01/2024; báo cáo ngày 15 hằng tháng`: each time anew, not once."""
    return begins_action(text) and any(one.every not in _UNCOUNTED for one in rhythms_in(text))


def _timed(part: Words, known: Calendar) -> bool:
    text = masked(part.text)
    return bool(deadlines_in(text, known) or rhythms_in(text))


def _stands_alone(part: Words, issuer: str, known: Calendar, *, settled: bool, once: bool) -> bool:
    """Other work: of somebody else, or after a part that had its deadline or rhythm already."""
    subject = subject_of(part.text, issuer)
    if _APART.match(part.text) and (
        deadlines_in(masked(part.text), known) or (subject and subject.offices and rhythms_in(part.text))
    ):
        return True
    if subject is None or _joins(part.text, subject) or _FINISHED.match(part.text):
        return False
    if is_statement(part.text, known):
        return settled and (_is_work(part.text, known) or (once and _comes_again(part.text)))
    if _REPORT.match(part.text) or _WHICHEVER.match(part.text):
        return False
    if _ITS_RESULT.match(part.text) and not any(one.day for one in deadlines_in(masked(part.text), known)):
        return False
    if _COUNTED.match(part.text) or _OWN_TIME.match(part.text):
        return True
    if _WITH_OTHERS.match(part.text) and partners_of(part.text, subject):
        return True
    if subject.offices or _A_RESULT.match(part.text):
        return bool(subject.offices) and not _A_RESULT.match(part.text)
    return settled or (not _STEP.match(part.text) and _timed(part, known))


def _task(
    words: Words,
    subject: Subject,
    offices: tuple[Office, ...],
    block: Block,
    known: Calendar,
    *,
    unsure: bool,
) -> Task:
    text = masked(words.text)
    found = [one for one in deadlines_in(text, known) if not is_topic(text, one, subject.action)]
    deadline = governing(found, last=bool(_SECOND_PART.search(text)))
    rhythms = rhythms_in(_NOTE.sub(lambda note: " " * len(note[0]), text))
    doubtful = is_parted(found) or not _may_end(deadline, rhythms)
    led = leads_of(words.text, subject)
    assignees = narrowed(words.text, offices, subject.action)
    return Task(
        assignees=tuple(assignees),
        leads=tuple(assignees) if led else (),
        partners=tuple(name for name in _partners(words, subject) if name not in assignees),
        action=words.part(subject.action, len(words.text)).stripped(),
        words=words.stripped(" \t;"),
        section=block.section,
        point=block.point,
        due=_due(deadline, words, doubtful=doubtful) if deadline else None,
        rhythms=tuple(rhythms),
        route=_route(words.text),
        unsure=unsure,
        without=tuple(dict.fromkeys(name for office in offices for name in office.without)),
    )


def _partners(words: Words, subject: Subject) -> list[str]:
    """Those with whom the subject acts, and those whom a later part says to join."""
    found = partners_of(words.text, subject)
    for part in parts(words)[1:]:
        other = subject_of(part.text)
        if other and _joins(part.text, other):
            found += [name for name in names(other.offices) if name not in found]
    return found


def _may_end(deadline: Deadline | None, rhythms: list[Rhythm]) -> bool:
    """`hằng tháng, đến hết ngày 31/12/2023`; not `hằng tháng …, riêng tháng 12 trước ngày 10/12`."""
    again = any(one.every not in _UNCOUNTED for one in rhythms)
    return not (deadline and again) or bool(_UNTIL.search(deadline.text))


def _as_headed(task: Task, block: Block) -> Task:
    """Below `Sở Y tế chủ trì, phối hợp với Sở Tài chính:` each point is led by the one, with the other."""
    title = block.titles[-1] if block.titles else ""
    subject = subject_of(title, title) if title.endswith(":") else None
    if not subject or not subject.offices:
        return task
    leads = task.leads or (task.assignees if leads_of(title, subject) else ())
    partners = tuple(name for name in partners_of(title, subject) if name not in task.assignees)
    return replace(task, leads=leads, partners=task.partners or partners)


def _due(deadline: Deadline, words: Words, *, doubtful: bool = False) -> Due:
    """Doubtful too where its words give no day."""
    return Due(deadline, words.part(deadline.start, deadline.end), doubtful or deadline.day is None)


def _route(text: str) -> str | None:
    """`(qua Văn phòng HĐND-UBND huyện)` → the office in between; `qua hộp thư điện tử` → the way it goes."""
    for match in _ROUTE.finditer(text):
        listed = list_at(text, match.end())
        if listed and _ADOPTED.match(text, match.start()):
            continue
        if listed and text[: match.start()].endswith("("):
            enclosed = _ENCLOSED.match(text, match.end())
            return enclosed[0].strip() if enclosed else None
        if listed:
            return text[listed.start : listed.end] if len(listed.offices) == 1 else listed.offices[0].name
        way = _WAY.match(text, match.end())
        if way and (_SENT.search(text, 0, match.start()) or not _PORTAL.match(way[0])):
            return way[0].strip()
    return None


def _said(sentence: Words, block: Block, known: Calendar, *, alone: bool) -> Said:
    text = sentence.text
    deadline = governing(deadlines_in(text, known))
    due = _due(deadline, sentence) if deadline else None
    return Said(sentence, due, tuple(rhythms_in(text)), scope_of(text), block.section, block.point, alone)


def with_due(task: Task, due: Due | None, rhythms: tuple[Rhythm, ...], *, doubtful: bool = False) -> Task:
    """The task with what a later sentence says of it, where it says nothing of its own."""
    if due and not task.due:
        task = replace(task, due=replace(due, doubtful=doubtful or due.doubtful))
    return replace(task, rhythms=rhythms) if rhythms and not task.rhythms else task
