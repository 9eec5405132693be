"""What holds of every linkage, whatever the lists and decisions."""

from collections import defaultdict
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.linking.decisions import groups_of
from tests.linking.rows import printed_twice, to_the_letter
from tests.linking.worlds import OCTOBER, Lists, decisions_of, linked, lists, number_of, one_list, plain
from tests.worlds import DAY

from baophu.engine.session import Session
from baophu.register.weights import SURE, SURE_PLAIN

HUONG = {"name": "Y Hương", "birth_date": "1990-02-03"}
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
# Long failing examples are not made shorter: that would take hours.
QUICK = settings(deadline=None, suppress_health_check=SLOW, phases=(Phase.explicit, Phase.generate))

type Row = tuple[int, int]


def tables(session: Session) -> dict[str, list[dict[str, Any]]]:
    return {name: session.ask(f"SELECT * FROM {name} ORDER BY ALL").to_pylist() for name in TABLES}


TABLES = ("links", "likely", "doubts")


@settings(QUICK, max_examples=5)
@given(lists())
def test_every_row_has_one_person_as_decided(made: Lists) -> None:
    with linked(made) as session:
        links = session.ask("SELECT rid, person FROM links").to_pylist()
    persons = {link["rid"]: link["person"] for link in links}
    assert len(links) == len(persons)
    assert set(persons) == {row.rid for row in plain(made)}
    rows_of = defaultdict(set)
    for rid, person in persons.items():
        rows_of[person].add(rid)
    assert all(person == min(rids) for person, rids in rows_of.items())
    decisions = decisions_of(made)
    together = groups_of((d.one, d.other) for d in decisions if d.same)
    for d in decisions:
        if d.same:
            assert persons[d.one] == persons[d.other]
        elif d.other not in together.get(d.one, ()):
            assert persons[d.one] != persons[d.other]


@settings(QUICK, max_examples=5)
@given(lists(decided=False))
def test_persons_are_joined_only_where_the_residents_list_prints_them_twice(made: Lists) -> None:
    rows = {row.rid: row for row in plain(made)}
    with linked(made) as session:
        persons = {link["rid"]: link["person"] for link in session.ask("SELECT * FROM links").to_pylist()}
    residents: dict[int, list[int]] = defaultdict(list)
    for rid, row in rows.items():
        if row.stands:
            residents[persons[rid]].append(rid)
        of = [
            one.rid
            for one in rows.values()
            if one.turn < row.turn and to_the_letter(one) == to_the_letter(row)
        ]
        if len(of) == 1:
            assert persons[rid] == persons[of[0]]
    for rids in residents.values():
        for rid in rids if len(rids) > 1 else ():
            assert any(printed_twice(rows[rid], rows[other]) for other in rids if other != rid)


