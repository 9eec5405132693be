"""The example district as it is served, and browsers in which its people are signed in."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.functional.pages.album import take_picture
from tests.functional.pages.looking import violations_in_both_themes
from tests.functional.pages.office import Office, read_accounts
from tests.functional.serving import SCRIPT, serving

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
DESK = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}
TODAY = "2023-10-02"
PATIENCE = 15_000  # milliseconds


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The full example of 2023 after `baophu demo`, served on 2/10/2023."""
    folder = tmp_path_factory.mktemp("pages")
    accounts = read_accounts(demo(folder / "home"))
    with serving(folder / "home", folder / "words.txt", today=TODAY) as served:
        yield Office(folder / "home", served, accounts)


def demo(home: Path) -> str:
    """Run `baophu demo`; what it says."""
    paths = {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", SCRIPT, "demo", "--home", str(home)]
    told = subprocess.run(command, env=os.environ | paths, check=True, capture_output=True, text=True)
    return told.stdout


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Playwright keeps an event loop in this thread; Django would refuse its databases to all later tests.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


type Opens = Callable[..., Page]


@pytest.fixture
def opens(office: Office, browser: Browser) -> Iterator[Opens]:
    """Opens a page in which an account is signed in: `opens("bhxh", "/lists", viewport=PHONE)`; without an
    address it is empty."""
    contexts: list[BrowserContext] = []

    def open_page(account: str | None = None, path: str | None = "/", **options: object) -> Page:
        given = {"viewport": DESK, "locale": "vi-VN", "base_url": office.address} | options
        context = browser.new_context(**given)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        if account:
            office.sign_in(context, account)
        page = context.new_page()
        if path:
            page.goto(path)
        return page

    yield open_page
    for context in contexts:
        for page in context.pages:
            # A page that is closed on its way to another may never say that it is closed.
            page.goto("about:blank")
        context.close()


type Takes = Callable[[Page, str], None]


@pytest.fixture
def takes(tmp_path: Path) -> Takes:
    """Takes the picture of a page in which axe finds nothing wrong."""

    def take(page: Page, name: str) -> None:
        take_picture(page, name, tmp_path)
        assert violations_in_both_themes(page) == []

    return take
