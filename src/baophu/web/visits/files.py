"""A whole list of people to reach, on paper and in Excel: a short one at once, a long one made aside."""

from collections.abc import Mapping
from dataclasses import asdict
from io import BytesIO
from typing import Any

from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect

from baophu.base.errors import NotThere, UserError
from baophu.base.numbers import format_count
from baophu.base.scope import Purpose
from baophu.base.words import N_
from baophu.builds.reaching import households_to_visit, people_shown
from baophu.builds.to_reach import Reach, ReachHousehold, count_to_reach
from baophu.store.actions.jobs import job_for, start_job
from baophu.store.handing_out import list_for, write_people
from baophu.store.models import Job, JobKind, JobState
from baophu.store.prepared import is_prepared, prepared
from baophu.web.door import page
from baophu.web.rendering import show
from baophu.web.visitor import Visitor
from baophu.web.visits.asked import address, asked_reach, crumbs, purpose_of, quality_shown
from baophu.web.visits.paper import on_paper, warns_of_loss
from baophu.web.visits.words import people_words, words
from baophu.web.workbooks import workbook

# What is written while a visitor waits, and others with them.
MOST_AT_ONCE = 50
MOST_PEOPLE = 10_000
# A dozen pages: more than is visited from one sheaf, and not long to be made.
MOST_ON_PAPER = 200
LOOK = "people in Excel"


class TooManyPeople(UserError):
    message = N_("This list holds {count} people; at most {most} leave at once.")
    advice = N_("Choose a commune or a hamlet.")
    exit_code = 15


class FileGone(NotThere):
    message = N_("This file is not there any more, or was made for other places than you see now.")
    advice = N_("Have it made again on the page of people to reach.")


def ways_out(people: int) -> dict[str, Any]:
    """How a list of so many people leaves: whether on paper, as a file at once, as a file made aside."""
    return {
        "on_paper": people <= MOST_ON_PAPER,
        "file_at_once": people <= MOST_AT_ONCE,
        "file_aside": MOST_AT_ONCE < people <= MOST_PEOPLE,
        "most_on_paper": MOST_ON_PAPER,
        "most_in_file": MOST_PEOPLE,
    }


@page(Purpose.VISIT, Purpose.STUDENTS)
def people_print(request: Any) -> HttpResponse:
    """The whole list as a sheet of paper, with room for what came of each visit. Raises TooManyPeople."""
    visitor: Visitor = request.visitor
    asked = asked_reach(request)
    _check_count(visitor, asked, MOST_ON_PAPER)
    households = _all(visitor, asked, "people on paper")
    above, here = crumbs(visitor, asked)
    place = " › ".join([name for _address, name in above] + [here])
    top = list_for(visitor.build, visitor.account, place)
    listed = on_paper([(home, home.gaps) for home in households], names_hamlet=not asked.hamlet)
    warns = warns_of_loss(gap for home in households for gap in home.gaps)
    return show(
        request, "visits/reach_print.html", asked=asked, households=listed, warns=warns, top=top,
        quality=quality_shown(visitor, asked), **words(),
    )  # fmt: skip


@page(Purpose.VISIT, Purpose.STUDENTS)
def people_file(request: Any) -> HttpResponse:
    """The whole list as a workbook, where it is short; by POST any list is made aside, as a job.

    Raises TooManyPeople.
    """
    visitor: Visitor = request.visitor
    asked = asked_reach(request)
    area_name = crumbs(visitor, asked)[1]
    if request.method == "POST":
        _check_count(visitor, asked, MOST_PEOPLE)
        told = {"asked": asdict(asked), "area_name": area_name}
        return redirect("job", number=start_job(by=visitor.account, kind=JobKind.PEOPLE_FILE, **told).pk)
    if _count(visitor, asked) > MOST_AT_ONCE:
        return redirect(address("people", asked))
    file = BytesIO()
    write_people(
        file, visitor.build, _all(visitor, asked, LOOK), visitor.account, area_name, asked.hamlet or ""
    )
    file.seek(0)
    return _sent(file, asked.why, visitor.build.on.isoformat())


@page(Purpose.VISIT, Purpose.STUDENTS)
def people_made(request: Any, number: int) -> FileResponse:
    """The workbook that a job has made for the visitor. Raises NoSuchJob, FileGone."""
    visitor: Visitor = request.visitor
    job = job_for(visitor.account, number)
    found = prepared(number, visitor.scope) if job.kind == JobKind.PEOPLE_FILE and job.ended else None
    if found is None:
        raise FileGone()
    path, people = found
    visitor.looked(people, purpose_of(visitor) or Purpose.STEER, LOOK)
    return _sent(path.open("rb"), job.args["asked"]["why"], job.result["on"])


def file_told(job: Job) -> Mapping[str, Any] | None:
    """What the page of a job says of the workbook it made; None of other jobs."""
    if job.kind != JobKind.PEOPLE_FILE:
        return None
    return {
        "back": address("people", Reach(**job.args["asked"])),
        "people": people_words(job.result.get("people", 0)),
        "is_there": job.state == JobState.DONE and is_prepared(job.pk),
    }


def _sent(file: Any, why: str, day: str) -> FileResponse:
    return workbook(file, f"nguoi-can-van-dong-{why}-{day}.xlsx")


def _count(visitor: Visitor, asked: Reach) -> int:
    return count_to_reach(visitor.build, visitor.scope, purpose_of(visitor) or Purpose.STEER, asked)


def _check_count(visitor: Visitor, asked: Reach, most: int) -> None:
    """Raises TooManyPeople."""
    count = _count(visitor, asked)
    if count > most:
        raise TooManyPeople(count=format_count(count), most=format_count(most))


def _all(visitor: Visitor, asked: Reach, page_name: str) -> list[ReachHousehold]:
    """All households of the list, which the visitor has then looked at."""
    purpose = purpose_of(visitor) or Purpose.STEER
    households = households_to_visit(visitor.build, visitor.scope, purpose, asked)
    visitor.looked(people_shown(households), purpose, page_name)
    return households
