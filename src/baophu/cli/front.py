"""What `baophu` offers. A command's module is read only when that command is used: help comes at once."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from typer.main import get_command

from baophu.base.words import N_, _
from baophu.cli.options import FormatOption, HomeOption, LanguageOption, UserOption, VersionOption
from baophu.cli.worded import Commands, WordedCommand, WordedGroup, word_help


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command is written, and its help."""

    module: str
    help: str


COMMANDS = {
    "demo": Entry("baophu.cli.demo", N_("The whole job on the example of Kon Rẫy, from lists to report.")),
    "init": Entry("baophu.cli.init", N_("Make a new home for a commune, district or province.")),
    "office": Entry("baophu.cli.office", N_("The office’s letterhead, as it stands on reports.")),
    "receive": Entry("baophu.cli.receive", N_("Read lists that were sent and keep them.")),
    "template": Entry("baophu.cli.template", N_("An empty list of a kind, to be filled in by who sends it.")),
    "lists": Entry("baophu.cli.lists", N_("The lists that were kept; withdraw one.")),
    "owed": Entry(
        "baophu.cli.owed", N_("Who sends which list how often, what is late; reminders to who owes.")
    ),
    "build": Entry("baophu.cli.build", N_("Make register, coverage and gaps from the lists.")),
    "coverage": Entry("baophu.cli.coverage", N_("Figures with numerator, denominator and its source.")),
    "quality": Entry("baophu.cli.quality", N_("How good each list is, and the list of the uncovered.")),
    "gaps": Entry(
        "baophu.cli.gaps", N_("People to reach: who, why, until when, what it costs, whose turn it is.")
    ),
    "worklist": Entry(
        "baophu.cli.worklist", N_("Hand people out to be visited, and take in what came of the visits.")
    ),
    "rows": Entry("baophu.cli.rows", N_("Every row of the lists and whose it is.")),
    "person": Entry("baophu.cli.person", N_("One person: every row, how it was linked, cards.")),
    "review": Entry("baophu.cli.review", N_("Which rows are one person, as people decide it.")),
    "arrears": Entry("baophu.cli.arrears", N_("What employers owe, and why.")),
    "directive": Entry(
        "baophu.cli.directive", N_("Read a directive: figures, tasks with deadlines, and what is unclear.")
    ),
    "tasks": Entry(
        "baophu.cli.task_days", N_("What is to be done by whom by when, and how far it has come.")
    ),
    "obstacles": Entry(
        "baophu.cli.obstacles", N_("What stands in the way: recorded, passed on, answered, counted.")
    ),
    "findings": Entry("baophu.cli.findings", N_("What supervision found, and what became of it.")),
    "mail": Entry("baophu.cli.mail", N_("Whether mail is set up, what waits, what was given up and why.")),
    "serve": Entry("baophu.cli.serve", N_("Pages for the browser, and the work behind them.")),
    "report": Entry("baophu.cli.report", N_("Reports in the form an office sends.")),
    "areas": Entry("baophu.cli.areas", N_("An area, what became of it, what it was.")),
    "targets": Entry("baophu.cli.targets", N_("The targets given from above.")),
    "denominators": Entry("baophu.cli.denominators", N_("Numbers of people that rates are counted from.")),
    "hamlets": Entry("baophu.cli.hamlets", N_("Hamlets and the names that lists know them by.")),
    "classes": Entry("baophu.cli.classes", N_("Classes of communes and hamlets that decide who pays.")),
    "users": Entry("baophu.cli.users", N_("Accounts of those who work with the home.")),
    "check": Entry("baophu.cli.check", N_("Prove that the home is sound.")),
}


class Front(WordedGroup):
    """The commands by name; the one that is used is loaded in place of its entry."""

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        name, command, rest = super().resolve_command(ctx, args)
        return name, load(name) if name else command, rest


def front() -> Any:
    """The whole command line, worded in the language of this context."""
    command: Any = get_command(Commands(callback=_options, group=Front))
    command.help = _("From the lists an office receives to everyone covered by insurance.")
    command.commands = {
        name: WordedCommand(name=name, help=_(entry.help), rich_markup_mode=None)
        for name, entry in COMMANDS.items()
    }
    return command


def load(name: str) -> Any:
    """The command `name` with all that it offers, worded in the language of this context."""
    entry = COMMANDS[name]
    command: Any = get_command(import_module(entry.module).app)
    command.name = name
    command.help = entry.help
    word_help(command)
    return command


def _options(
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
    version: VersionOption = False,
) -> None:
    """What every command takes too, and the version."""
