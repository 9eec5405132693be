"""A home whose pages are served by the process of the tests: no other is started, and they work its jobs."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.handlers.wsgi import WSGIHandler
from django.test.testcases import LiveServerThread
from whitenoise import WhiteNoise

from baophu.web.rendering import STATIC

HOST = "127.0.0.1"


@contextmanager
def serving_here() -> Iterator[str]:
    """Serve the open home for the length of a block; its address."""
    pages = WhiteNoise(WSGIHandler(), root=STATIC, prefix="static/")
    server = LiveServerThread(HOST, lambda _handler: pages)
    server.start()
    server.is_ready.wait()
    assert server.error is None
    try:
        yield f"http://{HOST}:{server.port}"
    finally:
        server.terminate()
