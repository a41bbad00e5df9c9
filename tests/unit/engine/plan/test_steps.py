"""From demands to steps: who carries what, in which order, told as what."""

from dataclasses import replace

import pytest

from engine.model.change import AmendedFact, AnsweredQuestion, NewFact
from engine.model.condition import Is, OneOf, ProfileCondition, Recorded
from engine.model.criterion import Criterion
from engine.model.plan import Served, Step, StepKind
from engine.plan.planner import Planner, Unreachable
from engine.plan.steps import in_order
from engine.plan.targets import criterion_target, level_target
from plan_scenes import AS_AT, CHAIR, EFFORTS, criterion, framework_of, made, pack_of, part, steps_for

PANEL = part("1.1.1.a", "scrutiny_panel", "panel", status=Is("in_place"))
CHAIRED = part("1.1.1.b", "chair_appointment", about=("panel",), chair_is=Is(CHAIR))
JOINED = criterion("1.1.1", PANEL, CHAIRED)
POLICY = criterion("1.1.1", part("1.1.1.a", "policy", status=Is("in_place"), reach=Is("from_menu")))
DEPUTY = ProfileCondition("deputy_employed", Is("yes"))


def told(step: Step) -> tuple[str, str, tuple[str, ...]]:
    match step.change:
        case NewFact(id=id_, about=about) | AmendedFact(fact=id_, about=about):
            return step.kind, id_, about
        case AnsweredQuestion(question, answer):
            return step.kind, f"{question}={answer}", ()


def test_what_is_referred_to_comes_first() -> None:
    assert [told(step) for step in steps_for(JOINED, pack_of())] == [
        ("record", "new-1", ()),
        ("record", "new-2", ("new-1",)),
    ]


def test_a_recorded_fact_is_referred_to_as_it_is() -> None:
    panel = made("P1", "scrutiny_panel", status="in_place")
    (step,) = steps_for(JOINED, pack_of(panel))
    assert told(step) == ("record", "new-1", ("P1",))
    assert step.serves == (Served("1.1.1", "1.1.1.b", "1.1.1.b"),)


def test_a_fact_that_refers_elsewhere_is_left_alone() -> None:
    panels = [made("P1", "scrutiny_panel", status="in_place"), made("P2", "scrutiny_panel", status="planned")]
    chair = made("H1", "chair_appointment", chair_is=CHAIR, about=["P2"])
    (step,) = steps_for(JOINED, pack_of(*panels, chair), replace(EFFORTS, other=2))
    assert told(step) == ("record", "new-1", ("P1",))
    (step,) = steps_for(JOINED, pack_of(*panels, chair), replace(EFFORTS, other=9, finish=2))
    assert told(step) == ("do", "P2", ())


def test_the_ids_of_new_facts_are_free() -> None:
    taken = [made("new-1", "training"), made("new-3", "training"), made("settle-1", "training")]
    dispute = made("X1", "dispute", disputes=["1.1.1"])
    steps = steps_for(JOINED, pack_of(*taken, dispute))
    assert sorted(told(step)[1] for step in steps) == ["new-2", "new-4", "settle-2"]


def test_a_silent_pack_is_recorded_a_refusing_one_done() -> None:
    (silent,) = steps_for(POLICY, pack_of())
    assert silent.kind is StepKind.RECORD
    (absent,) = steps_for(POLICY, pack_of(not_held=("policy",)))
    assert absent.kind is StepKind.DO
    refusing = pack_of(made("F1", "policy", status="lapsed", reach="on_request"))
    (changed,) = steps_for(POLICY, refusing)
    assert (told(changed), changed.effort) == (("do", "new-1", ()), EFFORTS.of_new("policy"))


def test_a_recorded_fact_is_completed_where_that_is_cheaper() -> None:
    held = pack_of(made("F1", "policy", status="in_place"))
    (step,) = steps_for(POLICY, held)
    assert step.change == AmendedFact("F1", (("reach", "from_menu"),))
    assert (step.kind, step.effort) == (StepKind.RECORD, EFFORTS.fill)
    (step,) = steps_for(POLICY, held, replace(EFFORTS, fill=9))
    assert isinstance(step.change, NewFact)


