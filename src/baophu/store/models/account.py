"""Who works with the home, in which role and for which places."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone

from baophu.lists.kinds.declare import Sensitivity
from baophu.store.models.fields import text
from baophu.store.roles import PlaceKind, Role


class Account(AbstractBaseUser):
    """One who may sign in. Whom they may see follows from the role and the places (`scopes.scope_of`).

    An account that was invited has no usable password until the invitation is accepted. `office` is the name
    of the office they act for, as directives write it (“Công an xã Đăk Kôi”); "" where the role says it.
    """

    name = text(Sensitivity.INTERNAL, unique=True)
    full_name = text(Sensitivity.PERSONAL, default="")
    office = text(Sensitivity.INTERNAL, default="")
    email = text(Sensitivity.PERSONAL, default="")
    role = text(Sensitivity.INTERNAL, choices=[(role.value, role.value) for role in Role])
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField(default=timezone.now)

    objects = BaseUserManager()

    USERNAME_FIELD = "name"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return str(self.name)


class AccountPlace(models.Model):
    """A place an account is for: the key of a unit or hamlet, the folded name of a school or employer."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="places")
    kind = text(Sensitivity.INTERNAL, choices=[(kind.value, kind.value) for kind in PlaceKind])
    place = text(Sensitivity.INTERNAL)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["account", "kind", "place"], name="account_place_once")
        ]
