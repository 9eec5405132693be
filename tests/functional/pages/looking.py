"""What can be found wrong with a page as a browser shows it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import ConsoleMessage, Page

# What changes with dark and light; the other rules need to be asked once.
OF_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
MOST_BYTES = 300_000
MOST_SHIFT = 0.01
# Sums what moves while a page is loaded.
WATCH_SHIFTS = """
window.shifted = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""
# What is wider than the window, and does not scroll inside an element of its own.
TOO_WIDE = """() => {
  const room = window.innerWidth;
  if (document.documentElement.scrollWidth <= room) return null;
  const over = [...document.querySelectorAll("body *")]
    .filter(one => one.getBoundingClientRect().right > room + 1)
    .map(one => `<${one.tagName.toLowerCase()} class="${one.className}">`);
  return `${document.documentElement.scrollWidth} px: ${over.slice(0, 4).join(" ")}`;
}"""
# Of each rule that is broken the first elements; what keeps a rule need not be described.
VIOLATIONS = """async options => {
  const found = await axe.run({...options, resultTypes: ["violations"]});
  return found.violations.flatMap(
    one => one.nodes.slice(0, 2).map(node => `${one.id}: ${node.html.slice(0, 160)}`));
}"""


@contextmanager
def complaints_of(page: Page) -> Iterator[list[str]]:
    """What the browser complains of: errors of scripts, refused by the security policy, not found."""
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(f"{page.url}: {message.text}")

    def fail(error: Exception) -> None:
        complaints.append(f"{page.url}: {error}")

    page.on("console", hear)
    page.on("pageerror", fail)
    yield complaints
    page.remove_listener("console", hear)
    page.remove_listener("pageerror", fail)


class Scales:
    """Weighs what comes over the wire to a page, which keeps nothing from the one before."""

    def __init__(self, page: Page) -> None:
        self.bytes = 0
        network = page.context.new_cdp_session(page)
        network.on("Network.loadingFinished", self._add)
        network.send("Network.enable")
        network.send("Network.setCacheDisabled", {"cacheDisabled": True})

    def _add(self, loaded: dict[str, Any]) -> None:
        self.bytes += int(loaded["encodedDataLength"])


def violations_in_both_themes(page: Page) -> list[str]:
    """What axe finds: the address, the rule, what is wrong, and the elements."""
    page.emulate_media(color_scheme="light")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    light = page.evaluate(VIOLATIONS, {})
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(VIOLATIONS, OF_COLOURS)
    page.emulate_media(color_scheme="light")
    return [f"{page.url}: {one}" for one in (*light, *(f"dark: {one}" for one in dark))]


def too_wide(page: Page) -> str | None:
    """How wide the page is and what makes it so, where it scrolls to the side."""
    found: str | None = page.evaluate(TOO_WIDE)
    return f"{page.url}: {found}" if found else None
