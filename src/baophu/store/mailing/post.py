"""The mail server: a mail is handed over by SMTP, and the server says whether it has taken it."""

import email.policy
import smtplib
from collections.abc import Callable
from contextlib import suppress
from email.errors import MessageError
from email.headerregistry import Address
from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.smtp import EmailBackend

from baophu.base.errors import UserError
from baophu.base.words import N_, _, speaking
from baophu.store.mailing.faults import NotTaken, Reason, answered, opening
from baophu.store.mailing.setup import MailSetup, Security, mail_setup
from baophu.store.models import Mail
from baophu.store.questions import the_office

# Seconds that the server may take to answer; and to look through a mail before it says that it has it.
PATIENCE = 30.0
PATIENCE_WITH_A_MAIL = 300.0
# Every server takes lines of ASCII.
AS_ASCII = email.policy.SMTP.clone(cte_type="7bit")
TAKEN = 250
# It takes the address, and says where it goes on to; or does not say whether it knows it.
KNOWN = (TAKEN, 251, 252)
# Programs that answer mail by themselves leave this one alone.
BY_ITSELF = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}
FROM = N_("Bao Phủ – {office}")


class Post:
    """The mail server of the settings; it is connected to when the first mail is handed over."""

    def __init__(self) -> None:
        self._backend: Any = None
        self._sender = ""

    def __enter__(self) -> "Post":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Say good-bye, as far as the server still listens."""
        backend, self._backend = self._backend, None
        if backend is not None:
            with suppress(OSError, smtplib.SMTPException):
                backend.close()

    def hand_over(self, mail: Mail, language: str, at_last: Callable[[], None]) -> None:
        """Give a mail to the server; when this returns the server has it.

        `at_last` is called before the first byte of the mail is sent. Raises NotTaken, and what it raises.
        """
        if not (mail.to.is_active and mail.to.email):
            raise NotTaken(Reason.NO_ADDRESS)
        try:
            self._say(mail, language, at_last)
        except BaseException as error:
            self.close()
            if isinstance(error, smtplib.SMTPException | OSError):
                raise NotTaken(Reason.CUT_OFF) from None
            raise

    def _say(self, mail: Mail, language: str, at_last: Callable[[], None]) -> None:
        server = self._connected()
        address, message = self._written(mail, language)
        _expect(server.mail(self._sender), Reason.SENDER)
        _expect(server.rcpt(address), Reason.ADDRESS, KNOWN)
        at_last()
        server.sock.settimeout(PATIENCE_WITH_A_MAIL)
        try:
            answer = server.data(message)
        except smtplib.SMTPDataError as error:
            answer = (error.smtp_code, error.smtp_error)
        _expect(answer, Reason.CONTENT)
        server.sock.settimeout(PATIENCE)

    def _connected(self) -> Any:
        """The connection, opened where there is none. Raises NotTaken."""
        if self._backend is None:
            setup = _setup()
            backend = _backend(setup)
            try:
                backend.open()
                backend.connection.ehlo_or_helo_if_needed()
            except (OSError, smtplib.SMTPException, UnicodeError) as error:
                with suppress(OSError, smtplib.SMTPException):
                    backend.close()
                raise opening(error) from None
            self._backend, self._sender = backend, setup.sender
        return self._backend.connection

    def _written(self, mail: Mail, language: str) -> tuple[str, bytes]:
        """The address for the server, and the mail as it goes over the line. Raises NotTaken."""
        try:
            message = message_of(mail, self._sender, language)
            return self._backend.prep_address(mail.to.email), message.message(policy=AS_ASCII).as_bytes()
        except (ValueError, MessageError):
            raise NotTaken(Reason.ADDRESS) from None


def _setup() -> MailSetup:
    try:
        return mail_setup()
    except UserError:
        raise NotTaken(Reason.SETTINGS) from None


def _backend(setup: MailSetup) -> Any:
    return EmailBackend(
        alias="baophu",
        host=setup.host,
        port=setup.port,
        username=setup.user,
        password=setup.password,
        use_tls=setup.security == Security.STARTTLS,
        use_ssl=setup.security == Security.TLS,
        timeout=PATIENCE,
    )


def _expect(answer: tuple[int, bytes], refused: Reason, right: tuple[int, ...] = (TAKEN,)) -> None:
    """Raises NotTaken."""
    code, said = answer
    if code not in right:
        raise answered(code, said, refused)


def message_of(mail: Mail, sender: str, language: str) -> EmailMultiAlternatives:
    """A mail with its headers. Raises ValueError and MessageError where the address is none."""
    with speaking(language):
        name = _(FROM).format(office=the_office().name)
    made = EmailMultiAlternatives(
        mail.subject,
        mail.plain,
        str(Address(name, addr_spec=sender)),
        [str(Address(mail.to.full_name, addr_spec=mail.to.email))],
        headers=BY_ITSELF | {"Message-ID": mail.message_id, "Content-Language": language},
    )
    made.attach_alternative(mail.html, "text/html")
    return made
