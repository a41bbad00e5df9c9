"""The facts that can carry the answers to demands: recorded ones as they are, recorded ones amended, and new ones."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

import networkx as nx

from engine.evaluate.candidates import Candidate
from engine.evaluate.conditions import as_text
from engine.evaluate.fact_base import StandingFact
from engine.model.condition import Condition
from engine.model.finding import ClauseFinding, CriterionFinding
from engine.model.framework import Framework
from engine.model.verdict import Outcome, Verdict
from engine.plan.amendments import Amendment, amendment
from engine.plan.bundles import Bundle, bundles
from engine.plan.demands import Demand


@dataclass(frozen=True, slots=True)
class RecordedCarrier:
    """A recorded fact as it stands."""

    fact: StandingFact


@dataclass(frozen=True, slots=True)
class NewCarrier:
    """A further fact of a kind, for a bundle of demands; `copy` tells apart those of which several are needed."""

    kind: str
    bundle: Bundle
    copy: int


@dataclass(frozen=True, slots=True)
class AmendedCarrier:
    """A recorded fact that would be amended for a bundle of demands, and what each of them alone would change."""

    fact: StandingFact
    bundle: Bundle
    work: Mapping[str, Amendment]


Carrier = RecordedCarrier | AmendedCarrier | NewCarrier


@dataclass(frozen=True, slots=True)
class Carriers:
    """Every carrier, in a fixed order. `resting` holds the conditions that what counts now puts to each fact."""

    new: tuple[NewCarrier, ...]
    amended: tuple[AmendedCarrier, ...]
    resting: Mapping[str, tuple[Condition, ...]]


def carriers(
    framework: Framework, findings: Iterable[CriterionFinding], demands: Sequence[Demand], as_at: date
) -> Carriers:
    """Every fact that could answer some of these demands, with the largest choices of demands it can answer at once."""
    resting = _resting(framework, findings, demands)
    by_id = {demand.part.id: demand for demand in demands}
    return Carriers(
        tuple(_new(demands, by_id, as_at)),
        tuple(_amended(demands, resting, as_at)),
        resting,
    )


def _resting(
    framework: Framework, findings: Iterable[CriterionFinding], demands: Iterable[Demand]
) -> Mapping[str, tuple[Condition, ...]]:
    """The conditions of every part that a fact satisfies now, by fact: no plan may take these away."""
    parts = {part.id: part for criterion in framework.criteria for part in criterion.parts()}
    resting: dict[str, dict[Condition, None]] = defaultdict(dict)
    for finding in findings:
        for clause in finding.clauses:
            for part, fact in _satisfied(clause):
                resting[fact].update(dict.fromkeys(parts[part].where))
    for demand in demands:
        for candidate in demand.able:
            if candidate.verdict in {Verdict.MET, Verdict.CONTESTED}:
                resting[candidate.fact.id].update(dict.fromkeys(demand.part.where))
    return {fact: tuple(conditions) for fact, conditions in resting.items()}


def _satisfied(clause: ClauseFinding) -> Iterator[tuple[str, str]]:
    """Each part and the facts taken for it that satisfy all of its demands."""
    failing = {(atom.part, atom.fact) for atom in clause.atoms if atom.outcome is not Outcome.SATISFIED}
    for atom in clause.atoms:
        if atom.fact is not None and (atom.part, atom.fact) not in failing:
            yield atom.part, atom.fact


def _new(demands: Sequence[Demand], by_id: Mapping[str, Demand], as_at: date) -> Iterator[NewCarrier]:
    by_kind: dict[str, list[Demand]] = defaultdict(list)
    for demand in demands:
        by_kind[demand.part.kind].append(demand)
    for kind in sorted(by_kind):
        asked = {demand.part.id: demand.part.where for demand in by_kind[kind]}
        found: dict[frozenset[str], Bundle] = {}
        for able in _about_alike(by_kind[kind], by_id, as_at):
            for bundle in bundles(kind, {id_: asked[id_] for id_ in able}, as_at):
                for apart in _not_about_itself(bundle, by_id):
                    found.setdefault(apart.demands, apart)
        for demanded, bundle in found.items():
            if not any(demanded < other for other in found):
                copies = max(by_id[id_].part.number for id_ in demanded)
                yield from (NewCarrier(kind, bundle, copy) for copy in range(1, copies + 1))


def _about_alike(demands: Sequence[Demand], by_id: Mapping[str, Demand], as_at: date) -> Iterator[tuple[str, ...]]:
    """The demands that one fact may answer, as far as what it refers to goes: one judgement is of one thing.

    These are the demands that refer to nothing, with those of criteria that may turn out to refer to the same fact.
    """
    free = tuple(demand.part.id for demand in demands if not demand.part.about)
    joined: dict[str, list[Demand]] = defaultdict(list)
    targets: dict[str, list[Demand]] = defaultdict(list)
    for demand in demands:
        if demand.part.about:
            joined[demand.served.criterion].append(demand)
            targets[demand.served.criterion] += _targets(demand, by_id)
    alike: nx.Graph[str] = nx.Graph()
    alike.add_nodes_from(joined)
    for one, other in combinations(joined, 2):
        if any(_may_meet(first, second, as_at) for first, second in product(targets[one], targets[other])):
            alike.add_edge(one, other)
    for together in sorted(sorted(criteria) for criteria in nx.find_cliques(alike)):
        yield (*free, *(demand.part.id for criterion in together for demand in joined[criterion]))
    if not joined:
        yield free


def _may_meet(one: Demand, other: Demand, as_at: date) -> bool:
    """Whether some fact, recorded or new, could answer both of them."""
    if one.part.kind != other.part.kind:
        return False
    recorded = {candidate.fact.id for candidate in one.able}
    if not recorded.isdisjoint(candidate.fact.id for candidate in other.able):
        return True
    asked = {one.part.id: one.part.where, other.part.id: other.part.where}
    return any(len(bundle.demands) > 1 for bundle in bundles(one.part.kind, asked, as_at))


def _targets(demand: Demand, by_id: Mapping[str, Demand]) -> list[Demand]:
    """The demands that it refers to."""
    return [
        other
        for other in by_id.values()
        if other.served.criterion == demand.served.criterion and other.part.name in demand.part.about
    ]


def _not_about_itself(bundle: Bundle, by_id: Mapping[str, Demand]) -> Iterator[Bundle]:
    """The bundle, cut where a fact would have to refer to itself."""
    for id_ in sorted(bundle.demands):
        demand = by_id[id_]
        targets = {
            other
            for other in bundle.demands
            if by_id[other].part.name in demand.part.about
            if by_id[other].served.criterion == demand.served.criterion
        }
        if targets:
            yield from _not_about_itself(Bundle(bundle.demands - {id_}, bundle.settled), by_id)
            yield from _not_about_itself(Bundle(bundle.demands - targets, bundle.settled), by_id)
            return
    yield bundle


def _amended(
    demands: Sequence[Demand], resting: Mapping[str, tuple[Condition, ...]], as_at: date
) -> Iterator[AmendedCarrier]:
    facts: dict[str, StandingFact] = {}
    asked: dict[str, dict[str, tuple[Condition, ...]]] = defaultdict(dict)
    work: dict[str, dict[str, Amendment]] = defaultdict(dict)
    for demand in demands:
        for candidate in demand.able:
            needed = _work(demand, candidate, resting.get(candidate.fact.id, ()), as_at)
            if needed is not None:
                facts[candidate.fact.id] = candidate.fact
                asked[candidate.fact.id][demand.part.id] = demand.part.where
                work[candidate.fact.id][demand.part.id] = needed
    for id_ in sorted(facts):
        fact = facts[id_]
        held = {
            name: as_text(fact.values[name])[0]
            for name in fact.values
            if name in _single_fields(asked[id_]) and not isinstance(fact.values[name], frozenset)
        }
        for bundle in bundles(fact.kind, asked[id_], as_at, held, resting.get(id_, ())):
            yield AmendedCarrier(fact, bundle, {demand: work[id_][demand] for demand in bundle.demands})


def _single_fields(asked: Mapping[str, tuple[Condition, ...]]) -> frozenset[str]:
    return frozenset(condition.field for where in asked.values() for condition in where) | {"rhythm"}


def _work(demand: Demand, candidate: Candidate, resting: tuple[Condition, ...], as_at: date) -> Amendment | None:
    """What makes the fact answer the demand; None where it already does, or where nothing can."""
    silent = bool(demand.part.about) and not candidate.fact.about
    if candidate.verdict in {Verdict.MET, Verdict.CONTESTED} and not silent:
        return None
    try:
        return amendment(candidate.fact, demand.part.where, resting, as_at, refers=silent)
    except ValueError:
        return None
