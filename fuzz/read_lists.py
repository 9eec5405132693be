"""Feeds the readers of lists with files that nobody would write: `make fuzz ARGS="-max_total_time=600"`.

The arguments are libFuzzer's. Whatever comes, it is read or refused by an error with words, within the time,
and all rows are accepted, rejected or structure.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["baophu.lists", "html.parser", "zipfile"]):
    from fuzz.forms import FORMS, seeds
    from tests.generative.test_lists_lose_nothing import check_nothing_is_lost
    from tests.makers.sheets import DAY, KON_RAY

    from baophu.base.errors import UserError
    from baophu.lists.reading import read_file

DEFAULTS = ("-timeout=20", "-rss_limit_mb=2048", "-max_len=20000")
KINDS = (None, "residents")
_folder = TemporaryDirectory()


def read_one(data: bytes) -> None:
    if not data:
        return
    form = FORMS[data[0] % len(FORMS)]
    path = Path(_folder.name) / form.name
    path.write_bytes(form.file(data[1:]))
    try:
        tables = read_file(path, places=KON_RAY, on=DAY, kind=KINDS[data[0] // len(FORMS) % len(KINDS)])
    except UserError as error:
        assert str(error)
        return
    check_nothing_is_lost(tables)


def main() -> None:
    files = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    with TemporaryDirectory() as corpus:
        for name, data in seeds().items():
            (Path(corpus) / name).write_bytes(data)
        arguments = [sys.argv[0], *DEFAULTS, *sys.argv[1:], *([] if files else [corpus])]
        atheris.Setup(arguments, read_one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
