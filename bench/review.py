"""How fast the review answers with many open pairs, beside a home with few: `python -m bench.review`.

The homes are made up: of every three rows two are namesakes of one hamlet, born on the same day, and the
third is a card that may be of either, so that each card leaves two pairs open. One visitor asks for a page
over and over, in this process: measured are the server's own time, and how often it asks the databases.
"""

import argparse
import csv
import logging
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any

from django.test import Client
from django_otp import DEVICE_ID_SESSION_KEY

from baophu.base.home import Home
from baophu.base.scope import Purpose, Scope
from baophu.builds.reviewing import Pair, Where, queue
from baophu.cli.output import as_table
from baophu.lists.reading import read_file
from baophu.store.actions.accounts import add_account
from baophu.store.actions.builds import build
from baophu.store.actions.lists import keep_lists
from baophu.store.actions.office import make_home
from baophu.store.actions.sessions import begin_session
from baophu.store.gathering import open_current
from baophu.store.questions import account_named, home_places
from baophu.store.roles import Role

FEW, MANY = 1_000, 100_000
TIMES, ANSWERS = 20, 300
AREA, DAY = "614@", date(2023, 9, 30)
COMMUNES = ("Đăk Kôi", "Đăk Tơ Lung", "Đăk Ruồng", "Đăk Pne", "Đăk Tờ Re", "Tân Lập", "Đăk Rve")
COMMUNE, HAMLETS = "23497@", 10
SYLLABLES = (
    "An", "Bảo", "Bình", "Châu", "Cường", "Dung", "Duy", "Đào", "Đức", "Giang", "Hà", "Hạnh", "Hiếu", "Hoa",
    "Hùng", "Hương", "Khánh", "Lan", "Liên", "Linh", "Long", "Mai", "Minh", "Nam", "Nga", "Ngọc", "Nhung",
    "Oanh", "Phong", "Phúc", "Quân", "Quý", "Sơn", "Tâm", "Thanh", "Thảo", "Thắng", "Thu", "Trang", "Tuấn",
    "Uyên", "Vân", "Việt", "Vinh", "Xuân", "Yến",
)  # fmt: skip
EVERYTHING = Scope(purposes=frozenset(Purpose), units=None)
COLUMNS = {
    "page": "page",
    "few": "ms, few",
    "many": "ms, many",
    "ratio": "ratio",
    "clock": "ms by the clock, many",
    "queries": "queries",
}

# File, title, headings, rows.
type List = tuple[str, str, list[str], Iterable[list[Any]]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=MANY, help="in the larger home")
    given = parser.parse_args()
    logging.disable(logging.WARNING)
    few, many = (measure(pairs) for pairs in (FEW, given.pairs))
    print(f"{few['pairs']:,} and {many['pairs']:,} open pairs")
    rows = [
        {
            "page": name,
            "few": f"{few['ms'][name]:.1f}",
            "many": f"{many['ms'][name]:.1f}",
            "ratio": f"{many['ms'][name] / few['ms'][name]:.2f}",
            "clock": f"{many['clock'][name]:.1f}",
            "queries": f"{few['queries'][name]} {many['queries'][name]}",
        }
        for name in many["ms"]
    ]
    print(as_table(rows, COLUMNS))


