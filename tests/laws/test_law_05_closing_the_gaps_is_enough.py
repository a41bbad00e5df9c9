"""Law 5: apply a plan to the pack, determine again, and the target is reached; nothing that counted is lost."""

from hypothesis import event, given, settings
from hypothesis import strategies as st

from engine.amend import amended
from engine.model.plan import Efforts
from engine.plan.planner import Planner, Unreachable
from planning import counting, planned_cases, small_efforts, targets_of
from strategies import Case


@settings(max_examples=3 * settings().max_examples)
@given(planned_cases, small_efforts, st.data())
def test_closing_the_gaps_is_enough(case: Case, efforts: Efforts, data: st.DataObject) -> None:
    target = data.draw(targets_of(case))
    planner = Planner(case.framework, case.pack, case.as_at, efforts)
    try:
        plan = planner.plan(target)
    except Unreachable:
        event("unreachable")
        return
    event(f"{min(len(plan.steps), 5)} steps")
    assert plan.effort == sum(step.effort for step in plan.steps)
    changes = [step.change for step in plan.steps]
    before = counting(case.framework, case.pack, case.as_at)
    after = counting(case.framework, amended(case.pack, changes), case.as_at)
    assert after.issuperset(target.criteria)
    assert after >= before
