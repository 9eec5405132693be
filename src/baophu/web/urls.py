"""All addresses. Each slice of pages ends with its own list."""

from baophu.web import language
from baophu.web.accounts import pages as accounts
from baophu.web.board import pages as board
from baophu.web.calendar import pages as calendar
from baophu.web.directives import pages as directives
from baophu.web.findings import pages as findings
from baophu.web.lists import pages as lists
from baophu.web.middleware import fault, not_found
from baophu.web.notices import pages as notices
from baophu.web.obstacles import pages as obstacles
from baophu.web.persons import pages as persons
from baophu.web.review import pages as review
from baophu.web.tasks import pages as tasks
from baophu.web.visits import pages as visits

urlpatterns = [
    *accounts.urls,
    *board.urls,
    *calendar.urls,
    *language.urls,
    *notices.urls,
    *persons.urls,
    *review.urls,
    *directives.urls,
    *tasks.urls,
    *obstacles.urls,
    *findings.urls,
    *visits.urls,
    *lists.urls,
]
handler404 = not_found
handler500 = fault