def measure(pairs: int) -> dict[str, Any]:
    """A home made for so many pairs: how many are open; page → milliseconds (`ms`, `clock`) and queries."""
    with TemporaryDirectory() as folder:
        _make(Path(folder), pairs)
        officer = _client("officer")
        local = _client("local", COMMUNE)
        found = queue(open_current(), EVERYTHING, Where(), most=pairs)
        first = _address(found[0])
        looks: dict[str, Callable[[], Any]] = {
            "queue, first page": lambda: officer.get("/review"),
            "queue, far down": lambda: officer.get("/review", {"after": len(found) - 30}),
            "queue of a commune": lambda: officer.get("/review", {"area": COMMUNE}),
            "queue of a hamlet": lambda: officer.get("/review", {"hamlet": f"{COMMUNE}/01"}),
            "queue, who sees one commune": lambda: local.get("/review"),
            "pair": lambda: officer.get(first),
            "person": lambda: officer.get(f"/people/{found[0].who['person']}"),
            "people to verify": lambda: officer.get("/people?why=verify"),
        }
        told = {name: _timed(look, TIMES) for name, look in looks.items()}
        answers = iter(found)
        told["answer"] = _timed(lambda: _say(officer, next(answers)), min(ANSWERS, len(found) // 2))
        told["queue after these answers"] = _timed(looks["queue, first page"], TIMES)
        by_page = [{name: one[place] for name, one in told.items()} for place in range(3)]
        return {"pairs": len(found)} | dict(zip(("ms", "clock", "queries"), by_page, strict=True))


def _timed(look: Callable[[], Any], times: int) -> tuple[float, float, int]:
    """The median milliseconds of the processor and by the clock, and the queries of one more look.

    On a machine that has other things to do only the processor's tell.
    """
    look()
    spent: list[tuple[float, float]] = []
    for _time in range(times):
        begun = time.process_time(), time.perf_counter()
        answer = look()
        spent.append((time.process_time() - begun[0], time.perf_counter() - begun[1]))
        assert answer.status_code in (200, 302), answer.status_code
    with _counting() as calls:
        look()
    processor, clock = (median(one) * 1000 for one in zip(*spent, strict=True))
    return processor, clock, len(calls)


def _say(client: Client, one: Pair) -> Any:
    return client.post(f"{_address(one)}/decide", {"verdict": "different"})


def _address(one: Pair) -> str:
    return f"/review/{one.list_number}/{one.row}/{one.who['person']}"


def _client(name: str, *units: str) -> Client:
    role, operator = Role.INSURANCE_OFFICER, account_named(None)
    account = add_account(by=operator, name=name, role=role, full_name=name, units=units)
    client = Client()
    client.force_login(account)
    session: Any = client.session
    session[DEVICE_ID_SESSION_KEY] = name
    begin_session(session, account)
    session.save()
    client.cookies["sessionid"] = session.session_key
    return client


@contextmanager
def _counting() -> Iterator[list[str]]:
    """The calls that ask a database in a block, of whichever database."""
    asked: list[str] = []

    def note(_frame: FrameType, event: str, called: Any) -> None:
        if event == "c_call" and called.__name__ in ("execute", "executemany"):
            asked.append(called.__qualname__)

    sys.setprofile(note)
    try:
        yield asked
    finally:
        sys.setprofile(None)


def _make(folder: Path, pairs: int) -> None:
    """A home with so many open pairs."""
    operator = make_home(home=Home(folder / "home"), area=AREA, on=DAY, operator="operator").operator
    for name, title, headings, rows in (_residents(pairs), _cards(pairs)):
        path = folder / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([[title], [f"(tính đến ngày {DAY:%d/%m/%Y})"], headings, *rows])
        keep_lists(by=operator, path=path, tables=read_file(path, places=home_places(), sender="Công an"))
    build(by=operator)


def _residents(pairs: int) -> List:
    headings = ["STT", "Mã hộ", "Họ và tên", "Ngày sinh", "Giới tính", "Quan hệ", "Thôn", "Xã"]
    rows = (
        [2 * number + twin, f"H{2 * number + twin}", *_who(number), "Nam", "Chủ hộ", *_where(number)]
        for number in range(pairs // 2)
        for twin in (1, 2)
    )
    return "nhan-khau.csv", "DANH SÁCH NHÂN KHẨU HUYỆN KON RẪY", headings, rows


def _cards(pairs: int) -> List:
    headings = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Mã số BHXH", "Thôn", "Xã", "Hạn thẻ đến"]
    rows = (
        [number + 1, *_who(number), "Nam", f"62{number:08}", *_where(number), "31/12/2023"]
        for number in range(pairs // 2)
    )
    return "the-bhyt.csv", "DANH SÁCH NGƯỜI THAM GIA BHYT HUYỆN KON RẪY", headings, rows


def _who(number: int) -> tuple[str, str]:
    """A name of their own, and a day of birth."""
    rest, last = divmod(number, len(SYLLABLES))
    first, middle = divmod(rest, len(SYLLABLES))
    name = " ".join(("Nguyễn", SYLLABLES[first], SYLLABLES[middle], SYLLABLES[last]))
    return name, f"{date(1950, 1, 1) + timedelta(days=number % 20_000):%d/%m/%Y}"


def _where(number: int) -> tuple[str, str]:
    place, hamlet = divmod(number, HAMLETS)
    return f"Thôn {hamlet + 1}", COMMUNES[place % len(COMMUNES)]


if __name__ == "__main__":
    main()
