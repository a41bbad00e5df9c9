"""The engine says what the definition says, read a second time and tried by brute force.

The laws are worth what the generated cases are worth, so this also sees to it that every verdict comes up often, and
every sort of gap and of fact left out at all.
"""

from collections import Counter

from hypothesis import event, given, settings

from engine.determine import Judge
from engine.model.determination import Determination
from engine.model.gap import GapKind
from engine.model.verdict import Verdict
from oracle import judge
from strategies import Case, cases, dated_cases, joined_cases


def check(case: Case) -> Determination:
    """Compare engine and oracle. Where several assignments are best, a clause may have any of their verdicts."""
    expected = judge(case.framework, case.pack, case.as_at)
    found = Judge.of(case.framework, both=False).determine(case.pack, case.as_at)
    assert {finding.id: finding.verdict for finding in found.criteria} == expected.criteria
    for clause in (clause for finding in found.criteria for clause in finding.clauses):
        assert clause.verdict in expected.clauses[clause.id], clause.id
    assert {theme.theme: theme.level for theme in found.levels.themes if theme.encoded} == expected.themes
    assert {section.section: section.level for section in found.levels.sections if section.encoded} == expected.sections
    return found


@settings(max_examples=8 * settings().max_examples)
@given(joined_cases())
def test_the_engine_and_the_oracle_agree_on_joins(case: Case) -> None:
    check(case)


@settings(max_examples=8 * settings().max_examples)
@given(dated_cases())
def test_the_engine_and_the_oracle_agree_on_dates(case: Case) -> None:
    check(case)


def test_the_engine_and_the_oracle_agree_on_cases_of_every_sort() -> None:
    verdicts: Counter[str] = Counter()
    others: set[str] = set()

    @settings(max_examples=3 * settings().max_examples)
    @given(cases())
    def agree(case: Case) -> None:
        found = check(case)
        for finding in found.criteria:
            event(finding.verdict)
            verdicts[finding.verdict] += 1
            others.update(gap.kind for gap in finding.gaps)
        others.update(out.why for out in found.left_out)

    agree()
    share = {verdict: verdicts[verdict] / verdicts.total() for verdict in Verdict}
    assert min(share[verdict] for verdict in (Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN)) >= 0.05, share
    assert min(share.values()) > 0, share
    assert others == {*GapKind, "not_yet_in_force", "replaced", "struck"}
