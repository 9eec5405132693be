"""National IDs and insurance numbers that nobody has yet, without remembering any."""

from collections import Counter
from zlib import crc32

# Odd and no multiple of five, so that its multiples meet every remainder by a power of ten.
_STEP = 6_180_339


class Numbers:
    """Serial numbers that look drawn: each start runs through all of its own once."""

    def __init__(self) -> None:
        self._last: Counter[str] = Counter()

    def national_id(self, province: str, female: bool, year: int) -> str:
        """Twelve digits that agree with sex, century and year of birth (Decree 137/2015 Art. 13)."""
        return self._new(f"{province}{2 * (year // 100 - 19) + female}{year % 100:02d}", 6)

    def insurance_number(self, province: str) -> str:
        """Ten digits; the first two say which province gave it."""
        return self._new(province, 8)

    def own_household(self) -> str:
        """The insurer's own number of a household, by which the police knows nobody."""
        return self._new("51", 8)

    def _new(self, start: str, digits: int) -> str:
        serial = self._last[start] = self._last[start] + 1
        if serial >= 10**digits:
            raise ValueError(f"no number left after {start}")
        return start + str((crc32(start.encode()) + serial * _STEP) % 10**digits).zfill(digits)
