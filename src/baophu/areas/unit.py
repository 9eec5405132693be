"""One administrative unit in the time it stands."""

from dataclasses import dataclass

from baophu.base.dates import Interval


@dataclass(frozen=True, slots=True)
class Unit:
    """A province, district or commune. `parent` is the key of the unit above in the same period.

    `lat` and `lon` are the seat's, in degrees, where known. Source: statistics office's codes (Decisions
    124/2004/QĐ-TTg and 19/2025/QĐ-TTg).
    """

    code: str
    name: str
    level: str
    parent: str | None
    valid: Interval
    lat: float | None
    lon: float | None

    @property
    def key(self) -> str:
        """`23485@` before 1/7/2025, `23485@2025-07-01` since."""
        return f"{self.code}@{self.valid.first or ''}"
