"""Which kind of list a table is: by its title, the columns that only one kind has, and its groups."""

import difflib
import re
from collections.abc import Iterable, Mapping

from baophu.base.errors import UserError
from baophu.base.text import fold
from baophu.base.words import N_, _
from baophu.law.groups import recognise_group
from baophu.lists.cleaning.columns import Context
from baophu.lists.headings import Heading, vocabulary
from baophu.lists.kinds import KINDS
from baophu.lists.kinds.declare import Column, Kind, Proves
from baophu.lists.layout import NOTHING_TOLD, Layout, lay_out
from baophu.lists.raw_table import RawTable
from baophu.lists.titles import classes_named, schools_named

_IN_TITLE, _IN_SHEET_NAME, _IN_FILE_NAME, _IN_GROUPS = 20, 15, 10, 10
_IN_FORM = 30  # the code of an official form, “Mẫu D03-TS”
# “Nhân khẩu chuyển đi” is a list of moves, “Nhân khẩu chưa tham gia BHYT” one of people without insurance.
_SAID_OF_THEM = {Proves.SNAPSHOT: 0, Proves.EVENT: 4, Proves.CHANGE: 4, Proves.EVIDENCE: 10}
_SIGN, _OWN_SIGN, _COLUMN = 3, 6, 0.5
_MISSING, _MISSING_THOUGH_SAID = -30, -5
_NOT_YET = re.compile(r"\bchua (tham gia|co the)( bhyt| bhxh| bao hiem)?")
_NOT = re.compile(r"chua |khong ")
_SURE, _MARGIN = 6, 3
_CANDIDATES = 3
_NEAREST = 2


class NoHeader(UserError):
    message = N_("No header was found in {file}: no row holds two known headings.")
    advice = N_("A list needs one row of headings such as “Họ và tên”, “Ngày sinh”, “Mã số BHXH”.")
    exit_code = 15


class MissingColumns(UserError):
    message = N_("{table}: a list of kind “{kind}” needs {missing}.")
    advice = N_("Choose another kind below, or mend the headings in the file and hand it in again.")
    command = N_("Headings found: {found}. Rename the heading, or say another kind with --kind.")
    exit_code = 15


class UnknownKind(UserError):
    message = N_("{table}: which kind of list this is cannot be told. Headings: {found}.")
    advice = N_("Say below what kind of list it is, then have it read again.")
    command = N_("Say it with --kind, one of: {candidates}.")
    exit_code = 15


def table_words(file: str, sheet: str) -> str:
    """Which table is meant; a csv file has no sheets."""
    return _("{file}, sheet “{sheet}”").format(file=file, sheet=sheet) if sheet else file


def recognise(
    raw: RawTable, file: str, kind: Kind | None, context: Context, told: Mapping[str, str] = NOTHING_TOLD
) -> Layout:
    """The table's kind and layout; `told` as in `lay_out`. Raises MissingColumns and UnknownKind."""
    layout = lay_out(raw, kind, context, told) if kind else _most_likely(raw, file, context, told)
    if missing := layout.missing():
        raise missing_columns(raw, file, layout, missing)
    return layout


def _most_likely(raw: RawTable, file: str, context: Context, told: Mapping[str, str]) -> Layout:
    layouts = [lay_out(raw, kind, context, told) for kind in KINDS.values()]
    scored = sorted(((_score(layout, raw, file), layout) for layout in layouts), key=lambda one: -one[0])
    (best, layout), (second, _other) = scored[:2]
    if best < _SURE or best - second < _MARGIN:
        likely = [one.kind.name for score, one in scored[:_CANDIDATES] if score > 0]
        raise UnknownKind(
            table=table_words(file, raw.sheet), found=_shown(raw.headings), candidates=likely or list(KINDS)
        )
    return layout


def _score(layout: Layout, raw: RawTable, file: str) -> float:
    kind = layout.kind
    signs = [sign for sign in kind.signs if sign in layout.places or _is_said(sign, raw)]
    said = _said(layout, raw, file, signs)
    said += _SAID_OF_THEM[kind.proves] if said else 0
    shown = sum(_OWN_SIGN if _only_in(sign, kind) else _SIGN for sign in signs)
    missing = (_MISSING_THOUGH_SAID if said else _MISSING) * len(layout.missing())
    return said + shown + _COLUMN * len(layout.places) + missing


