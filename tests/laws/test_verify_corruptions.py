"""The verifier accepts every true finding and plan, and refuses each that was made wrong on purpose.

The first half also looks for faults of the evaluator and the planner, which the verifier reads a second time.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice

from hypothesis import given, settings
from hypothesis import strategies as st

from case_plans import plans_between_cases
from case_runner import cases_of, finding_of, framework, pack_of_case
from command_runner import EXAMPLES
from corruptions import Planned, Told, false_findings, false_plans
from engine.determine import Judge
from engine.loading.packs import load_pack
from engine.model.change import AmendedFact, AnsweredQuestion, NewFact
from engine.model.plan import Efforts, StepKind
from engine.plan.planner import Planner, Unreachable
from engine.plan.targets import level_target
from engine.verify import faults_of_finding, faults_of_plan
from planning import planned_cases, small_efforts, targets_of
from strategies import Case, cases, dated_cases, joined_cases

APCC = "apcc-2024"
LONG = settings().max_examples > 1_000
"""In a long run every criterion and case is looked at; otherwise each so many-th, which shows each sort of lie."""
WITH_PLANS = {"1.1.1", "1.1.6", "2.1.2", "2.2.3", "2.3.3", "3.1.4", "3.1.7", "6.1.11", "6.2.7", "9.3.2", "12.2.3"}
"""Criteria whose cases make plans with steps of several kinds: the ones for a short run."""
EFFORTS = Efforts(new={"policy": 5}, other=4, fill=1, renew=2, finish=2, change=6, decide=3)


def faults(told: Told) -> tuple[str, ...]:
    return faults_of_finding(told.framework, told.pack, told.as_at, told.finding)


def plan_faults(planned: Planned) -> tuple[str, ...]:
    return faults_of_plan(planned.framework, planned.pack, planned.as_at, planned.plan)


@cache
def told_of_examples() -> tuple[Told, ...]:
    whole = framework(APCC)
    packs = [load_pack(path).pack for path in EXAMPLES]
    judge = Judge.of(whole, both=False)
    return tuple(
        Told(whole, pack, pack.as_at, finding)
        for pack in packs
        if pack.as_at is not None
        for finding in judge.determine(pack, pack.as_at).criteria
    )


def told_of_cases(every: int) -> Iterator[Told]:
    whole = framework(APCC)
    for criterion in whole.criteria[:: 1 if LONG else every]:
        for case in cases_of(APCC, criterion):
            yield Told(whole, pack_of_case(APCC, case), case.as_at, finding_of(APCC, case))


@cache
def planned_of_cases() -> tuple[Planned, ...]:
    criteria = [criterion for criterion in framework(APCC).criteria if LONG or criterion.id in WITH_PLANS]
    return tuple(
        planned for criterion in criteria for planned in islice(plans_between_cases(APCC, criterion), 40 if LONG else 6)
    )


@cache
def planned_of_examples() -> tuple[Planned, ...]:
    """The planner's plans for the first and the last level of some themes, of a section and of the whole."""
    whole = framework(APCC)
    ladder = [level.id for level in whole.levels]
    targets = [level_target(whole, ladder[0], theme=theme.id) for theme in whole.themes[:: 1 if LONG else 8]]
    targets += [level_target(whole, ladder[0], section="A"), level_target(whole, ladder[-1])]
    packs = [load_pack(path).pack for path in EXAMPLES]
    return tuple(
        Planned(whole, pack, pack.as_at, Planner(whole, pack, pack.as_at, EFFORTS).plan(target))
        for pack in packs
        if pack.as_at is not None
        for target in targets
    )


# What is true is accepted


def test_every_finding_of_the_example_packs_is_accepted() -> None:
    assert len(told_of_examples()) == len(EXAMPLES) * len(framework(APCC).criteria)
    for told in told_of_examples():
        assert faults(told) == (), told.finding.id


def test_findings_of_cases_are_accepted() -> None:
    for told in told_of_cases(every=10):
        assert faults(told) == (), told.finding.id


def accept_findings(case: Case) -> None:
    for finding in Judge.of(case.framework, both=False).determine(case.pack, case.as_at).criteria:
        assert faults_of_finding(case.framework, case.pack, case.as_at, finding) == ()


@settings(max_examples=settings().max_examples // 2)
@given(cases())
def test_findings_of_generated_packs_are_accepted(case: Case) -> None:
    accept_findings(case)


@given(joined_cases() | dated_cases())
def test_findings_of_generated_joins_and_dates_are_accepted(case: Case) -> None:
    accept_findings(case)


def test_plans_between_cases_are_accepted() -> None:
    changes: Counter[object] = Counter()
    for planned in planned_of_cases():
        assert plan_faults(planned) == (), planned.plan.target.criterion
        changes.update(type(step.change) for step in planned.plan.steps)
    assert changes.keys() == {NewFact, AmendedFact, AnsweredQuestion}


def test_plans_for_the_example_packs_are_accepted() -> None:
    for planned in planned_of_examples():
        assert planned.plan.steps
        assert plan_faults(planned) == (), planned.plan.target


@settings(max_examples=settings().max_examples // 2)
@given(planned_cases, small_efforts, st.data())
def test_plans_for_generated_packs_are_accepted(case: Case, efforts: Efforts, data: st.DataObject) -> None:
    target = data.draw(targets_of(case))
    try:
        plan = Planner(case.framework, case.pack, case.as_at, efforts).plan(target)
    except Unreachable:
        return
    assert faults_of_plan(case.framework, case.pack, case.as_at, plan) == ()


# What is made wrong is refused


def test_false_findings_are_refused() -> None:
    refused: Counter[str] = Counter()
    for told in (*told_of_examples()[:: 1 if LONG else 79], *told_of_cases(every=71)):
        for lie, finding in false_findings(told):
            assert faults_of_finding(told.framework, told.pack, told.as_at, finding), (lie, told.finding.id)
            refused[lie] += 1
    assert refused.total() > 2_000
    assert {"a fact exchanged", "a case made without one of the facts", "a case made on another day"} <= refused.keys()


@settings(max_examples=settings().max_examples // 2)
@given(cases() | joined_cases() | dated_cases(), st.data())
def test_false_findings_of_generated_packs_are_refused(case: Case, data: st.DataObject) -> None:
    found = data.draw(st.sampled_from(Judge.of(case.framework, both=False).determine(case.pack, case.as_at).criteria))
    lies = list(false_findings(Told(case.framework, case.pack, case.as_at, found)))
    for lie, finding in data.draw(st.lists(st.sampled_from(lies), min_size=1, max_size=5)):
        assert faults_of_finding(case.framework, case.pack, case.as_at, finding), lie


def test_false_plans_are_refused() -> None:
    refused: Counter[str] = Counter()
    kinds: set[StepKind] = set()
    for planned in (*planned_of_cases(), *planned_of_examples()[:: 1 if LONG else 4]):
        kinds.update(step.kind for step in planned.plan.steps)
        lies = list(false_plans(planned))
        for lie, plan in lies[:: max(1, len(lies) // (200 if LONG else 20))]:
            wrong = Planned(planned.framework, planned.pack, planned.as_at, plan)
            assert plan_faults(wrong), (lie, planned.plan.target)
            refused[lie] += 1
    assert refused.total() > 1_000
    assert kinds >= {StepKind.RECORD, StepKind.DO, StepKind.RENEW, StepKind.ANSWER}
