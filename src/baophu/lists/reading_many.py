"""Many files at once: as many processes read as there are cores, and the first tables come at once."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from baophu.areas.units import load_areas
from baophu.base.errors import UserError
from baophu.lists.places import HomePlaces
from baophu.lists.reading import FoundTable, read_file
from baophu.lists.told import Known, Told

# Fewer files are read sooner than a second process starts.
WORTH_A_PROCESS = 8


@dataclass(frozen=True, slots=True)
class Request:
    """A file, and what is known of it beforehand (see `reading.read_file`)."""

    path: Path
    kind: str | None = None
    sender: str | None = None
    on: date | None = None
    known: Known | None = None

    @property
    def said(self) -> Told:
        """What was said of all its tables just now."""
        return Told(self.kind, self.sender, self.on).over(self.known.file if self.known else Told())


def read_many(requests: Sequence[Request], home_unit: str) -> Iterator[list[FoundTable] | UserError]:
    """For each file in turn its tables, or the error that says why it could not be read.

    `home_unit` is the key of the unit whose home it is.
    """
    workers = min(os.cpu_count() or 1, len(requests) // WORTH_A_PROCESS)
    if workers < 2:
        yield from (_read(request, home_unit) for request in requests)
        return
    # A process that has not used an engine or a database yet is started afresh, not forked from one that has.
    homes = [home_unit] * len(requests)
    with (
        ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool,
        closing(pool.map(_read, requests, homes)) as answers,  # type: ignore[type-var]
    ):
        yield from answers


def _read(request: Request, home_unit: str) -> list[FoundTable] | UserError:
    try:
        return read_file(
            request.path,
            places=_places(home_unit),
            kind=request.kind,
            sender=request.sender,
            on=request.on,
            known=request.known,
        )
    except UserError as error:
        return error


@cache
def _places(home_unit: str) -> HomePlaces:
    return HomePlaces(load_areas(), home_unit)