def _is_said(sign: str, raw: RawTable) -> bool:
    """Whether sections say it, “I. Tăng” of a change, “Lớp 6A” of pupils, or the titles."""
    named = {"school": schools_named(raw.titles), "class": classes_named(raw.titles, raw.sheet)}
    return any(column == sign for _row, column, _text in raw.sections) or any(named.get(sign, ()))


def _said(layout: Layout, raw: RawTable, file: str, signs: list[str]) -> float:
    """How surely form code, title, names and groups say the kind.

    The title of a list of changes is that of a snapshot too: it says nothing without a sign beside it.
    """
    kind = layout.kind
    titles = " . ".join(raw.titles)
    if any(_is_form(kind, text) or _names_change(kind, text) for text in (titles, raw.sheet, file)):
        return _IN_FORM
    if kind.proves is Proves.CHANGE and not signs:
        return 0
    return (
        _IN_TITLE * _names(kind, titles)
        or _IN_SHEET_NAME * _names(kind, raw.sheet)
        or _IN_FILE_NAME * _names(kind, file)
        or _IN_GROUPS * _holds_its_groups(layout, raw)
    )


def _is_form(kind: Kind, text: str) -> bool:
    """Whether the code of one of its forms stands in the text, D03-TS or D03 alone."""
    said = f" {fold(text)} "
    return any(f" {code.partition(' ')[0]} " in said for code in map(fold, kind.forms))


def _names_change(kind: Kind, text: str) -> bool:
    said = f" {fold(text)} "
    return any(f" {words} " in said for words in kind.change_words) and not _denied(kind, said)


def _denied(kind: Kind, said: str) -> bool:
    return any(f" {words} " in said for words in kind.other_words)


def _names(kind: Kind, text: str) -> bool:
    """Whether words of its titles stand in the text; what people are not yet names no kind but its own."""
    said = f" {fold(text)} "
    if _denied(kind, said):
        return False
    plain = f" {_NOT_YET.sub(' ', said).strip()} "
    return any(f" {words} " in (said if _NOT.match(words) else plain) for words in kind.title_words)


def _only_in(column: str, kind: Kind) -> bool:
    return all(other is kind or other.column(column) is None for other in KINDS.values())


def _holds_its_groups(layout: Layout, raw: RawTable) -> bool:
    """Whether every participant group that rows or sections name is one of the kind's own."""
    place = layout.places.get("group")
    cells = {str(cell) for cell in raw.distinct(place) if cell != ""} if place is not None else set()
    cells |= {text for _row, column, text in raw.sections if column == "group"}
    return bool(cells) and {recognise_group(cell) for cell in cells} <= set(layout.kind.group_codes)


def missing_columns(raw: RawTable, file: str, layout: Layout, missing: Iterable[Column]) -> MissingColumns:
    """The error, with the nearest of the headings that nobody understood beside each missing column."""
    unread = [
        " ".join(heading)
        for place, heading in enumerate(raw.headings)
        if heading and place not in layout.places.values()
    ]
    return MissingColumns(
        table=table_words(file, raw.sheet),
        kind=layout.kind.name,
        missing=[_with_nearest(column, unread) for column in missing],
        found=_shown(raw.headings),
    )


def _with_nearest(column: Column, unread: list[str]) -> str:
    usual = vocabulary().get(column.name, [column.name])
    near = sorted(unread, key=lambda heading: -_likeness(heading, usual))[:_NEAREST]
    shown = f"“{column.heading or usual[0]}” ({column.name})"
    return shown + " " + _("(nearest: {near})").format(near=", ".join(near)) if near else shown


def _likeness(heading: str, usual: list[str]) -> float:
    """How like the nearest of the usual headings it is, 0 to 1."""
    key = fold(heading)
    return max(difflib.SequenceMatcher(None, fold(words), key).ratio() for words in usual)


def _shown(headings: list[Heading]) -> list[str]:
    return [" | ".join(heading) for heading in headings if heading] or ["–"]
