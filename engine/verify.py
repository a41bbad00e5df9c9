"""Whether a finding or a plan may be believed.

A second reading of the facts, written from docs/semantics.md; it shares no code with what determines and what plans.
"""

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date, timedelta
from decimal import Decimal

from engine.model import condition as tests
from engine.model.change import AmendedFact, AnsweredQuestion, NewFact
from engine.model.criterion import Clause, Criterion, Part
from engine.model.finding import Atom, ClauseFinding, CriterionFinding
from engine.model.framework import Framework
from engine.model.gap import Gap, GapKind, NearMiss
from engine.model.plan import Plan, Served, Step, StepKind, Target
from engine.model.verdict import Outcome, Verdict
from evidence_schemas.catalogue import READ_BY_THE_ENGINE, fact_types
from evidence_schemas.disputes import Dispute, Resolution
from evidence_schemas.fact import Fact
from evidence_schemas.pack import EvidencePack
from evidence_schemas.profile import Answer, Profile
from evidence_schemas.when import When

_NOT_MET, _UNKNOWN, _CONTESTED, _MET = range(4)  # the places of the verdicts in their order
_RANKS = {Outcome.CONTRARY: _NOT_MET, Outcome.UNRECORDED: _UNKNOWN, Outcome.SATISFIED: _MET}
_OTHERWISE = {GapKind.CONTRARY, GapKind.TOO_FEW}
_CYCLES = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}
_NEAREST = 3
_UNWRITTEN = {"document": "still_to_be_written", "locator": "not yet written"}
_Names = Mapping[str, str | None]  # the facts taken for the named parts; None where there is none to take


class Refused(Exception):  # noqa: N818
    """A finding or a plan that may not be believed, so there is no result: a fault of the engine, never of a pack."""

    def __init__(self, what: str, faults: Sequence[str]) -> None:
        """Keep every fault; the message names what is refused, such as `the finding on 3.1.4`, and the first fault."""
        self.faults = tuple(faults)
        more = f" ({len(faults) - 1} more)" if len(faults) > 1 else ""
        super().__init__(f"the verifier refuses {what}: {faults[0]}{more}")


def faults_of_finding(
    framework: Framework, pack: EvidencePack, as_at: date, finding: CriterionFinding
) -> tuple[str, ...]:
    """Say what is wrong with a proof or a refutation of one criterion; nothing where it may be believed.

    It must be just what follows from the facts that it takes, and no other facts of the pack may make a better case.
    Of nearest misses only the truth and the number are checked.
    """
    if finding.id not in framework.by_id:
        return (f"{framework.id} has no criterion {finding.id}",)
    case = _Case(framework.by_id[finding.id], _Ground(pack, as_at), finding)
    return tuple(case.faults_of_taking()) or tuple(case.faults(finding))


def faults_of_plan(framework: Framework, pack: EvidencePack, as_at: date, plan: Plan) -> tuple[str, ...]:
    """Say what is wrong with a plan; nothing where it may be believed.

    Its steps must be possible, reach the target, all be needed for it, be told for what they are, and cost no criterion
    of the framework that counts today. Whether a cheaper plan exists (`proven`) cannot be checked here.
    """
    faults, made = list(_faults_of_frame(framework, plan)), list[Fact | Profile]()
    for number, step in enumerate(plan.steps, start=1):
        try:
            made.append(_made(step.change, pack))
        except (ValueError, KeyError) as fault:
            faults.append(f"step {number}: the change cannot be made: {str(fault).splitlines()[0]}")
    return tuple(faults) or tuple(_Carried(framework, plan, made, _Ground(pack, as_at)).faults())


