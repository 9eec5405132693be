"""Two numerators: the insurer's lists count numbers, the commune counts residents who are covered."""

from pathlib import Path

from tests.worlds import DAY, EVERYTHING, World, card, resident

from baophu.builds import answers


def test_each_numerator_counts_what_it_says_and_the_difference_has_names(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add(
        "residents",
        resident("A Thui", "1990-02-03"),
        resident("Y Hương", "1992-05-06"),
        resident("Trần Văn Bình", "1979-07-08"),
        resident("Lê Thị Hoa", "1982-09-10"),
    )
    world.add(
        "participants",
        card("A Thui", "1990-02-03", "6200000001"),
        card("A Thui", "1990-02-03", "6200000002"),
        card("Y Hương", "1992-05-06", "6200000003"),
        card("Nguyễn Văn Lạ", "1970-01-02", "6200000004"),
    )
    world.add("participants", card("Trần Văn Bình", "1979-07-08", "7900000005", issued_in="79"))

    (bridge,) = (b for b in answers.bridges(world.build(), EVERYTHING, DAY) if b.scheme == "BHYT")

    # 4 numbers on the lists − 1 held by nobody who lives here − 1 second number + 1 insured elsewhere = 3.
    assert (bridge.participants, bridge.not_resident, bridge.second_numbers, bridge.elsewhere) == (4, 1, 1, 1)
    assert bridge.residents == 3
