"""Thin commands over the same functions and actions."""
