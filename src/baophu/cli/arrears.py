"""`baophu arrears`: employers that owe, how much, how long, and how much the base salary caused."""

from datetime import date

from baophu.base.words import N_
from baophu.builds import answers
from baophu.builds.opened import OpenBuild
from baophu.cli.asking import ask
from baophu.cli.options import DayOption, FormatOption, HomeOption, LanguageOption, UserOption
from baophu.cli.output import NOTHING, show
from baophu.cli.worded import Commands

COLUMNS = {
    "employer": N_("Employer"),
    "commune": N_("Commune"),
    "workers": N_("Workers"),
    "months": N_("Months"),
    "amount": N_("Owes (đồng)"),
    "base_salary_part": N_("Of it from the base salary"),
    "category": N_("Category"),
    "source": N_("Source"),
}
NO_LIST = N_("No list of arrears of that day or an older one has come. The social insurance office keeps it.")

app = Commands()


@app.add("arrears")
def arrears(
    on: DayOption = None,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    asked = ask(home, user)
    day = on or asked.build.on
    found = answers.arrears(asked.build, asked.scope, day)
    show(found, format, COLUMNS, nothing=NOTHING if _has_list(asked.build, day) else NO_LIST)


def _has_list(build: OpenBuild, on: date) -> bool:
    """Whether a list of arrears of the day, or an older one, has come."""
    return any(entry.kind == "arrears" and entry.as_of <= on for entry in build.inputs.lists)
