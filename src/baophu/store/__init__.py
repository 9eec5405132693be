"""Decisions as rows (Django): models, actions (the only writers), permissions, audit."""
