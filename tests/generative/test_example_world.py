"""Whatever the seed and the size, the example's world adds up and its people could live."""

from collections import Counter
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baophu.base.ids import national_id_doubts
from baophu.law.age import working_age
from baophu_examples.chance import apportion, choose
from baophu_examples.faults import LEVELS, MILD, Clerk
from baophu_examples.scene import make_scene
from baophu_examples.world import World, make_world

ON = date(2023, 9, 30)
SEEDS = st.integers(0, 2**32)
SIZES = st.integers(600, 1_500)
slow = settings(max_examples=7, deadline=None)


def world_of(seed: int, people: int) -> World:
    return make_world(seed, ON, people, round(people * 0.56))


@slow
@given(SEEDS, SIZES)
def test_a_world_has_the_people_asked_for(seed: int, people: int) -> None:
    world = world_of(seed, people)
    assert len(world.people) == people
    assert sum(working_age(p.birth, p.sex, ON) for p in world.people) == round(people * 0.56)


@slow
@given(SEEDS, SIZES)
def test_households_are_of_people_who_could_live_together(seed: int, people: int) -> None:
    for household in world_of(seed, people).households:
        assert 1 <= len(household.members) <= 9
        assert household.head.relation == "Chủ hộ"
        assert household.head.age(ON) >= 18
        assert all(0 <= member.age(ON) <= 100 for member in household.members)


@slow
@given(SEEDS, SIZES)
def test_numbers_are_of_one_person_and_say_the_truth(seed: int, people: int) -> None:
    world = world_of(seed, people)
    ids = [person.national_id for person in world.people if person.national_id]
    assert len(set(ids)) == len(ids)
    assert len({person.insurance_number for person in world.people}) == people
    for person in world.people:
        assert not (person.national_id and national_id_doubts(person.national_id, person.birth, person.sex))


@slow
@given(SEEDS, SIZES)
def test_who_has_no_national_id_shares_name_and_birthday_with_nobody(seed: int, people: int) -> None:
    world = world_of(seed, people)
    keys = Counter(person.key for person in world.people)
    assert [p.key for p in world.people if p.national_id is None and keys[p.key] > 1] == []


@slow
@given(SEEDS)
def test_the_insurers_count_is_the_one_asked_for(seed: int) -> None:
    scene = make_scene(seed, ON, small=True)
    valid = {card.number for card in scene.insurance.here if card.runs(ON)}
    assert len(valid) == scene.figures.bhyt
    assert sum(debt.amount for debt in scene.debts) == scene.figures.arrears
    assert all(debt.amount == sum(debt.parts) + debt.interest for debt in scene.debts)


@slow
@given(SEEDS, st.sampled_from(sorted(LEVELS)))
def test_a_mild_clerk_always_leaves_a_way_to_tell(seed: int, level: str) -> None:
    """Of all copies only those that are lost have neither the national ID nor the right name and birth."""
    world = world_of(seed, 800)
    clerk = Clerk(Random(seed), LEVELS[level], world.people)
    copies = [clerk.copied(person) for person in world.people]
    untold = [
        c for c in copies if c.national_id is None and (c.name, c.birth) != (c.person.name, c.person.birth)
    ]
    if level == MILD.level:
        assert len(untold) <= 6
    assert all(copy.birth <= ON for copy in copies)
    assert all(copy.hamlet.commune == copy.person.household.hamlet.commune for copy in copies)


@given(st.integers(0, 10_000), st.lists(st.floats(0.1, 100), min_size=1, max_size=40))
def test_parts_add_up_to_the_whole(total: int, weights: list[float]) -> None:
    parts = apportion(total, weights)
    assert sum(parts) == total
    assert all(
        abs(part - total * weight / sum(weights)) < 1 for part, weight in zip(parts, weights, strict=True)
    )


@given(SEEDS, st.lists(st.integers(0, 5), min_size=1, max_size=50))
def test_who_weighs_nothing_is_never_chosen(seed: int, weights: list[int]) -> None:
    numbered = list(enumerate(weights))
    count = sum(weight > 0 for weight in weights)
    chosen = choose(Random(seed), numbered, count, lambda pair: pair[1])
    assert chosen == [pair for pair in numbered if pair[1]]


def test_more_than_there_are_cannot_be_chosen() -> None:
    with pytest.raises(ValueError, match="3 of 2"):
        choose(Random(1), [1, 1, 0], 3, lambda weight: weight)
