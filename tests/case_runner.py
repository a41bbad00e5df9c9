"""Runs the cases that stand beside the criteria."""

import json
from functools import cache
from pathlib import Path

from engine.evaluate.fact_base import FactBase, stand_on
from engine.evaluate.reference import evaluate_criterion
from engine.loading.cases import Case, gap_line, read_cases
from engine.loading.frameworks import CASES_SUFFIX, load_framework
from engine.loading.packs import read_pack
from engine.model.criterion import Criterion
from engine.model.finding import CriterionFinding
from engine.model.framework import Framework
from evidence_schemas.pack import EvidencePack
from rules import framework_folder

SOURCE = {"document": "D1", "locator": "section 1"}


@cache
def framework(framework_id: str) -> Framework:
    return load_framework(framework_folder(framework_id))


def case_file(framework_id: str, criterion: Criterion) -> Path:
    return framework_folder(framework_id) / f"theme-{criterion.theme:0>2}" / f"{criterion.id}{CASES_SUFFIX}"


def cases_of(framework_id: str, criterion: Criterion) -> tuple[Case, ...]:
    path = case_file(framework_id, criterion)
    return read_cases(path.read_bytes(), path.name, criterion) if path.exists() else ()


def pack_of_case(framework_id: str, case: Case) -> EvidencePack:
    pack = {
        "pack": "1",
        "organisation": "an office",
        "framework": framework_id,
        "profile": case.profile,
        "documents": [{"id": "D1", "title": "a document"}],
        "facts": [{"source": SOURCE, **fact} for fact in case.facts],
    }
    return read_pack({"case.json": json.dumps(pack).encode()}).pack


def base_of(framework_id: str, case: Case) -> FactBase:
    return stand_on(pack_of_case(framework_id, case), case.as_at)


def finding_of(framework_id: str, case: Case) -> CriterionFinding:
    return evaluate_criterion(framework(framework_id).by_id[case.criterion], base_of(framework_id, case))


def holds(case: Case, finding: CriterionFinding) -> bool:
    """Tell whether a finding is what the case expects."""
    return finding.verdict == case.verdict and sorted(map(gap_line, finding.gaps)) == sorted(case.gaps)
