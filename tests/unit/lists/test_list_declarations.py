"""Every kind can be read by what it declares."""

from collections import defaultdict
from datetime import date

import pytest
from tests.makers.sheets import KON_RAY

from baophu.lists.cleaning.columns import Context, arrow_type, reader
from baophu.lists.deriving import STEPS
from baophu.lists.headings import vocabulary
from baophu.lists.kinds import KINDS, NoSuchKind, kind_named
from baophu.lists.kinds.declare import PROVES_WORDS, RHYTHM_WORDS, SENDER_WORDS, Extent, Kind, Proves
from baophu.lists.layout import AUXILIARY

ALL = pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))


@ALL
def test_every_column_that_is_read_has_headings_and_a_reader(kind: Kind) -> None:
    context = Context(date(2023, 9, 30), KON_RAY)
    constants = dict(kind.constants)
    for column in kind.columns:
        if column.read:
            assert column.name in vocabulary() or column.name in constants
            assert reader(column.type, context)("x")
        assert arrow_type(column.type)


@ALL
def test_every_step_is_known(kind: Kind) -> None:
    assert set(kind.steps) <= STEPS.keys()


@ALL
def test_signs_and_stand_ins_are_columns(kind: Kind) -> None:
    names = {column.name for column in kind.columns}
    assert {*kind.signs, *dict(kind.constants)} <= names
    assert {column.either for column in kind.columns if column.either} <= names


@ALL
def test_snapshots_say_what_they_speak_for(kind: Kind) -> None:
    assert (kind.extent is not None) == (kind.proves is Proves.SNAPSHOT)
    assert kind.extent is not Extent.SCHEME or kind.column("scheme")


@ALL
def test_who_sends_it_how_often_and_what_it_proves_have_words(kind: Kind) -> None:
    assert all((SENDER_WORDS[kind.sender], RHYTHM_WORDS[kind.rhythm], PROVES_WORDS[kind.proves]))


def test_a_column_is_of_one_type_in_all_kinds() -> None:
    """A build reads lists of many kinds side by side."""
    types: defaultdict[str, set[str]] = defaultdict(set)
    for kind in KINDS.values():
        for column in kind.columns:
            types[column.name].add(column.type)
    assert {name: found for name, found in types.items() if len(found) > 1} == {}


def test_the_code_of_a_form_is_of_one_kind() -> None:
    codes = [code.partition("-")[0] for kind in KINDS.values() for code in dict.fromkeys(kind.forms)]
    of_kinds = [{code.partition("-")[0] for code in kind.forms} for kind in KINDS.values()]
    assert len(set(codes)) == sum(map(len, of_kinds))


def test_auxiliary_columns_have_headings() -> None:
    assert AUXILIARY.keys() <= vocabulary().keys()


def test_a_kind_that_is_not_there() -> None:
    with pytest.raises(NoSuchKind) as error:
        kind_named("pensioners")
    assert "residents" in str(error.value)
