"""Worklists that come back filled in: what came of each visit."""

from baophu.base.words import N_
from baophu.lists.kinds.declare import Column, Kind, Proves, Rhythm, Sender, Sensitivity, Type
from baophu.lists.kinds.people import PERSON

_INTERNAL, _PERSONAL, _SENSITIVE = Sensitivity.INTERNAL, Sensitivity.PERSONAL, Sensitivity.SENSITIVE
# The number tells who it is. The national ID is masked on worklists, the rest needs no second reading.
_AS_HANDED_OUT = ("name", "name_key", "unit", "commune", "hamlet", "hamlet_name", "household")

VISITS = Kind(
    name="visits",
    title=N_("filled worklist"),
    words=N_("What came of visits, on worklists as handed out; each row names person and worklist."),
    sender=Sender.COLLECTOR,
    rhythm=Rhythm.ON_CHANGE,
    proves=Proves.EVENT,
    columns=(
        Column("person", Type.COUNT, N_("Number of the person."), _INTERNAL, required=True),
        Column("worklist", Type.COUNT, N_("Number of the worklist."), _INTERNAL, required=True),
        *(column for column in PERSON if column.name in _AS_HANDED_OUT),
        Column("outcome", Type.OUTCOME, N_("What came of the visit; empty for none."), _SENSITIVE),
        Column("visited_on", Type.DATE, N_("Day of the visit; empty for the day of receipt."), _PERSONAL),
        Column("promise_on", Type.DATE, N_("Day on which payment is promised."), _PERSONAL),
        Column("receipt_number", Type.CODE, N_("Number of the receipt for what was paid."), _PERSONAL),
        Column("note", Type.TEXT, N_("Note as printed."), _SENSITIVE),
    ),
    title_words=("danh sach giao so", "ket qua van dong"),
    signs=("person", "worklist", "outcome", "visited_on"),
)
