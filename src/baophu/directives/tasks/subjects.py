"""Who is to do what a sentence says."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from baophu.areas.offices import office_key
from baophu.directives.names.offices import Office, OfficeList, list_at, names
from baophu.directives.words.letters import HAMLET
from baophu.directives.words.verbs import after_clause as _after_clause
from baophu.directives.words.verbs import begins_action, instruct, is_adjunct, is_modal, tells

_LEAD = re.compile(
    r"\s*(?:\([^()]{1,30}\)\s*[-–]\s*)?(?:[\"“]\s*)?"
    r"(?:\(?\d{1,2}[).]\s*|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+là\s*[,:]?\s*"
    r"|thứ\s+(?:nhất|hai|ba|tư|năm|sáu|bảy|tám)\s*(?:là\s*)?[,:]\s*)?(?:(?:[Tt]ừ"
    r"|[Tt]rước|[Tt]rong|[Đđ]ến|[Vv]ào)\s[^:;.,]{3,60}:\s*)?"
    r"(?:(?:văn\s+bản|chỉ\s+thị|công\s+văn|kế\s+hoạch|kết\s+luận)\s+(?:cũng\s+)?(?:nêu"
    r"\s+rõ|nhấn\s+mạnh|yêu\s+cầu\s+rõ)\s*,?:?\s*)?"
    r"\s*(?:(?:theo\s+đó|bên\s+cạnh\s+đó|đồng\s+thời|ngoài\s+ra"
    r"|trong\s+đó|trước\s+mắt|cụ\s+thể|tiếp\s+đó|cùng\s+với\s+đó"
    r"|từ\s+đó|qua\s+đó|trên\s+cơ\s+sở\s+đó"
    r"|đối\s+với|riêng|về\s+phía|đồng\s+chí|đ/c|mỗi|trách\s+nhiệm\s+của"
    r"|nhiệm\s+vụ\s+của|và|mặt\s+khác)\b\s*[,:]?\s*)*",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*\([^()]*\)")
_BRACKETS = re.compile(r"(?:\s*\([^()]*\))*")
_COMMA = re.compile(r",\s*")
_LED_BY = re.compile(
    r"chủ\s+trì|làm\s+đầu\s+mối|là\s+đầu\s+mối|đầu\s+mối\s+(?!xử)"
    r"|là\s+cơ\s+quan\s+(?:thường\s+trực|đầu\s+mối)",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"(?:phối\s+hợp(?:\s+(?:chặt\s+chẽ|tốt|hiệu\s+quả|đồng\s+bộ"
    r"|thường\s+xuyên))?(?:\s+(?:với|cùng(?:\s+với)?))?|cùng\s+với"
    r"|(?<!với\s)cùng)\s*:?\s*",
    re.IGNORECASE,
)
_IN_CHARGE_OF = re.compile(
    rf"phụ\s+trách\s+(?:(?:các\s+)?(?:xã|phường|{HAMLET})|địa\s+bàn)\s+", re.IGNORECASE
)
_BELOW = re.compile(r"\s+(?:trực\s+)?thuộc\s+(?:Sở|Ban|Cục|Tổng\s+công\s+ty)\b")
_BESIDE = re.compile(r"\s*,?\s*cùng(?:\s+với)?\s+", re.IGNORECASE)
_UNNAMED = re.compile(
    r"liên\s+quan|^(?:các\s+)?(?:ngành|cơ\s+quan|lực\s+lượng|đơn\s+vị)\s+chức\s+năng", re.IGNORECASE
)
_PAPER_SENT = re.compile(
    r"(?:\s*(?:,|cũng|đã|vừa|ban\s+hành|có|văn\s+bản|công\s+văn"
    r"|chỉ\s+thị|kế\s+hoạch|tiếp\s+tục|tập\s+trung))*\s*",
    re.IGNORECASE,
)


_ALSO_ADJUNCT = re.compile(
    r"(?:thực\s+hiện|xét|thông\s+qua|tại|triển\s+khai|tiếp\s+tục\s+thực\s+hiện)\b", re.IGNORECASE
)
# Who is quoted, in a report of the press; not what was required before (`đã yêu cầu`).
_SOMEBODY = re.compile(
    r"(?:phát\s+biểu\s+(?:kết\s+luận|chỉ\s+đạo)[^,;.:]{0,40},\s*|kết\s+luận[^,;.:]{0,40},\s*)?"
    r"(?:(?:đồng\s+chí|ông|bà|lãnh\s+đạo|tỉnh|huyện|thành\s+phố|thị\s+xã|xã|phường|đặc\s+khu|hội\s+nghị|(?:phó\s+)?(?:chủ\s+tịch|bí\s+thư|giám\s+đốc|trưởng\s+ban))\b(?!\s+đã)[^,;.:]{0,70}?)(?<!\sđã)"
    r"\s+(?:cũng\s+|còn\s+|tiếp\s+tục\s+)?(?=(?:yêu\s+cầu|đề\s+nghị|giao|phân\s+công)\b)",
    re.IGNORECASE,
)
# In the press: `Văn bản cũng giao Phòng Văn hóa - Xã hội …`.
_PAPER_SAYS = re.compile(
    r"(?:văn\s+bản|công\s+văn|chỉ\s+thị|kế\s+hoạch|kết\s+luận|thông\s+báo|nghị\s+quyết)(?:\s+(?:này|trên))?"
    r"\s+(?:cũng\s+|còn\s+)?(?=(?:yêu\s+cầu|đề\s+nghị|giao|phân\s+công)\b)",
    re.IGNORECASE,
)
# Who speaks for an office: its head, its standing committee.
_ORGAN = re.compile(
    r"^(?:dong chi )?(?:pho )?(?:chu tich|thuong truc|ban thuong vu|giam doc|lanh dao|truong) "
)
_THEN_WHO = re.compile(r"\bthì\s+")
_IF = re.compile(
    r"(?:(?:nơi|địa\s+phương|đơn\s+vị|xã|phường|thôn|trường)\s+nào|nếu|khi|trường\s+hợp|đối\s+với|qua|trong\s+khi)\b",
    re.IGNORECASE,
)
_THEN = re.compile(r"\b(?:cần|phải|thì)\s+", re.IGNORECASE)
# Work is handed to those named; more words behind them are what they are to do.
_HANDED = re.compile(r"giao|phân\s+công", re.IGNORECASE)
_REQUIRES = re.compile(r"(?:yêu\s+cầu|đề\s+nghị|giao|phân\s+công|kêu\s+gọi)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subject:
    """The offices that a sentence names as its subject, and where its action begins.

    `instructed`: somebody is said to require it of them, those in `by` where they are named.
    """

    offices: tuple[Office, ...]
    action: int
    instructed: bool = False
    by: tuple[Office, ...] = ()
    each: bool = False  # `Mỗi thôn …`: every one of those the heading names


@lru_cache(maxsize=1 << 8)
def subject_of(text: str, issuer: str = "") -> Subject | None:
    """Who does what in a sentence; None where it begins with no action. The press has no `issuer`."""
    lead = _LEAD.match(text)
    place = lead.end() if lead else 0
    found = _instructed(text, place, issuer) or _named(text, place) or _with_clause(text, place)
    if found := found or (_required_by_somebody(text, 0) if place and not issuer else None):
        return replace(found, each=True) if lead and lead[0].lower().rstrip().endswith("mỗi") else found
    if begins_action(text[place:]) and not _ALSO_ADJUNCT.match(text, place):
        return Subject((), place)
    if found := _after_adjunct(text, place, issuer):
        return found
    if place and (found := _unknown(text, place) or _after_adjunct(text, 0, issuer)):
        return found
    return _bare(text, place) or _unknown(text, place) or _after_topic(text, place)


def _after_topic(text: str, place: int) -> Subject | None:
    """`Người thuộc hộ nghèo: chuyển danh sách …`: whom or what it is about stands before a colon."""
    topic = _TOPIC.match(text, place)
    if topic and (named := _instructed(text, topic.end(), "") or _named(text, topic.end())):
        return named
    acts = topic and begins_action(text[topic.end() :]) and not tells(text[topic.end() :])
    return Subject((), topic.end()) if topic and acts else None


def _instructed(text: str, place: int, issuer: str) -> Subject | None:
    """`Đề nghị Sở Y tế chỉ đạo …`; `UBND tỉnh yêu cầu các sở, ngành tổ chức …`."""
    word = instruct().match(text, place)
    if word and _REQUIRES.match(word[0]) and (listed := list_at(text, word.end())):
        return _asked(text, listed, word[0])
    by = list_at(text, place)
    told = _instructed_by(text, by, issuer) if by else None
    if not issuer and (paper := _PAPER_SAYS.match(text, place)):
        return _instructed(text, paper.end(), issuer)
    # In a letter an office that requires something of others is itself told to do so.
    return told or (None if by and issuer else _required_by_somebody(text, place))


def _required_by_somebody(text: str, place: int) -> Subject | None:
    """`Đồng chí cũng yêu cầu 14 xã …`, `Phó Chủ tịch UBND tỉnh - Trưởng Ban Chỉ đạo giao Sở Y tế …`."""
    head = _SOMEBODY.match(text, place)
    word = instruct().match(text, head.end()) if head else None
    if not word or not _REQUIRES.match(word[0].lstrip()):
        return None
    if listed := list_at(text, word.end()):
        return _asked(text, listed, word[0])
    picked = _with_clause(text, word.end())
    return replace(picked, instructed=True) if picked else None


def _instructed_by(text: str, by: OfficeList, issuer: str) -> Subject | None:
    bracket = _BRACKET.match(text, by.end)
    paper = _PAPER_SENT.match(text, bracket.end() if bracket else by.end)
    after = paper.end() if paper else by.end
    word = instruct().match(text, after)
    if not word or not _may_instruct(word[0], by, issuer, sent=after > by.end + 1):
        return None
    listed = list_at(text, word.end())
    if not listed:
        required = _REQUIRES.match(word[0]) and begins_action(text[word.end() :])
        return Subject((), word.end(), instructed=True, by=by.offices) if required else None
    found = _asked(text, listed, word[0])
    return replace(found, by=by.offices) if found else None


def _asked(text: str, listed: OfficeList, word: str) -> Subject | None:
    """Those of whom it is required, a class with the words that say which: `các doanh nghiệp nợ nộp đủ`."""
    if (start := _acting(text, listed)) is not None:
        return Subject(listed.offices, start, instructed=True)
    last = listed.offices[-1]
    if _HANDED.match(word.strip()) or (not last.several and is_proper(last)):
        return None
    for space in _SPACE.finditer(text, last.end + 1, last.end + _LONGEST_TAIL):
        words = text[last.end : space.start()]
        if _SIGN.search(words) or tells(text[space.end() :]):
            return None
        acts = begins_action(text[space.end() :]) or is_modal(text[space.end() :])
        if acts and not _NO_ACT_AFTER.search(words):
            named = replace(last, name=last.name + words, end=space.start())
            return Subject((*listed.offices[:-1], named), space.end(), instructed=True)
    return None


def addressed(text: str) -> tuple[Office, ...]:
    """Of a line that opens a list the offices asked: `BHXH cơ sở đề nghị UBND các xã:`."""
    for word in instruct().finditer(text):
        if (listed := list_at(text, word.end())) and re.match(
            r"\s*(?:$|:|[^.;,]{0,80}:\s*$)", text[listed.end :]
        ):
            return listed.offices
    return ()


def _may_instruct(word: str, by: OfficeList, issuer: str, *, sent: bool) -> bool:
    """Who requires speaks for the document; who directs only where it is theirs or they wrote one."""
    if sent or (not issuer and _REQUIRES.match(word.strip())):
        return True
    whose = office_key(issuer)
    own = [_ORGAN.sub("", office_key(office.name)) for office in by.offices]
    return bool(whose) and any(name in whose or whose in name for name in own)


def _acting(text: str, listed: OfficeList) -> int | None:
    """Where the action of the offices begins; None where none does."""
    place = listed.end
    while bracket := _BRACKET.match(text, place):
        place = bracket.end()
    below = _BELOW.match(text, place)
    place = below.end() if below else place
    if (beside := _BESIDE.match(text, place)) and (others := list_at(text, beside.end())):
        place = others.end
    rest = text[place:]
    colon = re.match(r"\s*[:\-–]\s*", rest)
    start = place + (colon.end() if colon else len(rest) - len(rest.lstrip(" ,")))
    if not text[start:].strip():
        return None
    if _acts(text[start:]) or is_modal(text[start:]):
        return start
    if is_adjunct(text[start:]) and (comma := _verb_after_comma(text, start)):
        return comma
    return start if colon and not tells(text[start:]) else None


def _acts(text: str) -> bool:
    """Whether an action begins; not where words only say whom is meant: `phụ trách xã chỉ đạo …`."""
    whom = _IN_CHARGE_OF.match(text)
    return begins_action(text) and not (whom and begins_action(text[whom.end() :]))


def _named(text: str, place: int) -> Subject | None:
    """`Sở Y tế chủ trì …`, `Các trường học cần …`."""
    listed = list_at(text, place)
    if not listed:
        return None
    start = _acting(text, listed)
    return Subject(listed.offices, start) if start is not None else None


def _with_clause(text: str, place: int) -> Subject | None:
    """`14 xã có tỷ lệ bao phủ dưới 80% họp 02 tuần một lần`: a class with the clause that picks them out."""
    listed = list_at(text, place)
    head = _COUNTED.match(text, place)
    whichever = listed and _WHICHEVER.match(text, listed.end)
    last = listed.offices[-1] if listed else None
    classes = (
        listed and last and (last.several or not is_proper(last) or len(listed.offices) > 1 or whichever)
    )
    end = listed.end if listed and classes else head.end() if head else None
    brackets = _BRACKETS.match(text, end) if end is not None else None
    if not brackets or not (clause := _CLAUSE.match(text, brackets.end())):
        return None
    blank = _BRACKET.sub(lambda bracket: "·" * len(bracket[0]), text)
    named = listed if whichever else None
    for space in _SPACE.finditer(blank, clause.end(), clause.end() + _LONGEST_CLAUSE):
        if space[0].startswith(":"):
            return _behind_colon(text, place, space, listed)
        if _PARTED.search(blank[clause.end() : space.end() + 1]) or tells(text[space.end() :]):
            return None
        noun = _NO_ACT_AFTER.search(text[: space.start()])
        if not noun and (_after_clause().match(text, space.end()) or is_modal(text[space.end() :])):
            return Subject(named.offices, space.end()) if named else _picked_out(text, place, space, listed)
    return None


def _picked_out(text: str, place: int, space: re.Match[str], listed: OfficeList | None) -> Subject:
    """Those named, or the class with the words that pick them out."""
    if listed and all(is_proper(one) and not one.several for one in listed.offices):
        return Subject(listed.offices, space.end())
    name = _BRACKET.sub("", text[place : space.start()]).strip()
    return Subject((Office(name, place, space.start(), several=True),), space.end())


def _behind_colon(text: str, place: int, colon: re.Match[str], listed: OfficeList | None) -> Subject | None:
    """`22 xã chưa đạt 90%: họp giao ban …`, `…: Chủ tịch UBND trực tiếp chỉ đạo …`."""
    rest = text[colon.end() :]
    head = list_at(rest, 0)
    acts = begins_action(rest) or is_modal(rest) or (head and _acting(rest, head) is not None)
    return _picked_out(text, place, colon, listed) if acts and not tells(rest) else None


def _after_adjunct(text: str, place: int, issuer: str) -> Subject | None:
    """`Căn cứ …, BHXH huyện phối hợp …`; `Trước ngày 25 hằng tháng, tổng hợp …`."""
    if not is_adjunct(text[place:]):
        return None
    conditional = bool(_IF.match(text, place))
    then = _THEN_WHO.search(text, place) if conditional else None
    if then and (found := _named(text, then.end())):
        return found
    for comma in _COMMA.finditer(text, place):
        found = _instructed(text, comma.end(), issuer) or _named(text, comma.end())
        if found and (found.instructed or not conditional or any(map(is_proper, found.offices))):
            return found
    if start := _verb_after_comma(text, place):
        return Subject((), start)
    then = _THEN.search(text, place) if conditional else None
    return Subject((), then.start()) if then else None


def is_proper(office: Office) -> bool:
    """A name with capitals, not `các đơn vị`."""
    return any(sign.isupper() for sign in office.name[1:])


def _verb_after_comma(text: str, place: int) -> int | None:
    depth = 0
    for index in range(place, len(text)):
        depth += (text[index] == "(") - (text[index] == ")")
        if text[index] == "," and depth <= 0 and begins_action(text[index + 1 :].lstrip()):
            return index + 1 + len(text[index + 1 :]) - len(text[index + 1 :].lstrip())
    return None


def _bare(text: str, place: int) -> Subject | None:
    if begins_action(text[place:]) or is_modal(text[place:]):
        return Subject((), place)
    return Subject((), 0) if begins_action(text) or is_modal(text) else None


_COUNTED = re.compile(
    r"(?:chi\s+bộ\s+|UBND\s+)?\d{1,3}\s+(?:xã|phường|thị\s+trấn|huyện"
    rf"|{HAMLET}|trường|đơn\s+vị|doanh\s+nghiệp|địa\s+phương)(?:\s*,\s*(?:phường|thị\s+trấn|thôn|bản))*",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\s+(?:nào|có|chưa|còn|đang|đạt|bị|nợ|chậm|thuộc|không|tại|được|nêu|nói|theo|trên|ở)(?!\w)",
    re.IGNORECASE,
)
# `các xã có điểm ra quân`, `được giao`: no act of theirs.
_WHICHEVER = re.compile(r"\s+nào\b", re.IGNORECASE)
_NO_ACT_AFTER = re.compile(
    r"(?<!\w)(?:được|chưa|không|chậm|trốn|dừng|ngừng|thiếu|điểm|lễ|buổi|đợt|ngày|kế\s+hoạch|kết\s+quả|tiến\s+độ|công\s+tác|việc)$",
    re.IGNORECASE,
)
_PARTED = re.compile(r"[.;:]\s|,\s*(?=[^\d\s])")
_LONGEST_CLAUSE = 90
_LONGEST_TAIL = 60
_SIGN = re.compile(r"[,;:.()]")
_HEAD_NOUN = re.compile(
    r"(?:Các\s+)?(?:Phòng|Ban|Đội|Trung tâm|Đảng ủy|Đảng bộ|Chi bộ"
    r"|Hội|Đoàn|Nghiệp đoàn|Trường|Bệnh viện|Tổ|Công ty|Đồn|Trạm"
    r"|Văn phòng|Bộ phận|Đảng viên|Hiệp hội"
    r"|(?:Các\s+)?[Tt]hành viên|Hiệu trưởng|Chủ tịch|Phó|Giám đốc|Bí thư|Ủy viên"
    r"|Chuyên viên|Công đoàn cơ sở|Trưởng|Khối|Lực lượng|Đồng chí|Cơ quan|Đơn vị|Liên minh"
    r"|Nhà máy|Hợp tác xã|Ngân hàng|Chi nhánh|Quỹ|Viện|Tòa|đồng chí"
    r"|cơ quan|đơn vị|phòng|trường|xã|phường|thôn|Viên chức|Công chức|Cán bộ|Nhân viên)\s"
)
_TOPIC = re.compile(r"[^:.()]{3,110}:\s+")
_OF_PEOPLE = re.compile(
    r"(?:học\s+sinh|sinh\s+viên|HSSV|người(?!\s+(?:sử\s+dụng|đứng\s+đầu))|hộ|trẻ|nhóm|đối\s+tượng|lao\s+động|BHYT|BHXH|BHTN|công\s+tác|việc"
    r"|trường\s+hợp|nội\s+dung|khối\s+học\s+sinh)\b",
    re.IGNORECASE,
)
_GROUP = re.compile(r"Đối\s+với\s+([^:;.]{5,80}):\s*")
_SPACE = re.compile(r"\s+|:\s*")
_LONGEST_NAME = 90


def _unknown(text: str, place: int) -> Subject | None:
    """An office that no list knows: a head and more words before the first verb in small letters."""
    if (group := _GROUP.match(text)) and begins_action(text[group.end() :]):
        if _OF_PEOPLE.match(group[1]):
            return Subject((), group.end())
        return Subject((Office(group[1], group.start(1), group.end(1), several=True),), group.end())
    listed = list_at(text, place)
    head = _HEAD_NOUN.match(text, place)
    if not head:
        return None
    known = max(head.end(), listed.end if listed else place)
    for space in _SPACE.finditer(text, known, place + _LONGEST_NAME):
        start = space.end()
        if tells(text[start:]) or ";" in text[known:start]:
            return None
        if not text[start : start + 1].islower() or _NO_ACT_AFTER.search(text[place : space.start()]):
            continue
        if _acts(text[start:]) or is_modal(text[start:]):
            name = _named_up_to(text[place : space.start()])
            return Subject(stretched(name, place, space.start(), listed), start) if name else None
    return None


def _named_up_to(words: str) -> str | None:
    """The words of a name without brackets; None where they are no whole name."""
    name = re.sub(r"\s*\([^)]*\)?", "", words).strip(" ,:")
    whole = len(name.split()) > 1 and "," not in name[-2:] and name.count("(") == name.count(")")
    return name if whole else None


def stretched(name: str, start: int, end: int, listed: OfficeList | None) -> tuple[Office, ...]:
    """Of offices of which only the last has a name that no list knows to its end, each; else the one."""
    several = name.lower().startswith("các")
    if not listed or len(listed.offices) < 2 or "(" in name:
        return (Office(name, start, end, several),)
    last = listed.offices[-1]
    tail = name[last.start - start :]
    return (*listed.offices[:-1], Office(tail, last.start, end, tail.lower().startswith("các")))


def leads_of(text: str, subject: Subject) -> bool:
    """Whether the subject is said to lead."""
    return bool(
        _LED_BY.match(text[subject.action :].lstrip(" ,")) or _LED_BY.search(text[subject.action :][:40])
    )


def partners_of(text: str, subject: Subject) -> list[str]:
    """The offices with which the subject is to act, without unnamed ones (`các đơn vị liên quan`)."""
    found: list[Office] = []
    start = min([subject.action, *(office.end for office in subject.offices[-1:])])
    for match in _WITH.finditer(text, start):
        if listed := list_at(text, match.end()):
            found += listed.offices
    own = set(names(subject.offices))
    return [name for name in names(found) if not _UNNAMED.search(name) and name not in own]
