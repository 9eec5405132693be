"""The commune and the hamlet of each row: from its columns, else its address, else from around the table."""

import re
from typing import Any

from baophu.areas.hamlets import hamlet_key_name
from baophu.base.text import tidy
from baophu.lists.draft import Draft
from baophu.lists.titles import places_named

_COMMUNE_PART = re.compile(
    r"(?:^|[\s,;–-])(?:xã|phường|thị trấn|đặc khu|x\.|p\.|tt\.?)\s*([^,;–-]+)", re.IGNORECASE
)
_HAMLET_PART = re.compile(
    r"(?:^|[\s,;–-])((?:thôn|làng|buôn|bon|bản|ấp|khóm|khu phố|tổ dân phố|tdp|tổ|xóm)\s+[^,;–]+)",
    re.IGNORECASE,
)


def place_rows(draft: Draft) -> None:
    """Set `unit` and `hamlet_name`; a commune that is printed but not known here is a doubt."""
    _fill_from_address(draft)
    default = _commune_around(draft)
    places, on = draft.around.places, draft.around.on
    printed = draft.column("commune")
    found = {text: places.commune(text, on) for text in set(printed) if text}
    draft.values["unit"] = [found[text] if text else default for text in printed]
    unknown = {text for text, key in found.items() if key is None}
    if unknown:
        for place, text in enumerate(printed):
            if text in unknown:
                draft.note(place, "commune", "unknown_place")
    if draft.around.kind.about_people:
        keys: dict[Any, str | None] = {
            text: hamlet_key_name(text) or None for text in set(draft.column("hamlet")) if text
        }
        draft.values["hamlet_name"] = [keys.get(text) for text in draft.column("hamlet")]


def _fill_from_address(draft: Draft) -> None:
    addresses = draft.column("address")
    for name, part in (("commune", _COMMUNE_PART), ("hamlet", _HAMLET_PART)):
        column = draft.around.kind.column(name)
        if column is not None:
            known = {address: _named(address, part) for address in set(addresses) if address}
            draft.fill(name, lambda place, known=known: known.get(addresses[place]))  # type: ignore[misc]


def _named(address: str, part: re.Pattern[str]) -> str | None:
    found = part.search(tidy(address))
    return found[1].strip(" .") if found else None


def _commune_around(draft: Draft) -> str | None:
    """The commune of the titles, the sheet's or the file's name; the home's only one."""
    around = draft.around
    texts = [*places_named(around.titles), *places_named([around.sheet]), around.sheet]
    texts += [*places_named([around.file_stem]), around.file_stem.replace("_", " ")]
    found = (around.places.commune(text, around.on) for text in texts if text)
    return next((key for key in found if key), None) or around.places.commune("", around.on)
