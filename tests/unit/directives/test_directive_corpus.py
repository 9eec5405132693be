"""The labelled directives: every label well-formed and in the words of its document, enough of each kind."""

import datetime
import re
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

CORPUS = Path(__file__).parents[2] / "corpus" / "directives"
# The documents of `seeds` lie beside the project.
LABELS = sorted(path for path in CORPUS.glob("*/*.yaml") if path.parent.name != "seeds")
REFORM = datetime.date(2025, 7, 1)

KEYS = {
    "document": "number date issuer addressees copies cited indicators tasks problems",
    "copies": "name role",
    "cited": "number date text",
    "indicators": "area scheme measure kind value unit date qualifier optional text",
    "tasks": "assignees leads with action deadline deadline_text recurrence also route section optional text",
    "problems": "kind note text",
}
KNOWN = {
    "role": "b/c t/h p/h đ/b",
    "scheme": "BHYT BHXH BHXH_BB BHXH_TN BHTN",
    "measure": """coverage participants new_participants uncovered due lapsed students population labour_force
        working_age workers households arrears_amount arrears_units arrears_rate collected units enterprises
        communes hamlets schools cards books support_amount budget fund_spent collectors checks visits
        waiting_time satisfaction""",
    "unit": "person percent point dong unit household commune hamlet card book visit minute",
    "qualifier": "exact over nearly about at_least under",
    "recurrence": "daily weekly monthly quarterly half_yearly yearly regularly ad_hoc",
}
KINDS = {
    "indicators": "actual target assigned plan_pct change gap",
    "problems": """citation_dated_two_ways parts_do_not_add_up rate_does_not_fit figure_given_two_ways
        impossible_date deadline_before_document unclear_scope""",
}


def folded(words: str) -> str:
    """Words as they are compared: composed letters, no signs of bold, single blanks, the Vietnamese Đ."""
    composed = unicodedata.normalize("NFC", words).replace("\N{LATIN CAPITAL LETTER ETH}", "Đ")
    return " ".join(re.sub(r"[*#]+", "", composed).split())


def label_of(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return read


def document_of(path: Path) -> str:
    return folded(path.with_suffix(".txt").read_bytes().decode("utf-8"))


def named(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", LABELS, ids=named)
def test_keys_and_words_of_a_label_are_known(path: Path) -> None:
    label = label_of(path)
    assert set(label) <= set(KEYS["document"].split())
    for part in ("copies", "cited", "indicators", "tasks", "problems"):
        for one in label[part]:
            assert set(one) <= set(KEYS[part].split()), one
            unknown = {key for key in KNOWN.keys() & one.keys() if one[key] not in KNOWN[key].split()}
            assert unknown == set(), one
            assert part not in KINDS or one["kind"] in KINDS[part].split(), one
    assert {also for task in label["tasks"] for also in task.get("also", [])} <= set(
        KNOWN["recurrence"].split()
    )


@pytest.mark.parametrize("path", LABELS, ids=named)
def test_words_of_a_label_are_in_its_document(path: Path) -> None:
    label, document = label_of(path), document_of(path)
    parts = [one for part in ("cited", "indicators", "tasks", "problems") for one in label[part]]
    words = [one[key] for one in parts for key in ("text", "deadline_text", "route") if key in one]
    assert [one for one in words if folded(one) not in document] == []
    numbers = [one["number"] for one in [label, *label["cited"]] if "number" in one]
    assert [one for one in numbers if one not in document.replace(" ", "")] == []


@pytest.mark.parametrize("path", LABELS, ids=named)
def test_dates_and_numbers_of_a_label_are_such(path: Path) -> None:
    label = label_of(path)
    for one in [label, *label["cited"], *label["indicators"]]:
        assert "date" not in one or datetime.date.fromisoformat(one["date"]).isoformat() == one["date"]
    for indicator in label["indicators"]:
        assert re.fullmatch(r"-?\d+(\.\d+)?", indicator["value"]), indicator
        assert Decimal(indicator["value"]) >= 0 or indicator["kind"] == "change", indicator


@pytest.mark.parametrize("path", LABELS, ids=named)
def test_tasks_of_a_label_are_whole(path: Path) -> None:
    for task in label_of(path)["tasks"]:
        assert task["assignees"], task
        assert set(task.get("leads", [])) <= set(task["assignees"]), task
        assert folded(task["action"]).lower() in folded(task["text"]).lower(), task
        assert not ({"deadline", "recurrence"} & task.keys()) or "deadline_text" in task, task
        if "deadline" in task:
            assert datetime.date.fromisoformat(task["deadline"]).year >= 2010, task


def test_every_document_has_a_label_and_only_one() -> None:
    names = [path.stem for path in CORPUS.glob("*/*.txt")]
    assert sorted(names) == sorted(path.stem for path in LABELS)
    assert len(names) == len(set(names))


def in_parts(path: Path) -> bool:
    return not unicodedata.is_normalized("NFC", path.with_suffix(".txt").read_bytes().decode("utf-8"))


@pytest.mark.parametrize(
    ("folder", "documents", "after_the_reform", "drafts", "contradicting"),
    [("develop", 96, 36, 7, 9)],
)
def test_each_folder_has_enough_of_each_kind(
    folder: str, documents: int, after_the_reform: int, drafts: int, contradicting: int
) -> None:
    paths = [path for path in LABELS if path.parent.name == folder]
    labels = [label_of(path) for path in paths]

    assert len(paths) >= documents
    assert sum(label.get("date", "") >= REFORM.isoformat() for label in labels) >= after_the_reform
    assert sum("number" not in label and "date" not in label for label in labels) >= drafts
    assert sum(bool(label["problems"]) for label in labels) >= contradicting
    assert any(in_parts(path) for path in paths)
    assert {"weekly", "monthly", "regularly", "ad_hoc"} <= {
        rhythm
        for label in labels
        for task in label["tasks"]
        for rhythm in [task.get("recurrence"), *task.get("also", [])]
    }
