"""Bao Phủ: the lists an office receives in, everyone covered out.

The folders stand in the order in which data passes; each may import only those above it:
base, engine, areas, law, lists, register, coverage, gaps, employers, reports, builds, store, cli.
"""

__version__ = "0.1.0"
