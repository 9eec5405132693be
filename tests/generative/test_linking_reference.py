"""The linkage against one in plain Python, on lists in which everything may be mistaken for everything."""

from hypothesis import HealthCheck, given, settings
from tests.linking.reference import Linkage
from tests.linking.worlds import Lists, decisions_of, linked, lists, plain

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(max_examples=9, deadline=None, suppress_health_check=SLOW)
@given(lists())
def test_rows_are_linked_and_doubted_as_in_plain_python(made: Lists) -> None:
    expected = Linkage(plain(made), decisions_of(made))
    with linked(made) as session:
        links = session.ask("SELECT * FROM links").to_pylist()
        likely = session.ask("SELECT * FROM likely").to_pylist()
        doubts = session.ask("SELECT * FROM doubts").to_pylist()
    assert {row["rid"]: (row["person"], row["step"]) for row in links} == expected.links
    assert {(row["rid"], row["person"]): (row["step"], row["score"]) for row in doubts} == expected.doubts
    assert {row["rid"]: row["score"] for row in likely} == expected.scores
    assert len(links) == len(expected.links)
    assert len(doubts) == len(expected.doubts)
