"""The places of a worklist's sheet: where its headings and its first person stand."""

from typing import Any

# From the upper row of headings: the lower one, the numbers of the columns, the name of the hamlet.
BELOW_THE_HEADINGS = 4


def first_row(sheet: Any) -> int:
    """The row of the first person."""
    return BELOW_THE_HEADINGS + next(row for row in range(1, 40) if sheet.cell(row, 1).value == "STT")


def columns(sheet: Any) -> dict[str, int]:
    """Heading → column."""
    upper = first_row(sheet) - BELOW_THE_HEADINGS
    return {cell.value: cell.column for row in (upper, upper + 1) for cell in sheet[row] if cell.value}
