"""A mail server for tests: a real one (aiosmtpd) that can be taken down, refuse, wait, hang and break off."""

import asyncio
import datetime
import email.policy
import ipaddress
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

HOST = "127.0.0.1"
TAKEN = "250 OK"


@dataclass
class MailServer:
    """What arrived, and how the server behaves. Addresses are in lower case.

    With `tls` it takes mail only over an encrypted line: after STARTTLS, or `at_once` from the first byte.
    `refuses` are addresses it does not know, `asks_to_wait` those it takes only on the second attempt.
    `after_data` is what it does once it has a mail: says that it has it (``), breaks off (`drops`), says
    nothing (`hangs`), or answers with the words given. `meets` is called with each step of a conversation.
    """

    port: int
    tls: ssl.SSLContext | None = None
    at_once: bool = False
    user: tuple[bytes, bytes] | None = None
    arrived: list[EmailMessage] = field(default_factory=list)
    refuses: set[str] = field(default_factory=set)
    asks_to_wait: set[str] = field(default_factory=set)
    after_data: str = ""
    meets: Any = None
    _running: Controller | None = None

    def up(self) -> None:
        """Begin to listen."""
        if self._running is None:
            needs = {"auth_required": True, "authenticator": self._knows} if self.user else {}
            self._running = Controller(
                self,
                hostname=HOST,
                port=self.port,
                ssl_context=self.tls if self.at_once else None,
                tls_context=None if self.at_once else self.tls,
                require_starttls=self.tls is not None and not self.at_once,
                **needs,
            )
            self._running.start()

    def down(self) -> None:
        """Listen no more."""
        if self._running is not None:
            self._running.stop()
            self._running = None

    @property
    def recipients(self) -> list[str]:
        return [str(one["X-To"]) for one in self.arrived]

    def _knows(self, server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> Any:
        return AuthResult(success=(data.login, data.password) == self.user, handled=False)

    async def handle_EHLO(
        self, server: Any, session: Any, envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        self._met("ehlo")
        session.host_name = hostname
        return responses

    async def handle_RCPT(
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        self._met("rcpt")
        if address.lower() in self.refuses:
            return f"550 5.1.1 <{address}>: Recipient address rejected: User unknown"
        if address.lower() in self.asks_to_wait:
            self.asks_to_wait.discard(address.lower())
            return "451 4.7.1 Greylisting in action, please come back later"
        envelope.rcpt_tos.append(address)
        return TAKEN

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self._met("data")
        if self.after_data == "drops":
            server.transport.abort()
            return TAKEN
        if self.after_data == "hangs":
            await asyncio.sleep(60)
        elif self.after_data:
            return self.after_data
        message = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
        message["X-To"] = envelope.rcpt_tos[0]
        self.arrived.append(message)
        self._met("taken")
        return TAKEN

    def _met(self, step: str) -> None:
        if self.meets:
            self.meets(step)


@contextmanager
def mail_server(*, up: bool = True, **how: Any) -> Iterator[MailServer]:
    """A mail server for the length of a block."""
    server = MailServer(free_port(), **how)
    if up:
        server.up()
    try:
        yield server
    finally:
        server.down()


def free_port() -> int:
    """One that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
    return port


def certificate(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """A server's context with a certificate of its own, and the file by which others may trust it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "mail.example")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HOST))]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .add_extension(x509.KeyUsage(True, False, False, False, False, True, True, False, False), True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
        .sign(key, hashes.SHA256())
    )
    trusted, secret = folder / "trusted.pem", folder / "key.pem"
    trusted.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(trusted, secret)
    return context, trusted
