"""The engine says what the definition says, read a second time and tried by brute force."""

from hypothesis import given

from engine.determine import Judge
from oracle import judge
from strategies import Case, cases


@given(cases())
def test_the_engine_and_the_oracle_agree(case: Case) -> None:
    expected = judge(case.framework, case.pack, case.as_at)
    found = Judge.of(case.framework, both=False).determine(case.pack, case.as_at)
    assert {finding.id: finding.verdict for finding in found.criteria} == expected.criteria
    for clause in (clause for finding in found.criteria for clause in finding.clauses):
        assert clause.verdict in expected.clauses[clause.id], clause.id
    assert {theme.theme: theme.level for theme in found.levels.themes if theme.encoded} == expected.themes
    assert {section.section: section.level for section in found.levels.sections if section.encoded} == expected.sections
