"""A received file is kept as it came, its rows beside it, both under the hash of the bytes."""

import hashlib
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.makers.sheets import DAY, KON_RAY, read_rows, rows_of, write_xlsx

from baophu.base.home import Home
from baophu.lists.keeping import KeptTable, extents, keep
from baophu.lists.reading import READER_VERSION, read_file

SHEET = rows_of("Họ và tên | Năm sinh | Quan hệ | Xã | Thôn\nA Thui | 1980 | Chủ hộ | Đăk Kôi | Thôn 1")
HOME = KON_RAY.home_provinces(DAY)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def kept(home: Home, path: Path) -> list[KeptTable]:
    tables = read_file(path, places=KON_RAY, on=DAY, kind="residents")
    return keep(home, path, tables, home_provinces=KON_RAY.home_provinces)


def test_bytes_and_rows_are_kept(home: Home, tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "nhân khẩu.xlsx", SHEET, sheet="Đăk Kôi")
    (one,) = kept(home, path)
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    assert (home.received / sha256 / "nhân khẩu.xlsx").read_bytes() == path.read_bytes()
    assert one.rows_path == home.rows / sha256 / READER_VERSION / "1.parquet"
    assert one.list_id == f"{sha256[:16]}/Đăk Kôi"
    rows = pq.read_table(one.rows_path)
    assert rows.equals(one.table.clean)
    assert rows.schema.field("birth_date").type == pa.date32()


def test_each_table_is_a_list_of_its_own(home: Home, tmp_path: Path) -> None:
    twice = [*SHEET, [], ["DANH SÁCH NHÂN KHẨU"], ["STT", *SHEET[0]], ["1", *SHEET[1]]]
    path = write_xlsx(tmp_path / "x.xlsx", twice, others={"B": SHEET})
    lists = kept(home, path)
    assert [one.list_id.partition("/")[2] for one in lists] == ["Sheet1", "Sheet1~2", "B"]
    assert [one.rows_path.name for one in lists] == ["1.parquet", "2.parquet", "3.parquet"]


def test_keeping_again_changes_nothing(home: Home, tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "x.xlsx", SHEET)
    assert [one.list_id for one in kept(home, path)] == [one.list_id for one in kept(home, path)]
    files = [found for found in home.root.rglob("*") if found.is_file()]
    assert len(files) == 2


def test_a_full_disk_leaves_nothing_half_written(home: Home, tmp_path: Path) -> None:
    """Where the rows cannot be written nothing stands in their place."""
    path = write_xlsx(tmp_path / "x.xlsx", SHEET)
    home.rows.parent.mkdir(parents=True)
    home.rows.write_text("no folder")
    with pytest.raises(OSError):
        kept(home, path)
    assert [found.name for found in home.received.rglob("*") if found.is_file()] == ["x.xlsx"]


def speaks_for(folder: Path, rows: str, **options: object) -> set[str]:
    return extents(read_rows(folder, rows, **options), HOME)


def test_a_list_of_a_commune_speaks_for_it(tmp_path: Path) -> None:
    rows = "Họ và tên | Năm sinh | Xã | Thôn\nA Thui | 1980 | Đăk Kôi | {}\nA Minh | 1981 | Đăk Kôi | {}"
    assert speaks_for(tmp_path, rows.format("Thôn 1", "Thôn 2"), kind="residents") == {"23482@"}
    assert speaks_for(tmp_path, rows.format("Thôn 1", "Thôn 01"), kind="residents") == {"23482@|1"}
    assert speaks_for(tmp_path, rows.format("", ""), kind="residents") == {"23482@"}


def test_a_list_of_participants_speaks_for_schemes_in_communes(tmp_path: Path) -> None:
    """Cards of other provinces are a list of their own sort."""
    rows = """
        Họ và tên | Mã số BHXH | Xã      | Nơi cấp thẻ | Loại hình
        A Thui    | 6201234567 | Đăk Kôi |             | BHYT
        A Minh    | 6201234568 | Đăk Pne | Kon Tum     | BHYT
        A Dũng    | 6201234569 | Đăk Kôi | Gia Lai     | BHYT
        A Lân     | 6201234560 | Đăk Kôi |             | BHTN
    """
    assert speaks_for(tmp_path, rows, kind="participants") == {
        "BHYT|23482@",
        "BHYT|23491@",
        "BHYT|elsewhere",
        "BHTN|23482@",
    }


def test_schools_arrears_and_events(tmp_path: Path) -> None:
    students = "Trường | Lớp | Họ và tên | Năm sinh\nTHCS Đăk Kôi | 6A | A Thui | 2012"
    arrears = "Tên đơn vị | Số tiền nợ\nCông ty X | 900.000"
    deaths = "Họ và tên | Năm sinh | Ngày chết\nA Thui | 1940 | 3/9/2023"
    assert speaks_for(tmp_path, students, kind="students") == {"thcs dak koi"}
    assert speaks_for(tmp_path, arrears, kind="arrears") == {"all"}
    assert speaks_for(tmp_path, deaths, kind="deaths", on=date(2023, 9, 30)) == set()
