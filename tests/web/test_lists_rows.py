"""What became of each row of a list, rows that come back mended, and tables that are corrected alone."""

import io
from pathlib import Path

import pytest
from django.test import Client
from openpyxl import load_workbook
from tests.makers.sheets import rows_of, write_xlsx
from tests.signing_in import sign_in
from tests.web.handing_in import NEWCOMER, get, hand_in, keep, post, residents, signed_in, text_of, work

from baophu.base.home import Home
from baophu.store.actions.accounts import add_account
from baophu.store.jobs.worker import work_once
from baophu.store.models import Job, JobState, Look, LookedAt, ReceivedList, Upload
from baophu.store.questions import account_named
from baophu.store.roles import Role

UNTITLED = "Họ và tên | Sinh | Quan hệ | Thôn | Xã\nA Thui | 1980 | Chủ hộ | Thôn 1 | Tân Lập"
OTHERS = "Họ và tên | Ngày sinh | Quan hệ | Thôn | Xã\nA Minh | 1990 | Chủ hộ | Thôn 1 | Tân Lập"


@pytest.fixture
def clerk(plain_home: Home) -> Client:
    """An officer of an office that has received nothing yet."""
    return signed_in(Role.INSURANCE_OFFICER)


def two_sheets(path: Path) -> bytes:
    """One whose heading “Sinh” nobody understands, one that is plain; both of 31/10/2023."""
    title = [["DANH SÁCH NHÂN KHẨU (Tính đến ngày 31/10/2023)"]]
    others = {"Hai": [*title, *rows_of(OTHERS)]}
    return write_xlsx(path, [*title, *rows_of(UNTITLED)], sheet="Một", others=others).read_bytes()


def test_a_table_is_corrected_alone_and_the_next_one_is_read_so_by_itself(
    clerk: Client, tmp_path: Path
) -> None:
    hand_in(clerk, ("x.xlsx", two_sheets(tmp_path / "x.xlsx")))
    work()
    number = Upload.objects.get().pk
    page = get(clerk, f"/lists/uploads/{number}")
    assert "Who sent it? The file does not say." in page
    assert "Columns not read" in page
    told = {"sheet": "Một", "part": "1", "kind": "", "sender": "Công an xã Tân Lập", "on": ""}
    columns = {"column-0": "name", "column-1": "birth_date", "column-2": "relation"}
    post(clerk, f"/lists/uploads/{number}/table", **told, **columns)
    work()
    one, other = Upload.objects.get().reading.result["tables"]
    assert one["columns"]["birth_date"] == "Sinh"
    assert (one["sender"], other["sender"]) == ("Công an xã Tân Lập", None)
    post(clerk, f"/lists/uploads/{number}/keep", sender="UBND xã")
    work_once("test/0/worker")
    assert set(ReceivedList.objects.filter(as_of="2023-10-31").values_list("sender", flat=True)) == {
        "Công an xã Tân Lập", "UBND xã",
    }  # fmt: skip
    Job.objects.filter(state=JobState.QUEUED).delete()
    hand_in(clerk, ("y.xlsx", two_sheets(tmp_path / "y.xlsx") + b"\0"))
    work()
    number = Upload.objects.latest("pk").pk
    page = get(clerk, f"/lists/uploads/{number}")
    assert page.count("Read as it was corrected on") == 2
    assert "by insurance_officer" in page
    assert "Who sent it?" not in page
    correction = Upload.objects.latest("pk").reading.result["tables"][0]["correction"]
    post(clerk, f"/lists/uploads/{number}/forget", correction=correction)
    work()
    page = get(clerk, f"/lists/uploads/{number}")
    assert page.count("Read as it was corrected on") == 1
    assert "Columns not read" in page


def test_a_sheet_that_was_not_read_is_said_what_it_is(clerk: Client, tmp_path: Path) -> None:
    title = [["DANH SÁCH NHÂN KHẨU (Tính đến ngày 31/10/2023)"]]
    others = {"Hai": rows_of("Họ và tên | Ngày sinh | Quan hệ\nA Minh | 1990 | Chủ hộ")}
    path = write_xlsx(tmp_path / "x.xlsx", [*title, *rows_of(OTHERS)], sheet="Một", others=others)
    hand_in(clerk, ("x.xlsx", path.read_bytes()))
    work()
    number = Upload.objects.get().pk
    assert "Sheet “Hai” was not read" in get(clerk, f"/lists/uploads/{number}")
    post(clerk, f"/lists/uploads/{number}/table", sheet="Hai", part="1", kind="residents")
    work()
    assert [one["kind"] for one in Upload.objects.get().reading.result["tables"]] == ["residents"] * 2


