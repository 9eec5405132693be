"""What reports take from the rows: the letterhead of the office, and the lists it received."""

from datetime import date

from baophu.lists.kinds import kind_words
from baophu.reports import facts
from baophu.store.models import ReceivedList
from baophu.store.questions import the_office

INSURER = "bảo hiểm xã hội"


def office_letterhead() -> facts.Office:
    """The letterhead of the home's office."""
    office = the_office()
    return facts.Office(
        name=office.name,
        parent=office.superior,
        code="BC-BHXH" if INSURER in office.name.lower() else "BC-UBND",
        place=office.place,
        addressees=tuple(office.addressees),
        copies=tuple(office.copies),
        signer_authority=office.signer_authority,
        signer_title=office.signer_title,
        signer_name=office.signer_name,
    )


def lists_read(on: date) -> list[facts.ListRead]:
    """The lists that figures of a day rest on, in the order of receipt."""
    return [
        facts.ListRead(
            name=kind_words(one.kind),
            sender=one.sender,
            file=one.file.name,
            as_of=one.as_of,
            rows=one.rows,
            accepted=one.accepted,
            doubtful=one.doubtful,
            rejected=one.rejected,
        )
        for one in ReceivedList.of_builds.filter(as_of__lte=on)
    ]
