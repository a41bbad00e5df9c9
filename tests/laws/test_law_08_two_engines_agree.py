"""Law 8: durable-rules and the reference evaluator give the same verdict for every clause, always.

`Judge` compares them on every pack, also criteria and levels, and refuses to give a result on which they differ.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import assume, given

from engine.determine import DURABLE, EvaluatorsDisagree, Judge
from engine.evaluate.durable_chain import Chained, DurableChain
from engine.evaluate.durable_host import is_available
from engine.model.finding import CriterionFinding
from engine.model.verdict import Verdict
from evidence_schemas.fact import Fact
from strategies import Case, calm, cases, joined_cases

pytestmark = pytest.mark.skipif(not is_available(), reason="durable-rules is not installed")


@dataclass(frozen=True)
class Mistaken:
    """A second evaluator that is right about everything, except that it never finds one criterion met."""

    chain: DurableChain
    criterion: str

    def run(self, findings: Sequence[CriterionFinding]) -> Chained:
        chained = self.chain.run(findings)
        verdicts = dict(chained.criteria)
        if verdicts[self.criterion] is Verdict.MET:
            verdicts[self.criterion] = Verdict.UNKNOWN
        return replace(chained, criteria=verdicts)


@given(cases() | joined_cases())
def test_the_two_engines_agree(case: Case) -> None:
    found = Judge.of(case.framework).determine(case.pack, case.as_at)
    assert DURABLE in found.evaluators
    alone = Judge.of(case.framework, both=False).determine(case.pack, case.as_at)
    assert replace(found, evaluators=alone.evaluators) == alone


@given(cases(calm))
def test_a_mistaken_engine_is_refused_with_the_smallest_witness(case: Case) -> None:
    reference = Judge.of(case.framework, both=False)
    met = [f.id for f in reference.determine(case.pack, case.as_at).criteria if f.verdict is Verdict.MET]
    assume(met)
    mistaken = Judge(case.framework, Mistaken(DurableChain(case.framework), met[0]))
    with pytest.raises(EvaluatorsDisagree) as refused:
        mistaken.determine(case.pack, case.as_at)
    (difference,) = refused.value.differences
    assert (difference.sort, difference.id, difference.reference, difference.second) == (
        "criterion",
        met[0],
        "met",
        "unknown",
    )

    def is_met(facts: Sequence[Fact]) -> bool:
        found = reference.determine(replace(case.pack, facts=tuple(facts)), case.as_at)
        return {finding.id: finding.verdict for finding in found.criteria}[met[0]] is Verdict.MET

    witness = [fact for fact in case.pack.facts if fact.id in refused.value.facts]
    assert len(witness) == len(refused.value.facts)
    assert is_met(witness)
    for fact in witness:
        assert not is_met([other for other in witness if other is not fact])
