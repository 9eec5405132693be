"""What was found on visits changes figures and lists with the next build, which the page of lists offers."""

from tests.web.pages_office import PagesOffice

from baophu.store.actions.builds import build
from baophu.store.models import Visit
from baophu.store.roles import Role

OFFER = 'action="/lists/up-to-date"'


def test_visits_since_the_figures_were_made_offer_new_ones(office: PagesOffice) -> None:
    account = office.account(Role.INSURANCE_OFFICER)
    officer = office.client(account, language="en")
    visits = Visit.objects.count()
    page = officer.get("/lists").content.decode()
    assert visits and f"{visits} visits were recorded since" in page and OFFER in page

    build(by=account)

    page = officer.get("/lists").content.decode()
    assert "visits were recorded since" not in page and OFFER not in page
