"""The rounds of mail: notices of the day are made when it is time, and what waits is handed to the server.

They go on in a thread of the worker, so that a server that does not answer keeps nobody else waiting.
"""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import InterfaceError, OperationalError, connection

from baophu.base.clock import HANOI, now, today
from baophu.base.errors import UserError
from baophu.base.faults import bug_words
from baophu.store.actions.task_notices import tell_notices
from baophu.store.holders import beating, new_holder
from baophu.store.mailing.faults import OF_ALL, NotTaken, Reason
from baophu.store.mailing.outbox import HEARTBEAT_SECONDS, MailLost, Sending, claim, sort_out
from baophu.store.mailing.post import Post
from baophu.store.mailing.setup import is_set_up, notices_at
from baophu.store.models import NoticeDay
from baophu.store.questions import account_named

EVERY_SECONDS = 30.0
# How long the end of the program waits for a mail that is being handed over.
STOP_SECONDS = 15.0
# From so many on a server that cuts mails off is left alone until the next round.
MOST_CUT_OFF = 3
# A database that is busy or starts anew is told for so long that a mail was taken.
TELL_AGAIN = (0.2, 1.0, 3.0, 10.0, 30.0)


@contextmanager
def going_round() -> Iterator[None]:
    """Make the rounds for the length of a block, from a thread of its own."""
    done = threading.Event()
    thread = threading.Thread(target=_go_round, args=(done,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join(STOP_SECONDS)


def _go_round(done: threading.Event) -> None:
    while True:
        try:
            make_round(done.is_set)
        except (OperationalError, InterfaceError):
            # A database that is busy or gone may answer the next round.
            connection.close()
        except Exception as error:
            sys.stderr.write(bug_words(error) + "\n")
        if done.wait(EVERY_SECONDS):
            break
    connection.close()


def make_round(stopping: Callable[[], bool] = lambda: False) -> None:
    """Make the notices of the day where it is time, and send what waits."""
    tell_when_it_is_time(now())
    send_waiting(stopping=stopping)


def tell_when_it_is_time(at: datetime) -> None:
    """Make the notices of today, once, from the hour on that is set; also of a day that began without us."""
    try:
        begins = notices_at()
    except UserError:
        return
    day = today()
    if at.astimezone(HANOI).time() >= begins and not NoticeDay.objects.filter(day=day).exists():
        tell_notices(by=account_named(None), on=day)


def send_waiting(
    at: datetime | None = None, *, number: int | None = None, stopping: Callable[[], bool] = lambda: False
) -> int:
    """Hand over what waits, or the mail of that number, until the server takes no more; how many it took.

    `at` is the moment that is taken for now.
    """
    if not is_set_up():
        return 0
    holder, taken, cut_off = new_holder(), 0, 0
    sort_out(at or now())
    with Post() as post:
        while not stopping() and cut_off < MOST_CUT_OFF and (sending := claim(holder, at or now(), number)):
            why = send(sending, post, at)
            taken += why is None
            cut_off += why == Reason.CUT_OFF
            if why in OF_ALL:
                break
    return taken


def send(sending: Sending, post: Post, at: datetime | None = None) -> Reason | None:
    """Hand one mail over, and keep what came of it; why it was not taken, None where it was."""
    with beating(sending.beat, HEARTBEAT_SECONDS):
        try:
            post.hand_over(sending.mail, sending.language, sending.at_last)
        except NotTaken as why:
            sending.not_taken(why, at or now())
            return why.reason
        except MailLost:
            return Reason.STOPPED
        _keep_trying(lambda: sending.taken(at or now()))
    return None


def _keep_trying(write: Callable[[], None]) -> None:
    """Write what must not be forgotten, again and again while the database does not answer."""
    for pause in TELL_AGAIN:
        try:
            return write()
        except (OperationalError, InterfaceError):
            connection.close()
            time.sleep(pause)
    return write()
