"""Several tables in a file: one below the other, side by side, in sheets of their own, hidden."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tests.corpus.listing import Drawn, Listing, Row, Twist, drawn, twisted


def below_each_other(*listings: Listing, gap: int = 1) -> Drawn:
    whole = Drawn(listings[0].sheet)
    for listing in listings:
        whole.grid.extend([] for _ in range(gap if whole.grid else 0))
        sheet = drawn(listing)
        _add(whole, sheet, down=len(whole.grid))
        whole.grid.extend(sheet.grid)
    return whole


def side_by_side(titles: Sequence[Row], *listings: Listing, gap: int = 1) -> Drawn:
    """Tables beside each other below titles that hold for all."""
    whole, left = Drawn(listings[0].sheet), 0
    whole.grid.extend(map(list, titles))
    for listing in listings:
        sheet = drawn(replace(listing, titles=()))
        _add(whole, sheet, down=len(titles), right=left, structure=len(titles))
        for number, row in enumerate(sheet.grid):
            while len(whole.grid) <= len(titles) + number:
                whole.grid.append([])
            into = whole.grid[len(titles) + number]
            into.extend([""] * (left - len(into)))
            into.extend(row)
        left += len(listing.columns) + gap
    return whole


def _add(whole: Drawn, sheet: Drawn, *, down: int, right: int = 0, structure: int = 0) -> None:
    """Merges and what is expected of a sheet, as it stands within another."""
    whole.merges += [
        (top + down, first + right, bottom + down, last + right) for top, first, bottom, last in sheet.merges
    ]
    for one in sheet.expected:
        moved: list[dict[str, Any]] = [{**facts, "row": facts["row"] + down} for facts in one.rows]
        whole.expected.append(
            replace(
                one,
                rows=moved,
                part=len(whole.expected) + 1,
                structure=one.structure + structure,
                header_row=one.header_row + down,
            )
        )


def in_sheets(**sheets: Listing) -> list[Drawn]:
    return [drawn(replace(listing, sheet=name.replace("_", " "))) for name, listing in sheets.items()]


def hidden(sheet: Drawn) -> Drawn:
    return replace(sheet, hidden=True, name=f"{sheet.name} cu")


def halves(listing: Listing) -> tuple[Listing, Listing]:
    middle = len(listing.body) // 2
    return replace(listing, body=listing.body[:middle]), replace(listing, body=listing.body[middle:])


def of_hamlets(listing: Listing, *twists: Twist) -> list[Drawn]:
    """A sheet for each hamlet, which its name says."""
    first, second = halves(listing.changing("hamlet"))
    return [
        drawn(twisted(replace(part, sheet=name, holds=(*part.holds, ("hamlet", name))), *twists))
        for name, part in (("Thôn 1", first), ("Làng Kon Gộp", second))
    ]
