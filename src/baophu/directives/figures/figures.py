"""Figures: what is counted, for whom, in which scheme, how much, and on which day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from baophu.directives.days.deadlines import Calendar
from baophu.directives.days.moments import Moment, moments_in
from baophu.directives.figures import kinds, measures
from baophu.directives.figures.figure_days import COUNTED, day_of, is_past, is_to_come
from baophu.directives.figures.figure_places import SEVERAL_PLACES, is_school, place_of
from baophu.directives.figures.figure_schemes import is_too_much, scheme_for, scheme_of, schemes_in
from baophu.directives.figures.going_on import goes_on, qualifier_of, told_before
from baophu.directives.figures.in_turn import Run, runs_in
from baophu.directives.figures.near import MOVED, Near
from baophu.directives.figures.quantities import Quantity, quantities_in
from baophu.directives.figures.schemes import Mention, each_in
from baophu.directives.files.text import Words
from baophu.directives.head.citations import masked
from baophu.directives.names.carried import Around, Carried, Told
from baophu.directives.names.places import Ground, Place, places_in
from baophu.directives.tasks.sentences import parts, sentences
from baophu.directives.tasks.structure import Block
from baophu.directives.tasks.tasks import Task
from baophu.directives.words.verbs import begins_action

_NUMBERLESS_BRACKET = re.compile(r"\((?!\s*\d+\s*\))[^()\d]*\)")


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed figure. Only a `change` that falls is negative. `area` None: of no single unit."""

    area: str | None
    scheme: str | None
    measure: str
    kind: str
    value: Decimal
    unit: str
    day: date | None
    qualifier: str
    words: Words
    number: Words


