"""Same content, same bytes: times within a zipped document are of its signing, not of its making."""

from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

NOON = time(12)


def moment(day: date) -> datetime:
    """The one instant that stands for a day in a document's properties."""
    return datetime.combine(day, NOON)


def seal(document: BytesIO, path: Path, day: date) -> None:
    """Write a zipped document to `path`, every member dated `day`, in the order of their names."""
    stamp = moment(day).timetuple()[:6]
    with ZipFile(document) as source, ZipFile(path, "w") as target:
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            target.writestr(ZipInfo(name, stamp), source.read(name), ZIP_DEFLATED)
