"""How many live where: counts that may become the denominators of rates."""

from baophu.base.words import N_
from baophu.lists.kinds.declare import Column, Extent, Kind, Proves, Rhythm, Sender, Sensitivity, Type
from baophu.lists.kinds.people import COMMUNE, HAMLET, HAMLET_NAME, UNIT

_INTERNAL = Sensitivity.INTERNAL

POPULATION_COUNTS = Kind(
    name="population_counts",
    title=N_("population counts"),
    words=N_("How many people and households live in a commune or hamlet, one row each."),
    sender=Sender.COMMUNE,
    rhythm=Rhythm.YEARLY,
    proves=Proves.SNAPSHOT,
    extent=Extent.COMMUNE,
    columns=(
        UNIT,
        COMMUNE,
        HAMLET,
        HAMLET_NAME,
        Column("population", Type.COUNT, N_("People who live there."), _INTERNAL, required=True),
        Column("households", Type.COUNT, N_("Households."), _INTERNAL),
        Column("permanent", Type.COUNT, N_("Permanent residents."), _INTERNAL),
        Column("temporary", Type.COUNT, N_("Temporary residents."), _INTERNAL),
        Column("men", Type.COUNT, N_("Men and boys."), _INTERNAL),
        Column("women", Type.COUNT, N_("Women and girls."), _INTERNAL),
        Column("minorities", Type.COUNT, N_("People of ethnic minorities."), _INTERNAL),
        Column("labour_force", Type.COUNT, N_("People of working age, or the labour force."), _INTERNAL),
        Column("note", Type.TEXT, N_("Note as printed."), _INTERNAL),
    ),
    title_words=(
        "dan so",
        "so lieu dan so",
        "so nhan khau",
        "so khau",
        "so ho so khau",
        "thong ke nhan khau",
    ),
    signs=("permanent", "temporary", "labour_force", "minorities"),
)
