"""Runs SQL steps, and is the one place that opens a table about people, only with a Scope."""
