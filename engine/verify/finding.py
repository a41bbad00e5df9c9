"""Whether a proof or a refutation of one criterion may be believed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from engine.model.condition import ProfileCondition
from engine.model.criterion import Clause, Criterion, Part
from engine.model.finding import Atom, ClauseFinding, CriterionFinding
from engine.model.framework import Framework
from engine.model.gap import Gap, GapKind, NearMiss
from engine.model.verdict import Outcome, Verdict
from engine.verify.ground import Ground, combined
from engine.verify.reading import CONTESTED, MET, NOT_MET, RANKS, UNKNOWN, refers_to
from evidence_schemas.pack import EvidencePack

_NEAREST = 3


def faults_of_finding(
    framework: Framework, pack: EvidencePack, as_at: date, finding: CriterionFinding
) -> tuple[str, ...]:
    """Say what is wrong with a proof or a refutation of one criterion; nothing where it may be believed.

    Every atom and gap must be true of its fact on that day, none may be missing or needless, the verdicts must follow,
    and no other facts of the pack may make a better case. Of nearest misses only the truth and the number are checked.
    """
    if finding.id not in framework.by_id:
        return (f"{framework.id} has no criterion {finding.id}",)
    return tuple(_FindingCheck(framework.by_id[finding.id], Ground.of(pack, as_at), finding).faults())


class _FindingCheck:
    """Builds the finding anew from the facts that it takes, and compares."""

    def __init__(self, criterion: Criterion, ground: Ground, finding: CriterionFinding) -> None:
        self.criterion, self.ground, self.finding = criterion, ground, finding
        atoms = [atom for clause in finding.clauses for atom in clause.atoms]
        self.taken = {p.id: _once(a.fact for a in atoms if a.part == p.id and a.fact) for p in criterion.parts()}
        self.near = {atom.part: atom.gap.near for atom in atoms if atom.gap and atom.fact is None}
        self.names = {part.name: next(iter(self.taken[part.id]), None) for part in criterion.parts() if part.name}

    def faults(self) -> Iterator[str]:
        criterion, found = self.criterion, {clause.id: clause for clause in self.finding.clauses}
        applies, said = self.ground.answer(criterion.applies_when)
        if applies is False:
            right = CriterionFinding(criterion.id, Verdict.NOT_APPLICABLE, (), reason=said)
            yield from _differences(
                right, self.finding, ("verdict", "clauses", "gaps", "disputes", "struck_by", "reason")
            )
            return
        right = self._criterion([self._clause(clause) for clause in criterion.needs.clauses])
        if sorted(found) != sorted(clause.id for clause in right.clauses) or len(found) != len(self.finding.clauses):
            yield f"{criterion.id}: the finding does not tell of each clause of the rule once, and of no other"
            return
        for clause in right.clauses:
            if clause.verdict is not Verdict.NOT_APPLICABLE:
                yield from self._faults_of_taking(clause.id)
            names = ("verdict", "atoms", "facts", "gaps", "disputes", "reason")
            yield from _differences(clause, found[clause.id], names)
        yield from _differences(right, self.finding, ("verdict", "gaps", "disputes", "struck_by", "reason"))
        for group in self.ground.groups(criterion):
            rank = min(map(self._rank, group))
            if rank < MET and self.ground.reaches(group, rank + 1):
                yield f"{', '.join(part.id for part in group)}: other facts of the pack make a better case"

    def _faults_of_taking(self, clause_id: str) -> Iterator[str]:
        clause = next(clause for clause in self.criterion.needs.clauses if clause.id == clause_id)
        for part in clause.parts:
            able, taken = self.ground.candidates(part, self.names), self.taken[part.id]
            for fact in taken:
                if fact not in able:
                    yield f"{part.id}: {fact} does not count, or is of another kind, matter or reference"
            if len(taken) != min(part.number, len(able)):
                yield f"{part.id}: {len(taken)} facts are taken, of {len(able)} that there are and {part.number} needed"
            if not taken and len(self.near.get(part.id, ())) != min(_NEAREST, len(self.ground.of_kind[part.kind])):
                yield f"{part.id}: not as many nearest misses are named as there are, up to {_NEAREST}"
            missed = self.near.get(part.id, ())
            if len({miss.fact for miss in missed}) < len(missed) or not all(self._missed(part, m) for m in missed):
                yield f"{part.id}: what is said of the nearest misses is not so"

    def _missed(self, part: Part, miss: NearMiss) -> bool:
        """Whether the fact counts, is of the kind, and is passed over for the field that is named."""
        fact = self.ground.facts.get(miss.fact)
        if fact is None or fact.kind != part.kind:
            return False
        if miss.field != "about":
            return (miss.field, miss.found) in self.ground.reading(part, fact).elsewhere
        targets = {self.names[name] for name in part.about}
        astray = None in targets or (bool(refers_to(fact)) and not targets <= refers_to(fact))
        return bool(targets) and astray and miss.found == tuple(sorted(refers_to(fact)))

    def _rank(self, part: Part) -> int:
        able, taken = self.ground.candidates(part, self.names), self.taken[part.id]
        ranks = [able.get(fact, NOT_MET) for fact in taken]
        return min([*ranks, UNKNOWN] if len(ranks) < part.number else ranks)

    def _criterion(self, clauses: list[ClauseFinding]) -> CriterionFinding:
        """The criterion as it follows from its clauses, its disputes and its own open question."""
        id_, ground = self.criterion.id, self.ground
        ranks = [RANKS.index(clause.verdict) for clause in clauses if clause.verdict is not Verdict.NOT_APPLICABLE]
        if not ranks:
            return CriterionFinding(id_, Verdict.NOT_APPLICABLE, tuple(clauses))
        disputes, upheld = _in_order(ground.open.get(id_)), _in_order(ground.upheld.get(id_))
        rank = combined(self.criterion.needs, ranks)
        gaps = [gap for clause in clauses for gap in clause.gaps if rank < MET]
        gaps += [Gap(GapKind.CONTRARY, id_, fact=fact, fact_kind="resolution") for fact in upheld]
        gaps += [Gap(GapKind.CONTESTED, id_, disputes=disputes)] if disputes else []
        gaps += self._question(self.criterion.applies_when, "")
        verdict = Verdict.NOT_MET if upheld else RANKS[min(rank, CONTESTED if disputes else MET)]
        told = () if verdict is Verdict.MET else tuple(gaps)
        return CriterionFinding(id_, verdict, tuple(clauses), told, disputes, upheld)

    def _clause(self, clause: Clause) -> ClauseFinding:
        """The clause as it follows from the facts taken."""
        applies, said = self.ground.answer(clause.applies_when)
        if applies is False:
            return ClauseFinding(clause.id, Verdict.NOT_APPLICABLE, reason=said)
        facts = _once(fact for part in clause.parts for fact in self.taken[part.id])
        atoms = [atom for part in clause.parts for atom in self._atoms(clause, part)]
        gaps = [atom.gap for atom in atoms if atom.gap]
        for fact in facts:
            if self.ground.open.get(fact) and fact in self.ground.facts:
                kind, open_ = self.ground.facts[fact].kind, _in_order(self.ground.open[fact])
                gap = Gap(GapKind.CONTESTED, self.criterion.id, clause.id, fact=fact, fact_kind=kind, disputes=open_)
                gaps.append(gap)
        verdict = RANKS[min(map(self._rank, clause.parts))]
        gaps += self._question(clause.applies_when, clause.id) if verdict is not Verdict.MET else []
        disputes = _in_order({one for fact in facts for one in self.ground.open.get(fact, ())})
        return ClauseFinding(clause.id, verdict, tuple(atoms), facts, tuple(gaps), disputes)

    def _question(self, condition: ProfileCondition | None, clause: str) -> list[Gap]:
        if condition is None or self.ground.answer(condition)[0] is not None:
            return []
        return [Gap(GapKind.PROFILE, self.criterion.id, clause, question=condition.question)]

    def _atoms(self, clause: Clause, part: Part) -> Iterator[Atom]:
        """Every demand of the part put to the facts taken, and to the fact that is missing."""
        targets = _in_order(name for one in part.about if (name := self.names[one]))
        blank = Gap(GapKind.UNRECORDED, self.criterion.id, clause.id, part.id, fact_kind=part.kind)
        for fact in (self.ground.facts[id_] for id_ in self.taken[part.id] if id_ in self.ground.facts):
            silent = bool(part.about) and not refers_to(fact)
            if silent:
                gap = replace(blank, fact=fact.id, field="about", about=targets)
                yield Atom(part.id, fact.id, None, Outcome.UNRECORDED, gap)
            for atom in self.ground.reading(part, fact).atoms if fact.kind == part.kind else ():
                told = atom.gap and replace(atom.gap, criterion=self.criterion.id, clause=clause.id, part=part.id)
                outcome = Outcome.UNRECORDED if silent and atom.outcome is Outcome.CONTRARY else atom.outcome
                yield replace(atom, outcome=outcome, gap=told)
        have = len(self.taken[part.id])
        if have < part.number:
            kind, near = (GapKind.TOO_FEW, ()) if have else (GapKind.ABSENT, self.near.get(part.id, ()))
            reasons = _in_order(self.ground.reasons.get(part.kind))
            gap = replace(blank, kind=kind, about=targets, have=have, want=part.number, reasons=reasons, near=near)
            yield Atom(part.id, None, None, Outcome.UNRECORDED, gap)


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def _in_order(ids: Iterable[str] | None) -> tuple[str, ...]:
    return tuple(sorted(ids or ()))


def _differences(
    right: CriterionFinding | ClauseFinding, found: CriterionFinding | ClauseFinding, names: Iterable[str]
) -> Iterator[str]:
    """Where a finding differs from the right one, in any order of what it lists."""
    for name in names:
        ours, theirs = (Counter(_listed(getattr(finding, name))) for finding in (right, found))
        for one in ours - theirs:
            yield f"{right.id}: {name} should say {_told(one)}"
        for one in theirs - ours:
            yield f"{right.id}: {name} should not say {_told(one)}"


def _listed(value: object) -> tuple[object, ...]:
    return tuple(map(_plain, value)) if isinstance(value, tuple) else (value,)


def _plain(value: object) -> object:
    """The value with its lists in order, since their order says nothing."""
    if isinstance(value, Atom):
        return replace(value, gap=value.gap and _plain_gap(value.gap))
    return _plain_gap(value) if isinstance(value, Gap) else value


def _plain_gap(gap: Gap) -> Gap:
    found, about, near = tuple(sorted(gap.found)), tuple(sorted(gap.about)), tuple(sorted(gap.near))
    disputes, reasons = tuple(sorted(gap.disputes)), tuple(sorted(gap.reasons))
    return replace(gap, found=found, about=about, disputes=disputes, reasons=reasons, near=near)


def _told(value: object) -> str:
    if isinstance(value, Atom):
        said = f", {_told(value.gap)}" if value.gap else ""
        asked = f"`{value.condition.field}` {value.condition.test}" if value.condition else "itself"
        return f"that {value.fact or 'no fact'} is {value.outcome} in {asked} for {value.part}{said}"
    if isinstance(value, Gap):
        parts = [
            value.kind,
            value.fact,
            value.field,
            value.question,
            value.day,
            *value.disputes,
            value.have,
            value.found,
        ]
        return "gap " + " ".join(str(part) for part in parts if part not in (None, ()))
    return f"`{value}`"