class _Ground:
    """The facts that count on a day, what was made of disputes, and the assignments of facts that are possible."""

    def __init__(self, pack: EvidencePack, as_at: date, other: "_Ground | None" = None) -> None:
        """Stand on a pack; what `other` has read of its facts on that day is not read again."""
        self.pack, self.as_at = pack, as_at
        begun = [fact for fact in pack.facts if all(day.last <= as_at for _, day in _days(fact, "occurs"))]
        replaced = {older for fact in begun for older in fact.replaces or ()}
        here = [fact for fact in begun if fact.id not in replaced]
        self.open, self.upheld = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
        self._settle([f for f in here if isinstance(f, Dispute)], [f for f in here if isinstance(f, Resolution)])
        self.facts = {fact.id: fact for fact in here if fact.id not in self.upheld}
        self.of_kind = defaultdict[str, list[Fact]](list)
        for fact in self.facts.values():
            self.of_kind[fact.kind].append(fact)
        self._able: dict[tuple[str | None, ...], dict[str, int]] = {}
        self.readings: dict[tuple[str, int], list[Atom]] = other.readings if other else {}

    def _settle(self, disputes: Iterable[Dispute], resolutions: Sequence[Resolution]) -> None:
        """Sort out what is in dispute; sides that contradict one another settle nothing."""
        for dispute in disputes:
            settling = [resolution for resolution in resolutions if dispute.id in resolution.about]
            sides = {str(resolution.side) for resolution in settling}
            for target in dispute.disputes:
                if sides == {"dispute_upheld"}:
                    self.upheld[target].update(resolution.id for resolution in settling)
                elif sides != {"evidence_upheld"}:
                    self.open[target].add(dispute.id)

    def applies(self, condition: tests.ProfileCondition | None) -> tuple[bool | None, str | None]:
        """Whether the condition holds (None: the question is open), and why it does not."""
        said = getattr(self.pack.profile, condition.question) if condition else None
        if condition is None or said is None:
            return (None if condition else True), None
        answer, reason = (said.answer, said.reason) if isinstance(said, Answer) else (said, str(said))
        return (True, None) if _passes(condition.test, _words(answer)) else (False, reason)

    def asked(self, criterion: Criterion) -> list[Clause]:
        clauses = criterion.needs.clauses if self.applies(criterion.applies_when)[0] is not False else ()
        return [clause for clause in clauses if self.applies(clause.applies_when)[0] is not False]

    def groups(self, criterion: Criterion) -> list[tuple[Part, ...]]:
        """The parts of the clauses that apply, those that are joined together."""
        groups: list[tuple[Part, ...]] = []
        for part in (part for clause in self.asked(criterion) for part in clause.parts):
            joined = [group for group in groups if any(other.name in part.about for other in group)]
            together = tuple(other for group in joined for other in group)
            groups = [group for group in groups if group not in joined] + [(*together, part)]
        return groups

    def refers(self, part: Part, fact: Fact, names: _Names) -> bool:
        """Whether the fact may refer to the facts taken for the parts that this one is about."""
        targets = {names.get(name) for name in part.about}
        return None not in targets and (not _about(fact) or targets <= _about(fact))

    def read(self, part: Part, fact: Fact) -> list[Atom]:
        key = part.id, id(fact)
        if key not in self.readings:
            self.readings[key] = _read(part, fact, self.as_at)
        return self.readings[key]

    def able(self, part: Part, names: _Names) -> dict[str, int]:
        """The facts that may stand for a part beside the facts `names`, each with the rank that it reaches there."""
        key = (part.id, *(names.get(name) for name in part.about))
        if key not in self._able:
            near = [fact for fact in self.of_kind[part.kind] if self.refers(part, fact, names)]
            read = {fact.id: atoms for fact in near if not any(map(_elsewhere, atoms := self.read(part, fact)))}
            best = {fact: _CONTESTED if fact in self.open else _MET for fact in read}
            self._able[key] = {id_: min([best[id_], *(_RANKS[a.outcome] for a in read[id_])]) for id_ in read}
        return self._able[key]

    def rank(self, part: Part, names: _Names, taken: Iterable[str] | None = None) -> int:
        """The worst of the facts taken, or else of the best there are; where they are too few, others may exist."""
        able = self.able(part, names)
        ranks = sorted((able[fact] for fact in (able if taken is None else taken)), reverse=True)[: part.number]
        return min([*ranks, _UNKNOWN] if len(ranks) < part.number else ranks)

    def ways(self, parts: Sequence[Part], floor: int, names: _Names) -> Iterator[_Names]:
        """Every choice of facts for the named parts with which each part reaches the floor."""
        if not parts:
            yield names
        elif self.rank(parts[0], names) >= floor:
            name, ranks = parts[0].name, self.able(parts[0], names)
            fit: list[str | None] = [fact for fact in ranks if ranks[fact] >= floor and name]
            for fact in fit or [None]:
                yield from self.ways(parts[1:], floor, {**names, name: fact} if name else names)

    def reaches(self, parts: Sequence[Part], floor: int) -> bool:
        return next(self.ways(parts, floor, {}), None) is not None

    def counts(self, criterion: Criterion) -> bool:
        """Whether the criterion is met or not applicable."""
        met = {part for group in self.groups(criterion) if self.reaches(group, _MET) for part in group}
        ranks = [_MET if met.issuperset(clause.parts) else _NOT_MET for clause in self.asked(criterion)]
        return not ranks or (_combined(criterion, ranks) == _MET and criterion.id not in self.open | self.upheld)