WRONG = "6,,01/01/1970,Nam,062070000016,H3,Chủ hộ,Thôn 2,Tân Lập\n"
DOUBTED = "7,A Lơ,30/02/1971,Nam,062071000017,H3,Con,Thôn 2,Tân Lập\n"


def test_what_became_of_each_row_is_seen_and_the_look_is_logged(officer: Client) -> None:
    hand_in(officer, ("x.csv", residents() + (WRONG + DOUBTED).encode()))
    work()
    upload = get(officer, f"/lists/uploads/{Upload.objects.latest('pk').pk}")
    assert "Họ và tên: is missing" in upload
    assert "DANH SÁCH NHÂN KHẨU XÃ TÂN LẬP" in upload
    assert "062070000016" not in upload
    keep(officer)
    number = ReceivedList.objects.latest("pk").pk
    assert "Rows to mend (1)" in get(officer, f"/lists/{number}")
    page = get(officer, f"/lists/{number}/rows")
    assert NEWCOMER in page and "A Lơ" in page and "DANH SÁCH NHÂN KHẨU XÃ TÂN LẬP" in page
    assert "062070000016" not in page
    look = Look.objects.latest("pk")
    assert (look.command, LookedAt.objects.filter(look=look).count()) == (f"lists/{number}/rows", 6)
    page = get(officer, f"/lists/{number}/rows?state=rejected")
    assert "Họ và tên: is missing (1)" in page and NEWCOMER not in page
    page = get(officer, f"/lists/{number}/rows?reason=birth_date:impossible_date")
    assert "A Lơ" in page and NEWCOMER not in page
    assert "No row of the list is like this." in get(officer, f"/lists/{number}/rows?page=2")
    colleague = sign_in(
        add_account(by=account_named(None), name="x", role="insurance_officer", units=["23482@"])
    )
    other = text_of(colleague.get(f"/lists/{number}/rows"))
    assert NEWCOMER not in other and "DANH SÁCH" not in other


def test_the_pages_of_a_list_and_of_that_which_mends_it_name_each_other(
    officer: Client, tmp_path: Path
) -> None:
    hand_in(officer, ("x.csv", residents() + WRONG.encode()))
    work()
    keep(officer)
    first = ReceivedList.objects.latest("pk").pk
    response = officer.get(f"/lists/{first}/rejected")
    book = load_workbook(io.BytesIO(b"".join(response)))
    response.close()
    book.active["B4"] = "A Lơ"
    book.save(tmp_path / "sửa.xlsx")
    hand_in(officer, ("sửa.xlsx", (tmp_path / "sửa.xlsx").read_bytes()))
    work()
    upload = get(officer, f"/lists/uploads/{Upload.objects.latest('pk').pk}")
    assert f"It mends rows of list {first}" in upload
    page = get(officer, f"/jobs/{keep(officer)}")
    assert "1 rows kept" in page and "No earlier list" not in page
    second = ReceivedList.objects.latest("pk").pk
    page = get(officer, f"/lists/{second}")
    assert "It mends rows of an earlier list" in page and f'href="/lists/{first}"' in page
    page = get(officer, f"/lists/{first}")
    assert "Of the 1 rows to be mended 1 came back mended" in page and f'href="/lists/{second}"' in page
    assert f"mended by list {second}" in get(officer, f"/lists/{first}/rows?state=rejected")
    post(officer, f"/lists/{first}/withdraw", why="wrong file")
    assert "Withdrawn on" in get(officer, f"/lists/{second}")


def test_headings_that_nobody_understands_are_said_what_they_mean(clerk: Client, tmp_path: Path) -> None:
    """Without them nothing can be read, so the page shows the headings alone."""
    rows = rows_of("Người sau đây | Năm sinh | Giới tính | Thôn | Xã\nA Minh | 1990 | Nam | Thôn 1 | Tân Lập")
    title = [["DANH SÁCH NHÂN KHẨU (Tính đến ngày 31/10/2023)"]]
    hand_in(clerk, ("x.xlsx", write_xlsx(tmp_path / "x.xlsx", [*title, *rows], sheet="Một").read_bytes()))
    work()
    number = Upload.objects.get().pk
    page = get(clerk, f"/lists/uploads/{number}")
    assert "Sheet “Một” was not read" in page and "Người sau đây" in page
    assert "has not been read" in post(clerk, f"/lists/uploads/{number}/keep")
    told = {"sheet": "Một", "part": "1", "kind": "residents", "column-0": "name", "column-1": "birth_date"}
    post(clerk, f"/lists/uploads/{number}/table", **told)
    work()
    (table,) = Upload.objects.get().reading.result["tables"]
    assert table["columns"]["name"] == "Người sau đây"
