"""How a directive is called on pages: by its number, else by what it is."""

from pathlib import Path

import pytest
from django.test import Client
from tests.makers.directives import write_directive
from tests.web.handing_in import get
from tests.web.letters import LETTER, hand_in

from baophu.store.models import Directive
from baophu.store.questions import account_named


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ({"number": "512/UBND-VX"}, "512/UBND-VX"),
        ({}, "Công văn of Ủy ban nhân dân huyện Kon Rẫy of 2/10/2023 (without a number)"),
        ({"title": "KẾ HOẠCH Phát triển BHYT", "issued_on": None},
         "Kế hoạch of Ủy ban nhân dân huyện Kon Rẫy (without a number)"),
        ({"title": "", "addressees": []},
         "Document of Ủy ban nhân dân huyện Kon Rẫy of 2/10/2023 (without a number)"),
        ({"title": "CHỈ THỊ", "issuer": ""}, "Chỉ thị of 2/10/2023 (without a number)"),
        ({"title": "", "addressees": [], "issuer": ""}, "Directive 1"),
    ],
)  # fmt: skip
def test_a_directive_is_headed_by_its_number_or_what_it_is(
    officer: Client, tmp_path: Path, told: dict[str, object], name: str
) -> None:
    hand_in(account_named(None), write_directive(tmp_path / "du-thao.docx", LETTER))
    Directive.objects.update(**({"number": ""} | told))
    number = Directive.objects.get().pk
    assert f"<h1>{name}" in get(officer, f"/directives/{number}")
    for address in (f"/directives/{number}/head", f"/directives/{number}/compare", "/directives"):
        assert f">{name}</a>" in get(officer, address)
