"""A process that serves the pages: `python -m baophu.web.serving`, started by `baophu serve`.

Several of them may share one listening socket, which their parent opened; where a socket cannot be handed on
there is one, which opens its own.
"""

import argparse
import logging
import os
import socket
import sys
from typing import Any

from waitress.server import create_server

from baophu.base.children import stop_with_parent
from baophu.web.one_queue import OneQueueServer
from baophu.web.wsgi import application

# One makes a page while another waits for the database.
THREADS = 2
# For so long a thread keeps others waiting that have their rows by now. With Python's own 5 ms a page that
# asks ten times would wait ten times as long.
SLICE_SECONDS = 0.0005
# Files of more than 100 MB are refused in words; this is how much of one is listened to until then.
MOST_BYTES = 300 << 20
MOST_CONNECTIONS = 500
PROXY_HEADERS = "x-forwarded-for x-forwarded-proto x-forwarded-host"


def main(arguments: list[str] | None = None) -> int:
    """Serve until a signal, or the end of the parent, says stop; pages being made are finished first."""
    told = _parser().parse_args(arguments)
    stop_with_parent()
    # Requests that wait their turn are no news; a hundred visitors would fill the log with them.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    sys.setswitchinterval(SLICE_SECONDS)
    options: dict[str, Any] = {
        "threads": THREADS,
        "max_request_body_size": MOST_BYTES,
        "connection_limit": MOST_CONNECTIONS,
        "asyncore_use_poll": os.name == "posix",
        "ident": None,
    }
    if told.proxy:
        options |= {"trusted_proxy": told.proxy, "trusted_proxy_headers": PROXY_HEADERS}
    if told.socket is None:
        server = create_server(application, host=told.host, port=told.port, **options)
    else:
        server = OneQueueServer(application, socket.socket(fileno=told.socket), **options)
    server.run()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m baophu.web.serving")
    parser.add_argument("--socket", type=int)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--proxy")
    return parser


if __name__ == "__main__":
    sys.exit(main())
