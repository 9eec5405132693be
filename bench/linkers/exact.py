"""A handful of exact passes."""

from pathlib import Path

from bench.linkers.measuring import measured
from bench.linkers.plain import opened, write

SAME_NAME, SAME_BIRTH = "r.name_key = p.name_key", "r.birth_date = p.birth_date"
SAME_HAMLET = "r.unit = p.unit AND r.hamlet_name = p.hamlet_name"
# What agrees, from the strongest to the weakest.
PASSES = (
    f"r.national_id = p.national_id AND ({SAME_NAME} OR {SAME_BIRTH})",
    f"{SAME_NAME} AND {SAME_BIRTH} AND {SAME_HAMLET}",
    f"{SAME_NAME} AND {SAME_BIRTH} AND r.unit = p.unit",
    f"{SAME_NAME} AND year(r.birth_date) = year(p.birth_date) AND {SAME_HAMLET} AND r.sex = p.sex",
    f"{SAME_NAME} AND {SAME_BIRTH} AND r.sex = p.sex",
)


def exact(world: Path, out: Path) -> dict[str, object]:
    """Each pass takes what is left where one resident answers."""
    duck = opened(world)
    duck.execute("CREATE TABLE found (id BIGINT, resident BIGINT)")
    for agrees in PASSES:
        duck.execute(
            "INSERT INTO found SELECT p.id, min(r.id) FROM participants p ANTI JOIN found f USING (id) "
            f"JOIN residents r ON {agrees} GROUP BY p.id HAVING count(*) = 1"
        )
    write(duck, out)
    return {}


if __name__ == "__main__":
    measured(exact)
