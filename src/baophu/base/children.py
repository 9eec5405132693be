"""How a process that another one started ends: by a signal, or because its parent is there no more."""

import _thread
import signal
import sys
import threading
from types import FrameType
from typing import BinaryIO

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_stopping = threading.Event()


def stop_by_signal() -> None:
    """From now on the first signal to stop raises KeyboardInterrupt; while that is obeyed, no other does."""
    for one in STOP_SIGNALS:
        signal.signal(one, _stop)


def stop_with_parent() -> None:
    """As `stop_by_signal`, and likewise when the standard input ends: the parent holds its other end."""
    stop_by_signal()
    threading.Thread(target=_await_end, args=(sys.stdin.buffer,), daemon=True).start()


def asked_to_stop() -> bool:
    """Whether a signal came, also where a library made another error of the KeyboardInterrupt."""
    return _stopping.is_set()


def _stop(number: int, frame: FrameType | None) -> None:
    for one in STOP_SIGNALS:
        signal.signal(one, signal.SIG_IGN)
    _stopping.set()
    raise KeyboardInterrupt


def _await_end(pipe: BinaryIO) -> None:
    while pipe.read(1):
        pass
    _thread.interrupt_main()
