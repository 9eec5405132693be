"""Someone at the pages: what an app on a phone shows, a request from an address, a browser signed in."""

from binascii import unhexlify
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.test import Client, RequestFactory
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticDevice

from baophu.store.actions.sessions import begin_session
from baophu.store.models import Account
from baophu.store.models.session import SessionStore


def app_code(key: str, steps: int = 0) -> str:
    """The six digits that the app with this key (hex) shows now, or some steps from now."""
    return f"{totp(unhexlify(key), drift=steps):06}"


def request_from(address: str = "10.0.0.1", user: Any = None, session: Any = None) -> Any:
    """A request of a browser at an address, with a session of its own."""
    request = RequestFactory().post("/", REMOTE_ADDR=address)
    request.session = session or SessionStore()
    request.user = user or AnonymousUser()
    return request


def sign_in(account: Account) -> Client:
    """A browser in which both steps of log-in were done."""
    client = Client()
    client.force_login(account)
    device, _new = StaticDevice.objects.get_or_create(user=account, name="paper")
    session: Any = client.session
    session[DEVICE_ID_SESSION_KEY] = device.persistent_id
    begin_session(session, account)
    session.save()
    client.cookies["sessionid"] = session.session_key
    return client
