"""What each page costs besides its own work: connections and tokens that are not asked for twice."""

import re

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from tests.signing_in import sign_in

from baophu.store.models import Account
from baophu.web import middleware

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


@pytest.mark.parametrize(("seconds", "trusted"), [(60.0, [False, True, True]), (0.0, [False, False, False])])
def test_a_connection_is_trusted_for_a_moment(
    seconds: float, trusted: list[bool], operator: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(middleware, "SURE_SECONDS", seconds)
    monkeypatch.delattr(middleware._here, "answered", raising=False)
    seen = []

    def look(_request: HttpRequest) -> HttpResponse:
        seen.append(connection.health_check_done)
        return HttpResponse()

    answer = middleware.trust_connection(look)
    for _request in trusted:
        connection.health_check_done = False
        answer(HttpRequest())
    assert seen == trusted


def test_all_forms_of_a_page_carry_one_token(operator: Account) -> None:
    browser = sign_in(operator)
    tokens = TOKEN.findall(browser.get("/me").content.decode())
    assert len(tokens) > 1
    assert len(set(tokens)) == 1
    assert TOKEN.findall(browser.get("/me").content.decode())[0] != tokens[0]
