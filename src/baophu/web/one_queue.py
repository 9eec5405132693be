"""Requests of all visitors wait in one queue, whichever process will answer them.

Processes that serve pages share a listening socket, and a browser keeps the connection that one of them
took: of eight browsers one process may have seven, while the other is idle. So a process whose threads are
all busy takes no new connection, and ends those that it answers; what comes next is for whoever is free.
"""

import socket
from typing import TYPE_CHECKING, Any

from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer
from waitress.task import WSGITask

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication


class _Task(WSGITask):
    def build_response_header(self) -> bytes:
        if self.channel.server.is_full:
            self.set_close_on_finish()
        header: bytes = super().build_response_header()
        return header


class _Channel(HTTPChannel):
    task_class = _Task


class OneQueueServer(TcpWSGIServer):
    """Takes a connection when it can answer at once; it listens on a socket that is open already."""

    channel_class = _Channel

    def __init__(self, application: "WSGIApplication", listening: socket.socket, **options: Any) -> None:
        told = (listening.family, listening.type, listening.proto, listening.getsockname())
        super().__init__(application, _sock=listening, bind_socket=False, sockinfo=told, **options)

    @property
    def is_full(self) -> bool:
        """Whether as many requests are being answered, or wait here, as there are threads."""
        channels = list(self.active_channels.values())
        return sum(bool(one.requests) for one in channels) >= self.adj.threads

    def readable(self) -> bool:
        return bool(super().readable()) and not self.is_full
