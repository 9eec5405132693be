"""The forms of one person and of one employer: TK1-TS, C12-TS."""

from baophu.base.words import N_
from baophu.lists.kinds.declare import Column, Extent, Kind, Proves, Rhythm, Sender, Sensitivity, Type
from baophu.lists.kinds.people import PERSON

_PUBLIC, _INTERNAL, _PERSONAL = Sensitivity.PUBLIC, Sensitivity.INTERNAL, Sensitivity.PERSONAL

PERSON_FORM = Kind(
    name="person_form",
    title=N_("declarations of personal data"),
    words=N_("What people declare of themselves to join or to have data corrected (form TK1-TS)."),
    sender=Sender.COLLECTOR,
    rhythm=Rhythm.ON_CHANGE,
    proves=Proves.EVIDENCE,
    columns=(
        *PERSON,
        Column("nationality", Type.TEXT, N_("Nationality."), _PERSONAL),
        Column("email", Type.TEXT, N_("E-mail address."), _PERSONAL),
        Column("birth_place", Type.TEXT, N_("Where the birth was registered."), _PERSONAL),
        Column("parents", Type.TEXT, N_("Parents or guardian where they share one column."), _PERSONAL),
        Column("wage", Type.MONEY, N_("Income that was chosen, đồng."), _PERSONAL),
        Column("method_months", Type.METHOD, N_("Months of one voluntary payment, such as 3."), _PERSONAL),
        Column("clinic", Type.TEXT, N_("Where treatment begins, as printed."), _PERSONAL),
        Column("request", Type.TEXT, N_("What is to be changed."), _PERSONAL),
        Column("proof", Type.TEXT, N_("Papers that prove it."), _PERSONAL),
    ),
    title_words=("to khai tham gia", "to khai dieu chinh thong tin"),
    forms=("TK1-TS",),
    signs=("nationality", "birth_place", "request", "proof"),
    steps=("number_from_card",),
)

CONTRIBUTIONS = Kind(
    name="contributions",
    title=N_("notice of contributions"),
    words=N_("What one employer had to pay, paid and carries over, line by line (form C12-TS)."),
    sender=Sender.INSURER,
    rhythm=Rhythm.MONTHLY,
    proves=Proves.SNAPSHOT,
    extent=Extent.EMPLOYER,
    columns=(
        Column("employer", Type.TEXT, N_("Employer as printed."), _INTERNAL, required=True, elsewhere=True),
        Column(
            "employer_code", Type.CODE, N_("Code of the employer at the insurer."), _INTERNAL, elsewhere=True
        ),
        Column("tax_code", Type.CODE, N_("Tax code of the employer."), _PUBLIC, elsewhere=True),
        Column("part", Type.TEXT, N_("Carried over, arisen, paid, or to carry over."), _INTERNAL),
        Column("item", Type.TEXT, N_("What the line tells of."), _INTERNAL, required=True),
        Column("amount_bhxh", Type.MONEY, N_("Of social insurance; workers or đồng."), _INTERNAL),
        Column("amount_bhyt", Type.MONEY, N_("Of health insurance; workers or đồng."), _INTERNAL),
        Column("amount_bhtn", Type.MONEY, N_("Of unemployment insurance; workers or đồng."), _INTERNAL),
        Column("amount_accident", Type.MONEY, N_("Of accident insurance; workers or đồng."), _INTERNAL),
        Column("amount", Type.MONEY, N_("In all, đồng."), _INTERNAL),
        Column("note", Type.TEXT, N_("Note as printed."), _INTERNAL),
    ),
    title_words=("ket qua dong bhxh", "ket qua dong bao hiem"),
    forms=("C12-TS",),
    signs=("item", "part", "amount_accident"),
    steps=("head_block", "part_of_item"),
)