@dataclass(slots=True)
class Reader:
    """Reads the figures of a document's blocks in their order."""

    known: Calendar
    ground: Ground
    gives: str | None = None  # `assigned`: the document gives targets to those below
    carried: Carried = field(default_factory=Carried)
    given: bool = False  # the heading gives targets to those below
    intro: str | None = None  # what the words that open a paragraph make of its figures
    named: str | None = None  # the scheme named last, for a table that names none

    def of_block(self, block: Block, *, asks: bool) -> Iterator[Figure]:
        """The figures of a paragraph. `asks`: it says what is to be done."""
        self._enter(block)
        before = self.carried.as_of
        found: list[Figure] = []
        self.intro = self.carried.school_day = None
        for sentence in sentences(block.whole):
            found += self._of_sentence(sentence, asks=asks)
        yield from with_days_told_later(found)
        after = self.carried.as_of
        if before and after and after < before and self.carried.looks_back:
            self.carried.as_of = before  # a look back ends with its paragraph

    def of_row(self, block: Block) -> Iterator[Figure]:
        """The figures of a row that says in sentences what is to be done."""
        self.carried.scheme = self.carried.measure = self.carried.kind = None
        yield from self.of_block(block, asks=True)

    def around(self) -> Around:
        """What holds for a table that stands here."""
        kind = (
            self.gives
            or ("assigned" if self.given else self.carried.heading)
            or self.carried.kind
            or "actual"
        )
        until = self.carried.until or (date(self.known.year, 12, 31) if self.known.year else None)
        return Around(self.carried.as_of, until, kind, self.named)

    def _enter(self, block: Block) -> None:
        """The headings over a paragraph say whether targets or results come, of which day and scheme."""
        self.carried.heading = next(
            (kind for title in reversed(block.titles) if (kind := kinds.heading_kind(title))), None
        )
        self.given = any(kinds.gives_targets(title) for title in block.titles)
        self.carried.place = None
        if block.rank > 7 and not block.heading:
            return
        self.carried.scheme = self.carried.measure = self.carried.kind = None
        if block.heading:
            text = masked(block.whole.text)
            schemes = schemes_in(text)
            self.carried.scheme = schemes[-1].scheme if len(schemes) == 1 else None
            for moment in moments_in(text, self.known):
                counted = COUNTED.search(text[: moment.start]) and self.carried.heading != "target"
                told = "actual" if counted and not moment.whole_year else self.carried.heading
                self._note(moment, told or "actual")

    def _note(self, moment: Moment, kind: str) -> None:
        if kind == "actual":
            self.carried.as_of = moment.day
        else:
            self.carried.until = moment.day

    def _of_sentence(self, sentence: Words, *, asks: bool) -> Iterator[Figure]:
        text = _NUMBERLESS_BRACKET.sub(lambda bracket: " " * len(bracket[0]), masked(sentence.text))
        moments, places, schemes = (
            moments_in(text, self.known),
            places_in(masked(sentence.text), self.ground),
            schemes_in(text),
        )
        self.named = schemes[-1].scheme if schemes else self.named
        quantities = [one for one in quantities_in(text) if not _in_a_moment(one, moments)]
        begins = asks and begins_action(text.split(":", 1)[-1].lstrip() if ":" in text[:60] else text)
        self.intro = kinds.kind_of_intro(text) or self.intro
        carried = replace(
            self.carried,
            kind=self.intro or self.gives,
            last=None,
            of_plan=False,
            aimed=None,
            told=None,
        )
        told = 0
        end = 0
        runs = list(runs_in(text, masked(sentence.text), quantities, moments))
        ends = [*(run.quantities[0].start for run in runs[1:]), len(text)]
        for run, following in zip(runs, ends, strict=False):
            quantity = run.as_one
            near = Near(run.unturned(text), end, quantity, following, asks=asks or begins)
            named = each_in(text) if run.schemes else schemes
            figure = self._figure(sentence, near, carried, moments, places, named)
            if figure:
                end = quantity.end
                told += 1
                yield from _in_turn(figure, run, sentence) if run.turn else _for_each(figure, near, places)
                yield from self._planned(figure, quantity, text, carried)
        self.carried.as_of, self.carried.looks_back = carried.as_of, carried.looks_back
        self.carried.school_day = carried.school_day
        self.carried.place = None if asks else carried.place
        if told:
            self.carried.scheme, self.carried.measure = carried.scheme, carried.measure
            return
        self._date_alone(text, moments)
        if text.rstrip().endswith(":") and schemes:
            self.carried.scheme = schemes[-1].scheme

    def _planned(self, figure: Figure, quantity: Quantity, text: str, carried: Carried) -> Iterator[Figure]:
        """`55.908/60.215 người, đạt 92,85% kế hoạch`: what was planned stands after the stroke."""
        plan = kinds.is_of_plan(text[quantity.end :])
        inhabitants = re.match(r"[^;.,]{0,12}dân\b(?!\s+tộc)", text[quantity.end - 4 :])
        if quantity.of is not None and figure.measure == "participants" and inhabitants and not plan:
            yield replace(figure, scheme=None, measure="population", value=quantity.of, qualifier="exact")
        if quantity.of is not None and figure.measure == "participants" and plan:
            year = carried.as_of.year if carried.as_of else self.known.year
            until = date(year, 12, 31) if year else None
            yield replace(figure, kind="assigned", value=quantity.of, day=until)

    def _date_alone(self, text: str, moments: list[Moment]) -> None:
        """`… tính đến 30/9/2023 chưa đạt yêu cầu. Cụ thể:` holds for what comes below."""
        for moment in moments:
            to_come = self.known.day is not None and moment.day > self.known.day
            if not moment.whole_year and not to_come and COUNTED.search(text[: moment.start]):
                self.carried.as_of = moment.day

    def _figure(
        self,
        sentence: Words,
        near: Near,
        carried: Carried,
        moments: list[Moment],
        places: list[Place],
        schemes: list[Mention],
    ) -> Figure | None:
        scheme = scheme_of(near, schemes, carried)
        same = told_before(near, carried)
        said = (same.measure, same.kind) if same else self._said(near, carried, scheme, moments)
        scheme = same.scheme if same else scheme
        measure, kind = said
        if measure is None:
            return None
        if kind in ("actual", "target") and not near.bracketed and not kinds.is_left(near):
            carried.kind = kind
        place = place_of(near, places, carried, measure)
        if measure == "coverage" and place and is_school(place):
            measure = "students"
        day = day_of(near, kind, measure, moments, carried, self.known)
        falls = same.falls if same else kind == "change" and kinds.falls(near)
        if kind not in ("change", "plan_pct", "gap"):
            carried.measure = measure
        scheme = scheme_for(measure, kind, scheme, near, self.named)
        carried.scheme = scheme if measure not in measures.OF_NO_SCHEME else carried.scheme
        qualifier = qualifier_of(near, carried)
        carried.told = Told(measure, kind, scheme, near.quantity.unit, falls, bool(same), qualifier)
        return Figure(
            area=place.name if place else self.ground.name,
            scheme=scheme,
            measure=measure,
            kind=kind,
            value=-near.quantity.value if falls else near.quantity.value,
            unit=measures.unit_of(near.quantity, measure),
            day=day,
            qualifier=qualifier,
            words=_clause(sentence, near.quantity),
            number=sentence.part(near.quantity.start, near.quantity.end),
        )

    def _said(
        self, near: Near, carried: Carried, scheme: str | None, moments: list[Moment]
    ) -> tuple[str | None, str]:
        """What a number counts and what it says, by the words around it and what they go on from."""
        measure = measures.measure_of(near, carried.measure, scheme)
        if (
            measure is None
            and scheme is None
            and near.quantity.unit == "person"
            and MOVED.search(near.before)
        ):
            measure = measures.measure_of(near, carried.measure, self.named)
        if measure is None:
            return None, ""
        kind = kinds.kind_of(near, measure, carried.kind, carried.heading)
        if carried.last and goes_on(near):
            kind = carried.last
        elif carried.last and _TO_REACH.fullmatch(near.before) and kind == "actual":
            kind = "target"
        if _is_to_grow(near, measure, kind, carried):
            measure, kind = "new_participants", "target"
        if measure == "coverage" and _of_a_plan_too(near, kind, carried, scheme):
            kind, measure = "plan_pct", "participants"
        carried.of_plan = carried.of_plan or kind == "plan_pct"
        carried.last = kind if kind == "gap" else None
        if kind == "target" and not kinds.aims(near) and is_past(near, moments, self.known):
            kind = "actual"
        if kind == "actual" and is_to_come(near, moments, self.known):
            kind = "target"
        return measure, kind


