"""The targets that stand by what was confirmed in directives."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils import timezone

from baophu.base.errors import UserError
from baophu.base.words import N_, _
from baophu.directives.comparing import FIELD_WORDS
from baophu.directives.doubts import is_target, lacking_of, people_of, share_of
from baophu.store.actions.recording import record
from baophu.store.actions.targets import set_target
from baophu.store.directives import known_on
from baophu.store.models import Account, ReadItem, Target

# What a target is about: of the same there stands one.
ABOUT = ("area", "scheme", "due", "document")


class NotATarget(UserError):
    message = N_("Item {number} does not say a target that can be counted: {lacking}.")
    advice = N_(
        "Say the area, the scheme, the share in per cent or the number of people, and the day by which it is "
        "due."
    )
    exit_code = 15


class NotReplacedAlone(UserError):
    message = N_("Item {number} cannot be taken back: a later decision replaced its target.")
    advice = N_("Set the target anew instead.")
    exit_code = 15


def let_target_stand(item: ReadItem, *, by: Account) -> None:
    """Let the target stand that a confirmed item says, if it says one.

    A share and a number of people that a directive gives for the same are one target.

    Raises NotATarget and what `set_target` raises.
    """
    told = said_of(item)
    if not is_target(told):
        return
    if lacking := lacking_of(told):
        raise NotATarget(number=item.pk, lacking=[_(FIELD_WORDS[name]) for name in lacking])
    beside = _beside(item, told)
    share, people = _share_and_people([*(said_of(one) for one in beside), told])
    item.target = set_target(
        by=by,
        area=str(told["area_key"]),
        scheme=str(told["scheme"]),
        rate=share,
        people=people,
        due=date.fromisoformat(str(told["date"])),
        document=document_of(item),
        issuer=item.directive.issuer,
        decided_on=known_on(item.directive),
    )
    _hold(beside, item.target)


def take_target_back(item: ReadItem, *, by: Account) -> None:
    """Let a target no longer stand as this item said it; what others of its directive say stays.

    Raises NotReplacedAlone.
    """
    target = item.target
    if target is None:
        return
    if target.replaced_at is not None:
        raise NotReplacedAlone(number=item.pk)
    others = list(ReadItem.objects.filter(target=target).exclude(pk=item.pk).order_by("position"))
    if others:
        share, people = _share_and_people(map(said_of, others))
        about = {name: getattr(target, name) for name in (*ABOUT, "issuer", "decided_on")}
        _hold(others, set_target(by=by, rate=share, people=people, **about))
        return
    Target.objects.filter(pk=target.pk).update(replaced_at=timezone.now())
    written = "/".join(str(getattr(target, name)) for name in ABOUT)
    record(by=by, action="withdraw_target", object=written)


def said_of(item: ReadItem) -> dict[str, Any]:
    """What an item says now: as people made it, else as it was read."""
    said: dict[str, Any] = item.as_mended or item.as_read
    return said


def document_of(item: ReadItem) -> str:
    """What a target names as its document."""
    directive = item.directive
    return str(directive.number or directive.title or directive.pk)


def _beside(item: ReadItem, told: Mapping[str, Any]) -> list[ReadItem]:
    """The items of the directive whose target stands for the same area, scheme and day."""
    found = item.directive.items.exclude(pk=item.pk).filter(
        target__replaced_at=None,
        target__area=told["area_key"],
        target__scheme=told["scheme"],
        target__due=told["date"],
    )
    return list(found.order_by("position"))


def _share_and_people(said: Iterable[Mapping[str, Any]]) -> tuple[int | None, int | None]:
    """The share and the number that these figures give; of several of a sort the last."""
    share: int | None = None
    people: int | None = None
    for told in said:
        share, people = share_of(told) or share, people_of(told) or people
    return share, people


def _hold(items: Iterable[ReadItem], target: Target) -> None:
    """Let those items hold a target that say what it says."""
    agreed = [one.pk for one in items if _agrees(said_of(one), target)]
    ReadItem.objects.filter(pk__in=agreed).update(target=target)


def _agrees(told: Mapping[str, Any], target: Target) -> bool:
    share, people = share_of(told), people_of(told)
    return share == target.rate if people is None else people == target.people
