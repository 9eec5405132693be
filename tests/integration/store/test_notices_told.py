"""Who is told of what at which stage: whoever has the task, at last whoever gave it and the leaders."""

from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.integration.store.mail_world import FRIDAY, GIVER, MONDAY, at_noon, people, told, with_address
from tests.integration.store.task_world import TAN_LAP, WEEKLY, account, given, row_of

from baophu.base.clock import HANOI
from baophu.base.home import Home
from baophu.directives.asked import Assigned
from baophu.directives.states import State
from baophu.store.actions.accounts import deactivate_account
from baophu.store.actions.mails import choose_mail
from baophu.store.actions.task_notices import mark_read, note_notices, tell_notices
from baophu.store.actions.tasks import hand_task, move_task
from baophu.store.mailing import setup
from baophu.store.mailing.rounds import tell_when_it_is_time
from baophu.store.models import Account, AuditEntry, Mail, MailState, NoticeDay, TaskNotice, Told
from baophu.store.permissions import MayNot
from baophu.store.roles import Role
from baophu.store.task_notices import notices_due

SOON, TODAY, LATE, ESCALATED = date(2023, 10, 11), FRIDAY, date(2023, 10, 14), date(2023, 10, 20)


@pytest.fixture
def home(plain_home: Home) -> Home:
    """On SQLite only."""
    return plain_home


@pytest.fixture(autouse=True)
def _mail_is_set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")
    monkeypatch.setenv(setup.HOST, "mail.example")
    monkeypatch.setenv(setup.SENDER, "baophu@konray.example")
    monkeypatch.setenv(setup.ADDRESS, "https://baophu.example")


@pytest.fixture
def accounts(operator: Account) -> dict[str, Account]:
    return people(operator)


def who(day: date, by: Account) -> dict[str, set[str]]:
    """Stage → who is told on a day."""
    tell_notices(by=by, on=day)
    found: dict[str, set[str]] = {}
    for name, stage in Told.objects.filter(notice__on=day).values_list("account__name", "notice__stage"):
        found.setdefault(stage, set()).add(name)
    return found


# day on which it is told, whether it was handed to someone in the office → stage and who is told
HAS_IT, HANDED, URGES = {"lan"}, {"hop"}, {"lanhdao", "vanphong"}


@pytest.mark.parametrize(
    ("day", "handed", "expected"),
    [
        (date(2023, 10, 10), False, {}),
        (SOON, False, {"soon": HAS_IT}),
        (SOON, True, {"soon": HANDED}),
        (TODAY, False, {"today": HAS_IT}),
        (TODAY, True, {"today": HANDED}),
        (LATE, False, {"late": HAS_IT}),
        (LATE, True, {"late": HANDED}),
        (date(2023, 10, 19), False, {"late": HAS_IT}),
        # Whoever has it was not told that it is late, and is told now.
        (ESCALATED, False, {"late": HAS_IT, "escalated": URGES}),
        (ESCALATED, True, {"late": HANDED, "escalated": URGES}),
    ],
)
def test_who_is_told_at_which_stage(
    day: date, handed: bool, expected: dict[str, set[str]], accounts: dict[str, Account], operator: Account
) -> None:
    row = row_of(given(operator, "UBND xã Tân Lập"))
    if handed:
        hand_task(by=operator, number=row.pk, to=account(operator, Role.COLLECTOR, "hop", units=[TAN_LAP]))
    assert who(day, operator) == expected


def test_stage_by_stage_each_is_told_once(accounts: dict[str, Account], operator: Account) -> None:
    given(operator, "UBND xã Tân Lập")
    found = [who(date(2023, 10, day), operator) for day in range(10, 25)]
    assert [one for one in found if one] == [
        {"soon": HAS_IT},
        {"today": HAS_IT},
        {"late": HAS_IT},
        {"escalated": URGES},
    ]


def test_who_only_supports_is_told_before_but_is_never_late(
    accounts: dict[str, Account], operator: Account
) -> None:
    given(operator, "UBND xã Tân Lập", Assigned("UBND xã Đắk Ruồng", supports=True))
    assert who(SOON, operator) == {"soon": {"lan", "minh"}}
    assert who(ESCALATED, operator) == {"late": HAS_IT, "escalated": URGES}


