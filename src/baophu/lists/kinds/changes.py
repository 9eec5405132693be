"""Who joins and who leaves between two lists of the insurer: forms D03-TS, D05-TS, D02-LT."""

from baophu.base.words import N_
from baophu.lists.kinds.declare import Column, Kind, Proves, Rhythm, Sender, Sensitivity, Type
from baophu.lists.kinds.people import PERSON

_PUBLIC, _INTERNAL, _PERSONAL = Sensitivity.PUBLIC, Sensitivity.INTERNAL, Sensitivity.PERSONAL
_SCHEME = Column("scheme", Type.SCHEME, N_("The scheme that is joined or left."), _INTERNAL, elsewhere=True)
_EMPLOYER = (
    Column("employer", Type.TEXT, N_("Employer as printed."), _PERSONAL, elsewhere=True),
    Column("employer_code", Type.CODE, N_("Code of the employer at the insurer."), _INTERNAL, elsewhere=True),
    Column("tax_code", Type.CODE, N_("Tax code of the employer."), _PUBLIC, elsewhere=True),
)
_CHANGE = (
    Column(
        "direction",
        Type.DIRECTION,
        N_("Joins (in), leaves (out), or stays with other data (change)."),
        _INTERNAL,
        required=True,
        elsewhere=True,
        heading="tăng/giảm",
    ),
    Column("plan", Type.CODE, N_("Code of the change: TM new, ON again, GH gone, DC other data."), _INTERNAL),
    Column("subject", Type.TEXT, N_("What changes by the section: participation or pay."), _INTERNAL),
    Column(
        "from", Type.DATE, N_("First day of the participation; of who leaves, first day without."), _PERSONAL
    ),
    Column("to", Type.LAST_DATE, N_("Last day; empty while it runs on."), _PERSONAL),
)
_PAYMENT = (
    Column("months", Type.COUNT, N_("Months paid."), _PERSONAL),
    Column("amount", Type.MONEY, N_("Amount paid, đồng."), _PERSONAL),
    Column("province_rate", Type.TEXT, N_("Share that the province pays, as printed."), _INTERNAL),
    Column("other_rate", Type.TEXT, N_("Share that others pay, as printed."), _INTERNAL),
    Column("receipt_date", Type.DATE, N_("Day of the receipt."), _PERSONAL),
    Column("receipt_number", Type.CODE, N_("Number of the receipt for what was paid."), _PERSONAL),
    Column("collector", Type.TEXT, N_("Collector, or the collector’s code."), _INTERNAL),
)


def _in_titles(*whom: str) -> tuple[str, ...]:
    """How titles name a change outright: “báo tăng người”, “tăng, giảm thẻ BHYT”."""
    return tuple(f"{way} {one}" for way in ("tang", "giam", "tang giam", "tang moi") for one in whom)


JOINERS_LEAVERS = Kind(
    name="joiners_leavers",
    title=N_("list of joiners and leavers of health insurance"),
    words=N_("People of one group who join health insurance alone, or leave it (form D03-TS)."),
    sender=Sender.COMMUNE,
    rhythm=Rhythm.ON_CHANGE,
    proves=Proves.CHANGE,
    columns=(
        *PERSON,
        _SCHEME,
        Column("group", Type.GROUP, N_("Participant group: who pays."), _PERSONAL, elsewhere=True),
        *_CHANGE,
        Column("wage", Type.MONEY, N_("Wage or allowance the contribution rests on, đồng."), _PERSONAL),
        *_PAYMENT,
        Column("clinic", Type.TEXT, N_("Where treatment begins, as printed."), _PERSONAL),
        Column("living_area", Type.TEXT, N_("Area of hardship: K1, K2, K3, or its words."), _INTERNAL),
        Column("died_on", Type.DATE, N_("Day of death of who leaves by dying."), _PERSONAL),
    ),
    title_words=("tham gia bhyt", "tham gia bao hiem y te"),
    change_words=_in_titles("nguoi", "nguoi tham gia", "bhyt", "the bhyt", "the", "tham gia bhyt"),
    other_words=("lao dong", "bhxh tu nguyen", "nhan khau"),
    forms=("D03-TS", "D03a-TS"),
    signs=("plan", "receipt_date", "receipt_number", "collector", "province_rate", "other_rate", "direction"),
    constants=(("scheme", "BHYT"),),
    steps=("head_block", "number_from_card", "direction_of_change", "end_of_months", "later_end"),
)

