"""The levels that a free choice of criteria would reach, as variables of a problem."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.model.framework import Framework
from engine.model.plan import Target
from engine.plan.problem import Problem
from engine.solver import Row

Rung = tuple[str, str, str]
"""`theme` or `section`, its id, and the level."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """A variable for each level of a theme or section that is not reached yet, and what it needs."""

    variables: Mapping[Rung, int]
    rows: tuple[Row, ...]

    @classmethod
    def of(cls, framework: Framework, target: Target, counted: Iterable[str], problem: Problem) -> "Ladder":
        """Every level of the themes in the target, and of the sections that lie in it as a whole.

        A level needs the criteria of its own and of each lower level (semantics section 3). `counted` are the criteria
        that count already.
        """
        counted, within = frozenset(counted), frozenset(target.criteria)
        variables: dict[Rung, int] = {}
        rows: list[Row] = []
        for rung, criteria in _rungs(framework):
            open_criteria = [id_ for id_ in criteria if id_ not in counted]
            if open_criteria and within.issuperset(criteria):
                variables[rung] = variable = len(problem.costs) + len(variables)
                rows += [Row(((problem.counting[id_], 1), (variable, -1)), 0) for id_ in open_criteria]
        return cls(variables, tuple(rows))


def _rungs(framework: Framework) -> Iterable[tuple[Rung, tuple[str, ...]]]:
    ladder = [level.id for level in framework.levels]
    for place, level in enumerate(ladder, start=1):
        needed = ladder[:place]
        for theme in framework.themes:
            if not framework.missing(theme):
                yield ("theme", theme.id, level), _criteria(framework, {theme.id}, needed)
        for section in framework.sections:
            themes = [theme for theme in framework.themes if theme.section == section.id]
            if themes and not any(framework.missing(theme) for theme in themes):
                yield ("section", section.id, level), _criteria(framework, {theme.id for theme in themes}, needed)


def _criteria(framework: Framework, themes: set[str], levels: list[str]) -> tuple[str, ...]:
    return tuple(c.id for c in framework.criteria if c.theme in themes and c.level in levels)
