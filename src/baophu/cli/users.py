"""`baophu users`: accounts of those who work with the home."""

from typing import Annotated, cast

import typer

from baophu.base.numbers import format_moment
from baophu.base.words import N_, _
from baophu.cli.entering import enter
from baophu.cli.options import FormatOption, HomeOption, LanguageOption, UserOption, shared_options
from baophu.cli.output import put, say, show
from baophu.cli.worded import Commands
from baophu.store.actions.accounts import (
    Details,
    activate_account,
    change_account,
    deactivate_account,
    details_of,
    make_account,
)
from baophu.store.actions.invitations import invite, invite_new, open_invitation
from baophu.store.actions.logins import locked_names, unlock
from baophu.store.actions.second_factors import make_backup_codes, reset_second_factor
from baophu.store.models import Account
from baophu.store.questions import NoAccount
from baophu.store.roles import ROLE_WORDS, Role

COLUMNS = {
    "name": N_("Account"),
    "full_name": N_("Name"),
    "role": N_("Role"),
    "office": N_("Acts for"),
    "email": N_("Mail address"),
    "places": N_("Places"),
    "active": N_("Active"),
    "locked": N_("Locked"),
    "last_log_in": N_("Last log-in"),
}

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help=N_("Name to sign in with."))]
RoleOption = Annotated[str, typer.Option("--role", metavar="ROLE", help=N_("What the account is for."))]
FullNameOption = Annotated[str, typer.Option("--full-name", metavar="TEXT", help=N_("Name of the person."))]
OfficeOption = Annotated[
    str, typer.Option("--office", metavar="NAME", help=N_("The office they act for, as directives write it."))
]
EmailOption = Annotated[str, typer.Option("--email", metavar="ADDRESS", help=N_("Where mail reaches them."))]
UnitsOption = Annotated[
    list[str] | None, typer.Option("--unit", metavar="CODE", help=N_("A commune or district it is for."))
]
HamletsOption = Annotated[
    list[str] | None, typer.Option("--hamlet", metavar="KEY", help=N_("A hamlet it is for."))
]
SchoolsOption = Annotated[
    list[str] | None, typer.Option("--school", metavar="NAME", help=N_("A school it is for."))
]
EmployersOption = Annotated[
    list[str] | None, typer.Option("--employer", metavar="NAME", help=N_("An employer it is for."))
]

app = Commands(callback=shared_options)


@app.add("list", help=N_("Show the accounts."))
def list_users(
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    enter(home, user)
    locked = locked_names()
    rows = [
        {
            "name": one.name,
            "full_name": one.full_name,
            "role": one.role,
            "office": one.office,
            "email": one.email,
            "places": [place.place for place in one.places.all()],
            "active": one.is_active,
            "locked": one.name in locked,
            "last_log_in": one.last_login,
        }
        for one in Account.objects.order_by("pk").prefetch_related("places")
    ]
    show(rows, format, COLUMNS)


@app.add("add", help=N_("Make an account; its random password is shown once."))
def add(
    name: NameArgument,
    role: RoleOption,
    full_name: FullNameOption = "",
    office: OfficeOption = "",
    email: EmailOption = "",
    units: UnitsOption = None,
    hamlets: HamletsOption = None,
    schools: SchoolsOption = None,
    employers: EmployersOption = None,
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    account, password = make_account(
        by=enter(home, user),
        name=name,
        role=role,
        full_name=full_name,
        office=office,
        email=email,
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


@app.add("invite", help=N_("Make an account, or find it, and give a link with which its password is chosen."))
def invite_user(
    name: NameArgument,
    role: Annotated[
        str | None,
        typer.Option(
            "--role", metavar="ROLE", help=N_("What a new account is for; without it NAME is there.")
        ),
    ] = None,
    full_name: FullNameOption = "",
    office: OfficeOption = "",
    email: EmailOption = "",
    units: UnitsOption = None,
    hamlets: HamletsOption = None,
    schools: SchoolsOption = None,
    employers: EmployersOption = None,
    address: Annotated[
        str, typer.Option("--address", metavar="URL", help=N_("Where the pages are served."))
    ] = "http://localhost:8000",
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    if role is None:
        token = invite(by=by, account=_account(name))
    else:
        _made, token = invite_new(
            by=by,
            name=name,
            role=role,
            full_name=full_name,
            office=office,
            email=email,
            units=units or (),
            hamlets=hamlets or (),
            schools=schools or (),
            employers=employers or (),
        )
    until = format_moment(open_invitation(token).until)
    say(_("Give this link to {name} alone; it is good once, until {until}:").format(name=name, until=until))
    put(f"{address.removesuffix('/')}/invitation/{token}\n")


@app.add("change", help=N_("Change an account; what is not given stays."))
def change(
    name: NameArgument,
    role: Annotated[
        str | None, typer.Option("--role", metavar="ROLE", help=N_("What the account is for."))
    ] = None,
    full_name: Annotated[
        str | None, typer.Option("--full-name", metavar="TEXT", help=N_("Name of the person."))
    ] = None,
    office: Annotated[
        str | None,
        typer.Option("--office", metavar="NAME", help=N_("The office they act for, as directives write it.")),
    ] = None,
    email: Annotated[
        str | None, typer.Option("--email", metavar="ADDRESS", help=N_("Where mail reaches them."))
    ] = None,
    units: UnitsOption = None,
    hamlets: HamletsOption = None,
    schools: SchoolsOption = None,
    employers: EmployersOption = None,
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    account = _account(name)
    given = {
        "full_name": full_name, "office": office, "email": email,
        "units": units, "hamlets": hamlets, "schools": schools, "employers": employers,
    }  # fmt: skip
    changed = {field: value for field, value in given.items() if value is not None}
    details = cast(Details, details_of(account) | changed)
    change_account(by=by, account=account, role=role or account.role, **details)
    say(_("The account {name} is changed.").format(name=account.name))


@app.add("unlock", help=N_("Open log-in again to an account that failed too often."))
def unlock_user(
    name: NameArgument,
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    unlock(by=by, account=_account(name))
    say(_("Log-in is open again for {name}.").format(name=name))


@app.add("reset-second-factor", help=N_("Phone lost: the next log-in sets up a new second factor."))
def reset(
    name: NameArgument,
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    reset_second_factor(by=by, account=_account(name))
    say(_("{name} sets up a new second factor at the next log-in.").format(name=name))


@app.add("backup-codes", help=N_("New backup codes, for someone without a phone; shown once."))
def backup_codes(
    name: NameArgument,
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    codes = make_backup_codes(by=by, account=_account(name))
    show([{"code": code} for code in codes], None, {"code": N_("Backup code")})


@app.add("deactivate", help=N_("Let nobody sign in to an account any more; its sessions end at once."))
def deactivate(
    name: NameArgument,
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    deactivate_account(by=by, account=_account(name))
    say(_("{name} cannot sign in any more.").format(name=name))


@app.add("activate", help=N_("Open a deactivated account again."))
def activate(
    name: NameArgument,
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    activate_account(by=by, account=_account(name))
    say(_("{name} can sign in again.").format(name=name))


def _account(name: str) -> Account:
    """The account of this name, active or not. Raises NoAccount."""
    account: Account | None = Account.objects.filter(name=name).first()
    if account is None:
        raise NoAccount(name=name)
    return account
