"""Figures: what is counted, for whom, in which scheme, how much, and on which day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from baophu.directives import kinds, measures
from baophu.directives.citations import masked
from baophu.directives.deadlines import Calendar, Deadline, deadlines_in
from baophu.directives.letters import NAME
from baophu.directives.moments import Moment, moments_in
from baophu.directives.near import NAMED_BEFORE, NAMED_WITH_SCHEME, Near
from baophu.directives.offices import offices_in
from baophu.directives.places import Ground, Place, places_in
from baophu.directives.quantities import Quantity, quantities_in
from baophu.directives.schemes import Mention, mentions_in
from baophu.directives.sentences import parts, sentences
from baophu.directives.structure import Block
from baophu.directives.tasks import Task
from baophu.directives.text import Words
from baophu.directives.verbs import begins_action

_NUMBERLESS_BRACKET = re.compile(r"\((?!\s*\d+\s*\))[^()\d]*\)")
_JOINS = re.compile(r"\s*(?:mới\s+)?(?:tham\s+gia|có\s+thẻ|hưởng)\b", re.IGNORECASE)
_COUNTED = re.compile(r"(?:tính\s+)?đến(?:\s+hết)?\s*(?:ngày\s*)?$", re.IGNORECASE)


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
class Carried:
    """What holds on from words before: of a section, a paragraph or a sentence."""

    as_of: date | None = None  # the day of what is
    until: date | None = None  # the day of what is to be
    heading: str | None = None  # `target` or `actual`, by the heading
    scheme: str | None = None
    measure: str | None = None
    kind: str | None = None
    last: str | None = None  # the kind of the figure before, where `và` may go on with it
    of_plan: bool = False  # `… đạt 96,2% kế hoạch; … 9.105 người, đạt 71,5%`: a share of a plan was told
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """What holds for a table's figures: the day of what is, the end of what is to be, which of both it is."""

    as_of: date | None
    until: date | None
    kind: str
    scheme: str | None


