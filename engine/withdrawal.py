"""The fewest facts, or documents, without which a criterion is no longer met: exact, by implicit hitting sets.

A proof of the criterion is a witness: for as long as what it rests on stays, the criterion stays met. So whatever makes
it fail must hit every witness. The smallest set that hits all witnesses known so far is withdrawn and the criterion
determined again: either it fails, and no smaller set can make it fail, or its new proof is a further witness.

Withdrawing a fact also takes away what the fact did to others: what it had replaced counts again, what it had settled
is open again. Hence a witness says two things: what must stay, and what must be gone for the proof to hold.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from engine.evaluate.fact_base import stand_on
from engine.evaluate.reference import evaluate_criterion
from engine.model.criterion import Criterion
from engine.model.finding import CriterionFinding
from engine.model.verdict import Verdict
from engine.solver import Row, cheapest
from evidence_schemas.catalogue import READ_BY_THE_ENGINE
from evidence_schemas.disputes import Dispute, Resolution
from evidence_schemas.fact import Fact
from evidence_schemas.pack import EvidencePack
from evidence_schemas.vocabulary import Side

UnitOf = Callable[[Fact], str]
"""What is withdrawn with a fact: the fact itself, or the document that it cites."""


@dataclass(frozen=True, slots=True)
class Weakness:
    """What makes a criterion fail: each unit that alone does, as a set of one; else one smallest set of several.

    There is no set where no withdrawal does. `proven` says that no smaller set makes it fail.
    """

    sets: tuple[tuple[str, ...], ...]
    proven: bool = True


def fact_id(fact: Fact) -> str:
    """Withdraw fact by fact."""
    return fact.id


def cited_document(fact: Fact) -> str:
    """Withdraw a document, and with it every fact that cites it."""
    return fact.source.document


def weakness(criterion: Criterion, pack: EvidencePack, as_at: date, unit_of: UnitOf = fact_id) -> Weakness:
    """The smallest withdrawals after which a criterion that is met on this day is met no longer."""
    return _Search(criterion, pack, as_at, unit_of).smallest()


@dataclass(frozen=True, slots=True)
class _Witness:
    """While none of `stay` and all of `gone` are withdrawn, the criterion is met."""

    stay: frozenset[str]
    gone: frozenset[str]


class _Search:
    def __init__(self, criterion: Criterion, pack: EvidencePack, as_at: date, unit_of: UnitOf) -> None:
        self._criterion = criterion
        self._pack = replace(pack, facts=tuple(_concerning(criterion, pack.facts)))
        self._as_at = as_at
        self._unit_of = unit_of
        self._quarrels = _Quarrels(self._pack, as_at)

    def smallest(self) -> Weakness:
        whole = self._finding(frozenset())
        if whole.verdict is not Verdict.MET:
            raise ValueError(f"{self._criterion.id} is not met")
        witnesses = [self._witness(whole, frozenset())]
        # What fails without one unit fails without a unit of this first proof: all of them are tried.
        alone = []
        for unit in sorted(witnesses[0].stay):
            finding = self._finding({unit})
            if finding.verdict is Verdict.MET:
                witnesses.append(self._witness(finding, {unit}))
            else:
                alone.append((unit,))
        return Weakness(tuple(alone)) if alone else self._several(witnesses)

    def _several(self, witnesses: list[_Witness]) -> Weakness:
        while True:
            units = sorted({unit for witness in witnesses for unit in witness.stay | witness.gone})
            choice = cheapest([1] * len(units), [_row(witness, units) for witness in witnesses])
            if choice is None:
                return Weakness(())
            withdrawn = tuple(units[index] for index in choice.chosen)
            finding = self._finding(set(withdrawn))
            if finding.verdict is not Verdict.MET:
                return Weakness((withdrawn,), choice.proven)
            witnesses.append(self._witness(finding, set(withdrawn)))

    def _finding(self, withdrawn: AbstractSet[str]) -> CriterionFinding:
        kept = tuple(fact for fact in self._pack.facts if self._unit_of(fact) not in withdrawn)
        return evaluate_criterion(self._criterion, stand_on(replace(self._pack, facts=kept), self._as_at))

    def _witness(self, finding: CriterionFinding, withdrawn: AbstractSet[str]) -> _Witness:
        """What the proof in a finding rests on, told in units."""
        gone = {fact.id for fact in self._pack.facts if self._unit_of(fact) in withdrawn}
        proof = _proof(self._criterion, finding)
        rest = [*self._quarrels.unreplaced(proof), *self._quarrels.undisputed({*proof, self._criterion.id}, gone)]
        units = {fact.id: self._unit_of(fact) for fact in self._pack.facts}
        stay = frozenset(units[fact] for fact in (*proof, *rest) if fact not in gone)
        return _Witness(stay, frozenset(units[fact] for fact in rest if fact in gone))


class _Quarrels:
    """Which facts replace, dispute and settle what, of those that are in force on the day."""

    def __init__(self, pack: EvidencePack, as_at: date) -> None:
        future = {out.fact for out in stand_on(pack, as_at).left_out if out.why == "not_yet_in_force"}
        self._replacing: Mapping[str, list[str]] = defaultdict(list)
        self._disputing: Mapping[str, list[str]] = defaultdict(list)
        self._settling: Mapping[str, list[Resolution]] = defaultdict(list)
        for fact in pack.facts:
            if fact.id in future:
                continue
            for old in fact.replaces or ():
                self._replacing[old].append(fact.id)
            if isinstance(fact, Dispute):
                for target in fact.disputes:
                    self._disputing[target].append(fact.id)
            if isinstance(fact, Resolution):
                for dispute in fact.about:
                    self._settling[dispute].append(fact)

    def unreplaced(self, facts: Iterable[str]) -> Iterator[str]:
        """What must be gone so that nothing replaces these facts, as nothing does."""
        for fact in facts:
            yield from self._replacing[fact]

    def undisputed(self, targets: Iterable[str], gone: AbstractSet[str]) -> Iterator[str]:
        """What must stay, and what must be gone, so that no dispute stands against these targets, as none does."""
        for target in targets:
            for dispute in self._disputing[target]:
                yield from self._idle(dispute, gone) or self._settled(dispute, gone)

    def _idle(self, id_: str, gone: AbstractSet[str]) -> tuple[str, ...]:
        """What makes a fact count for nothing: it is gone itself, or one that replaces it is there."""
        if id_ in gone:
            return (id_,)
        return tuple(sorted(newer for newer in self._replacing[id_] if newer not in gone)[:1])

    def _settled(self, dispute: str, gone: AbstractSet[str]) -> Iterator[str]:
        """One resolution for the evidence that stays and is not replaced, and no other for the dispute."""
        idle = {resolution.id: self._idle(resolution.id, gone) for resolution in self._settling[dispute]}
        upheld = [r.id for r in self._settling[dispute] if r.side is Side.EVIDENCE_UPHELD and not idle[r.id]]
        yield min(upheld)
        yield from self._replacing[min(upheld)]
        for resolution in self._settling[dispute]:
            if resolution.side is Side.DISPUTE_UPHELD:
                yield from idle[resolution.id]


def _concerning(criterion: Criterion, facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts that the verdict on a criterion can depend on."""
    kinds = {part.kind for part in criterion.parts()} | READ_BY_THE_ENGINE
    facts = tuple(facts)
    read = {fact.id for fact in facts if fact.kind in kinds}
    return (fact for fact in facts if fact.id in read or not read.isdisjoint(fact.replaces or ()))


def _proof(criterion: Criterion, finding: CriterionFinding) -> tuple[str, ...]:
    """The facts of as many met clauses as the criterion needs."""
    met = [clause for clause in finding.clauses if clause.verdict is Verdict.MET]
    if criterion.needs.combine != "all":
        applying = sum(clause.verdict is not Verdict.NOT_APPLICABLE for clause in finding.clauses)
        met = met[: 1 if criterion.needs.combine == "any" else min(criterion.needs.number, applying)]
    return tuple(dict.fromkeys(fact for clause in met for fact in clause.facts))


def _row(witness: _Witness, units: Sequence[str]) -> Row:
    """Hit the witness: withdraw one of what stays, or leave one of what is gone."""
    places = {unit: place for place, unit in enumerate(units)}
    hits = [(places[unit], 1) for unit in sorted(witness.stay)]
    leaves = [(places[unit], -1) for unit in sorted(witness.gone)]
    return Row((*hits, *leaves), 1 - len(leaves))
