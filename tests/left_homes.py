"""Homes as tests left them: what many tests begin with is done once, and copied."""

import copy
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import connection, connections
from tests.postgresql import Cluster

from baophu.base.home import Home
from baophu.store.databases import URL_VARIABLE
from baophu.store.opening import open_home

# An open home, a name for what is done in it, and how: what came of it.
type Once = Callable[[Home, str, Callable[[], Any]], Any]


@dataclass(frozen=True, slots=True)
class Left:
    """A home as it was left, its database where that lies elsewhere, and what came of it."""

    folder: Path
    database: str | None
    result: Any


@dataclass
class LeftHomes:
    """Copies of homes by what was done in them and the database it was done on, in a folder for them."""

    folder: Path
    left: dict[tuple[str, str], Left] = field(default_factory=dict)

    def once[T](self, home: Home, cluster: Cluster | None, name: str, action: Callable[[], T]) -> T:
        """Do it in the open home, or make that home a copy of the first where `name` was done.

        The address of a database of its own is left in the environment.
        """
        key = name, connection.vendor
        if key in self.left:
            self._copy(self.left[key], home, cluster)
        else:
            self.left[key] = self._done(home, cluster, key, action)
        open_home(home)
        result: T = copy.deepcopy(self.left[key].result)
        return result

    def _done(
        self, home: Home, cluster: Cluster | None, key: tuple[str, str], action: Callable[[], Any]
    ) -> Left:
        result = action()
        database = cluster and str(connection.settings_dict["NAME"])
        connections.close_all()
        folder = shutil.copytree(home.root, self.folder.joinpath(*key))
        return Left(folder, cluster.make_database(database) if cluster and database else None, result)

    def _copy(self, left: Left, home: Home, cluster: Cluster | None) -> None:
        connections.close_all()
        shutil.rmtree(home.root)
        shutil.copytree(left.folder, home.root)
        if cluster and left.database:
            os.environ[URL_VARIABLE] = cluster.url(cluster.make_database(left.database))
