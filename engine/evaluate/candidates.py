"""The facts that can stand for a part, and what each one is worth there.

A fact that speaks of another matter, or refers to another fact, is passed over: it is irrelevant, not contrary. A fact
that does not say which matter it is about, or that has lapsed, cannot say otherwise either: whatever else it holds, the
part stays undecided.
"""

from dataclasses import dataclass
from datetime import date

from engine.evaluate.conditions import Reply, as_text, put
from engine.evaluate.fact_base import FactBase, StandingFact
from engine.model.condition import Condition
from engine.model.criterion import Part
from engine.model.gap import NearMiss
from engine.model.verdict import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Candidate:
    """One fact standing for one part: the verdict it gives, its reply to each condition, how many are satisfied.

    `refers` is False where the fact does not say what it is about although the part asks.
    """

    fact: StandingFact
    verdict: Verdict
    replies: tuple[tuple[Condition, Reply], ...]
    satisfied: int
    refers: bool = True

    @property
    def nearness(self) -> tuple[int, int, str]:
        """Sorts the best first: by verdict, then by how much is satisfied, then by fact id."""
        return (-self.verdict.rank, -self.satisfied, self.fact.id)


def candidates(part: Part, base: FactBase) -> tuple[Candidate, ...]:
    """Every fact that can stand for the part, the best first; what a fact refers to is not looked at here."""
    found = (_candidate(part, fact, base.as_at) for fact in base.facts.get(part.kind, ()))
    return tuple(sorted((some for some in found if some is not None), key=lambda some: some.nearness))


def referring(candidate: Candidate, targets: tuple[str, ...]) -> Candidate | None:
    """The candidate as one that must refer to these facts: undecided if silent, None if it refers elsewhere."""
    if candidate.fact.about.issuperset(targets):
        return candidate
    if candidate.fact.about:
        return None
    return Candidate(candidate.fact, Verdict.UNKNOWN, candidate.replies, candidate.satisfied, refers=False)


def near_misses(part: Part, base: FactBase) -> tuple[NearMiss, ...]:
    """The facts of the right kind that were passed over, each with the field that says it is about something else."""
    return tuple(miss for fact in base.facts.get(part.kind, ()) if (miss := _near_miss(part, fact, base.as_at)))


def _near_miss(part: Part, fact: StandingFact, as_at: date) -> NearMiss | None:
    for condition in part.where:
        if condition.topic and put(condition, fact, as_at).outcome is Outcome.CONTRARY:
            return NearMiss(fact.id, condition.field, as_text(fact.values[condition.field]))
    return NearMiss(fact.id, "about", tuple(sorted(fact.about))) if part.about else None


def _candidate(part: Part, fact: StandingFact, as_at: date) -> Candidate | None:
    replies = tuple((condition, put(condition, fact, as_at)) for condition in part.where)
    if any(condition.topic and reply.outcome is Outcome.CONTRARY for condition, reply in replies):
        return None
    satisfied = sum(reply.outcome is Outcome.SATISFIED for _, reply in replies)
    return Candidate(fact, _verdict(fact, replies), replies, satisfied)


def _verdict(fact: StandingFact, replies: tuple[tuple[Condition, Reply], ...]) -> Verdict:
    silent = any(condition.topic and reply.outcome is Outcome.UNRECORDED for condition, reply in replies)
    contrary = [condition for condition, reply in replies if reply.outcome is Outcome.CONTRARY]
    if fact.lapsed_on is not None:
        # What a lapsed fact says of its details is past; only its own word on its status still speaks of today.
        contrary = [condition for condition in contrary if condition.field == "status"]
    if contrary and not silent:
        return Verdict.NOT_MET
    if silent or fact.lapsed_on is not None or any(reply.outcome is Outcome.UNRECORDED for _, reply in replies):
        return Verdict.UNKNOWN
    return Verdict.CONTESTED if fact.disputes else Verdict.MET
