"""The week of `docs/tutorial-pages.md`, walked on the pages as its readers walk it.

Each section of the tutorial has its steps here; they give what the pages then show, in both languages.
"""

import io
import re
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.signing_in import sign_in

from baophu.base.home import Home
from baophu.base.words import LANGUAGES
from baophu.cli.running import main
from baophu.store.holders import new_holder
from baophu.store.jobs.worker import work_once
from baophu.store.models import Account, Directive, Job, JobKind
from baophu.store.opening import open_home

# The Friday of the week: what was done on its other days lies behind.
TODAY = "2023-11-10"
NOT_SHOWN = ("script", "style", "svg")

# Language → all that was shown.
type Shown = Mapping[str, str]


class Words(HTMLParser):
    """What a page shows: its words, what stands in its fields, the words beside its pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in NOT_SHOWN
        if ("type", "hidden") not in attrs:
            self.words += [value for name, value in attrs if name in ("value", "alt") and value]

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in NOT_SHOWN

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(data)


def words_of(page: str) -> str:
    parser = Words()
    parser.feed(page)
    return " ".join(" ".join(parser.words).split())


@dataclass
class Desk:
    """Someone's browser, and what it has shown; each page is opened in both languages."""

    client: Client
    seen: dict[str, list[str]] = field(default_factory=lambda: {one: [] for one in LANGUAGES})

    def open(self, address: str) -> str:
        """The page in the first language, after its redirections."""
        pages = [self._open(language, address) for language in reversed(LANGUAGES)]
        return pages[-1]

    def send(self, address: str, **fields: Any) -> str:
        """Send a form; the page that it leads to."""
        answer = self.client.post(address, fields)
        assert answer.status_code == 302, (address, answer.status_code)
        return self.open(answer.headers["Location"])

    def _open(self, language: str, address: str) -> str:
        self.client.cookies["baophu_language"] = language
        answer = self.client.get(address, follow=True)
        assert answer.status_code == 200, (address, answer.status_code)
        page = answer.content.decode()
        self.seen[language].append(words_of(page))
        return page


@dataclass(frozen=True, slots=True)
class Office:
    """The home of the small example, and what the demo said of it."""

    home: Home
    told: str

    def log_in_of(self, account: str) -> tuple[str, str]:
        """Password and first backup code, from the table that the demo prints."""
        row = next(line for line in self.told.splitlines() if line.startswith(account))
        _name, _role, password, codes, _sees = re.split(r"\s{2,}", row.strip())
        return password, codes.partition(",")[0]


def demo(folder: Path) -> Office:
    """What `make demo ARGS="--small"` makes."""
    told = io.StringIO()
    with redirect_stdout(told), redirect_stderr(told):
        assert main(["demo", "--small", "--home", str(folder / "home")]) == 0
    home = Home(folder / "home")
    open_home(home)
    return Office(home, told.getvalue())


def monday(office: Office) -> list[Desk]:
    """The leader logs in, and looks at the overview, a figure, a commune, how many are to be reached."""
    desk = Desk(Client())
    password, code = office.log_in_of("lanhdao")
    desk.open("/log-in")
    desk.send("/log-in", username="lanhdao", password=password)
    desk.send("/second-factor", code=code)
    overview = desk.open("/")
    desk.open(_link(overview, "/figures/614@/BHYT"))
    desk.open(_link(overview, "/areas/23479@"))
    desk.open("/people")
    return [desk]


def tuesday(office: Office) -> list[Desk]:
    """The officer hands the list of October in, says who sent it, and keeps it."""
    desk = _desk("bhxh")
    desk.open("/lists")
    (path,) = (office.home.root / "example" / "next").glob("*.csv")
    desk.send("/lists/hand-in", files=SimpleUploadedFile(path.name, path.read_bytes()))
    _work()
    desk.open("/lists/uploads/1")
    desk.send("/lists/uploads/1/keep", sender="BHXH huyện Kon Rẫy")
    _work()
    desk.open(f"/jobs/{Job.objects.filter(kind=JobKind.KEEP_UPLOAD).latest('pk').pk}")
    desk.open("/")
    return [desk]


