"""`baophu demo`: the whole job on the example of Kon Rẫy, from the lists an office receives to the report."""

import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from baophu.areas.units import load_areas
from baophu.base.errors import UserError
from baophu.base.home import Home, home_at
from baophu.base.numbers import format_count, format_date, format_percent
from baophu.base.scope import Purpose
from baophu.base.words import N_, _
from baophu.builds import answers
from baophu.builds.answers import Answer
from baophu.builds.week import people_to_reach
from baophu.cli.asking import Asked, ask
from baophu.cli.build import tell_stage
from baophu.cli.demo_accounts import COLUMNS as ACCOUNT_COLUMNS
from baophu.cli.demo_accounts import LEADER, OFFICER, demo_accounts
from baophu.cli.demo_tasks import demo_tasks
from baophu.cli.options import HomeOption, LanguageOption, parse_whole
from baophu.cli.output import as_table, put, say
from baophu.cli.report import make_week
from baophu.cli.worded import Commands
from baophu.coverage.figures import Figure
from baophu.gaps.find import DUE_DAYS
from baophu.gaps.next_steps import why_words
from baophu.gaps.status import Why
from baophu.lists.kinds import kind_words
from baophu.lists.reading import FoundTable
from baophu.lists.reading_many import Request, read_many
from baophu.reports.people import write_gaps
from baophu.store.actions.builds import build as make_build
from baophu.store.actions.lists import keep_lists
from baophu.store.actions.office import LETTERHEAD, make_home, set_letterhead
from baophu.store.actions.places import NamedHamlet, add_hamlets, set_class
from baophu.store.actions.targets import set_target
from baophu.store.handing_out import list_for
from baophu.store.models import Account
from baophu.store.rejected import write_rejected
from baophu_examples import konray
from baophu_examples.konray import Example

YEARS = (2023, 2026)
FIGURE_COLUMNS = {
    "scheme": N_("Scheme"),
    "participants": N_("People"),
    "denominator": N_("Out of"),
    "rate": N_("Rate"),
    "target": N_("Target"),
    "missing": N_("Missing"),
    "needed_per_week": N_("Needed a week"),
}
LIST_COLUMNS = {
    "kind": N_("Kind"),
    "lists": N_("Lists"),
    "rows": N_("Rows"),
    "accepted": N_("Accepted"),
    "doubtful": N_("Doubtful"),
    "rejected": N_("Rejected"),
    "structure": N_("Structure"),
}

app = Commands()


class UnknownYear(UserError):
    message = N_("There is no example of the year {year}.")
    advice = N_("Years: {known}.")


@dataclass(frozen=True, slots=True)
class Made:
    """What the job made: the build that is asked, the files written, how many workbooks of rejected rows,
    and how many seconds it took from the lists to the report."""

    asked: Asked
    files: list[Path]
    rejected: int
    seconds: float


@app.add("demo")
def demo(
    small: Annotated[
        bool, typer.Option("--small", help=N_("A tenth of the people, for a quick look."))
    ] = False,
    year: Annotated[
        int,
        typer.Option("--year", metavar="2023|2026", parser=parse_whole, help=N_("The year of the example.")),
    ] = 2023,
    home: HomeOption = None,
    language: LanguageOption = None,
) -> None:
    if year not in YEARS:
        raise UnknownYear(year=year, known=YEARS)
    place = home_at(home)
    _keep_aside(place)
    example = _make_example(place, year, small)
    operator, password = _found(place, example)
    accounts = demo_accounts(operator, password, example)
    made = _do_the_job(place, operator, example)
    _give_tasks(example)
    _tell(made, accounts)
    _tell_next(place, example)


def _keep_aside(home: Home) -> None:
    """An older home is renamed, never overwritten."""
    if not home.root.exists():
        return
    number = 1
    while (aside := home.root.with_name(f"{home.root.name}-{number}")).exists():
        number += 1
    home.root.rename(aside)
    say(_("The older home is kept in {path}.").format(path=aside))


def _make_example(home: Home, year: int, small: bool) -> Example:
    say(_("1. Writing the lists that offices would send (made-up people)…"))
    example = konray.make(home.root / "example", year=year, small=small)
    folder = example.files[0].path.parent
    say("   " + _("{count} files in {folder}").format(count=len(example.files), folder=folder))
    return example


def _found(home: Home, example: Example) -> tuple[Account, str]:
    """The home's operator with the password, after what the office decided: letterhead, hamlets, classes…"""
    say(_("2. Making the home: office, hamlets, classes, targets…"))
    new = make_home(home=home, area=example.area, on=example.on, name=example.office["name"])
    operator = new.operator
    letterhead = {name: value for name, value in example.office.items() if name in LETTERHEAD}
    set_letterhead(by=operator, **letterhead)
    areas = load_areas()
    hamlets = [
        NamedHamlet(areas.unit(one.commune, example.on).key, one.name, tuple(one.aliases))
        for one in example.hamlets
    ]
    made = add_hamlets(by=operator, hamlets=hamlets, source=_("example"))
    keys = {(hamlet.unit, hamlet.name): hamlet.key for hamlet in made}
    for given in example.classes:
        code, hamlet = given.place if isinstance(given.place, tuple) else (given.place, None)
        unit = areas.unit(code, example.on).key
        place = keys[unit, hamlet] if hamlet else unit
        set_class(by=operator, kind=given.kind, value=given.value, place=place, source=given.source)
    for target in example.targets:
        set_target(by=operator, **target)
    return operator, new.password


