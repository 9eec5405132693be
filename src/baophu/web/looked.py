"""What was open when people were looked at, as the access log calls it."""

from baophu.base.words import N_, _
from baophu.store.actions.unmasking import REASONS

# Page or command without the numbers in it → its name.
LOOK_WORDS = {
    "demo": N_("making the example"),
    "figure": N_("the people a figure counts"),
    "gaps": N_("list of people to reach (command line)"),
    "household": N_("a household’s record"),
    "lists": N_("rows of a received list"),
    "lists/rejected": N_("rejected rows of a list"),
    "lists/rows": N_("rows of a received list"),
    "lists/uploads": N_("rows of a list before it is kept"),
    "people": N_("People to reach"),
    "people in Excel": N_("People to reach, as an Excel file"),
    "people on paper": N_("People to reach, to print"),
    "person": N_("a person’s record"),
    "review": N_("Pairs to decide"),
    "review lost": N_("decisions without ground (command line)"),
    "review of two": N_("two who may be one person"),
    "row": N_("a row of a list"),
    "rows": N_("rows of lists (command line)"),
    "rows of a filled worklist": N_("a filled worklist that came back"),
    "search": N_("Search"),
    "unmask": N_("numbers in full"),
    "visit": N_("recording a visit"),
    "visits": N_("My visits"),
    "worklist": N_("a worklist"),
    "worklist in Excel": N_("a worklist, as an Excel file"),
    "worklist on paper": N_("a worklist, to print"),
}


def look_words(command: str) -> str:
    """The page or command as a reader of the log knows it, with what stands after it."""
    name, _colon, reason = command.partition(": ")
    parts = name.split("/")
    page = "/".join(part for part in parts if not part.isdecimal())
    number = " ".join(part for part in parts if part.isdecimal())
    told = _(LOOK_WORDS[page]) if page in LOOK_WORDS else page
    why = _(REASONS.get(reason, reason)) if reason else ""
    return " ".join(part for part in (told, number, f"({why})" if why else "") if part)
