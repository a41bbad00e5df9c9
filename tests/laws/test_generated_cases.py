"""The laws are worth what the cases are worth: every verdict, gap and way of being left out must come up."""

from collections import Counter

from hypothesis import event, given

from engine.determine import Judge
from engine.model.gap import GapKind
from engine.model.verdict import Verdict
from strategies import Case, cases


def test_every_verdict_comes_up_often() -> None:
    seen: Counter[str] = Counter()
    gaps: Counter[str] = Counter()
    left_out: Counter[str] = Counter()

    @given(cases())
    def look(case: Case) -> None:
        found = Judge.of(case.framework, both=False).determine(case.pack, case.as_at)
        for finding in found.criteria:
            event(finding.verdict)
            seen[finding.verdict] += 1
            gaps.update(gap.kind for gap in finding.gaps)
        left_out.update(out.why for out in found.left_out)

    look()
    share = {verdict: seen[verdict] / seen.total() for verdict in Verdict}
    assert min(share[verdict] for verdict in (Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN)) >= 0.05, share
    assert set(seen) == set(Verdict)
    assert set(gaps) == set(GapKind)
    assert set(left_out) == {"not_yet_in_force", "replaced", "struck"}
