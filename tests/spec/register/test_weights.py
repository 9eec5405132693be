"""What speaks for a row being of a resident, and what outweighs what.

The resident is Trần Văn Bình, born on 8/7/1979, with a national ID, of hamlet 1 and household 5. A card says
of him what the table says, and agrees in all else but the national ID, which it leaves out. Each answer is
the step that links the card, else the doubt about him, else that it is a stranger's.
"""

from typing import Any

import pytest
from tests.linking.worlds import Lists, linked, number_of, one_list

ID = "062079000012"
BINH = {"name": "Trần Văn Bình", "birth_date": "1979-07-08", "hamlet_name": "1"}
RESIDENT = BINH | {"sex": "male", "national_id": ID, "household": "5"}
NUMBER = {"insurance_number": "6200000001", "scheme": "BHYT"}
LIKELY, DOUBT, STRANGER = "likely", "doubt: likely", "stranger"


def answer(card: dict[str, Any], *others: dict[str, Any], **lists: list[dict[str, Any]]) -> str:
    """What becomes of `card`, the last row of the participants' list, beside `others` who live here."""
    cards = [*lists.pop("participants", []), card]
    made = Lists(
        (
            one_list("residents", RESIDENT, *others),
            *(one_list(kind, *rows) for kind, rows in lists.items()),
            one_list("participants", *cards),
        )
    )
    rid = number_of(len(made.lists), len(cards))
    with linked(made) as session:
        step = session.value(f"SELECT step FROM links WHERE rid = {rid}")
        doubts = session.ask(
            f"SELECT step FROM doubts WHERE rid = {rid} AND (score >= 10 OR step <> 'likely')"
        )
    if step != "on_no_resident_list":
        return str(step)
    return f"doubt: {doubts['step'][0].as_py()}" if doubts.num_rows else STRANGER


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ({}, "name_birth_hamlet"),
        ({"name": "TRAN VAN BINH"}, "name_birth_hamlet"),
        ({"hamlet_name": "9"}, "name_birth_commune"),
        ({"national_id": ID}, "national_id"),
        ({"national_id": ID, "name": "Trần Văn Bìn", "hamlet_name": "9"}, "national_id"),
        ({"national_id": "062079999999"}, DOUBT),
        ({"national_id": ID, "name": "Lê Tám", "birth_date": "1950-01-02"}, "doubt: national_id_disagrees"),
    ],
)
def test_what_is_proved(says: dict[str, Any], expected: str) -> None:
    assert answer(BINH | NUMBER | says) == expected


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ({"name": "Trần Văn Bìnk"}, LIKELY),
        ({"name": "Trần Bình"}, LIKELY),
        ({"name": "Trần Thị Hoa"}, STRANGER),
        ({"birth_date": "1979-01-01", "birth_precision": "year"}, LIKELY),
        ({"birth_date": "1979-01-01"}, LIKELY),
        ({"birth_date": "1979-08-07"}, LIKELY),
        ({"birth_date": "1979-07-18"}, LIKELY),
        ({"birth_date": "1979-11-23"}, LIKELY),
        ({"birth_date": "1978-07-08"}, LIKELY),
        ({"birth_date": "1950-11-23"}, STRANGER),
        ({"unit": "23488@"}, LIKELY),
        ({"name": "Trần Văn Bìnk", "birth_date": "1979-01-01", "birth_precision": "year"}, LIKELY),
        ({"name": "Trần Văn Bìnk", "birth_date": "1979-07-18"}, STRANGER),
        ({"unit": "23488@", "birth_date": "1979-01-01", "birth_precision": "year"}, LIKELY),
        ({"unit": "23488@", "name": "Trần Văn Bìnk"}, LIKELY),
    ],
)
def test_what_is_likely(says: dict[str, Any], expected: str) -> None:
    assert answer(BINH | NUMBER | says) == expected


YEAR = {"birth_date": "1979-01-01", "birth_precision": "year"}
SAME_YEAR = {"birth_date": "1979-11-23"}
NAMESAKES = [
    BINH | {"birth_date": f"{year}-{month:02}-05"} for year in range(1950, 1975) for month in range(1, 9)
]


@pytest.mark.parametrize(("others", "expected"), [([], LIKELY), (NAMESAKES, DOUBT)])
def test_a_common_name_says_less(others: list[dict[str, Any]], expected: str) -> None:
    """The card is of another commune, with the year of birth only; two hundred more are called Bình."""
    assert answer(BINH | NUMBER | YEAR | {"unit": "23488@"}, *others) == expected


@pytest.mark.parametrize(("namesakes", "expected"), [(4, LIKELY), (6, DOUBT)])
def test_where_name_birth_and_hamlet_agree_nine_in_ten_are_enough(namesakes: int, expected: str) -> None:
    """The card has the year of birth only; so many of his name and year live in the other hamlet."""
    others = [BINH | {"birth_date": f"1979-{month:02}-23", "hamlet_name": "2"} for month in range(1, 7)]
    assert answer(BINH | NUMBER | YEAR, *others[:namesakes]) == expected


def test_of_two_who_may_be_meant_neither_is() -> None:
    assert answer(BINH | NUMBER | YEAR, BINH | SAME_YEAR) == DOUBT


@pytest.mark.parametrize(
    ("says", "expected"), [(SAME_YEAR, DOUBT), ({"unit": "23488@"}, STRANGER), (YEAR, LIKELY)]
)
def test_who_holds_another_number_is_seldom_meant(says: dict[str, Any], expected: str) -> None:
    own = RESIDENT | NUMBER | {"insurance_number": "6200000009"}
    assert answer(BINH | NUMBER | says, participants=[own]) == expected


@pytest.mark.parametrize(("household", "expected"), [("77", LIKELY), ("78", DOUBT)])
def test_a_household_speaks_for_its_members(household: str, expected: str) -> None:
    """The wife's card is of household 77 of the insurer's list; of Bình the year of birth agrees only."""
    wife = {"name": "Lê Thị Hoa", "birth_date": "1982-09-10", "household": "5"}
    hers = wife | {"household": "77", "insurance_number": "6200000002", "scheme": "BHYT"}
    card = BINH | NUMBER | SAME_YEAR | {"household": household}
    assert answer(card, wife, *NAMESAKES[:50], participants=[hers]) == expected
