"""Opening a home: from then on every row read or written is that home's."""

from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection, connections
from django.db.migrations.executor import MigrationExecutor

from baophu.base.errors import UserError
from baophu.base.home import Home, existing_home
from baophu.base.words import N_
from baophu.store.announced_days import follow_announced_days
from baophu.store.databases import database_of, secret_of

SQLITE = "sqlite"
ONE = "default"


class NoDatabase(UserError):
    message = N_("The home {path} has lost its database {database}.")
    advice = N_("Put it back from a backup. Nothing was changed.")
    exit_code = 14


class DatabaseUnreachable(UserError):
    message = N_("The database does not answer: {reason}")
    advice = N_("Check that it is running and that BAOPHU_DATABASE_URL is right.")
    exit_code = 14


def open_home(home: Home) -> None:
    """Connect to the rows of an existing home and bring its tables up to this version.

    Raises NoHome, NoDatabase, BadDatabaseUrl, DatabaseUnreachable.
    """
    existing_home(home.root)
    connect(home)
    if connection.vendor == SQLITE and not home.database.is_file():
        raise NoDatabase(path=str(home.root), database=home.database.name)
    migrate()


def opened_home() -> Home:
    """The home whose rows are read and written."""
    home: Home = settings.HOME
    return home


def connect(home: Home) -> None:
    """Point Django at the database and the secret of `home`, in this thread and those begun later."""
    connections[ONE].close()
    del connections[ONE]
    connections.databases.update(connections.configure_settings({ONE: database_of(home)}))
    settings.HOME = home
    settings.SECRET_KEY = secret_of(home)
    follow_announced_days()


def migrate() -> None:
    """Bring the tables up to this version of the code. Raises DatabaseUnreachable."""
    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", verbosity=0, interactive=False)
    except OperationalError as error:
        raise DatabaseUnreachable(reason=str(error).strip()) from error
