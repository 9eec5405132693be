"""From linked rows to persons with a number that stays, where they live, what they take part in."""

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa

from baophu.engine.session import Session
from baophu.register.kept_rows import add_kept_rows
from baophu.register.rows import STEPS

# What a row went by → the chance in 100 that it is so, and what agrees; of likely rows each has its own.
PROOFS = {
    "resident": (100, ""),
    "decision": (100, ""),
    "national_id": (99, "national_id"),
    "insurance_number": (98, "insurance_number"),
    "name_birth_hamlet": (99, "name,birth_date,commune,hamlet"),
    "name_birth_commune": (98, "name,birth_date,commune"),
    "likely": (97, ""),
    "on_no_resident_list": (100, ""),
}
# What of a row on a withdrawn list may tell whose number it anchored.
FORMER_ROWS = pa.schema(
    [
        ("list", pa.string()),
        ("row", pa.int32()),
        ("name_key", pa.string()),
        ("birth_date", pa.date32()),
        ("national_id", pa.string()),
        ("unit", pa.string()),
        ("hamlet_name", pa.string()),
        ("household", pa.string()),
    ]
)
STEPS_IN_ORDER = (
    "carried_over",
    "anchored",
    "persons",
    "numbered_rows",
    "new_numbers",
    "people",
    "residents",
    "changes",
    "spells",
    "memberships",
    "events",
    "linked",
    "open_doubts",
    "proposed",
    "lost_decisions",
    "aliases",
)


def settle(session: Session, numbers: pa.Table, group_order: pa.Table, former: Mapping[str, Path]) -> None:
    """From `rows`, `links`, `doubts` and what `decide` made, make the tables of the register.

    `numbers` (number, list, row) are the person numbers of earlier builds, `group_order` (code, rank,
    payer) the order of the law, `former` the rows of lists that were withdrawn, by list id: of them only
    the numbers live on. Makes `people`, `residents`, `spells`, `memberships`, `events`, `linked`,
    `open_doubts`, `proposed`, `lost_decisions`, `aliases` and `new_numbers`.
    """
    session.add("given_numbers", numbers)
    session.add("group_order", group_order)
    scores, agreed = zip(*PROOFS.values(), strict=True)
    session.add(
        "proofs", pa.table({"step": list(PROOFS), "score": pa.array(scores, pa.int32()), "agreed": agreed})
    )
    _add_former_rows(session, former)
    for step in STEPS_IN_ORDER:
        session.step(STEPS, step)


def _add_former_rows(session: Session, former: Mapping[str, Path]) -> None:
    session.add("former_rows", FORMER_ROWS.empty_table())
    for list_id, path in former.items():
        add_kept_rows(session, "former_rows", FORMER_ROWS, path, {"list": list_id})
