"""The commune and the hamlet of each row: from its columns, else its address, else from around the table."""

import re

from baophu.areas.hamlets import hamlet_key_name
from baophu.base.errors import UserError
from baophu.base.text import tidy
from baophu.base.words import N_
from baophu.lists.draft import Draft
from baophu.lists.kinds.declare import Extent
from baophu.lists.titles import communes_named, runs_of_words

_COMMUNE_PART = re.compile(
    r"(?:^|[\s,;–-])(?:xã|phường|thị trấn|đặc khu|x\.|p\.|tt\.?)\s*([^,;–-]+)", re.IGNORECASE
)
_HAMLET_PART = re.compile(
    r"(?:^|[\s,;–-])((?:thôn|làng|buôn|bon|bản|ấp|khóm|khu phố|tổ dân phố|tdp|tổ|xóm)\s+[^,;–]+)",
    re.IGNORECASE,
)


class OfAnotherPlace(UserError):
    message = N_("{list}: this is a list of {commune}, which does not belong to this home.")
    advice = N_(
        "Receive it in the home it belongs to. Where people of this home are on it, add a column “Xã”."
    )
    exit_code = 15


def place_rows(draft: Draft) -> None:
    """Set `unit` and `hamlet_name`; a commune that is printed but not known here is a doubt.

    On a residents' list an address elsewhere, where someone is registered, does not move them out of the
    commune that the list is of. A participants' list that says no commune is of the whole home. Raises
    OfAnotherPlace for a list that speaks for a commune.
    """
    own = list(draft.column("commune"))
    _fill_from_address(draft)
    places, on = draft.around.places, draft.around.on
    printed = draft.column("commune")
    found = {text: places.commune(text, on) for text in set(printed) if text}
    if draft.around.kind.name == "residents":
        printed = [text if text and found[text] else said for text, said in zip(printed, own, strict=True)]
    default = None if all(printed) else _commune_around(draft)
    draft.values["unit"] = [found[text] if text else default for text in printed]
    unknown = {text for text, key in found.items() if key is None}
    if unknown:
        for place, text in enumerate(printed):
            if text in unknown:
                draft.note(place, "commune", "unknown_place")
    if draft.around.kind.column("hamlet_name"):
        hamlets = draft.column("hamlet")
        keys = {text: hamlet_key_name(text) or None for text in set(hamlets) if text}
        draft.values["hamlet_name"] = [keys.get(text) for text in hamlets]


def _fill_from_address(draft: Draft) -> None:
    addresses = draft.column("address")
    for name, part in (("commune", _COMMUNE_PART), ("hamlet", _HAMLET_PART)):
        if draft.around.kind.column(name):
            known = {address: _named(address, part) for address in set(addresses) if address}
            named = [known.get(address) for address in addresses]
            draft.fill(name, named.__getitem__)


def _named(address: str, part: re.Pattern[str]) -> str | None:
    found = part.search(tidy(address))
    return found[1].strip(" .") if found else None


def _commune_around(draft: Draft) -> str | None:
    """The one commune that the titles name, else the sheet, else the file; else the home's only one."""
    around = draft.around
    titles = list(communes_named(around.titles))
    for texts in (
        titles,
        [around.sheet, *communes_named([around.sheet]), *runs_of_words(around.sheet)],
        runs_of_words(around.file_stem),
    ):
        found = {around.places.commune(text, around.on) for text in texts if text} - {None}
        if len(found) == 1:
            return found.pop()
        if found:
            return None
    elsewhere = next((text for text in titles if around.places.is_elsewhere(text)), None)
    if elsewhere and around.kind.extent is Extent.COMMUNE:
        raise OfAnotherPlace(list=around.sheet or around.file_stem, commune=elsewhere)
    only = around.places.commune("", around.on)
    whole = around.places.whole() if around.kind.extent is Extent.SCHEME else None
    return None if elsewhere else only or whole
