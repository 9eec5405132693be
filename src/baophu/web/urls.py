"""All addresses. Each slice of pages ends with its own list."""

from baophu.web import language
from baophu.web.accounts import pages as accounts
from baophu.web.board import pages as board
from baophu.web.middleware import fault, not_found

urlpatterns = [
    *accounts.urls,
    *board.urls,
    *language.urls,
]
handler404 = not_found
handler500 = fault
