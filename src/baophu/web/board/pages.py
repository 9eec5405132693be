"""The leader's page: will the targets be met, where are the people who are missing, and what is owed."""

from typing import Any

from django.http import HttpResponse
from django.urls import path

from baophu.base.scope import Purpose
from baophu.web.door import page
from baophu.web.rendering import show


@page(Purpose.STEER)
def board(request: Any) -> HttpResponse:
    return show(request, "board/board.html", day_of=request.visitor.build.on)


urls = [path("", board, name="board")]
