"""Handing lists in on the pages, as the tests of those pages do it."""

import html
import io
import zipfile
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.offices import RESIDENTS
from tests.signing_in import sign_in

from baophu.store.actions.accounts import add_account
from baophu.store.jobs.worker import work_once
from baophu.store.models import Job, JobKind, Upload
from baophu.store.questions import account_named
from baophu.store.roles import Role

COMMUNE = "23497@"
NEWCOMER = "Trần Văn An"


def signed_in(role: Role, *units: str) -> Client:
    """A browser of a new account of the role, in English."""
    account = add_account(by=account_named(None), name=role.value, role=role, full_name="", units=units)
    client = sign_in(account)
    client.cookies["baophu_language"] = "en"
    return client


def residents(on: str = "31/10/2023") -> bytes:
    """The residents a month later: one has come, one has left, one moved to another hamlet."""
    later = RESIDENTS.replace("30/9/2023", on).replace("H1,Con,Thôn 1", "H1,Con,Thôn 9")
    return later.replace(
        "Trần Văn Bình,01/02/1988,Nam,062088000015", f"{NEWCOMER},01/02/1990,Nam,062190009999"
    ).encode()


def text_of(response: Any) -> str:
    """All that can be read: of a page its source, of a workbook or a Word file all its parts."""
    body = b"".join(response) if response.streaming else response.content
    response.close()
    if zipfile.is_zipfile(io.BytesIO(body)):
        with zipfile.ZipFile(io.BytesIO(body)) as parts:
            body = b"\n".join(parts.read(name) for name in parts.namelist())
    return html.unescape(body.decode("utf-8", "replace"))


def hand_in(client: Client, *files: tuple[str, bytes]) -> str:
    given = [SimpleUploadedFile(name, data) for name, data in files]
    return post(client, "/lists/hand-in", files=given)


def work() -> None:
    """Let a worker do all that waits, but for the pictures of figures, which would take longest."""
    doing = True
    while doing:
        Job.objects.filter(kind=JobKind.CHARTS).delete()
        doing = work_once("test/0/worker")


def get(client: Client, address: str, **headers: str) -> str:
    response = client.get(address, headers=headers)
    assert response.status_code == 200, address
    return text_of(response)


def post(client: Client, address: str, **data: object) -> str:
    return text_of(client.post(address, data, follow=True))


def keep(client: Client) -> int:
    """Keep the file handed in last, and let the worker do all of it; the number of the keeping."""
    post(client, f"/lists/uploads/{Upload.objects.latest('pk').pk}/keep")
    work()
    return int(Upload.objects.latest("pk").keeping_id)
