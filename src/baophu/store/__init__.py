"""Decisions are rows: models, and the actions that alone write them.

Importing this room sets Django up; `baophu.store.opening.open_home` then says whose rows they are.
"""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baophu.store.settings")
django.setup()
