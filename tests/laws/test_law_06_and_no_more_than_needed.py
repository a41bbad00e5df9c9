"""Law 6: drop any one step of a plan or of a smallest set, and the target is not reached."""

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.model.plan import Efforts
from engine.plan.planner import Planner, Unreachable
from planning import planned_cases, reached, small_efforts, targets_of
from strategies import Case


@settings(max_examples=2 * settings().max_examples)
@given(planned_cases, small_efforts, st.data())
def test_and_no_more_than_needed(case: Case, efforts: Efforts, data: st.DataObject) -> None:
    target = data.draw(targets_of(case))
    planner = Planner(case.framework, case.pack, case.as_at, efforts)
    try:
        plans = [planner.plan(target), *planner.smallest_sets(target, 4).plans]
    except Unreachable:
        return
    for plan in plans:
        changes = [step.change for step in plan.steps]
        assert reached(case, target.criteria, changes)
        for place, step in enumerate(plan.steps):
            without = [*changes[:place], *changes[place + 1 :]]
            assert not reached(case, target.criteria, without), step
