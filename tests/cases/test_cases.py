"""Every case of every criterion, one test id each, and what the cases of a criterion must show together."""

import pytest

from case_runner import case_file, cases_of, finding_of, framework
from engine.evaluate.reference import combined
from engine.loading.cases import Case, gap_line
from engine.loading.frameworks import CASES_SUFFIX
from engine.model.criterion import Criterion
from engine.model.verdict import Verdict
from rules import framework_folder, framework_ids

CRITERIA = [
    pytest.param(framework_id, criterion, id=f"{framework_id} {criterion.id}")
    for framework_id in framework_ids()
    for criterion in framework(framework_id).criteria
]
CASES = [
    (framework_id, case)
    for framework_id in framework_ids()
    for criterion in framework(framework_id).criteria
    for case in cases_of(framework_id, criterion)
]


def _id(value: object) -> str:
    return f"{value.criterion} {value.name}" if isinstance(value, Case) else str(value)


@pytest.mark.parametrize(("framework_id", "case"), CASES, ids=_id)
def test_case(framework_id: str, case: Case) -> None:
    finding = finding_of(framework_id, case)
    assert finding.verdict == case.verdict
    assert sorted(gap_line(gap) for gap in finding.gaps) == sorted(case.gaps)


@pytest.mark.parametrize(("framework_id", "case"), [pair for pair in CASES if pair[1].decides], ids=_id)
def test_the_clause_that_a_case_names_decides_it_alone(framework_id: str, case: Case) -> None:
    finding = finding_of(framework_id, case)
    needs = framework(framework_id).by_id[case.criterion].needs
    others = [clause.verdict for clause in finding.clauses if clause.id != f"{case.criterion}.{case.decides}"]
    own = next(clause.verdict for clause in finding.clauses if clause.id == f"{case.criterion}.{case.decides}")
    if needs.combine == "all":
        assert not own.counts
        assert all(verdict.counts for verdict in others)
    else:
        assert own is Verdict.MET
        assert not combined(needs, [Verdict.UNKNOWN, *others]).counts


@pytest.mark.parametrize(("framework_id", "criterion"), CRITERIA)
def test_cases_of_a_criterion_show_each_verdict_and_each_clause(framework_id: str, criterion: Criterion) -> None:
    cases = cases_of(framework_id, criterion)
    assert {Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN} <= {case.verdict for case in cases}
    decided = {case.decides for case in cases}
    assert {clause.id.rpartition(".")[2] for clause in criterion.needs.clauses} <= decided
    if criterion.applies_when is not None:
        assert Verdict.NOT_APPLICABLE in {case.verdict for case in cases}
    names = [case.name for case in cases]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("framework_id", framework_ids())
def test_every_case_file_belongs_to_a_criterion(framework_id: str) -> None:
    files = set(framework_folder(framework_id).rglob(f"*{CASES_SUFFIX}"))
    assert files == {case_file(framework_id, criterion) for criterion in framework(framework_id).criteria}
