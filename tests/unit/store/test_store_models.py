"""What must hold for all models: fields are classified, migrations are complete."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models

from baophu.base.home import Home
from baophu.store.actions import recording
from baophu.store.permissions import ACTION_WORDS, MAY
from baophu.store.roles import ROLE_WORDS, Role

MODELS = list(apps.get_app_config("store").get_models())
AUDITED = re.compile(r'\baction="(\w+)"')
# Django's own fields of accounts and sessions: hashes and signed data, shown nowhere.
OF_DJANGO = {"password", "session_key", "session_data"}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_that_holds_words_says_how_far_it_may_travel(model: type[models.Model]) -> None:
    wordy = (models.TextField, models.CharField, models.JSONField)
    bare = [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, wordy) and not hasattr(field, "sensitivity") and field.name not in OF_DJANGO
    ]
    assert bare == []


def test_the_migrations_make_what_the_models_say(plain_home: Home) -> None:
    told = StringIO()
    call_command("makemigrations", "--check", "--dry-run", stdout=told)
    assert told.getvalue().strip() == "No changes detected"


def test_every_audited_action_says_who_may_do_it() -> None:
    actions = Path(recording.__file__).parent.glob("*.py")
    audited = {name for path in actions for name in AUDITED.findall(path.read_text(encoding="utf-8"))}
    reading = {name for name in MAY if name.startswith("read_")}
    assert audited | reading == set(MAY) == set(ACTION_WORDS)


def test_every_role_has_its_word() -> None:
    assert set(ROLE_WORDS) == set(Role)
