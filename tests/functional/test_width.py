"""Text keeps to 80 columns: every example, every criterion, every fact type."""

from functools import cache
from pathlib import Path

import pytest

from command_runner import EXAMPLES, ROOT, SCRUTINY, spiritlevel
from engine.determine import Judge
from engine.explain import explain
from engine.loading.frameworks import load_framework
from engine.loading.packs import load_pack
from engine.model.framework import Framework
from engine.report.explanation_report import explanation_report
from engine.report.fact_types_report import fact_type_report
from engine.report.rule_report import rule_report
from engine.report.text import WIDTH, text
from evidence_schemas.catalogue import fact_types
from rules import framework_folder, framework_ids

GOOD_PACKS = [*EXAMPLES, SCRUTINY]


def too_wide(page: str) -> list[str]:
    return [line for line in page.splitlines() if len(line) > WIDTH or line != line.rstrip()]


@cache
def framework(framework_id: str) -> Framework:
    return load_framework(framework_folder(framework_id))


def test_there_are_examples() -> None:
    assert [pack.relative_to(ROOT / "examples").as_posix() for pack in EXAMPLES]


@pytest.mark.parametrize("pack", GOOD_PACKS, ids=lambda pack: pack.name)
def test_a_determination(pack: Path) -> None:
    ended = spiritlevel("assess", pack)
    assert ended.code == 0
    assert too_wide(ended.text) == []


@pytest.mark.parametrize("pack", GOOD_PACKS, ids=lambda pack: pack.name)
def test_the_explanation_of_every_criterion(pack: Path) -> None:
    loaded = load_pack(pack).pack
    assert loaded.as_at is not None
    judged_by = framework(loaded.framework)
    determination = Judge.of(judged_by, both=False).determine(loaded, loaded.as_at)
    pages = {
        criterion.id: text(explanation_report(explain(criterion.id, judged_by, loaded, determination)))
        for criterion in judged_by.criteria
    }
    assert [id_ for id_, page in pages.items() if too_wide(page)] == []
    some = judged_by.criteria[-1].id
    assert spiritlevel("why", pack, some).text == pages[some]


@pytest.mark.parametrize("framework_id", framework_ids())
def test_every_rule_in_words(framework_id: str) -> None:
    loaded = framework(framework_id)
    assert [c.id for c in loaded.criteria if too_wide(text(rule_report(c, loaded)))] == []


@pytest.mark.parametrize("framework_id", framework_ids())
def test_every_fact_type(framework_id: str) -> None:
    loaded = framework(framework_id)
    assert [kind for kind, one in fact_types().items() if too_wide(text(fact_type_report(one, loaded)))] == []


@pytest.mark.parametrize(
    "arguments",
    [("facts", "list"), ("rules", "list"), ("rules", "readings")],
    ids=" ".join,
)
def test_a_list(arguments: tuple[str, ...]) -> None:
    assert too_wide(spiritlevel(*arguments).text) == []


@pytest.mark.parametrize("arguments", [(), ("assess",), ("why",), ("rules", "show"), ("facts", "show")])
def test_help(arguments: tuple[str, ...]) -> None:
    ended = spiritlevel(*arguments, "--help")
    assert ended.code == 0
    assert [line for line in ended.text.splitlines() if len(line) > WIDTH] == []
