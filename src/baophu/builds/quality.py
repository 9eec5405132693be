"""How good a list is, as it stands on the list: how right, how many people in doubt, from which lists."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from baophu.areas.units import load_areas
from baophu.base.numbers import format_count, format_date, rate_percent
from baophu.base.words import N_, _
from baophu.builds.answers import list_day, listed_schemes
from baophu.builds.estimate import Estimate, Places, estimate_of
from baophu.builds.opened import OpenBuild
from baophu.coverage.figures import name_on
from baophu.engine.nobody import about_nobody
from baophu.gaps.lists import LISTS
from baophu.register.words import step_words

# Figure of a list → what is counted.
FIGURES = {
    "rows": N_("accepted rows"),
    "linked": N_("rows by how they were linked"),
    "doubt": N_("rows in doubt: whose they are is not certain"),
    "again": N_("rows that name somebody again"),
    "number_again": N_("rows with an insurance number again"),
    "not_resident": N_("people on no residents’ list"),
    "absent": N_("residents of its places who are not on it"),
}
HALF_A_PER_CENT = 0.005
HEALTH, UNCOVERED, VERIFY = "BHYT", "uncovered", "verify"


@dataclass(frozen=True, slots=True)
class ListFigure:
    """A figure of a list, one of `FIGURES`: `count` out of `whole`; of linked rows the linkage's step."""

    list: str
    figure: str
    step: str | None
    count: int
    whole: int

    @property
    def share(self) -> Decimal | None:
        """Per cent."""
        return rate_percent(self.count, self.whole) if self.whole else None

    @property
    def words(self) -> str:
        """`rows by how they were linked: same national ID`."""
        words = _(FIGURES[self.figure])
        return f"{words}: {step_words(self.step)}" if self.step else words


def estimates(build: OpenBuild) -> list[dict[str, Any]]:
    """The estimates by unit and hamlet (see the step `estimates`)."""
    return build.once("estimates", lambda: _kept(build, "estimates"))


def _kept(build: OpenBuild, name: str) -> list[dict[str, Any]]:
    """The rows of a table, none where the build is older than the table."""
    is_there = (build.folder / f"{name}.parquet").is_file()
    return about_nobody(build.folder, name).to_pylist() if is_there else []


def place_estimate(build: OpenBuild, units: Places = None, hamlets: Places = None) -> Estimate:
    """How right the list of the uncovered is in some units and hamlets, None for all."""
    rows = estimates(build)
    key = tuple(None if places is None else frozenset(places) for places in (units, hamlets))
    return build.once(("estimate", *key), lambda: estimate_of(rows, *key))


def list_figures(build: OpenBuild) -> list[ListFigure]:
    """How good the lists are that the build rests on, list by list, in the order of `FIGURES`."""

    def made() -> list[ListFigure]:
        rows = _kept(build, "quality")
        order = list(FIGURES)
        rows.sort(key=lambda row: (row["list"], order.index(row["figure"]), -row["count"], row["step"] or ""))
        return [ListFigure(**row) for row in rows]

    return build.once("list_figures", made)


def figures_of(build: OpenBuild, list_id: str) -> list[ListFigure]:
    """How good one list is; nothing where the build does not rest on it."""
    return [one for one in list_figures(build) if one.list == list_id]


def quality_lines(
    build: OpenBuild, name: str, scheme: str = HEALTH, units: Places = None, hamlets: Places = None
) -> list[str]:
    """What is to be known of how good a list of people to reach is, in at most two lines.

    `name` is one of `gaps.lists.LISTS`. Nothing is estimated of other schemes than health insurance.
    """
    if scheme != HEALTH or HEALTH not in listed_schemes(build):
        return []
    found = place_estimate(build, units, hamlets)
    estimated = precision_words(found) if name == UNCOVERED and found.called else ""
    doubt = _doubt_words(name).format(count=format_count(found.in_doubt)) if found.in_doubt else ""
    decided = _("Two rows are taken for one person where one person decides so.") if build.one_decides else ""
    return [line for line in (estimated, f"{doubt} {decided}".strip()) if line]


def _doubt_words(name: str) -> str:
    if name == VERIFY:
        return _("Because a card may be theirs that is in doubt: {count} people.")
    return _("Not on it because a card may be theirs: {count} people, on the list to verify.")


def precision_words(found: Estimate) -> str:
    """How many of those called uncovered are so, within what range, and how many are missed, in per cent."""
    right, missing = found.precision, 1.0 - found.recall.best
    missed = (
        _("fewer than 1%")
        if missing < HALF_A_PER_CENT
        else _("about {share}").format(share=_percent(missing))
    )
    if right.low > 1.0 - HALF_A_PER_CENT:
        words = _(
            "Estimated: of those called uncovered more than 99% have no card indeed; "
            "{missing} of those without one are not among them."
        )
        return words.format(missing=missed)
    words = _(
        "Estimated: about {best} of those called uncovered have no card indeed ({low} to {high}); "
        "{missing} of those without one are not among them."
    )
    best = min(right.best, 1.0 - 2 * HALF_A_PER_CENT)
    return words.format(
        best=_percent(best), low=_percent(right.low), high=_percent(right.high), missing=missed
    )


def _percent(share: float) -> str:
    return f"{round(100 * share)}%"


def sources_words(build: OpenBuild) -> str:
    """The lists that people to reach are found by: of residents and of health insurance, with their days."""
    residents = build.measure(build.on).residents_source
    if HEALTH not in listed_schemes(build):
        return residents
    cards = _("health insurance list, {date}").format(date=format_date(list_day(build, HEALTH)))
    return f"{residents}; {cards}"


def quality_by_commune(build: OpenBuild, hamlet: str = "") -> Callable[[str, str, str], list[str]]:
    """`quality_lines` by a reason to reach people, a scheme and a commune's name; of a hamlet if given."""

    def lines(why: str, scheme: str, commune: str) -> list[str]:
        name = next(name for name, (reasons, _words) in LISTS.items() if why in reasons)
        if hamlet:
            return quality_lines(build, name, scheme, hamlets=[hamlet])
        return quality_lines(build, name, scheme, _units_called(build).get(commune, ()))

    return lines


def _units_called(build: OpenBuild) -> dict[str, set[str]]:
    """Commune's name on the build's day → its unit, or units."""

    def named() -> dict[str, set[str]]:
        units: dict[str, set[str]] = {}
        for unit in {row["unit"] for row in estimates(build)} - {""}:
            units.setdefault(name_on(load_areas().unit(unit), build.on), set()).add(unit)
        return units

    return build.once("units_called", named)
