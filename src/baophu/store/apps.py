"""The room as Django knows it."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    name = "baophu.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
