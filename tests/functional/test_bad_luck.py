"""A full disk, a killed process, two builds at once: the last build stands, and the next one works."""

import signal
import time
from pathlib import Path
from typing import Any

import pytest
from tests.functional.desk import Desk, ended, in_another_process
from tests.functional.small_office import options_of, text_of, write_list

HEALTH = "DS the BHYT.xlsx"
# Does something once, when the process does what the audit event says to a path with these words in it.
WHEN = """
import os, resource, signal, sys, time
def act(): {action}
def hook(event, values, done=[]):
    if event == {event!r} and not done and {words!r} in str(values[0]):
        done.append(act())
sys.addaudithook(hook)
"""


def when(event: str, words: str, action: str) -> str:
    return WHEN.format(event=event, words=words, action=action)


def disk_holds(size: int) -> str:
    return f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))"


@pytest.fixture
def changed(desk: Desk, tmp_path: Path) -> Desk:
    """There is a list more than the last build knows."""
    text = text_of(2023, HEALTH).replace("30/9/2023", "31/10/2023")
    desk.receive(write_list(tmp_path / HEALTH, text), *options_of(HEALTH))
    return desk


def answers(desk: Desk) -> list[list[dict[str, Any]]]:
    """What the current build answers, and which lists there are."""
    return [
        desk.ask("coverage", "--by", "hamlet"), desk.ask("gaps"), desk.ask("person", "--name", "Y Sa"),
        desk.ask("lists", "list"),
    ]  # fmt: skip


def check_the_next_build(desk: Desk) -> None:
    """It works at once, and leaves nothing half done."""
    desk.do("build", "--wait", "0")
    assert desk.figures()["BHYT"]["date"] == "2023-10-31"
    assert desk.ask("check") == []
    assert not list((desk.home / "builds").glob("*.partial"))


@pytest.mark.parametrize(
    "before",
    [
        pytest.param(when("os.mkdir", ".partial", disk_holds(1_000)), id="before the first table"),
        pytest.param(when("os.mkdir", ".partial", disk_holds(20_000)), id="before the rows are switched"),
        pytest.param(f"import resource\n{disk_holds(100)}", id="from the beginning"),
    ],
)
def test_a_disk_that_is_full(changed: Desk, before: str) -> None:
    stood = answers(changed)

    ran = ended(in_another_process(changed, "build", before=before))

    assert ran.code == 17, ran.words
    assert "ổ đĩa đã đầy" in ran.words.lower()
    assert answers(changed) == stood
    check_the_next_build(changed)


def test_a_build_that_is_killed(changed: Desk) -> None:
    """Its tables are written, but its folder does not bear its name yet."""
    stood = answers(changed)
    kill = when("os.rename", ".partial", "os.kill(os.getpid(), signal.SIGKILL)")

    ran = ended(in_another_process(changed, "build", before=kill))

    assert ran.code == -signal.SIGKILL, ran.words
    assert answers(changed) == stood
    check_the_next_build(changed)


def test_two_builds_at_once(changed: Desk, tmp_path: Path) -> None:
    begun, go_on = tmp_path / "begun", tmp_path / "go on"
    pause = f"""
    open({str(begun)!r}, "w").close()
    while not os.path.exists({str(go_on)!r}): time.sleep(0.05)"""
    first = in_another_process(changed, "build", before=when("os.mkdir", ".partial", pause))
    while not begun.exists():
        assert first.poll() is None
        time.sleep(0.05)

    refused = changed.run("build", "--wait", "0")
    second = in_another_process(changed, "build", "--wait", "60")
    time.sleep(0.5)
    asked = changed.figures("--on", "2023-09-30")["BHYT"]["participants"]
    go_on.touch()
    both = [ended(first), ended(second)]

    assert refused.code == 16 and "tổng hợp khác" in refused.words
    assert asked == 13
    assert [ran.code for ran in both] == [0, 0], both
    assert "Không có gì thay đổi" in both[1].words


def test_a_disk_that_is_full_while_a_list_is_kept(changed: Desk, tmp_path: Path) -> None:
    before = changed.ask("lists", "list")
    text = text_of(2023, HEALTH).replace("30/9/2023", "30/11/2023")
    received = ("receive", write_list(tmp_path / "thang 11.xlsx", text), *options_of(HEALTH))

    full = ended(in_another_process(changed, *received, before=f"import resource\n{disk_holds(4_000)}"))

    assert full.code == 17, full.words
    assert "ổ đĩa đã đầy" in full.words.lower()
    assert changed.ask("lists", "list") == before
    assert changed.do(*received).code == 0