def test_nobody_is_told_of_what_is_done_withdrawn_or_undated(
    accounts: dict[str, Account], operator: Account
) -> None:
    done, withdrawn = (row_of(given(operator, "UBND xã Tân Lập")) for _each in range(2))
    given(operator, "UBND xã Tân Lập", deadline=None, words="")
    move_task(by=operator, number=done.pk, to=State.REPORTED, on=FRIDAY)
    move_task(by=operator, number=withdrawn.pk, to=State.WITHDRAWN)
    assert who(MONDAY, operator) == {}


def test_one_mail_a_person_holds_all_of_a_day(accounts: dict[str, Account], operator: Account) -> None:
    """A late task, a weekly report due soon, and one due today: one mail, the most pressing first."""
    given(operator, "UBND xã Tân Lập", "UBND xã Đắk Ruồng")
    given(operator, "UBND xã Tân Lập", action="Báo cáo tuần", rule=WEEKLY, deadline=None, words="")
    today = given(operator, "UBND xã Tân Lập", action="Gửi <hồ sơ>", deadline=date(2023, 10, 19), words="")
    tell_notices(by=operator, on=date(2023, 10, 19))
    mails = {one.to.name: one for one in Mail.objects.select_related("to")}
    assert set(mails) == {"lan", "minh"}
    mail = mails["lan"]
    expected = "2 nhiệm vụ quá hạn, 1 nhiệm vụ đến hạn hôm nay, 1 nhiệm vụ sắp đến hạn"
    assert mail.subject == f"[Bao Phủ] {expected} – 19/10/2023"
    places = [mail.plain.index(text) for text in ("QUÁ HẠN (2)", "Rà soát", "Gửi <hồ sơ>", "hạn 20/10/2023")]
    assert places == sorted(places)
    assert "hạn 20/10/2023 (hằng tuần) – mới giao" in mail.plain
    address = f"https://baophu.example/tasks/{row_of(today).pk}"
    assert f"{address}\n" in mail.plain and f'href="{address}"' in mail.html
    assert "Gửi &lt;hồ sơ&gt;" in mail.html
    assert Told.objects.filter(account__name="lan", mail=mail).count() == 4


def test_whoever_has_and_urges_a_task_reads_it_once(accounts: dict[str, Account], operator: Account) -> None:
    given(operator, GIVER)
    tell_notices(by=operator, on=ESCALATED)
    mail = Mail.objects.get(to__name="vanphong")
    assert mail.subject == "[Bao Phủ] 1 nhiệm vụ cần đôn đốc – 20/10/2023"
    assert mail.plain.count("Rà soát") == 1
    assert Told.objects.filter(mail=mail).count() == 2


def test_mail_goes_to_those_who_have_an_address_and_want_it(
    accounts: dict[str, Account], operator: Account
) -> None:
    given(operator, "UBND xã Tân Lập", "UBND xã Đắk Ruồng")
    choose_mail(by=accounts["lan"], wants=False)
    with_address(accounts["minh"]).email = ""
    accounts["minh"].save()
    assert who(MONDAY, operator) == {"late": {"lan", "minh"}}
    assert not Mail.objects.exists()
    assert mark_read(by=accounts["lan"]) == 1
    assert mark_read(by=accounts["lan"]) == 0


