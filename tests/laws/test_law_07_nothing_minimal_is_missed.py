"""Law 7: on small cases no plan is cheaper than the one proven, and no smallest set is missed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from hypothesis import event, given, settings
from hypothesis import strategies as st

from brute_plans import Move, TooLarge, amending_moves, changes, cheaper, decisions, new_moves, open_parts
from engine.amend import amended
from engine.model.change import AmendedFact, AnsweredQuestion, NewFact
from engine.model.criterion import Part
from engine.model.plan import Efforts, Plan
from engine.model.verdict import Verdict
from engine.plan.planner import Planner, Unreachable
from engine.plan.targets import criterion_target
from oracle import Evidence, says
from planning import crowded_cases, planned_cases, reached, small_efforts, targets_of
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


MOST_MOVES = 9
Token = tuple[str, str]


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
    parts = open_parts(case, target.criteria)
    listed = [frozenset(tokens(plan)) for plan in found.plans]
    for size in range(len(moves) + 1):
        for some in combinations(moves, size):
            if reached(case, target.criteria, changes(case, some)):
                carried = answered(case, some, parts)
                assert any(smallest <= carried for smallest in listed), (some, listed)


def single_moves(case: Case, parts: list[Part], efforts: Efforts) -> list[Move]:
    """Changes for one part each, and a resolution of each dispute; raises TooLarge where there are many."""
    single = [move for part in parts for move in new_moves(case, [part], efforts)]
    single += [move for part in parts for move in amending_moves(case, [part], efforts)]
    named = [_renamed(move, place) for place, move in enumerate(single)]
    moves = [*named, *decisions(case, efforts)]
    if len(moves) > MOST_MOVES:
        raise TooLarge
    return moves


def _renamed(move: Move, place: int) -> Move:
    if isinstance(move.change, NewFact):
        return replace(move, change=replace(move.change, id=f"single-{place}"))
    return move


def tokens(plan: Plan) -> Iterator[Token]:
    """How a plan answers each part: by a new fact or by a certain recorded one; and the disputes that it settles."""
    for step in plan.steps:
        match step.change:
            case NewFact(kind="resolution", about=about):
                yield from (("dispute", dispute) for dispute in about)
            case NewFact():
                yield from ((served.part, "new") for served in step.serves)
            case AmendedFact(fact=fact):
                yield from ((served.part, fact) for served in step.serves)
            case AnsweredQuestion():
                raise AssertionError("these cases have no conditional wording")


def answered(case: Case, moves: Iterable[Move], parts: Iterable[Part]) -> frozenset[Token]:
    """How the changed pack answers each part, whatever it was changed for."""
    made = changes(case, moves)
    evidence = Evidence.of(amended(case.pack, made), case.as_at)
    changed = {c.id: "new" for c in made if isinstance(c, NewFact)}
    changed |= {c.fact: c.fact for c in made if isinstance(c, AmendedFact)}
    found = {("dispute", d) for c in made if isinstance(c, NewFact) and c.kind == "resolution" for d in c.about}
    for part in parts:
        for fact in evidence.facts:
            if fact.id in changed and says(fact, replace(part, about=()), {}, evidence) in {
                Verdict.MET,
                Verdict.CONTESTED,
            }:
                found.add((part.id, changed[fact.id]))
    return frozenset(found)
