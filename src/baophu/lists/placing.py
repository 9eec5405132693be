"""The commune and the hamlet of each row: from its columns, else its address, else from around the table."""

import re

from baophu.areas.hamlets import hamlet_key_name
from baophu.base.errors import UserError
from baophu.base.text import tidy
from baophu.base.words import N_
from baophu.lists.draft import Draft
from baophu.lists.headings import is_heading, meanings
from baophu.lists.kinds.declare import Extent
from baophu.lists.titles import classes_named, communes_named, hamlets_named, labelled, runs_of_words

_COMMUNE_PART = re.compile(
    r"(?:^|[\s,;–-])(?:xã|phường|thị trấn|đặc khu|x\.|p\.|tt\.?)\s*([^,;–-]+)", re.IGNORECASE
)
_HAMLET_PART = re.compile(
    r"(?:^|[\s,;–-])((?:thôn|làng|buôn|bon|bản|ấp|khóm|khu phố|tổ dân phố|tdp|tổ|xóm)"
    r"\s+(?:(?!\s-\s)[^,;–])+)",
    re.IGNORECASE,
)


_BETWEEN_PARTS = re.compile(r"[,;–]|\s-\s")
_SAID_ABOVE = frozenset(("hamlet", "household", "household_head", "class"))


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
    _fill_from_labels(draft)
    _fill_class_around(draft)
    own = list(draft.column("commune"))
    _fill_from_address(draft)
    _fill_hamlet_around(draft)
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


def _fill_from_labels(draft: Draft) -> None:
    """What is printed above a table of one household, class or hamlet: “Chủ hộ: A Thui”, “Lớp: 6A”."""
    said: dict[str, set[str]] = {}
    for label, value in labelled(draft.around.titles):
        for column in meanings((label,)) if is_heading(label) and value else ():
            said.setdefault(column, set()).add(value)
    for column, values in said.items():
        if column in _SAID_ABOVE and len(values) == 1 and draft.around.kind.column(column):
            (value,) = values
            if column in draft.unsaid and not any(draft.column(column)):
                draft.fill(column, lambda _place, value=value: value)  # type: ignore[misc]


def _fill_class_around(draft: Draft) -> None:
    named = classes_named(draft.around.titles, draft.around.sheet)
    if "class" in draft.unsaid and len(named) == 1:
        (only,) = named
        draft.fill("class", lambda _place: only)


def _fill_hamlet_around(draft: Draft) -> None:
    """The one hamlet that the titles name, else the sheet, else the file, where no row says another."""
    if not draft.around.kind.column("hamlet"):
        return
    around = draft.around
    for texts in (around.titles, [around.sheet], [around.file_stem.replace("_", " ")]):
        named = {hamlet_key_name(text): text for text in hamlets_named(texts)}
        if named:
            break
    if len(named) != 1:
        return
    said = {text for text in draft.column("hamlet") if text}.union(draft.distinct("hamlet"))
    if {hamlet_key_name(text) for text in said} <= named.keys():
        (hamlet,) = named.values()
        draft.fill("hamlet", lambda _place: hamlet)


def _fill_from_address(draft: Draft) -> None:
    addresses = draft.column("address")
    if not any(addresses):
        return
    for name, part in (("commune", _COMMUNE_PART), ("hamlet", _HAMLET_PART)):
        if draft.around.kind.column(name):
            known = {address: _named(address, part) for address in set(addresses) if address}
            if name == "commune":
                known = {address: found or _bare_commune(draft, address) for address, found in known.items()}
            draft.fill_from(name, map(known.get, addresses))


def _named(address: str, part: re.Pattern[str]) -> str | None:
    found = part.search(tidy(address))
    return found[1].strip(" .") if found else None


def _bare_commune(draft: Draft, address: str) -> str | None:
    """A part of the address that is a commune's name without its level word: `Thôn 1 - Đăk Ruồng`."""
    parts = [part.strip() for part in _BETWEEN_PARTS.split(address)]
    if len(parts) == 1:
        return None
    places, on = draft.around.places, draft.around.on
    return next((part for part in reversed(parts) if part and places.commune(part, on)), None)


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
