"""What tests of the rows share."""

import pytest
from tests.integration.store.visiting import TAN_LAP, number_people

from baophu.base.home import Home
from baophu.store.actions.places import NamedHamlet, add_hamlets
from baophu.store.models import Account


@pytest.fixture
def hamlets(home: Home, operator: Account) -> None:
    """Two hamlets of Tân Lập, and people who live there."""
    add_hamlets(by=operator, hamlets=[NamedHamlet(TAN_LAP, f"Thôn {n}") for n in (1, 2)], source="NQ")
    number_people()
