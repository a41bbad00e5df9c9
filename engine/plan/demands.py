"""What a target still asks of the pack: the open criteria, their open clauses, and each demand that nothing answers.

A demand is one part of a clause. Parts that refer to one another are one matter: where any of them is open, all of
them are, since the fact that answers one may have to be another fact then.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from engine.evaluate.candidates import Candidate, Matching
from engine.evaluate.profile import applicability
from engine.model.condition import ProfileCondition
from engine.model.criterion import Clause, Criterion, Part
from engine.model.finding import ClauseFinding, CriterionFinding
from engine.model.framework import Framework
from engine.model.plan import Served
from engine.model.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Demand:
    """One part that is open, with every fact that can stand for it, the best first.

    `joined` says that it refers to another part or is referred to. `refused` says that its clause is not met as the
    pack stands, or that the pack says it holds no such facts.
    """

    served: Served
    part: Part
    able: tuple[Candidate, ...]
    joined: bool
    refused: bool


@dataclass(frozen=True, slots=True)
class OpenClause:
    """A clause that applies: its open demands (none where it is met), and the question that might excuse it."""

    id: str
    demands: tuple[Demand, ...]
    question: ProfileCondition | None


@dataclass(frozen=True, slots=True)
class OpenCriterion:
    """A criterion that does not count yet: what it needs, what disputes it, and the question that might excuse it.

    `number` of `clauses` are needed; it is all of them unless the rule offers alternatives.
    """

    id: str
    clauses: tuple[OpenClause, ...]
    number: int
    disputes: tuple[str, ...]
    struck: bool
    question: ProfileCondition | None

    def demands(self) -> Iterator[Demand]:
        """Every open demand, in order."""
        for clause in self.clauses:
            yield from clause.demands


def open_criteria(
    framework: Framework, criteria: Iterable[str], findings: Mapping[str, CriterionFinding], matching: Matching
) -> tuple[OpenCriterion, ...]:
    """The criteria among these that do not count as the pack stands, with their open demands."""
    return tuple(
        _opened(framework.by_id[id_], findings[id_], matching) for id_ in criteria if not findings[id_].verdict.counts
    )


def shaken_by_answers(
    framework: Framework, criteria: Iterable[str], findings: Mapping[str, CriterionFinding], matching: Matching
) -> tuple[OpenCriterion, ...]:
    """The criteria among these that are met and may be so no longer once a question of the profile is answered.

    These need some of their clauses, and one of the clauses that are met may turn out not to apply.
    """
    met = (
        _opened(framework.by_id[id_], findings[id_], matching)
        for id_ in criteria
        if findings[id_].verdict is Verdict.MET
    )
    return tuple(
        criterion
        for criterion in met
        if criterion.number < len(criterion.clauses)
        if any(clause.question is not None for clause in criterion.clauses)
    )


def _opened(criterion: Criterion, finding: CriterionFinding, matching: Matching) -> OpenCriterion:
    profile = matching.base.profile
    found = {clause.id: clause for clause in finding.clauses}
    applying = [c for c in criterion.needs.clauses if found[c.id].verdict is not Verdict.NOT_APPLICABLE]
    joined = _joined([part for clause in applying for part in clause.parts])
    unsettled = any(found[c.id].verdict is not Verdict.MET for c in applying for part in c.parts if part.id in joined)
    clauses = tuple(
        OpenClause(
            clause.id,
            tuple(_demands(criterion.id, clause, found[clause.id], joined if unsettled else frozenset(), matching)),
            clause.applies_when if applicability(clause.applies_when, profile).open_question else None,
        )
        for clause in applying
    )
    return OpenCriterion(
        criterion.id,
        clauses,
        _needed(criterion, len(clauses)),
        finding.disputes,
        bool(finding.struck_by),
        criterion.applies_when if applicability(criterion.applies_when, profile).open_question else None,
    )


def _needed(criterion: Criterion, applying: int) -> int:
    match criterion.needs.combine:
        case "all":
            return applying
        case "any":
            return min(1, applying)
        case "at_least":
            return min(criterion.needs.number, applying)


def _demands(
    criterion: str, clause: Clause, finding: ClauseFinding, joined: frozenset[str], matching: Matching
) -> Iterator[Demand]:
    for part in clause.parts:
        able = matching.candidates(part)
        standing = [candidate for candidate in able if candidate.verdict is Verdict.MET]
        if part.id in joined or len(standing) < part.number:
            refused = finding.verdict is Verdict.NOT_MET or part.kind in matching.base.not_held
            yield Demand(Served(criterion, clause.id, part.id), part, able, part.id in joined, refused)


def _joined(parts: Iterable[Part]) -> frozenset[str]:
    parts = tuple(parts)
    named = {name for part in parts for name in part.about}
    return frozenset(part.id for part in parts if part.about or part.name in named)
