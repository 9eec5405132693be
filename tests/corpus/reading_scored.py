"""How well directives are read: labels against what was read, field by field."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from baophu.areas.offices import office_key
from baophu.directives.reading import read_directive
from baophu.directives.told import as_json

FOLDER = Path(__file__).parent / "directives"
HEADER = ("number", "date", "issuer", "addressees", "copies", "cited")
FIGURE = ("scheme", "measure", "kind", "unit", "date", "qualifier", "area")
TASK = ("assignees", "leads", "with", "deadline", "recurrence", "route", "section")
ALIKE = 0.6  # of the words of the shorter one: the same task, cut in another way
NEAR = 0.4  # of the words around a number: the same one
BLANKS = re.compile(r"\s+")
WORD = re.compile(r"\w+")

# Hoà is Hòa, uỷ is ủy: one word, the tone put on the other vowel.
ON_THE_FIRST = dict(
    zip(
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
        strict=True,
    )
)
TONE_ON_THE_SECOND = re.compile("|".join(ON_THE_FIRST))

OFFICES = ("addressees", "assignees", "leads", "with", "route", "all assignees")
# Short forms of offices, which README.md takes for the same.
SHORT = {
    "bảo hiểm xã hội": "bhxh",
    "ủy ban nhân dân": "ubnd",
    "hội đồng nhân dân": "hđnd",
    "mặt trận tổ quốc": "mttq",
    "liên đoàn lao động": "lđlđ",
    "liên đòan lao động": "lđlđ",
    "giáo dục và đào tạo": "gd&đt",
}

type Labels = dict[str, Any]


@dataclass
class Score:
    """Counts of a field: what was labelled, what was read, what of both agrees; and where it does not."""

    labelled: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    agreed: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def count(self, name: str, wanted: Any, found: Any, where: str) -> None:
        """A field of one value or of several."""
        offices = name.removeprefix("task.") in OFFICES
        want, got = Counter(as_set(wanted, offices=offices)), Counter(as_set(found, offices=offices))
        both = want & got
        self.labelled[name] += want.total()
        self.read[name] += got.total()
        self.agreed[name] += both.total()
        if want != got:
            self.misses.append(f"{where}: {name}: {sorted(want - both)} ≠ {sorted(got - both)}")

    def precision(self, name: str) -> float:
        return self.agreed[name] / self.read[name] if self.read[name] else 1.0

    def recall(self, name: str) -> float:
        return self.agreed[name] / self.labelled[name] if self.labelled[name] else 1.0

    def lines(self) -> Iterator[str]:
        for name in self.labelled:
            counts = f"{self.agreed[name]:5} / {self.labelled[name]:5}"
            rates = f"precision {self.precision(name):.3f}  recall {self.recall(name):.3f}"
            yield f"{name:24} {counts}  {rates}"


def as_set(value: Any, *, offices: bool = False) -> list[str]:
    """Texts to be compared, without regard to capitals, marks' order and blanks; offices in short forms."""
    if value is None or value == "":
        return []
    values = value if isinstance(value, list | tuple | set) else [value]
    texts = [plain(str(one)) for one in values]
    return sorted(_short(text) for text in texts) if offices else sorted(texts)


def _short(text: str) -> str:
    for full, short in SHORT.items():
        text = text.replace(full, short)
    return text


def plain(text: str) -> str:
    lowered = BLANKS.sub(" ", unicodedata.normalize("NFC", text)).strip().lower()
    return TONE_ON_THE_SECOND.sub(lambda pair: ON_THE_FIRST[pair[0]], lowered)


def labels_of(path: Path) -> Labels:
    """The labels of one document."""
    found: Labels = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def score(cases: Iterable[tuple[Path, Path]]) -> Score:
    """Reads each document and compares it with its labels."""
    total = Score()
    for document, labels in cases:
        one(total, labels.stem, labels_of(labels), as_json(read_directive(document)))
    return total


def one(total: Score, name: str, wanted: Labels, read: Labels) -> None:
    _header(total, name, wanted, read)
    _figures(total, name, wanted.get("indicators") or [], read["indicators"])
    _tasks(total, name, wanted.get("tasks") or [], read["tasks"])
    # Doubts are shown, but no label says where one may be seen.
    doubts = ("unclear_assignee", "unclear_scope", "day_without_year")
    total.count(
        "problems",
        [problem["kind"] for problem in wanted.get("problems") or [] if problem["kind"] not in doubts],
        [problem["kind"] for problem in read["problems"] if problem["kind"] not in doubts],
        name,
    )


def _header(total: Score, name: str, wanted: Labels, read: Labels) -> None:
    for key in ("number", "date", "addressees"):
        total.count(key, wanted.get(key), read[key], name)
    if wanted.get("issuer"):  # of a report in the press it is not labelled
        total.count("issuer", office_key(wanted["issuer"]), office_key(read["issuer"] or ""), name)
    copies = [f"{copy['name']} ({copy.get('role')})" for copy in wanted.get("copies") or []]
    total.count("copies", copies, [f"{copy['name']} ({copy['role']})" for copy in read["copies"]], name)
    cited = {
        f"{one.get('number')} {one.get('date')}" for one in wanted.get("cited") or [] if one.get("number")
    }
    total.count("cited", cited, {f"{one['number']} {one['date']}" for one in read["cited"]}, name)


