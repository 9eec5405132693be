"""Every word on screen has its Vietnamese."""

import ast
from string import Formatter

import pytest
from repository import Module, modules
from tools.words import CATALOGUE, as_mo, as_po, compose, message_ids, read_words

WORDED_IN_ERRORS = {"message", "advice"}
# What offices also say, and the one word that is said here.
ONE_WORD = {
    "danh sách cư dân": "danh sách nhân khẩu",
    "danh sách dân cư": "danh sách nhân khẩu",
    "danh sách đơn vị nợ": "danh sách đơn vị chậm đóng",
    "người số": "số hồ sơ",
    "nghi vấn": "nghi ngờ",
    "cần xem lại": "nghi ngờ",
    "trả lại": "cần sửa",
    "khóa tài khoản": "ngừng sử dụng",
    " bạn ": " anh, chị ",
}


def placeholders(text: str) -> set[str]:
    return {field for _text, field, _spec, _conversion in Formatter().parse(text) if field is not None}


def test_every_message_has_its_vietnamese() -> None:
    words = read_words()
    assert sorted(message for message in message_ids() if not words.get(message)) == []


def test_the_catalogue_is_as_the_tool_writes_it() -> None:
    """No fuzzy entry, no entry that the source does not say; `make words` puts it right."""
    assert CATALOGUE.read_bytes() == as_po(compose(message_ids(), read_words()))


def test_the_compiled_catalogue_fits_the_text() -> None:
    compiled = CATALOGUE.with_suffix(".mo").read_bytes()
    assert compiled == as_mo(compose(message_ids(), read_words()))


def test_placeholders_agree() -> None:
    differing = [
        m
        for m, vietnamese in read_words().items()
        if vietnamese and placeholders(m) != placeholders(vietnamese)
    ]
    assert differing == []


@pytest.mark.parametrize("other", ONE_WORD)
def test_one_thing_has_one_word(other: str) -> None:
    said = [m for m, vietnamese in read_words().items() if other in vietnamese.lower()]
    assert said == [], f"say “{ONE_WORD[other]}”"


def bare_words_of_errors(module: Module) -> list[str]:
    """Places where an error's `message` or `advice` is a text that no `N_` marks."""
    return [
        module.where(statement)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
        for statement in node.body
        if isinstance(statement, ast.Assign)
        and isinstance(statement.targets[0], ast.Name)
        and statement.targets[0].id in WORDED_IN_ERRORS
        and isinstance(statement.value, ast.Constant)
    ]


@pytest.mark.parametrize("room", sorted({module.room for module in modules().values()} - {""}))
def test_the_words_of_errors_are_in_the_catalogue(room: str) -> None:
    bare = [place for m in modules().values() if m.room == room for place in bare_words_of_errors(m)]
    assert bare == []
