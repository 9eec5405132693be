"""A column in which some cells were typed in an old font, others perhaps in Unicode."""

from collections import Counter
from collections.abc import Collection, Iterable

from baophu.base.old_fonts import Font, Sense, font_in, mended, senses_in, suspect
from baophu.lists.workbook import Cell

DOUBTFUL = "\u00ad"  # behind the text of a cell that may be of an old font (`lists.legacy`); it is never seen
OLD = frozenset((Sense.TCVN3, Sense.VNI, Sense.OLD, Sense.STRANGE))
_ENOUGH = 5  # cells of one font that leave no doubt of the open ones between them
_MANY = 0.1  # so large a part of old cells makes those doubtful that may be either

type Mended = dict[Cell, tuple[str, bool]]  # cell → its text in Unicode, and whether that is doubtful


def in_unicode(cells: Iterable[Cell]) -> Mended:
    """What the distinct cells of a column become; only those that change or are doubtful."""
    texts = [cell for cell in cells if isinstance(cell, str) and not cell.isascii()]
    if not suspect("\n".join(texts)):
        return {}
    senses = {text: senses_in(text) for text in texts}
    font, doubtful = of_column(senses.values())
    found: Mended = {}
    for text, said in senses.items():
        new, mixed = mended(text, None if Sense.UNICODE in said else font)
        unsure = (
            (mixed and not said.isdisjoint(OLD)) or (doubtful and is_open(said)) or text.endswith(DOUBTFUL)
        )
        if new != text or unsure:
            found[text] = (new, unsure)
    return found


def is_open(said: Collection[Sense]) -> bool:
    """Whether a text says nothing of its font though it may be of an old one."""
    return Sense.OPEN in said and OLD.isdisjoint(said) and Sense.UNICODE not in said


def of_column(senses: Iterable[Collection[Sense]]) -> tuple[Font | None, bool]:
    """The font of open cells where only one is met, and whether such cells are doubtful."""
    fonts: Counter[Font] = Counter()
    unicode = 0
    for said in senses:
        if font := font_in(said):
            fonts[font] += 1
        elif Sense.UNICODE in said:
            unicode += 1
    if len(fonts) == 1 and not unicode:
        return next(iter(fonts)), fonts.total() < _ENOUGH
    return None, fonts.total() > _MANY * unicode
