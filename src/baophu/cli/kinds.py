"""Kinds of list in words, as tables show them."""

from baophu.cli.output import Row
from baophu.lists.kinds import kind_words


def kind_worded(row: Row) -> Row:
    """The row with the name of its kind of list."""
    return {**row, "kind": kind_words(row["kind"])}
