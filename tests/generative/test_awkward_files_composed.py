"""Whatever makes a file awkward, all of it at once changes nothing of what is read."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.corpus.cases import case
from tests.corpus.columns import RESIDENTS, VALUES
from tests.corpus.containers import CONTAINERS
from tests.corpus.layouts import LAYOUTS, MORE_LAYOUTS, header_on_each_page
from tests.corpus.listing import Twist, twisted
from tests.corpus.test_awkward_files import shown, zip_all
from tests.makers.sheets import KON_RAY

from baophu.lists.reading import read_file

KNOWN = VALUES | LAYOUTS | MORE_LAYOUTS | {"a header on each page": header_on_each_page}
# Of each line one: what comes first changes columns, then rows, what stands around them, spelling.
ORDER = (
    ("days with dots", "days of a calendar", "years as numbers", "years by sex", "births in three columns"),
    ("sex as 1 and 2", "names in capitals", "a name in two columns", "a name in three columns"),
    ("old and new identity numbers", "zeros lost", "an unknown column"),
    ("sections", "sections with roman numbers", "sections in one cell", "numbers start again"),
    ("two header rows", "three header rows", "two header rows unmerged", "dressed headings"),
    ("numbers below", "numbers in brackets", "technical names", "numbers and technical names"),
    ("twelve titles", "agency right above", "titles in one cell", "a sender's title"),
    ("a header on each page", "titles on each page", "blank rows between", "spare rows"),
    ("a total and signatures", "notes below", "sums in words"),
    ("letters and marks apart", "the Icelandic letter", "not in the corner"),
)
PLAIN = "plain"


@st.composite
def names_of_twists(draw: st.DrawFn) -> list[str]:
    return [name for line in ORDER if (name := draw(st.sampled_from((PLAIN, *line)))) != PLAIN]


@settings(max_examples=70, deadline=None)
@given(names_of_twists(), st.sampled_from(sorted(CONTAINERS.keys() - {"csv in windows-1258"})))
def test_all_at_once(names: list[str], container: str) -> None:
    twists: list[Twist] = [KNOWN[name] for name in names]
    made = case(" + ".join(names), twisted(RESIDENTS, *twists), CONTAINERS[container])
    with TemporaryDirectory() as folder:
        tables = read_file(made.write(Path(folder)), places=KON_RAY)
    expected = [one for sheet in made.sheets for one in sheet.expected]
    assert [shown(table, one) for table, one in zip_all(tables, expected)] == expected
