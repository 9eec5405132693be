"""What a kind of list is made of. A kind is declared once, with words; all reading follows from it."""

from dataclasses import dataclass
from enum import StrEnum

from baophu.base.words import N_


class Type(StrEnum):
    """How the cells of a column are read; `cleaning.columns` has a reader for each."""

    NAME = "name"
    TEXT = "text"
    CODE = "code"
    DATE = "date"
    LAST_DATE = "last_date"
    BIRTH = "birth"
    SEX = "sex"
    MARK = "mark"
    NATIONAL_ID = "national_id"
    INSURANCE_NUMBER = "insurance_number"
    CARD = "card"
    PHONE = "phone"
    COUNT = "count"
    MONEY = "money"
    RESIDENCE = "residence"
    GROUP = "group"
    SCHEME = "scheme"
    METHOD = "method"
    YES_NO = "yes_no"
    DIRECTION = "direction"
    PLACE = "place"
    OUTCOME = "outcome"


class Sensitivity(StrEnum):
    """Who may see a column: anyone, the office, those with a purpose; sensitive ones need a reason too."""

    PUBLIC = "public"
    INTERNAL = "internal"
    PERSONAL = "personal"
    SENSITIVE = "sensitive"


class Proves(StrEnum):
    """A list of all there are in an extent; of what changed; of things that happened; of what somebody says.

    Evidence changes no figure: it is kept, given to its people, and shown on their records.
    """

    SNAPSHOT = "snapshot"
    CHANGE = "change"
    EVENT = "event"
    EVIDENCE = "evidence"


PROVES_WORDS = {
    Proves.SNAPSHOT: N_("names all there are; the newest stands"),
    Proves.CHANGE: N_("tells who joins and who leaves, until the insurer’s next list"),
    Proves.EVENT: N_("tells what happened, for good"),
    Proves.EVIDENCE: N_("is kept and shown; changes no figure"),
}


class Extent(StrEnum):
    """What a snapshot speaks for: communes (or one hamlet), schemes in communes, schools, employers, all."""

    COMMUNE = "commune"
    SCHEME = "scheme"
    SCHOOL = "school"
    EMPLOYER = "employer"
    ALL = "all"


class Sender(StrEnum):
    """Whose office sends a list, by its role; which office has it on a day `areas.offices` tells."""

    INSURER = "insurer"
    POLICE = "police"
    COMMUNE = "commune"
    CIVIL_STATUS = "civil_status"
    SCHOOL = "school"
    EDUCATION = "education"
    EMPLOYER = "employer"
    COLLECTOR = "collector"
    TAX = "tax"
    COMMITTEE = "committee"


SENDER_WORDS = {
    Sender.INSURER: N_("Social insurance office"),
    Sender.POLICE: N_("Commune police"),
    Sender.COMMUNE: N_("Commune"),
    Sender.CIVIL_STATUS: N_("Commune civil status officer"),
    Sender.SCHOOL: N_("School"),
    Sender.EDUCATION: N_("Education office"),
    Sender.EMPLOYER: N_("Employer"),
    Sender.COLLECTOR: N_("Hamlet head or collector"),
    Sender.TAX: N_("Tax office"),
    Sender.COMMITTEE: N_("Steering committee"),
}


class Rhythm(StrEnum):
    """How often a list is to come; those on change are never late."""

    ONCE = "once"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"
    SCHOOL_YEAR = "school_year"
    ON_CHANGE = "on_change"


RHYTHM_WORDS = {
    Rhythm.ONCE: N_("once, when asked"),
    Rhythm.WEEKLY: N_("every week"),
    Rhythm.MONTHLY: N_("every month"),
    Rhythm.QUARTERLY: N_("every quarter"),
    Rhythm.YEARLY: N_("every year"),
    Rhythm.SCHOOL_YEAR: N_("every school year"),
    Rhythm.ON_CHANGE: N_("when something changes"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `words` is a message id: one sentence for its reader.

    `either` names another column that makes up for this one where it is required; `elsewhere` says that
    titles, sections or other columns may hold it too. `printed_once` columns may be blank below a value
    that holds on. A column that is not `read` has no heading of its own: it is worked out from others.
    `heading` is its usual one in lists of this kind, where that is not the first of all its headings.
    """

    name: str
    type: Type
    words: str
    sensitivity: Sensitivity
    required: bool = False
    either: str | None = None
    elsewhere: bool = False
    printed_once: bool = False
    read: bool = True
    heading: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of list.

    `title` is what an official calls it, `words` say in a sentence what is in it, both as message ids;
    `sender` whose office sends it, `rhythm` how often.
    `forms` are the codes of the official forms it comes on. `title_words` are folded words of its titles,
    which say nothing beside one of `other_words`; `change_words` name a change outright. `signs` are columns
    and `group_codes` participant groups that tell it from other kinds, `constants` values that hold for every
    row. `steps` name what is worked out after reading (`deriving`).
    """

    name: str
    title: str
    words: str
    sender: Sender
    rhythm: Rhythm
    proves: Proves
    extent: Extent | None = None
    columns: tuple[Column, ...]
    title_words: tuple[str, ...]
    change_words: tuple[str, ...] = ()
    other_words: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    group_codes: tuple[str, ...] = ()
    constants: tuple[tuple[str, str], ...] = ()
    steps: tuple[str, ...] = ()

    def column(self, name: str) -> Column | None:
        return next((column for column in self.columns if column.name == name), None)

    @property
    def about_people(self) -> bool:
        return self.column("name") is not None

    @property
    def of_register(self) -> bool:
        """Whether its rows are given to people of the register: it can tell when they were born."""
        return self.about_people and self.column("birth_date") is not None
