"""A private PostgreSQL for tests: its own cluster in a temporary folder, reached by a socket there."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

OWNER = "baophu"
INSTALLED = Path("/usr/lib/postgresql")
# What makes a throw-away cluster quick.
QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
# Copied by files a database costs a third of what it costs block by block, which older versions cannot do.
BY_FILES, FIRST_WITH_A_CHOICE = sql.SQL(" STRATEGY FILE_COPY"), 150_000
BY_SOCKET, BY_LOOPBACK = (
    "-c listen_addresses= -k {folder}",
    "-c listen_addresses=127.0.0.1 -c port={port} -k {folder}",
)


@dataclass
class Cluster:
    """A running cluster; `url` names one of its databases, `make_database` copies one.

    Reached by TCP on loopback where it has a port, else by a socket in its folder.
    """

    folder: Path
    port: int | None = None
    numbers: Iterator[int] = field(default_factory=count)

    def url(self, database: str) -> str:
        if self.port:
            return f"postgres://{OWNER}@127.0.0.1:{self.port}/{database}"
        return f"postgres://{OWNER}@/{database}?host={self.folder}"

    @property
    def pid(self) -> int:
        """Of the process that all others of it descend from."""
        return int((self.folder / "data" / "postmaster.pid").read_text().split()[0])

    def make_database(self, template: str = "template1") -> str:
        """A new database that holds what `template` holds; its name."""
        name = f"home{next(self.numbers)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            copied = BY_FILES if connection.info.server_version >= FIRST_WITH_A_CHOICE else sql.SQL("")
            connection.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                    sql.Identifier(name), sql.Identifier(template)
                )
                + copied
            )
        return name


@contextmanager
def running_cluster(port: int | None = None, settings: str = QUICK) -> Iterator[Cluster]:
    """A cluster for the length of a block, on loopback where a port is given.

    Raises RuntimeError where PostgreSQL is not installed.
    """
    folder = Path(tempfile.mkdtemp(prefix="baophu-pg-"))
    reached = BY_LOOPBACK if port else BY_SOCKET
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    try:
        _run(
            "initdb",
            "-D",
            folder / "data",
            "-U",
            OWNER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync",
        )
        _run("pg_ctl", "start", "-w", "-D", folder / "data", "-l", folder / "log",
             "-o", f"{settings} {reached.format(folder=folder, port=port)}")  # fmt: skip
        try:
            yield Cluster(folder, port)
        finally:
            _run("pg_ctl", "stop", "-m", "immediate", "-D", folder / "data")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(program: str, *arguments: object) -> None:
    """Run a program of PostgreSQL; it refuses to run as root, so root runs it as its own user."""
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    command = [*as_user, str(_bin() / program), *map(str, arguments)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")


def _bin() -> Path:
    folders = sorted(INSTALLED.glob("*/bin"), key=lambda path: float(path.parent.name))
    found = folders[-1] if folders else shutil.which("initdb")
    if not found:
        raise RuntimeError("PostgreSQL is missing; these tests need it (apt-get install postgresql)")
    return found if isinstance(found, Path) else Path(found).parent
