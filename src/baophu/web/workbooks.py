"""Workbooks as they leave."""

from typing import IO

from django.http import FileResponse

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(file: IO[bytes], name: str) -> FileResponse:
    """A workbook to be kept under a name, from its beginning."""
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)
