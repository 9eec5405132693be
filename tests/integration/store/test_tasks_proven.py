"""A task is proven by a file that is kept, by a link, or by a figure looked up in the build of now."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.integration.store.receiving import receive
from tests.integration.store.task_world import RUONG, TAN_LAP, WEEKLY, account, given, row_of
from tests.offices import participants_file, residents_file

from baophu.base.errors import UserError
from baophu.base.home import Home
from baophu.builds.answers import OutsideScope
from baophu.lists.container import OLE2_MAGIC
from baophu.store.actions.builds import build
from baophu.store.actions.evidence import (
    FigureAsked,
    NoSuchEvidence,
    NotALink,
    NothingInIt,
    OneOfThree,
    RateOrPeople,
    UnknownMeasure,
    WantedByGiver,
    add_evidence,
    remove_evidence,
    restore_evidence,
)
from baophu.store.actions.targets import NotACount, NotARate, UnknownScheme, set_target
from baophu.store.actions.tasks import NotInvolved
from baophu.store.evidence_files import NoKindOfEvidence, NotWhatItIsCalled
from baophu.store.gathering import open_current
from baophu.store.models import Account, AuditEntry, ReceivedFile, TaskEvidence
from baophu.store.questions import account_named
from baophu.store.roles import Role
from baophu.store.scopes import scope_of
from baophu.store.task_figures import live_figure
from baophu.store.task_story import story
from baophu.store.tasks import NoSuchTime

FIGURE = FigureAsked(TAN_LAP, "BHYT")


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")


def test_a_file_is_kept_once_as_it_came(home: Home, operator: Account, tmp_path: Path) -> None:
    paper = tmp_path / "bao-cao.txt"
    paper.write_text("Đã rà soát 49 thôn", encoding="utf-8")
    row = row_of(given(operator, "UBND xã Tân Lập"))
    for _twice in range(2):
        evidence = add_evidence(by=operator, number=row.pk, file=paper, note="bản ký")
    file = evidence.file
    assert (home.received / file.sha256 / file.name).read_bytes() == paper.read_bytes()
    assert (ReceivedFile.objects.count(), TaskEvidence.objects.count()) == (1, 2)
    entry = AuditEntry.objects.latest("pk")
    assert (entry.action, entry.values["kind"]) == ("add_evidence", "file")


def test_a_file_of_no_bytes_proves_nothing(home: Home, operator: Account, tmp_path: Path) -> None:
    paper = tmp_path / "bao-cao.txt"
    paper.touch()
    row = row_of(given(operator, "UBND xã Tân Lập"))
    with pytest.raises(NothingInIt, match=r"bao-cao\.txt"):
        add_evidence(by=operator, number=row.pk, file=paper)
    assert not ReceivedFile.objects.exists()


def archive(folder: Path, name: str, holds: str) -> Path:
    with ZipFile(folder / name, "w") as made:
        made.writestr(holds, "x")
    return folder / name


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("bao-cao.pdf", b"%PDF-1.7"), ("QUET.PDF", b"\n%PDF-1.4"), ("anh.JPG", b"\xff\xd8\xff\xe1"),
        ("anh.heic", b"\0\0\0\x18ftypheic"), ("anh.webp", b"RIFF\0\0\0\0WEBP"), ("cu.doc", OLE2_MAGIC),
        ("ghi.txt", "Đã gặp 12 hộ".encode("utf-16")), ("ghi.txt", b"\xa7\xb7 gh\xeap"),
    ],
)  # fmt: skip
def test_pictures_papers_and_texts_prove(operator: Account, tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    row = row_of(given(operator, "UBND xã Tân Lập"))
    assert add_evidence(by=operator, number=row.pk, file=tmp_path / name).file.name == name


@pytest.mark.parametrize(
    ("name", "holds"),
    [("a.docx", "word/document.xml"), ("a.xlsx", "xl/workbook.xml"), ("a.odt", "content.xml")],
)
def test_papers_of_an_office_prove(operator: Account, tmp_path: Path, name: str, holds: str) -> None:
    row = row_of(given(operator, "UBND xã Tân Lập"))
    assert add_evidence(by=operator, number=row.pk, file=archive(tmp_path, name, holds)).file.name == name


@pytest.mark.parametrize("name", ["chay.exe", "trang.html", "anh.svg", "nen.zip", "macro.docm", "khong-duoi"])
def test_other_kinds_are_refused_with_what_is_taken(
    home: Home, operator: Account, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(b"MZ")
    row = row_of(given(operator, "UBND xã Tân Lập"))
    with pytest.raises(NoKindOfEvidence, match=rf"“{name}”[^.]*(.|\n)*pdf, docx, xlsx"):
        add_evidence(by=operator, number=row.pk, file=tmp_path / name)
    assert not ReceivedFile.objects.exists()


@pytest.mark.parametrize("name", ["a.pdf", "a.jpg", "a.docx", "a.doc", "a.txt", "a.webp"])
def test_what_only_bears_the_name_is_refused(operator: Account, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"MZ\0<script>")
    row = row_of(given(operator, "UBND xã Tân Lập"))
    with pytest.raises(NotWhatItIsCalled, match=name):
        add_evidence(by=operator, number=row.pk, file=tmp_path / name)
    if name == "a.docx":
        with pytest.raises(NotWhatItIsCalled):
            add_evidence(by=operator, number=row.pk, file=archive(tmp_path, name, "run.class"))
        (tmp_path / name).write_bytes(b"PK\x03\x04")
        with pytest.raises(NotWhatItIsCalled):
            add_evidence(by=operator, number=row.pk, file=tmp_path / name)


@pytest.mark.parametrize("area", [RUONG, "614"])
def test_a_figure_is_of_a_place_that_is_seen(operator: Account, area: str) -> None:
    row = row_of(given(operator, "UBND xã Tân Lập"))
    official = account(operator, Role.COMMUNE_OFFICIAL, units=[TAN_LAP])
    with pytest.raises(OutsideScope, match="Tân Lập"):
        add_evidence(by=official, number=row.pk, figure=FigureAsked(area, "BHYT"))
    assert add_evidence(by=official, number=row.pk, figure=FIGURE).area == TAN_LAP


def test_a_link_is_an_address(operator: Account) -> None:
    row = row_of(given(operator, "UBND xã Tân Lập"))
    link = "https://konray.example/van-ban/12"
    assert add_evidence(by=operator, number=row.pk, link=link).link == link
    with pytest.raises(NotALink):
        add_evidence(by=operator, number=row.pk, link="javascript:alert(1)")
    with pytest.raises(OneOfThree):
        add_evidence(by=operator, number=row.pk)
    with pytest.raises(OneOfThree):
        add_evidence(by=operator, number=row.pk, link=link, figure=FIGURE)


@pytest.mark.parametrize(
    ("figure", "error"),
    [
        (FigureAsked(TAN_LAP, "BHXX"), UnknownScheme),
        (FigureAsked(TAN_LAP, "BHYT", measure="arrears"), UnknownMeasure),
        (FigureAsked(TAN_LAP, "BHYT", numerator="all"), UnknownMeasure),
        (FigureAsked(TAN_LAP, "BHYT", rate=1_000_001), NotARate),
        (FigureAsked(TAN_LAP, "BHYT", people=0), NotACount),
        (FigureAsked(TAN_LAP, "BHYT", people=3, rate=900_000), RateOrPeople),
    ],
)
def test_a_figure_is_one_that_is_counted(
    plain_home: Home, figure: FigureAsked, error: type[UserError]
) -> None:
    operator = account_named(None)
    row = row_of(given(operator, "UBND xã Tân Lập"))
    with pytest.raises(error):
        add_evidence(by=operator, number=row.pk, figure=figure)
    assert not TaskEvidence.objects.exists()


def test_evidence_is_of_a_time_of_a_recurring_task(operator: Account) -> None:
    row = row_of(given(operator, "UBND xã Tân Lập", rule=WEEKLY, deadline=None, words=""))
    link = "https://konray.example"
    evidence = add_evidence(by=operator, number=row.pk, link=link, due=date(2023, 10, 20))
    assert evidence.occurrence.due == date(2023, 10, 20)
    with pytest.raises(NoSuchTime):
        add_evidence(by=operator, number=row.pk, link=link, due=date(2023, 10, 21))


def test_who_adds_and_removes_evidence(operator: Account) -> None:
    row = row_of(given(operator, "UBND xã Tân Lập"))
    official = account(operator, Role.COMMUNE_OFFICIAL, units=[TAN_LAP])
    evidence = add_evidence(by=official, number=row.pk, link="https://konray.example")
    with pytest.raises(NotInvolved):
        remove_evidence(by=account(operator, Role.EDUCATION), number=evidence.pk)
    assert remove_evidence(by=official, number=evidence.pk).removed_at
    with pytest.raises(NoSuchEvidence):
        remove_evidence(by=official, number=evidence.pk)


def test_a_figure_shows_what_is_and_what_is_missing(plain_home: Home, tmp_path: Path) -> None:
    """Five live in Tân Lập, three of them have a card; the target is 90%: two are missing."""
    operator = account_named(None)
    receive(operator, residents_file(tmp_path))
    receive(operator, participants_file(tmp_path))
    build(by=operator)
    row = row_of(given(operator, "UBND xã Tân Lập"))

    def live(figure: FigureAsked) -> tuple[int, int | None, int | None, bool]:
        evidence = add_evidence(by=operator, number=row.pk, figure=figure)
        found = live_figure(open_current(), scope_of(operator), evidence)
        assert (found.area, found.on, found.denominator) == (TAN_LAP, date(2023, 9, 30), 5)
        assert found.rate == Decimal("60.000000")
        return found.people, found.wanted, found.missing, found.is_reached

    assert live(FIGURE) == (3, None, None, False)
    assert live(FigureAsked("23497", "BHYT", rate=600_000)) == (3, 3, 0, True)
    assert live(FigureAsked(TAN_LAP, "BHYT", people=4)) == (3, 4, 1, False)
    assert live(FigureAsked(TAN_LAP, "BHYT", numerator="residents", rate=610_000)) == (3, 4, 1, False)
    set_target(
        by=operator,
        area=TAN_LAP,
        scheme="BHYT",
        rate=900_000,
        due=date(2023, 12, 31),
        document="12/KH-UBND",
        issuer="UBND huyện",
        decided_on=date(2023, 1, 5),
    )
    assert live(FIGURE) == (3, 5, 2, False)

    elsewhere = account(operator, Role.COMMUNE_OFFICIAL, units=["23488@"])
    with pytest.raises(OutsideScope):
        live_figure(open_current(), scope_of(elsewhere), TaskEvidence.objects.latest("pk"))


def test_what_is_removed_stays_in_the_story_and_is_brought_back(operator: Account) -> None:
    row = row_of(given(operator, "UBND xã Tân Lập"))
    link = add_evidence(by=operator, number=row.pk, link="https://kontum.example/1", note="báo cáo")
    official = account(operator, Role.COMMUNE_OFFICIAL, units=[TAN_LAP])
    remove_evidence(by=official, number=link.pk)
    restore_evidence(by=operator, number=link.pk)
    words = "https://kontum.example/1: báo cáo"
    told = [(one.what, one.by, one.words) for one in story(row)[1:]]
    assert told == [
        ("evidence", operator.name, words),
        ("evidence_removed", official.name, words),
        ("evidence_restored", operator.name, words),
    ]


def test_the_office_does_not_remove_the_figure_that_is_wanted_of_it(operator: Account) -> None:
    row = row_of(given(operator, "UBND xã Tân Lập"))
    wanted = add_evidence(by=operator, number=row.pk, figure=FIGURE)
    official = account(operator, Role.COMMUNE_OFFICIAL, units=[TAN_LAP])
    with pytest.raises(WantedByGiver):
        remove_evidence(by=official, number=wanted.pk)
    own = add_evidence(by=official, number=row.pk, figure=FIGURE)
    colleague = account(operator, Role.COMMUNE_OFFICIAL, "colleague", units=[TAN_LAP])
    remove_evidence(by=colleague, number=own.pk)
    remove_evidence(by=operator, number=wanted.pk)
    with pytest.raises(WantedByGiver):
        restore_evidence(by=official, number=wanted.pk)
