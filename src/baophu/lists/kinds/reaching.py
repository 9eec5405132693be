"""Whom others know to be without a card or soon to be: lists of communes and of collectors."""

from baophu.base.words import N_
from baophu.lists.kinds.declare import Column, Kind, Proves, Rhythm, Sender, Sensitivity, Type
from baophu.lists.kinds.people import PERSON

_INTERNAL, _PERSONAL, _SENSITIVE = Sensitivity.INTERNAL, Sensitivity.PERSONAL, Sensitivity.SENSITIVE

DUE_LAPSED = Kind(
    name="due_lapsed",
    title=N_("list of the due and the lapsed"),
    words=N_("People whose card or payment ends soon or has ended, as collectors keep them."),
    sender=Sender.COLLECTOR,
    rhythm=Rhythm.MONTHLY,
    proves=Proves.EVIDENCE,
    columns=(
        *PERSON,
        Column("scheme", Type.SCHEME, N_("BHYT, BHXH_BB, BHXH_TN or BHTN."), _INTERNAL, elsewhere=True),
        Column("group", Type.GROUP, N_("Participant group: who pays."), _PERSONAL),
        Column("from", Type.DATE, N_("First day of the participation or of the card."), _PERSONAL),
        Column("to", Type.LAST_DATE, N_("Last day paid for."), _PERSONAL, required=True),
        Column("months", Type.COUNT, N_("Months to be paid."), _PERSONAL),
        Column("amount", Type.MONEY, N_("Amount to be paid, đồng."), _PERSONAL),
        Column("collector", Type.TEXT, N_("Collector, or the collector’s code."), _INTERNAL),
        Column("contact_result", Type.TEXT, N_("What came of asking, as printed."), _SENSITIVE),
    ),
    title_words=(
        "den han", "sap den han", "het han", "sap het han", "gian doan", "den han dong", "dao han",
        "tai tuc", "den han tai tuc",
    ),
    signs=("contact_result", "collector", "to"),
    steps=("number_from_card", "scheme"),
)  # fmt: skip

UNINSURED = Kind(
    name="uninsured",
    title=N_("list of people without insurance"),
    words=N_("People whom the commune knows to have no health insurance, hamlet by hamlet."),
    sender=Sender.COMMUNE,
    rhythm=Rhythm.ONCE,
    proves=Proves.EVIDENCE,
    columns=(
        *PERSON,
        Column("job", Type.TEXT, N_("Rank, post or place of work as printed."), _PERSONAL),
        Column("reason", Type.TEXT, N_("Why they have no insurance, as printed."), _SENSITIVE),
        Column("group", Type.GROUP, N_("Group that they could join."), _PERSONAL),
    ),
    title_words=(
        "chua tham gia bhyt", "chua tham gia bao hiem y te", "chua co the bhyt", "chua co the bao hiem y te",
        "chua co bhyt", "chua tham gia", "khong tham gia bhyt",
    ),
    other_words=(
        "hoc sinh", "sinh vien", "hssv", "hs", "ho ngheo", "can ngheo", "muc song trung binh",
        "doanh nghiep", "don vi",
    ),
    signs=("reason", "job"),
)  # fmt: skip