VOLUNTARY = Kind(
    name="voluntary",
    title=N_("list of voluntary social insurance"),
    words=N_("People who pay voluntary social insurance, or stop paying it (form D05-TS)."),
    sender=Sender.COLLECTOR,
    rhythm=Rhythm.ON_CHANGE,
    proves=Proves.CHANGE,
    columns=(
        *PERSON,
        _SCHEME,
        *_CHANGE,
        Column("wage", Type.MONEY, N_("Income that was chosen, đồng."), _PERSONAL),
        Column("method_months", Type.METHOD, N_("Months of one voluntary payment, such as 3."), _PERSONAL),
        *_PAYMENT,
        Column("own_payment", Type.MONEY, N_("Paid by the person, đồng."), _PERSONAL),
        Column("state_support", Type.MONEY, N_("Paid by the State, đồng."), _PERSONAL),
        Column("province_support", Type.MONEY, N_("Paid by the province, đồng."), _PERSONAL),
        Column("other_support", Type.MONEY, N_("Paid by others, đồng."), _PERSONAL),
    ),
    title_words=("tham gia bhxh tu nguyen", "tham gia bao hiem xa hoi tu nguyen", "dong bhxh tu nguyen"),
    change_words=_in_titles("bhxh tu nguyen", "nguoi tham gia bhxh tu nguyen"),
    forms=("D05-TS",),
    signs=("plan", "own_payment", "state_support", "receipt_date", "direction"),
    constants=(("scheme", "BHXH_TN"),),
    steps=("head_block", "direction_of_change", "end_of_months", "later_end"),
)  # fmt: skip

WORKERS = Kind(
    name="workers",
    title=N_("list of joining and leaving workers"),
    words=N_("Workers whom an employer begins or ceases to insure (forms D02-LT, D02-TS)."),
    sender=Sender.EMPLOYER,
    rhythm=Rhythm.ON_CHANGE,
    proves=Proves.CHANGE,
    columns=(
        *PERSON,
        *_EMPLOYER,
        *_CHANGE,
        Column("job", Type.TEXT, N_("Rank, post or place of work as printed."), _PERSONAL),
        Column("post_manager", Type.TEXT, N_("A cross for managers."), _PERSONAL),
        Column("post_high", Type.TEXT, N_("A cross for highly skilled professionals."), _PERSONAL),
        Column("post_middle", Type.TEXT, N_("A cross for professionals of middle skill."), _PERSONAL),
        Column("post_other", Type.TEXT, N_("A cross, or words, for other work."), _PERSONAL),
        Column("pay", Type.TEXT, N_("Wage or its coefficient, as printed."), _PERSONAL),
        Column("wage", Type.MONEY, N_("Wage the contribution rests on, đồng."), _PERSONAL, read=False),
        Column("allowance_post", Type.TEXT, N_("Allowance for a post, as printed."), _PERSONAL),
        Column("allowance_beyond", Type.TEXT, N_("Seniority beyond the scale, per cent."), _PERSONAL),
        Column("allowance_trade", Type.TEXT, N_("Seniority in the trade, per cent."), _PERSONAL),
        Column("allowance_wage", Type.TEXT, N_("Wage allowance, as printed."), _PERSONAL),
        Column("allowance_other", Type.TEXT, N_("Further payments, as printed."), _PERSONAL),
        Column("hazard_from", Type.DATE, N_("First day of hard or harmful work."), _PERSONAL),
        Column("hazard_to", Type.LAST_DATE, N_("Last day of hard or harmful work."), _PERSONAL),
        Column("contract_open_from", Type.DATE, N_("First day of a contract without end."), _PERSONAL),
        Column("contract_from", Type.DATE, N_("First day of a contract with an end."), _PERSONAL),
        Column("contract_to", Type.LAST_DATE, N_("Last day of that contract."), _PERSONAL),
        Column("contract_other_from", Type.DATE, N_("First day of another contract."), _PERSONAL),
        Column("contract_other_to", Type.LAST_DATE, N_("Last day of another contract."), _PERSONAL),
    ),
    title_words=(
        "lao dong tham gia bhxh", "lao dong tham gia bao hiem xa hoi", "nguoi lao dong tham gia bhxh",
    ),
    change_words=_in_titles("lao dong", "nguoi lao dong"),
    forms=("D02-LT", "D02-TS"),
    signs=("plan", "allowance_post", "allowance_beyond", "allowance_trade", "allowance_wage",
           "allowance_other", "contract_open_from", "contract_from", "direction"),
    steps=("head_block", "direction_of_change", "wage_from_pay", "later_end"),
)  # fmt: skip
