"""The office whose home this is, and what its letters carry."""

from django.db import models

from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.fields import json, text


class Office(models.Model):
    """The one office of a home. `area` is the key of the unit it answers for, `on` the day of that key.

    `superior` is the office above it, `signer_authority` for whom the signer signs (KT. GIÁM ĐỐC, TM. ...).
    With `one_decides` one person suffices to say of two rows that they are one person.
    """

    area = text(Sensitivity.PUBLIC)
    on = models.DateField()
    name = text(Sensitivity.PUBLIC)
    superior = text(Sensitivity.PUBLIC, default="")
    place = text(Sensitivity.PUBLIC, default="")
    signer_authority = text(Sensitivity.PUBLIC, default="")
    signer_title = text(Sensitivity.PUBLIC, default="")
    signer_name = text(Sensitivity.PUBLIC, default="")
    addressees = json(Sensitivity.PUBLIC, default=list)
    copies = json(Sensitivity.PUBLIC, default=list)
    one_decides = models.BooleanField(default=False)
