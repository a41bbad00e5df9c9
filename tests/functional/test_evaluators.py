"""Both evaluators, the reference alone, durable-rules missing, and a second evaluator that is wrong."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from command_runner import CLEVELAND, SCRUTINY, installed, spiritlevel
from engine.evaluate.durable_chain import Chained, DurableChain
from engine.evaluate.durable_host import is_available
from engine.model.finding import CriterionFinding
from engine.model.verdict import Verdict

needs_both = pytest.mark.skipif(not is_available(), reason="durable-rules is not installed")

HIDES_DURABLE = "import sys\nsys.modules['durable'] = None\n"


@needs_both
def test_both_evaluators_decide_unless_one_is_asked_for() -> None:
    both = json.loads(spiritlevel("assess", CLEVELAND, "--format", "json").out)
    alone = json.loads(spiritlevel("assess", CLEVELAND, "--format", "json", "--evaluators", "reference").out)
    assert both.pop("evaluators") == ["reference", "durable-rules"]
    assert alone.pop("evaluators") == ["reference"]
    assert both == alone


@needs_both
def test_where_durable_rules_is_missing_the_reference_decides_alone_and_says_so(tmp_path: Path) -> None:
    """The import of `durable` is made to fail before the command starts."""
    (tmp_path / "sitecustomize.py").write_text(HIDES_DURABLE, encoding="utf-8")
    for command in (["--format", "json"], ["--format", "text"]):
        ended = installed("assess", CLEVELAND, *command, PYTHONPATH=str(tmp_path))
        assert ended.code == 0
        assert ended.err.startswith("note: the reference evaluator decides alone: durable-rules cannot be imported: ")
        assert ended.err.count("\n") == 1
        asked_for = spiritlevel("assess", CLEVELAND, *command, "--evaluators", "reference")
        assert ended.out == asked_for.out
        assert asked_for.err == ""
    assert json.loads(installed("assess", CLEVELAND, "--format", "json", PYTHONPATH=str(tmp_path)).out)[
        "evaluators"
    ] == ["reference"]


def test_why_works_where_durable_rules_is_missing(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(HIDES_DURABLE, encoding="utf-8")
    ended = installed("why", SCRUTINY, "3.1.4", PYTHONPATH=str(tmp_path))
    assert ended.code == 0
    assert ended.out == spiritlevel("why", SCRUTINY, "3.1.4").out


class _DeafToChairs(DurableChain):
    """A second evaluator that is wrong: it says `unknown` of clause 3.1.4.b wherever that clause is met."""

    def run(self, findings: Sequence[CriterionFinding]) -> Chained:
        right = super().run(findings)
        met = right.clauses["3.1.4.b"] is Verdict.MET
        return replace(right, clauses={**right.clauses, "3.1.4.b": Verdict.UNKNOWN}) if met else right


class _GenerousToThemes(DurableChain):
    """A second evaluator that is wrong about one theme, whatever the facts."""

    def run(self, findings: Sequence[CriterionFinding]) -> Chained:
        right = super().run(findings)
        return replace(right, themes={**right.themes, "3": "advancing"})


@needs_both
@pytest.mark.parametrize("command", ["assess", "why"])
def test_evaluators_that_disagree_end_the_run_with_the_smallest_witness(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.determine.DurableChain", _DeafToChairs)
    rest = ["3.1.4"] if command == "why" else []
    ended = spiritlevel(command, SCRUTINY, *rest, "-o", tmp_path / "result")
    assert (ended.code, ended.out) == (70, b"")
    assert (
        "the evaluators disagree on clause 3.1.4.b: the reference evaluator says met, the second one unknown; "
        "seen with H1, P1\n"
    ) in ended.err
    assert "not of your pack" in ended.err
    assert list(tmp_path.iterdir()) == []


@needs_both
def test_evaluators_that_disagree_on_a_level_are_found_out_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.determine.DurableChain", _GenerousToThemes)
    ended = spiritlevel("assess", SCRUTINY)
    assert (ended.code, ended.out) == (70, b"")
    assert (
        "the evaluators disagree on theme 3: the reference evaluator says None, the second one advancing" in ended.err
    )
    assert "seen with no facts at all\n" in ended.err


@needs_both
def test_the_reference_alone_has_nobody_to_disagree_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.determine.DurableChain", _DeafToChairs)
    assert spiritlevel("assess", SCRUTINY, "--evaluators", "reference").code == 0
