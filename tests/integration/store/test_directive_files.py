"""A directive's file is handed in, read by a worker, and entered, refused, or compared with what is there."""

import zipfile
from pathlib import Path

import pytest
from tests.integration.store.task_world import account
from tests.makers.directives import write_directive
from tests.makers.pdfs import pdf_of_pictures
from tests.web.handing_in import work
from tests.web.letters import LATER, LETTER, hand_in

from baophu.base.home import Home
from baophu.directives.files.refusals import TooBigFile
from baophu.store.actions.directive_files import (
    NotWaiting,
    enter_waiting,
    hand_in_directive,
    let_go_of,
    let_waiting_go,
    waiting,
)
from baophu.store.kept_texts import paragraphs_of
from baophu.store.models import Account, Directive, Job, ReceivedFile, Task
from baophu.store.permissions import MayNot
from baophu.store.prepared import remove_prepared
from baophu.store.questions import account_named
from baophu.store.roles import Role
from baophu.store.waiting_directives import let_go_old

OTHER_DAY = LETTER.replace("ngày 02 tháng 10", "ngày 03 tháng 10")
ENGLISH = "The committee asks every commune to list the residents who have no card before Friday. " * 3


@pytest.fixture
def home(plain_home: Home) -> Home:
    """Files are waited for and kept the same way whatever the database."""
    return plain_home


@pytest.fixture
def letter(operator: Account, tmp_path: Path) -> Directive:
    """The letter, entered."""
    job = hand_in(operator, write_directive(tmp_path / "cong-van-512.docx", LETTER))
    assert job.result["how"] == "new", job.error
    return Directive.objects.get(pk=job.result["directive"])


def left_of(home: Home) -> list[str]:
    """What is left of files that were handed in."""
    return sorted(path.name for path in home.incoming.glob("*"))


def test_what_is_new_is_entered(letter: Directive, home: Home) -> None:
    assert (letter.number, letter.issuer.lower()) == ("512/UBND-VX", "ủy ban nhân dân huyện kon rẫy")
    assert letter.title == "V/v thực hiện chỉ tiêu BHYT"
    assert letter.head_read["places"]["number"]["text"] == "512/UBND-VX"
    assert letter.items.count() == 6
    assert not Task.objects.exists()
    assert left_of(home) == []


def test_the_same_file_again_changes_nothing(
    letter: Directive, operator: Account, home: Home, tmp_path: Path
) -> None:
    job = hand_in(operator, tmp_path / "cong-van-512.docx")
    assert job.result == {"directive": letter.pk, "how": "same_file"}
    assert (Directive.objects.count(), left_of(home)) == (1, [])
    with pytest.raises(NotWaiting):
        waiting(operator, job.pk)


@pytest.mark.parametrize(("text", "how"), [(LATER, "same_head"), (OTHER_DAY, "other_day")])
def test_another_version_waits_and_is_entered_beside(
    letter: Directive, operator: Account, home: Home, tmp_path: Path, text: str, how: str
) -> None:
    job = hand_in(operator, write_directive(tmp_path / "lan-2.docx", text))
    assert job.result == {"directive": letter.pk, "how": how}
    there, read, path = waiting(operator, job.pk)
    assert (there, read["number"], path.name) == (letter, "512/UBND-VX", "lan-2.docx")
    assert Directive.objects.count() == 1
    beside = enter_waiting(by=operator, number=job.pk)
    assert beside != letter and beside.file != letter.file
    assert left_of(home) == []


def test_what_waits_is_let_go(letter: Directive, operator: Account, home: Home, tmp_path: Path) -> None:
    job = hand_in(operator, write_directive(tmp_path / "lan-2.docx", LATER))
    assert len(left_of(home)) == 1
    let_waiting_go(by=operator, number=job.pk)
    assert (left_of(home), Directive.objects.count(), ReceivedFile.objects.count()) == ([], 1, 1)
    with pytest.raises(NotWaiting):
        enter_waiting(by=operator, number=job.pk)


