from baophu.base.words import N_
from baophu.lists.kinds.declare import Column, Extent, Kind, Proves, Rhythm, Sender, Sensitivity, Type
from baophu.lists.kinds.people import PERSON

_INTERNAL, _PERSONAL = Sensitivity.INTERNAL, Sensitivity.PERSONAL

PARTICIPANTS = Kind(
    name="participants",
    title=N_("participants’ list"),
    words=N_("Everyone who participates in one scheme or several, by the insurer."),
    sender=Sender.INSURER,
    rhythm=Rhythm.MONTHLY,
    proves=Proves.SNAPSHOT,
    extent=Extent.SCHEME,
    columns=(
        *(
            Column(c.name, c.type, c.words, c.sensitivity, required=True, either="card_number")
            if c.name == "insurance_number"
            else c
            for c in PERSON
        ),
        Column(
            "scheme",
            Type.SCHEME,
            N_("BHYT, BHXH_BB, BHXH_TN or BHTN."),
            _INTERNAL,
            required=True,
            elsewhere=True,
        ),
        Column("group", Type.GROUP, N_("Participant group: who pays."), _PERSONAL),
        Column("from", Type.DATE, N_("First day of the participation or of the card."), _PERSONAL),
        Column("to", Type.LAST_DATE, N_("Last day; empty while it runs on."), _PERSONAL),
        Column("method_months", Type.METHOD, N_("Months of one voluntary payment, such as 3."), _PERSONAL),
        Column("employer", Type.TEXT, N_("Employer as printed."), _PERSONAL),
        Column("tax_code", Type.CODE, N_("Tax code of the employer."), Sensitivity.PUBLIC),
        Column("wage", Type.MONEY, N_("Wage or income the contribution rests on, đồng."), _PERSONAL),
        Column("amount", Type.MONEY, N_("Amount paid, đồng."), _PERSONAL),
        Column("months", Type.COUNT, N_("Months paid."), _PERSONAL),
        Column("issued_in", Type.PLACE, N_("Code of the province where the card was issued."), _INTERNAL),
    ),
    title_words=(
        "tham gia bhyt", "tham gia bhxh", "tham gia bhtn", "nguoi tham gia", "tham gia bao hiem", "the bhyt",
        "lao dong tham gia", "bhxh tu nguyen", "bhxh bat buoc", "bhtn", "nguoi co the", "cap the",
    ),
    signs=("card_number", "scheme", "from", "to", "issued_in", "method_months", "wage"),
    steps=("number_from_card", "scheme", "group_from_card", "issued_in", "later_end"),
)  # fmt: skip
