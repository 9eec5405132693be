"""Which files are taken as evidence: told by how they are named and by how they begin."""

from pathlib import Path
from zipfile import BadZipFile, ZipFile

from baophu.base.errors import UserError
from baophu.base.words import N_
from baophu.lists.container import OLE2_MAGIC, ZIP_MAGIC

_JPEG, _TIFF = (b"\xff\xd8\xff",), (b"II*\x00", b"MM\x00*")
# Ending → how such a file begins, at the place that follows.
_BEGINS: dict[str, tuple[tuple[bytes, ...], int]] = {
    "doc": ((OLE2_MAGIC,), 0),
    "xls": ((OLE2_MAGIC,), 0),
    "ppt": ((OLE2_MAGIC,), 0),
    "rtf": ((b"{\\rtf",), 0),
    "jpg": (_JPEG, 0),
    "jpeg": (_JPEG, 0),
    "png": ((b"\x89PNG\r\n\x1a\n",), 0),
    "gif": ((b"GIF8",), 0),
    "bmp": ((b"BM",), 0),
    "tif": (_TIFF, 0),
    "tiff": (_TIFF, 0),
    "webp": ((b"WEBP",), 8),
    "heic": ((b"ftyp",), 4),
}
# Ending → what such an archive holds.
_HOLDS = {
    "docx": "word/",
    "xlsx": "xl/",
    "pptx": "ppt/",
    "odt": "content.xml",
    "ods": "content.xml",
    "odp": "content.xml",
}
_TEXTS = ("txt", "csv")
_PDF, _PDF_BEGINS_WITHIN = b"%PDF-", 1024
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
ENDINGS = ("pdf", *_HOLDS, *_BEGINS, *_TEXTS)


class NoKindOfEvidence(UserError):
    message = N_("“{file}” is of a kind that is not taken as evidence.")
    advice = N_("Taken are {known}. Photograph it or save it as PDF, and choose that file.")
    exit_code = 15


class NotWhatItIsCalled(UserError):
    message = N_("“{file}” is not what its name says: inside it is no {ending} file.")
    advice = N_("Open it, save it again as {ending} or PDF, and choose that file.")
    exit_code = 15


def check_evidence(path: Path) -> None:
    """Whether a file is of a kind that is taken. Raises NoKindOfEvidence, NotWhatItIsCalled."""
    ending = path.suffix.removeprefix(".").lower()
    if ending not in ENDINGS:
        raise NoKindOfEvidence(file=path.name, known=list(ENDINGS))
    if not _is(path, ending):
        raise NotWhatItIsCalled(file=path.name, ending=ending)


def _is(path: Path, ending: str) -> bool:
    with path.open("rb") as file:
        head = file.read(_PDF_BEGINS_WITHIN)
    if ending == "pdf":
        return _PDF in head
    if ending in _TEXTS:
        return b"\x00" not in head or head.startswith(_UTF_16)
    if ending in _HOLDS:
        return head.startswith(ZIP_MAGIC) and _holds(path, _HOLDS[ending])
    begins, place = _BEGINS[ending]
    return head.startswith(begins, place)


def _holds(path: Path, name: str) -> bool:
    try:
        with ZipFile(path) as archive:
            return any(one.startswith(name) for one in archive.namelist())
    except BadZipFile:
        return False
