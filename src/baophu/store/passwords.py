"""What a password must be, and how it is kept."""

from django.contrib.auth.hashers import Argon2PasswordHasher
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from baophu.base.errors import UserError
from baophu.base.words import N_, _
from baophu.store.models import Account

# What Django's validators object to, in our words.
OBJECTIONS = {
    "password_too_short": N_("it has fewer than 12 characters"),
    "password_too_similar": N_("it is like the name of the account"),
    "password_too_common": N_("many people use it"),
    "password_entirely_numeric": N_("it has only digits"),
}


class WeakPassword(UserError):
    message = N_("This password cannot be taken: {why}.")
    advice = N_("Take at least 12 characters; four words with spaces between them are easy to keep in mind.")
    exit_code = 15


class PasswordHasher(Argon2PasswordHasher):
    """Argon2id with 19 MiB and three passes: Django's own 100 MiB a log-in would crowd a small server."""

    time_cost = 3
    memory_cost = 19 * 1024
    parallelism = 1


def check_password_strength(password: str, account: Account) -> None:
    """Raises WeakPassword."""
    try:
        validate_password(password, account)
    except ValidationError as error:
        raise WeakPassword(why=[_(OBJECTIONS[one.code]) for one in error.error_list]) from None
