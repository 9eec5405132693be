"""Notices on pages: what somebody was told, and how mail stands."""
