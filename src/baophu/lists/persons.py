"""What a row says of a person in several cells: birth and sex in one, numbers that repeat each other."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from baophu.base.ids import INSURANCE_NUMBER_LENGTH, NATIONAL_ID_LENGTH, is_national_id, national_id_doubts
from baophu.base.text import fold
from baophu.lists.cleaning.columns import Context, read_birth
from baophu.lists.cleaning.identifiers import read_insurance_number
from baophu.lists.cleaning.parts import read_column
from baophu.lists.cleaning.sexes import code_in, codes_meant, sex_by_name
from baophu.lists.cleaning.words import is_mark
from baophu.lists.draft import Draft, People
from baophu.lists.kinds.declare import Type

type Found = Iterator[tuple[int, str, str]]  # position of a row, column, code

_ID_WORDS = re.compile(r"\b(dinh danh|cccd|can cuoc|cmnd|ddcn)\b")
_NUMBER_WORDS = re.compile(r"\b(bhxh|bao hiem xa hoi)\b")
_PRECISIONS = {0: "day", 1: "month", 2: "year"}


def read_sex_columns(draft: Draft, context: Context) -> None:
    """Columns “Nam” and “Nữ” that hold a cross, or the date or year of birth."""
    given = [sex for sex in ("male", "female") if sex in draft.cells]
    for sex in given:
        for place, cell in enumerate(draft.cells[sex]):
            if cell != "" and not (isinstance(cell, str) and not cell.strip()):
                _read_sex_cell(draft, place, sex, cell, context)
    if len(given) == 1 and "sex" not in draft.cells:
        other = "female" if given == ["male"] else "male"
        draft.fill("sex", lambda _place: other)


def _read_sex_cell(draft: Draft, place: int, sex: str, cell: Any, context: Context) -> None:
    sexes = draft.column("sex")
    if sexes[place] is not None and sexes[place] != sex:
        draft.note(place, "sex", "both_sexes")
        sexes[place] = None
        return
    sexes[place] = sex
    if is_mark(cell):
        return
    day = read_birth(cell, context)
    births, precisions = draft.values["birth_date"], draft.values["birth_precision"]
    if births[place] is None:
        births[place], precisions[place] = day.first, day.precision
    elif day.first is not None and not _may_be_one(
        births[place], precisions[place], day.first, day.precision
    ):
        draft.note(place, "birth_date", "other_birth")
    if day.doubt:
        draft.note(place, "birth_date", day.doubt)


def _may_be_one(one: Any, precision: str, other: Any, other_precision: str | None) -> bool:
    """Whether two births may be the same day, as well as each is known."""
    exact = {"year": 1, "month": 2}
    known = min(exact.get(precision, 3), exact.get(other_precision or "day", 3))
    return bool(one.timetuple()[:known] == other.timetuple()[:known])


def set_precision(draft: Draft, context: Context) -> None:
    """The column “chỉ có năm sinh” (0 full, 1 month, 2 year) corrects 01/01/yyyy."""
    told = draft.cells.get("birth_precision")
    if told is None:
        return
    codes, _doubts = read_column(told, Type.COUNT, context)
    births, precisions = draft.values["birth_date"], draft.values["birth_precision"]
    for place, code in enumerate(codes):
        birth = births[place]
        if birth is None or code not in (1, 2):
            continue
        if birth.day == 1 and (code == 1 or birth.month == 1):
            precisions[place] = "year" if precisions[place] == "year" else _PRECISIONS[code]
        else:
            draft.note(place, "birth_date", "precision_disagrees")


def people_of(parts: Iterable[Draft], found: Collection[str], highland: bool, heading: str) -> People:
    """What the numbers for sexes mean, of which these were `found`, by the rows of a list part by part."""
    rows = (
        (code_in(cell), name, number)
        for part in parts
        for cell, name, number in zip(
            part.cells["sex"], part.column("name"), part.column("national_id"), strict=True
        )
    )
    meant, doubt = codes_meant(rows, heading, highland=highland)
    return People(highland, meant, doubt, both_zero_and_two={"0", "2"} <= set(found))


def settle_sex_codes(draft: Draft) -> None:
    """Numbers for sexes mean what names and national IDs of the list show."""
    people, sexes = draft.people, draft.column("sex")
    if not people.codes and not people.doubt:
        return
    for place, cell in enumerate(draft.cells.get("sex", ())):
        code = code_in(cell)
        if code is None:
            continue
        unknown = code == "0" and people.both_zero_and_two
        sexes[place] = None if unknown else people.codes.get(code)
        if unknown or people.doubt:
            draft.note(place, "sex", "sex_code_unread" if unknown else people.doubt)


def tell_by_digits(draft: Draft, of_id: str, of_number: str) -> None:
    """In a column whose heading names both, ten digits are an insurance number, twelve a national ID."""
    ids, numbers = draft.column("national_id"), draft.column("insurance_number")
    if _names_both(of_id) and "insurance_number" not in draft.cells:
        kept = []
        for place, column, code in draft.notes:
            if column == "national_id" and code in ("wrong_length", "zero_restored"):
                number, doubt = read_insurance_number(draft.cells[column][place], draft.around.on)
                if number is not None and len(number) == INSURANCE_NUMBER_LENGTH and not doubt:
                    ids[place], numbers[place] = None, number
                    continue
            kept.append((place, column, code))
        draft.notes[:] = kept
    if _names_both(of_number) and "national_id" not in draft.cells:
        ids[:] = [number if number and is_national_id(number) else None for number in numbers]


def _names_both(heading: str) -> bool:
    key = fold(heading)
    return _ID_WORDS.search(key) is not None and _NUMBER_WORDS.search(key) is not None


def drop_unproved_zeros(draft: Draft) -> None:
    """Two zeros put before a national ID need the year of birth to agree: else it is another number."""
    births = draft.column("birth_date")
    notes = draft.notes
    for at, (place, column, code) in enumerate(notes):
        if code != "zero_restored" or column not in ("national_id", "insurance_number"):
            continue
        number = draft.column(column)[place]
        if number is None or len(number) != NATIONAL_ID_LENGTH or not number.startswith("00"):
            continue
        if births[place] is None or national_id_doubts(number, births[place], None):
            draft.column(column)[place] = None
            notes[at] = (place, column, "wrong_length")


def contradictions(draft: Draft) -> Found:
    """National ID against birth and sex, name against sex, card against insurance number."""
    if not draft.around.kind.about_people:
        return
    names, births, sexes, ids, numbers, cards = map(
        draft.column, ("name", "birth_date", "sex", "national_id", "insurance_number", "card_number")
    )
    highland = draft.people.highland
    rows = zip(names, births, sexes, ids, numbers, strict=True)
    for place, (name, birth, sex, national, insured) in enumerate(rows):
        column, number = ("national_id", national) if national else ("insurance_number", insured)
        if number is not None and len(number) == NATIONAL_ID_LENGTH:
            for code in national_id_doubts(number, birth, sex):
                yield place, column, code
        if sex is not None and sex_by_name(name, highland) not in (None, sex):
            yield place, "sex", "sex_of_name"
    yield from _numbers_that_differ(ids, numbers, cards)


def _numbers_that_differ(ids: list[Any], numbers: list[Any], cards: list[Any]) -> Found:
    for place, (national, number, card) in enumerate(zip(ids, numbers, cards, strict=True)):
        if number is None:
            continue
        if len(number) == INSURANCE_NUMBER_LENGTH:
            if card is not None and not card.endswith(number):
                yield place, "card_number", "other_number"
        elif national is not None and national != number:
            yield place, "insurance_number", "other_id"
