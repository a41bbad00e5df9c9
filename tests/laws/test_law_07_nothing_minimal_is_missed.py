"""Law 7: on small cases no plan is cheaper than the one proven, and no smallest set is missed."""

from hypothesis import event, given, settings
from hypothesis import strategies as st

from brute_plans import TooLarge, cheaper, open_parts, single_moves, uncarried
from engine.model.plan import Efforts
from engine.plan.planner import Planner, Unreachable
from engine.plan.targets import criterion_target
from planning import crowded_cases, planned_cases, small_efforts, targets_of
from strategies import Case, joined_cases


@settings(max_examples=4 * settings().max_examples)
@given(planned_cases, small_efforts, st.data())
def test_no_plan_is_cheaper(case: Case, efforts: Efforts, data: st.DataObject) -> None:
    target = data.draw(targets_of(case))
    try:
        plan = Planner(case.framework, case.pack, case.as_at, efforts).plan(target)
        found = cheaper(case, target.criteria, efforts, plan.effort)
    except Unreachable:
        event("unreachable")
        return
    except TooLarge:
        event("too large to try everything")
        return
    event(f"{min(len(plan.steps), 4)} steps")
    assert plan.proven
    assert found is None


@settings(max_examples=4 * settings().max_examples)
@given(crowded_cases() | joined_cases(), small_efforts, st.data())
def test_no_smallest_set_is_missed(case: Case, efforts: Efforts, data: st.DataObject) -> None:
    """Whatever changes suffice, they carry one of the smallest sets: they answer all that this one does."""
    target = criterion_target(data.draw(st.sampled_from([criterion.id for criterion in case.framework.criteria])))
    try:
        found = Planner(case.framework, case.pack, case.as_at, efforts).smallest_sets(target, 30)
        moves = single_moves(case, open_parts(case, target.criteria), efforts)
    except Unreachable:
        event("unreachable")
        return
    except TooLarge:
        event("too large to try everything")
        return
    event(f"{min(len(found.plans), 5)} sets")
    assert found.complete
    assert uncarried(case, target.criteria, moves, found.plans) is None
