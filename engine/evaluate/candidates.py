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

NEAREST = 3
"""How many of the facts that were passed over a gap names: enough to see what is near, few enough to read."""


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


class Matching:
    """The facts of one pack, to be put to the parts of many rules.

    Which facts a topic condition passes over is worked out once, since many rules share their topic conditions.
    """

    def __init__(self, base: FactBase) -> None:
        """Match against the facts as they stand on the as-at date of the base."""
        self.base = base
        self._passed_over: dict[tuple[str, Condition], frozenset[int]] = {}

    def candidates(self, part: Part) -> tuple[Candidate, ...]:
        """Every fact that can stand for the part, the best first; what a fact refers to is not looked at here."""
        facts = self.base.facts.get(part.kind, ())
        if not facts:
            return ()
        passed_over = frozenset().union(*(self._misses(part.kind, topic) for topic in part.where if topic.topic))
        found = [
            _candidate(part, fact, self.base.as_at)
            for position, fact in enumerate(facts)
            if position not in passed_over
        ]
        return tuple(sorted(found, key=lambda candidate: candidate.nearness))

    def near_misses(self, part: Part) -> tuple[NearMiss, ...]:
        """The nearest of the facts that were passed over, each with the field that says it is about something else.

        Nearest is what the fewest topic conditions pass over; among equals the order is that of the ids.
        """
        facts = self.base.facts.get(part.kind, ())
        if not facts:
            return ()
        missed: dict[int, list[Condition]] = {}
        for topic in part.where:
            if topic.topic:
                for position in self._misses(part.kind, topic):
                    missed.setdefault(position, []).append(topic)
        elsewhere = [(0, position) for position in range(len(facts)) if part.about and position not in missed]
        nearest = sorted([*elsewhere, *((len(topics), position) for position, topics in missed.items())])
        return tuple(
            _near_miss(facts[position], missed[position][0] if position in missed else None)
            for _, position in nearest[:NEAREST]
        )

    def _misses(self, kind: str, topic: Condition) -> frozenset[int]:
        """The positions of the facts of a kind that a topic condition passes over."""
        known = self._passed_over.get((kind, topic))
        if known is None:
            known = self._passed_over[kind, topic] = frozenset(
                position
                for position, fact in enumerate(self.base.facts.get(kind, ()))
                if put(topic, fact, self.base.as_at).outcome is Outcome.CONTRARY
            )
        return known


def referring(candidate: Candidate, targets: tuple[str, ...]) -> Candidate | None:
    """The candidate as one that must refer to these facts: undecided if silent, None if it refers elsewhere."""
    if candidate.fact.about.issuperset(targets):
        return candidate
    if candidate.fact.about:
        return None
    return Candidate(candidate.fact, Verdict.UNKNOWN, candidate.replies, candidate.satisfied, refers=False)


def _near_miss(fact: StandingFact, topic: Condition | None) -> NearMiss:
    if topic is None:
        return NearMiss(fact.id, "about", tuple(sorted(fact.about)))
    return NearMiss(fact.id, topic.field, as_text(fact.values[topic.field]))


def _candidate(part: Part, fact: StandingFact, as_at: date) -> Candidate:
    replies = tuple((condition, put(condition, fact, as_at)) for condition in part.where)
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
