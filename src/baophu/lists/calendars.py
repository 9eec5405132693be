"""Which calendar a workbook counts its days in: those of old Macintoshes begin in 1904.

Cells that are shown as dates come right from either. A bare number does not say that it is a day; whoever
takes it for one must know where counting begins.
"""

import re
import zipfile
from datetime import date
from pathlib import Path

from baophu.lists.workbook import SERIALS_FROM_1900

SERIALS_FROM_1904 = date(1904, 1, 1)
_IN_XLSX = re.compile(rb'date1904="(?:1|true)"')
# In xls: the records DATEMODE (1) and PRECISION, which follow each other.
_IN_XLS = re.compile(rb"\x22\0\x02\0\x01\0\x0e\0\x02\0")
_LONGEST_PART = 1 << 20
_HEAD = 1 << 16


def serials_of(path: Path) -> date:
    """The day whose number is 0 in an xlsx or xls file; an ods file has no such numbers."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open("xl/workbook.xml") as part:
            found = _IN_XLSX.search(part.read(_LONGEST_PART))
    except (KeyError, zipfile.BadZipFile):
        with path.open("rb") as file:
            found = _IN_XLS.search(file.read(_HEAD))
    return SERIALS_FROM_1904 if found else SERIALS_FROM_1900