def _combined(criterion: Criterion, ranks: Iterable[int]) -> int:
    """The rank of a criterion from those of its clauses that apply, of which there is at least one."""
    best = sorted(ranks, reverse=True)
    wanted = {"all": len(best), "any": 1}.get(criterion.needs.combine, criterion.needs.number)
    return best[min(wanted, len(best)) - 1]


def _about(fact: Fact) -> frozenset[str]:
    return getattr(fact, "about", None) or frozenset()


def _days(fact: Fact, dating: str) -> list[tuple[str, When]]:
    """The dates of the fact that play this part; before the end of its period it does not exist."""
    days = [(f.name, getattr(fact, f.name)) for f in fact_types()[fact.kind].fields.values() if f.dating == dating]
    period = [("period", fact.period.ends)] if fact.period and dating == "occurs" else []
    return [(name, day) for name, day in days + period if day is not None]


def _held(fact: Fact, name: str, as_at: date) -> object:
    """The value of a field on that day; None where it is empty or its date is still to come."""
    value = getattr(fact, name, None)
    coming = isinstance(value, When) and value.last > as_at and (name, value) in _days(fact, "later")
    return None if coming else value


def _elsewhere(atom: Atom) -> bool:
    return atom.outcome is Outcome.CONTRARY and atom.condition is not None and atom.condition.topic


def _read(part: Part, fact: Fact, as_at: date) -> list[Atom]:
    """Put every demand to the fact; where its matter is unclear or it has lapsed, it cannot say otherwise."""
    blank = Gap(GapKind.UNRECORDED, "", part=part.id, fact=fact.id, fact_kind=fact.kind)
    adrift = [replace(blank, field="about")] if part.about and not _about(fact) else []
    ended = [(name, day) for name, day in _days(fact, "ends") if day.last < as_at]
    lapsed = [_aged(replace(blank, field=name, found=_words(day)), day, 0, as_at) for name, day in ended]
    said = [(condition, _gap(blank, condition, fact, as_at)) for condition in part.where]
    unclear = adrift or any(gap and gap.kind is GapKind.UNRECORDED for condition, gap in said if condition.topic)
    atoms = [Atom(part.id, fact.id, None, Outcome.UNRECORDED, gap) for gap in (*adrift, *lapsed)]
    for condition, gap in said:
        mute = not condition.topic and (unclear or (lapsed and condition.field != "status"))
        contrary = gap and gap.kind in _OTHERWISE and not mute
        outcome = Outcome.CONTRARY if contrary else Outcome.UNRECORDED if gap else Outcome.SATISFIED
        atoms.append(Atom(part.id, fact.id, condition, outcome, gap))
    return atoms


