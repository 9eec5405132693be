"""Who serves pages carries no tools for drawing: what they need was drawn by the worker."""

from repository import Module, modules

DRAWING = "vl_convert"
PAGES = "baophu.web"


def reached(name: str, seen: set[str]) -> set[str]:
    """The modules of ours that are loaded with one of them, packages above it too."""
    known: dict[str, Module] = modules()
    for imported in {name, *known[name].imports}:
        parts = imported.split(".")
        for length in range(1, len(parts) + 1):
            module = ".".join(parts[:length])
            if module in known and module not in seen:
                seen.add(module)
                reached(module, seen)
    return seen


def test_pages_load_no_tools_for_drawing() -> None:
    loaded: set[str] = set()
    for name in modules():
        if name.startswith(PAGES):
            reached(name, loaded)
    assert PAGES in loaded
    drawing = [
        name for name in sorted(loaded) if any(i.split(".")[0] == DRAWING for i in modules()[name].imports)
    ]
    assert drawing == []
