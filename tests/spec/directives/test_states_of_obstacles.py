"""An obstacle is passed on until it is answered, and closed when the answer helps."""

import pytest

from baophu.directives.obstacles import NoSuchObstacleMove, ObstacleState, check_obstacle_move

TABLE = """
          recorded  passed  answered  closed
recorded  -         x       x         x
passed    -         x       x         x
answered  -         x       -         x
closed    -         x       -         -
"""
HEADINGS, *ROWS = (line.split() for line in TABLE.strip().splitlines())
CELLS = [
    (ObstacleState(state), ObstacleState(to), cell == "x")
    for state, *cells in ROWS
    for to, cell in zip(HEADINGS, cells, strict=True)
]


@pytest.mark.parametrize(("state", "to", "may"), CELLS)
def test_how_an_obstacle_moves(state: ObstacleState, to: ObstacleState, may: bool) -> None:
    assert len(CELLS) == len(ObstacleState) ** 2
    if may:
        check_obstacle_move(state, to)
    else:
        with pytest.raises(NoSuchObstacleMove):
            check_obstacle_move(state, to)
