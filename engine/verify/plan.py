"""Whether a plan may be believed: it can be done, it reaches its target, and it holds no step too many."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from engine.model.change import AmendedFact, AnsweredQuestion, Change, NewFact
from engine.model.criterion import Criterion, Part
from engine.model.framework import Framework
from engine.model.plan import Plan, Served, Step, StepKind, Target
from engine.verify.ground import Ground
from engine.verify.reading import MET, NOT_MET, held, refers_to
from evidence_schemas.catalogue import fact_types
from evidence_schemas.disputes import Dispute, Resolution
from evidence_schemas.fact import Fact
from evidence_schemas.pack import EvidencePack
from evidence_schemas.profile import Profile
from evidence_schemas.when import When

_UNWRITTEN = {"document": "still_to_be_written", "locator": "not yet written"}


def faults_of_plan(framework: Framework, pack: EvidencePack, as_at: date, plan: Plan) -> tuple[str, ...]:
    """Say what is wrong with a plan; nothing where it may be believed.

    Its steps must be possible, reach the target, all be needed for it, be told for what they are, and cost no criterion
    of the framework that counts today. Whether a cheaper plan exists (`proven`) cannot be checked here.
    """
    faults = [*_faults_of_target(framework, plan.target), *_faults_of_sums(plan)]
    facts, profile = {fact.id: fact for fact in pack.facts}, pack.profile
    for number, step in enumerate(plan.steps, start=1):
        try:
            made = _made(step.change, facts, profile)
        except (ValueError, KeyError) as fault:
            faults.append(f"step {number}: the change cannot be made: {str(fault).splitlines()[0]}")
        else:
            facts, profile = (facts, made) if isinstance(made, Profile) else ({**facts, made.id: made}, profile)
    if faults:
        return tuple(faults)
    return tuple(_PlanCheck(framework, pack, as_at, plan, facts, profile).faults())


def _faults_of_target(framework: Framework, target: Target) -> Iterator[str]:
    level, theme, section, alone = target.level, target.theme, target.section, target.criterion
    ladder = [known.id for known in framework.levels]
    if (level, theme, section, alone) == (None, None, None, None):
        needed = list(target.criteria)
        known = framework.by_id.keys() >= set(needed)
    elif alone is not None:
        needed = [alone]
        known = alone in framework.by_id and (level, theme, section) == (None, None, None)
    else:
        levels = ladder[: ladder.index(level) + 1] if level in ladder else []
        themes = {t.id for t in framework.themes if theme in {None, t.id} and section in {None, t.section}}
        needed = [c.id for c in framework.criteria if c.theme in themes and c.level in levels]
        known = level in ladder and theme in {None, *(t.id for t in framework.themes)}
        known = known and section in {None, *(s.id for s in framework.sections)}
    if not known:
        yield "the target is no level, theme, section or criterion of the framework"
    elif sorted(target.criteria) != sorted(needed):
        yield "the criteria of the target are not those that it needs"


def _faults_of_sums(plan: Plan) -> Iterator[str]:
    if plan.effort != sum(step.effort for step in plan.steps):
        yield "the effort of the plan is not the sum of its steps"
    if any(step.effort < 1 for step in plan.steps):
        yield "a step takes an effort below 1"
    for subject, times in Counter(_subject(step.change) for step in plan.steps).items():
        if times > 1:
            yield f"{times} steps change {subject}"


def _subject(change: Change) -> str:
    if isinstance(change, AnsweredQuestion):
        return change.question
    return change.id if isinstance(change, NewFact) else change.fact


def _made(change: Change, facts: Mapping[str, Fact], profile: Profile) -> Fact | Profile:
    """The fact, or the profile, that a change makes; raises ValueError or KeyError where it cannot be made."""
    match change:
        case AnsweredQuestion(question, answer):
            if getattr(profile, question, "") is not None:
                raise ValueError(f"{question} is no open question")
            said = answer if answer.isdecimal() else {"answer": answer, "reason": "supposed"}
            return Profile.model_validate({**dict(profile), question: said})
        case NewFact(id_, kind):
            if id_ in facts:
                raise ValueError(f"the pack has {id_} already")
            stated: dict[str, object] = {"id": id_, "kind": kind, "source": _UNWRITTEN}
        case AmendedFact(id_):
            kind, stated = facts[id_].kind, dict(facts[id_])
        case _:
            raise ValueError("a plan takes nothing away")
    for name, value in change.values:
        if name not in fact_types()[kind].fields:
            raise ValueError(f"{kind} has no field {name}")
        stated[name] = list(value) if isinstance(value, tuple) else value
    return fact_types()[kind].model.model_validate({**stated, **({"about": change.about} if change.about else {})})


class _PlanCheck:
    """Looks at the pack as it is, as it would be, and as it would be without each step."""

    def __init__(
        self,
        framework: Framework,
        pack: EvidencePack,
        as_at: date,
        plan: Plan,
        facts: dict[str, Fact],
        profile: Profile,
    ) -> None:
        self.framework, self.pack, self.plan, self.as_at = framework, pack, plan, as_at
        self.facts, self.profile = facts, profile
        self.recorded = {fact.id: fact for fact in pack.facts}
        self.before = Ground(pack, self.recorded, pack.profile, as_at, None)
        self.after = Ground(pack, facts, profile, as_at, self.before)

    def faults(self) -> Iterator[str]:
        target = [self.framework.by_id[id_] for id_ in self.plan.target.criteria]
        for criterion in target:
            if not self.after.counts(criterion):
                yield f"the steps do not reach {criterion.id}"
        for criterion in self._touched():
            if self.before.counts(criterion) and not self.after.counts(criterion):
                yield f"the steps cost {criterion.id}, which counts today"
        for number, step in enumerate(self.plan.steps, start=1):
            for fault in self._faults_of_step(step, target):
                yield f"step {number} ({_subject(step.change)}): {fault}"

    def _touched(self) -> Iterator[Criterion]:
        """The criteria that an amended fact could be lost to; with disputes and their resolutions, all of them."""
        changed = [
            self.facts[_subject(s.change)] for s in self.plan.steps if not isinstance(s.change, AnsweredQuestion)
        ]
        kinds = {fact.kind for fact in changed if fact.id in self.recorded}
        disputed = any(isinstance(fact, Dispute | Resolution) for fact in changed)
        return (c for c in self.framework.criteria if disputed or any(part.kind in kinds for part in c.parts()))

    def _faults_of_step(self, step: Step, target: Iterable[Criterion]) -> Iterator[str]:
        yield from self._dangling(step.change)
        if step.kind not in self._kinds(step):
            yield f"it is not of the kind `{step.kind}`"
        for served in step.serves:
            if not self._answers(step.change, served):
                yield f"it does not serve {served.part or served.clause or served.criterion}"
        if not step.serves or len(set(step.serves)) < len(step.serves):
            yield "it names no demand that it serves, or one of them twice"
        named = {served.criterion for served in step.serves}
        without = self._without(step.change)
        if all(without.counts(criterion) for criterion in sorted(target, key=lambda c: c.id not in named)):
            yield "it is not needed"

    def _without(self, change: Change) -> Ground:
        if isinstance(change, AnsweredQuestion):
            profile = Profile.model_validate({**dict(self.profile), change.question: None})
            return Ground(self.pack, self.facts, profile, self.as_at, self.before)
        facts = {id_: fact for id_, fact in self.facts.items() if id_ != _subject(change)}
        if isinstance(change, AmendedFact):
            facts[change.fact] = self.recorded[change.fact]
        return Ground(self.pack, facts, self.profile, self.as_at, self.before)

    def _dangling(self, change: Change) -> Iterator[str]:
        """What the fact refers to must be there, and of a kind that it may refer to."""
        if isinstance(change, AnsweredQuestion):
            return
        fact = self.facts[_subject(change)]
        described = fact_types()[fact.kind]
        for id_ in sorted(refers_to(fact)):
            if id_ not in self.facts or (described.about and self.facts[id_].kind not in described.about):
                yield f"it refers to {id_}, which is not there or of another kind"
        for name in (name for name, held_ in described.fields.items() if held_.shape == "references"):
            for id_ in sorted(getattr(fact, name) or ()):
                if id_ not in self.facts and id_ not in self.framework.by_id:
                    yield f"its `{name}` names {id_}, which is not there"

    def _kinds(self, step: Step) -> set[StepKind]:
        """The kinds as which the step may be told: one, unless clauses that are joined can be told in two ways."""
        change = step.change
        if isinstance(change, AnsweredQuestion):
            return {StepKind.ANSWER}
        fact = self.facts[_subject(change)]
        if isinstance(change, AmendedFact):
            return {self._kind_of_amendment(self.recorded[fact.id], fact)}
        if isinstance(fact, Resolution):
            return {StepKind.DECIDE}
        denied = [self._denied(served) for served in step.serves]
        if fact.kind in self.before.reasons or any(surely for _, surely in denied):
            return {StepKind.DO}
        return {StepKind.DO, StepKind.RECORD} if any(perhaps for perhaps, _ in denied) else {StepKind.RECORD}

    def _kind_of_amendment(self, old: Fact, new: Fact) -> StepKind:
        """The most that a change of one of its fields asks for."""
        kind = StepKind.RECORD
        for name in [*fact_types()[old.kind].fields, *(["about"] if refers_to(old) else [])]:
            was, becomes = held(old, name, self.as_at), getattr(new, name)
            if was is None or was == becomes:
                continue
            if not isinstance(was, When) or not isinstance(becomes, When) or becomes.last < was.last:
                return StepKind.DO
            kind = StepKind.RENEW
        return kind

    def _denied(self, served: Served) -> tuple[bool, bool]:
        """Whether the clause of the demand is not met today: in some best assignment, and in each of them."""
        criterion = self.framework.by_id.get(served.criterion)
        if criterion is None or self.before.answer(criterion.applies_when)[0] is False:
            return False, False
        parts, perhaps, surely = _parts(criterion, served.clause), False, False
        for group in self.before.groups(criterion):
            own = [part for part in group if part in parts]
            if own and not self.before.reaches(group, NOT_MET + 1):
                ways = self.before.ways(group, NOT_MET)
                ranks = {min(self.before.rank(part, names) for part in own) for names in ways}
                perhaps, surely = perhaps or NOT_MET in ranks, surely or ranks == {NOT_MET}
        return perhaps, surely

    def _answers(self, change: Change, served: Served) -> bool:
        """Whether the step really does what the demand asks for, once all steps are taken."""
        criterion = self.framework.by_id.get(served.criterion)
        parts = _parts(criterion, served.clause) if criterion else []
        if served.part:
            parts = [part for part in parts if served.clause and part.id == served.part]
        if criterion is None or not parts:
            return False
        if isinstance(change, AnsweredQuestion):
            clauses = [clause for clause in criterion.needs.clauses if served.clause in {"", clause.id}]
            asked = [criterion.applies_when, *(clause.applies_when for clause in clauses)]
            return any(condition is not None and condition.question == change.question for condition in asked)
        fact = self.facts[_subject(change)]
        if not isinstance(fact, Resolution):
            return bool(served.part) and self._stands(fact.id, parts[0], criterion)
        disputes = (self.facts.get(id_) for id_ in fact.about)
        targets = {target for one in disputes if isinstance(one, Dispute) for target in one.disputes}
        upheld = (self._stands(target, part, criterion) for target in targets for part in parts)
        return (criterion.id in targets and not served.part) or any(upheld)

    def _stands(self, fact: str, part: Part, criterion: Criterion) -> bool:
        group = next((group for group in self.after.groups(criterion) if part in group), ())
        return bool(group) and self.after.reaches(group, MET, (part.id, fact))


def _parts(criterion: Criterion, clause: str) -> list[Part]:
    """The parts of a clause, or of all of them where none is named."""
    return [part for one in criterion.needs.clauses if clause in {"", one.id} for part in one.parts]
