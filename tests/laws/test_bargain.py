"""What an effort can buy: on small cases no choice of criteria reaches more levels, then more criteria, for less."""

from collections.abc import Iterable, Iterator
from itertools import chain, combinations

from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from engine.model.framework import Framework
from engine.model.plan import Efforts, Target
from engine.plan.planner import Planner, Unreachable
from engine.plan.targets import level_target
from planning import counting, planned_cases, small_efforts, targets_of
from strategies import Case

MOST_OPEN = 6
Rung = tuple[str, str, str]


@settings(max_examples=2 * settings().max_examples)
@given(planned_cases, small_efforts, st.integers(1, 30), st.data())
def test_an_effort_buys_no_more(case: Case, efforts: Efforts, budget: int, data: st.DataObject) -> None:
    target = data.draw(targets_of(case))
    counted = counting(case.framework, case.pack, case.as_at) & set(target.criteria)
    opened = [id_ for id_ in target.criteria if id_ not in counted]
    assume(len(opened) <= MOST_OPEN)
    planner = Planner(case.framework, case.pack, case.as_at, efforts)
    found = planner.bargain(target, budget)
    worths = [(0, 0, 0)]
    for chosen in chain.from_iterable(combinations(opened, size) for size in range(1, len(opened) + 1)):
        effort = _effort(planner, chosen)
        if effort is not None and effort <= budget:
            worths.append((len(_reached(case.framework, target, counted, chosen)), len(chosen), -effort))
    event(f"{max(worths)[0]} levels")
    assert found.plan.proven
    assert set(found.levels) == _reached(case.framework, target, counted, found.gained)
    assert (len(found.levels), len(found.gained), -found.plan.effort) == max(worths)


def _effort(planner: Planner, criteria: tuple[str, ...]) -> int | None:
    try:
        return planner.plan(Target(None, None, None, None, criteria)).effort
    except Unreachable:
        return None


def _reached(framework: Framework, target: Target, counted: frozenset[str], chosen: Iterable[str]) -> set[Rung]:
    """The levels within the target that the chosen criteria add to those that count."""
    after = counted.union(chosen)
    return {rung for rung, needed in _rungs(framework, target) if needed <= after and not needed <= counted}


def _rungs(framework: Framework, target: Target) -> Iterator[tuple[Rung, frozenset[str]]]:
    missing = {theme.id for theme in framework.themes if framework.missing(theme)}
    for level in framework.levels:
        needs = {
            ("theme", theme.id, level.id): frozenset(level_target(framework, level.id, theme=theme.id).criteria)
            for theme in framework.themes
            if theme.id not in missing
        }
        for section in framework.sections:
            if not any(theme.section == section.id and theme.id in missing for theme in framework.themes):
                criteria = level_target(framework, level.id, section=section.id).criteria
                needs["section", section.id, level.id] = frozenset(criteria)
        yield from ((rung, needed) for rung, needed in needs.items() if needed <= set(target.criteria))