def _figures(total: Score, name: str, wanted: list[Labels], read: list[Labels]) -> None:
    left = list(read)
    for label in wanted:
        same = [one for one in left if _same_number(label, one)]
        best = max(same, key=lambda one: _agreeing(label, one, FIGURE), default=None)
        if label.get("optional"):  # one reader takes it for a figure and another does not
            left = [one for one in left if one is not best]
            continue
        if best is None:
            total.labelled["figures"] += 1
            total.misses.append(
                f"{name}: figure missed: {label['value']} {label['measure']} {label['text'][:90]!r}"
            )
            continue
        left.remove(best)
        total.labelled["figures"] += 1
        total.read["figures"] += 1
        total.agreed["figures"] += 1
        for key in FIGURE:
            total.count(
                f"figure.{key}",
                label.get(key),
                best[key],
                f"{name}: {label['value']} {label['unit']} {label['text'][:50]!r}",
            )
    for extra in left:
        total.read["figures"] += 1
        total.misses.append(
            f"{name}: figure invented: {extra['value']} {extra['measure']} {extra['text'][:90]!r}"
        )


def _same_number(label: Labels, read: Labels) -> bool:
    return Decimal(label["value"]) == Decimal(read["value"]) and _overlap(label["text"], read["text"]) >= NEAR


def _agreeing(label: Labels, read: Labels, keys: Iterable[str]) -> int:
    return sum(as_set(label.get(key)) == as_set(read[key]) for key in keys)


def _overlap(one: str, other: str) -> float:
    """How many of the words of the shorter text stand in the other too."""
    some, others = Counter(WORD.findall(plain(one))), Counter(WORD.findall(plain(other)))
    fewer = min(some.total(), others.total())
    return (some & others).total() / fewer if fewer else 0.0


def _tasks(total: Score, name: str, wanted: list[Labels], read: list[Labels]) -> None:
    left = list(read)
    for label in wanted:
        alike = [(_likeness(label, one), -place) for place, one in enumerate(left)]
        best, place = max(alike, default=(0.0, 0))
        found = left.pop(-place) if best >= ALIKE else None
        if label.get("optional"):
            continue
        total.labelled["tasks"] += 1
        if found is None:
            total.misses.append(f"{name}: task missed: {label['text'][:100]!r}")
            continue
        total.read["tasks"] += 1
        total.agreed["tasks"] += 1
        for key in TASK:
            total.count(f"task.{key}", label.get(key), found[key], f"{name}: {label['text'][:60]!r}")
        right = as_set(label.get("assignees"), offices=True) == as_set(found["assignees"], offices=True)
        total.labelled["task.all assignees"] += 1
        total.read["task.all assignees"] += 1
        total.agreed["task.all assignees"] += right
    for extra in left:
        total.read["tasks"] += 1
        total.misses.append(f"{name}: task invented: {extra['text'][:100]!r}")
    _in_any_cut(total, name, wanted, read)


def _in_any_cut(total: Score, where: str, wanted: list[Labels], read: list[Labels]) -> None:
    """Tasks as README.md counts them: cut at more or fewer semicolons is not wrong."""
    name = "task.in any cut"
    for label in wanted:
        same = [one for one in read if _overlap(label["text"], one["text"]) >= ALIKE]
        whole = {
            key: set().union(*(as_set(one[key], offices=True) for one in same))
            for key in ("assignees", "deadline", "recurrence", "also")
        }
        whole["recurrence"] |= whole["also"]
        found = bool(same) and all(
            set(as_set(label.get(key), offices=True)) <= whole[key]
            for key in ("assignees", "deadline", "recurrence")
        )
        if not label.get("optional"):
            total.labelled[name] += 1
            total.agreed[name] += found
            total.read[name] += found
            if same and not found:
                total.misses.append(f"{where}: {name}: {label['text'][:90]!r}")
    total.read[name] += sum(
        all(_overlap(label["text"], one["text"]) < ALIKE for label in wanted) for one in read
    )


def _likeness(label: Labels, read: Labels) -> float:
    """Overlap of the words, and a little for the same length and section so that the nearest one is taken."""
    lengths = sorted((len(label["text"]), len(read["text"])))
    return _overlap(label["text"], read["text"]) + 0.2 * lengths[0] / max(1, lengths[1]) - 0.2


def cases(folder: str) -> list[tuple[Path, Path]]:
    """The documents of one part of the corpus with their labels."""
    labels = sorted((FOLDER / folder).glob("*.yaml"))
    return [(path.with_suffix(".txt"), path) for path in labels]
