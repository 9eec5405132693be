"""Dated units, their names and classes, what became of what; hamlets."""
