"""Lists of people whom the budget or a support policy pays for, as the commune keeps them."""

from dataclasses import replace

from baophu.base.words import N_
from baophu.lists.kinds.declare import Column, Extent, Kind, Proves, Rhythm, Sender, Sensitivity, Type
from baophu.lists.kinds.people import PERSON

_GROUP = Column(
    "group",
    Type.GROUP,
    N_("Participant group: who pays."),
    Sensitivity.SENSITIVE,
    required=True,
    elsewhere=True,
)

POOR_HOUSEHOLDS = Kind(
    name="poor_households",
    title=N_("list of poor and near-poor households"),
    words=N_("Members of poor and near-poor households, one row each."),
    sender=Sender.COMMUNE,
    rhythm=Rhythm.YEARLY,
    proves=Proves.SNAPSHOT,
    extent=Extent.COMMUNE,
    columns=(*PERSON, replace(_GROUP, printed_once=True)),
    title_words=("ho ngheo", "can ngheo", "nguoi ngheo"),
    group_codes=("HN", "CN"),
    steps=("poor_group",),
)

FARMING_HOUSEHOLDS = Kind(
    name="farming_households",
    title=N_("list of farming households with an average living standard"),
    words=N_("Members of farming, forestry, fishery and salt households with an average living standard."),
    sender=Sender.COMMUNE,
    rhythm=Rhythm.YEARLY,
    proves=Proves.SNAPSHOT,
    extent=Extent.COMMUNE,
    columns=(*PERSON, _GROUP),
    title_words=("muc song trung binh", "nong lam ngu", "nong nghiep lam nghiep", "nlnn", "nong lam nghiep"),
    constants=(("group", "GB"),),
)

SOCIAL_PROTECTION = Kind(
    name="social_protection",
    title=N_("list of social assistance"),
    words=N_("People with a monthly social allowance."),
    sender=Sender.COMMUNE,
    rhythm=Rhythm.YEARLY,
    proves=Proves.SNAPSHOT,
    extent=Extent.COMMUNE,
    columns=(*PERSON, _GROUP),
    title_words=("bao tro xa hoi", "btxh", "tro cap xa hoi", "tro cap bao tro"),
    constants=(("group", "BT"),),
)

AREA_RESIDENTS = Kind(
    name="area_residents",
    title=N_("list of residents of hardship areas"),
    words=N_("Ethnic minorities and residents of hardship areas, islands and safe zones."),
    sender=Sender.COMMUNE,
    rhythm=Rhythm.YEARLY,
    proves=Proves.SNAPSHOT,
    extent=Extent.COMMUNE,
    columns=(
        *PERSON,
        _GROUP,
        Column(
            "living_area",
            Type.TEXT,
            N_("Area of hardship: K1, K2, K3, or its words."),
            Sensitivity.INTERNAL,
            printed_once=True,
        ),
    ),
    title_words=(
        "dan toc thieu so", "dtts", "dac biet kho khan", "dbkk", "vung kho khan", "xa dao", "huyen dao",
        "an toan khu", "vung sinh song",
    ),
    other_words=("ho ngheo", "can ngheo", "hoc sinh", "sinh vien", "hssv"),
    group_codes=("DT", "DK", "XD", "AK", "DS"),
    signs=("living_area",),
    steps=("area_group",),
)  # fmt: skip
