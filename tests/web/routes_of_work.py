"""The addresses of directives, tasks, obstacles, findings, notices and the calendar: see `routes`."""

from tests.web import calendar_asked, directives_asked, obstacles_asked, tasks_asked
from tests.web.pages_office import HAMLET, PagesOffice
from tests.web.route import (
    ADMIN_ONLY,
    EVERYONE,
    NOT_THERE,
    OFFICE,
    READ_FINDINGS,
    STEER,
    STEERING,
    WORK,
    Route,
    numbered,
    posts,
    with_forms,
)
from tests.web.walking import Asked

from baophu.store.models import TaskEvidence, TaskMove, Told
from baophu.store.roles import Role

TASKS = {
    "tasks": Route(EVERYONE),
    "task_list": Route(
        EVERYONE,
        lambda office: [Asked(), Asked(query=tasks_asked.A_CHOICE), Asked(query=tasks_asked.NO_CHOICE)],
    ),
    "task_print": Route(EVERYONE, lambda office: [Asked(query=tasks_asked.A_CHOICE)]),
    "task_file": Route(EVERYONE, lambda office: [Asked(query=tasks_asked.A_CHOICE)]),
    "tasks_together": Route(
        WORK,
        posts({"confirm": "1", "task": "1"}, {"hand": "1", "task": "1@2023-10-06", "to": "x"}, {"task": "x"}),
    ),
    "new_task": Route(
        STEERING,
        with_forms(
            tasks_asked.A_TASK, tasks_asked.A_TASK | {"preview": "1"}, {"deadline": "x"}, {"more": "1"}, {}
        ),
    ),
    "my_tasks": Route(EVERYONE, lambda office: [Asked(), Asked(query="moved=1"), Asked(query="moved=x")]),
    "task": Route(EVERYONE, tasks_asked.each, hidden=True),
    "task_move": Route(
        WORK, tasks_asked.forms({"to": "confirmed"}, {"to": "x"}, {"on": "x", "to": "doing"}), hidden=True
    ),
    "task_undo": Route(WORK, tasks_asked.of_first(TaskMove)),
    "task_hand": Route(WORK, tasks_asked.forms({"to": "x"}, {}), hidden=True),
    "task_extend": Route(WORK, tasks_asked.forms({"until": "2023-11-01"}, {}), hidden=True),
    "task_prove": Route(
        WORK, tasks_asked.forms({"link": "https://x.example"}, {"area": "x"}, {}), hidden=True
    ),
    "evidence_remove": Route(WORK, tasks_asked.of_first(TaskEvidence)),
    "evidence_restore": Route(WORK, tasks_asked.of_first(TaskEvidence)),
    "evidence_file": Route(EVERYONE, tasks_asked.files, hidden=True),
}
DIRECTIVES = {
    "directives": Route(STEER, lambda office: [Asked(), Asked(query="page=x")]),
    "directive_hand_in": Route(STEERING, posts({})),
    "directive_handed_in": Route(STEERING, directives_asked.handed_in),
    "directive_handed_in_step": Route(STEERING, directives_asked.handed_in_steps),
    "directive_measure": Route(STEER),
    "directive_examples": Route(STEERING),
    "directive": Route(STEER, directives_asked.each),
    "directive_file": Route(STEER, directives_asked.each),
    "directive_head": Route(STEERING, directives_asked.heads),
    "directive_take_out": Route(STEERING, directives_asked.forms({})),
    "directive_sure": Route(STEERING, directives_asked.forms({})),
    "directive_read": Route(
        WORK, directives_asked.forms({"office": "BHXH huyện"}, {"office": "UBND xã Tân Lập", "undo": "1"}, {})
    ),
    "directive_add": Route(STEERING, directives_asked.added),
    "directive_compare": Route(STEERING, directives_asked.each),
    "directive_item": Route(STEERING, directives_asked.items),
    "item_judge": Route(STEERING, directives_asked.judged),
}
FIRST_OBSTACLE = {"kind": "late_card", "words": "Thẻ chậm", "place": HAMLET, "on": "2023-09-30"}
OBSTACLES = {
    "obstacles": Route(
        EVERYONE, lambda office: [Asked(), Asked(query="state=all&kind=x&office=x&days=7&page=9")]
    ),
    "obstacles_print": Route(WORK),
    "obstacles_file": Route(WORK),
    "obstacle_counts": Route(STEER),
    "new_obstacle": Route(WORK, with_forms(FIRST_OBSTACLE, FIRST_OBSTACLE | {"on": "x"}, {"visit": "1"}, {})),
    "obstacle": Route(WORK, obstacles_asked.obstacles),
    "obstacle_step": Route(WORK, obstacles_asked.obstacle_steps),
}
FINDINGS = {
    "findings": Route(READ_FINDINGS, lambda office: [Asked(), Asked(query="became=open&page=9")]),
    "findings_file": Route(READ_FINDINGS, lambda office: [Asked(), Asked(query="became=x")]),
    "new_finding": Route(
        OFFICE | {Role.SUPERVISOR}, with_forms({"words": "x", "found_by": "x"}, {"on": "x"}, {})
    ),
    "finding": Route(READ_FINDINGS, obstacles_asked.findings),
    "finding_step": Route(OFFICE | {Role.LEADER}, obstacles_asked.finding_steps),
}


def notices_told(office: PagesOffice) -> list[Asked]:
    """What others were told is not there."""
    return [*numbered(Told)(office), Asked({"number": 0}, answers=NOT_THERE)]


NOTICES = {
    "notices": Route(EVERYONE, lambda office: [Asked(), Asked(query="before=1"), Asked(query="before=x")]),
    "notice": Route(EVERYONE, notices_told, hidden=True),
    "notices_read": Route(EVERYONE, posts({})),
    "own_mail": Route(EVERYONE, posts({}, {"wants": "1"})),
    "mail": Route(ADMIN_ONLY),
    "mail_try": Route(ADMIN_ONLY, posts({})),
    "mail_again": Route(ADMIN_ONLY, posts({}, {"number": "1"}, {"number": "x"})),
}
CALENDAR = {
    "task_calendar": Route(EVERYONE, calendar_asked.months),
    "calendar_feeds": Route(EVERYONE),
    "make_feed": Route(EVERYONE, posts({"of": "own"}, {"of": "x"})),
    "end_feed": Route(EVERYONE, calendar_asked.ended),
    "calendar_feed": Route(EVERYONE, calendar_asked.feeds, before_log_in=True),
    "days_off": Route(EVERYONE),
    "announce_days": Route(OFFICE, posts(calendar_asked.DAYS, {"first": "x"}, {})),
    "take_back_days": Route(OFFICE, posts(calendar_asked.DAYS, {})),
    "days_kept": Route(STEER, calendar_asked.periods),
    "days_kept_file": Route(STEER, calendar_asked.periods),
}

WORK_ROUTES = TASKS | DIRECTIVES | OBSTACLES | FINDINGS | NOTICES | CALENDAR
