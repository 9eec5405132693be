"""A refusal says what for, in words."""

from baophu.base.scope import PURPOSE_WORDS, Purpose
from baophu.base.words import speaking
from baophu.engine.people import NotAllowed


def test_every_purpose_has_its_words() -> None:
    assert set(PURPOSE_WORDS) == set(Purpose)


def test_a_refusal_names_the_purpose_in_the_readers_words() -> None:
    with speaking("en"):
        assert "“visits to households”" in NotAllowed(purpose="visit").words()
    with speaking("vi"):
        assert "visit" not in NotAllowed(purpose="visit").words()
