"""What stands of two rows when all who spoke are heard."""

import pytest

from baophu.register.decided import Effect, Said, Verdict, effect_of

A, B, C = 1, 2, 3


def said(by: int, word: str) -> Said:
    """`same!` is said where a second is needed."""
    return Said(by, Verdict(word.rstrip("!")), second_needed=word.endswith("!"))


@pytest.mark.parametrize(
    ("words", "stands", "where_one_decides"),
    [
        ({A: "same"}, "same", "same"),
        ({A: "same!"}, "proposed", "same"),
        ({A: "same!", B: "same!"}, "same", "same"),
        ({A: "same!", B: "same"}, "same", "same"),
        ({A: "same!", B: "unsure"}, "proposed", "same"),
        ({A: "same!", B: "different"}, "disputed", "disputed"),
        ({A: "same", B: "different"}, "disputed", "disputed"),
        ({A: "same!", B: "same!", C: "different"}, "disputed", "disputed"),
        ({A: "different"}, "different", "different"),
        ({A: "different", B: "different"}, "different", "different"),
        ({A: "different", B: "unsure"}, "different", "different"),
        ({A: "unsure"}, "unsure", "unsure"),
        ({A: "unsure", B: "unsure"}, "unsure", "unsure"),
    ],
)
def test_what_stands(words: dict[int, str], stands: str, where_one_decides: str) -> None:
    heard = [said(by, word) for by, word in words.items()]

    assert effect_of(heard) == Effect(stands)
    assert effect_of(reversed(heard)) == Effect(stands)
    assert effect_of(heard, one_decides=True) == Effect(where_one_decides)
