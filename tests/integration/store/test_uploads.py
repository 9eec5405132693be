"""A file handed in is read to be looked at, corrected, kept or dropped; a worker does what takes time."""

import hashlib
import os
import stat
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from tests.integration.store.receiving import receive
from tests.makers.archives import declaring, locked
from tests.makers.sheets import rows_of, write_xlsx
from tests.offices import RESIDENTS, no_list_file, participants_file, residents_file

from baophu.base.home import Home
from baophu.base.scope import Purpose, Scope
from baophu.base.words import speaking
from baophu.engine.aside import rows_aside
from baophu.store import incoming
from baophu.store.actions import uploads
from baophu.store.actions.accounts import make_account
from baophu.store.actions.jobs import start_job
from baophu.store.actions.lists import NoSuchList, ReceivedAgain, restore_list, withdraw_list
from baophu.store.comparisons import changed_rows, comparison, older_lists
from baophu.store.jobs.worker import work_once
from baophu.store.models import Account, AuditEntry, Job, JobKind, JobState, ReceivedList, Upload, UploadState
from baophu.store.permissions import MayNot

EVERYTHING = Scope(purposes=frozenset(Purpose), units=None)


def hand_in(by: Account, path: Path, name: str | None = None) -> Upload:
    data = path.read_bytes()
    return uploads.take_upload(by=by, name=name or path.name, size=len(data), pieces=[data])


def work() -> None:
    """Let a worker do all that waits."""
    while work_once("test/0/worker"):
        pass


def read(by: Account, path: Path) -> Job:
    """Hand a file in and have it read; the reading."""
    number = hand_in(by, path).pk
    work()
    reading: Job = Upload.objects.get(pk=number).reading
    return reading


def error(job: Job) -> str:
    """The words of a job that failed."""
    job.refresh_from_db()
    assert job.state == JobState.FAILED
    return str(job.error["en"])


def test_a_file_is_read_to_be_looked_at_and_nothing_is_kept(
    home: Home, operator: Account, tmp_path: Path
) -> None:
    upload = hand_in(operator, residents_file(tmp_path))
    assert upload.reading.state == JobState.QUEUED
    work()
    upload.refresh_from_db()
    (table,) = upload.reading.result["tables"]
    assert (table["kind"], table["date"], table["header_row"]) == ("residents", "2023-09-30", 3)
    assert (table["rows"], table["accepted"], table["rejected"], table["structure"]) == (8, 5, 0, 3)
    assert table["columns"]["birth_date"] == "Ngày sinh"
    assert not ReceivedList.objects.exists()
    assert (
        stat.S_IMODE(home.incoming.stat().st_mode)
        == stat.S_IMODE(incoming.path_of(upload).parent.stat().st_mode)
        == 0o700
    )


def test_rows_as_read_lie_aside_and_not_in_the_database(operator: Account, tmp_path: Path) -> None:
    reading = read(operator, residents_file(tmp_path))
    upload = Upload.objects.get()
    rows = rows_aside(incoming.preview_of(upload, reading.pk), EVERYTHING, Purpose.LINK)
    accepted = [row["name"] for row in rows if row["state"] == "accepted"]
    assert accepted == ["A Thui", "Y Hương", "A Minh", "Nguyễn Thị Hoa", "Trần Văn Bình"]
    titles = [row["text"] for row in rows if row["state"] == "structure"]
    assert titles[:2] == ["DANH SÁCH NHÂN KHẨU XÃ TÂN LẬP", "(Tính đến ngày 30/9/2023)"]
    assert "A Thui" not in str(reading.result)
    elsewhere = Scope(purposes=frozenset(Purpose), units=frozenset({"23482@"}))
    assert rows_aside(incoming.preview_of(upload, reading.pk), elsewhere, Purpose.LINK) == []


