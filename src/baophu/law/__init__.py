"""Dated parameters (one value a YAML file) and the rules: groups, bills, working age, continuity."""
