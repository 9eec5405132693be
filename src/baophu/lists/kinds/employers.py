"""Enterprises and what they pay in wages, as the tax office knows them."""

from baophu.base.words import N_
from baophu.lists.kinds.declare import Column, Extent, Kind, Proves, Rhythm, Sender, Sensitivity, Type
from baophu.lists.kinds.people import COMMUNE, PERSON, UNIT

_PUBLIC, _INTERNAL, _PERSONAL = Sensitivity.PUBLIC, Sensitivity.INTERNAL, Sensitivity.PERSONAL
_OF_A_WORKER = ("name", "name_key", "sex", "national_id", "insurance_number", "phone", "note")

ENTERPRISES = Kind(
    name="enterprises",
    title=N_("list of enterprises"),
    words=N_("Enterprises and other employers that are taxed here, with their workers."),
    sender=Sender.TAX,
    rhythm=Rhythm.QUARTERLY,
    proves=Proves.SNAPSHOT,
    extent=Extent.ALL,
    columns=(
        Column("employer", Type.TEXT, N_("Employer as printed."), _PUBLIC, required=True),
        Column("tax_code", Type.CODE, N_("Tax code of the employer."), _PUBLIC),
        Column("employer_code", Type.CODE, N_("Code of the employer at the insurer."), _INTERNAL),
        UNIT,
        COMMUNE,
        Column("address", Type.TEXT, N_("Address as printed."), _PUBLIC),
        Column("representative", Type.NAME, N_("Who represents it in law."), _PERSONAL),
        Column("phone", Type.PHONE, N_("Telephone number."), _PERSONAL),
        Column("business", Type.TEXT, N_("What it does."), _PUBLIC),
        Column("opened_on", Type.DATE, N_("Day on which it was founded or registered."), _PUBLIC),
        Column("business_status", Type.TEXT, N_("At work, paused or closed, as printed."), _PUBLIC),
        Column("workers", Type.COUNT, N_("Number of workers."), _INTERNAL),
        Column("insured_workers", Type.COUNT, N_("Workers with social insurance."), _INTERNAL),
        Column("wage_fund", Type.MONEY, N_("All wages paid, đồng."), _INTERNAL),
        Column("note", Type.TEXT, N_("Note as printed."), _INTERNAL),
    ),
    title_words=("doanh nghiep", "danh sach doanh nghiep", "doanh nghiep dang hoat dong", "nguoi nop thue"),
    other_words=("cham dong", "no dong", "no bhxh", "lao dong tham gia"),
    signs=("representative", "business", "opened_on", "business_status", "insured_workers", "wage_fund"),
)

PAYROLLS = Kind(
    name="payrolls",
    title=N_("payroll"),
    words=N_("Workers and what an employer paid them, as declared for tax."),
    sender=Sender.TAX,
    rhythm=Rhythm.QUARTERLY,
    proves=Proves.SNAPSHOT,
    extent=Extent.EMPLOYER,
    columns=(
        Column("employer", Type.TEXT, N_("Employer as printed."), _PERSONAL, required=True, elsewhere=True),
        Column("tax_code", Type.CODE, N_("Tax code of the employer."), _PUBLIC, elsewhere=True),
        *(column for column in PERSON if column.name in _OF_A_WORKER),
        Column("personal_tax_code", Type.CODE, N_("Tax code of the worker."), _PERSONAL),
        Column("job", Type.TEXT, N_("Rank, post or place of work as printed."), _PERSONAL),
        Column("wage", Type.MONEY, N_("Wage or income paid, đồng."), _PERSONAL, required=True),
        Column("months", Type.COUNT, N_("Months worked."), _PERSONAL),
    ),
    title_words=("bang luong", "bang thanh toan tien luong", "quyet toan thue", "chi tra thu nhap"),
    signs=("personal_tax_code",),
    steps=("head_block",),
)
