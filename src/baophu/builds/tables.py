"""The tables of a build: in what order their rows are written, and what lies beside them."""

from datetime import date

import pyarrow as pa

from baophu.builds.before import linked_from
from baophu.builds.inputs import Inputs

# File of the build → the table it is written from, and the order of its rows.
TABLES = {
    "people": ("people", "person"),
    "residents": ("residents", "person, list, row"),
    "spells": ("spells", "person, scheme, list, row"),
    "memberships": ("memberships", "person, kind, list, row"),
    "events": ("events", "person, kind, list, row"),
    "residence": ("residence", 'person, "from" NULLS FIRST'),
    "participation": ("participation", 'person, scheme, "from" NULLS FIRST'),
    "links": ("linked", "list, row"),
    "open_doubts": ("open_doubts", "person, list, row"),
    "proposed": ("proposed", "person, list, row, other_list, other_row"),
    "lost_decisions": ("lost_decisions", "list, row, other_list, other_row"),
    "aliases": ("aliases", "number"),
    "coverage": ("counts", 'scheme, numerator_kind, unit, hamlet, "group"'),
    "history": ("history", 'day, scheme, numerator_kind, unit, hamlet, "group"'),
    "gaps": ("gaps", "position"),
    "quality": ("quality", "list, figure, step"),
    "estimates": ("estimates", "unit, hamlet"),
    "visited": ("visited", "person, scheme"),
    "reviews": ("reviews", "turn"),
    "arrears": ("arrears", "list, row"),
}
ALIASES = pa.schema([("number", pa.int64()), ("person", pa.int64())])
ARREARS = pa.schema(
    [
        ("employer", pa.string()),
        ("employer_code", pa.string()),
        ("tax_code", pa.string()),
        ("unit", pa.string()),
        ("commune", pa.string()),
        ("workers", pa.int32()),
        ("months", pa.int32()),
        ("amount", pa.int64()),
        ("amount_bhxh", pa.int64()),
        ("amount_bhyt", pa.int64()),
        ("amount_bhtn", pa.int64()),
        ("amount_accident", pa.int64()),
        ("interest", pa.int64()),
        ("base_salary_part", pa.int64()),
        ("category", pa.string()),
        ("list", pa.string()),
        ("row", pa.int32()),
        ("as_of", pa.date32()),
    ]
)
REVIEWS = pa.schema(
    [
        ("turn", pa.int64()),
        ("person", pa.int64()),
        ("stands_as", pa.int64()),
        ("unit", pa.string()),
        ("hamlet", pa.string()),
        ("effect", pa.int32()),
        ("change", pa.string()),
        ("leaves", pa.string()),
        ("step", pa.string()),
        ("score", pa.int32()),
        ("kind", pa.string()),
        ("scheme", pa.string()),
        ("list", pa.string()),
        ("row", pa.int32()),
        ("known_list", pa.string()),
        ("known_row", pa.int32()),
    ]
)
LISTS = ("id", "file", "file_hash", "sheet", "kind", "sender", "as_of", "sequence")


def list_table(inputs: Inputs) -> pa.Table:
    """The lists a build rests on, one row a list, with `source`, the name under which people know its rows.

    `source` is `FILE#SHEET!`; where two files share a name, `~` and eight digits of the hash follow it.
    """
    hashes: dict[str, set[str]] = {}
    for entry in inputs.lists:
        hashes.setdefault(entry.file, set()).add(entry.file_hash)
    columns: dict[str, list[object]] = {name: [getattr(e, name) for e in inputs.lists] for name in LISTS}
    columns["source"] = [
        f"{e.file}{f'~{e.file_hash[:8]}' if len(hashes[e.file]) > 1 else ''}#{e.sheet}!" for e in inputs.lists
    ]
    return pa.table(columns)


def context_of(inputs: Inputs, on: date, checksums: dict[str, str]) -> dict[str, object]:
    """What a reader of the build's folder needs to know besides its tables.

    `linked` is what its links rest on (see `builds.before`).
    `one_decides`: one person suffices to say that two rows are one person, whoever leaves a list by it.
    """
    return {
        "name": inputs.name(),
        "area": inputs.area,
        "on": on.isoformat(),
        "one_decides": inputs.one_decides,
        "linked": linked_from(inputs),
        "checksums": checksums,
    }
