"""`baophu review`: which rows are one person, decided by people."""

from typing import Annotated

import typer

from baophu.base.errors import UserError
from baophu.base.scope import Purpose
from baophu.base.words import N_, _
from baophu.builds.opened import OpenBuild
from baophu.builds.review_words import change_words
from baophu.builds.reviewing import Pair, Where, queue
from baophu.cli.asking import ask
from baophu.cli.options import (
    FormatOption,
    HomeOption,
    LanguageOption,
    UserOption,
    parse_whole,
    shared_options,
)
from baophu.cli.output import Row, say, show
from baophu.cli.worded import Commands
from baophu.register.decided import Effect, RowPair, Verdict
from baophu.register.words import EFFECT_WORDS, doubt_words
from baophu.store.actions.link_decisions import decide, undo
from baophu.store.link_decisions import effect, standing
from baophu.store.questions import the_office
from baophu.store.reviewing import spoken
from baophu.store.row_names import names_of, pair_named

COLUMNS = {
    "source": N_("Row"),
    "other_source": N_("Other row"),
    "name": N_("Name"),
    "other_name": N_("Other name"),
    "score": N_("About how likely (%)"),
    "step": N_("Why it is doubted"),
    "change": N_("What it would change"),
    "stands": N_("What stands"),
}
NOTHING_OPEN = N_("Nothing is left for this account to decide.")
MOST = 50
LOST_COLUMNS = {
    "source": N_("Row"),
    "other_source": N_("Other row"),
    "verdict": N_("What was decided"),
    "left": N_("What is left"),
    "person": N_("Person"),
    "by": N_("By"),
}
NOTHING_LOST = N_("Every decision holds for some row.")

SourceArgument = Annotated[
    str, typer.Argument(metavar="SOURCE", help=N_("A row, as it is printed: FILE#SHEET!ROW."))
]
OtherArgument = Annotated[str, typer.Argument(metavar="OTHER", help=N_("The other row."))]

app = Commands(callback=shared_options)


class UnknownVerdict(UserError):
    message = N_("“{verdict}” cannot be decided.")
    advice = N_("Write one of: {known}.")
    exit_code = 15


def parse_verdict(text: str) -> Verdict:
    """Raises UnknownVerdict."""
    if text not in Verdict:
        raise UnknownVerdict(verdict=text, known=list(Verdict))
    return Verdict(text)


@app.add("list", help=N_("Pairs of rows that may be one person, those first that change most."))
def list_pairs(
    area: Annotated[str | None, typer.Option("--area", metavar="CODE", help=N_("Only this area."))] = None,
    most: Annotated[
        int, typer.Option("--most", metavar="N", parser=parse_whole, help=N_("At most so many."))
    ] = MOST,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    asked = ask(home, user)
    done = spoken(asked.build).done(asked.by)
    pairs = queue(asked.build, asked.scope, Where(area), most=most, without=done)
    asked.looked({person for one in pairs for person in one.people}, Purpose.LINK, "review")
    show(_told(asked.build, pairs), format, COLUMNS, worded=_worded, nothing=NOTHING_OPEN)


def _told(build: OpenBuild, pairs: list[Pair]) -> list[Row]:
    """The row in doubt and the one that says who the person is, as `decide` takes them."""
    rows = [one.rows for one in pairs]
    said, one_decides = standing(rows), the_office().one_decides
    return [
        {
            "source": source,
            "other_source": other_source,
            "person": one.other["person"],
            "name": one.other["name"],
            "other_person": one.who["person"],
            "other_name": one.who["name"],
            "kind": one.kind,
            "scheme": one.scheme,
            "score": one.score,
            "step": one.step,
            "change": one.change,
            "leaves": one.leaves,
            "stands": effect(said[one.rows], one_decides=one_decides).value if one.rows in said else None,
        }
        for one, (source, other_source) in zip(pairs, names_of(build, rows), strict=True)
    ]


def _worded(row: Row) -> Row:
    return {
        **row,
        "step": doubt_words(row["step"]),
        "change": change_words(row["change"], row["leaves"]),
        "stands": _(EFFECT_WORDS[Effect(row["stands"])]) if row["stands"] else "",
    }


@app.add("decide", help=N_("Say of two rows that they are one person (same), two (different), or unsure."))
def decide_pair(
    source: SourceArgument,
    other: OtherArgument,
    verdict: Annotated[
        Verdict, typer.Argument(metavar="|".join(Verdict), parser=parse_verdict, help=N_("What is said."))
    ],
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    asked = ask(home, user)
    pair = pair_named(asked.build, source, other)
    decide(pair, verdict, by=asked.by)
    _say_what_stands(pair)


@app.add("undo", help=N_("Take back what this account decided of two rows."))
def undo_pair(
    source: SourceArgument,
    other: OtherArgument,
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    asked = ask(home, user)
    pair = pair_named(asked.build, source, other)
    undo(pair, by=asked.by)
    _say_what_stands(pair)


def _say_what_stands(pair: RowPair) -> None:
    said = standing([pair]).get(pair, [])
    if said:
        stands = _(EFFECT_WORDS[effect(said, one_decides=the_office().one_decides)])
        say(_("What stands now: {effect}. The next build obeys it.").format(effect=stands))
    else:
        say(_("Nothing is decided of these two rows now."))


@app.add("lost", help=N_("Decisions that hold for no row any more: their lists were withdrawn."))
def list_lost(
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    asked = ask(home, user)
    sql = "SELECT * FROM lost_decisions ORDER BY list, row, other_list, other_row"
    lost = asked.build.ask(asked.scope, Purpose.LINK, ["lost_decisions"], sql).to_pylist()
    pairs = [RowPair(one["list"], one["row"], one["other_list"], one["other_row"]) for one in lost]
    said = standing(pairs)
    rows = [
        {
            "source": source,
            "other_source": other_source,
            "verdict": one["verdict"],
            "is_left": one["is_left"],
            "other_is_left": one["other_is_left"],
            "person": one["person"],
            "by": [decision.by.name for decision in said.get(pair, [])],
        }
        for one, pair, (source, other_source) in zip(lost, pairs, names_of(asked.build, pairs), strict=True)
    ]
    asked.looked({row["person"] for row in rows} - {None}, Purpose.LINK, "review lost")
    show(rows, format, LOST_COLUMNS, worded=_worded_lost, nothing=NOTHING_LOST)


def _worded_lost(row: Row) -> Row:
    left = [
        row[name] for name, there in (("source", "is_left"), ("other_source", "other_is_left")) if row[there]
    ]
    return {**row, "verdict": _(EFFECT_WORDS[Effect(row["verdict"])]), "left": left}
