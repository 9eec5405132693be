"""Everything on the main path is done with the keys: nothing needs a mouse, and where one is can be seen."""

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.functional.pages.conftest import Opens
from tests.functional.pages.office import DAK_RVE, THON_1, Office

from baophu.base.words import _

MOST_STEPS = 400
A_WHILE = 60_000  # milliseconds
# What a key can reach, as a browser sees it.
REACHABLE = """() => [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex]")]
  .filter(one => one.tabIndex >= 0 && !one.disabled && one.type !== "hidden" && one.checkVisibility())
  .length"""
# The element with the focus: its number, what it is, and whether it is seen to have it.
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  window.keySteps ??= 0;
  one.dataset.step ??= String(++window.keySteps);
  const style = getComputedStyle(one);
  const seen = style.outlineStyle !== "none" && style.outlineWidth !== "0px";
  return [one.dataset.step, one.outerHTML.slice(0, 100), seen];
}"""
PAGES = ("/", "/people?why=due_lapsed", "/lists", "/worklists", "/search", f"/people/hand-out?area={DAK_RVE}")


@pytest.mark.parametrize("path", PAGES)
def test_every_control_is_reached_and_seen_to_be(path: str, opens: Opens) -> None:
    page = opens("bhxh", path)
    # The page comes anew once the work that it follows is done.
    expect(page.locator("[hx-trigger^=every]")).to_have_count(0, timeout=A_WHILE)
    reachable = page.evaluate(REACHABLE)
    unseen, met = [], set()
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        number, shown, seen = page.evaluate(FOCUSED) or (None, "", True)
        if number == "1" and len(met) > 1:
            break
        unseen += [] if seen or number in met else [shown]
        met |= {number} - {None}

    assert unseen == []
    assert len(met) >= reachable


def test_the_first_key_skips_to_the_content(opens: Opens) -> None:
    page = opens("bhxh", "/people")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name=_("Skip to the content"))
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_from_log_in_to_a_list_handed_out_without_a_mouse(office: Office, opens: Opens) -> None:
    """Log in, go to the people to reach by the menu, narrow the list, hand it out, record a visit."""
    page = opens(None, "/log-in")
    known = office.accounts["congchuc"]
    page.keyboard.type(known.name)
    page.keyboard.press("Tab")
    page.keyboard.type(known.password)
    page.keyboard.press("Enter")
    expect(page.get_by_label(_("Code"), exact=True)).to_be_focused()
    page.keyboard.type(known.codes[1])
    page.keyboard.press("Enter")
    press_on(page, page.get_by_role("link", name=_("Later")))
    press_on(page, page.get_by_role("link", name=_("People to reach")).first)
    step = page.get_by_label(_("Next step"))
    reach(page, step)
    page.keyboard.press("ArrowDown")
    press_on(page, page.get_by_role("button", name=_("Filter")))
    press_on(page, page.get_by_role("link", name=_("Hand out"), exact=True))
    who = page.locator(f"select[name='to-{THON_1}']")
    reach(page, who)
    page.keyboard.type(_("hamlet head")[:4])
    press_on(page, page.get_by_role("button", name=_("Hand out"), exact=True))
    expect(page.get_by_text(_("{count} worklists handed out.").format(count=1))).to_be_visible()
    press_on(page, page.get_by_role("button", name=_("Undo")))
    expect(page.get_by_role("heading", level=1)).to_have_text(_("Worklists"))


def press_on(page: Page, control: Locator) -> None:
    reach(page, control)
    page.keyboard.press("Enter")


def reach(page: Page, control: Locator) -> None:
    """Press Tab until the control has the focus."""
    control.wait_for()
    for _step in range(MOST_STEPS):
        if control.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("no key reaches it")
