"""Makes docs/reference/ from the code: commands, pages, roles, kinds of list, values of law.

Run by `make reference`.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from baophu.base.scope import PURPOSE_WORDS, Purpose
from baophu.base.words import _, speaking
from baophu.cli.front import COMMANDS, front, load
from baophu.engine.people import HIDDEN
from baophu.law.parameters import Parameter, names, parameter
from baophu.lists.headings import vocabulary
from baophu.lists.kinds import KINDS
from baophu.lists.kinds.declare import PROVES_WORDS, RHYTHM_WORDS, SENDER_WORDS, Kind
from baophu.store.permissions import ACTION_WORDS, MAY
from baophu.store.roles import ROLE_WORDS, Role
from baophu.store.scopes import ONLY_ASSIGNED, ONLY_NAMED_PLACES, PURPOSES
from baophu.web.door import Gate
from baophu.web.urls import urlpatterns

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
NOTICE = "*Made from the code by `make reference`. · Sinh ra từ mã nguồn bằng `make reference`.*"
SIGNS = ["\\* required · bắt buộc. + shared options, told here · tùy chọn chung, nói ở đây:", ""]
MOST_HEADINGS = 6


def vietnamese(message: str) -> str:
    with speaking("vi"):
        return _(message)


def both(message: str) -> str:
    return f"{message} · {vietnamese(message)}" if message else ""


def table(headings: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """A Markdown table, with a blank line below."""
    first = list(headings)
    for cells in (first, ["---"] * len(first), *rows):
        yield "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"
    yield ""


def page(title: str, *parts: Iterable[str]) -> str:
    lines = [f"# {title}", "", NOTICE, ""]
    for part in parts:
        lines += part
    return "\n".join(lines).rstrip() + "\n"


def commands_page() -> str:
    """Every command with its arguments and options; those that many share are told once."""
    with speaking("en"):
        options = [param for param in front().params if param.name != "help"]
        shared = {param.name for param in options}
        sections = [_command(["baophu", name], load(name), shared) for name in COMMANDS]
    return page("Commands · Các lệnh", SIGNS, _parameters(options), *sections)


def _command(path: list[str], command: Any, shared: set[str]) -> list[str]:
    own = [param for param in command.params if param.name not in shared and param.name != "help"]
    also = [f"`{param.opts[0]}`" for param in command.params if param.name in shared]
    words = " ".join([*path, *_arguments(command)])
    lines = [f"{'#' * len(path)} `{words}`", "", both(command.help or ""), ""]
    lines += _parameters(own)
    lines += [f"+ {', '.join(also)}", ""] if also else []
    for name, below in getattr(command, "commands", {}).items():
        lines += _command([*path, name], below, shared)
    return lines


def _arguments(command: Any) -> list[str]:
    return [param.metavar for param in command.params if param.param_type_name == "argument"]


def _parameters(params: Iterable[Any]) -> Iterator[str]:
    rows = [(_signature(param), param.help or "", vietnamese(param.help or "")) for param in params]
    return table(("", "English", "Tiếng Việt"), rows) if rows else iter(())


def _signature(param: Any) -> str:
    name = param.metavar if param.param_type_name == "argument" else param.opts[0]
    value = "" if param.param_type_name == "argument" or param.is_flag else f" {param.metavar}"
    return f"`{name}{value}`" + (" *" if param.required else "")


def lists_page() -> str:
    """Every kind of list with who sends it, what it proves, its columns, and the headings recognised."""
    return page(
        "Kinds of list · Các loại danh sách",
        _kinds(),
        *(_kind(kind) for kind in KINDS.values()),
        ["## Headings · Tên cột nhận ra", "", *_headings()],
    )


def _kinds() -> Iterator[str]:
    """All kinds in one table."""
    rows = [
        (
            f"[`{kind.name}`](#{kind.name})",
            both(kind.title),
            ", ".join(kind.forms),
            both(SENDER_WORDS[kind.sender]),
            both(RHYTHM_WORDS[kind.rhythm]),
            both(PROVES_WORDS[kind.proves]),
        )
        for kind in KINDS.values()
    ]
    return table(
        ("kind", "title · tên", "form · mẫu", "sender · nơi gửi", "rhythm · định kỳ", "proves"), rows
    )


def _kind(kind: Kind) -> list[str]:
    rows = [
        (
            f"`{column.name}`" + (" *" if column.required else ""),
            column.type.value,
            column.sensitivity.value,
            column.words,
            vietnamese(column.words),
            "; ".join(vocabulary().get(column.name, [])[:MOST_HEADINGS]) if column.read else "",
        )
        for column in kind.columns
    ]
    headings = ("column", "type", "seen as", "English", "Tiếng Việt", "tên cột nhận ra · headings")
    told = [both(kind.words), *map(both, (SENDER_WORDS[kind.sender], RHYTHM_WORDS[kind.rhythm]))]
    return [
        f"## `{kind.name}`",
        "",
        " — ".join(told),
        "",
        f"{both(PROVES_WORDS[kind.proves])}. `baophu template {kind.name}`",
        "",
        *table(headings, rows),
    ]


def _headings() -> Iterator[str]:
    """All headings by which each column is known."""
    read = {column.name for kind in KINDS.values() for column in kind.columns if column.read}
    rows = [(f"`{name}`", "; ".join(words)) for name, words in vocabulary().items() if name in read]
    return table(("column", "headings · tên cột"), rows)


def law_page() -> str:
    """Every dated value of law with its source and grade."""
    found = [parameter(name) for name in names()]
    rows = [row for one in sorted(found, key=lambda p: (p.theme, p.name)) for row in _values(one)]
    headings = ("parameter", "from", "to", "value", "unit", "source", "grade")
    return page("Values of law · Các mức theo luật", table(headings, rows))


def _values(one: Parameter) -> Iterator[tuple[object, ...]]:
    for dated in one.values:
        last = dated.last or ""
        yield f"`{one.name}`", dated.first, last, dated.value, dated.unit, dated.source, dated.confidence


def roles_page() -> str:
    """Every role with what it may look for and do, and what each purpose hides."""
    return page(
        "Roles · Vai trò",
        ["✓ yes · có", ""],
        ["## Who sees whom · Ai được xem gì", "", *_roles()],
        ["## What a look may be for · Mục đích xem dữ liệu", "", *_purposes()],
        ["## What each may do · Việc được làm", "", *_actions()],
    )


def _roles() -> Iterator[str]:
    rows = [(f"`{role}`", both(ROLE_WORDS[role]), _places_of(role)) for role in Role]
    return table(("role", "words · tên gọi", "sees · được xem"), rows)


def _places_of(role: Role) -> str:
    if role in ONLY_ASSIGNED:
        return "people handed out to them, inside their places · người được giao, trong địa bàn của mình"
    if role in ONLY_NAMED_PLACES:
        return "the places named for them · địa bàn được ghi cho tài khoản"
    return "the places named for them, else the whole home · địa bàn được ghi; không ghi thì toàn bộ"


def _purposes() -> Iterator[str]:
    rows = [
        (f"`{purpose}`", both(PURPOSE_WORDS[purpose]), *_marks(_looking_for(purpose)), _hidden(purpose))
        for purpose in Purpose
    ]
    return table(("purpose", "words · tên gọi", *_role_headings(), "hidden columns · cột bị ẩn"), rows)


def _looking_for(purpose: Purpose) -> set[Role]:
    return {role for role in Role if purpose in PURPOSES[role]}


def _hidden(purpose: Purpose) -> str:
    return ", ".join(f"`{column}`" for column in sorted(HIDDEN[purpose]))


def _actions() -> Iterator[str]:
    rows = [(f"`{action}`", both(ACTION_WORDS[action]), *_marks(MAY[action])) for action in MAY]
    return table(("action", "words · tên gọi", *_role_headings()), rows)


def _role_headings() -> list[str]:
    return [f"`{role}`" for role in Role]


def _marks(roles: Iterable[Role]) -> list[str]:
    found = set(roles)
    return ["✓" if role in found else "" for role in Role]


def pages_page() -> str:
    """Every address with its gate, whom that lets in, and what is there."""
    rows = [_page(pattern) for pattern in urlpatterns]
    headings = ("address", "what is there", "gate", "lets in · vai trò được vào")
    return page("Pages · Các trang", table(headings, sorted(rows)))


def _page(pattern: Any) -> tuple[str, str, str, str]:
    gate = pattern.callback.gate
    return f"`/{pattern.pattern}`", _told(pattern), _gate(gate), _let_in(gate)


def _told(pattern: Any) -> str:
    """What the view says of itself, without its errors; else its name."""
    words = (pattern.callback.__doc__ or pattern.name.replace("_", " ").capitalize()).strip()
    return str(words.partition("\n")[0].partition(" Raises ")[0])


def _gate(gate: Gate) -> str:
    if gate.action:
        return f"may `{gate.action}`"
    if gate.purposes:
        return "for " + " or ".join(f"`{purpose}`" for purpose in gate.purposes)
    return "signed in" if gate.signed_in else "open"


def _let_in(gate: Gate) -> str:
    if not gate.signed_in:
        return "everybody · mọi người"
    roles = [role for role in Role if _passes(role, gate)]
    if len(roles) == len(Role):
        return "every account · mọi tài khoản"
    return ", ".join(f"`{role}`" for role in roles)


def _passes(role: Role, gate: Gate) -> bool:
    looks = not gate.purposes or bool(PURPOSES[role] & set(gate.purposes))
    return looks and (gate.action is None or role in MAY[gate.action])


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands_page,
    "pages.md": pages_page,
    "roles.md": roles_page,
    "lists.md": lists_page,
    "law.md": law_page,
}


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, make in PAGES.items():
        (FOLDER / name).write_text(make(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
