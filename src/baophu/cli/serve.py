"""`baophu serve`: the pages and the worker, each in a process of its own, until it is told to stop."""

import ipaddress
import os
import socket
from typing import Annotated

import typer
from django.db import connections

from baophu.base.errors import UserError
from baophu.base.home import home_at
from baophu.base.words import N_, _
from baophu.cli.children import Child, look_after
from baophu.cli.options import HomeOption, LanguageOption, parse_whole
from baophu.cli.output import say
from baophu.cli.worded import Commands
from baophu.store.opening import open_home

LOOPBACK = "127.0.0.1"
PORT = 8000
BACKLOG = 1024
# Unless asked for: each takes some 200 MB.
MOST_PROCESSES = 4
POSIX = os.name == "posix"

app = Commands()


class CannotListen(UserError):
    message = N_("The address {host}:{port} cannot be listened on: {reason}.")
    advice = N_("Perhaps “baophu serve” runs already. Choose another port with --port NUMBER.")
    exit_code = 16


@app.add("serve")
def serve(
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help=N_("Address to listen on (this machine only)."))
    ] = LOOPBACK,
    port: Annotated[
        int, typer.Option("--port", metavar="NUMBER", parser=parse_whole, help=N_("Port to listen on."))
    ] = PORT,
    processes: Annotated[
        int | None,
        typer.Option(
            "--processes",
            metavar="NUMBER",
            parser=parse_whole,
            help=N_("How many processes serve pages (one for each core, 4 at most)."),
        ),
    ] = None,
    proxy: Annotated[
        str | None,
        typer.Option(
            "--proxy", metavar="ADDRESS", help=N_("Address of a web server before it that does https.")
        ),
    ] = None,
    home: HomeOption = None,
    language: LanguageOption = None,
) -> None:
    place = home_at(home)
    open_home(place)
    connections.close_all()
    os.environ["BAOPHU_HOME"] = str(place.root)
    with _listen(host, port) as listening:
        free = listening.getsockname()[1]
        _tell(host, free, proxy)
        through = ("--proxy", proxy) if proxy else ()
        if POSIX:
            number = listening.fileno()
            shared = ("--socket", str(number), *through)
            many = _one_for_each_core() if processes is None else max(1, processes)
            pages = [Child("baophu.web.serving", shared, (number,))] * many
        else:
            # No socket can be handed on there: the one process opens its own.
            listening.close()
            pages = [Child("baophu.web.serving", ("--host", host, "--port", str(free), *through))]
        look_after([Child("baophu.store.jobs.worker"), *pages])
    say(_("Bao Phủ has stopped."))


def _one_for_each_core() -> int:
    return min(os.cpu_count() or 1, MOST_PROCESSES)


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises CannotListen."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CannotListen(host=host, port=port, reason=reason) from error


def _tell(host: str, port: int, proxy: str | None) -> None:
    say(_("Bao Phủ is served at http://{host}:{port}/ ; Ctrl+C stops it.").format(host=host, port=port))
    if not proxy and not _is_loopback(host):
        say(_("Others in the network can reach it, and what they send is not encrypted."))
        say(_("Put a web server with https before it, and name that with --proxy."))


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
