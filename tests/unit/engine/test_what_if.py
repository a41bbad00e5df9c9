"""What edits change, which edit is behind which change, and which edits change nothing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from engine.determine import Judge
from engine.edits import Edits, read_changes
from engine.model.gap import GapKind
from engine.model.verdict import Verdict
from engine.what_if import AddedFact, Edit, Effect, OtherDay, WhatIf, what_if
from evidence_schemas.catalogue import fact_types
from evidence_schemas.pack import EvidencePack
from harbour import AS_AT, CHAIR, FRAMEWORK, PANEL, judged

SOURCE = {"document": "D1", "locator": "page 9"}
CHAIRED = {**CHAIR, "about": ["P1"]}
MET = {"P1": PANEL, "H1": CHAIRED}
NO_DEPUTY = {"deputy_employed": {"answer": "no", "reason": "there is none"}}


def tried(
    pack: EvidencePack,
    *sets: str,
    drop: tuple[str, ...] = (),
    answer: tuple[str, ...] = (),
    add: Mapping[str, Mapping[str, object]] | None = None,
    day: date | None = None,
) -> WhatIf:
    more = tuple(  # as a file would hold them; what they refer to may stand in the pack
        fact_types()[str(said["kind"])].model.model_validate({"id": id_, "source": SOURCE, **said})
        for id_, said in (add or {}).items()
    )
    enlarged = replace(pack, facts=tuple(sorted((*pack.facts, *more), key=lambda fact: fact.id)))
    edits = Edits(more, (), read_changes(enlarged, drop, sets, answer))
    return what_if(FRAMEWORK, Judge.of(FRAMEWORK, both=False), pack, AS_AT, edits, day)


def changes(found: WhatIf) -> dict[str, tuple[Verdict, Verdict, tuple[str, ...]]]:
    return {
        one.criterion: (one.before.verdict, one.after.verdict, tuple(name(edit) for edit in one.causes))
        for one in found.verdicts
    }


def name(edit: Edit) -> str:
    match edit:
        case AddedFact(fact):
            return f"+{fact.id}"
        case OtherDay(day):
            return day.isoformat()
        case _:
            return str(getattr(edit, "fact", None) or getattr(edit, "question", ""))


def effects(found: WhatIf) -> dict[str, Effect]:
    return {name(effect.edit): effect for effect in found.effects}


def test_without_edits_nothing_changes() -> None:
    pack = judged(MET).pack
    found = tried(pack)
    assert found.packs == (pack, pack)
    assert found.before == found.after == judged(MET).determination
    assert (found.verdicts, found.gaps, found.effects) == ((), (), ())


def test_a_fact_that_is_dropped_is_the_cause() -> None:
    found = tried(judged(MET).pack, drop=("H1",))
    assert changes(found) == {"1.1.1": (Verdict.MET, Verdict.UNKNOWN, ("H1",))}
    (changed,) = found.verdicts
    assert changed.closed == ()
    assert [(gap.kind, gap.clause) for gap in changed.opened] == [(GapKind.ABSENT, "1.1.1.b")]
    assert effects(found)["H1"].decides == ("1.1.1",)


def test_edits_that_do_it_together_are_all_causes() -> None:
    found = tried(judged({}).pack, add={"P1": PANEL, "H1": CHAIRED, "P2": PANEL})
    assert changes(found) == {"1.1.1": (Verdict.UNKNOWN, Verdict.MET, ("+P1", "+H1"))}
    assert effects(found)["+P2"].decides == effects(found)["+P2"].alone == effects(found)["+P2"].without == ()


def test_an_edit_that_another_one_makes_idle_would_do_it_alone() -> None:
    found = tried(judged(MET).pack, "H1.chair_is=opcc_member_or_staff", drop=("P1",))
    assert changes(found) == {"1.1.1": (Verdict.MET, Verdict.UNKNOWN, ("P1",))}
    assert effects(found)["H1"] == Effect(effects(found)["H1"].edit, (), ("1.1.1",), (), (), needless=False)


def test_edits_that_undo_one_another_are_told() -> None:
    found = tried(judged(MET).pack, drop=("P1",), add={"P2": PANEL, "H2": {**CHAIR, "about": ["P2"]}})
    assert found.verdicts == ()
    of = effects(found)
    assert (of["P1"].alone, of["P1"].without) == (("1.1.1",), ())
    assert (of["+P2"].alone, of["+P2"].without) == ((), ("1.1.1",))
    assert (of["+H2"].alone, of["+H2"].without) == ((), ("1.1.1",))


def test_the_day_is_an_edit_too() -> None:
    pack = judged({**MET, "H1": {**CHAIRED, "ended_on": "2024-05-31"}}).pack
    found = tried(pack, day=date(2024, 6, 1))
    assert changes(found) == {"1.1.1": (Verdict.MET, Verdict.UNKNOWN, ("2024-06-01",))}
    assert [gap.kind for gap in found.verdicts[0].opened] == [GapKind.STALE]
    assert found.after.as_at == date(2024, 6, 1)


def test_an_answer_takes_a_criterion_out() -> None:
    found = tried(judged({}).pack, answer=("deputy_employed=no",))
    assert changes(found) == {"1.1.2": (Verdict.UNKNOWN, Verdict.NOT_APPLICABLE, ("deputy_employed",))}
    closed = {gap.kind for gap in found.verdicts[0].closed}
    assert closed == {GapKind.ABSENT, GapKind.PROFILE}


def test_other_gaps_under_the_same_verdict_are_told_apart_from_changes() -> None:
    found = tried(judged({"P1": PANEL}).pack, add={"H1": {**CHAIRED, "chair_is": None}})
    assert found.verdicts == ()
    (shifted,) = found.gaps
    assert (shifted.criterion, [gap.kind for gap in shifted.closed]) == ("1.1.1", [GapKind.ABSENT])
    assert [gap.kind for gap in shifted.opened] == [GapKind.UNRECORDED]
    assert effects(found)["+H1"].gaps == ("1.1.1",)


def test_what_is_so_already_is_needless() -> None:
    pack = judged(MET, profile=NO_DEPUTY).pack
    found = tried(pack, "P1.status=in_place", "H1.chair_is=opcc_member_or_staff", day=AS_AT)
    assert {key for key, effect in effects(found).items() if effect.needless} == {"P1", AS_AT.isoformat()}


def test_a_dispute_that_is_added_and_settled() -> None:
    dispute = {"kind": "dispute", "disputes": ["H1"]}
    settled = {
        "kind": "resolution",
        "about": ["X1"],
        "side": "evidence_upheld",
        "made_by": "pcc",
        "made_on": "2024-03",
        "reasons": "seen",
    }
    pack = judged(MET).pack
    assert changes(tried(pack, add={"X1": dispute})) == {"1.1.1": (Verdict.MET, Verdict.CONTESTED, ("+X1",))}
    both = tried(pack, add={"X1": dispute, "Y1": settled})
    assert both.verdicts == ()
    assert effects(both)["+X1"].alone == ("1.1.1",)
    assert effects(both)["+Y1"].without == ("1.1.1",)


def test_a_fact_that_only_came_near_is_no_part_of_what_is_missing() -> None:
    found = tried(judged({"P1": {**PANEL, "scrutinises": ["taser"]}}).pack, drop=("P1",))
    assert (found.verdicts, found.gaps) == ((), ())
    assert found.before.criteria != found.after.criteria
