"""Lists on the pages: handed in, looked at, corrected, kept, compared, withdrawn; reports made."""

import re
from pathlib import Path

import pytest
from django.test import Client
from tests.makers.archives import locked
from tests.makers.sheets import rows_of, write_xlsx
from tests.signing_in import sign_in
from tests.web.handing_in import COMMUNE, NEWCOMER, get, hand_in, keep, post, residents, signed_in, work

from baophu.base.home import Home
from baophu.store.actions import uploads
from baophu.store.actions.accounts import add_account
from baophu.store.jobs.worker import work_once
from baophu.store.models import Job, JobState, Look, LookedAt, ReceivedList, Report, Upload
from baophu.store.questions import account_named
from baophu.store.roles import Role


def test_a_file_is_shown_as_it_was_read_and_the_look_is_logged(officer: Client) -> None:
    page = hand_in(officer, ("nhan khau T10.csv", residents()))
    number = Upload.objects.get().pk
    assert f'hx-get="/jobs/{Job.objects.latest("pk").pk}"' in page
    work()
    page = get(officer, f"/lists/uploads/{number}")
    assert "Residents’ list" in page
    assert "31/10/2023" in page
    assert "8 = 5 accepted + 0 to be mended + 3 no data" in page
    assert "062190009999" not in page
    look = Look.objects.latest("pk")
    assert (look.command, look.purpose, look.by.name) == (
        f"lists/uploads/{number}", "link", "insurance_officer",
    )  # fmt: skip


def test_the_way_of_a_list_from_the_file_to_the_figures(officer: Client) -> None:
    hand_in(officer, ("nhan khau T10.csv", residents()))
    work()
    number = Upload.objects.get().pk
    page = post(officer, f"/lists/uploads/{number}/keep")
    assert "Keeping lists" in page
    work_once("test/0/worker")
    keeping = Upload.objects.get().keeping
    page = get(officer, f"/jobs/{keeping.pk}")
    assert "joined 1" in page and "left 1" in page and "changed 1" in page
    assert "Bringing the figures up to date" in page
    work()
    page = get(officer, f"/jobs/{keeping.pk}")
    assert "Done. The figures are those of 31/10/2023." in page
    assert "Participants before" in page
    assert "30/9/2023" in page
    assert "rest on all lists received" in get(officer, "/lists")


def test_who_changed_is_shown_only_where_asked_and_logged(officer: Client) -> None:
    hand_in(officer, ("nhan khau T10.csv", residents()))
    work()
    keep(officer)
    address = f"/lists/{ReceivedList.objects.latest('pk').pk}"
    looks = Look.objects.count()
    page = get(officer, address)
    assert NEWCOMER not in page
    assert Look.objects.count() == looks
    page = get(officer, f"{address}?rows")
    assert NEWCOMER in page
    look = Look.objects.latest("pk")
    assert look.command == address.removeprefix("/")
    seen = LookedAt.objects.filter(look=look)
    assert seen.count() == 3
    assert set(seen.values_list("unit", flat=True)) == {COMMUNE}


