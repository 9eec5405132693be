"""Decisions are rows: models, and the actions that alone write them.

Importing this room sets Django up; `baophu.store.opening.open_home` then says whose rows they are. Nothing
reads Django's settings before: axes writes its defaults into the first that are made.
"""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baophu.store.settings")
django.setup()
