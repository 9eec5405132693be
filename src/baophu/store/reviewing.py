"""What people said of the pairs that a build still has open, and who is asked about which."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from baophu.builds.opened import OpenBuild
from baophu.builds.reviewing import turns_of
from baophu.register.decided import Effect, Verdict
from baophu.store.link_decisions import effect
from baophu.store.models import Account, AuditEntry, Build, LinkDecision
from baophu.store.questions import the_office

# The actions that change what stands of a pair.
SPEAKING = ("decide_link", "undo_link", "set_one_decides")
SETTLED = frozenset({Effect.SAME, Effect.DIFFERENT})
WAITS_FOR_ANOTHER = frozenset({Effect.PROPOSED, Effect.DISPUTED})


@dataclass(frozen=True, slots=True)
class Heard:
    """What stands of an open pair, and the accounts that spoke."""

    effect: Effect
    by: frozenset[int]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Turn of a pair → what was said of it. The next build will have obeyed what is settled."""

    pairs: Mapping[int, Heard]

    def done(self, account: Account) -> frozenset[int]:
        """The pairs that the account is not asked about: settled, or it has spoken."""
        return frozenset(
            turn for turn, one in self.pairs.items() if one.effect in SETTLED or account.pk in one.by
        )

    def waiting(self, account: Account) -> frozenset[int]:
        """The pairs that wait for someone else to speak, of which the account has said nothing yet."""
        return frozenset(
            turn
            for turn, one in self.pairs.items()
            if one.effect in WAITS_FOR_ANOTHER and account.pk not in one.by
        )


class _Last:
    """What was heard last of a build, until someone speaks again."""

    heard: tuple[int | None, Spoken] | None = None


def spoken(build: OpenBuild) -> Spoken:
    """What was said of pairs that the build has open."""
    last = AuditEntry.objects.filter(action__in=SPEAKING).order_by("-pk").values_list("pk", flat=True).first()
    kept = build.once("spoken", _Last)
    if kept.heard is None or kept.heard[0] != last:
        kept.heard = last, _spoken(build)
    return kept.heard[1]


def _spoken(build: OpenBuild) -> Spoken:
    decisions = list(_not_built_in(build))
    said: dict[int, list[LinkDecision]] = defaultdict(list)
    for place, turn in turns_of(build, [one.pair for one in decisions]).items():
        said[turn].append(decisions[place])
    one_decides = the_office().one_decides
    return Spoken(
        {
            turn: Heard(effect(ones, one_decides=one_decides), frozenset(one.by_id for one in ones))
            for turn, ones in said.items()
        }
    )


def _not_built_in(build: OpenBuild) -> QuerySet:
    """The standing decisions that may be about an open pair: taken since the build before, unsure, or a
    proposal to which nobody has answered.
    """
    answered = LinkDecision.standing.filter(
        list=OuterRef("list"), row=OuterRef("row"), other_list=OuterRef("other_list"),
        other_row=OuterRef("other_row"), verdict__in=[Verdict.SAME, Verdict.DIFFERENT],
    ).exclude(by=OuterRef("by"))  # fmt: skip
    open_still = Q(verdict=Verdict.UNSURE) | Q(second_needed=True) & ~Exists(answered)
    standing = LinkDecision.standing.order_by("pk")
    before = Build.objects.filter(pk__lt=Build.objects.get(name=build.folder.name).pk).order_by("-pk").first()
    return standing.filter(Q(at__gte=before.made_at) | open_still) if before else standing