def test_one_fact_serves_several_criteria() -> None:
    framework = framework_of(POLICY, criterion("1.1.2", part("1.1.2.a", "policy", title=Recorded())))
    (step,) = Planner(framework, pack_of(), AS_AT, EFFORTS).plan(level_target(framework, "L1")).steps
    assert step.serves == (Served("1.1.1", "1.1.1.a", "1.1.1.a"), Served("1.1.2", "1.1.2.a", "1.1.2.a"))
    assert isinstance(step.change, NewFact)
    assert dict(step.change.values) == {"reach": "from_menu", "status": "in_place", "title": "stated"}


def test_as_many_facts_as_are_asked_for() -> None:
    two = criterion("1.1.1", part("1.1.1.a", "policy", number=2, status=Is("in_place")))
    assert len(steps_for(two, pack_of())) == 2
    (step,) = steps_for(two, pack_of(made("F1", "policy", status="in_place")))
    assert told(step) == ("record", "new-1", ())


def test_what_is_there_already_is_not_paid_for() -> None:
    parts = (part("1.1.1.a", "policy", number=2, status=Is("in_place")), part("1.1.1.b", "training", status=Is("done")))
    either = criterion("1.1.1", *parts, combine="any")
    held = pack_of(made("F1", "policy", status="in_place"))
    (step,) = steps_for(either, held, replace(EFFORTS, new={"training": EFFORTS.other + 1}))
    assert step.serves == (Served("1.1.1", "1.1.1.a", "1.1.1.a"),)


def test_one_recorded_fact_is_not_amended_in_two_ways() -> None:
    parts = (part("1.1.1.a", "policy", status=Is("planned")), part("1.1.1.b", "policy", status=Is("in_place")))
    steps = steps_for(criterion("1.1.1", *parts), pack_of(made("F1", "policy", title="A policy")))
    assert sorted(type(step.change).__name__ for step in steps) == ["AmendedFact", "NewFact"]


def test_a_fact_that_another_criterion_rests_on_is_not_changed_against_it() -> None:
    framework = framework_of(
        criterion("1.1.1", part("1.1.1.a", "policy", status=Is("in_place"))),
        criterion("1.1.2", part("1.1.2.a", "policy", status=OneOf(("planned", "under_way")))),
    )
    held = pack_of(made("F1", "policy", status="in_place"))
    cheap = replace(EFFORTS, finish=1, change=1)
    (step,) = Planner(framework, held, AS_AT, cheap).plan(criterion_target("1.1.2")).steps
    assert isinstance(step.change, NewFact)


def test_of_alternatives_the_cheapest_is_taken() -> None:
    parts = (part("1.1.1.a", "policy", status=Is("in_place")), part("1.1.1.b", "training", status=Is("done")))
    either = criterion("1.1.1", *parts, combine="any")
    (step,) = steps_for(either, pack_of(), replace(EFFORTS, new={"policy": 9}))
    assert step.serves == (Served("1.1.1", "1.1.1.b", "1.1.1.b"),)
    (step,) = steps_for(either, pack_of(), replace(EFFORTS, new={"training": 9}))
    assert step.serves == (Served("1.1.1", "1.1.1.a", "1.1.1.a"),)


@pytest.mark.parametrize("disputed", ["1.1.1", "F1"])
def test_a_dispute_in_the_way_is_settled(disputed: str) -> None:
    held = made("F1", "policy", status="in_place", reach="from_menu")
    (step,) = steps_for(POLICY, pack_of(held, made("X1", "dispute", disputes=[disputed])))
    assert (told(step), step.effort) == (("decide", "settle-1", ("X1",)), EFFORTS.decide)
    part_served = Served("1.1.1", "1.1.1.a", "1.1.1.a")
    assert step.serves == ((Served("1.1.1", "", ""),) if disputed == "1.1.1" else (part_served,))


def test_a_disputed_fact_is_passed_by_where_a_new_one_costs_less() -> None:
    held = made("F1", "policy", status="in_place", reach="from_menu")
    dear = replace(EFFORTS, decide=9)
    (step,) = steps_for(POLICY, pack_of(held, made("X1", "dispute", disputes=["F1"])), dear)
    assert told(step) == ("record", "new-1", ())


def test_an_upheld_dispute_of_the_criterion_leaves_no_way() -> None:
    said = {"side": "dispute_upheld", "made_by": "pcc", "made_on": "2024-01-01", "reasons": "so"}
    upheld = made("R1", "resolution", about=["X1"], **said)
    pack = pack_of(made("X1", "dispute", disputes=["1.1.1"]), upheld)
    with pytest.raises(Unreachable) as caught:
        steps_for(POLICY, pack)
    assert (caught.value.struck, caught.value.unanswerable) == (("1.1.1",), ())


