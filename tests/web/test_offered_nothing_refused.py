"""Pages offer nobody what they may not do: every link leads somewhere, every form may be sent."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client
from django.urls import resolve
from tests.web.pages_office import PagesOffice
from tests.web.walking import gate_of

from baophu.store.roles import Role
from baophu.web.visitor import Visitor

LINK = re.compile(r'<a\b[^>]*?\bhref="([^"#]+)')
FORM = re.compile(r'<form\b[^>]*?\baction="([^"]+)"(.*?)</form>', re.DOTALL)
# So many addresses of a view are followed: rows of one table are alike.
OF_A_VIEW = 3


def view_at(address: str) -> str:
    return str(resolve(urlsplit(address).path).view_name)


def pages_of(client: Client, start: str) -> Iterator[tuple[str, int, str]]:
    """Address, status and text of every page that links lead to, some of each view."""
    ahead, met, opened = [start], {start}, dict[str, int]()
    while ahead:
        address = ahead.pop(0)
        view = view_at(address)
        opened[view] = opened.get(view, 0) + 1
        if opened[view] > OF_A_VIEW:
            continue
        answer = client.get(address, follow=True)
        is_page = not answer.streaming and "text/html" in answer.headers.get("Content-Type", "")
        text = answer.content.decode() if is_page else ""
        answer.close()
        yield address, answer.status_code, text
        links = [urljoin(address, unescape(link)) for link in LINK.findall(text)]
        fresh = [link for link in dict.fromkeys(links) if link.startswith("/") and link not in met]
        met.update(fresh)
        ahead += fresh


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.LEADER, Role.HAMLET_HEAD, Role.PROVINCE])
def test_every_link_leads_somewhere_and_every_form_may_be_sent(role: Role, office: PagesOffice) -> None:
    account = office.account(role)
    client, visitor = office.client(account), Visitor(account)
    wrong = []
    for address, status, text in pages_of(client, "/"):
        if status != 200:
            wrong.append(f"{address}: {status}")
        sent = [action for action, inside in FORM.findall(text) if "<button" in inside]
        forms = [urljoin(address, unescape(action)) for action in sent]
        wrong += [
            f"{address} has the form {form}" for form in forms if not gate_of(view_at(form)).lets_in(visitor)
        ]
    assert wrong == []
