"""The small district's office after its main job: to be asked as it is, or to be changed in a copy."""

import shutil
from pathlib import Path

import pytest
from tests.functional.desk import Desk
from tests.functional.small_office import Office, office


@pytest.fixture(scope="session")
def office_2023(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The office on 30/9/2023. Whoever uses it leaves it as it is."""
    return office(tmp_path_factory.mktemp("office"), 2023)


@pytest.fixture
def desk(office_2023: Office, tmp_path: Path) -> Desk:
    """A home of one's own with the same lists and build."""
    shutil.copytree(office_2023.desk.home, tmp_path / "home")
    return Desk(tmp_path / "home")
