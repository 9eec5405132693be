"""Plain Splink, for comparison: what its guides advise, and nothing made for Vietnamese."""

from pathlib import Path

from bench.linkers.measuring import measured
from bench.linkers.plain import opened, write
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink import comparison_library as cl

SEED, THRESHOLD = 1, 0.95
# Pairs sampled for u as the guides advise; for m a bound, without which a million people take hours.
PAIRS_FOR_U, PAIRS_FOR_M = 1e7, 5e6


def splink(world: Path, out: Path) -> dict[str, object]:
    """Plain Splink over everything, as its guides have it: every pair at or above the threshold is a link."""
    duck = opened(world)
    api = DuckDBAPI(connection=duck)
    tables = []
    for kind in ("residents", "participants"):
        duck.execute(
            f"CREATE TABLE {kind}_asked AS SELECT id AS unique_id, lower(name) AS name, birth_date, sex, "
            f"national_id, unit, unit || ' ' || hamlet_name AS hamlet FROM {kind}"
        )
        tables.append(api.register(f"{kind}_asked", dataset_display_name=kind))
    linker = Linker(tables, _splink_settings(), log_level=None)
    _train(linker)
    pairs = linker.inference.predict(threshold_match_probability=THRESHOLD)
    # The insurer's rows have the odd numbers.
    duck.execute(
        "CREATE TABLE found AS SELECT "
        "CASE WHEN unique_id_l % 2 = 1 THEN unique_id_l ELSE unique_id_r END AS id, "
        "CASE WHEN unique_id_l % 2 = 1 THEN unique_id_r ELSE unique_id_l END AS resident "
        f"FROM {pairs.physical_name}"
    )
    write(duck, out)
    return {}


def _splink_settings() -> SettingsCreator:
    return SettingsCreator(
        link_type="link_only",
        comparisons=[
            cl.NameComparison("name").configure(term_frequency_adjustments=True),
            cl.DateOfBirthComparison("birth_date", input_is_string=False),
            cl.ExactMatch("sex"),
            cl.LevenshteinAtThresholds("national_id", [1, 2]),
            cl.ExactMatch("hamlet"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("national_id"),
            block_on("name", "birth_date"),
            block_on("unit", "birth_date"),
            block_on("hamlet", "name"),
        ],
        retain_matching_columns=False,
    )


def _train(linker: Linker) -> None:
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("national_id"), block_on("name", "birth_date", "unit")], recall=0.7
    )
    training.estimate_u_using_random_sampling(max_pairs=PAIRS_FOR_U, seed=SEED)
    for column in ("name", "birth_date"):
        training.estimate_parameters_using_expectation_maximisation(block_on(column), max_pairs=PAIRS_FOR_M)


if __name__ == "__main__":
    measured(splink)
