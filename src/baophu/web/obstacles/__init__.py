"""Obstacles on pages: recorded on a phone, passed on, answered, counted."""
