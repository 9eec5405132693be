"""Offices and places as documents name them."""