def test_doubtful_rows_are_among_those_shown(operator: Account, tmp_path: Path) -> None:
    more = "".join(
        f"{n},A Lơ,01/01/19{n + 50},Nam,,H{n},Chủ hộ,Thôn 1,Tân Lập\n" for n in range(6, 26)
    )  # fmt: skip
    doubtful = "26,Y Lan,31/02/1990,Nữ,,H26,Chủ hộ,Thôn 1,Tân Lập\n"
    reading = read(operator, residents_file(tmp_path, more + doubtful))
    rows = rows_aside(incoming.preview_of(Upload.objects.get(), reading.pk), EVERYTHING, Purpose.LINK)
    assert sum(row["state"] in ("accepted", "doubtful") for row in rows) == 10
    (shown,) = (row for row in rows if row.get("name") == "Y Lan")
    assert (shown["state"], shown["doubts"]) == ("doubtful", "birth_date:impossible_date")
    assert "impossible_date" in [one["code"] for one in reading.result["tables"][0]["reasons"]]


def test_what_a_file_is_can_be_said_and_it_is_read_again(operator: Account, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(RESIDENTS.replace("(Tính đến ngày 30/9/2023)", ""), encoding="utf-8")
    reading = read(operator, path)
    assert "the day that the list is true for is not said" in error(reading)
    number = Upload.objects.get().pk
    again = uploads.correct_upload(
        by=operator, number=number, kind="residents", sender=" Công an xã ", on=date(2023, 9, 30)
    )
    work()
    again.refresh_from_db()
    (table,) = again.result["tables"]
    assert (table["sender"], table["date"]) == ("Công an xã", "2023-09-30")
    assert again.pk != reading.pk


def test_keeping_makes_lists_and_figures_of_them(home: Home, operator: Account, tmp_path: Path) -> None:
    read(operator, residents_file(tmp_path))
    upload = Upload.objects.get()
    job = uploads.keep_upload(by=operator, number=upload.pk)
    work()
    job.refresh_from_db()
    (kept,) = job.result["lists"]
    one = ReceivedList.standing.get()
    assert (kept["list"], kept["new"], job.result["hamlets"]) == (one.pk, True, 2)
    built = Job.objects.get(pk=job.result["build"])
    assert (built.state, built.result["before"]) == (JobState.DONE, {})
    assert built.result["after"] == {"on": "2023-09-30", "figures": []}
    upload.refresh_from_db()
    assert upload.state == UploadState.KEPT
    assert list(home.incoming.iterdir()) == []


def test_several_files_are_built_once(operator: Account, tmp_path: Path) -> None:
    for path in (residents_file(tmp_path), participants_file(tmp_path)):
        read(operator, path)
    for upload in Upload.objects.all():
        uploads.keep_upload(by=operator, number=upload.pk)
    work()
    assert Job.objects.filter(kind="build").count() == 1
    figures = {row["scheme"]: row for row in Job.objects.get(kind="build").result["after"]["figures"]}
    assert (figures["BHYT"]["participants"], figures["BHYT"]["denominator"]) == (3, 5)


def test_a_keeping_that_was_broken_off_goes_on(operator: Account, tmp_path: Path) -> None:
    """The lists were kept and the bytes moved on, then the worker died: done again, it tells the same."""
    read(operator, residents_file(tmp_path))
    job = uploads.keep_upload(by=operator, number=Upload.objects.get().pk)
    work()
    job.refresh_from_db()
    Job.objects.filter(pk=job.pk).update(state=JobState.QUEUED, result={})
    work()
    again = Job.objects.get(pk=job.pk)
    assert again.result["lists"] == job.result["lists"]
    assert ReceivedList.objects.count() == 1


def test_what_changed_since_the_list_before_is_told(operator: Account, tmp_path: Path) -> None:
    receive(operator, residents_file(tmp_path))
    later = RESIDENTS.replace("30/9/2023", "31/10/2023").replace("Y Hương,05/06/1985", "Y Hương,05/07/1985")
    later = later.replace("5,Trần Văn Bình", "6,Trần Văn An").replace("062088000015", "062088000016")
    path = tmp_path / "thang 10.csv"
    path.write_text(later, encoding="utf-8")
    read(operator, path)
    job = uploads.keep_upload(by=operator, number=Upload.objects.get().pk)
    work()
    job.refresh_from_db()
    change = job.result["lists"][0]["change"]
    assert (change["joined"], change["left"], change["changed"]) == (1, 1, 1)
    assert change["columns"] == {"birth_date": 1}
    older, newer = ReceivedList.standing.all()
    assert (change["older"], older_lists(newer)) == ([older.pk], {older.pk: ("23497@",)})
    assert comparison(newer) == change
    rows = changed_rows(newer, EVERYTHING, Purpose.LINK)
    assert {(row["part"], row["name"]) for row in rows} == {
        ("joined", "Trần Văn An"), ("left", "Trần Văn Bình"), ("changed", "Y Hương"),
    }  # fmt: skip
    withdraw_list(by=operator, number=older.pk, why="sai")
    assert comparison(newer) == {}
    restore_list(by=operator, number=older.pk)
    assert comparison(newer) == change


def test_a_withdrawal_is_undone_unless_the_list_came_again(operator: Account, tmp_path: Path) -> None:
    path = residents_file(tmp_path)
    receive(operator, path)
    one = ReceivedList.objects.get()
    with pytest.raises(NoSuchList):
        restore_list(by=operator, number=one.pk)
    withdraw_list(by=operator, number=one.pk, why="sai tệp")
    assert restore_list(by=operator, number=one.pk).withdrawn_at is None
    withdraw_list(by=operator, number=one.pk, why="sai tệp")
    receive(operator, path)
    with pytest.raises(ReceivedAgain):
        restore_list(by=operator, number=one.pk)


def test_the_same_file_handed_in_twice_waits_once(operator: Account, tmp_path: Path) -> None:
    path = residents_file(tmp_path)
    assert hand_in(operator, path) == hand_in(operator, path, "khác.csv")
    assert Upload.objects.count() == 1


def test_a_file_kept_before_is_kept_once(operator: Account, tmp_path: Path) -> None:
    path = residents_file(tmp_path)
    receive(operator, path)
    read(operator, path)
    job = uploads.keep_upload(by=operator, number=Upload.objects.get().pk)
    work()
    job.refresh_from_db()
    assert [one["new"] for one in job.result["lists"]] == [False]
    assert ReceivedList.objects.count() == 1


def test_a_file_kept_otherwise_stays_to_be_corrected(operator: Account, tmp_path: Path) -> None:
    path = residents_file(tmp_path)
    receive(operator, path, sender="Công an xã")
    read(operator, path)
    number = Upload.objects.get().pk
    job = uploads.keep_upload(by=operator, number=number)
    work()
    assert "is kept already as residents" in error(job)
    uploads.correct_upload(by=operator, number=number, kind="", sender="Công an xã", on=None)
    work()
    uploads.keep_upload(by=operator, number=number)
    work()
    assert Upload.objects.get().state == UploadState.KEPT


def test_a_file_may_be_dropped(home: Home, operator: Account, tmp_path: Path) -> None:
    upload = hand_in(operator, residents_file(tmp_path))
    uploads.drop_upload(by=operator, number=upload.pk)
    work()
    assert list(home.incoming.iterdir()) == []
    with pytest.raises(uploads.NoSuchUpload):
        uploads.keep_upload(by=operator, number=upload.pk)
    assert "does not wait any more" in error(upload.reading)


def test_what_is_being_kept_is_left_alone(operator: Account, tmp_path: Path) -> None:
    read(operator, residents_file(tmp_path))
    number = Upload.objects.get().pk
    uploads.keep_upload(by=operator, number=number)
    for act in (uploads.drop_upload, uploads.keep_upload):
        with pytest.raises(uploads.BeingKept):
            act(by=operator, number=number)


def test_what_nobody_looked_at_for_a_week_is_dropped(home: Home, operator: Account, tmp_path: Path) -> None:
    old = hand_in(operator, residents_file(tmp_path))
    young = hand_in(operator, participants_file(tmp_path))
    Upload.objects.filter(pk=old.pk).update(at=timezone.now() - timedelta(days=8))
    uploads.drop_old_uploads()
    assert [one.name for one in home.incoming.iterdir()] == [str(young.pk)]
    assert AuditEntry.objects.latest("pk").values["waited"] == 7


def test_only_the_office_hands_files_in(operator: Account, tmp_path: Path) -> None:
    leader, _password = make_account(by=operator, name="leader", role="leader")
    with pytest.raises(MayNot):
        hand_in(leader, residents_file(tmp_path))


def test_a_file_of_more_than_100_mb_is_refused_before_it_is_read(home: Home, operator: Account) -> None:
    with pytest.raises(uploads.FileTooBig) as told, speaking("en"):
        uploads.take_upload(by=operator, name="big.xlsx", size=200 << 20, pieces=iter([]))
    assert str(told.value.values) == "{'file': 'big.xlsx', 'size': '200', 'most': 100}"
    assert not home.incoming.exists()


def empty(folder: Path) -> Path:
    path = folder / "empty.xlsx"
    path.write_bytes(b"")
    return path


def picture(folder: Path) -> Path:
    path = folder / "picture.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 100)
    return path


def workbook(folder: Path) -> Path:
    return write_xlsx(folder / "list.xlsx", rows_of("Họ và tên | Ngày sinh\nA Thui | 1980"))


BAD: dict[str, Any] = {
    "is empty": empty,
    "cannot be read as a list": picture,
    "is protected by a password": lambda folder: locked(workbook(folder)),
    "unpacks to": lambda folder: declaring(workbook(folder), 0xFFFFFFF0),
    "No header was found": no_list_file,
}


@pytest.mark.parametrize("words", BAD)
def test_what_cannot_be_read_is_told_in_words(operator: Account, tmp_path: Path, words: str) -> None:
    """Empty, a picture, locked, a bomb, no list at all."""
    reading = read(operator, BAD[words](tmp_path))
    assert words in error(reading)
    with pytest.raises(uploads.NotReadYet):
        uploads.keep_upload(by=operator, number=Upload.objects.get().pk)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../secret", "secret"),
        ("D:\\so lieu\\DS nhân khẩu.xlsx", "DS nhân khẩu.xlsx"),
        (".hidden.csv", "hidden.csv"),
        ("a\x00b\n:c?.csv", "a_b _c_.csv"),
        ("", "tep"),
        ("...", "tep"),
        ("ữ" * 200 + ".xlsx", "ữ" * 58 + ".xlsx"),
    ],
)
def test_a_file_is_called_as_its_sender_called_it_as_far_as_that_is_safe(given: str, kept: str) -> None:
    assert incoming.safe_name(given) == kept


