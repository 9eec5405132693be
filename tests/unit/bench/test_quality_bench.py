"""On a small known world the truth lies within what the build says of itself."""

from pathlib import Path

from bench.quality import estimated

from baophu_examples.known.settings import Settings
from baophu_examples.known.world import write


def test_the_range_holds_the_truth(tmp_path: Path) -> None:
    write(tmp_path / "world", Settings(5_000, seed=5, people_a_commune=2_500))
    told, true = estimated(tmp_path / "world", tmp_path / "home")
    assert told.called == true.called
    assert told.precision.low <= true.precision <= told.precision.high
    assert told.precision.high - told.precision.low < 0.1
    assert told.recall.low <= true.recall <= told.recall.high
