"""A hamlet head does a task with one thumb and a photo; the leader confirms it at the desk."""

import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.functional.pages.conftest import PHONE, Opens
from tests.functional.pages.looking import complaints_of, too_wide, violations_in_both_themes
from tests.integration.store.task_world import given, row_of

from baophu.base.home import Home
from baophu.base.words import _
from baophu.store.actions.accounts import add_account
from baophu.store.actions.places import NamedHamlet, add_hamlets
from baophu.store.actions.tasks import hand_task
from baophu.store.questions import account_named
from baophu.store.roles import Role

TODAY = "2023-10-16"
NOTE = "đã họp thôn, 12 hộ đăng ký"


@pytest.fixture
def number(plain_home: Home, monkeypatch: pytest.MonkeyPatch) -> int:
    """A task of a commune that is handed to a hamlet head."""
    monkeypatch.setenv("BAOPHU_TODAY", TODAY)
    operator = account_named(None)
    add_hamlets(by=operator, hamlets=[NamedHamlet("23497@", "Thôn 1")], source="NQ")
    head = add_account(by=operator, name="thon1", role=Role.HAMLET_HEAD, hamlets=["23497@/01"])
    add_account(by=operator, name="lanhdao", role=Role.LEADER)
    task = given(operator, "UBND các xã Tân Lập, Đăk Ruồng", deadline=date(2023, 10, 13), words="")
    return int(hand_task(by=operator, number=row_of(task, "Tân Lập").pk, to=head).pk)


def test_one_thumb_and_a_photo(opens_here: Opens, number: int, tmp_path: Path) -> None:
    photo = tmp_path / "hop-thon.jpg"
    photo.write_bytes(b"\xff\xd8\xff")
    phone = opens_here("thon1", "/tasks", PHONE)
    with complaints_of(phone) as complaints:
        expect(phone).to_have_url(re.compile("/tasks/mine$"))
        phone.get_by_role("button", name=_("Accept the task")).click()
        expect(phone.get_by_role("button", name=_("Undo"))).to_be_visible()
        phone.locator("summary", has_text=_("Report it done")).click()
        wrong = [*violations_in_both_themes(phone), too_wide(phone)]
        phone.get_by_label(_("A photo or file")).set_input_files(photo)
        phone.get_by_label(_("Note")).fill(NOTE)
        phone.get_by_role("button", name=_("Report it done")).click()
        expect(phone.get_by_text(_("Nothing is to be done."))).to_be_visible()
    assert [one for one in wrong if one] == [] and complaints == []

    desk = opens_here("lanhdao", f"/tasks/{number}")
    with complaints_of(desk) as complaints:
        wrong = violations_in_both_themes(desk)
        expect(desk.get_by_text(NOTE)).to_be_visible()
        with desk.expect_download() as kept:
            desk.get_by_role("link", name=photo.name).click()
        desk.get_by_role("button", name=_("Confirm it")).click()
        expect(desk.get_by_role("status")).to_contain_text(_("confirmed"))
    assert kept.value.path().read_bytes() == photo.read_bytes()
    assert wrong == [] and complaints == []
    with complaints_of(desk) as complaints:
        desk.goto("/tasks/new")
        desk.get_by_label(_("How often")).select_option("weekly")
        expect(desk.locator("#preview")).to_contain_text("thứ Sáu, 20/10/2023")
        wrong = violations_in_both_themes(desk)
    assert wrong == [] and complaints == []
