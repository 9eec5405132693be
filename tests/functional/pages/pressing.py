"""What is pressed and read on a page, by its words."""

from playwright.sync_api import Locator, Page

from baophu.base.words import _


def button(page: Page | Locator, words: str) -> Locator:
    return page.get_by_role("button", name=_(words), exact=True)


def link(page: Page | Locator, words: str) -> Locator:
    return page.get_by_role("link", name=_(words), exact=True)


def title(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)
