"""The shares behind the weights of the register, as Splink finds them on lists of which it knows no truth.

`python -m bench.weights --people 100000 --seeds 1 2 3`: for each way of agreeing, its share among rows of one
person (m), on lists kept well, as usual and badly; beside it the share that `register.weights` uses. Splink
is trained on the rows that have a national ID in both lists, which says whose they are.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.linkers.plain import opened
from bench.linking import made
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink import comparison_level_library as cll
from splink import comparison_library as cl

from baophu.cli.output import as_table
from baophu.register.weights import SHARES
from baophu_examples.known.settings import LEVELS, Settings

SEED, PAIRS_FOR_U = 1, 1e6
SAME_YEAR = "year(birth_date_l) = year(birth_date_r)"
ONLY_YEAR = f"{SAME_YEAR} AND (birth_precision_l <> 'day' OR birth_precision_r <> 'day')"
EXCHANGED = (
    f"{SAME_YEAR} AND month(birth_date_l) = day(birth_date_r) AND day(birth_date_l) = month(birth_date_r)"
)
SAME_HAMLET = "unit_l = unit_r AND hamlet_name_l = hamlet_name_r"
# Comparison → how values may agree, the first that holds, and under what name the weights know it.
WAYS = {
    "name": (
        ("same", "name_key_l = name_key_r", "name"),
        ("one letter", "levenshtein(name_key_l, name_key_r) = 1", "name_near"),
        ("two letters", "levenshtein(name_key_l, name_key_r) = 2", "name_distant"),
    ),
    "birth": (
        ("same day", "birth_date_l = birth_date_r AND birth_precision_l = birth_precision_r", ""),
        ("year only", ONLY_YEAR, ""),
        ("day and month exchanged", EXCHANGED, "birth_exchanged"),
        ("year", SAME_YEAR, ""),
    ),
    "place": (("hamlet", SAME_HAMLET, "hamlet"), ("commune", "unit_l = unit_r", "other_hamlet")),
}
COLUMNS = {"kept": "kept", "compared": "compared", "agrees": "agrees", "m": "m by Splink", "used": "in use"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    given = parser.parse_args()
    worlds = [
        Settings(given.people, seed, faults=faults) for faults in LEVELS.values() for seed in given.seeds
    ]
    rows = [row for settings in worlds for row in shares(settings.faults.level, made(settings))]
    sys.stdout.write(as_table(rows, COLUMNS))


def shares(kept: str, world: Path) -> Iterator[dict[str, object]]:
    """For each way of agreeing the share that Splink finds on a world, and the one in use."""
    trained = _trained(world).misc.save_model_to_json()
    found = {
        (comparison["output_column_name"], level["label_for_charts"]): level.get("m_probability")
        for comparison in trained["comparisons"]
        for level in comparison["comparison_levels"]
    }
    for compared, ways in WAYS.items():
        for agrees, _condition, used in ways:
            yield {
                "kept": kept,
                "compared": compared,
                "agrees": agrees,
                "m": f"{found[compared, agrees] or 0:.4f}",
                "used": f"{SHARES[used]:.4f}" if used else "",
            }


def _trained(world: Path) -> Linker:
    duck = opened(world)
    api = DuckDBAPI(connection=duck)
    tables = []
    for kind in ("residents", "participants"):
        duck.execute(
            f"CREATE TABLE {kind}_asked AS SELECT id AS unique_id, name_key, birth_date, birth_precision, "
            f"national_id, unit, hamlet_name FROM {kind}"
        )
        tables.append(api.register(f"{kind}_asked", dataset_display_name=kind))
    linker = Linker(tables, _settings(), log_level=None)
    linker.training.estimate_u_using_random_sampling(max_pairs=PAIRS_FOR_U, seed=SEED)
    linker.training.estimate_m_from_label_column("national_id")
    return linker


def _settings() -> SettingsCreator:
    return SettingsCreator(
        link_type="link_only",
        comparisons=[
            cl.CustomComparison(
                output_column_name=compared,
                comparison_levels=[
                    *(
                        cll.CustomLevel(condition, label_for_charts=agrees)
                        for agrees, condition, _used in ways
                    ),
                    cll.ElseLevel(),
                ],
            )
            for compared, ways in WAYS.items()
        ],
        blocking_rules_to_generate_predictions=[block_on("national_id")],
    )


if __name__ == "__main__":
    main()
