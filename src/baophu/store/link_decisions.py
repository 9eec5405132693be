"""What was decided about pairs of rows, and what stands of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from baophu.register.decided import OF_BUILDS, Decided, Effect, RowPair, Said, Verdict, effect_of
from baophu.store.models import LinkDecision


def standing(pairs: Iterable[RowPair]) -> dict[RowPair, list[LinkDecision]]:
    """The standing decisions of everyone on each of these pairs, in the order in which they were taken."""
    asked = {pair: pair.in_order() for pair in pairs}
    found: dict[RowPair, list[LinkDecision]] = defaultdict(list)
    lists = {pair.list for pair in asked.values()}
    rows = {pair.row for pair in asked.values()}
    decisions = LinkDecision.standing.filter(list__in=lists, row__in=rows)
    for one in decisions.select_related("by").order_by("pk"):
        found[one.pair].append(one)
    return {pair: found[in_order] for pair, in_order in asked.items() if in_order in found}


def effect(said: Iterable[LinkDecision], *, one_decides: bool) -> Effect:
    """What stands of a pair by the standing decisions on it."""
    heard = [Said(one.by_id, Verdict(one.verdict), one.second_needed) for one in said]
    return effect_of(heard, one_decides=one_decides)


def decisions_of_builds(*, one_decides: bool) -> tuple[Decided, ...]:
    """What builds obey: the pairs of which something stands, in the order in which it was last spoken of."""
    said: dict[RowPair, list[LinkDecision]] = {}
    for one in LinkDecision.standing.order_by("pk"):
        said[one.pair] = [*said.pop(one.pair, []), one]
    return tuple(_decided(said, one_decides))


def _decided(said: Mapping[RowPair, list[LinkDecision]], one_decides: bool) -> Iterable[Decided]:
    for pair, decisions in said.items():
        stands, last = effect(decisions, one_decides=one_decides), decisions[-1]
        if stands in OF_BUILDS:
            yield Decided(pair, stands, (last.print, last.other_print))
