"""Which rows are one person: exact and near-exact passes, from strongest to weakest.

Each pass takes only what is left, and only where one person answers best. What no pass takes becomes a
person of its own; what a pass could not decide is kept as a doubt, so that nobody is called uncovered
while a card may be theirs. A further pass is one more name in `PASSES`.
"""

from baophu.engine.session import Session
from baophu.register.rows import STEPS

BY_NUMBER = ("pass_national_id", "pass_insurance_number")
BY_NAME = ("pass_hamlet", "pass_commune", "pass_home")
NEARLY = ("pass_birth_year", "pass_near_name")
# A row linked by name brings its numbers with it, by which further rows are found: hence the rounds.
PASSES = (*BY_NUMBER, *BY_NAME[:2], *BY_NUMBER, BY_NAME[2], *NEARLY, *BY_NUMBER)


def link(session: Session) -> None:
    """From `rows` and `moment` make `links` (rid, person, step, score, agreed) and `doubts`.

    `person` is the smallest row number of the person. `doubts` (rid, person, step) holds the rows on no
    resident list with the persons they may yet be.
    """
    session.step(STEPS, "seeds", into="links")
    session.run("CREATE OR REPLACE TABLE undecided (rid BIGINT, person BIGINT, step VARCHAR)")
    _run_passes(session)
    if session.append(STEPS, "older_seeds", into="links"):
        # Rows of people who have left since: a later list must not change what is true of an earlier day.
        _run_passes(session)
    session.append(STEPS, "disagreeing", into="undecided")
    session.run(
        "CREATE OR REPLACE TABLE doubts AS SELECT u.rid, u.person, min(u.step) AS step "
        "FROM undecided u JOIN open_rows o USING (rid) GROUP BY u.rid, u.person"
    )
    session.append(STEPS, "alone", into="links")


def _run_passes(session: Session) -> None:
    for step in ("open_rows", "known", "numbered"):
        session.step(STEPS, step)
    for name in PASSES:
        _pass(session, name)


def _pass(session: Session, name: str) -> None:
    """Run one pass; what it took is known of its persons from then on, and open no more."""
    if name in BY_NAME:
        session.step(STEPS, "same_name_and_birth")
    session.step(STEPS, name, into="candidates")
    session.run("INSERT INTO undecided SELECT rid, person, step FROM candidates")
    session.step(STEPS, "taken")
    if session.value("SELECT count(*) FROM taken"):
        session.run("INSERT INTO links BY NAME SELECT * FROM taken")
        session.append(STEPS, "newly_known", into="known")
        session.step(STEPS, "still_open", into="open_rows")
        session.step(STEPS, "numbered")
