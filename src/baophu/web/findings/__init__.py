"""Findings of supervision on pages: recorded, taken up, followed."""
