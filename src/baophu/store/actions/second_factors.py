"""The second factor: codes of an app on the phone, and backup codes on paper."""

import secrets
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.crypto import salted_hmac
from django_otp import devices_for_user
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from baophu.base.errors import UserError
from baophu.base.words import N_
from baophu.store.actions.recording import record
from baophu.store.actions.sessions import end_sessions
from baophu.store.models import Account
from baophu.store.permissions import check_may

type Device = TOTPDevice | StaticDevice

BACKUP_CODES = 8
# Letters and digits that nobody takes for one another on paper.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
CODE_LENGTH = 8
APP_CODE_LENGTH = 6
SEALED_LENGTH = 16


class WrongCode(UserError):
    message = N_("This code is not right.")
    advice = N_("Take the newest code that the app shows, or a backup code that was not used yet.")
    exit_code = 12


@dataclass(frozen=True, slots=True)
class Enrolled:
    """The app that was enrolled, and backup codes to be shown once."""

    device: TOTPDevice
    codes: list[str] = field(repr=False)


def enrol(*, by: Account, key: str, code: str) -> Enrolled:
    """Let the app that holds `key` (hex) and shows `code` be the second factor, in place of an earlier one.

    Raises WrongCode.
    """
    with transaction.atomic():
        device = TOTPDevice.objects.create(user=by, name="app", key=key)
        if not device.verify_token(_plain(code)):
            raise WrongCode()
        TOTPDevice.objects.filter(user=by).exclude(pk=device.pk).delete()
        record(by=by, action="enrol_second_factor", object=by.name)
        return Enrolled(device, _new_codes(by, BACKUP_CODES))


def make_backup_codes(*, by: Account, account: Account, count: int = BACKUP_CODES) -> list[str]:
    """New backup codes in place of the old ones, for oneself or by those who may reset. Raises MayNot."""
    if by != account:
        check_may(by, "reset_second_factor")
    with transaction.atomic():
        codes = _new_codes(account, count)
        record(by=by, action="make_backup_codes", object=account.name, count=count)
    return codes


def reset_second_factor(*, by: Account, account: Account) -> None:
    """Take the second factor away, and end the sessions: the next log-in sets up a new one."""
    with transaction.atomic():
        for model in (TOTPDevice, StaticDevice):
            model.objects.filter(user=account).delete()
        end_sessions(account)
        record(by=by, action="reset_second_factor", object=account.name)


def has_second_factor(account: Account) -> bool:
    """Whether one was set up; backup codes that are used up stay one, and open nothing."""
    return any(devices_for_user(account))


def has_way_in(account: Account) -> bool:
    """Whether the account has an app or a backup code for the next log-in."""
    return app_of(account) is not None or codes_left(account) > 0


def app_of(account: Account) -> TOTPDevice | None:
    """The app that shows the account's codes."""
    return TOTPDevice.objects.filter(user=account, confirmed=True).first()


def codes_left(account: Account) -> int:
    return int(StaticToken.objects.filter(device__user=account).count())


def device_and_token(account: Account, code: str) -> tuple[Device | None, str]:
    """Which device a code is of, and what that device compares: six digits are the app's."""
    plain = _plain(code)
    if len(plain) == APP_CODE_LENGTH and plain.isdecimal():
        return app_of(account), plain
    return StaticDevice.objects.filter(user=account).first(), _sealed(plain)


def _plain(code: str) -> str:
    return "".join(letter for letter in code.lower() if letter.isalnum())


def _new_codes(account: Account, count: int) -> list[str]:
    # The device stays: a session that was opened with one of its codes goes on.
    device, _made = StaticDevice.objects.get_or_create(user=account, name="paper")
    device.token_set.all().delete()
    plain = ["".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH)) for _ in range(count)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=_sealed(code)) for code in plain)
    half = CODE_LENGTH // 2
    return [f"{code[:half]}-{code[half:]}" for code in plain]


def _sealed(code: str) -> str:
    """What is kept of a backup code: without the home's secret a copy of the database opens nothing."""
    return salted_hmac("baophu.backup_code", code, algorithm="sha256").hexdigest()[:SEALED_LENGTH]
