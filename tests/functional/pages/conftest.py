"""The example district as it is served, and browsers in which its people are signed in."""

import os
import shutil
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
from tests.functional.serving_here import serving_here
from tests.made_once import made_once
from tests.signing_in import sign_in

from baophu.base.home import Home
from baophu.store.questions import account_named

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
DESK = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}
TODAY = "2023-10-02"
SAID = "said.txt"
PATIENCE = 15_000  # milliseconds


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The full example of 2023 after `baophu demo`, served on 2/10/2023."""
    made, folder = made_once(tmp_path_factory, "demo", demo), tmp_path_factory.mktemp("pages")
    shutil.copytree(made / "home", folder / "home")
    accounts = read_accounts((made / SAID).read_text(encoding="utf-8"))
    with serving(folder / "home", folder / "words.txt", today=TODAY) as served:
        yield Office(folder / "home", served, accounts)


def demo(folder: Path) -> None:
    """Run `baophu demo` in a folder, and keep what it says beside the home."""
    paths = {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", SCRIPT, "demo", "--home", str(folder / "home")]
    told = subprocess.run(command, env=os.environ | paths, check=True, capture_output=True, text=True)
    (folder / SAID).write_text(told.stdout, encoding="utf-8")


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
    _close(contexts)


def _close(contexts: list[BrowserContext]) -> None:
    for context in contexts:
        for page in context.pages:
            # A page that is closed on its way to another may never say that it is closed.
            page.goto("about:blank")
        context.close()


@pytest.fixture
def opens_here(plain_home: Home, browser: Browser) -> Iterator[Opens]:
    """Opens a page of the home of this test alone: `opens_here("thon1", "/tasks", viewport=PHONE)`; without
    an account it is the operator’s."""
    contexts: list[BrowserContext] = []
    with serving_here() as address:

        def open_page(account: str | None, path: str, viewport: object = DESK) -> Page:
            context = browser.new_context(viewport=viewport, locale="vi-VN", base_url=address)  # type: ignore[arg-type]
            context.set_default_timeout(PATIENCE)
            session = sign_in(account_named(account)).cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": session, "url": address}])
            contexts.append(context)
            page = context.new_page()
            page.goto(path)
            return page

        yield open_page
        _close(contexts)


type Takes = Callable[[Page, str], None]


@pytest.fixture
def takes() -> Takes:
    """Takes the picture of a page in which axe finds nothing wrong; kept where `BAOPHU_PICTURES` says."""
    folder = os.environ.get("BAOPHU_PICTURES")

    def take(page: Page, name: str) -> None:
        if folder:
            take_picture(page, name, Path(folder))
        assert violations_in_both_themes(page) == []

    return take