@dataclass(slots=True)
class Reader:
    """Reads the figures of a document's blocks in their order."""

    known: Calendar
    ground: Ground
    gives: str | None = None  # `assigned`: the document gives targets to those below
    carried: Carried = field(default_factory=Carried)
    named: str | None = None  # the scheme named last, for a table that names none

    def of_block(self, block: Block, *, asks: bool) -> Iterator[Figure]:
        """The figures of a paragraph. `asks`: it says what is to be done."""
        self._enter(block)
        for sentence in sentences(block.whole):
            yield from self._of_sentence(sentence, asks=asks)

    def around(self) -> Around:
        """What holds for a table that stands here."""
        kind = self.gives or self.carried.heading or self.carried.kind or "actual"
        until = self.carried.until or (date(self.known.year, 12, 31) if self.known.year else None)
        return Around(self.carried.as_of, until, kind, self.named)

    def _enter(self, block: Block) -> None:
        """The headings over a paragraph say whether targets or results come, of which day and scheme."""
        self.carried.heading = next(
            (kind for title in reversed(block.titles) if (kind := kinds.heading_kind(title))), None
        )
        self.carried.place = None
        if block.rank > 7 and not block.heading:
            return
        self.carried.scheme = self.carried.measure = self.carried.kind = None
        if block.heading:
            text = masked(block.whole.text)
            schemes = _schemes(text)
            self.carried.scheme = schemes[-1].scheme if len(schemes) == 1 else None
            for moment in moments_in(text, self.known):
                counted = _COUNTED.search(text[: moment.start]) and self.carried.heading != "target"
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
            _schemes(text),
        )
        self.named = schemes[-1].scheme if schemes else self.named
        quantities = [one for one in quantities_in(text) if not _in_a_moment(one, moments)]
        begins = asks and begins_action(text.split(":", 1)[-1].lstrip() if ":" in text[:60] else text)
        carried = replace(self.carried, kind=kinds.kind_of_intro(text), last=None, of_plan=False)
        told = 0
        end = 0
        for number, quantity in enumerate(quantities):
            following = quantities[number + 1].start if number + 1 < len(quantities) else len(text)
            near = Near(text, end, quantity, following, asks=asks or begins)
            figure = self._figure(sentence, near, carried, moments, places, schemes)
            if figure:
                end = quantity.end
                told += 1
                yield from _for_each(figure, near, places)
                yield from self._planned(figure, quantity, text, carried)
        self.carried.as_of = carried.as_of
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
            if not moment.whole_year and _COUNTED.search(text[: moment.start]):
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
        scheme = _scheme(near, schemes, carried)
        measure = measures.measure_of(near, carried.measure, scheme)
        if measure is None:
            return None
        kind = kinds.kind_of(near, measure, carried.kind, carried.heading)
        if carried.last and (_AND.fullmatch(near.before) or _NEXT_PLACE.fullmatch(near.before)):
            kind = carried.last
        elif carried.last and _TO_REACH.fullmatch(near.before) and kind == "actual":
            kind = "target"
        if carried.of_plan and measure == "coverage" and _REACHED.fullmatch(near.before):
            kind, measure = (
                "plan_pct",
                "participants",
            )  # `…, đạt 96,2% kế hoạch; BHXH tự nguyện 9.105 người, đạt 71,5%`
        carried.of_plan = carried.of_plan or kind == "plan_pct"
        carried.last = kind if kind == "gap" else None
        if kind == "target" and not kinds.aims(near) and _is_past(near, moments, self.known):
            kind = "actual"
        if kind in ("actual", "target") and not near.bracketed:
            carried.kind = kind
        place = _place(near, places, carried)
        day = self._day(near, kind, measure, moments, carried)
        falls = kind == "change" and kinds.falls(near)
        value = -near.quantity.value if falls else near.quantity.value
        if kind not in ("change", "plan_pct", "gap"):
            carried.measure = measure
        of_cards = measure == "cards" or (measure == "uncovered" and scheme is None and "thẻ" in near.text)
        scheme = "BHYT" if of_cards or (measure == "uncovered" and "có thẻ" in near.before) else scheme
        if measure in ("collected", "fund_spent") and kind != "change" and not _names_scheme(near, schemes):
            scheme = None
        carried.scheme = scheme if not _of_no_scheme(measure) else carried.scheme
        return Figure(
            area=place.name if place else self.ground.name,
            scheme=None if _of_no_scheme(measure) else scheme,
            measure=measure,
            kind=kind,
            value=value,
            unit=measures.unit_of(near.quantity, measure),
            day=day,
            qualifier=near.quantity.qualifier,
            words=_clause(sentence, near.quantity),
            number=sentence.part(near.quantity.start, near.quantity.end),
        )

    def _day(
        self, near: Near, kind: str, measure: str, moments: list[Moment], carried: Carried
    ) -> date | None:
        due = [
            one
            for one in deadlines_in(near.text, self.known)
            if not _COUNTED.search(near.text[: one.start] + one.text[:4])
        ]
        moments = [one for one in moments if not (kind == "actual" and _inside(one, due))]
        told = kind in ("actual", "change", "gap", "plan_pct") and measure != "due"
        if told and self.known.day:  # what is told was counted before it was written
            moments = [
                one
                for one in moments
                if one.day <= self.known.day
                or _COUNTED.search(near.text[: one.start])
                or (one.whole_year and (not carried.as_of or _ESTIMATED.search(near.text[: one.start])))
            ]
        before = [one for one in moments if near.start <= one.start < near.quantity.start]
        after = [one for one in moments if near.quantity.end <= one.start < near.end]
        if kind in ("actual", "change", "gap", "plan_pct"):
            # A year alone before a change or a plan is what it is compared with or what the plan is for.
            ours = [one for one in before if not one.whole_year or kind == "actual"]
            ours = ours or [one for one in after if _in_brackets(near.text, one)]
            ours = ours or [
                one
                for one in after
                if re.search(
                    r"(?:tính\s+)?(?:đến|trong|cuối)\s*(?:ngày\s*)?$", near.text[: one.start], re.IGNORECASE
                )
            ]
            if ours and measure != "due":
                carried.as_of = ours[-1].day
            return carried.as_of if measure != "due" or not (before or after) else (before + after)[-1].day
        return self._day_to_be(near, kind, before, after, carried)

    def _day_to_be(
        self, near: Near, kind: str, before: list[Moment], after: list[Moment], carried: Carried
    ) -> date | None:
        """Named before or after it, by the deadline, by the heading; of a plan the end of its year."""
        before = [one for one in before if not _in_brackets(near.text, one)]
        after = [one for one in after if not re.search(r"[(;]", near.text[near.quantity.end : one.start])]
        later = [one for one in before if one.whole_year or not carried.as_of or one.day > carried.as_of]
        if later:
            carried.until = later[-1].day
            return later[-1].day
        if kind == "assigned":
            plan_year = [one for one in after if one.whole_year]
            year = (
                plan_year[0].day.year
                if plan_year
                else carried.as_of.year
                if carried.as_of
                else self.known.year
            )
            return date(year, 12, 31) if year else None
        if after:
            return after[-1].day if len(after) == 1 else after[0].day
        deadlines = [one.day for one in deadlines_in(masked(near.text), self.known) if one.day]
        schooled = [one.day for one in moments_in(near.text, self.known) if one.school_year]
        if deadlines or schooled:
            return (schooled if measures.about_students(near) and schooled else deadlines or schooled)[0]
        if near.start and carried.until:
            return carried.until
        if carried.heading == "target":
            return carried.until or (date(self.known.year, 12, 31) if self.known.year else None)
        return None


_REACHED = re.compile(r"\s*,?\s*(?:mới\s+|chỉ\s+)?đạt\s*")
_AND = re.compile(r"[^.;,]{0,60}\bvà\s*")
_NEXT_PLACE = re.compile(rf"\s*(?:,|và)\s*(?:(?:xã|phường|thị\s+trấn|huyện|thôn)\s+)?{NAME}:?\s*")
_TO_REACH = re.compile(r"[^.;,]{0,30}(?:mới|để)\s+đạt\s*")


