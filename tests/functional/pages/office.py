"""The served example: who may sign in, and how they do it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page
from tests.functional.serving import Served

from baophu.base.words import _

OPERATOR = "operator"
DAK_RVE, THON_1 = "23479@", "23479@/01"


@dataclass(frozen=True, slots=True)
class LogIn:
    """What `baophu demo` prints of an account."""

    name: str
    password: str
    codes: tuple[str, ...]


@dataclass
class Office:
    home: Path
    served: Served
    accounts: Mapping[str, LogIn]
    cookies: dict[str, Any] = field(default_factory=dict)

    @property
    def address(self) -> str:
        return self.served.address

    def sign_in(self, context: BrowserContext, account: str) -> None:
        """Sign in through the pages; the second time with the cookies of the first."""
        if account not in self.cookies:
            page = context.new_page()
            known = self.accounts[account]
            self.type_password(page, known.name, known.password)
            type_code(page, known.codes[0])
            page.wait_for_url(lambda address: "/second-factor" not in address)
            page.close()
            self.cookies[account] = context.cookies()
        context.add_cookies(self.cookies[account])

    def type_password(self, page: Page, name: str, password: str) -> None:
        page.goto("/log-in")
        page.get_by_label(_("Account name")).fill(name)
        page.get_by_label(_("Password")).fill(password)
        page.get_by_role("button", name=_("Log in"), exact=True).click()


def type_code(page: Page, code: str) -> None:
    page.get_by_label(_("Code")).fill(code)
    page.get_by_role("button", name=_("Go on")).click()


def hand_out(page: Page, listed: str) -> None:
    """Hand the people of a list, as its address narrows it, in Thôn 1 out to the head of the hamlet."""
    page.goto(f"/people/hand-out?{listed}")
    page.locator(f"select[name='to-{THON_1}']").select_option(label=_("hamlet head"))
    page.get_by_label(_("Results wanted by")).fill("2023-10-15")
    page.get_by_role("button", name=_("Hand out"), exact=True).click()


def read_accounts(words: str) -> dict[str, LogIn]:
    """The accounts in the last table that the demo prints: name, role, password, codes, what it sees.

    The last is the operator's; here it is called `operator`, whoever runs the tests.
    """
    rows = [re.split(r"\s{2,}", line.strip()) for line in words.splitlines()]
    first = next(place for place, row in enumerate(rows) if row[0] == _("Account")) + 2
    found = (row for row in takewhile(len, (row if row != [""] else [] for row in rows[first:])))
    accounts = [LogIn(row[0], row[2], tuple(row[3].split(", "))) for row in found]
    return {one.name: one for one in accounts} | {OPERATOR: accounts[-1]}
