"""Files and functions stay small enough to be read at one sitting."""

from repository import SOURCE_FOLDERS, functions, modules, python_files, shown

MOST_LINES_OF_A_FILE = 450
MOST_LINES_OF_A_FUNCTION = 60


def test_no_file_is_long() -> None:
    lengths = {shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}
    assert {path: lines for path, lines in lengths.items() if lines > MOST_LINES_OF_A_FILE} == {}


def test_no_function_is_long() -> None:
    lengths = {
        f"{module.where(node)} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for folder in SOURCE_FOLDERS
        for module in modules(folder).values()
        for node in functions(module)
    }
    assert {function: lines for function, lines in lengths.items() if lines > MOST_LINES_OF_A_FUNCTION} == {}
