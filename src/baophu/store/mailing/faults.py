"""Why a mail was not taken, in the server's words and in ours. No address stands in either."""

import re
import smtplib
import ssl
from enum import StrEnum

from baophu.base.words import N_

ADDRESS = re.compile(r"[^\s<>\"(),;:\[\]]+@[^\s<>\"(),;:\[\]]+")
MOST_SAID = 200
PERMANENT = 500


class Reason(StrEnum):
    """Why a mail was not taken, or why nobody knows whether it was."""

    UNREACHABLE = "unreachable"
    NOT_ENCRYPTED = "not_encrypted"
    LOGIN = "login"
    SENDER = "sender"
    LATER = "later"
    CUT_OFF = "cut_off"
    SETTINGS = "settings"
    ADDRESS = "address"
    CONTENT = "content"
    NO_ADDRESS = "no_address"
    STOPPED = "stopped"


REASON_WORDS = {
    Reason.UNREACHABLE: N_("the mail server does not answer"),
    Reason.NOT_ENCRYPTED: N_("the connection to the mail server cannot be encrypted"),
    Reason.LOGIN: N_("the mail server refuses the user or the password"),
    Reason.SENDER: N_("the mail server does not take mail from this sender"),
    Reason.LATER: N_("the mail server asks to try again later"),
    Reason.CUT_OFF: N_("the mail server broke off before it said that it has the mail"),
    Reason.SETTINGS: N_("a setting of mail is missing or wrong"),
    Reason.ADDRESS: N_("the mail server does not know the address or refuses it"),
    Reason.CONTENT: N_("the mail server refuses the mail as it is"),
    Reason.NO_ADDRESS: N_("the account has no address any more, or is not active"),
    Reason.STOPPED: N_("the program was stopped at the moment when the mail server took the mail"),
}
# Trying again changes nothing of these.
FINAL = frozenset({Reason.ADDRESS, Reason.CONTENT, Reason.NO_ADDRESS})
# These are not about one mail: the others need not be tried now.
OF_ALL = frozenset({Reason.UNREACHABLE, Reason.NOT_ENCRYPTED, Reason.LOGIN, Reason.SENDER, Reason.SETTINGS})


class NotTaken(Exception):
    """The server did not take a mail. `said` are its words, without addresses."""

    def __init__(self, reason: Reason, code: int = 0, said: bytes | str = "") -> None:
        text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
        self.reason = reason
        self.said = ADDRESS.sub("…", " ".join(f"{code or ''} {text}".split()))[:MOST_SAID]
        super().__init__(reason.value)


def answered(code: int, said: bytes, refused: Reason) -> NotTaken:
    """What an answer that is no yes means: `refused` where the server means it for good."""
    return NotTaken(refused if code >= PERMANENT else Reason.LATER, code, said)


def opening(error: Exception) -> NotTaken:
    """Why no connection that could be used came about."""
    if isinstance(error, smtplib.SMTPAuthenticationError) and error.smtp_code >= PERMANENT:
        return NotTaken(Reason.LOGIN, error.smtp_code, error.smtp_error)
    if isinstance(error, UnicodeError):
        # Names and passwords of mail servers are ASCII.
        return NotTaken(Reason.LOGIN)
    if isinstance(error, smtplib.SMTPResponseException):
        return NotTaken(Reason.UNREACHABLE, error.smtp_code, error.smtp_error)
    if isinstance(error, ssl.SSLError | smtplib.SMTPNotSupportedError):
        return NotTaken(Reason.NOT_ENCRYPTED, said=getattr(error, "verify_message", "") or "")
    return NotTaken(Reason.UNREACHABLE, said=getattr(error, "strerror", None) or "")
