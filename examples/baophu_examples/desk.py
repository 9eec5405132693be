"""Where the lists of a day are written: the folder, the clerk, the offices of that day."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from baophu.base.numbers import format_date
from baophu_examples.chance import happens, stream
from baophu_examples.faults import Clerk, Faults
from baophu_examples.names import full_name, minority_name
from baophu_examples.pen import Habits, Pen
from baophu_examples.places import REFORM, Area, areas_on


@dataclass(frozen=True, slots=True)
class ExampleFile:
    """A list as sent: which kind it is, by whom, true for which day."""

    path: Path
    kind: str
    sender: str
    on: date


@dataclass(slots=True)
class Desk:
    """Collects the files of one example."""

    folder: Path
    on: date
    sent: date
    seed: int
    faults: Faults
    clerk: Clerk
    files: list[ExampleFile] = field(default_factory=list)

    @property
    def later(self) -> bool:
        """Whether districts have ended."""
        return self.on >= REFORM

    @property
    def areas(self) -> tuple[Area, ...]:
        return areas_on(self.on)

    def pen(self, name: str, habits: Habits) -> Pen:
        return Pen(stream(self.seed, f"pen/{self.on}/{name}"), self.faults, habits, self.on)

    def file(self, name: str, kind: str, sender: str, on: date | None = None) -> Path:
        """The path of a new file, noted among those sent, true for the day unless another is given."""
        path = self.folder / name
        self.files.append(ExampleFile(path, kind, sender, on or self.on))
        return path

    def as_of(self, day: date | None = None) -> str:
        """The line below the title of a list: `(Tính đến ngày 30/9/2023)`."""
        return f"(Tính đến ngày {format_date(day or self.on)})"

    def signed(self, place: str) -> str:
        return f"{place}, ngày {self.sent:%d} tháng {self.sent:%m} năm {self.sent.year}"

    def signer(self, post: str) -> str:
        """A name for whoever holds a post; it is made up."""
        rng = stream(self.seed, f"signer/{self.on}/{post}")
        sex = rng.choice(("male", "female"))
        if happens(rng, 0.3):
            return minority_name(rng, sex, 1980)
        return full_name(rng, rng.choice(("Nguyễn", "Trần", "Lê", "Phạm", "Đinh", "Võ")), sex)

    # The offices of the day.

    @property
    def insurer(self) -> str:
        return "BHXH cơ sở Kon Rẫy" if self.later else "BHXH huyện Kon Rẫy"

    @property
    def insurer_above(self) -> str:
        return "BHXH tỉnh Quảng Ngãi" if self.later else "BHXH tỉnh Kon Tum"

    def committee(self, area: Area) -> str:
        return f"UBND {area.level.lower()} {area.name}"

    def police(self, area: Area) -> str:
        return f"Công an {area.level.lower()} {area.name}"

    def welfare(self, area: Area) -> str:
        """Who keeps a commune's lists of the poor."""
        office = f"{area.level.lower()} {area.name}"
        return f"Phòng Văn hóa - Xã hội {office}" if self.later else f"UBND {office}"
