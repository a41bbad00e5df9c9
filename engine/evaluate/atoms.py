"""The atoms of a part: each of its demands put to the facts that stand for it, with the gap that each one leaves."""

from collections.abc import Iterator

from engine.evaluate.assignment import Standing
from engine.evaluate.candidates import Candidate, Matching
from engine.evaluate.conditions import Reply, as_text
from engine.model.condition import Condition
from engine.model.criterion import Part
from engine.model.finding import Atom
from engine.model.gap import Gap, GapKind
from engine.model.verdict import Outcome, Verdict


def atoms(criterion: str, clause: str, part: Part, standing: Standing, matching: Matching) -> Iterator[Atom]:
    """Every demand of the part, decided, in the order of the rule; a missing fact first or last."""
    for candidate in standing.taken:
        yield from _of_fact(criterion, clause, part, standing, candidate)
    have = len(standing.taken)
    if have < part.number:
        gap = Gap(
            GapKind.TOO_FEW if have else GapKind.ABSENT,
            criterion,
            clause,
            part.id,
            fact_kind=part.kind,
            about=_known(standing),
            have=have,
            want=part.number,
            reasons=matching.base.not_held.get(part.kind, ()),
            near=matching.near_misses(part) if not have else (),
        )
        yield Atom(part.id, None, None, Outcome.UNRECORDED, gap)


def _of_fact(criterion: str, clause: str, part: Part, standing: Standing, candidate: Candidate) -> Iterator[Atom]:
    fact = candidate.fact
    if not candidate.refers:
        gap = Gap(
            GapKind.UNRECORDED, criterion, clause, part.id, fact.id, fact.kind, field="about", about=_known(standing)
        )
        yield Atom(part.id, fact.id, None, Outcome.UNRECORDED, gap)
    if fact.lapsed_on is not None and fact.lapsed_by is not None:
        gap = Gap(
            GapKind.STALE,
            criterion,
            clause,
            part.id,
            fact.id,
            fact.kind,
            field=fact.lapsed_by,
            found=as_text(fact.values[fact.lapsed_by]),
            day=fact.lapsed_on.isoformat(),
        )
        yield Atom(part.id, fact.id, None, Outcome.UNRECORDED, gap)
    for condition, reply in candidate.replies:
        yield _of_condition(criterion, clause, part, candidate, condition, reply)
    if candidate.refers and fact.lapsed_on is None and not candidate.replies:
        yield Atom(part.id, fact.id, None, Outcome.SATISFIED)


def _of_condition(
    criterion: str, clause: str, part: Part, candidate: Candidate, condition: Condition, reply: Reply
) -> Atom:
    fact = candidate.fact
    if reply.gap is None:
        return Atom(part.id, fact.id, condition, reply.outcome)
    gap = Gap(
        reply.gap,
        criterion,
        clause,
        part.id,
        fact.id,
        fact.kind,
        field=condition.field,
        needed=condition.test,
        found=as_text(fact.values[condition.field]) if condition.field in fact.values else (),
        day=reply.day.isoformat() if reply.day else None,
        have=reply.have,
    )
    # A fact that may be about another matter, or has lapsed, cannot say otherwise: what it holds decides nothing.
    outcome = reply.outcome if candidate.verdict is Verdict.NOT_MET else Outcome.UNRECORDED
    return Atom(part.id, fact.id, condition, outcome, gap)


def _known(standing: Standing) -> tuple[str, ...]:
    return tuple(target for target in standing.targets if target is not None)
