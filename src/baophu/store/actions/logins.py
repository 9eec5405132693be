"""Logging in, in two steps: name and password, then a code. Only after both does a page open."""

import math
from datetime import datetime
from typing import Any

from axes.helpers import get_client_ip_address
from axes.models import AccessAttempt
from axes.utils import reset
from django.conf import settings
from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.db import transaction
from django.db.models import Max, Sum
from django.utils import timezone
from django_otp import login as verified_by
from django_otp import verify_token
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from baophu.base.errors import UserError
from baophu.base.numbers import format_moment
from baophu.base.words import N_
from baophu.store.actions.recording import record
from baophu.store.actions.second_factors import Device, Enrolled, WrongCode, device_and_token, enrol
from baophu.store.actions.sessions import begin_session, end_sessions
from baophu.store.models import Account
from baophu.store.passwords import check_password_strength

# What is audited of a name that no account has: it may be a password, typed into the wrong field.
UNKNOWN = "?"
LONGEST_NAME = 150


class WrongNameOrPassword(UserError):
    message = N_("The name or the password is not right.")
    advice = N_("Check both, capital letters too. Whoever forgot the password asks the administrator.")
    exit_code = 12


class LockedOut(UserError):
    message = N_("Too many log-ins failed. For this name and from here it is closed until {until}.")
    advice = N_("Wait, or ask the administrator to unlock the account.")
    exit_code = 12


class CodesPaused(UserError):
    message = N_("Too many wrong codes. The next one is taken in {seconds} seconds.")
    advice = N_("Wait, then take the newest code that the app shows.")
    exit_code = 12


def begin_log_in(*, request: Any, name: str, password: str) -> Account:
    """The first step; pages stay closed until `finish_log_in`. Raises WrongNameOrPassword, LockedOut.

    A name that nobody has fails in the same words and the same time.
    """
    account = _authenticated(request, name, password)
    login(request, account)
    return account


def finish_log_in(*, request: Any, code: str) -> None:
    """The second step, with a code of the app or a backup code. Raises WrongCode, CodesPaused."""
    account = request.user
    device, token = device_and_token(account, code)
    _check_not_paused(device)
    if device is None or not verify_token(account, device.persistent_id, token):
        with transaction.atomic():
            record(by=None, action="log_in_failed", object=account.name, step="code", **_from(request))
        raise WrongCode()
    _sign_in(request, device)


def enrol_and_log_in(*, request: Any, key: str, code: str) -> Enrolled:
    """The second step of someone who had no second factor, or a new app; ends their other sessions.

    Raises WrongCode.
    """
    enrolled = enrol(by=request.user, key=key, code=code)
    end_sessions(request.user, but=request.session.session_key)
    _sign_in(request, enrolled.device)
    return enrolled


def log_out(*, request: Any) -> None:
    with transaction.atomic():
        if request.user.is_authenticated:
            record(by=request.user, action="log_out", object=request.user.name)
        logout(request)


def change_password(*, request: Any, old: str, new: str) -> None:
    """Change one's own password, and end one's other sessions.

    Raises WrongNameOrPassword, LockedOut, WeakPassword.
    """
    account = _authenticated(request, request.user.name, old)
    check_password_strength(new, account)
    with transaction.atomic():
        account.set_password(new)
        account.save(update_fields=["password"])
        update_session_auth_hash(request, account)
        end_sessions(account, but=request.session.session_key)
        record(by=account, action="change_password", object=account.name)


def unlock(*, by: Account, account: Account) -> None:
    """Open log-in again to an account that failed too often."""
    with transaction.atomic():
        reset(username=account.name)
        for model in (TOTPDevice, StaticDevice):
            model.objects.filter(user=account).update(
                throttling_failure_count=0, throttling_failure_timestamp=None
            )
        record(by=by, action="unlock", object=account.name)


def locked_names() -> dict[str, datetime]:
    """The names for which log-in is closed from some address, and until when."""
    return {one["username"]: one["last"] + settings.AXES_COOLOFF_TIME for one in _locked()}


def locked_until(name: str, address: str | None) -> datetime | None:
    """Until when log-in is closed to a name from an address; None where it is open."""
    found = _locked(username=name, ip_address=address).first()
    return found["last"] + settings.AXES_COOLOFF_TIME if found else None


def _locked(**which: object) -> Any:
    """Name, address and last failure of those that failed too often, the latest last."""
    return (
        AccessAttempt.objects.filter(**which, attempt_time__gte=timezone.now() - settings.AXES_COOLOFF_TIME)
        .values("username", "ip_address")
        .annotate(failures=Sum("failures_since_start"), last=Max("attempt_time"))
        .filter(failures__gte=settings.AXES_FAILURE_LIMIT)
        .order_by("last")
    )


def _authenticated(request: Any, name: str, password: str) -> Account:
    name = name.strip().replace("\0", "")[:LONGEST_NAME]
    _check_not_locked(request, name)
    account: Account | None = authenticate(request, username=name, password=password)
    if account is None:
        _tell_failure(request, name)
        _check_not_locked(request, name)
        raise WrongNameOrPassword()
    return account


def _check_not_locked(request: Any, name: str) -> None:
    until = locked_until(name, get_client_ip_address(request))
    if until:
        raise LockedOut(until=format_moment(until))


def _tell_failure(request: Any, name: str) -> None:
    told = name if Account.objects.filter(name=name).exists() else UNKNOWN
    with transaction.atomic():
        record(by=None, action="log_in_failed", object=told, step="password", **_from(request))
        if request.axes_locked_out:
            record(by=None, action="lock", object=told, **_from(request))


def _check_not_paused(device: Device | None) -> None:
    allowed, why = device.verify_is_allowed() if device else (True, {})
    if not allowed:
        raise CodesPaused(seconds=math.ceil((why["locked_until"] - timezone.now()).total_seconds()))


def _sign_in(request: Any, device: Device) -> None:
    account = request.user
    with transaction.atomic():
        verified_by(request, device)
        begin_session(request.session, account)
        record(by=account, action="log_in", object=account.name, **_from(request))


def _from(request: Any) -> dict[str, object]:
    return {"address": get_client_ip_address(request)}
