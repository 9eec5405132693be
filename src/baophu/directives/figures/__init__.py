"""Figures and targets: what a number counts, of which scheme and place, and for which day."""
