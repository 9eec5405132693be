"""How mail is sent from here, as the environment says it."""

import os
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from pathlib import Path

from baophu.base.errors import UserError
from baophu.base.words import N_

HOST, PORT, SECURITY = "BAOPHU_MAIL_HOST", "BAOPHU_MAIL_PORT", "BAOPHU_MAIL_SECURITY"
USER, PASSWORD_FILE = "BAOPHU_MAIL_USER", "BAOPHU_MAIL_PASSWORD_FILE"
SENDER, ADDRESS, NOTICES_AT = "BAOPHU_MAIL_FROM", "BAOPHU_ADDRESS", "BAOPHU_NOTICES_AT"
MORNING = time(7)


class Security(StrEnum):
    """How what is said to the mail server is encrypted."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}


class BadMailSetting(UserError):
    message = N_("“{value}” in {variable} cannot be used.")
    advice = N_("Write {expected}; see docs/howto/mail.md.")
    exit_code = 14


class NoMail(UserError):
    message = N_("Mail is not set up here.")
    advice = N_("Name the mail server with {host} and the sender with {sender}; see docs/howto/mail.md.")
    exit_code = 14


@dataclass(frozen=True, slots=True)
class MailSetup:
    """The mail server, and the address that mails are from."""

    host: str
    port: int
    security: Security
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def domain(self) -> str:
        return self.sender.rpartition("@")[2]


def is_set_up() -> bool:
    """Whether a mail server is named at all."""
    return bool(os.environ.get(HOST))


def mail_setup() -> MailSetup:
    """Raises NoMail, BadMailSetting."""
    host, sender = os.environ.get(HOST, ""), os.environ.get(SENDER, "")
    if not host or not sender:
        raise NoMail(host=HOST, sender=SENDER)
    if "@" not in sender.strip("@") or not sender.isprintable() or " " in sender:
        raise BadMailSetting(variable=SENDER, value=sender, expected="baophu@kontum.example")
    security = os.environ.get(SECURITY) or Security.STARTTLS.value
    if security not in Security:
        raise BadMailSetting(variable=SECURITY, value=security, expected=" | ".join(Security))
    port = os.environ.get(PORT) or str(PORTS[Security(security)])
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 1 << 16):
        raise BadMailSetting(variable=PORT, value=port, expected="587")
    return MailSetup(host, int(port), Security(security), sender, os.environ.get(USER, ""), _password())


def _password() -> str:
    path = os.environ.get(PASSWORD_FILE)
    if not path:
        return ""
    try:
        return Path(path).read_text(encoding="utf-8").strip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise BadMailSetting(
            variable=PASSWORD_FILE, value=path, expected="/etc/baophu/mail-password"
        ) from None


def pages_address() -> str:
    """Where people open the pages, without a slash at its end; "" where nobody said it."""
    return os.environ.get(ADDRESS, "").rstrip("/")


def notices_at() -> time:
    """From what time of a day on its notices are made, in Viet Nam. Raises BadMailSetting."""
    said = os.environ.get(NOTICES_AT)
    if not said:
        return MORNING
    try:
        return time.fromisoformat(said).replace(tzinfo=None)
    except ValueError:
        raise BadMailSetting(variable=NOTICES_AT, value=said, expected="07:00") from None
