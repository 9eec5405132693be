"""The columns that all lists of people share, null where a list has none."""

from baophu.base.words import N_
from baophu.lists.kinds.declare import Column, Sensitivity, Type

_INTERNAL, _PERSONAL, _SENSITIVE = Sensitivity.INTERNAL, Sensitivity.PERSONAL, Sensitivity.SENSITIVE

UNIT = Column("unit", Type.TEXT, N_("Key of the commune of the address on this list."), _INTERNAL, read=False)
COMMUNE = Column("commune", Type.TEXT, N_("Commune as printed."), _INTERNAL, printed_once=True)
HAMLET = Column("hamlet", Type.TEXT, N_("Hamlet as printed."), _INTERNAL, printed_once=True)
HAMLET_NAME = Column(
    "hamlet_name", Type.TEXT, N_("The hamlet's name folded for comparison."), _INTERNAL, read=False
)

PERSON = (
    Column("name", Type.NAME, N_("Family, middle and given name."), _PERSONAL, required=True),
    Column("name_key", Type.TEXT, N_("The name folded for comparison."), _PERSONAL, read=False),
    Column("birth_date", Type.BIRTH, N_("Date of birth; the year alone will do."), _PERSONAL),
    Column(
        "birth_precision",
        Type.TEXT,
        N_("How exact the date of birth is: day, month or year."),
        _INTERNAL,
        read=False,
    ),
    Column("sex", Type.SEX, N_("Male or female."), _PERSONAL),
    Column("national_id", Type.NATIONAL_ID, N_("National ID, 12 digits."), _PERSONAL),
    Column("insurance_number", Type.INSURANCE_NUMBER, N_("Social insurance number, 10 digits."), _PERSONAL),
    Column("card_number", Type.CARD, N_("Health insurance card, 15 or 10 characters."), _PERSONAL),
    Column("ethnicity", Type.TEXT, N_("Ethnic group."), _SENSITIVE),
    UNIT,
    COMMUNE,
    HAMLET,
    HAMLET_NAME,
    Column("household", Type.CODE, N_("Household number."), _PERSONAL, printed_once=True),
    Column("household_head", Type.NAME, N_("Head of the household."), _PERSONAL, printed_once=True),
    Column("relation", Type.TEXT, N_("Relation to the head of the household."), _PERSONAL),
    Column("address", Type.TEXT, N_("Address as printed."), _PERSONAL),
    Column("residence", Type.RESIDENCE, N_("Permanent, temporary, away, gone or dead."), _PERSONAL),
    Column("phone", Type.PHONE, N_("Telephone number."), _PERSONAL),
    Column("note", Type.TEXT, N_("Note as printed."), _SENSITIVE),
)
