"""A resident without a card, and a card that is nobody's, for tests of decisions on who is who."""

from pathlib import Path

from tests.integration.store.receiving import receive
from tests.offices import STRANGER, participants_file, residents_file

from baophu.register.decided import RowPair
from baophu.store.actions.accounts import make_account
from baophu.store.models import Account, ReceivedList

FIRST_ROW = 4


def receive_both(by: Account, folder: Path) -> tuple[str, str]:
    """Receive the residents and the participants; the ids of both lists."""
    residents = receive(by, residents_file(folder))
    participants = receive(by, participants_file(folder, STRANGER))
    return residents.lists[0].key, participants.lists[0].key


def both_lists() -> tuple[str, str]:
    """The ids of both lists of a home that has them."""
    residents, participants = ReceivedList.standing.order_by("pk").values_list("key", flat=True)
    return residents, participants


def bare_card(lists: tuple[str, str]) -> RowPair:
    """The resident Trần Văn Bình, who has no card, and the card of another of that name."""
    residents, participants = lists
    return RowPair(residents, FIRST_ROW + 4, participants, FIRST_ROW + 3)


def two_without(lists: tuple[str, str]) -> RowPair:
    """A Minh, who has no card either, and the resident Trần Văn Bình."""
    residents, _participants = lists
    return RowPair(residents, FIRST_ROW + 2, residents, FIRST_ROW + 4)


def officer(by: Account, name: str, *units: str) -> Account:
    account, _password = make_account(by=by, name=name, role="insurance_officer", units=list(units))
    return account
