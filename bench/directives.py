"""How well and how fast directives are read.

`python -m bench.directives [develop|score|seeds FOLDER] [--misses]`
"""

import sys
from pathlib import Path
from time import perf_counter

from tests.corpus.reading_scored import FOLDER, cases, score


def main(arguments: list[str]) -> int:
    """Prints precision and recall of each field, and with `--misses` every place where they fail."""
    words = [word for word in arguments if not word.startswith("--")] or ["develop"]
    found = _seeds(Path(words[1])) if words[0] == "seeds" else cases(words[0])
    start = perf_counter()
    total = score(found)
    seconds = perf_counter() - start
    if "--misses" in arguments:
        print("\n".join(total.misses))
    print("\n".join(total.lines()))
    print(f"{len(found)} documents in {seconds:.2f} s")
    return 0


def _seeds(folder: Path) -> list[tuple[Path, Path]]:
    """The documents that the project grew from, which lie beside it, with their labels."""
    labels = sorted((FOLDER / "seeds").glob("*.yaml"))
    return [(next(folder.glob(f"{path.stem}*.txt")), path) for path in labels]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
