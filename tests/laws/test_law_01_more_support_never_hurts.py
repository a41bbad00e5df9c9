"""Law 1: adding a fact that disputes nothing and replaces nothing never turns `met` into anything else."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from engine.determine import Judge
from engine.model.criterion import Criterion
from engine.model.determination import Determination
from engine.model.framework import Framework
from engine.model.verdict import Verdict
from strategies import Case, cases, joined_cases, supporting_facts


def joined(criterion: Criterion) -> bool:
    return any(part.about for part in criterion.parts())


def met(found: Determination) -> set[str]:
    return {finding.id for finding in found.criteria if finding.verdict is Verdict.MET}


def met_clauses(found: Determination, framework: Framework) -> set[str]:
    """The clauses that may not fall: those of met criteria, and those of criteria in which no choice binds another."""
    return {
        clause.id
        for finding in found.criteria
        for clause in finding.clauses
        if clause.verdict is Verdict.MET
        if finding.verdict is Verdict.MET or not joined(framework.by_id[finding.id])
    }


def heights(found: Determination, framework: Framework) -> dict[str, int]:
    ladder = [None, *(level.id for level in framework.levels)]
    themes = {f"theme {theme.theme}": ladder.index(theme.level) for theme in found.levels.themes}
    return themes | {f"section {section.section}": ladder.index(section.level) for section in found.levels.sections}


@given(cases() | joined_cases(), st.data())
def test_more_support_never_hurts(case: Case, data: st.DataObject) -> None:
    more = data.draw(supporting_facts(case))
    facts = tuple(sorted((*case.pack.facts, more), key=lambda fact: fact.id))
    judge = Judge.of(case.framework, both=False)
    before = judge.determine(case.pack, case.as_at)
    after = judge.determine(replace(case.pack, facts=facts), case.as_at)
    assert met(before) <= met(after)
    still_met = {c.id for finding in after.criteria for c in finding.clauses if c.verdict is Verdict.MET}
    assert met_clauses(before, case.framework) <= still_met
    reached = heights(after, case.framework)
    assert all(reached[node] >= height for node, height in heights(before, case.framework).items())
