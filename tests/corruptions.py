"""Findings and plans made wrong on purpose, one lie each.

A lie that may happen to be the truth again is not told: where that can be, the generator says how it is recognised.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from engine.evaluate.fact_base import stand_on
from engine.evaluate.reference import evaluate_criterion
from engine.model.change import AmendedFact, AnsweredQuestion, NewFact
from engine.model.condition import Condition, Is, Recorded
from engine.model.criterion import Clause, Criterion, Needs, Part
from engine.model.finding import Atom, ClauseFinding, CriterionFinding
from engine.model.framework import Framework
from engine.model.gap import Gap, GapKind, NearMiss
from engine.model.plan import Plan, Served, Step, StepKind
from engine.model.verdict import Outcome, Verdict
from evidence_schemas.pack import EvidencePack

ItemT = TypeVar("ItemT")


@dataclass(frozen=True, slots=True)
class Told:
    """A true finding with the pack and the criterion that it is of."""

    framework: Framework
    pack: EvidencePack
    as_at: date
    finding: CriterionFinding

    @property
    def criterion(self) -> Criterion:
        return self.framework.by_id[self.finding.id]


@dataclass(frozen=True, slots=True)
class Planned:
    """A true plan with the pack that it is for."""

    framework: Framework
    pack: EvidencePack
    as_at: date
    plan: Plan


# Findings


def false_findings(told: Told) -> Iterator[tuple[str, CriterionFinding]]:
    """Lies about the criterion as a whole, about each clause, each atom and each gap."""
    finding = told.finding
    yield from _false_wholes(finding)
    for place, clause in enumerate(finding.clauses):
        for name, lie in _false_clauses(clause):
            yield name, _with_clause(finding, place, lie)
        for at, atom in enumerate(clause.atoms):
            for name, lies in _false_atoms(told, atom):
                atoms = (*clause.atoms[:at], *lies, *clause.atoms[at + 1 :])
                yield name, _with_clause(finding, place, replace(clause, atoms=atoms))
    for gap in dict.fromkeys(finding.gaps):
        for name, false_gap in _false_gaps(gap):
            yield name, _with_gap(finding, gap, false_gap)
    yield from _facts_swapped(told)
    yield from _findings_of_less(told)


def _false_wholes(finding: CriterionFinding) -> Iterator[tuple[str, CriterionFinding]]:
    for verdict in Verdict:
        if verdict is not finding.verdict:
            yield "a verdict flipped", replace(finding, verdict=verdict)
    yield "another reason", replace(finding, reason="because" if finding.reason is None else None)
    yield "a dispute of the criterion too many", replace(finding, disputes=(*finding.disputes, "X99"))
    yield "a resolution too many", replace(finding, struck_by=(*finding.struck_by, "Y99"))
    if finding.disputes:
        yield "a dispute of the criterion dropped", replace(finding, disputes=finding.disputes[1:])
    if finding.struck_by:
        yield "a resolution dropped", replace(finding, struck_by=finding.struck_by[1:])
    for place, gap in enumerate(finding.gaps):
        yield "a gap dropped", replace(finding, gaps=_without(finding.gaps, place))
        yield "a gap told twice", replace(finding, gaps=(*finding.gaps, gap))
    for place, clause in enumerate(finding.clauses):
        yield "a clause dropped", replace(finding, clauses=_without(finding.clauses, place))
        yield "a clause told twice", replace(finding, clauses=(*finding.clauses, clause))
        foreign = replace(clause, id=f"{clause.id}x")
        yield "a clause of another rule", replace(finding, clauses=(*_without(finding.clauses, place), foreign))


def _false_clauses(clause: ClauseFinding) -> Iterator[tuple[str, ClauseFinding]]:
    for verdict in Verdict:
        if verdict is not clause.verdict:
            yield "a verdict of a clause flipped", replace(clause, verdict=verdict)
    yield "another reason of a clause", replace(clause, reason="because" if clause.reason is None else None)
    yield "a fact too many", replace(clause, facts=(*clause.facts, "F99x"))
    yield "a dispute too many", replace(clause, disputes=(*clause.disputes, "X99"))
    if clause.facts:
        yield "a fact dropped", replace(clause, facts=clause.facts[1:])
    if clause.disputes:
        yield "a dispute dropped", replace(clause, disputes=clause.disputes[1:])
    for place, gap in enumerate(clause.gaps):
        yield "a gap of a clause dropped", replace(clause, gaps=_without(clause.gaps, place))
        yield "a gap of a clause told twice", replace(clause, gaps=(*clause.gaps, gap))


def _false_atoms(told: Told, atom: Atom) -> Iterator[tuple[str, tuple[Atom, ...]]]:
    yield "an atom dropped", ()
    yield "an atom told twice", (atom, atom)
    for outcome in Outcome:
        if outcome is not atom.outcome:
            yield "an outcome flipped", (replace(atom, outcome=outcome),)
    yield "an atom of another part", (replace(atom, part=f"{atom.part}[other]"),)
    yield "an atom of a fact that is not there", (replace(atom, fact="F99x"),)
    stranger = Condition("observed_on", Recorded(), topic=False)
    part = next(part for part in told.criterion.parts() if part.id == atom.part)
    if stranger not in part.where:
        yield "a demand that is not in the rule", (atom, Atom(atom.part, atom.fact, stranger, Outcome.SATISFIED))
        yield "another demand in place of that of the rule", (replace(atom, condition=stranger),)
    if atom.gap is not None:
        yield "a gap of an atom dropped", (replace(atom, gap=None),)
    else:
        gap = Gap(GapKind.UNRECORDED, told.finding.id, fact=atom.fact, field="status")
        yield "a gap of a satisfied atom", (replace(atom, gap=gap),)


def _false_gaps(gap: Gap) -> Iterator[tuple[str, Gap]]:
    """Each field of a gap in turn; the lie is told alike wherever the gap stands."""
    for kind in GapKind:
        if kind is not gap.kind:
            yield "the kind of a gap", replace(gap, kind=kind)
    yield "the criterion of a gap", replace(gap, criterion="9.9.99")
    yield "the clause of a gap", replace(gap, clause=f"{gap.clause}x")
    yield "the part of a gap", replace(gap, part=f"{gap.part}x")
    yield "the fact of a gap", replace(gap, fact="F99x")
    yield "the kind of fact of a gap", replace(gap, fact_kind="weather_report")
    yield "the field of a gap", replace(gap, field="colour")
    yield "what a gap needs", replace(gap, needed=Is("something_else"))
    yield "what a gap found", replace(gap, found=(*gap.found, "something_else"))
    yield "what a gap is about", replace(gap, about=(*gap.about, "F99x"))
    yield "the disputes of a gap", replace(gap, disputes=(*gap.disputes, "X99"))
    yield "the question of a gap", replace(gap, question="weather")
    yield "the reasons of a gap", replace(gap, reasons=(*gap.reasons, "Because."))
    yield "what a gap has", replace(gap, have=(gap.have or 0) + 1)
    yield "what a gap wants", replace(gap, want=(gap.want or 0) + 1)
    later = date.fromisoformat(gap.day) + timedelta(1) if gap.day else date(2020, 1, 1)
    yield "the day of a gap", replace(gap, day=later.isoformat())
    yield "a nearest miss that is not there", replace(gap, near=(*gap.near[:2], NearMiss("F99x", "about", ())))
    if gap.near:
        wrong = replace(gap.near[0], found=(*gap.near[0].found, "something_else"))
        yield "what a nearest miss found", replace(gap, near=(wrong, *gap.near[1:]))
        yield "the field of a nearest miss", replace(gap, near=(replace(gap.near[0], field="note"), *gap.near[1:]))
        yield "a nearest miss dropped", replace(gap, near=gap.near[1:])
        yield "a nearest miss told twice", replace(gap, near=(*gap.near, gap.near[0]))


def _facts_swapped(told: Told) -> Iterator[tuple[str, CriterionFinding]]:
    """Each fact taken for a part exchanged for each other fact of the pack, wherever that part speaks of it.

    It may be the truth again where the other fact, put to the part alone, says the same: such a pair is left out.
    """
    parts = {part.id: part for part in told.criterion.parts()}
    for place, clause in enumerate(told.finding.clauses):
        for part_id, taken in dict.fromkeys((atom.part, atom.fact) for atom in clause.atoms if atom.fact):
            others = [fact.id for fact in told.pack.facts if fact.id != taken]
            said = _said_alone(told, parts[part_id], str(taken))
            for other in others[:: max(len(others) // 4, 1)]:
                if _said_alone(told, parts[part_id], other) != said:
                    yield "a fact exchanged", _with_clause(told.finding, place, _renamed(clause, part_id, taken, other))


def _said_alone(told: Told, part: Part, fact: str) -> object:
    """What the part alone, without its joins, finds in a pack of this fact alone."""
    alone = replace(part, about=(), name=None, number=1)
    criterion = replace(told.criterion, needs=Needs("all", (Clause(part.id, (alone,)),)), applies_when=None)
    only = replace(told.pack, facts=tuple(one for one in told.pack.facts if one.id == fact), not_held=())
    found = evaluate_criterion(criterion, stand_on(only, told.as_at))
    return [(atom.condition, atom.outcome) for clause in found.clauses for atom in clause.atoms]


def _renamed(clause: ClauseFinding, part: str, old: str | None, new: str) -> ClauseFinding:
    def gap_of(gap: Gap) -> Gap:
        return replace(gap, fact=new) if gap.part == part and gap.fact == old else gap

    atoms = tuple(
        replace(atom, fact=new, gap=gap_of(atom.gap) if atom.gap else None)
        if atom.part == part and atom.fact == old
        else atom
        for atom in clause.atoms
    )
    facts = tuple(dict.fromkeys(atom.fact for atom in atoms if atom.fact))
    return replace(clause, atoms=atoms, facts=facts, gaps=tuple(map(gap_of, clause.gaps)))


def _findings_of_less(told: Told) -> Iterator[tuple[str, CriterionFinding]]:
    """What would be found if a fact were not there, or on another day.

    It may be the truth again where the verdict is the same, by other facts: such a finding is left out.
    """
    taken = {fact for clause in told.finding.clauses for fact in clause.facts}
    for gone in sorted(taken):
        less = replace(told.pack, facts=tuple(fact for fact in told.pack.facts if fact.id != gone))
        found = evaluate_criterion(told.criterion, stand_on(less, told.as_at))
        if found.verdict is not told.finding.verdict:
            yield "a case made without one of the facts", found
    for years in (-3, 3):
        other_day = evaluate_criterion(told.criterion, stand_on(told.pack, told.as_at + timedelta(365 * years)))
        if other_day.verdict is not told.finding.verdict:
            yield "a case made on another day", other_day


def _with_clause(finding: CriterionFinding, place: int, clause: ClauseFinding) -> CriterionFinding:
    return replace(finding, clauses=(*finding.clauses[:place], clause, *finding.clauses[place + 1 :]))


def _with_gap(finding: CriterionFinding, old: Gap, new: Gap) -> CriterionFinding:
    def told(gaps: Sequence[Gap]) -> tuple[Gap, ...]:
        return tuple(new if gap == old else gap for gap in gaps)

    clauses = tuple(
        replace(
            clause,
            gaps=told(clause.gaps),
            atoms=tuple(replace(atom, gap=new) if atom.gap == old else atom for atom in clause.atoms),
        )
        for clause in finding.clauses
    )
    return replace(finding, gaps=told(finding.gaps), clauses=clauses)


def _without(several: tuple[ItemT, ...], place: int) -> tuple[ItemT, ...]:
    return (*several[:place], *several[place + 1 :])


# Plans


def false_plans(planned: Planned) -> Iterator[tuple[str, Plan]]:
    """Lies about the target, the sums, and each step."""
    plan, target = planned.plan, planned.plan.target
    others = [id_ for id_ in planned.framework.by_id if id_ not in target.criteria]
    yield "a criterion of the target dropped", replace(plan, target=replace(target, criteria=target.criteria[1:]))
    if others:
        more = replace(target, criteria=(*target.criteria, others[0]))
        yield "a criterion of the target too many", replace(plan, target=more)
    yield "no such level", replace(plan, target=replace(target, level="as high as can be", criterion=None))
    yield "no such criterion", replace(plan, target=replace(target, criterion="9.9.99"))
    yield from _other_levels(planned)
    yield "another effort", replace(plan, effort=plan.effort + 1)
    yield "a needless new fact", _with_steps(plan, (*plan.steps, _needless(plan)))
    for place, step in enumerate(plan.steps):
        yield "a step dropped", _with_steps(plan, _without(plan.steps, place))
        yield "a step taken twice", _with_steps(plan, (*plan.steps, step))
        for name, lie in _false_steps(planned, step):
            yield name, _with_steps(plan, (*plan.steps[:place], lie, *plan.steps[place + 1 :]))


def _other_levels(planned: Planned) -> Iterator[tuple[str, Plan]]:
    """The same steps for another level. It needs the same where the levels between hold no criterion of the themes."""
    target = planned.plan.target
    ladder = [level.id for level in planned.framework.levels]
    themes = {planned.framework.by_id[id_].theme for id_ in target.criteria}
    for level in ladder if target.level in ladder else ():
        low, high = sorted((ladder.index(level), ladder.index(str(target.level))))
        if any(
            planned.framework.of_theme(theme, between) for theme in themes for between in ladder[low + 1 : high + 1]
        ):
            yield "another level", replace(planned.plan, target=replace(target, level=level))


def _needless(plan: Plan) -> Step:
    served = plan.steps[0].serves[0] if plan.steps else Served(plan.target.criteria[0], "", "")
    return Step(StepKind.RECORD, NewFact("needless", "scrutiny_panel", (("status", "planned"),)), (served,), 1)


def _false_steps(planned: Planned, step: Step) -> Iterator[tuple[str, Step]]:
    for kind in StepKind:
        if kind is not step.kind and not _told_two_ways(planned, step, kind):
            yield "the kind of a step", replace(step, kind=kind)
    yield "no effort", replace(step, effort=0)
    yield "a step that serves nothing", replace(step, serves=())
    yield "a demand served twice", replace(step, serves=(*step.serves, step.serves[0]))
    first = step.serves[0]
    other = next(id_ for id_ in planned.framework.by_id if id_ != first.criterion)
    for name, lie in {
        "a demand of another criterion": replace(first, criterion=other),
        "a demand of another clause": replace(first, clause=f"{first.clause}x"),
        "a demand of another part": replace(first, part=f"{first.part}x"),
    }.items():
        yield name, replace(step, serves=(lie, *step.serves[1:]))
    match step.change:
        case NewFact(values=values) as new:
            if planned.pack.facts:
                yield "an id that is in use", replace(step, change=replace(new, id=planned.pack.facts[0].id))
            yield "an id that is none", replace(step, change=replace(new, id="1 2"))
            yield "no such kind of fact", replace(step, change=replace(new, kind="weather_report"))
            another = "ethics_committee" if new.kind != "ethics_committee" else "scrutiny_panel"
            yield "a fact of another kind", replace(step, change=replace(new, kind=another))
            yield "no such field", replace(step, change=replace(new, values=(*values, ("colour", "red"))))
            yield "about nothing", replace(step, change=replace(new, about=(*new.about, "F99x")))
            yield from _false_values(step, new)
        case AmendedFact(values=values) as amended:
            yield "no such fact", replace(step, change=replace(amended, fact="F99x"))
            yield "no such field", replace(step, change=replace(amended, values=(*values, ("colour", "red"))))
            yield "about nothing", replace(step, change=replace(amended, about=(*amended.about, "F99x")))
            yield from _false_values(step, amended)
        case AnsweredQuestion() as answered:
            yield "no such question", replace(step, change=replace(answered, question="weather"))
            yield "an answer that is none", replace(step, change=replace(answered, answer="perhaps"))


def _false_values(step: Step, change: NewFact | AmendedFact) -> Iterator[tuple[str, Step]]:
    for place, (name, _) in enumerate(change.values):
        wrong = (*change.values[:place], (name, ("no_such_word",)), *change.values[place + 1 :])
        yield "a value that is none", replace(step, change=replace(change, values=wrong))


def _told_two_ways(planned: Planned, step: Step, kind: StepKind) -> bool:
    """Whether `do` and `record` may both be true: of joined clauses there may be several best assignments."""
    joined = any(part.about for one in step.serves for part in planned.framework.by_id[one.criterion].parts())
    return joined and {step.kind, kind} == {StepKind.DO, StepKind.RECORD}


def _with_steps(plan: Plan, steps: Sequence[Step]) -> Plan:
    return replace(plan, steps=tuple(steps), effort=sum(step.effort for step in steps))
