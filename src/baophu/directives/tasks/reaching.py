"""Gives deadlines that stand after their tasks to the tasks that they hold for."""

from collections.abc import Iterable
from dataclasses import dataclass

from baophu.directives.tasks.tasks import Said, Task, with_due


@dataclass(frozen=True, slots=True)
class OpenReach:
    """A deadline of “all three contents above” of which more than one reading is possible."""

    said: Said
    tasks: int


def with_deadlines(found: Iterable[Task | Said]) -> tuple[list[Task], list[OpenReach]]:
    """The tasks with the deadlines said after them, and those said unclearly."""
    tasks: list[Task] = []
    unclear: list[OpenReach] = []
    for one in found:
        if isinstance(one, Task):
            tasks.append(one)
            continue
        reached = _reached(one, tasks)
        doubtful = (
            [place for place in reached if tasks[place].point != one.point]
            if one.scope.count and not _plain(one, tasks, reached)
            else []
        )
        for place in reached:
            tasks[place] = with_due(tasks[place], one.due, one.rhythms, doubtful=place in doubtful)
        if doubtful:
            unclear.append(OpenReach(one, len(reached)))
    return tasks, unclear


def _reached(said: Said, tasks: list[Task]) -> list[int]:
    """Places of the tasks that a deadline holds for."""
    if points := said.scope.points:
        return [place for place, task in enumerate(tasks) if _is_of(task.section, points)]
    section = [place for place, task in enumerate(tasks) if task.section == said.section]
    own = [place for place in section if tasks[place].point == said.point]
    if said.scope.count:
        return _last(said.scope.count, own, section, tasks)
    if said.scope.every or not own:
        return [place for place in section if tasks[place].due is None or said.due is None]
    return own


def _is_of(section: str, points: tuple[str, ...]) -> bool:
    return any(section == point or section.endswith(f".{point}") for point in points)


def _last(count: int, own: list[int], section: list[int], tasks: list[Task]) -> list[int]:
    """The last `count` contents: the sentences of its own point, then points before it without a deadline."""
    reached, left = list(own), count - len(own)
    points = list(dict.fromkeys(tasks[place].point for place in reversed(section) if place not in own))
    for point in points:
        of_point = [place for place in section if tasks[place].point == point]
        if left <= 0 or any(tasks[place].due for place in of_point):
            break
        reached += of_point
        left -= 1
    return sorted(reached)


def _plain(said: Said, tasks: list[Task], reached: list[int]) -> bool:
    """Whether as many points as are counted stand above, each of one task, so that one reading is left."""
    points = {tasks[place].point for place in reached}
    return said.alone and len(points) == said.scope.count == len(reached)