def _is_past(near: Near, moments: list[Moment], known: Calendar) -> bool:
    """Whether the day named before a number lies before the document's."""
    before = [one.day for one in moments if near.start <= one.start < near.quantity.start]
    return bool(before and known.day and before[-1] < known.day)


def _in_brackets(text: str, moment: Moment) -> bool:
    """`từ 94,1% (30/9/2018) lên 96%`: the day is the first number's."""
    return text[: moment.start].endswith("(") and text[moment.end :].startswith(")")


def _inside(moment: Moment, due: list[Deadline]) -> bool:
    """Whether a day is the one by which something is to be done."""
    return any(one.start <= moment.start and moment.end <= one.end and one.before for one in due)


def _in_a_moment(quantity: Quantity, moments: list[Moment]) -> bool:
    return any(one.start < quantity.end and quantity.digits < one.end for one in moments)


def _schemes(text: str) -> list[Mention]:
    """The schemes that a text names, not as a part of an office's name (`BHXH tỉnh`)."""
    offices = offices_in(text)
    return [
        one
        for one in mentions_in(text)
        if not any(office.start <= one.start < office.end for office in offices)
    ]


def _scheme(near: Near, schemes: list[Mention], carried: Carried) -> str | None:
    """The last scheme named before the number; else the first right after; else as before."""
    before = [one for one in schemes if near.start <= one.start and one.end <= near.quantity.start]
    counts = re.search(r"(?:đạt|bao\s+phủ|tham\s+gia)", near.before, re.IGNORECASE)
    alone = schemes[0].scheme if len(schemes) == 1 and not carried.scheme and counts else None
    if not schemes and carried.scheme != "BHYT" and re.search(r"bao\s+phủ", near.text, re.IGNORECASE):
        return "BHYT"
    stop = near.end if near.quantity.unit in ("commune", "unit") else near.clause_end
    after = [one for one in schemes if near.quantity.end <= one.start < stop]
    if after and _JOINS.match(near.after):
        return after[0].scheme
    if before and not near.new_clause_after(before[-1].end):
        return before[-1].scheme
    if after and not (before and near.bracketed):
        return after[0].scheme
    return before[-1].scheme if before else carried.scheme or alone


def _for_each(figure: Figure, near: Near, places: list[Place]) -> Iterator[Figure]:
    """`thôn 2, thôn 4 đạt 100%` is of each; `… (lần lượt 76,4%; 78,9%)` of one after the other."""
    listed: list[Place] = []
    for one in places:
        if one.end > near.quantity.start or one.several:
            break
        joined = listed and _SEVERAL_PLACES.fullmatch(near.text, listed[-1].end, one.start)
        listed = [*listed, one] if joined else [one]
    if len(listed) < 2 or any(one.name is None for one in listed):
        yield figure
        return
    between = near.text[listed[-1].end : near.quantity.start]
    if turn := _ONE_AFTER_THE_OTHER.search(between):
        place = len(re.findall(r"\d[\d.,]*", between[turn.end() :]))
        yield replace(figure, area=listed[place].name) if place < len(listed) else figure
        return
    each = figure.unit == "percent" and re.fullmatch(r"\s*(?:cùng\s+|đều\s+|mới\s+|chỉ\s+)?đạt\s*", between)
    yield from (replace(figure, area=one.name) for one in listed) if each else (figure,)


def _names_scheme(near: Near, schemes: list[Mention]) -> bool:
    return any(near.start <= one.start < near.clause_end for one in schemes)


def _place(near: Near, places: list[Place], carried: Carried) -> Place | None:
    """The last unit named before the number; units in brackets right after what was counted."""
    after = (one for one in places if one.bracketed and near.quantity.end <= one.start < near.end)
    if several := next(after, None):
        return several
    named = NAMED_WITH_SCHEME.search(near.before) or NAMED_BEFORE.search(near.before)
    if named and not mentions_in(named[1]):
        return Place(named[1], near.start + named.start(1), near.start + named.end(1))
    before = [
        one
        for one in places
        if near.start <= one.start < near.quantity.start and not one.several and near.text[one.start].strip()
    ]
    listed = len(before) > 1 and _SEVERAL_PLACES.fullmatch(near.text, before[-2].end, before[-1].start)
    if before and not listed:
        carried.place = before[-1]
    return before[-1] if before else carried.place


_ONE_AFTER_THE_OTHER = re.compile(r"lần\s+lượt", re.IGNORECASE)
_ESTIMATED = re.compile(r"ước\s+(?:thực\s+hiện|đạt)\s*$", re.IGNORECASE)
_SEVERAL_PLACES = re.compile(r"\s*(?:,|và|,\s*và)\s*")


def _of_no_scheme(measure: str) -> bool:
    return measure in measures.OF_NO_SCHEME


def _clause(sentence: Words, quantity: Quantity) -> Words:
    """The part between semicolons that holds the number."""
    place = sentence.start + quantity.digits
    return next((part for part in parts(sentence) if part.start <= place < part.end), sentence)


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
