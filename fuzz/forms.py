"""What the fuzzer's bytes are taken for: a whole file, or the part of a workbook that programs write."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.corpus import containers
from tests.corpus.columns import RESIDENTS
from tests.corpus.layouts import LAYOUTS
from tests.corpus.listing import Drawn, drawn

SHEET, STRINGS, CONTENT = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "content.xml"


@dataclass(frozen=True, slots=True)
class Form:
    """`name` is the file's; `writer` makes seeds; the bytes replace the `part` of its archive."""

    name: str
    writer: Callable[..., Path]
    part: str = ""

    def file(self, data: bytes) -> bytes:
        return _archive(self.writer, self.part, data) if self.part else data

    def seed(self, sheet: Drawn) -> bytes:
        written = _written(self.writer, sheet)
        return zipfile.ZipFile(BytesIO(written)).read(self.part) if self.part else written


FORMS = (
    Form("fuzzed.csv", containers.separated(";")),
    Form("fuzzed.xls", containers.html()),
    Form("fuzzed.xls", containers.excel_html),
    Form("fuzzed.xls", containers.spreadsheet_xml),
    Form("fuzzed.xls", containers.xls),
    Form("fuzzed.xlsx", containers.xlsx),
    Form("fuzzed.xlsx", containers.xlsx, SHEET),
    Form("fuzzed.xlsx", containers.xlsx, STRINGS),
    Form("fuzzed.ods", containers.ods, CONTENT),
    Form("fuzzed.csv", containers.separated("\t", "utf-16")),
    Form("fuzzed.csv", containers.windows_1258),
)


def seeds() -> dict[str, bytes]:
    """File name → bytes: every form's number before files of some layouts."""
    sheets = {name: drawn(LAYOUTS[name](RESIDENTS)) for name in ("plain", "three header rows", "everything")}
    return {
        f"{number:02}-{name.replace(' ', '-')}": bytes([number]) + form.seed(sheet)
        for number, form in enumerate(FORMS)
        for name, sheet in sheets.items()
    }


def _written(writer: Callable[..., Path], sheet: Drawn) -> bytes:
    with TemporaryDirectory() as folder:
        return writer(Path(folder) / "seed", [sheet]).read_bytes()


@cache
def _parts(writer: Callable[..., Path]) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(_written(writer, drawn(RESIDENTS)))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _archive(writer: Callable[..., Path], part: str, data: bytes) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in (_parts(writer) | {part: data}).items():
            archive.writestr(name, content)
    return packed.getvalue()
