"""How right a linkage of a known world is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from baophu.engine.session import Session

STEPS = Path(__file__).parent / "steps"
_PER = 10_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """Shares are from 0 to 1.

    `precision` and `recall` are of the list of the uncovered; `called` are on it, `uncovered` should be.
    `wrong_merges`: pairs of people who are no siblings and were taken for one, to 10,000 people.
    `sibling_merges`: pairs of twins or siblings taken for one, to 10,000 such pairs.
    F1 is of the uncovered list, and of the links from the insurer's rows to residents, for both groups.
    A list that names nobody is precise.
    `reviews`: pairs that a person was asked about, to 200 residents.
    """

    precision: float
    recall: float
    called: int
    uncovered: int
    wrong_merges: float
    sibling_merges: float
    minority_f1: float
    others_f1: float
    minority_links_f1: float
    others_links_f1: float
    reviews: float


def judge(world: Path, links: pa.Table, uncovered: pa.Table, reviews: int = 0) -> Verdict:
    """Compare with the truth of the world that `write` left in the folder `world`.

    `links` (list, row, person) say which rows are one person, under any number; `uncovered` (list, row) are
    the rows of residents who were called uncovered. Lists are named as the files are, `residents-1`.
    """
    with Session() as session:
        session.load("truth_rows", [world / "truth-rows.parquet"])
        session.load("truth_people", [world / "truth-people.parquet"])
        session.add("links", links)
        session.add("uncovered", uncovered)
        for step in ("linked_people", "merged", "joined", "called"):
            session.step(STEPS, step)
        return _verdict(session, reviews)


def _verdict(session: Session, reviews: int) -> Verdict:
    def number(sql: str) -> int:
        return int(str(session.value(sql)))

    people = number("SELECT count(*) FROM truth_people")
    residents = number("SELECT count(*) FROM truth_people WHERE resident")
    pairs = number(
        "SELECT coalesce(sum(n * (n - 1) // 2), 0)::BIGINT FROM "
        "(SELECT count(*) AS n FROM truth_people WHERE siblings > 0 GROUP BY siblings)"
    )
    called, right, uncovered = (
        number(f"SELECT sum({name}) FROM called") for name in ("called", "rightly", "uncovered")
    )
    listed = _by_group(session, "called", lambda row: _f1(row["rightly"], row["called"], row["uncovered"]))
    joined = _by_group(
        session, "joined", lambda row: _f1(row["own"], row["own"] + row["another"], row["of_residents"])
    )
    return Verdict(
        precision=_share(right, called, 1.0),
        recall=_share(right, uncovered, 1.0),
        called=called,
        uncovered=uncovered,
        wrong_merges=_PER * _share(number("SELECT count(*) FROM merged WHERE NOT siblings"), people, 0.0),
        sibling_merges=_PER * _share(number("SELECT count(*) FROM merged WHERE siblings"), pairs, 0.0),
        minority_f1=listed[True],
        others_f1=listed[False],
        minority_links_f1=joined[True],
        others_links_f1=joined[False],
        reviews=200 * _share(reviews, residents, 0.0),
    )


def _by_group(session: Session, table: str, measure: Callable[[dict[str, int]], float]) -> dict[bool, float]:
    found = {row["minority"]: measure(row) for row in session.ask(f"SELECT * FROM {table}").to_pylist()}
    return {True: 1.0, False: 1.0} | found


def _f1(right: int, said: int, true: int) -> float:
    return 2 * right / (said + true) if said + true else 1.0


def _share(part: float, whole: float, of_none: float) -> float:
    return part / whole if whole else of_none
