"""Laws 5, 6 and 7 on the published frameworks, with packs that say some of what is asked, and some of that wrongly."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from hypothesis import event, given, settings
from hypothesis import strategies as st

from brute_plans import TooLarge, open_parts, single_moves, uncarried
from case_runner import SOURCE, framework
from engine.amend import amended
from engine.evaluate.fact_base import FactBase, stand_on
from engine.evaluate.reference import evaluate, evaluate_criterion
from engine.exemplify import as_written, least_values
from engine.loading.efforts import EFFORTS_FILE, load_efforts
from engine.model.change import Change
from engine.model.condition import Test
from engine.model.criterion import Criterion, Part
from engine.model.framework import Framework
from engine.model.plan import Efforts, Plan, Target
from engine.plan.planner import Planner, Unreachable
from engine.plan.targets import criterion_target, level_target
from engine.verify import faults_of_plan
from evidence_schemas.catalogue import fact_types
from evidence_schemas.fact import Fact
from evidence_schemas.pack import EvidencePack, NotHeld
from evidence_schemas.profile import Profile, questions
from planning import small_efforts
from rules import framework_folder, framework_ids
from strategies import Case, days, one_in, profiles, quarrels, values_for

AS_AT = date(2024, 3, 31)
FRAMEWORKS = [framework(id_) for id_ in framework_ids()]
FATES = ["kept", "kept", "kept", "kept", "dropped", "wrong", "aged"]
"""What becomes of each field of a fact that says the least that is asked."""
SMALL = 4
"""The most parts of a criterion of which all single changes are tried together."""


@cache
def published_efforts(framework_id: str) -> Efforts:
    return load_efforts(framework_folder(framework_id) / EFFORTS_FILE)


@st.composite
def partial_packs(draw: st.DrawFn, whole: Framework, criteria: Sequence[Criterion]) -> EvidencePack:
    """A pack with facts for some parts of the criteria: fields dropped, made wrong or aged, and some facts disputed."""
    facts: list[Fact] = []
    for criterion in criteria:
        named: dict[str, str] = {}
        for part in criterion.parts():
            if draw(st.booleans()):
                fact = draw(partial_facts(part, f"F{len(facts):02}", facts, named))
                facts.append(fact)
                if part.name:
                    named[part.name] = fact.id
    if draw(one_in(3)):
        facts += draw(quarrels([criterion.id for criterion in criteria], facts, AS_AT))
    kinds = sorted({part.kind for criterion in criteria for part in criterion.parts()})
    absent = [NotHeld(kind=draw(st.sampled_from(kinds)), reason="Not kept.")] if draw(one_in(4)) else []
    in_order = tuple(sorted(facts, key=lambda fact: fact.id))
    return EvidencePack("an office", whole.id, AS_AT, Profile(), (), in_order, (), tuple(absent), "")


@st.composite
def partial_facts(draw: st.DrawFn, part: Part, id_: str, others: Sequence[Fact], named: Mapping[str, str]) -> Fact:
    """The least fact for a part, with a fate for each of its fields, now and then with a further date."""
    fields = fact_types()[part.kind].fields
    said: dict[str, object] = as_written(id_, part.kind, least_values(part, AS_AT))
    for name in (name for name in fields if name in said):
        tests: list[Test] = [condition.test for condition in part.where if condition.field == name]
        match draw(st.sampled_from(FATES)):
            case "dropped":
                del said[name]
            case "wrong":
                said[name] = draw(values_for(fields[name], tests, AS_AT, others)[0])
            case "aged" if fields[name].shape == "day":
                said[name] = draw(days(AS_AT))
            case _:
                pass
    further = [name for name, field in fields.items() if field.dating and name not in said]
    if draw(one_in(5)) and further:
        said[draw(st.sampled_from(further))] = draw(days(AS_AT))
    older = [fact.id for fact in others if fact.kind == part.kind]
    if draw(one_in(10)) and older:
        said["replaces"] = [draw(st.sampled_from(older))]
    targets = [named[name] for name in part.about if name in named]
    if targets and not draw(one_in(4)):
        said["about"] = targets
    return fact_types()[part.kind].model.model_validate({**said, "source": SOURCE})


@st.composite
def aims(draw: st.DrawFn, whole: Framework) -> tuple[Target, list[Criterion]]:
    """A criterion, a level of a theme, or now and then one of a section; and the criteria that the pack speaks of."""
    theme = draw(st.sampled_from(whole.themes))
    level = draw(st.sampled_from(whole.levels)).id
    spoken = [draw(st.sampled_from(whole.criteria))]
    match draw(st.sampled_from(["criterion", "criterion", "theme", "theme", "theme", "section"])):
        case "criterion":
            criterion = draw(st.sampled_from(whole.of_theme(theme.id)))
            return criterion_target(criterion.id), [criterion, *spoken]
        case "theme":
            return level_target(whole, level, theme=theme.id), [*whole.of_theme(theme.id), *spoken]
        case _:
            target = level_target(whole, level, section=theme.section)
            return target, [*(whole.by_id[id_] for id_ in target.criteria[::3]), *spoken]


@st.composite
def planned(draw: st.DrawFn) -> tuple[Case, Target, Efforts]:
    whole = draw(st.sampled_from(FRAMEWORKS))
    target, spoken = draw(aims(whole))
    pack = replace(draw(partial_packs(whole, spoken)), profile=draw(profiles(whole)))
    return Case(whole, pack, AS_AT), target, draw(st.just(published_efforts(whole.id)) | small_efforts)


def counting(whole: Framework, base: FactBase) -> frozenset[str]:
    return frozenset(finding.id for finding in evaluate(whole, base) if finding.verdict.counts)


def reached(case: Case, criteria: Iterable[str], changes: Iterable[Change]) -> bool:
    base = stand_on(amended(case.pack, changes), AS_AT)
    return all(evaluate_criterion(case.framework.by_id[id_], base).verdict.counts for id_ in criteria)


def needless(case: Case, plan: Plan, opened: Sequence[str]) -> list[Change]:
    """The changes without which the target is reached all the same."""
    changes = [step.change for step in plan.steps]
    found: list[Change] = []
    for place, step in enumerate(plan.steps):
        served = {one.criterion for one in step.serves}
        first_served = sorted(opened, key=lambda id_: id_ not in served)
        if reached(case, first_served, [*changes[:place], *changes[place + 1 :]]):
            found.append(step.change)
    return found


@settings(max_examples=settings().max_examples // 4)
@given(planned())
def test_a_plan_reaches_its_target_with_no_step_too_many(drawn: tuple[Case, Target, Efforts]) -> None:
    case, target, efforts = drawn
    planner = Planner(case.framework, case.pack, AS_AT, efforts)
    before = counting(case.framework, stand_on(case.pack, AS_AT))
    try:
        plan = planner.plan(target)
    except Unreachable as unreachable:
        event("unreachable")
        assert_hopeless(case, target, unreachable)
        return
    for step in plan.steps:
        event(step.kind)
    event(f"{min(len(plan.steps), 4)} steps")
    after = counting(case.framework, stand_on(amended(case.pack, [step.change for step in plan.steps]), AS_AT))
    assert plan.proven
    assert after >= before.union(target.criteria)
    assert needless(case, plan, sorted(set(target.criteria) - before)) == []
    assert faults_of_plan(case.framework, case.pack, AS_AT, plan) == ()


def assert_hopeless(case: Case, target: Target, told: Unreachable) -> None:
    """Every part of the published rules can be answered, so that only disputes can make a target unreachable."""
    struck = stand_on(case.pack, AS_AT).struck
    assert told.unanswerable == ()
    assert set(told.struck) <= struck.keys() & set(target.criteria)
    settled = {id_ for fact in case.pack.facts if fact.kind == "resolution" for id_ in getattr(fact, "about", ())}
    assert told.struck or settled


@settings(max_examples=settings().max_examples // 4)
@given(st.data())
def test_smallest_sets_of_a_criterion_suffice_and_are_smallest(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from(FRAMEWORKS))
    criterion = data.draw(st.sampled_from(whole.criteria))
    pack = replace(data.draw(partial_packs(whole, [criterion])), profile=data.draw(profiles(whole)))
    case = Case(whole, pack, AS_AT)
    try:
        found = Planner(whole, pack, AS_AT, published_efforts(whole.id)).smallest_sets(
            criterion_target(criterion.id), 5
        )
    except Unreachable:
        event("unreachable")
        return
    event(f"{len(found.plans)} sets")
    assert [plan.effort for plan in found.plans] == sorted(plan.effort for plan in found.plans)
    assert len(set(found.plans)) == len(found.plans)
    for plan in found.plans:
        assert reached(case, [criterion.id], [step.change for step in plan.steps])
        assert needless(case, plan, [criterion.id]) == []
        assert faults_of_plan(whole, pack, AS_AT, plan) == ()


SMALL_CRITERIA = [
    replace(whole, criteria=(criterion,))
    for whole in FRAMEWORKS
    for criterion in whole.criteria
    if len(tuple(criterion.parts())) <= SMALL
]


@settings(max_examples=settings().max_examples // 2)
@given(st.data())
def test_no_smallest_set_of_a_criterion_is_missed(data: st.DataObject) -> None:
    """Whatever changes of one part each suffice, they carry one of the smallest sets."""
    alone = data.draw(st.sampled_from(SMALL_CRITERIA))
    (criterion,) = alone.criteria
    answers = {question: {"answer": "yes", "reason": "it is so"} for question in questions() if question != "employees"}
    profile = Profile.model_validate({**answers, "employees": 20})
    case = Case(alone, replace(data.draw(partial_packs(alone, [criterion])), profile=profile), AS_AT)
    efforts, target = published_efforts(alone.id), criterion_target(criterion.id)
    try:
        moves = single_moves(case, open_parts(case, target.criteria), efforts)
        found = Planner(alone, case.pack, AS_AT, efforts).smallest_sets(target, 50)
    except (TooLarge, Unreachable) as odd:
        event(type(odd).__name__)
        return
    event(f"{min(len(found.plans), 5)} sets")
    assert found.complete
    assert uncarried(case, target.criteria, moves, found.plans) is None
