"""Pairs of people whom the lists do not tell apart: the queue, and the page on which two are decided."""
