"""Denominators, counts, rates, targets: who takes part, out of how many, against what."""
