"""What people decided about two rows: one person or two."""

from typing import ClassVar

from django.db import models

from baophu.lists.kinds.declare import Sensitivity
from baophu.register.decided import RowPair, Verdict
from baophu.store.models.decision import Decision, one_standing
from baophu.store.models.fields import text


class LinkDecision(Decision):
    """That `by` says of two rows of lists that they are one person, two, or that it cannot be told.

    The row of the smaller list and number comes first (see `RowPair`). `print` and `other_print` are the
    fingerprints by which rows are known again in another list. `second_needed` is as it was when they said
    it: "same" would take someone off the lists of those to be reached.
    """

    list = text(Sensitivity.INTERNAL)
    row = models.IntegerField()
    print = text(Sensitivity.PERSONAL)
    other_list = text(Sensitivity.INTERNAL)
    other_row = models.IntegerField()
    other_print = text(Sensitivity.PERSONAL)
    verdict = text(Sensitivity.INTERNAL, choices=[(one.value, one.value) for one in Verdict])
    second_needed = models.BooleanField()

    class Meta:
        constraints: ClassVar = [
            one_standing("list", "row", "other_list", "other_row", "by", name="link_decision_once")
        ]
        indexes: ClassVar = [models.Index(fields=["other_list", "other_row"], name="link_decision_other")]

    @property
    def pair(self) -> RowPair:
        return RowPair(self.list, self.row, self.other_list, self.other_row)