def _gap(blank: Gap, condition: tests.Condition, fact: Fact, as_at: date) -> Gap | None:
    """What keeps the fact from answering the condition; None where it does."""
    test, value = condition.test, _held(fact, condition.field, as_at)
    found = () if value is None else _words(value)
    if found and _passes(test, found):
        return None
    gap = replace(blank, field=condition.field, needed=test, found=found)
    match test:
        case tests.WithinMonths(months) if isinstance(value, When):
            return _aged(gap, value, months, as_at)
        case tests.WithinRhythm() if isinstance(value, When):
            rhythm = getattr(fact, "rhythm", None)
            if rhythm in _CYCLES:
                return _aged(gap, value, _CYCLES[rhythm], as_at)
            fails = replace(gap, kind=GapKind.CONTRARY) if rhythm == "once" else None
            return gap if rhythm is None else fails
        case tests.Count() if found:
            return replace(gap, kind=GapKind.TOO_FEW, have=len(found))
    return replace(gap, kind=GapKind.CONTRARY) if found else gap


def _aged(gap: Gap, day: When, months: int, as_at: date) -> Gap | None:
    """None where the first day meant is no more months ago; stale from the day on which the last one is."""
    if as_at <= _later(day.first, months, as_at):
        return None
    until = _later(day.last, months, as_at)
    return gap if as_at <= until else replace(gap, kind=GapKind.STALE, day=(until + timedelta(1)).isoformat())