def _is_to_grow(near: Near, measure: str, kind: str, carried: Carried) -> bool:
    """`phấn đấu … tăng 9.730 người so với cuối năm 2025`: who are to join, not who joined."""
    aimed = (carried.kind or carried.heading) == "target" or _STRIVES.search(near.text[: near.quantity.start])
    grows = kind == "change" and measure == "participants" and near.quantity.unit == "person"
    return bool(grows and aimed and not kinds.falls(near))


_STRIVES = re.compile(r"phấn\s+đấu|mục\s+tiêu", re.IGNORECASE)


def _of_a_plan_too(near: Near, kind: str, carried: Carried, scheme: str | None) -> bool:
    """`…, đạt 96,2% kế hoạch; BHXH tự nguyện 9.105 người, đạt 71,5%`; more than all is of a plan too."""
    if kind == "actual" and near.quantity.value > 100:
        return True
    counted = carried.told is not None and carried.told.unit == "person"
    if counted and kind == "actual" and is_too_much(near, scheme):
        return bool(_REACHED_BY_THEM.fullmatch(near.before)) and not _COVERED.search(near.before)
    return carried.of_plan and bool(_REACHED.fullmatch(near.before))


_REACHED = re.compile(r"\s*,?\s*(?:mới\s+|chỉ\s+)?đạt\s*")
_COVERED = re.compile(r"bao\s+phủ", re.IGNORECASE)
_REACHED_BY_THEM = re.compile(r"[^;.:\d]{0,60}?,?\s*(?:mới\s+|chỉ\s+)?(?:đạt|bằng)\s*", re.IGNORECASE)
_TO_REACH = re.compile(r"[^.;,]{0,30}(?:mới|để)\s+đạt\s*")


def _in_a_moment(quantity: Quantity, moments: list[Moment]) -> bool:
    return any(one.start < quantity.end and quantity.digits < one.end for one in moments)


def _for_each(figure: Figure, near: Near, places: list[Place]) -> Iterator[Figure]:
    """`thôn 2, thôn 4 đạt 100%` is of each."""
    listed: list[Place] = []
    for one in places:
        if one.end > near.quantity.start or one.several:
            break
        joined = listed and SEVERAL_PLACES.fullmatch(near.text, listed[-1].end, one.start)
        listed = [*listed, one] if joined else [one]
    if len(listed) < 2 or any(one.name is None for one in listed):
        yield figure
        return
    between = near.text[listed[-1].end : near.quantity.start]
    each = figure.unit == "percent" and re.fullmatch(r"\s*(?:cùng\s+|đều\s+|mới\s+|chỉ\s+)?đạt\s*", between)
    yield from (replace(figure, area=one.name) for one in listed) if each else (figure,)


def _in_turn(figure: Figure, run: Run, sentence: Words) -> Iterator[Figure]:
    """One figure for each number that was told in turn."""
    falls = -1 if figure.value < 0 else 1
    for place, one in enumerate(run.quantities):
        yield replace(
            figure,
            area=run.areas[place] if run.areas else figure.area,
            day=run.days[place] if run.days else figure.day,
            scheme=run.schemes[place]
            if run.schemes and figure.measure not in measures.OF_NO_SCHEME
            else figure.scheme,
            value=falls * one.value,
            number=sentence.part(one.start, one.end),
        )


def _clause(sentence: Words, quantity: Quantity) -> Words:
    """The part between semicolons that holds the number."""
    place = sentence.start + quantity.digits
    return next((part for part in parts(sentence) if part.start <= place < part.end), sentence)


def with_days_told_later(figures: list[Figure]) -> list[Figure]:
    """`Tỉnh có 4,9 triệu dân. Đến 31/12/2025 …`: what stands before the first day is of that day."""
    found: list[Figure] = []
    day: date | None = None
    for one in reversed(figures):
        told = one.kind in ("actual", "change", "gap", "plan_pct") and one.measure != "due"
        day = one.day or day if told else day
        found.append(replace(one, day=day) if told and one.day is None else one)
    return found[::-1]


def with_days_of_tasks(figures: list[Figure], tasks: list[Task]) -> list[Figure]:
    """A target without a day of its own is due when the task is that asks for it."""
    return [
        replace(one, day=_due(one, tasks)) if one.kind == "target" and one.day is None else one
        for one in figures
    ]


def _due(figure: Figure, tasks: list[Task]) -> date | None:
    for task in tasks:
        same = task.words.paragraph.number == figure.number.paragraph.number
        if same and task.due and task.words.start <= figure.number.start < task.words.end:
            return task.due.deadline.day
    return None
