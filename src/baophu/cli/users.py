"""`baophu users`: accounts of those who work with the home."""

from typing import Annotated

import typer

from baophu.base.words import N_, _
from baophu.cli.entering import enter
from baophu.cli.options import FormatOption, HomeOption, LanguageOption, UserOption, shared_options
from baophu.cli.output import say, show
from baophu.cli.worded import Commands
from baophu.store.actions.accounts import make_account
from baophu.store.models import Account
from baophu.store.roles import ROLE_WORDS, Role

COLUMNS = {"name": N_("Account"), "full_name": N_("Name"), "role": N_("Role"), "places": N_("Places")}

app = Commands(callback=shared_options)


@app.add("list", help=N_("Show the accounts."))
def list_users(
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    enter(home, user)
    accounts = Account.objects.order_by("pk").prefetch_related("places")
    rows = [
        {
            "name": one.name,
            "full_name": one.full_name,
            "role": one.role,
            "places": [place.place for place in one.places.all()],
            "active": one.is_active,
        }
        for one in accounts
    ]
    show(rows, format, COLUMNS)


@app.add("add", help=N_("Make an account; its random password is shown once."))
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help=N_("Name to sign in with."))],
    role: Annotated[str, typer.Option("--role", metavar="ROLE", help=N_("What the account is for."))],
    full_name: Annotated[
        str, typer.Option("--full-name", metavar="TEXT", help=N_("Name of the person."))
    ] = "",
    units: Annotated[
        list[str] | None, typer.Option("--unit", metavar="CODE", help=N_("A commune or district it is for."))
    ] = None,
    hamlets: Annotated[
        list[str] | None, typer.Option("--hamlet", metavar="KEY", help=N_("A hamlet it is for."))
    ] = None,
    schools: Annotated[
        list[str] | None, typer.Option("--school", metavar="NAME", help=N_("A school it is for."))
    ] = None,
    employers: Annotated[
        list[str] | None, typer.Option("--employer", metavar="NAME", help=N_("An employer it is for."))
    ] = None,
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    account, password = make_account(
        by=enter(home, user),
        name=name,
        role=role,
        full_name=full_name,
        units=units or (),
        hamlets=hamlets or (),
        schools=schools or (),
        employers=employers or (),
    )
    say(
        _("Account {name} ({role}), password {password} (shown only now).").format(
            name=account.name, role=_(ROLE_WORDS[Role(account.role)]), password=password
        )
    )