def wednesday(office: Office) -> list[Desk]:
    """The commune official hands the lapsed and the due of Thôn 1 out to its head."""
    desk = _desk("congchuc")
    desk.open("/")
    hamlet = {"why": "due_lapsed", "area": "23479@", "hamlet": "23479@/01"}
    desk.open("/people?why=due_lapsed&hamlet=23479@/01")
    desk.open("/people/hand-out?why=due_lapsed&area=23479@&hamlet=23479@/01")
    head = Account.objects.get(name="truongthon").pk
    desk.send("/people/hand-out", **hamlet, **{"to-23479@/01": head}, due="2023-11-17")
    desk.open("/worklists/1")
    return [desk]


def thursday(office: Office) -> list[Desk]:
    """The hamlet head records that one household promised a day and another one has paid."""
    desk = _desk("truongthon")
    first, second = re.findall(r'href="(/visits/\d+)"', desk.open("/visits"))[:2]
    _record(desk, first, outcome="promised", promise_on="2023-11-15")
    _record(desk, second, outcome="paid", receipt="0001234")
    return [desk]


def friday(office: Office) -> list[Desk]:
    """The officer brings the figures up to date and has the report made; the supervisor reads who looked."""
    officer, supervisor = _desk("bhxh"), _desk("giamsat")
    officer.open("/worklists/1")
    officer.open("/lists")
    officer.send("/lists/up-to-date")
    _work()
    officer.send("/reports/week")
    _work()
    officer.open("/reports")
    supervisor.open(_link(supervisor.open("/access-log"), r"/access-log/\d+"))
    return [officer, supervisor]


def week_after(office: Office) -> list[Desk]:
    """The officer hands a letter in and accepts what is sure; a commune reports, and the leader confirms."""
    officer, commune, leader = _desk("bhxh"), _desk("dakkoi"), _desk("lanhdao")
    (path,) = (office.home.root / "example" / "next").glob("*.docx")
    officer.open("/directives")
    officer.client.post("/directives/hand-in", {"files": SimpleUploadedFile(path.name, path.read_bytes())})
    _work()
    directive = f"/directives/{Directive.objects.latest('pk').pk}"
    officer.open(directive)
    officer.send(f"{directive}/sure")
    mine = commune.open("/tasks/mine")
    late, due = re.findall(r'action="(/tasks/\d+/move)".*?name="due" value="([^"]*)"', mine, re.DOTALL)[0]
    commune.send(late, to="reported", due=due, note="đã gửi báo cáo tháng 9", next="mine")
    leader.open("/tasks")
    reported = leader.open("/tasks/list?state=reported")
    ticked = _value(reported, "task", "Đắk Kôi")
    leader.send("/tasks/together", task=ticked, confirm="1", next="/tasks/list?state=reported")
    leader.open(_link(leader.open("/tasks/list?words=BHTN+đạt"), r"/tasks/\d+"))
    return [officer, commune, leader]


DAYS: tuple[Callable[[Office], list[Desk]], ...] = (monday, tuesday, wednesday, thursday, friday, week_after)


def walk(office: Office) -> list[Shown]:
    """What the pages have shown on each day."""
    return [_shown(day(office)) for day in DAYS]


def _shown(desks: list[Desk]) -> Shown:
    return {one: "\n".join(text for desk in desks for text in desk.seen[one]) for one in LANGUAGES}


def _desk(account: str) -> Desk:
    return Desk(sign_in(Account.objects.get(name=account)))


def _work() -> None:
    """What the worker does meanwhile, but for the pictures: their words are not told."""
    Job.objects.filter(kind=JobKind.CHARTS).delete()
    while work_once(new_holder()):
        Job.objects.filter(kind=JobKind.CHARTS).delete()


def _link(page: str, address: str) -> str:
    found = re.search(f'href="({address})"', page)
    assert found, address
    return found[1]


def _value(page: str, name: str, words: str) -> str:
    """What a box of a row with some words would send."""
    rows = (row for row in page.split("<tr>") if words in row)
    found = (re.search(rf'name="{name}" value="([^"]*)"', row) for row in rows)
    return next(one[1] for one in found if one)


def _record(desk: Desk, address: str, **given: str) -> None:
    """Save a visit to everyone of the household who is ticked already."""
    page = desk.open(address)
    people = dict.fromkeys(re.findall(r'name="(person-\d+)"', page), "on")
    seen = dict(re.findall(r'name="(seen-\d+)" value="([^"]*)"', page))
    desk.send(address, **people, **seen, **given)
