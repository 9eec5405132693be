"""Ways to find out which rows are one person, each from the clean rows of a known world to links written.

Each is a module with a `main`, run in a process of its own as `python -m bench.linkers.WAY WORLD OUT`. It
leaves in the folder OUT `links.parquet` (list, row, person) and `uncovered.parquet` (list, row): the rows of
residents at home for whom no running card was found; and prints what it took as JSON.
"""
