"""Receiving lists: files handed in, lists kept, figures brought up to date, reports made."""