def test_progress_is_asked_for_again_until_the_work_has_ended(officer: Client) -> None:
    post(officer, "/lists/up-to-date")
    number = Job.objects.latest("pk").pk
    part = get(officer, f"/jobs/{number}", **{"HX-Request": "true"})
    assert 'hx-trigger="every 1s"' in part
    assert "<html" not in part
    Job.objects.filter(pk=number).update(state=JobState.RUNNING, stage="link", done=1, total=6)
    assert "finding which rows are one person (1/6)" in get(
        officer, f"/jobs/{number}", **{"HX-Request": "true"}
    )
    Job.objects.filter(pk=number).update(state=JobState.DONE)
    assert officer.get(f"/jobs/{number}", headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"


def test_what_a_file_is_can_be_corrected(officer: Client, tmp_path: Path) -> None:
    rows = rows_of("Họ và tên | Ngày sinh | Quan hệ | Thôn | Xã\nA Thui | 1980 | Chủ hộ | Thôn 1 | Tân Lập")
    hand_in(officer, ("x.xlsx", write_xlsx(tmp_path / "x.xlsx", rows).read_bytes()))
    work()
    number = Upload.objects.get().pk
    page = get(officer, f"/lists/uploads/{number}")
    assert "Say below what kind of list it is, then have it read again." in page
    assert "--kind" not in page
    post(officer, f"/lists/uploads/{number}/read", kind="residents", sender="", on="")
    work()
    page = get(officer, f"/lists/uploads/{number}")
    assert "Say the day below, then have the file read again." in page
    assert "--on" not in page
    refused = post(officer, f"/lists/uploads/{number}/read", kind="residents", sender="x", on="31/2/2023")
    assert "is not a day" in refused
    post(officer, f"/lists/uploads/{number}/read", kind="residents", sender="Công an xã", on="2023-10-31")
    work()
    page = get(officer, f"/lists/uploads/{number}")
    assert "Công an xã" in page
    assert "1 rows will be kept" in page


def test_several_files_are_kept_together(officer: Client) -> None:
    files = [(f"{month}.csv", residents(f"28/{month}/2023")) for month in (10, 11)]
    page = hand_in(officer, *files, ("note.csv", b"nothing\nat all"))
    assert "Files that wait to be kept" in page
    work()
    page = get(officer, "/lists")
    assert "No header was found" in page
    numbers = re.findall(r'name="upload" value="(\d+)"', page)
    assert len(numbers) == 2
    post(officer, "/lists/keep", upload=numbers)
    work()
    assert Upload.objects.filter(state="kept").count() == 2
    assert Job.objects.filter(kind="build").count() == 1


def test_a_file_is_dropped(officer: Client) -> None:
    hand_in(officer, ("x.csv", residents()))
    work()
    page = post(officer, f"/lists/uploads/{Upload.objects.get().pk}/drop")
    assert "The file is dropped" in page
    assert "x.csv" not in page


def test_what_cannot_be_taken_is_told(
    officer: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MOST_MEGABYTES", 1)
    page = hand_in(officer, ("big.xlsx", b"0" * (2 << 20)), ("x.csv", residents()))
    assert "big.xlsx has 2 MB; a file handed in here may have 1 MB." in page
    assert [one.name for one in Upload.objects.all()] == ["x.csv"]
    assert "No file was chosen" in post(officer, "/lists/hand-in")
    workbook = write_xlsx(tmp_path / "x.xlsx", [["x"]])
    hand_in(officer, ("locked.xlsx", locked(workbook).read_bytes()))
    work()
    number = Upload.objects.latest("pk").pk
    assert "is protected by a password" in get(officer, f"/lists/uploads/{number}")
    assert "has not been read" in post(officer, f"/lists/uploads/{number}/keep")


def test_the_same_file_twice(officer: Client) -> None:
    for _time in range(2):
        hand_in(officer, ("x.csv", residents()))
    assert Upload.objects.count() == 1
    work()
    keep(officer)
    hand_in(officer, ("x.csv", residents()))
    work()
    number = Upload.objects.latest("pk").pk
    assert "This file was received before" in get(officer, f"/lists/uploads/{number}")
    assert "It was received before; it is kept once." in get(officer, f"/jobs/{keep(officer)}")


def test_a_list_is_withdrawn_and_brought_back(officer: Client) -> None:
    number = ReceivedList.objects.get(kind="participants").pk
    assert "It was not said why" in post(officer, f"/lists/{number}/withdraw", why=" ")
    page = post(officer, f"/lists/{number}/withdraw", why="wrong file")
    assert "wrong file" in page
    assert "The figures still count it." in page
    assert "1 lists came or were withdrawn" in get(officer, "/lists")
    page = post(officer, f"/lists/{number}/restore")
    assert "The list stands again." in page
    assert "The figures still count it." not in page


def test_a_list_not_compared_yet_is_compared_where_asked(officer: Client) -> None:
    one = ReceivedList.objects.filter(kind="residents").earliest("pk")
    assert "No earlier list of this kind and place" in get(officer, f"/lists/{one.pk}")
    ReceivedList.objects.filter(pk=one.pk).update(as_of="2023-08-31")
    later = ReceivedList.objects.get(kind="residents", extents=one.extents, pk=one.pk)
    later.pk, later.key, later.as_of = None, f"{one.key}~2", "2023-09-30"
    later.save()
    assert "It has not been compared yet." in get(officer, f"/lists/{later.pk}")
    post(officer, f"/lists/{later.pk}/compare")
    work()
    assert "joined 0" in get(officer, f"/lists/{later.pk}")


def test_a_list_of_events_takes_no_place_and_is_compared_with_none(officer: Client) -> None:
    births = (
        "DANH SÁCH TRẺ EM ĐĂNG KÝ KHAI SINH XÃ TÂN LẬP THÁNG 10 NĂM 2023\n"
        "STT,Họ và tên,Ngày sinh,Giới tính,Họ tên mẹ,Số GKS,Ngày đăng ký,Thôn\n"
        "1,A Sáng,05/10/2023,Nam,Y Hương,1/2023,10/10/2023,Thôn 1\n"
    )
    hand_in(officer, ("khai sinh.csv", births.encode()))
    work()
    page = get(officer, f"/jobs/{keep(officer)}")
    assert "1 rows kept" in page
    assert "No earlier list" not in page
    assert "What changed since" not in get(officer, f"/lists/{ReceivedList.objects.latest('pk').pk}")


def test_rows_to_mend_are_downloaded_and_that_is_logged(officer: Client) -> None:
    bad = residents() + "6,,01/01/1970,Nam,062070000016,H3,Chủ hộ,Thôn 2,Tân Lập\n".encode()
    hand_in(officer, ("x.csv", bad))
    work()
    keep(officer)
    number = ReceivedList.objects.latest("pk").pk
    assert "Download the rows to mend" in get(officer, f"/lists/{number}")
    assert "062070000016" in get(officer, f"/lists/{number}/rejected")
    assert Look.objects.latest("pk").command == f"lists/{number}/rejected"
    for unit, status in {"23482@": 403, COMMUNE: 200}.items():
        colleague = sign_in(
            add_account(by=account_named(None), name=unit, role="insurance_officer", units=[unit])
        )
        response = colleague.get(f"/lists/{number}/rejected")
        assert response.status_code == status
        response.close()
    other = ReceivedList.objects.earliest("pk").pk
    assert officer.get(f"/lists/{other}/rejected").status_code == 404


def test_the_week_report_is_made_and_downloaded(officer: Client) -> None:
    page = post(officer, "/reports/week")
    assert "Making the week’s report" in page
    work()
    report = Report.objects.get()
    page = get(officer, f"/jobs/{Job.objects.latest('pk').pk}")
    assert "The report is made." in page
    assert all(name in page and name in get(officer, "/reports") for name in report.files)
    word, annex = report.files
    assert "Kon Rẫy" in get(officer, f"/reports/{report.pk}/{word}")
    assert "BHYT" in get(officer, f"/reports/{report.pk}/{annex}")
    assert officer.get(f"/reports/{report.pk}/other.docx").status_code == 404


def test_who_sees_a_part_is_told_why_there_are_no_reports(officer: Client) -> None:
    official = signed_in(Role.COMMUNE_OFFICIAL, COMMUNE)
    assert "this account sees a part of it" in get(official, "/reports")
    assert official.post("/reports/week").status_code == 403


def test_a_leader_makes_reports_and_sees_no_list(officer: Client) -> None:
    leader = signed_in(Role.LEADER)
    assert "Making the week’s report" in post(leader, "/reports/week")
    for address in ("/lists", "/lists/1", "/lists/uploads/1", "/lists/1/rejected"):
        assert leader.get(address).status_code == 403
    for address in ("/lists/hand-in", "/lists/up-to-date", "/lists/keep", "/lists/1/withdraw"):
        assert leader.post(address).status_code == 403


def test_what_is_not_there_is_told(officer: Client) -> None:
    for address in ("/lists/99", "/lists/uploads/99", "/jobs/99", "/lists/99/rejected", "/reports/99/x.docx"):
        assert officer.get(address).status_code == 404
    for address in ("/lists/1/nothing", "/lists/uploads/1/nothing", "/lists/uploads/99/drop"):
        assert officer.post(address).status_code == 404


def test_an_empty_home_says_what_comes_first(plain_home: Home) -> None:
    page = get(signed_in(Role.INSURANCE_OFFICER), "/lists")
    assert "No list has been received yet." in page
    assert "Begin with the residents’ list" in page
