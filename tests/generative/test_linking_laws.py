"""What holds of every linkage, whatever the lists and decisions."""

from tests.linking.worlds import Lists, linked, number_of, one_list

HUONG = {"name": "Y Hương", "birth_date": "1990-02-03"}


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
