"""Figures and tasks that stand in rows and columns."""