@settings(QUICK, max_examples=5)
@given(lists())
def test_chances_are_parts_of_one_and_doubts_are_of_others(made: Lists) -> None:
    with linked(made) as session:
        persons = {link["rid"]: link["person"] for link in session.ask("SELECT * FROM links").to_pylist()}
        doubts = session.ask("SELECT * FROM doubts").to_pylist()
        scores = session.ask("SELECT score FROM likely")["score"].to_pylist()
        sums = session.ask("SELECT sum(chance) AS all FROM chances GROUP BY rid")["all"].to_pylist()
    assert all(min(SURE, SURE_PLAIN) // 100 <= score <= 100 for score in scores)
    assert len({(doubt["rid"], doubt["person"]) for doubt in doubts}) == len(doubts)
    for doubt in doubts:
        assert 1 <= doubt["score"] <= 99
        assert doubt["person"] in persons.values()
        assert persons[doubt["rid"]] != doubt["person"]
    assert max(sums, default=0) <= 10_000


def told(session: Session, key_of: dict[int, Row]) -> tuple[object, object, object]:
    """Who is whose, whatever numbers rows and persons bear.

    Of several rows of strangers without any number the first of one list is the first of the other: who they
    are is not told.
    """
    links = session.ask("SELECT * FROM links").to_pylist()
    likely = session.ask("SELECT * FROM likely").to_pylist()
    doubts = session.ask("SELECT * FROM doubts").to_pylist()
    rows_of: dict[int, set[Row]] = defaultdict(set)
    for link in links:
        rows_of[link["person"]].add(key_of[link["rid"]])
    return (
        {
            key_of[link["rid"]]: (
                link["step"],
                link["step"] != "on_no_resident_list" and frozenset(rows_of[link["person"]]),
            )
            for link in links
        },
        {key_of[one["rid"]]: (one["score"], one["agreed"]) for one in likely},
        {
            (key_of[d["rid"]], frozenset(rows_of[d["person"]])): (d["step"], d["score"], d["agreed"])
            for d in doubts
        },
    )


@settings(QUICK, max_examples=3)
@given(lists(older=False, decided=False), st.randoms(use_true_random=False))
def test_the_order_of_lists_and_rows_does_not_matter(made: Lists, chance: Any) -> None:
    keys = [[(n, row) for row in range(1, len(rows) + 1)] for n, (_, _, rows) in enumerate(made.lists, 1)]
    chance.shuffle(keys)
    for rows in keys:
        chance.shuffle(rows)
    shuffled = Lists(
        tuple(
            (*made.lists[rows[0][0] - 1][:2], tuple(made.lists[n - 1][2][row - 1] for n, row in rows))
            for rows in keys
        )
    )
    with linked(made) as session:
        first = told(session, {number_of(*key): key for rows in keys for key in rows})
    with linked(shuffled) as session:
        again = told(
            session,
            {number_of(n, row): key for n, rows in enumerate(keys, 1) for row, key in enumerate(rows, 1)},
        )
    assert again == first


@settings(QUICK, max_examples=3)
@given(lists(), st.sampled_from(("2023-09-30", "2023-10-31")))
def test_a_list_about_nobody_here_changes_nothing_and_twice_is_the_same(made: Lists, on: str) -> None:
    strangers = [
        {"name": name, "birth_date": birth, "insurance_number": number, "scheme": "BHTN", "unit": "23500@"}
        for name, birth, number in (
            ("Đinh Công Sơn", "1941-05-06", "9900000001"),
            ("Vũ Kỳ", "1942-07-09", "9900000002"),
        )
    ]
    more = one_list("participants", *strangers, on=OCTOBER if on == "2023-10-31" else DAY)
    with linked(made) as session:
        before = tables(session)
    with linked(Lists((*made.lists, more), made.decisions)) as session:
        after = tables(session)
    added = {number_of(len(made.lists) + 1, row) for row in (1, 2)}
    assert before == {name: [row for row in rows if row["rid"] not in added] for name, rows in after.items()}
    assert {link["person"] for link in after["links"] if link["rid"] in added} == added
    assert not [doubt for doubt in after["doubts"] if doubt["rid"] in added]


def test_rows_of_the_residents_list_that_chain_are_one_person() -> None:
    """Each row has the name or the birth date of the one before, and all have one national ID."""
    names_and_births = (
        ("Y Hương", "1990-02-03"), ("Y Hương", "1991-02-03"),
        ("Y Hoa", "1991-02-03"), ("Y Hoa", "1992-02-03"),
    )  # fmt: skip
    rows = [
        {"name": name, "birth_date": birth, "national_id": "062190000001"} for name, birth in names_and_births
    ]
    with linked(Lists((one_list("residents", *rows),))) as session:
        persons = session.ask("SELECT DISTINCT person FROM links")["person"].to_pylist()
    assert persons == [number_of(1, 1)]


def test_who_was_found_in_the_hamlet_holds_that_number_in_the_commune() -> None:
    here, next_hamlet = ({**HUONG, "hamlet_name": hamlet} for hamlet in ("1", "2"))
    cards = one_list(
        "participants",
        here | {"insurance_number": "6200000001", "scheme": "BHYT"},
        next_hamlet | {"insurance_number": "6200000002", "scheme": "BHYT"},
    )
    with linked(Lists((one_list("residents", here), cards))) as session:
        steps = session.ask("SELECT step FROM links ORDER BY rid")["step"].to_pylist()
    assert steps[1] == "name_birth_hamlet"
    assert steps[2] != "name_birth_commune"


def test_everybody_who_is_as_likely_as_the_third_is_doubted() -> None:
    card = {**HUONG, "insurance_number": "6200000001", "scheme": "BHYT"}
    lists = (one_list("residents", *[HUONG] * 5), one_list("participants", card))
    with linked(Lists(lists)) as session:
        doubts = session.ask("SELECT person, score FROM doubts ORDER BY person").to_pylist()
    assert [doubt["person"] for doubt in doubts] == [number_of(1, row) for row in range(1, 6)]
    assert len({doubt["score"] for doubt in doubts}) == 1


def test_each_of_three_numbers_that_a_person_holds_speaks_for_them() -> None:
    """Three cards with the ID of a resident, and three of another name and birth with the same numbers."""
    numbers = ("6200000001", "6200000002", "6200000003")
    resident = HUONG | {"national_id": "062190000001"}
    cards = [
        {**who, "insurance_number": number, "scheme": "BHYT"}
        for who in (resident, resident | {"name": "Lê Văn Tám", "birth_date": "1950-06-07"})
        for number in numbers
    ]
    with linked(Lists((one_list("residents", resident), one_list("participants", *cards)))) as session:
        doubts = session.ask("SELECT step, score FROM doubts").to_pylist()
    assert [doubt["step"] for doubt in doubts] == ["insurance_number_disagrees"] * 3
    assert len({doubt["score"] for doubt in doubts}) == 1


def test_a_doubt_is_of_whom_decisions_made_of_its_person() -> None:
    """A card is of one of two namesakes; people say that a row of the first is one with a card of Hoa."""
    hoa = {"name": "Lê Thị Hoa", "birth_date": "1982-09-10"}
    first, second = ({**HUONG, "national_id": number} for number in ("062190000001", "062190777777"))
    of_hoa, of_one = ({**who, "insurance_number": f"620000000{n}"} for n, who in enumerate((hoa, HUONG)))
    made = Lists(
        (
            one_list("residents", hoa, first, second),
            one_list("participants", of_hoa | {"scheme": "BHYT"}, of_one | {"scheme": "BHYT"}),
            one_list("poor_households", first),
        ),
        decisions=(((2, 1), (3, 1), True),),
    )
    with linked(made) as session:
        doubts = session.ask("SELECT rid, person FROM doubts ORDER BY person").to_pylist()
    assert doubts == [{"rid": number_of(2, 2), "person": number_of(1, row)} for row in (1, 3)]