def test_bytes_that_do_not_arrive_whole_leave_nothing(home: Home, operator: Account) -> None:
    def broken() -> Any:
        yield b"x"
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        uploads.take_upload(by=operator, name="x.csv", size=2, pieces=broken())
    assert list(home.incoming.iterdir()) == []
    assert not Upload.objects.exists()


def test_the_hash_is_that_of_the_bytes(operator: Account, tmp_path: Path) -> None:
    path = residents_file(tmp_path)
    assert hand_in(operator, path).sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_build_has_its_charts_drawn(home: Home, operator: Account, tmp_path: Path) -> None:
    """The job of charts follows the build, and draws once."""
    receive(operator, residents_file(tmp_path))
    receive(operator, participants_file(tmp_path))
    start_job(by=operator, kind=JobKind.BUILD)
    work()
    drawn = Job.objects.get(kind=JobKind.CHARTS)
    assert drawn.state == JobState.DONE, drawn.error
    assert (home.builds / drawn.args["build"] / "charts").is_dir()
    start_job(by=operator, kind=JobKind.BUILD)
    work()
    assert Job.objects.filter(kind=JobKind.CHARTS).count() == 1


def test_what_never_arrived_whole_goes_after_a_day(home: Home, operator: Account, tmp_path: Path) -> None:
    folder = incoming.receiving_folder()
    for name in (".arriving-1", ".arriving-2"):
        (folder / name).mkdir()
    for name in ("tmpa.upload.csv", "tmpb.upload.xlsx"):
        (folder / name).touch()
    for name in (".arriving-1", "tmpa.upload.csv"):
        os.utime(folder / name, (0, 0))
    upload = hand_in(operator, residents_file(tmp_path))
    incoming.remove_unfinished()
    assert {path.name for path in folder.iterdir()} == {".arriving-2", "tmpb.upload.xlsx", str(upload.pk)}
