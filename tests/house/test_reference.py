"""What the code offers is told in docs/reference."""

import re

import pytest
from repository import ROOT, files
from tools.make_reference import FOLDER, PAGES

SETTING = re.compile(r"\bBAOPHU_[A-Z_]+")


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_as_the_code_makes_it(name: str) -> None:
    """`make reference` puts it right."""
    assert (FOLDER / name).read_text(encoding="utf-8") == PAGES[name]()


def test_every_setting_is_told() -> None:
    source = [path for path in files() if (ROOT / "src") in path.parents and path.suffix == ".py"]
    used = {name for path in source for name in SETTING.findall(path.read_text(encoding="utf-8"))}
    told = set(SETTING.findall((FOLDER / "settings.md").read_text(encoding="utf-8")))
    assert used - told == set()
