"""One file read in a process of its own, for `lists`: as a list that is kept, or only its cells."""

import csv
import resource
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.processes import KIBIBYTES_IN_A_MEBIBYTE
from python_calamine import CalamineWorkbook

from baophu.areas.units import load_areas
from baophu.base.home import Home
from baophu.lists.keeping import keep
from baophu.lists.places import HomePlaces
from baophu.lists.reading import read_file

HOME = "614@"


def read_and_keep(path: Path) -> None:
    """Read a list and keep it in a home that is thrown away; print the most memory that was held, in MB."""
    with TemporaryDirectory() as scratch:
        places = HomePlaces(load_areas(), HOME)
        keep(Home(Path(scratch)), path, read_file(path, places=places), home_provinces=lambda day: ())
    _tell_peak()


def read_cells(path: Path) -> None:
    """Only read the cells of a file, and print as `read_and_keep`."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            for _row in csv.reader(file, delimiter=";"):
                pass
    else:
        with path.open("rb") as file:
            for _row in CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).iter_rows():
                pass
    _tell_peak()


def _tell_peak() -> None:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIBIBYTES_IN_A_MEBIBYTE)


if __name__ == "__main__":
    {"list": read_and_keep, "cells": read_cells}[sys.argv[1]](Path(sys.argv[2]))
