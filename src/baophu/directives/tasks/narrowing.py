"""Of a class of offices those that a bracket or a list behind a colon names."""

import re

from baophu.directives.names.offices import Office, list_at, names, offices_in
from baophu.directives.words.letters import HAMLET, NAME
from baophu.directives.words.verbs import begins_action

_BRACKET = re.compile(r"\(([^()]*)\)")
_ESPECIALLY = re.compile(r"(?:đặc\s+biệt(?:\s+là)?|nhất\s+là)\s+", re.IGNORECASE)
_PLACE = re.compile(
    rf"(?:các\s+|\d+\s+)?(?:xã|phường|thị trấn|đặc khu|huyện|UBND|trường|{HAMLET})\b",
    re.IGNORECASE,
)
# What is named by its part in the work stands for the offices in its bracket.
_ROLE = re.compile(
    r"(?:các\s+)?(?:cơ\s+quan\s+thường\s+trực|tổ\s+chức\s+dịch\s+vụ\s+thu|(?:nhân\s+viên\s+)?đại\s+lý\s+thu"
    r"|nhân\s+viên\s+thu|thành\s+viên)",
    re.IGNORECASE,
)


def narrowed(text: str, offices: tuple[Office, ...], action: int) -> list[str]:
    """The names of the offices, of classes those that a bracket names, and those named especially."""
    shown = names(offices)
    if not any(_is_class(office) for office in offices):
        return shown
    for bracket in _BRACKET.finditer(text):
        inside = [office for one in offices_in(bracket[1]) for office in one.offices]
        if inside and (_only_offices(bracket[1], inside) or _right_after(text, bracket, offices)):
            shown = names(inside)
        elif bare := _named_in_bracket(text, bracket, offices):
            shown = bare
    for match in _ESPECIALLY.finditer(text, action):
        shown += [name for name in _that_act(text, match.end()) if name not in shown]
    return shown


def in_heading(text: str, offices: tuple[Office, ...]) -> tuple[Office, ...]:
    """The offices of a heading, narrowed: `Tổ chức dịch vụ thu (Bưu điện huyện, Hội LHPN)`."""
    if not offices:
        return offices
    shown = narrowed(text, offices, len(text))
    if shown == names(offices):
        return offices
    return tuple(Office(name, offices[0].start, offices[0].end) for name in shown)


def _is_class(office: Office) -> bool:
    return office.several or bool(_ROLE.match(office.name))


def _right_after(text: str, bracket: re.Match[str], offices: tuple[Office, ...]) -> bool:
    """`Cơ quan thường trực (BHXH huyện)`: the bracket says who has that part in the work."""
    before = text[: bracket.start()].rstrip()
    return any(before.endswith(one.name) and _ROLE.match(one.name) for one in offices) and not re.match(
        r"\s*(?:qua|trừ|gồm\s+cả|kể\s+cả)\b", bracket[1], re.IGNORECASE
    )


def _named_in_bracket(text: str, bracket: re.Match[str], offices: tuple[Office, ...]) -> list[str]:
    """`Trưởng các thôn (Triều Dương, Đông Hải)`: the names right after the class that they are of."""
    before = text[: bracket.start()].rstrip()
    head = next((office.name for office in offices if before.endswith(office.name)), None)
    found = re.findall(NAME, bracket[1])
    if not head or not found or re.sub(rf"{NAME}|[\s,]|và", "", bracket[1]):
        return []
    return [f"{_one_of(head)} {name}" for name in found]


# What picks out those of a class: `các xã biên giới`, `Các xã có tỷ lệ dưới 90%`.
_PICKED = re.compile(r"(?<=xã|ấp)\s+(?:biên giới|điểm|khó khăn|vùng cao|đảo)$|\s+(?:có|chưa|còn|đạt)\s.*$")


def _one_of(head: str) -> str:
    """`Đảng ủy các xã biên giới` is Đảng ủy xã for one of them."""
    one = re.sub(r"(?:^|(?<=\s))các\s+", "", _PICKED.sub("", head), count=1, flags=re.IGNORECASE)
    one = one.replace("trường học", "trường")
    if _PLACE.fullmatch(one):
        return one.lower()
    return one if head[0].islower() else one[:1].upper() + one[1:]


def _only_offices(bracket: str, inside: list[Office]) -> bool:
    """Whether a bracket holds nothing but places below: `(các xã A, B)`, not `(qua BHXH huyện)`."""
    start = bracket.strip()
    listed = inside[0].start - (len(bracket) - len(bracket.lstrip()))
    after = bracket[inside[-1].end :].lstrip(" ,")
    return listed <= 0 and not begins_action(after) and _PLACE.match(start) is not None


def _that_act(text: str, place: int) -> list[str]:
    """`đặc biệt 2 xã A, B tập trung hoàn thành …`: those too are told to act."""
    listed = list_at(text, place)
    acts = listed and re.match(r"\s*(?:tập\s+trung|cần|phải|khẩn\s+trương)", text[listed.end :])
    return names(listed.offices) if listed and acts else []
