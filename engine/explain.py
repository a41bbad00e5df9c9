"""Why a criterion has its verdict: the proof, or the refutation, down to facts, documents and places.

An explanation is a tree of plain values: criterion, clauses, demands, and for each demand the fact that answers it with
its source. It reads the reference findings and decides nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.model.criterion import Clause, Criterion, Part
from engine.model.determination import Determination, LeftOut
from engine.model.finding import Atom, ClauseFinding, CriterionFinding
from engine.model.framework import Framework
from engine.model.gap import Gap, GapKind
from engine.model.verdict import Outcome, Verdict
from engine.sentences import GapSentences, article, condition_words, listed, near_miss_words
from evidence_schemas.catalogue import fact_types
from evidence_schemas.fact import Fact
from evidence_schemas.pack import EvidencePack


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a fact stands: its id, its kind in words, the document's title, the place in it and the quoted phrase."""

    fact: str
    label: str
    document: str
    locator: str
    quote: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Demand:
    """One condition and how it came out: what is missing, and the facts that come near with why they do not fit."""

    words: str
    outcome: Outcome
    gap: str | None = None
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FactExplained:
    """What one fact (None: the fact that is missing) answers to the demands of a part."""

    citation: Citation | None
    demands: tuple[Demand, ...]


@dataclass(frozen=True, slots=True)
class ClauseExplained:
    """One clause with the facts that stand for it. `reason` is set where the clause does not apply."""

    id: str
    verdict: Verdict
    reason: str | None
    facts: tuple[FactExplained, ...]
    disputes: tuple[Citation, ...]
    open_questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The proof or refutation of one criterion.

    `combine` is `all`, `any` or `at_least` (then of `number`). `disputes` and `upheld` cite what concerns the criterion
    as a whole. `left_out` are facts of the kinds that the criterion reads which do not count at the as-at date.
    """

    criterion: str
    title: str
    asks: str
    reading: str
    paragraph: str
    verdict: Verdict
    reason: str | None
    combine: str
    number: int
    clauses: tuple[ClauseExplained, ...]
    disputes: tuple[Citation, ...]
    upheld: tuple[Citation, ...]
    open_questions: tuple[str, ...]
    left_out: tuple[LeftOut, ...]


def explain(criterion_id: str, framework: Framework, pack: EvidencePack, determination: Determination) -> Explanation:
    """Explain one criterion; raises `KeyError` where the framework has no such criterion."""
    criterion = framework.by_id[criterion_id]
    finding = next(found for found in determination.criteria if found.id == criterion_id)
    return _Explainer(framework, pack, determination).explain(criterion, finding)


class _Explainer:
    def __init__(self, framework: Framework, pack: EvidencePack, determination: Determination) -> None:
        self._facts = {fact.id: fact for fact in pack.facts}
        self._documents = {document.id: document.title for document in pack.documents}
        self._sentences = GapSentences(framework)
        self._left_out = determination.left_out

    def explain(self, criterion: Criterion, finding: CriterionFinding) -> Explanation:
        clauses = {clause.id: clause for clause in criterion.needs.clauses}
        kinds = {part.kind for part in criterion.parts()}
        return Explanation(
            criterion=criterion.id,
            title=criterion.title,
            asks=criterion.asks,
            reading=criterion.reading,
            paragraph=criterion.source.locator,
            verdict=finding.verdict,
            reason=finding.reason,
            combine=criterion.needs.combine,
            number=criterion.needs.number,
            clauses=tuple(self._clause(clauses[found.id], found) for found in finding.clauses),
            disputes=tuple(self._cite(fact) for fact in finding.disputes),
            upheld=tuple(self._cite(fact) for fact in finding.struck_by),
            open_questions=self._questions(tuple(gap for gap in finding.gaps if not gap.clause)),
            left_out=tuple(out for out in self._left_out if self._facts[out.fact].kind in kinds),
        )

    def _clause(self, clause: Clause, finding: ClauseFinding) -> ClauseExplained:
        return ClauseExplained(
            id=finding.id,
            verdict=finding.verdict,
            reason=finding.reason,
            facts=tuple(self._parts(clause, finding)),
            disputes=tuple(self._cite(fact) for fact in finding.disputes),
            open_questions=self._questions(finding.gaps),
        )

    def _parts(self, clause: Clause, finding: ClauseFinding) -> Iterator[FactExplained]:
        for part in clause.parts:
            atoms = [atom for atom in finding.atoms if atom.part == part.id]
            for fact in dict.fromkeys(atom.fact for atom in atoms):
                demands = tuple(self._demand(part, atom) for atom in atoms if atom.fact == fact)
                yield FactExplained(self._cite(fact) if fact else None, demands)

    def _demand(self, part: Part, atom: Atom) -> Demand:
        gap = atom.gap
        if gap is None:
            return Demand(_demanded(part, atom), atom.outcome)
        near = tuple(near_miss_words(part.kind, miss) for miss in gap.near)
        return Demand(_demanded(part, atom), atom.outcome, self._sentences.sentence(gap), near)

    def _questions(self, gaps: tuple[Gap, ...]) -> tuple[str, ...]:
        return tuple(self._sentences.sentence(gap) for gap in gaps if gap.kind is GapKind.PROFILE)

    def _cite(self, fact_id: str) -> Citation:
        fact: Fact = self._facts[fact_id]
        source = fact.source
        return Citation(
            fact.id,
            fact_types()[fact.kind].label,
            self._documents[source.document],
            source.locator,
            source.quote,
            fact.note,
        )


def _demanded(part: Part, atom: Atom) -> str:
    """Say what the atom asks for: a condition, a reference, or that there is such a fact."""
    if atom.condition is not None:
        return condition_words(part.kind, atom.condition)
    label = fact_types()[part.kind].label
    if atom.gap is not None and atom.gap.kind is GapKind.STALE:
        return "it has not lapsed"
    if atom.fact is None or not part.about:
        return f"there is {article(label)} {label}"
    return f"it is about the {listed(part.about)}"
