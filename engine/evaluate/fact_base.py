"""The facts as they stand on the as-at date: which ones count, what each one says by then, what is disputed.

Semantics section 2, *Freshness* and *Dispute*. A fact dated after the as-at date does not exist yet; a fact that
another one replaces no longer counts; a fact against which a dispute was upheld does not count; a fact under an open
dispute counts, and what rests on it is contested.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from engine.model.determination import LeftOut
from evidence_schemas.catalogue import fact_types
from evidence_schemas.dating import occurs_on
from evidence_schemas.disputes import Dispute, Resolution
from evidence_schemas.fact import Fact
from evidence_schemas.pack import EvidencePack
from evidence_schemas.profile import Profile
from evidence_schemas.vocabulary import Side
from evidence_schemas.when import When

FieldValue = str | bool | int | Decimal | When | frozenset[str]


@dataclass(frozen=True, slots=True)
class StandingFact:
    """One fact that counts. `values` holds only fields that are recorded by the as-at date.

    `lapsed_on` is the first day after its end where that has passed, and `lapsed_by` the field that says so.
    """

    id: str
    kind: str
    values: Mapping[str, FieldValue]
    about: frozenset[str]
    lapsed_on: date | None
    lapsed_by: str | None
    disputes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactBase:
    """What the evaluators see of a pack.

    Facts are grouped by kind and ordered by id. `disputed` and `struck` hold criterion ids with the open disputes and
    the upholding resolutions that name them.
    """

    as_at: date
    facts: Mapping[str, tuple[StandingFact, ...]]
    profile: Profile
    not_held: Mapping[str, tuple[str, ...]]
    disputed: Mapping[str, tuple[str, ...]]
    struck: Mapping[str, tuple[str, ...]]
    left_out: tuple[LeftOut, ...]


def stand_on(pack: EvidencePack, as_at: date) -> FactBase:
    """The facts of the pack as they stand on the as-at date."""
    left_out: list[LeftOut] = []
    existing = [fact for fact in pack.facts if _exists(fact, as_at, left_out)]
    current = _without_replaced(existing, left_out)
    open_disputes, struck = _settle(current)
    facts: dict[str, list[StandingFact]] = defaultdict(list)
    for fact in current:
        if fact.id in struck:
            left_out.append(LeftOut(fact.id, "struck", struck[fact.id]))
        else:
            facts[fact.kind].append(_standing(fact, as_at, open_disputes.get(fact.id, ())))
    not_held: dict[str, list[str]] = defaultdict(list)
    for absence in pack.not_held:
        not_held[absence.kind].append(absence.reason)
    return FactBase(
        as_at=as_at,
        facts={kind: tuple(sorted(some, key=lambda fact: fact.id)) for kind, some in facts.items()},
        profile=pack.profile,
        not_held={kind: tuple(sorted(reasons)) for kind, reasons in not_held.items()},
        disputed=open_disputes,
        struck=struck,
        left_out=tuple(sorted(left_out)),
    )


def _exists(fact: Fact, as_at: date, left_out: list[LeftOut]) -> bool:
    when = occurs_on(fact)
    if when is None or when.last <= as_at:
        return True
    left_out.append(LeftOut(fact.id, "not_yet_in_force", (str(when),)))
    return False


def _without_replaced(facts: Iterable[Fact], left_out: list[LeftOut]) -> list[Fact]:
    """The facts that no existing fact replaces. One that is not yet in force replaces nothing."""
    facts = list(facts)
    replaced: dict[str, list[str]] = defaultdict(list)
    for fact in facts:
        for old in fact.replaces or ():
            replaced[old].append(fact.id)
    left_out.extend(
        LeftOut(fact.id, "replaced", tuple(sorted(replaced[fact.id]))) for fact in facts if fact.id in replaced
    )
    return [fact for fact in facts if fact.id not in replaced]


def _settle(facts: Iterable[Fact]) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Open disputes by what they dispute, and upholding resolutions by what was disputed.

    Resolutions that contradict one another settle nothing: the dispute stays open.
    """
    facts = list(facts)
    sides: dict[str, set[Side]] = defaultdict(set)
    settled_by: dict[str, list[str]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact, Resolution):
            for dispute in fact.about:
                sides[dispute].add(fact.side)
                settled_by[dispute].append(fact.id)
    open_disputes: dict[str, list[str]] = defaultdict(list)
    struck: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if isinstance(fact, Dispute):
            for target in fact.disputes:
                if sides[fact.id] == {Side.DISPUTE_UPHELD}:
                    struck[target].update(settled_by[fact.id])
                elif sides[fact.id] != {Side.EVIDENCE_UPHELD}:
                    open_disputes[target].append(fact.id)
    return (
        {target: tuple(sorted(some)) for target, some in open_disputes.items()},
        {target: tuple(sorted(some)) for target, some in struck.items()},
    )


def _standing(fact: Fact, as_at: date, disputes: tuple[str, ...]) -> StandingFact:
    stated = fact.__dict__
    values: dict[str, FieldValue] = {}
    ended: list[tuple[date, str]] = []
    for name, dating in _judgeable(fact.kind):
        value = stated[name]
        if value is None or (dating == "later" and value.last > as_at):
            continue
        values[name] = value
        if dating == "ends" and value.last < as_at:
            ended.append((value.last + timedelta(days=1), name))
    lapsed_on, lapsed_by = min(ended, default=(None, None))
    return StandingFact(fact.id, fact.kind, values, stated.get("about") or frozenset(), lapsed_on, lapsed_by, disputes)


@cache
def _judgeable(kind: str) -> tuple[tuple[str, str | None], ...]:
    return tuple((field.name, field.dating) for field in fact_types()[kind].fields.values())
