"""The verifier on a small framework: what it says of findings and plans that are wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from engine.model.change import AmendedFact, AnsweredQuestion, NewFact
from engine.model.finding import CriterionFinding
from engine.model.gap import GapKind
from engine.model.plan import Plan, Served, Step, StepKind, Target
from engine.model.verdict import Outcome, Verdict
from engine.verify import Refused, faults_of_finding, faults_of_plan
from harbour import AS_AT, CHAIR, FRAMEWORK, PANEL, Judged, judged

CRITERION = Target(None, None, None, "1.1.1", ("1.1.1",))
HELD = {"P1": PANEL, "C1": {**CHAIR, "about": ["P1"]}}
DISPUTE: Mapping[str, object] = {"kind": "dispute", "disputes": ["C1"], "says": "The chair is an officer."}


def finding_of(office: Judged, criterion: str = "1.1.1") -> CriterionFinding:
    return next(finding for finding in office.determination.criteria if finding.id == criterion)


def finding_faults(office: Judged, finding: CriterionFinding) -> tuple[str, ...]:
    return faults_of_finding(FRAMEWORK, office.pack, AS_AT, finding)


def plan_of(*steps: Step, target: Target = CRITERION) -> Plan:
    return Plan(target, steps, sum(step.effort for step in steps), proven=True)


def plan_faults(office: Judged, *steps: Step, target: Target = CRITERION) -> tuple[str, ...]:
    return faults_of_plan(FRAMEWORK, office.pack, AS_AT, plan_of(*steps, target=target))


def served(*parts: str, criterion: str = "1.1.1") -> tuple[Served, ...]:
    return tuple(Served(criterion, part.partition("[")[0], part) for part in parts)


def new_panel(id_: str = "new-1") -> Step:
    values = (("scrutinises", ("use_of_force",)), ("status", "in_place"))
    return Step(StepKind.RECORD, NewFact(id_, "scrutiny_panel", values), served("1.1.1.a"), 4)


def new_chair(*about: str) -> Step:
    values = (("chair_is", "independent_member_of_public"),)
    return Step(StepKind.RECORD, NewFact("new-2", "chair_appointment", values, about), served("1.1.1.b"), 4)


# Findings


@pytest.mark.parametrize(
    "facts",
    [
        {},
        HELD,
        {"P1": PANEL, "C1": CHAIR},
        {**HELD, "X1": DISPUTE},
        {**HELD, "P1": {**PANEL, "ended_on": "2024-01"}},
        {**HELD, "P1": {**PANEL, "ended_on": "2024-01", "status": "lapsed"}},
        {**HELD, "P1": {**PANEL, "ended_on": "2024"}},
    ],
)
def test_true_findings_are_accepted(facts: Mapping[str, Mapping[str, object]]) -> None:
    office = judged(facts)
    assert [finding_faults(office, finding) for finding in office.determination.criteria] == [(), (), ()]


def test_a_criterion_of_another_framework() -> None:
    office = judged()
    assert finding_faults(office, CriterionFinding("9.9.9", Verdict.MET, ())) == ("harbour has no criterion 9.9.9",)


def test_a_false_verdict() -> None:
    office = judged(HELD)
    assert finding_faults(office, replace(finding_of(office), verdict=Verdict.UNKNOWN)) == (
        "1.1.1: verdict should say met",
        "1.1.1: verdict should not say unknown",
    )


def test_a_demand_that_is_missing() -> None:
    office = judged(HELD)
    panel, chair = finding_of(office).clauses
    less = replace(finding_of(office), clauses=(panel, replace(chair, atoms=())))
    assert "1.1.1.b: the facts taken are []; it needs 1 of ['C1']" in finding_faults(office, less)
    assert "1.1.1.b: the facts taken are []; it needs 1 of ['C1']" in finding_faults(
        office, replace(finding_of(office), clauses=(panel,))
    )


def test_an_outcome_that_is_not_so() -> None:
    office = judged({"P1": {**PANEL, "status": "planned"}})
    panel, chair = finding_of(office).clauses
    atoms = tuple(replace(atom, outcome=Outcome.SATISFIED, gap=None) for atom in panel.atoms)
    false = replace(panel, verdict=Verdict.MET, atoms=atoms, gaps=())
    told = finding_faults(office, replace(finding_of(office), clauses=(false, chair)))
    assert "1.1.1.a: verdict should say not_met" in told
    assert any("1.1.1.a: atoms should not say Atom(part='1.1.1.a', fact='P1'" in fault for fault in told)


def test_a_worse_case_than_the_pack_makes() -> None:
    """The finding of a pack without the good panel is true of each fact it takes, and yet refused."""
    bad = {"P2": {**PANEL, "status": "planned"}}
    worse, office = judged(bad), judged({**HELD, **bad})
    assert "1.1.1.a, 1.1.1.b: other facts of the pack make a better case" in finding_faults(office, finding_of(worse))


def test_a_chair_of_another_panel() -> None:
    office = judged({**HELD, "P2": PANEL})
    panel, chair = finding_of(office).clauses
    atoms = tuple(replace(atom, fact="P2") for atom in panel.atoms)
    crossed = replace(finding_of(office), clauses=(replace(panel, atoms=atoms, facts=("P2",)), chair))
    told = finding_faults(office, crossed)
    assert "1.1.1.b: the facts taken are ['C1']; it needs 1 of []" in told


def test_a_dispute_kept_silent() -> None:
    office, calm = judged({**HELD, "X1": DISPUTE}), judged(HELD)
    assert finding_of(office).verdict is Verdict.CONTESTED
    told = finding_faults(office, finding_of(calm))
    assert "1.1.1.b: verdict should say contested" in told
    assert "1.1.1.b: disputes should say X1" in told


def test_a_criterion_that_does_not_apply() -> None:
    office = judged(profile={"deputy_employed": {"answer": "no", "reason": "no such post"}})
    finding = finding_of(office, "1.1.2")
    assert finding_faults(office, finding) == ()
    assert finding_faults(office, replace(finding, reason="nobody knows")) == (
        "1.1.2: reason should say no such post",
        "1.1.2: reason should not say nobody knows",
    )


def test_an_open_question_kept_silent() -> None:
    office = judged()
    finding = finding_of(office, "1.1.2")
    quiet = replace(finding, gaps=tuple(gap for gap in finding.gaps if gap.kind is not GapKind.PROFILE))
    (fault,) = finding_faults(office, quiet)
    assert fault.startswith("1.1.2: gaps should say Gap(kind=<GapKind.PROFILE: 'profile'>")


def test_a_refusal_names_what_is_refused_and_counts_the_faults() -> None:
    assert str(Refused("the finding on 1.1.1", ["one thing"])) == "the verifier refuses the finding on 1.1.1: one thing"
    assert str(Refused("the plan", ["a", "b", "c"])) == "the verifier refuses the plan: a (2 more)"


# Plans


def test_a_true_plan_is_accepted() -> None:
    assert plan_faults(judged(), new_panel(), new_chair("new-1")) == ()
    assert plan_faults(judged({"P1": PANEL}), new_chair("P1")) == ()
    assert plan_faults(judged(HELD)) == ()


def test_a_plan_for_a_level_needs_its_criteria_and_those_below() -> None:
    office = judged(HELD, profile={"deputy_employed": {"answer": "no", "reason": "no such post"}})
    needed = ("1.1.1", "1.1.2", "1.2.1")
    short = plan_faults(office, target=Target("afloat", "1", None, None, needed[:2]))
    assert short == ("the criteria of the target are not those that it needs",)
    assert plan_faults(office, target=Target("moored", "1", None, None, needed[:2])) == ()
    assert plan_faults(office, target=Target("afloat", None, "A", None, needed)) == ("the steps do not reach 1.2.1",)
    assert plan_faults(office, target=Target(None, None, None, None, needed[:2])) == ()
    assert plan_faults(office, target=Target(None, None, None, None, needed)) == ("the steps do not reach 1.2.1",)
    nowhere_alone, nowhere_among = (Target(None, None, None, one, ("9.9.9",)) for one in ("9.9.9", None))
    for nowhere in (Target("sunk", "1", None, None, ()), nowhere_alone, nowhere_among):
        assert plan_faults(office, target=nowhere) == (
            "the target is no level, theme, section or criterion of the framework",
        )


@pytest.mark.parametrize(
    ("steps", "fault"),
    [
        ((new_panel(),), "the steps do not reach 1.1.1"),
        ((new_panel(), new_chair("new-1"), new_panel("new-3")), "step 3: it is not needed"),
        (
            (new_panel(), new_chair("new-9")),
            "step 2: it refers to new-9, which is not there or of another kind",
        ),
        (
            (new_panel(), new_chair("new-1"), new_panel()),
            "step 3: it is not needed",
        ),
        ((new_panel(), replace(new_chair("new-1"), effort=0)), "a step takes an effort below 1"),
        (
            (replace(new_panel(), kind=StepKind.DO), new_chair("new-1")),
            "step 1: it is not of the kind `do`",
        ),
        (
            (replace(new_panel(), serves=served("1.1.1.b")), new_chair("new-1")),
            "step 1: it does not serve 1.1.1.b",
        ),
        (
            (replace(new_panel(), serves=()), new_chair("new-1")),
            "step 1: it names no demand that it serves, or one of them twice",
        ),
    ],
)
def test_false_plans_are_refused(steps: Sequence[Step], fault: str) -> None:
    assert fault in plan_faults(judged(), *steps)


def test_efforts_that_do_not_add_up() -> None:
    plan = replace(plan_of(new_panel(), new_chair("new-1")), effort=9)
    assert faults_of_plan(FRAMEWORK, judged().pack, AS_AT, plan) == (
        "the effort of the plan is not the sum of its steps",
    )


def amended(fact: str, kind: StepKind, part: str, **values: str) -> Step:
    return Step(kind, AmendedFact(fact, tuple(values.items())), served(part), 1)


def test_an_amendment_is_told_for_what_it_is() -> None:
    for panel, values, right in (
        ({**PANEL, "status": "planned"}, {"status": "in_place"}, StepKind.DO),
        ({**PANEL, "ended_on": "2024-01"}, {"ended_on": "2025-01"}, StepKind.RENEW),
        ({"kind": "scrutiny_panel", "scrutinises": ["use_of_force"]}, {"status": "in_place"}, StepKind.RECORD),
    ):
        office = judged({**HELD, "P1": panel})
        for kind in StepKind:
            told = plan_faults(office, amended("P1", kind, "1.1.1.a", **values))
            assert told == (() if kind is right else (f"step 1: it is not of the kind `{kind}`",))


def test_a_disclosed_absence_makes_a_new_fact_something_to_do() -> None:
    office = judged({"P1": PANEL}, not_held=[{"kind": "chair_appointment", "reason": "Nobody chairs."}])
    assert plan_faults(office, new_chair("P1")) == ("step 1: it is not of the kind `record`",)
    assert plan_faults(office, replace(new_chair("P1"), kind=StepKind.DO)) == ()


def test_a_dispute_is_settled_for_the_evidence() -> None:
    office = judged({**HELD, "X1": DISPUTE})
    values = (("made_by", "pcc"), ("made_on", "2024-03-31"), ("reasons", "Looked into."), ("side", "evidence_upheld"))
    change = NewFact("new-1", "resolution", values, ("X1",))
    step = Step(StepKind.DECIDE, change, (Served("1.1.1", "1.1.1.b", ""),), 1)
    assert plan_faults(office, step) == ()
    lost = replace(change, values=(*values[:3], ("side", "dispute_upheld")))
    assert "the steps do not reach 1.1.1" in plan_faults(office, replace(step, change=lost))
    elsewhere = replace(step, serves=(Served("1.1.1", "1.1.1.a", ""),))
    assert plan_faults(office, elsewhere) == ("step 1: it does not serve 1.1.1.a",)


def test_an_open_question_is_answered_once() -> None:
    target = Target(None, None, None, "1.1.2", ("1.1.2",))
    step = Step(StepKind.ANSWER, AnsweredQuestion("deputy_employed", "no"), (Served("1.1.2", "", ""),), 1)
    assert plan_faults(judged(), step, target=target) == ()
    known = judged(profile={"deputy_employed": {"answer": "yes", "reason": "in post"}})
    assert plan_faults(known, step, target=target) == (
        "step 1: the change cannot be made: deputy_employed is no open question",
    )


def test_what_counts_today_may_not_be_lost() -> None:
    """One review serves 1.2.1; to make it one of members only would reach 1.1.2 at its cost."""
    reviews = {
        f"R{number}": {"kind": "membership_review", "status": "done", "done_on": "2021-01-01", "groups": ["black"]}
        for number in (1, 2)
    }
    office = judged(reviews)
    target = Target(None, None, None, "1.1.2", ("1.1.2",))
    change = AmendedFact("R1", (("done_on", "2024-03-01"), ("groups", ("asian", "black")), ("status", "under_way")))
    step = Step(StepKind.DO, change, served("1.1.2.a", criterion="1.1.2"), 1)
    assert plan_faults(office, step, target=target) == ("the steps cost 1.2.1, which counts today",)
    kept = replace(step, change=replace(change, values=change.values[:2]))
    assert plan_faults(office, kept, target=target) == ()


def test_a_date_moved_back_is_no_renewal() -> None:
    office = judged({"R1": {"kind": "membership_review", "done_on": "2024-03-20"}})
    target = Target(None, None, None, "1.1.2", ("1.1.2",))
    change = AmendedFact("R1", (("done_on", "2024-03-01"), ("groups", ("asian", "black"))))
    step = Step(StepKind.DO, change, served("1.1.2.a", criterion="1.1.2"), 1)
    assert plan_faults(office, step, target=target) == ()
    (fault,) = plan_faults(office, replace(step, kind=StepKind.RENEW), target=target)
    assert fault.endswith("it is not of the kind `renew`")


def test_one_fact_is_changed_in_one_step() -> None:
    office = judged({**HELD, "P1": {"kind": "scrutiny_panel", "scrutinises": ["use_of_force"]}})
    step = amended("P1", StepKind.RECORD, "1.1.1.a", status="in_place")
    assert plan_faults(office, step) == ()
    assert plan_faults(office, step, step) == ("step 1: it is not needed", "step 2: it is not needed")


def test_a_disputed_criterion_is_not_reached() -> None:
    office = judged({**HELD, "X1": {**DISPUTE, "disputes": ["1.1.1"]}})
    assert plan_faults(office) == ("the steps do not reach 1.1.1",)
