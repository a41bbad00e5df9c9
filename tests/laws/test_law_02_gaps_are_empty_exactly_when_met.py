"""Law 2: gaps are empty exactly when met, or not applicable. It holds for criteria and for clauses."""

from hypothesis import given

from engine.determine import Judge
from engine.model.verdict import Verdict
from strategies import Case, cases, joined_cases

CLOSED = {Verdict.MET, Verdict.NOT_APPLICABLE}


@given(cases() | joined_cases())
def test_gaps_are_empty_exactly_when_met(case: Case) -> None:
    found = Judge.of(case.framework, both=False).determine(case.pack, case.as_at)
    for finding in found.criteria:
        assert (not finding.gaps) == (finding.verdict in CLOSED), finding.id
        for clause in finding.clauses:
            assert (not clause.gaps) == (clause.verdict in CLOSED), clause.id
