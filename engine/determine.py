"""From an evidence pack to a determination: the facts on the day, the findings, the levels, both evaluators agreed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from engine.evaluate.durable_chain import Chained, DurableChain
from engine.evaluate.durable_host import is_available
from engine.evaluate.fact_base import FactBase, stand_on
from engine.evaluate.reference import evaluate
from engine.levels import LevelGraph
from engine.model.determination import Determination, Levels
from engine.model.finding import CriterionFinding
from engine.model.framework import Framework
from engine.model.verdict import Verdict
from evidence_schemas.pack import EvidencePack

REFERENCE = "reference"
DURABLE = "durable-rules"


class SecondEvaluator(Protocol):
    """Whatever can combine decided atoms again, on its own, into verdicts and levels."""

    def run(self, findings: Sequence[CriterionFinding]) -> Chained:
        """Combine the atoms of these findings."""
        ...


@dataclass(frozen=True, slots=True)
class Difference:
    """One node on which the evaluators differ: its sort (clause, criterion, theme, section), its id, both answers."""

    sort: str
    id: str
    reference: str
    second: str


class EvaluatorsDisagree(Exception):  # noqa: N818
    """The two evaluators differ, so there is no result: a fault of the engine, never of a pack.

    `differences` starts with the smallest thing that differs; `facts` is a set of facts of the pack from which none can
    be taken without the evaluators agreeing again.
    """

    def __init__(self, differences: tuple[Difference, ...], facts: tuple[str, ...]) -> None:
        """Keep the witness; the message names the first difference and the facts."""
        self.differences = differences
        self.facts = facts
        first = differences[0]
        super().__init__(
            f"the evaluators disagree on {first.sort} {first.id}: the reference evaluator says {first.reference}, the "
            f"second one {first.second}; seen with {', '.join(facts) or 'no facts at all'}"
        )


class Judge:
    """One framework made ready to determine any number of packs."""

    def __init__(self, framework: Framework, second: SecondEvaluator | None) -> None:
        """Judge with the reference evaluator, and with a second one where there is one."""
        self._framework = framework
        self._second = second
        self._levels = LevelGraph.of(framework)

    @classmethod
    def of(cls, framework: Framework, *, both: bool = True) -> "Judge":
        """Judge with both evaluators; with the reference alone where asked, or where durable-rules is not installed."""
        return cls(framework, DurableChain(framework) if both and is_available() else None)

    def determine(self, pack: EvidencePack, as_at: date) -> Determination:
        """Determine all verdicts and levels; raises `EvaluatorsDisagree` rather than give a doubtful result."""
        base = stand_on(pack, as_at)
        findings, levels = self._judge(base)
        differences = self._differences(findings, levels)
        if differences:
            raise EvaluatorsDisagree(differences, self._smallest_witness(base))
        return Determination(
            organisation=pack.organisation,
            pack_digest=pack.digest,
            framework=self._framework.id,
            edition=self._framework.edition,
            framework_digest=self._framework.digest,
            as_at=as_at,
            evaluators=(REFERENCE, DURABLE) if self._second else (REFERENCE,),
            criteria=findings,
            levels=levels,
            left_out=base.left_out,
        )

    def _judge(self, base: FactBase) -> tuple[tuple[CriterionFinding, ...], Levels]:
        findings = evaluate(self._framework, base)
        return findings, self._levels.determine({finding.id: finding.verdict for finding in findings})

    def _differences(self, findings: Sequence[CriterionFinding], levels: Levels) -> tuple[Difference, ...]:
        return tuple(_compare(findings, levels, self._second.run(findings))) if self._second else ()

    def _smallest_witness(self, base: FactBase) -> tuple[str, ...]:
        """Take out one fact after another for as long as the evaluators still differ."""
        for fact in [fact.id for kind in base.facts.values() for fact in kind]:
            without = replace(
                base, facts={kind: tuple(f for f in some if f.id != fact) for kind, some in base.facts.items()}
            )
            if self._differences(*self._judge(without)):
                base = without
        return tuple(sorted(fact.id for kind in base.facts.values() for fact in kind))


def _compare(findings: Sequence[CriterionFinding], levels: Levels, chained: Chained) -> Iterator[Difference]:
    """Every difference, the smallest things first. Of a theme or section that is not fully encoded nothing is said."""
    clauses = {clause.id: clause.verdict for finding in findings for clause in finding.clauses}
    yield from _verdicts("clause", clauses, chained.clauses)
    yield from _verdicts("criterion", {finding.id: finding.verdict for finding in findings}, chained.criteria)
    for theme in levels.themes:
        if theme.encoded and theme.level != chained.themes[theme.theme]:
            yield Difference("theme", theme.theme, str(theme.level), str(chained.themes[theme.theme]))
    for section in levels.sections:
        if section.encoded and section.level != chained.sections[section.section]:
            yield Difference("section", section.section, str(section.level), str(chained.sections[section.section]))


def _verdicts(sort: str, ours: Mapping[str, Verdict], theirs: Mapping[str, Verdict]) -> Iterator[Difference]:
    for node in sorted(ours.keys() | theirs.keys()):
        if ours.get(node) != theirs.get(node):
            yield Difference(sort, node, str(ours.get(node)), str(theirs.get(node)))
