"""Deadlines, rhythms and the days that follow from them."""
