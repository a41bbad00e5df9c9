"""Plans from one case of a criterion to another: the changes that make the facts of the one those of the other.

Cases are written by hand, so are these plans, in effect. Nothing is made of a pair that is no minimal plan, or one that
would cost another criterion.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from case_runner import cases_of, framework, pack_of_case
from corruptions import Planned
from engine.amend import InvalidChange, amended
from engine.evaluate.fact_base import stand_on
from engine.evaluate.reference import evaluate, evaluate_criterion
from engine.loading.cases import Case
from engine.model.change import AmendedFact, AnsweredQuestion, NewFact, Stated
from engine.model.criterion import Criterion
from engine.model.finding import CriterionFinding
from engine.model.plan import Plan, Served, Step, StepKind, Target
from engine.model.verdict import Verdict
from evidence_schemas.catalogue import fact_types
from evidence_schemas.disputes import Dispute
from evidence_schemas.pack import EvidencePack

Change = NewFact | AmendedFact | AnsweredQuestion


def plans_between_cases(framework_id: str, criterion: Criterion) -> Iterator[Planned]:
    """A plan for each pair of cases of a criterion that makes one."""
    cases = cases_of(framework_id, criterion)
    for case in (case for case in cases if not case.verdict.counts):
        for goal in (goal for goal in cases if goal.verdict.counts and goal.as_at == case.as_at):
            changes = _changes(case, goal)
            planned = _planned(framework_id, criterion, case, changes) if changes else None
            if planned is not None:
                yield planned


def _changes(case: Case, goal: Case) -> list[Change]:
    """The changes from the one to the other; none where a plan cannot say them."""
    held, changes = {str(fact["id"]): fact for fact in case.facts}, list[Change]()
    for fact in goal.facts:
        id_, kind = str(fact["id"]), str(fact["kind"])
        old = held.get(id_, {})
        new = {name: value for name, value in fact.items() if old.get(name) != value and name not in {"id", "kind"}}
        about = tuple(map(str, _list(new.pop("about", []))))
        if old.get("kind", kind) != kind or not new.keys() <= fact_types()[kind].fields.keys():
            return []
        values = tuple((name, _stated(value)) for name, value in sorted(new.items()))
        if not old:
            changes.append(NewFact(id_, kind, values, about))
        elif values or about:
            changes.append(AmendedFact(id_, values, about))
    return changes + _answers(_mapping(case.profile), _mapping(goal.profile))


def _answers(said: Mapping[str, object], wanted: Mapping[str, object]) -> list[Change]:
    new = {question: answer for question, answer in wanted.items() if question not in said}
    return [
        AnsweredQuestion(question, str(answer["answer"] if isinstance(answer, dict) else answer))
        for question, answer in new.items()
    ]


def _planned(framework_id: str, criterion: Criterion, case: Case, changes: Sequence[Change]) -> Planned | None:
    pack = pack_of_case(framework_id, case)

    def found(some: Sequence[Change]) -> tuple[CriterionFinding, EvidencePack]:
        changed = amended(pack, some)
        return evaluate_criterion(criterion, stand_on(changed, case.as_at)), changed

    try:
        after, changed = found(changes)
        if not after.verdict.counts:
            return None
        if any(found([other for other in changes if other is not one])[0].verdict.counts for one in changes):
            return None
    except InvalidChange:
        return None
    whole, base = framework(framework_id), stand_on(pack, case.as_at)
    counted = {finding.id for finding in evaluate(whole, base) if finding.verdict.counts}
    count = {finding.id for finding in evaluate(whole, stand_on(changed, case.as_at)) if finding.verdict.counts}
    if not counted <= count:
        return None
    before = evaluate_criterion(criterion, base)
    steps = [_step(change, criterion, before, after, pack, changed) for change in changes]
    target = Target(None, None, None, criterion.id, (criterion.id,))
    efforts = [replace(step, effort=place) for place, step in enumerate((s for s in steps if s), start=1)]
    if len(efforts) < len(changes):
        return None
    plan = Plan(target, tuple(efforts), sum(step.effort for step in efforts), proven=False)
    return Planned(whole, pack, case.as_at, plan)


def _step(
    change: Change,
    criterion: Criterion,
    before: CriterionFinding,
    after: CriterionFinding,
    pack: EvidencePack,
    changed: EvidencePack,
) -> Step | None:
    """The change as a step; None where what is found afterwards does not use its fact."""
    if isinstance(change, AnsweredQuestion):
        clauses = (
            c.id for c in criterion.needs.clauses if c.applies_when and c.applies_when.question == change.question
        )
        whole = criterion.applies_when is not None and criterion.applies_when.question == change.question
        return Step(StepKind.ANSWER, change, (Served(criterion.id, "" if whole else next(clauses), ""),), 1)
    id_ = change.id if isinstance(change, NewFact) else change.fact
    if isinstance(change, NewFact) and change.kind == "resolution":
        return Step(StepKind.DECIDE, change, _settled(change, criterion, after, pack), 1)
    serves = {(clause.id, atom.part) for clause in after.clauses for atom in clause.atoms if atom.fact == id_}
    if not serves:
        return None
    if isinstance(change, NewFact):
        denied = {clause.id for clause in before.clauses if clause.verdict is Verdict.NOT_MET}
        kind = StepKind.DO if denied & {clause for clause, _ in serves} else StepKind.RECORD
    else:
        old = next(fact for fact in pack.facts if fact.id == id_)
        held = {name for name, _ in change.values if getattr(old, name) is not None}
        held |= {"about"} if change.about and getattr(old, "about", None) else set()
        days = {name for name in held if name != "about" and fact_types()[old.kind].fields[name].shape == "day"}
        new = next(fact for fact in changed.facts if fact.id == id_)
        if any(getattr(new, name).last <= getattr(old, name).last for name in days):
            return None
        kind = StepKind.DO if held - days else StepKind.RENEW if days else StepKind.RECORD
    return Step(kind, change, tuple(sorted(Served(criterion.id, *served) for served in serves)), 1)


def _settled(change: NewFact, criterion: Criterion, after: CriterionFinding, pack: EvidencePack) -> tuple[Served, ...]:
    disputes = [fact for fact in pack.facts if isinstance(fact, Dispute) and fact.id in change.about]
    targets = {target for dispute in disputes for target in dispute.disputes}
    clauses = [Served(criterion.id, clause.id, "") for clause in after.clauses if targets & set(clause.facts)]
    return tuple([Served(criterion.id, "", "")] if criterion.id in targets else clauses)


def _stated(value: object) -> Stated:
    return tuple(map(str, value)) if isinstance(value, list) else str(value)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}
