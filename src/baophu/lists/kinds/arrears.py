from baophu.base.words import N_
from baophu.lists.kinds.declare import Column, Extent, Kind, Proves, Rhythm, Sender, Sensitivity, Type
from baophu.lists.kinds.people import COMMUNE, UNIT

_PUBLIC, _INTERNAL = Sensitivity.PUBLIC, Sensitivity.INTERNAL

ARREARS = Kind(
    name="arrears",
    title=N_("list of arrears"),
    words=N_("Employers that owe contributions (form B03-TS)."),
    sender=Sender.INSURER,
    rhythm=Rhythm.MONTHLY,
    proves=Proves.SNAPSHOT,
    extent=Extent.ALL,
    columns=(
        Column("employer", Type.TEXT, N_("Employer as printed."), _INTERNAL, required=True),
        Column("employer_code", Type.CODE, N_("Code of the employer at the insurer."), _INTERNAL),
        Column("tax_code", Type.CODE, N_("Tax code of the employer."), _PUBLIC),
        UNIT,
        COMMUNE,
        Column("address", Type.TEXT, N_("Address as printed."), _PUBLIC),
        Column("workers", Type.COUNT, N_("Number of workers."), _INTERNAL),
        Column("months", Type.COUNT, N_("Months owed."), _INTERNAL),
        Column("amount", Type.MONEY, N_("All that is owed, đồng."), _INTERNAL, required=True, elsewhere=True),
        Column("amount_bhxh", Type.MONEY, N_("Owed for social insurance, đồng."), _INTERNAL),
        Column("amount_bhyt", Type.MONEY, N_("Owed for health insurance, đồng."), _INTERNAL),
        Column("amount_bhtn", Type.MONEY, N_("Owed for unemployment insurance, đồng."), _INTERNAL),
        Column("amount_accident", Type.MONEY, N_("Owed for accident insurance, đồng."), _INTERNAL),
        Column("interest", Type.MONEY, N_("Interest on late payment, đồng."), _INTERNAL),
        Column("base_salary_part", Type.MONEY, N_("Part due to the rise of the base salary."), _INTERNAL),
        Column("category", Type.TEXT, N_("Late, in arrears, for long, or hard to collect."), _INTERNAL),
        Column("measure", Type.TEXT, N_("What was done to collect it."), _INTERNAL),
        Column("document", Type.TEXT, N_("Number and day of the letter about it."), _INTERNAL),
        Column("note", Type.TEXT, N_("Note as printed."), _INTERNAL),
    ),
    title_words=("cham dong", "no dong", "no bhxh", "don vi no"),
    forms=("B03-TS", "B03a-TS"),
    steps=("amount_from_parts",),
    signs=("employer", "employer_code", "workers", "amount_bhxh", "base_salary_part", "measure"),
)  # fmt: skip