def test_what_nobody_decided_about_goes_after_a_week(
    letter: Directive, operator: Account, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_in(operator, write_directive(tmp_path / "lan-2.docx", LATER))
    let_go_old()
    assert len(left_of(home)) == 1
    monkeypatch.setattr("baophu.store.waiting_directives.DAYS_KEPT", -1)
    let_go_old()
    assert left_of(home) == []


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("quet.pdf", pdf_of_pictures(pages=2), "PicturesOnly"),
        ("hong.docx", b"PK\x03\x04", "DamagedFile"),
        ("letter.txt", ENGLISH.encode(), "OtherLanguage"),
        ("cu.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "UnknownSort"),
        ("500-trang.txt", "\f".join(["Trang này"] * 500).encode(), "TooManyPages"),
        ("dai.txt", ("Bảo hiểm xã hội huyện. " * 30_000).encode(), "TooMuchText"),
    ],
)
def test_of_what_is_refused_nothing_is_kept(
    plain_home: Home, tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    job = hand_in(account_named(None), path)
    assert (job.state, job.error["code"]) == ("failed", code)
    assert name in job.error["vi"] and name in job.error["en"]
    assert (left_of(plain_home), Directive.objects.count(), ReceivedFile.objects.count()) == ([], 0, 0)


@pytest.mark.parametrize(
    ("data", "ends"),
    [(LETTER.encode(), ["new", "same_file", "same_file"]), (ENGLISH.encode(), ["OtherLanguage"] * 3)],
)
def test_the_same_bytes_wait_under_every_name_that_they_came_with(
    plain_home: Home, tmp_path: Path, data: bytes, ends: list[str]
) -> None:
    operator = account_named(None)
    jobs = [
        hand_in_directive(by=operator, name=name, size=len(data), pieces=[data])
        for name in ("cv.txt", "cv (ban sao).txt", "cv.txt")
    ]
    work()
    for job in jobs:
        job.refresh_from_db()
    assert [job.result.get("how") or job.error["code"] for job in jobs] == ends
    assert left_of(plain_home) == []


def test_what_waits_no_more_is_told_without_a_place_of_the_server(plain_home: Home) -> None:
    job = hand_in_directive(by=account_named(None), name="cv.txt", size=1, pieces=[LETTER.encode()])
    let_go_of(job.args)
    work()
    job.refresh_from_db()
    assert job.error["code"] == "NotWaiting"
    assert f"{plain_home.root}" not in job.error["en"] + job.error["vi"]


def test_a_file_with_a_macro_is_entered_and_said(plain_home: Home, tmp_path: Path) -> None:
    path = write_directive(tmp_path / "cong-van.docm", LETTER)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"Sub AutoOpen()")
    hand_in(account_named(None), path)
    assert [one["kind"] for one in Directive.objects.get().problems] == ["macro"]


def test_who_hands_in_and_how_much(plain_home: Home) -> None:
    operator = account_named(None)
    with pytest.raises(MayNot):
        hand_in_directive(by=account(operator, Role.PROVINCE), name="x.txt", size=1, pieces=[b"x"])
    with pytest.raises(TooBigFile):
        hand_in_directive(by=operator, name="x.txt", size=51 << 20, pieces=[b"x"])
    assert not Job.objects.exists()


def test_the_text_is_taken_again_from_the_kept_bytes(letter: Directive, home: Home) -> None:
    text = [one.text for one in paragraphs_of(letter)]
    assert "Số: 512/UBND-VX" in text
    (aside,) = home.prepared.glob("text-*")
    (aside / "paragraphs.json").write_text('[[1, "x", null, []]]', encoding="utf-8")
    assert [one.text for one in paragraphs_of(letter)] == ["x"]
    remove_prepared()
    assert aside.is_dir()
    (aside / "paragraphs.json").unlink()
    assert [one.text for one in paragraphs_of(letter)] == text
