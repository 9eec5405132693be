"""Who sits on the steering committee."""

from baophu.base.words import N_
from baophu.lists.kinds.declare import Column, Extent, Kind, Proves, Rhythm, Sender, Sensitivity, Type
from baophu.lists.kinds.people import PERSON

_PUBLIC, _PERSONAL = Sensitivity.PUBLIC, Sensitivity.PERSONAL
_OF_A_MEMBER = ("name", "name_key", "sex", "phone", "note")

COMMITTEE = Kind(
    name="committee",
    title=N_("members of the steering committee"),
    words=N_("Members of the steering committee, their offices and what they answer for."),
    sender=Sender.COMMITTEE,
    rhythm=Rhythm.ON_CHANGE,
    proves=Proves.SNAPSHOT,
    extent=Extent.ALL,
    columns=(
        *(column for column in PERSON if column.name in _OF_A_MEMBER),
        Column("office", Type.TEXT, N_("Office as printed."), _PUBLIC),
        Column("job", Type.TEXT, N_("Rank, post or place of work as printed."), _PERSONAL),
        Column("role", Type.TEXT, N_("Head, deputy or member of the committee."), _PUBLIC),
        Column("charge", Type.TEXT, N_("Places or work that they answer for."), _PUBLIC),
        Column("email", Type.TEXT, N_("E-mail address."), _PERSONAL),
    ),
    title_words=("ban chi dao", "thanh vien ban chi dao", "to giup viec", "bcd"),
    signs=("role", "charge", "office"),
)
