"""From linked rows to persons with a number that stays, where they live, what they take part in."""

import pyarrow as pa

from baophu.engine.session import Session
from baophu.register.rows import STEPS

# What agrees where a pass links a row to a person.
AGREED = {
    "resident": "",
    "national_id": "national_id",
    "insurance_number": "insurance_number",
    "name_birth_hamlet": "name,birth_date,commune,hamlet",
    "name_birth_commune": "name,birth_date,commune",
    "name_birth_home": "name,birth_date",
    "name_year_hamlet": "name,birth_year,commune,hamlet",
    "near_name_birth_hamlet": "nearly name,birth_date,commune,hamlet",
    "on_no_resident_list": "",
}
STEPS_IN_ORDER = (
    "persons",
    "numbered_rows",
    "new_numbers",
    "people",
    "residents",
    "spells",
    "memberships",
    "events",
    "linked",
    "open_doubts",
)


def settle(session: Session, numbers: pa.Table, group_order: pa.Table) -> None:
    """From `rows`, `links` and `doubts` make the tables of the register.

    `numbers` (number, list, row) are the person numbers of earlier builds, `group_order` (code, rank,
    payer) the order of the law. Makes `people`, `residents`, `spells`, `memberships`, `events`, `linked`,
    `open_doubts` and `new_numbers`.
    """
    session.add("given_numbers", numbers)
    session.add("group_order", group_order)
    session.add("pass_words", pa.table({"step": list(AGREED), "agreed": list(AGREED.values())}))
    for step in STEPS_IN_ORDER:
        session.step(STEPS, step)
