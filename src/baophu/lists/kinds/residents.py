from baophu.base.words import N_
from baophu.lists.kinds.declare import Extent, Kind, Proves, Rhythm, Sender
from baophu.lists.kinds.people import PERSON

RESIDENTS = Kind(
    name="residents",
    title=N_("residents’ list"),
    words=N_("Everyone who lives in a commune or hamlet, with households; the register's foundation."),
    sender=Sender.POLICE,
    rhythm=Rhythm.YEARLY,
    proves=Proves.SNAPSHOT,
    extent=Extent.COMMUNE,
    columns=PERSON,
    title_words=("nhan khau", "dan cu", "cu dan", "cu tru", "cong dan", "thuong tru", "ho dan", "ho khau"),
    signs=("residence", "relation", "household"),
    steps=("residence",),
)
