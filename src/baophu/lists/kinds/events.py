"""Things that happened to residents: births, deaths, moves."""

from baophu.base.words import N_
from baophu.lists.kinds.declare import Column, Kind, Proves, Rhythm, Sender, Sensitivity, Type
from baophu.lists.kinds.people import PERSON

_PERSONAL = Sensitivity.PERSONAL

BIRTHS = Kind(
    name="births",
    title=N_("list of births"),
    words=N_("Children whose birth was registered."),
    sender=Sender.CIVIL_STATUS,
    rhythm=Rhythm.MONTHLY,
    proves=Proves.EVENT,
    columns=(
        *PERSON,
        Column("mother", Type.NAME, N_("Name of the mother."), _PERSONAL),
        Column("father", Type.NAME, N_("Name of the father."), _PERSONAL),
        Column("parents", Type.TEXT, N_("Parents or guardian where they share one column."), _PERSONAL),
        Column("certificate", Type.CODE, N_("Number of the birth certificate."), _PERSONAL),
        Column("registered_on", Type.DATE, N_("Day of registration."), _PERSONAL),
        Column("card_date", Type.DATE, N_("Day the health insurance card was issued."), _PERSONAL),
    ),
    title_words=("khai sinh", "tre moi sinh", "tre em moi sinh", "tre sinh"),
    signs=("mother", "father", "parents", "certificate", "registered_on", "card_date"),
)

DEATHS = Kind(
    name="deaths",
    title=N_("list of deaths"),
    words=N_("People who died."),
    sender=Sender.CIVIL_STATUS,
    rhythm=Rhythm.ON_CHANGE,
    proves=Proves.EVENT,
    columns=(*PERSON, Column("death_date", Type.DATE, N_("Day of death."), _PERSONAL)),
    title_words=("khai tu", "nguoi chet", "tu vong", "qua doi", "da chet"),
    signs=("death_date",),
)

MOVES = Kind(
    name="moves",
    title=N_("list of moves"),
    words=N_("People who moved out of the commune or into it."),
    sender=Sender.POLICE,
    rhythm=Rhythm.ON_CHANGE,
    proves=Proves.EVENT,
    columns=(
        *PERSON,
        Column("moved_on", Type.DATE, N_("Day of the move."), _PERSONAL),
        Column("destination", Type.TEXT, N_("Where to, or where from for those who moved in."), _PERSONAL),
        Column("direction", Type.DIRECTION, N_("Out of the commune or into it."), _PERSONAL),
    ),
    title_words=(
        "chuyen di",
        "chuyen den",
        "chuyen khau",
        "bien dong nhan khau",
        "bien dong tang giam",
        "tang giam nhan khau",
        "chuyen ho khau",
    ),
    signs=("moved_on", "destination", "direction"),
    steps=("direction",),
)
