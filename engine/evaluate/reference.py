"""The reference evaluator: the definition of semantics section 2, written out.

Read with `assignment` (which facts stand for which part) and `conditions` (what a fact says). Everything else in the
product reads these findings.
"""

from engine.evaluate.assignment import Standing, assign
from engine.evaluate.atoms import atoms
from engine.evaluate.candidates import Matching
from engine.evaluate.fact_base import FactBase
from engine.evaluate.profile import Applicability, applicability
from engine.model.criterion import Clause, Criterion, Needs
from engine.model.finding import ClauseFinding, CriterionFinding
from engine.model.framework import Framework
from engine.model.gap import Gap, GapKind
from engine.model.verdict import Verdict, worst


def evaluate(framework: Framework, base: FactBase) -> tuple[CriterionFinding, ...]:
    """The finding for every encoded criterion, in published order."""
    matching = Matching(base)
    return tuple(_evaluate(criterion, matching) for criterion in framework.criteria)


def evaluate_criterion(criterion: Criterion, base: FactBase) -> CriterionFinding:
    """The finding for one criterion."""
    return _evaluate(criterion, Matching(base))


def _evaluate(criterion: Criterion, matching: Matching) -> CriterionFinding:
    base = matching.base
    wording = applicability(criterion.applies_when, base.profile)
    if not wording.applies:
        return CriterionFinding(criterion.id, Verdict.NOT_APPLICABLE, (), reason=wording.reason)
    applies = {clause.id: applicability(clause.applies_when, base.profile) for clause in criterion.needs.clauses}
    parts = [part for clause in criterion.needs.clauses if applies[clause.id].applies for part in clause.parts]
    assignment = assign(parts, matching)
    clauses = tuple(
        _clause(criterion.id, clause, applies[clause.id], assignment, matching) for clause in criterion.needs.clauses
    )
    return _criterion(
        criterion, combined(criterion.needs, [found.verdict for found in clauses]), clauses, wording, base
    )


def combined(needs: Needs, clauses: list[Verdict]) -> Verdict:
    """The verdict on the clauses together: the worst of all, the best of any, or the last of the `number` best.

    Clauses that do not apply ask nothing.
    """
    applying = [verdict for verdict in clauses if verdict is not Verdict.NOT_APPLICABLE]
    if not applying:
        return Verdict.NOT_APPLICABLE
    if needs.combine == "all":
        return worst(applying)
    number = 1 if needs.combine == "any" else min(needs.number, len(applying))
    return sorted(applying, key=lambda verdict: -verdict.rank)[number - 1]


def _criterion(
    criterion: Criterion, verdict: Verdict, clauses: tuple[ClauseFinding, ...], wording: Applicability, base: FactBase
) -> CriterionFinding:
    """Add what concerns the criterion as a whole: disputes of it, and an open question of the profile."""
    if verdict is Verdict.NOT_APPLICABLE:
        return CriterionFinding(criterion.id, verdict, clauses)
    disputes = base.disputed.get(criterion.id, ())
    struck_by = base.struck.get(criterion.id, ())
    gaps = [] if verdict.counts else [gap for clause in clauses for gap in clause.gaps]
    if struck_by:
        verdict = Verdict.NOT_MET
        gaps.extend(Gap(GapKind.CONTRARY, criterion.id, fact=fact, fact_kind="resolution") for fact in struck_by)
    if disputes:
        verdict = Verdict.CONTESTED if verdict is Verdict.MET else verdict
        gaps.append(Gap(GapKind.CONTESTED, criterion.id, disputes=disputes))
    if wording.open_question and not verdict.counts:
        gaps.append(Gap(GapKind.PROFILE, criterion.id, question=wording.open_question))
    return CriterionFinding(criterion.id, verdict, clauses, tuple(gaps), disputes, struck_by)


def _clause(
    criterion: str, clause: Clause, applies: Applicability, assignment: dict[str, Standing], matching: Matching
) -> ClauseFinding:
    if not applies.applies:
        return ClauseFinding(clause.id, Verdict.NOT_APPLICABLE, reason=applies.reason)
    standings = [(part, assignment[part.id]) for part in clause.parts]
    verdict = worst([standing.verdict for _, standing in standings])
    found = [atom for part, standing in standings for atom in atoms(criterion, clause.id, part, standing, matching)]
    taken = {some.fact.id: some.fact for _, standing in standings for some in standing.taken}
    gaps = [atom.gap for atom in found if atom.gap is not None]
    gaps.extend(
        Gap(GapKind.CONTESTED, criterion, clause.id, fact=fact.id, fact_kind=fact.kind, disputes=fact.disputes)
        for fact in taken.values()
        if fact.disputes
    )
    disputes = tuple(sorted({dispute for fact in taken.values() for dispute in fact.disputes}))
    if applies.open_question and verdict is not Verdict.MET:
        gaps.append(Gap(GapKind.PROFILE, criterion, clause.id, question=applies.open_question))
    return ClauseFinding(clause.id, verdict, tuple(found), tuple(taken), tuple(gaps), disputes)