def _later(day: date, months: int, as_at: date) -> date:
    """The day so many months on, or the last one of a shorter month; a day not yet past stays as it is."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day if day >= as_at else date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _passes(test: tests.Test, said: tuple[str, ...]) -> bool:
    """Whether these words satisfy a test that does not look at the day."""
    match test:
        case tests.Is(value):
            return said == (value,)
        case tests.OneOf(values):
            return not set(values).isdisjoint(said)
        case tests.Covers(values):
            return set(values) <= set(said)
        case tests.Count(number):
            return len(said) >= number
        case tests.AtLeast(_, scale) | tests.AtMost(_, scale):
            size = Decimal(scale.index(said[0]) if scale else said[0])
            return size >= test.least if isinstance(test, tests.AtLeast) else size <= test.most
    return isinstance(test, tests.Recorded)


def _words(value: object) -> tuple[str, ...]:
    """A value as rules and gaps write it."""
    if isinstance(value, frozenset):
        return tuple(sorted(map(str, value)))
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    return (f"{value.normalize():f}" if isinstance(value, Decimal) else str(value),)


class _Case:
    """The facts that a finding takes for each part, and the whole finding that follows from them."""

    def __init__(self, criterion: Criterion, ground: _Ground, finding: CriterionFinding) -> None:
        self.criterion, self.ground, self.groups = criterion, ground, ground.groups(criterion)
        atoms = [atom for clause in finding.clauses for atom in clause.atoms]
        facts = {p.id: [a.fact for a in atoms if a.part == p.id and a.fact] for p in criterion.parts()}
        self.taken = {part: list(dict.fromkeys(taken)) for part, taken in facts.items()}
        self.near = {atom.part: atom.gap.near for atom in atoms if atom.gap and atom.fact is None}
        self.names = {part.name: next(iter(self.taken[part.id]), None) for part in criterion.parts() if part.name}

    def faults_of_taking(self) -> Iterator[str]:
        for part in (part for group in self.groups for part in group):
            able, taken = self.ground.able(part, self.names), self.taken[part.id]
            if not able.keys() >= set(taken) or len(taken) != min(part.number, len(able)):
                yield f"{part.id}: the facts taken are {taken}; it needs {part.number} of {list(able)}"

    def faults(self, finding: CriterionFinding) -> Iterator[str]:
        true, told = Counter(_statements(self._finding())), Counter(_statements(finding))
        yield from (f"{place}: {name} should say {said}" for place, name, said in true - told)
        yield from (f"{place}: {name} should not say {said}" for place, name, said in told - true)
        for group in self.groups:
            yield from (f"{part.id}: the nearest misses are not so" for part in group if not self._near_is_so(part))
            rank = min(map(self._rank, group))
            if rank < _MET and self.ground.reaches(group, rank + 1):
                yield f"{', '.join(part.id for part in group)}: other facts of the pack make a better case"

    def _near_is_so(self, part: Part) -> bool:
        facts, near, true = self.ground.of_kind[part.kind], self.near.get(part.id, ()), set[NearMiss]()
        for fact in facts:
            gaps = [atom.gap for atom in self.ground.read(part, fact) if atom.gap and _elsewhere(atom)]
            true.update(NearMiss(fact.id, str(gap.field), gap.found) for gap in gaps)
            if not self.ground.refers(part, fact, self.names):
                true.add(NearMiss(fact.id, "about", _words(_about(fact))))
        number = 0 if self.taken[part.id] else min(_NEAREST, len(facts))
        return true >= set(near) and len({miss.fact for miss in near}) == len(near) == number

    def _rank(self, part: Part) -> int:
        return self.ground.rank(part, self.names, self.taken[part.id])

    def _finding(self) -> CriterionFinding:
        """The criterion as it follows from its clauses, its disputes and its own open question."""
        id_, ground, condition = self.criterion.id, self.ground, self.criterion.applies_when
        applies, reason = ground.applies(condition)
        clauses = () if applies is False else tuple(map(self._clause, self.criterion.needs.clauses))
        ranks = [clause.verdict.rank for clause in clauses if clause.verdict is not Verdict.NOT_APPLICABLE]
        if not ranks:
            return CriterionFinding(id_, Verdict.NOT_APPLICABLE, clauses, reason=reason)
        rank, disputes, upheld = (
            _combined(self.criterion, ranks),
            _sorted(ground.open, id_),
            _sorted(ground.upheld, id_),
        )
        gaps = [gap for clause in clauses for gap in clause.gaps if rank < _MET]
        gaps += [Gap(GapKind.CONTRARY, id_, fact=fact, fact_kind="resolution") for fact in upheld]
        gaps += [Gap(GapKind.CONTESTED, id_, disputes=disputes)] if disputes else []
        gaps += self._question(condition, "")
        verdict = Verdict.NOT_MET if upheld else list(Verdict)[min(rank, _CONTESTED if disputes else _MET)]
        return CriterionFinding(id_, verdict, clauses, () if verdict.counts else tuple(gaps), disputes, upheld)

    def _clause(self, clause: Clause) -> ClauseFinding:
        applies, reason = self.ground.applies(clause.applies_when)
        if applies is False:
            return ClauseFinding(clause.id, Verdict.NOT_APPLICABLE, reason=reason)
        rank, blank = min(map(self._rank, clause.parts)), Gap(GapKind.CONTESTED, self.criterion.id, clause.id)
        atoms = [atom for part in clause.parts for atom in self._atoms(clause, part)]
        gaps = [atom.gap for atom in atoms if atom.gap]
        facts = {fact: self.ground.facts[fact].kind for part in clause.parts for fact in self.taken[part.id]}
        open_ = {fact: _sorted(self.ground.open, fact) for fact in facts if fact in self.ground.open}
        gaps += [replace(blank, fact=fact, fact_kind=facts[fact], disputes=open_[fact]) for fact in open_]
        gaps += self._question(clause.applies_when, clause.id) if rank < _MET else []
        disputes = {dispute for several in open_.values() for dispute in several}
        return ClauseFinding(clause.id, list(Verdict)[rank], tuple(atoms), tuple(facts), tuple(gaps), tuple(disputes))

    def _question(self, condition: tests.ProfileCondition | None, clause: str) -> list[Gap]:
        if condition is None or self.ground.applies(condition)[0] is not None:
            return []
        return [Gap(GapKind.PROFILE, self.criterion.id, clause, question=condition.question)]

    def _atoms(self, clause: Clause, part: Part) -> Iterator[Atom]:
        """Every demand of the part put to the facts taken, and to the facts that are missing."""
        taken, named = self.taken[part.id], [self.names[name] for name in part.about]
        targets = tuple(fact for fact in named if fact is not None)
        for atom in (atom for fact in taken for atom in self.ground.read(part, self.ground.facts[fact])):
            joins = targets if atom.condition is None and atom.gap and atom.gap.field == "about" else ()
            gap = atom.gap and replace(atom.gap, criterion=self.criterion.id, clause=clause.id, about=joins)
            yield replace(atom, gap=gap)
        if len(taken) < part.number:
            reasons = tuple(sorted({one.reason for one in self.ground.pack.not_held if one.kind == part.kind}))
            kind, near = GapKind.TOO_FEW if taken else GapKind.ABSENT, self.near.get(part.id, ())
            gap = Gap(kind, self.criterion.id, clause.id, part.id, None, part.kind, about=targets, near=near)
            gap = replace(gap, have=len(taken), want=part.number, reasons=reasons)
            yield Atom(part.id, None, None, Outcome.UNRECORDED, gap)


def _sorted(by: Mapping[str, set[str]], key: str) -> tuple[str, ...]:
    return tuple(sorted(by.get(key, ())))


def _statements(finding: CriterionFinding | ClauseFinding) -> Iterator[tuple[str, str, object]]:
    """All that a finding says, of what and under which name; the order says nothing."""
    for name in (field.name for field in fields(finding) if field.name not in {"id", "clauses"}):
        value = getattr(finding, name)
        yield from ((finding.id, name, one) for one in (value if isinstance(value, tuple) else (value,)))
    for clause in finding.clauses if isinstance(finding, CriterionFinding) else ():
        yield from _statements(clause)


def _faults_of_frame(framework: Framework, plan: Plan) -> Iterator[str]:
    needed = _needed(framework, plan.target)
    if needed is None:
        yield "the target is no level, theme, section or criterion of the framework"
    elif sorted(plan.target.criteria) != sorted(needed):
        yield "the criteria of the target are not those that it needs"
    if any(step.effort < 1 for step in plan.steps):
        yield "a step takes an effort below 1"
    if plan.effort != sum(step.effort for step in plan.steps):
        yield "the effort of the plan is not the sum of its steps"


def _needed(framework: Framework, target: Target) -> Sequence[str] | None:
    """The criteria that a target needs, those that it lists if it names no place; None if there is no such target."""
    if (target.level, target.theme, target.section) == (None, None, None):
        listed = target.criteria if target.criterion is None else (target.criterion,)
        return listed if framework.by_id.keys() >= set(listed) else None
    levels = [level.id for level in framework.levels]
    themes = {t.id for t in framework.themes if target.theme in {None, t.id} and target.section in {None, t.section}}
    if target.level not in levels or not themes or target.criterion is not None:
        return None
    below = levels[: levels.index(target.level) + 1]
    return [criterion.id for criterion in framework.criteria if criterion.theme in themes and criterion.level in below]


def _made(change: NewFact | AmendedFact | AnsweredQuestion, pack: EvidencePack) -> Fact | Profile:
    """The fact, or the answer, that a change makes; raises ValueError or KeyError where it cannot be made."""
    if isinstance(change, AnsweredQuestion):
        if getattr(pack.profile, change.question, "") is not None:
            raise ValueError(f"{change.question} is no open question")
        answer = change.answer if change.answer.isdecimal() else {"answer": change.answer, "reason": "supposed"}
        return Profile.model_validate({change.question: answer})
    facts = {fact.id: fact for fact in pack.facts}
    if isinstance(change, AmendedFact):
        kind, stated = facts[change.fact].kind, dict(facts[change.fact])
    elif change.id in facts:
        raise ValueError(f"the pack has {change.id} already")
    else:
        kind, stated = change.kind, {"id": change.id, "kind": change.kind, "source": _UNWRITTEN}
    stated |= {name: list(value) if isinstance(value, tuple) else value for name, value in change.values}
    if unknown := {name for name, _ in change.values} - fact_types()[kind].fields.keys():
        raise ValueError(f"{kind} has no field {', '.join(sorted(unknown))}")
    return fact_types()[kind].model.model_validate(stated | ({"about": change.about} if change.about else {}))


def _with(pack: EvidencePack, made: Sequence[Fact | Profile]) -> EvidencePack:
    facts = {fact.id: fact for fact in (*pack.facts, *(one for one in made if isinstance(one, Fact)))}
    answers = {name: said for one in made if isinstance(one, Profile) for name, said in one if said is not None}
    return replace(pack, facts=tuple(facts.values()), profile=pack.profile.model_copy(update=answers))


class _Carried:
    """The pack as it is, and as the steps of a plan make it."""

    def __init__(self, framework: Framework, plan: Plan, made: Sequence[Fact | Profile], before: _Ground) -> None:
        self.framework, self.plan, self.made, self.before = framework, plan, made, before
        self.after = _Ground(_with(before.pack, made), before.as_at, before)

    def faults(self) -> Iterator[str]:
        target = [self.framework.by_id[id_] for id_ in self.plan.target.criteria]
        yield from (f"the steps do not reach {one.id}" for one in target if not self.after.counts(one))
        lost = (one for one in self._touched() if not self.after.counts(one) and self.before.counts(one))
        yield from (f"the steps cost {one.id}, which counts today" for one in lost)
        for number, (step, made) in enumerate(zip(self.plan.steps, self.made, strict=True), start=1):
            others = [*self.made[: number - 1], *self.made[number:]]
            without = _Ground(_with(self.before.pack, others), self.before.as_at, self.before)
            first = {served.criterion for served in step.serves}
            if all(without.counts(one) for one in sorted(target, key=lambda one: one.id not in first)):
                yield f"step {number}: it is not needed"
            yield from (f"step {number}: {fault}" for fault in self._faults_of_step(step, made))

    def _touched(self) -> Iterator[Criterion]:
        """The criteria that read a kind of fact that is changed; with disputes and their resolutions, all of them."""
        kinds = {fact.kind for fact in self.made if isinstance(fact, Fact)}
        everything = not kinds.isdisjoint(READ_BY_THE_ENGINE)
        return (c for c in self.framework.criteria if everything or any(part.kind in kinds for part in c.parts()))

    def _faults_of_step(self, step: Step, made: Fact | Profile) -> Iterator[str]:
        if isinstance(made, Fact):
            yield from self._dangling(made)
        if not self._is_of_its_kind(step, made):
            yield f"it is not of the kind `{step.kind}`"
        for served in step.serves:
            if not self._answers(made, served):
                yield f"it does not serve {served.part or served.clause or served.criterion}"
        if not step.serves or len(set(step.serves)) < len(step.serves):
            yield "it names no demand that it serves, or one of them twice"

    def _dangling(self, fact: Fact) -> Iterator[str]:
        """What the fact refers to must be there, and of a kind that it may refer to."""
        described, kinds = fact_types()[fact.kind], {other.id: other.kind for other in self.after.pack.facts}
        listed = [name for name, field in described.fields.items() if field.shape == "references"]
        told = {id_ for name in listed for id_ in getattr(fact, name) or ()} - self.framework.by_id.keys()
        astray = {id_ for id_ in _about(fact) if kinds.get(id_) not in (described.about or kinds.values())}
        for id_ in sorted(astray | (told - kinds.keys())):
            yield f"it refers to {id_}, which is not there or of another kind"

    def _is_of_its_kind(self, step: Step, made: Fact | Profile) -> bool:
        """Whether the step is told for what it is; where clauses are joined, there may be two ways to tell it."""
        if isinstance(made, Profile):
            return step.kind is StepKind.ANSWER
        if isinstance(step.change, AmendedFact):
            return step.kind is self._kind_of_amendment(made)
        if isinstance(made, Resolution):
            return step.kind is StepKind.DECIDE
        today = [ranks for served in step.serves for ranks in self._ranks_today(served)]
        if {_NOT_MET} in today or any(made.kind == absent.kind for absent in self.before.pack.not_held):
            return step.kind is StepKind.DO
        return step.kind is StepKind.RECORD or (step.kind is StepKind.DO and any(_NOT_MET in ranks for ranks in today))

    def _kind_of_amendment(self, new: Fact) -> StepKind:
        """The most that a change of one of its fields asks for."""
        old = next(fact for fact in self.before.pack.facts if fact.id == new.id)
        names = ("about", *fact_types()[old.kind].fields)
        values = [(_held(old, name, self.before.as_at), getattr(new, name, None)) for name in names]
        changes = [(was, becomes) for was, becomes in values if was is not None and was != becomes]
        days = [(was, becomes) for was, becomes in changes if isinstance(was, When) and isinstance(becomes, When)]
        if len(days) < len(changes) or any(becomes.last < was.last for was, becomes in days):
            return StepKind.DO
        return StepKind.RENEW if days else StepKind.RECORD

    def _ranks_today(self, served: Served) -> Iterator[set[int]]:
        """The ranks that the clause of the demand can have today, of each group of its parts at its worst."""
        parts = self._demand(served)[1]
        for group in self.before.groups(self.framework.by_id[served.criterion]) if parts else ():
            own = [part for part in group if part in parts]
            if own and not self.before.reaches(group, _UNKNOWN):
                ways = self.before.ways(group, _NOT_MET, {})
                yield {min(self.before.rank(part, names) for part in own) for names in ways}

    def _demand(self, served: Served) -> tuple[set[str], list[Part]]:
        """The questions of the profile that the demand rests on, and the parts of its clause, or of all clauses."""
        criterion = self.framework.by_id.get(served.criterion)
        clauses = [c for c in criterion.needs.clauses if served.clause in {"", c.id}] if criterion else []
        asked = [one.applies_when for one in (criterion, *clauses) if one and one.applies_when]
        return {one.question for one in asked}, [part for clause in clauses for part in clause.parts]

    def _answers(self, made: Fact | Profile, served: Served) -> bool:
        """Whether the step really does what the demand asks for, once all steps are taken."""
        questions, parts = self._demand(served)
        if served.part:
            parts = [part for part in parts if served.clause and part.id == served.part]
        if isinstance(made, Profile):
            return bool(parts) and any(getattr(made, question) is not None for question in questions)
        if not isinstance(made, Resolution):
            return bool(served.part) and self._stands(made.id, parts, served.criterion)
        facts = self.after.pack.facts
        targets = {one for f in facts if isinstance(f, Dispute) and f.id in made.about for one in f.disputes}
        upheld = any(self._stands(target, parts, served.criterion) for target in targets)
        return upheld or (bool(parts) and served.criterion in targets and not served.part)

    def _stands(self, fact: str, parts: Sequence[Part], criterion: str) -> bool:
        """Whether the fact may stand for one of the parts where all that are joined to it are met."""
        return any(
            self.after.able(part, names).get(fact) == _MET and names.get(part.name or "", fact) == fact
            for group in (self.after.groups(self.framework.by_id[criterion]) if parts else ())
            for part in set(group) & set(parts)
            for names in self.after.ways(group, _MET, {})
        )
