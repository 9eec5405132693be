"""The office whose home this is, and what its letters carry."""

from django.db import models

from baophu.store.models.fields import Level, json, text


class Office(models.Model):
    """The one office of a home. `area` is the key of the unit it answers for, `on` the day of that key."""

    area = text(Level.PUBLIC)
    on = models.DateField()
    name = text(Level.PUBLIC)
    superior = text(Level.PUBLIC, default="")
    place = text(Level.PUBLIC, default="")
    signer_title = text(Level.PUBLIC, default="")
    signer_name = text(Level.PUBLIC, default="")
    addressees = json(Level.PUBLIC, default=list)
    copies = json(Level.PUBLIC, default=list)
