"""A task moves between states by those who may move it; lateness follows from its dates."""

from datetime import date
from itertools import chain, combinations

import pytest

from baophu.base.words import speaking
from baophu.directives.states import (
    MOVES,
    Mark,
    NoSuchMove,
    NotYours,
    Party,
    State,
    can_move,
    check_can_move,
    marks,
    moves,
)

# From each state (the row) to each (the column): A the office that has the task, G the one that gave it.
TABLE = """
           given  accepted  doing  reported  confirmed  withdrawn
given      -      A         A      A         -          G
accepted   -      -         A      A         -          G
doing      -      -         -      A         -          G
reported   -      -         AG     -         G          G
confirmed  -      -         G      -         -          -
withdrawn  G      -         -      -         -          -
"""
LETTERS = {"A": Party.ASSIGNEE, "G": Party.GIVER}
HEADINGS, *ROWS = (line.split() for line in TABLE.strip().splitlines())
CELLS = [
    (State(state), State(to), {LETTERS[letter] for letter in cell if letter in LETTERS})
    for state, *cells in ROWS
    for to, cell in zip(HEADINGS, cells, strict=True)
]
# A supervisor, or any other office, acts for nobody.
ANYONE = [set(some) for some in chain.from_iterable(combinations(Party, count) for count in range(3))]


def test_the_table_holds_every_state() -> None:
    assert len(CELLS) == len(State) ** 2
    assert set(MOVES) == set(State)


@pytest.mark.parametrize("acting", ANYONE, ids=lambda acting: "+".join(sorted(acting)) or "nobody")
@pytest.mark.parametrize(("state", "to", "may"), CELLS)
def test_who_may_move_a_task(state: State, to: State, may: set[Party], acting: set[Party]) -> None:
    allowed = bool(may & acting)
    assert can_move(acting, state, to) is allowed
    assert (to in moves(acting, state)) is allowed
    if allowed:
        check_can_move(acting, state, to)
    else:
        with pytest.raises(NotYours if may else NoSuchMove):
            check_can_move(acting, state, to)


def test_what_is_refused_says_what_may_be_done() -> None:
    with speaking("en"):
        with pytest.raises(NoSuchMove) as refused:
            check_can_move(Party, State.CONFIRMED, State.WITHDRAWN)
        assert refused.value.words() == (
            "A task that is “confirmed” cannot become “withdrawn”.\nIt may become: in progress."
        )
        with pytest.raises(NotYours, match="Only the office that gave the task may"):
            check_can_move([Party.ASSIGNEE], State.REPORTED, State.CONFIRMED)


FRIDAY, MONDAY = date(2023, 10, 13), date(2023, 10, 16)


@pytest.mark.parametrize(
    ("state", "due", "first_due", "reported_on", "on", "found"),
    [
        # state           due     first   reported on        on                 what the dates say
        (State.GIVEN,     FRIDAY, FRIDAY, None,              date(2023, 10, 12), ""),
        (State.DOING,     FRIDAY, FRIDAY, None,              FRIDAY,             "due_today"),
        (State.ACCEPTED,  FRIDAY, FRIDAY, None,              date(2023, 10, 14), "overdue"),
        (State.REPORTED,  FRIDAY, FRIDAY, FRIDAY,            MONDAY,             "done_in_time"),
        (State.REPORTED,  FRIDAY, FRIDAY, MONDAY,            MONDAY,             "done_late"),
        (State.CONFIRMED, FRIDAY, FRIDAY, MONDAY,            MONDAY,             "done_late"),
        (State.CONFIRMED, FRIDAY, FRIDAY, MONDAY,            date(2023, 10, 14), "overdue"),
        (State.CONFIRMED, MONDAY, FRIDAY, MONDAY,            MONDAY,             "done_in_time extended"),
        (State.DOING,     MONDAY, FRIDAY, None,              date(2023, 10, 14), "extended"),
        (State.DOING,     MONDAY, None,   None,              date(2023, 10, 17), "extended overdue"),
        (State.DOING,     None,   None,   None,              MONDAY,             ""),
        (State.WITHDRAWN, FRIDAY, FRIDAY, None,              MONDAY,             ""),
        (State.DOING,     date(2024, 2, 29), date(2024, 2, 29), None, date(2024, 3, 1), "overdue"),
    ],
)  # fmt: skip
def test_what_the_dates_say(
    state: State, due: date | None, first_due: date | None, reported_on: date | None, on: date, found: str
) -> None:
    said = marks(state, due=due, first_due=first_due, reported_on=reported_on, on=on)
    assert said == {Mark(word) for word in found.split()}
