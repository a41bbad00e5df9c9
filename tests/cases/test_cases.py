"""Every case of every criterion, one test id each, and what the cases of a criterion must show together."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from engine.evaluate.fact_base import stand_on
from engine.evaluate.reference import combined, evaluate_criterion
from engine.loading.cases import Case, gap_line, read_cases
from engine.loading.frameworks import CASES_SUFFIX, load_framework
from engine.loading.packs import read_pack
from engine.model.criterion import Criterion
from engine.model.finding import CriterionFinding
from engine.model.framework import Framework
from engine.model.verdict import Verdict
from rules import framework_folder, framework_ids

SOURCE = {"document": "D1", "locator": "section 1"}


@cache
def framework(framework_id: str) -> Framework:
    return load_framework(framework_folder(framework_id))


@cache
def cases_of(framework_id: str, criterion: Criterion) -> tuple[Case, ...]:
    path = case_file(framework_id, criterion)
    return read_cases(path.read_bytes(), path.name, criterion)


def case_file(framework_id: str, criterion: Criterion) -> Path:
    return framework_folder(framework_id) / f"theme-{criterion.theme:0>2}" / f"{criterion.id}{CASES_SUFFIX}"


def criteria() -> Iterator[pytest.param]:  # type: ignore[valid-type]
    for framework_id in framework_ids():
        for criterion in framework(framework_id).criteria:
            yield pytest.param(framework_id, criterion, id=f"{framework_id} {criterion.id}")


def all_cases() -> Iterator[pytest.param]:  # type: ignore[valid-type]
    for framework_id in framework_ids():
        for criterion in framework(framework_id).criteria:
            if case_file(framework_id, criterion).exists():
                for case in cases_of(framework_id, criterion):
                    yield pytest.param(framework_id, case, id=f"{framework_id} {criterion.id} {case.name}")


def run(framework_id: str, case: Case) -> CriterionFinding:
    pack = {
        "pack": "1",
        "organisation": "an office",
        "framework": framework_id,
        "profile": case.profile,
        "documents": [{"id": "D1", "title": "a document"}],
        "facts": [{"source": SOURCE, **fact} for fact in case.facts],
    }
    read = read_pack({"case.json": json.dumps(pack).encode()})
    return evaluate_criterion(framework(framework_id).by_id[case.criterion], stand_on(read.pack, case.as_at))


@pytest.mark.parametrize(("framework_id", "case"), all_cases())
def test_case(framework_id: str, case: Case) -> None:
    finding = run(framework_id, case)
    assert finding.verdict == case.verdict
    assert sorted(gap_line(gap) for gap in finding.gaps) == sorted(case.gaps)


@pytest.mark.parametrize(("framework_id", "case"), [p for p in all_cases() if p.values[1].decides])
def test_the_clause_that_a_case_names_decides_it_alone(framework_id: str, case: Case) -> None:
    finding = run(framework_id, case)
    needs = framework(framework_id).by_id[case.criterion].needs
    others = [clause.verdict for clause in finding.clauses if clause.id != f"{case.criterion}.{case.decides}"]
    own = next(clause.verdict for clause in finding.clauses if clause.id == f"{case.criterion}.{case.decides}")
    if needs.combine == "all":
        assert not own.counts
        assert all(verdict.counts for verdict in others)
    else:
        assert own is Verdict.MET
        assert not combined(needs, [Verdict.UNKNOWN, *others]).counts


@pytest.mark.parametrize(("framework_id", "criterion"), criteria())
def test_cases_of_a_criterion_show_each_verdict_and_each_clause(framework_id: str, criterion: Criterion) -> None:
    cases = cases_of(framework_id, criterion)
    assert {Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN} <= {case.verdict for case in cases}
    decided = {case.decides for case in cases}
    assert {clause.id.rpartition(".")[2] for clause in criterion.needs.clauses} <= decided
    if criterion.applies_when is not None:
        assert Verdict.NOT_APPLICABLE in {case.verdict for case in cases}
    names = [case.name for case in cases]
    assert len(names) == len(set(names))


def test_every_case_file_belongs_to_a_criterion() -> None:
    for framework_id in framework_ids():
        files = {
            path.name.removesuffix(CASES_SUFFIX) for path in framework_folder(framework_id).rglob(f"*{CASES_SUFFIX}")
        }
        assert files <= set(framework(framework_id).by_id)
