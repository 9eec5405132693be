"""Which role may write what. Reading people is another matter: see `scopes`."""

from baophu.base.errors import UserError
from baophu.base.words import N_, _
from baophu.store.models import Account
from baophu.store.roles import ROLE_WORDS, Role

ADMIN_ONLY = frozenset({Role.ADMIN})
OFFICE = frozenset({Role.ADMIN, Role.INSURANCE_OFFICER})
HAND_OUT = OFFICE | {Role.COMMUNE_OFFICIAL}
SEE_PEOPLE = HAND_OUT | {Role.HAMLET_HEAD, Role.COLLECTOR, Role.EDUCATION}
EVERYONE = frozenset(Role)
STEERING = OFFICE | {Role.LEADER}
# Those who supervise look on; they move nothing.
WORKING = EVERYONE - {Role.SUPERVISOR}

# Action → the roles that may do it; to read a log is one too.
MAY: dict[str, frozenset[Role]] = {
    "make_home": ADMIN_ONLY,
    "make_account": ADMIN_ONLY,
    "change_account": ADMIN_ONLY,
    "deactivate_account": ADMIN_ONLY,
    "activate_account": ADMIN_ONLY,
    "invite": ADMIN_ONLY,
    "accept_invitation": EVERYONE,
    "log_in": EVERYONE,
    "log_in_failed": EVERYONE,
    "log_out": EVERYONE,
    "lock": EVERYONE,
    "unlock": ADMIN_ONLY,
    "end_sessions": EVERYONE,
    "change_password": EVERYONE,
    "enrol_second_factor": EVERYONE,
    "make_backup_codes": EVERYONE,
    "reset_second_factor": ADMIN_ONLY,
    "read_access_log": OFFICE | {Role.SUPERVISOR},
    "read_audit": ADMIN_ONLY,
    "set_letterhead": OFFICE,
    "keep_lists": OFFICE,
    "withdraw_list": OFFICE,
    "restore_list": OFFICE,
    "remember_correction": OFFICE,
    "forget_correction": OFFICE,
    "remove_old_work": ADMIN_ONLY,
    "take_upload": OFFICE,
    "correct_upload": OFFICE,
    "keep_upload": OFFICE,
    "drop_upload": OFFICE,
    "start_job": SEE_PEOPLE | {Role.LEADER},
    "add_hamlets": OFFICE,
    "set_class": OFFICE,
    "set_target": STEERING,
    "withdraw_target": STEERING,
    "set_denominator": OFFICE,
    "decide_link": OFFICE,
    "undo_link": OFFICE,
    "set_one_decides": ADMIN_ONLY,
    "set_expected_list": OFFICE,
    "end_expected_list": OFFICE,
    "write_reminder": OFFICE,
    "build": OFFICE,
    "record_report": OFFICE | {Role.LEADER, Role.COMMUNE_OFFICIAL},
    "read_people_file": SEE_PEOPLE,
    "make_worklist": HAND_OUT,
    "close_worklist": HAND_OUT,
    "reopen_worklist": HAND_OUT,
    "receive_visits": HAND_OUT,
    "unmask_person": HAND_OUT,
    "record_visit": HAND_OUT | {Role.HAMLET_HEAD, Role.COLLECTOR},
    "undo_visit": HAND_OUT | {Role.HAMLET_HEAD, Role.COLLECTOR},
    "add_directive": STEERING,
    "set_directive_head": STEERING,
    "take_directive_out": STEERING,
    "judge_item": STEERING,
    "mark_directive_read": WORKING,
    "give_task": STEERING,
    "hand_task": WORKING,
    "move_task": WORKING,
    "undo_task_move": WORKING,
    "extend_task": WORKING,
    "add_evidence": WORKING,
    "remove_evidence": WORKING,
    "restore_evidence": WORKING,
    "make_task_times": STEERING,
    "announce_day": OFFICE,
    "take_back_day": OFFICE,
    "make_feed": EVERYONE,
    "end_feed": EVERYONE,
    "end_feed_of_other": ADMIN_ONLY,
    "note_notices": STEERING,
    "tell_notices": STEERING,
    "mark_read": EVERYONE,
    "choose_mail": EVERYONE,
    "try_mail": ADMIN_ONLY,
    "send_mail_again": ADMIN_ONLY,
    "record_obstacle": WORKING,
    "pass_obstacle": STEERING | {Role.COMMUNE_OFFICIAL},
    "answer_obstacle": WORKING,
    "see_answer": WORKING,
    "close_obstacle": WORKING,
    "read_findings": EVERYONE - {Role.HAMLET_HEAD, Role.COLLECTOR},
    "record_finding": OFFICE | {Role.SUPERVISOR},
    "take_up_finding": STEERING,
    "answer_finding": STEERING,
}
ACTION_WORDS = {
    "make_home": N_("make a home"),
    "make_account": N_("make accounts"),
    "change_account": N_("change accounts"),
    "deactivate_account": N_("deactivate accounts"),
    "activate_account": N_("activate accounts"),
    "invite": N_("invite people"),
    "accept_invitation": N_("accept an invitation"),
    "log_in": N_("log in"),
    "log_in_failed": N_("fail to log in"),
    "log_out": N_("log out"),
    "lock": N_("be locked out"),
    "unlock": N_("unlock accounts"),
    "end_sessions": N_("end other sessions"),
    "change_password": N_("change the password"),
    "enrol_second_factor": N_("set up the second factor"),
    "make_backup_codes": N_("make backup codes"),
    "reset_second_factor": N_("reset the second factor"),
    "read_access_log": N_("read who looked at whom"),
    "read_audit": N_("read the audit"),
    "set_letterhead": N_("change the letterhead"),
    "keep_lists": N_("receive lists"),
    "withdraw_list": N_("withdraw lists"),
    "restore_list": N_("bring withdrawn lists back"),
    "remember_correction": N_("correct how lists are read"),
    "forget_correction": N_("forget how lists were corrected"),
    "remove_old_work": N_("remove finished work that is old"),
    "take_upload": N_("hand in files"),
    "correct_upload": N_("say what a file is"),
    "keep_upload": N_("receive lists"),
    "drop_upload": N_("drop files"),
    "start_job": N_("start longer work"),
    "add_hamlets": N_("make hamlets"),
    "set_class": N_("set classes of areas"),
    "set_target": N_("set targets"),
    "withdraw_target": N_("let targets no longer stand"),
    "set_denominator": N_("set denominators"),
    "decide_link": N_("decide which rows are one person"),
    "undo_link": N_("undo which rows are one person"),
    "set_one_decides": N_("say whether one person suffices to decide who is who"),
    "set_expected_list": N_("say who sends which list"),
    "end_expected_list": N_("say that a list is no longer sent"),
    "write_reminder": N_("write reminders"),
    "build": N_("make a build"),
    "record_report": N_("make reports"),
    "read_people_file": N_("take lists of people as a file"),
    "make_worklist": N_("hand out worklists"),
    "close_worklist": N_("close worklists"),
    "reopen_worklist": N_("open closed worklists again"),
    "receive_visits": N_("receive filled worklists"),
    "unmask_person": N_("see numbers in full"),
    "record_visit": N_("record visits"),
    "undo_visit": N_("undo visits"),
    "add_directive": N_("enter directives"),
    "set_directive_head": N_("mend the head of a directive"),
    "take_directive_out": N_("take out directives entered by mistake"),
    "judge_item": N_("confirm what was read in a directive"),
    "mark_directive_read": N_("say that an office has read a directive"),
    "give_task": N_("give tasks"),
    "hand_task": N_("say who does a task"),
    "move_task": N_("move tasks"),
    "undo_task_move": N_("take back steps of tasks"),
    "extend_task": N_("extend tasks"),
    "add_evidence": N_("add evidence to tasks"),
    "remove_evidence": N_("remove evidence from tasks"),
    "restore_evidence": N_("bring removed evidence of tasks back"),
    "make_task_times": N_("make the days of recurring tasks"),
    "announce_day": N_("enter days off that were announced"),
    "take_back_day": N_("take announced days off back"),
    "make_feed": N_("make an address for a calendar program"),
    "end_feed": N_("end an address of a calendar program"),
    "end_feed_of_other": N_("end others’ addresses of calendar programs"),
    "note_notices": N_("note that offices were told of tasks"),
    "tell_notices": N_("send notices of tasks"),
    "mark_read": N_("mark notices as read"),
    "choose_mail": N_("say whether they get mail"),
    "try_mail": N_("try whether mail arrives"),
    "send_mail_again": N_("send mails again"),
    "record_obstacle": N_("record obstacles"),
    "pass_obstacle": N_("pass obstacles on"),
    "answer_obstacle": N_("answer obstacles"),
    "see_answer": N_("say that an answer was seen"),
    "close_obstacle": N_("close obstacles"),
    "read_findings": N_("read findings of supervision"),
    "record_finding": N_("record findings of supervision"),
    "take_up_finding": N_("give tasks for findings of supervision"),
    "answer_finding": N_("answer findings of supervision"),
}


# What is audited though nobody is signed in.
BEFORE_LOG_IN = frozenset({"log_in_failed", "lock"})


class MayNot(UserError):
    message = N_("The account {name} ({role}) may not {action}.")
    advice = N_("Ask the administrator of this home.")
    exit_code = 12


def may(account: Account, action: str) -> bool:
    """Whether the account may do the action; one that is not active may do nothing."""
    return account.is_active and Role(account.role) in MAY[action]


def check_may(account: Account, action: str) -> None:
    """Raises MayNot."""
    if not may(account, action):
        role = _(ROLE_WORDS[Role(account.role)])
        raise MayNot(name=account.name, role=role, action=_(ACTION_WORDS[action]))