def test_without_a_mail_server_people_are_told_in_the_pages(
    accounts: dict[str, Account], operator: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(setup.HOST)
    given(operator, "UBND xã Tân Lập")
    assert who(MONDAY, operator) == {"late": {"lan"}}
    assert not Mail.objects.exists()


def test_a_mail_speaks_the_language_of_its_reader(accounts: dict[str, Account], operator: Account) -> None:
    given(operator, "UBND xã Tân Lập")
    choose_mail(by=accounts["lan"], language="en")
    tell_notices(by=operator, on=MONDAY)
    mail = Mail.objects.get()
    assert mail.subject == "[Bao Phủ] Overdue: 1 – 16/10/2023"
    assert "due 13/10/2023, 3 days late" in mail.plain
    assert '<html lang="en">' in mail.html


def test_what_nobody_can_be_told_waits_for_an_account(operator: Account) -> None:
    given(operator, "UBND xã Tân Lập", "Công an huyện")
    assert who(LATE, operator) == {}
    assert NoticeDay.objects.get().nobody == ["Công an huyện", "UBND xã Tân Lập"]
    assert {one.office for one in notices_due(operator, LATE)} == {"Công an huyện", "UBND xã Tân Lập"}
    account(operator, Role.COMMUNE_OFFICIAL, "lan", units=[TAN_LAP])
    assert who(MONDAY, operator) == {"late": {"lan"}}


def test_what_offices_were_told_by_voice_is_told_to_nobody_again(
    accounts: dict[str, Account], operator: Account
) -> None:
    given(operator, "UBND xã Tân Lập")
    note_notices(by=operator, notices=notices_due(operator, LATE), on=LATE)
    assert who(MONDAY, operator) == {}


def test_who_left_is_not_told_and_the_office_is(accounts: dict[str, Account], operator: Account) -> None:
    row = row_of(given(operator, "UBND xã Tân Lập"))
    gone = account(operator, Role.COLLECTOR, "hop", units=[TAN_LAP])
    hand_task(by=operator, number=row.pk, to=gone)
    deactivate_account(by=operator, account=gone)
    assert who(MONDAY, operator) == {"late": {"lan"}}


def test_only_those_who_steer_make_notices_and_it_is_audited(
    accounts: dict[str, Account], operator: Account
) -> None:
    given(operator, "UBND xã Tân Lập")
    with pytest.raises(MayNot):
        tell_notices(by=accounts["lan"], on=MONDAY)
    tell_notices(by=accounts["lanhdao"], on=MONDAY)
    entry = AuditEntry.objects.latest("pk")
    told_of = {"day": "2023-10-16", "count": 1, "people": 1, "mails": 1, "nobody": 0}
    assert (entry.action, entry.values) == ("tell_notices", told_of)
    tell_notices(by=accounts["lanhdao"], on=MONDAY)
    assert AuditEntry.objects.latest("pk") == entry


def test_notices_of_a_day_are_made_from_seven_on_and_once(
    accounts: dict[str, Account], operator: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(operator, "UBND xã Tân Lập")
    tell_when_it_is_time(datetime(2023, 10, 16, 6, 59, tzinfo=HANOI))
    assert not NoticeDay.objects.exists()
    monkeypatch.setenv(setup.NOTICES_AT, "8:x")
    tell_when_it_is_time(at_noon(MONDAY))
    assert not NoticeDay.objects.exists()
    monkeypatch.setenv(setup.NOTICES_AT, "06:30")
    tell_when_it_is_time(datetime(2023, 10, 16, 6, 59, tzinfo=HANOI))
    assert told() == [("lan", "late", "UBND xã Tân Lập")]
    given(operator, "UBND xã Tân Lập", action="hôm nay", deadline=MONDAY, words="")
    tell_when_it_is_time(at_noon(MONDAY))
    assert TaskNotice.objects.count() == Mail.objects.count() == 1


@pytest.mark.parametrize(
    ("days", "subjects"),
    [
        # Tết of 2026: off from 16 to 20 February. The task is due on Friday the 13th.
        (["2026-02-11"], ["1 nhiệm vụ sắp đến hạn – 11/2/2026"]),
        (["2026-02-14", "2026-02-17"], ["1 nhiệm vụ quá hạn – 14/2/2026"]),
        (["2026-02-11", "2026-02-25"],
         ["1 nhiệm vụ sắp đến hạn – 11/2/2026", "1 nhiệm vụ quá hạn – 25/2/2026"]),
        (["2026-02-27"], ["1 nhiệm vụ quá hạn – 27/2/2026"]),
    ],
)  # fmt: skip
def test_after_days_off_there_is_one_mail_not_five(
    days: list[str],
    subjects: list[str],
    accounts: dict[str, Account],
    operator: Account,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given(operator, "UBND xã Tân Lập", deadline=date(2026, 2, 13), words="")
    for day in days:
        monkeypatch.setenv("BAOPHU_TODAY", day)
        tell_when_it_is_time(at_noon(date.fromisoformat(day)))
        Mail.objects.update(state=MailState.SENT)
    mails = Mail.objects.filter(to__name="lan").order_by("pk").values_list("subject", flat=True)
    assert list(mails) == [f"[Bao Phủ] {subject}" for subject in subjects]


def test_the_number_of_queries_does_not_hang_on_that_of_tasks(
    accounts: dict[str, Account], operator: Account
) -> None:
    def queries(day: date) -> int:
        with CaptureQueriesContext(connection) as asked:
            tell_notices(by=operator, on=day)
        return len(asked)

    for _each in range(2):
        given(operator, "UBND xã Tân Lập")
    tell_notices(by=operator, on=SOON)
    of_two = queries(TODAY)
    for _each in range(8):
        given(operator, "UBND xã Tân Lập", deadline=date(2023, 10, 20), words="")
    assert queries(date(2023, 10, 18)) <= of_two