def _do_the_job(home: Home, operator: Account, example: Example) -> Made:
    begun = time.perf_counter()
    say(_("3. Receiving the lists…"))
    tables, rejected = _receive(operator, example)
    put(as_table(_by_kind(tables), LIST_COLUMNS))
    say(_("4. Building the register: one person out of many rows…"))
    make_build(by=operator, progress=tell_stage)
    say(_("5. Writing the report and the lists of people to reach…"))
    asked = ask(home.root, OFFICER)
    report = make_week(asked, on=example.on, signing=example.signing)
    seconds = time.perf_counter() - begun
    people = home.reports / f"nguoi-can-van-dong-{example.on.isoformat()}.xlsx"
    gaps = answers.gaps(asked.build, asked.scope, Purpose.VISIT, due_days=DUE_DAYS)
    asked.looked({gap["person"] for gap in gaps}, Purpose.VISIT, "demo")
    write_gaps(people, people_to_reach(gaps), list_for(asked.build, asked.by))
    return Made(asked, [*report, people], len(rejected), seconds)


def _receive(operator: Account, example: Example) -> tuple[list[FoundTable], list[Path]]:
    requests = [Request(file.path, file.kind, file.sender, file.on) for file in example.files]
    found: list[FoundTable] = []
    rejected: list[Path] = []
    for request, tables in zip(requests, read_many(requests, example.area), strict=True):
        if isinstance(tables, UserError):
            raise tables
        keep_lists(by=operator, path=request.path, tables=tables)
        found += tables
        workbook = write_rejected(request.path, tables)
        rejected += [workbook] if workbook else []
    return found, rejected


def _give_tasks(example: Example) -> None:
    say(_("6. Entering the directives, and what offices have done about their tasks…"))
    directives, tasks = demo_tasks(example, OFFICER, LEADER)
    words = _("{directives} directives, {tasks} tasks: see “baophu tasks”")
    say("   " + words.format(directives=directives, tasks=tasks))


def _by_kind(tables: list[FoundTable]) -> list[Answer]:
    counts = ("rows", "accepted", "doubtful", "rejected", "structure")
    kinds = Counter(table.kind for table in tables)
    return [
        {"kind": kind_words(kind), "lists": lists}
        | {name: sum(getattr(table, name) for table in tables if table.kind == kind) for name in counts}
        for kind, lists in kinds.items()
    ]


def _tell(made: Made, accounts: list[Answer]) -> None:
    build = made.asked.build
    figures = answers.coverage(build, made.asked.scope, on=build.on)
    gaps = answers.gaps(build, made.asked.scope, Purpose.VISIT, due_days=DUE_DAYS)
    say("")
    say(_("Figures of {day}, counted from the lists:").format(day=format_date(build.on)))
    put(as_table([_figure(figure) for figure in figures], FIGURE_COLUMNS))
    say(_("Denominators: {source}").format(source=figures[0].denominator_source))
    say("")
    say(_("People to reach (three lists, never one):"))
    for why in Why:
        count = sum(gap["why"] == why for gap in gaps)
        say(f"  {why_words(why)}: {format_count(count)}")
    say("")
    say(_("Files written:"))
    for path in made.files:
        say(f"  {path}")
    say(
        _("  and {count} workbooks of rejected rows beside them, to be sent back").format(count=made.rejected)
    )
    say("")
    say(
        _("Accounts (passwords and backup codes are shown only now; a code opens once, in place of a phone):")
    )
    put(as_table(accounts, ACCOUNT_COLUMNS))
    say("")
    words = _("The job from the lists to the report took {seconds} seconds.")
    say(words.format(seconds=round(made.seconds)))


def _tell_next(home: Home, example: Example) -> None:
    say(_("What to do next:"))
    # Of its own day, so that the days of forms fit the lists.
    serve = f"BAOPHU_TODAY={example.signing.isoformat()} baophu serve --home {home.root}"
    for step in (
        _("“{serve}” opens the pages: log in with an account above, then one of its codes;").format(
            serve=serve
        ),
        _("hand in the health insurance of a month later there: {path};").format(path=example.next_list),
        _("hand in a directive that came since: {path};").format(path=example.next_directive),
        _("open the report in Word or LibreOffice;"),
        _("“baophu coverage --by area” shows the communes, “baophu gaps --out FILE.xlsx” the people;"),
        _("with lists of your own: “baophu init --area CODE --on DATE --home DIR”, then “baophu receive”."),
    ):
        say(f"  – {step}")


def _figure(figure: Figure) -> Answer:
    return {
        "scheme": figure.scheme,
        "participants": figure.participants,
        "denominator": figure.denominator,
        "rate": format_percent(figure.rate) if figure.rate is not None else None,
        "target": format_percent(figure.target_rate) if figure.target_rate is not None else None,
        "missing": figure.missing,
        "needed_per_week": figure.needed_per_week,
    }
