"""People at the pages of tasks, in a home with a few of them."""

import html
import re
from dataclasses import dataclass, field
from typing import Any

from django.test import Client
from tests.integration.store.task_world import RUONG, TAN_LAP, account
from tests.signing_in import sign_in

from baophu.store.actions.places import NamedHamlet, add_hamlets
from baophu.store.models import Account
from baophu.store.questions import account_named
from baophu.store.roles import Role

LINK = re.compile(r'<a[^>]*href="([^"]+)"')
BUTTON = re.compile(r'<button name="to" value="(\w+)"')
PLACES: dict[Role, dict[str, Any]] = {
    Role.COMMUNE_OFFICIAL: {"units": [TAN_LAP]},
    Role.HAMLET_HEAD: {"hamlets": [f"{TAN_LAP}/01"]},
    Role.COLLECTOR: {"units": [TAN_LAP]},
}


@dataclass
class Desk:
    """The accounts of a home, each with a browser, in English."""

    clients: dict[str, Client] = field(default_factory=dict)

    @property
    def operator(self) -> Account:
        return account_named(None)

    def account(self, role: Role) -> Account:
        found = Account.objects.filter(name=role.value).first()
        if role == Role.HAMLET_HEAD and not found:
            add_hamlets(by=self.operator, hamlets=[NamedHamlet(TAN_LAP, "Thôn 1")], source="NQ")
        return found or account(self.operator, role, **PLACES.get(role, {}))

    def neighbour(self) -> Account:
        """Another commune's official."""
        found = Account.objects.filter(name="neighbour").first()
        return found or account(self.operator, Role.COMMUNE_OFFICIAL, "neighbour", units=[RUONG])

    def client(self, who: Account) -> Client:
        if who.name not in self.clients:
            client = sign_in(who)
            client.cookies["baophu_language"] = "en"
            self.clients[who.name] = client
        return self.clients[who.name]

    def get(self, who: Account, address: str) -> str:
        response = self.client(who).get(address)
        assert response.status_code == 200, (address, response.status_code)
        return html.unescape(response.content.decode())

    def post(self, who: Account, address: str, **data: Any) -> tuple[int, str]:
        """What comes back after all redirections: status and page."""
        response = self.client(who).post(address, data, follow=True)
        return response.status_code, html.unescape(response.content.decode())


def rows_of(page: str) -> list[str]:
    """The lines of the first table of a page."""
    body = page.partition("<tbody>")[2].partition("</tbody>")[0]
    return [row for row in body.split("<tr") if "</tr>" in row]


def buttons_of(page: str) -> set[str]:
    """The states to which the page offers to move a task."""
    return set(BUTTON.findall(page))
