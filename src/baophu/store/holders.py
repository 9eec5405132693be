"""Who holds a piece of work: the mark of a process, whether that process is gone, and its heartbeat."""

import os
import platform
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from django.db import OperationalError, connection


def new_holder() -> str:
    """A mark for this process, another one each time."""
    return f"{platform.node()}/{os.getpid()}/{uuid.uuid4().hex}"


def is_gone(holder: str) -> bool:
    """Whether the holder was a process of this machine that runs no more: killed, or short of a disk."""
    machine, _, rest = holder.partition("/")
    number = rest.partition("/")[0]
    # Elsewhere than on POSIX there is no harmless way to ask.
    if os.name != "posix" or machine != platform.node() or not number.isdigit():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


@contextmanager
def beating(beat: Callable[[], object], seconds: float) -> Iterator[None]:
    """Call `beat` every so many seconds for the length of a block, from a thread of its own."""
    done = threading.Event()
    heart = threading.Thread(target=_beat, args=(beat, seconds, done), daemon=True)
    heart.start()
    try:
        yield
    finally:
        done.set()
        heart.join()


def _beat(beat: Callable[[], object], seconds: float, done: threading.Event) -> None:
    while not done.wait(seconds):
        # A database that is busy now may answer the next beat.
        with suppress(OperationalError):
            beat()
    connection.close()
