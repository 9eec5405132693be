"""`baophu arrears`: employers that owe, how much, how long, and how much the base salary caused."""

from baophu.base.words import N_
from baophu.builds import answers
from baophu.cli.asking import ask
from baophu.cli.options import DayOption, FormatOption, HomeOption, LanguageOption, UserOption
from baophu.cli.output import show
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
    show(answers.arrears(asked.build, asked.scope, on or asked.build.on), format, COLUMNS)