def test_one_more_resolution_does_not_settle_what_was_upheld_and_dismissed() -> None:
    said = {"about": ["X1"], "made_by": "pcc", "made_on": "2024-01-01", "reasons": "so"}
    both = [
        made("R1", "resolution", side="dispute_upheld", **said),
        made("R2", "resolution", side="evidence_upheld", **said),
    ]
    with pytest.raises(Unreachable):
        steps_for(POLICY, pack_of(made("X1", "dispute", disputes=["1.1.1"]), *both))


def test_no_fact_refers_to_itself() -> None:
    measured = part("1.1.1.a", "measured_change", "measured", turn=Is("improved"))
    about_it = part("1.1.1.b", "measured_change", about=("measured",), turn=Is("improved"))
    assert [told(step) for step in steps_for(criterion("1.1.1", measured, about_it), pack_of())] == [
        ("record", "new-1", ()),
        ("record", "new-2", ("new-1",)),
    ]


def test_what_no_fact_can_be_written_for_is_named() -> None:
    impossible = criterion("1.1.1", part("1.1.1.a", "policy", status=Is("planned"), reach=Recorded()))
    (clause,) = impossible.needs.clauses
    contradicting = replace(clause.parts[0], where=(*clause.parts[0].where, *POLICY.needs.clauses[0].parts[0].where))
    needs = replace(impossible.needs, clauses=(replace(clause, parts=(contradicting,)),))
    with pytest.raises(Unreachable) as caught:
        steps_for(replace(impossible, needs=needs), pack_of())
    assert (caught.value.struck, caught.value.unanswerable) == ((), ("1.1.1.a",))


def conditional() -> Criterion:
    parts = (part("1.1.1.a", "policy", status=Is("in_place")), part("1.1.1.b", "training", status=Is("done")))
    return criterion("1.1.1", *parts, clauses_when={"1.1.1.b": DEPUTY})


def test_an_open_question_is_taken_to_apply_and_an_answered_one_is_not_asked() -> None:
    assert len(steps_for(conditional(), pack_of())) == 2
    none = pack_of(profile={"deputy_employed": {"answer": "no", "reason": "there is none"}})
    (step,) = steps_for(conditional(), none)
    assert step.serves == (Served("1.1.1", "1.1.1.a", "1.1.1.a"),)


def test_smallest_sets_name_the_answer_that_excuses() -> None:
    framework = framework_of(conditional())
    planner = Planner(framework, pack_of(), AS_AT, EFFORTS)
    target = criterion_target("1.1.1")
    found = planner.smallest_sets(target, 10)
    assert found.complete
    assert [[told(step)[:2] for step in plan.steps] for plan in found.plans] == [
        [("record", "new-1"), ("answer", "deputy_employed=no")],
        [("record", "new-1"), ("record", "new-2")],
    ]
    assert dict(planner.effort_if(target)) == {AnsweredQuestion("deputy_employed", "no"): EFFORTS.of_new("policy")}


def test_sets_are_cut_at_the_limit_and_say_so() -> None:
    parts = [part(f"1.1.1.{letter}", "policy", status=OneOf((word,))) for letter, word in
             (("a", "in_place"), ("b", "planned"), ("c", "under_way"))]  # fmt: skip
    either = criterion("1.1.1", *parts, combine="any")
    planner = Planner(framework_of(either), pack_of(), AS_AT, EFFORTS)
    three, two = (planner.smallest_sets(criterion_target("1.1.1"), limit) for limit in (3, 2))
    assert (len(three.plans), three.complete) == (3, True)
    assert (len(two.plans), two.complete) == (2, False)


def test_steps_that_serve_most_come_first() -> None:
    def step(id_: str, *serves: str, about: tuple[str, ...] = ()) -> Step:
        return Step(StepKind.RECORD, NewFact(id_, "policy", (), about), tuple(Served(s, "", "") for s in serves), 1)

    few, most = step("n1", "1.1.1"), step("n2", "1.1.2", "1.1.3", about=("n3",))
    below, same = step("n3", "1.1.9"), step("n4", "1.1.0")
    assert list(in_order([few, most, below, same])) == [same, few, below, most]
    assert list(in_order([below, few, same, most])) == [same, few, below, most]
    two = step("n5", "1.1.4", "1.1.5")
    assert list(in_order([few, two, same])) == [two, same, few]
