"""The command line: thin commands over the rooms and the store's actions.

Data goes to stdout, words to stderr. Exit 0 done, 10 to 19 the user can put it right, 1 a fault of ours.
"""

from baophu.cli.running import main

__all__ = ["main"]
