"""A what-if says what determining both packs says, and puts nothing down to an edit that does not bring it about."""

import json

from hypothesis import given, reject
from hypothesis import strategies as st

from engine.determine import Judge
from engine.edits import Edits, edited
from engine.loading.packs import read_pack
from engine.model.change import AmendedFact, AnsweredQuestion, WithdrawnFact
from engine.model.fault import InvalidPack
from engine.what_if import AddedFact, Edit, OtherDay, WhatIf, what_if
from evidence_schemas.pack import EvidencePack
from strategies import Case, as_at_dates, cases, pack_document, supporting_facts


@st.composite
def edits_of(draw: st.DrawFn, case: Case) -> Edits:
    """A few edits that fit the pack: facts dropped, notes and observation days set, a question answered, one added."""
    ids = [fact.id for fact in case.pack.facts]
    # A replaced fact may not be dated after its replacement, so only facts that nobody replaces get another day.
    replaced = {old for fact in case.pack.facts for old in fact.replaces or ()}
    free = [fact.id for fact in case.pack.facts if not fact.replaces and fact.id not in replaced]
    chosen = draw(st.lists(st.sampled_from(ids), max_size=3, unique=True)) if ids else []
    changes: list[AmendedFact | WithdrawnFact | AnsweredQuestion] = []
    for id_ in chosen:
        day = AmendedFact(id_, (("observed_on", draw(st.sampled_from(["2015", "2031-05", ""]))),))
        noted = AmendedFact(id_, (("note", "a note"),))
        changes.append(WithdrawnFact(id_) if draw(st.booleans()) else day if id_ in free else noted)
    if draw(st.booleans()):
        changes.append(AnsweredQuestion("employees", draw(st.sampled_from(["0", "2", ""]))))
    added = draw(supporting_facts(case)) if draw(st.booleans()) else None
    return Edits((added,) if added is not None and added.id not in ids else (), (), tuple(changes))


def tried(case: Case, edits: Edits, data: st.DataObject) -> tuple[Judge, WhatIf]:
    judge = Judge.of(case.framework, both=False)
    day = data.draw(st.none() | as_at_dates)
    return judge, what_if(case.framework, judge, documented(case.pack), case.as_at, edits, day)


def documented(pack: EvidencePack) -> EvidencePack:
    """The pack as a file holds it, with the document that its facts cite; what no file could hold is no example."""
    try:
        return read_pack({"pack.json": json.dumps(pack_document(pack)).encode()}).pack
    except InvalidPack:
        reject()


@given(cases(), st.data())
def test_both_sides_are_what_determining_them_says(case: Case, data: st.DataObject) -> None:
    edits = data.draw(edits_of(case))
    judge, found = tried(case, edits, data)
    before = judge.determine(found.packs[0], case.as_at)
    after = judge.determine(edited(found.packs[0], edits, case.framework), found.after.as_at)
    assert (found.before, found.after) == (before, after)
    other = {
        one.id for one, then in zip(before.criteria, after.criteria, strict=True) if one.verdict is not then.verdict
    }
    assert {changed.criterion for changed in found.verdicts} == other


@given(cases(), st.data())
def test_the_edited_pack_is_the_one_that_its_file_holds(case: Case, data: st.DataObject) -> None:
    """Unless a fact that is referred to was dropped: then a file would not be read."""
    edits = data.draw(edits_of(case))
    _, found = tried(case, edits, data)
    there = {fact.id for fact in found.packs[1].facts}
    kept = [
        fact
        for fact in found.packs[1].facts
        if there.issuperset(name for field in ("about", "replaces") for name in getattr(fact, field, None) or ())
        and all(name in there or "." in name for name in getattr(fact, "disputes", ()))
    ]
    if len(kept) == len(there):
        again = read_pack({"pack.json": json.dumps(pack_document(found.packs[1])).encode()}).pack
        judge = Judge.of(case.framework, both=False)
        assert judge.determine(again, found.after.as_at).criteria == found.after.criteria


def with_only(found: WhatIf, case: Case, kept: tuple[Edit, ...], judge: Judge) -> dict[str, str]:
    """The verdicts with only some of the edits, each made by itself."""
    edits = Edits(
        tuple(edit.fact for edit in kept if isinstance(edit, AddedFact)),
        (),
        tuple(edit for edit in kept if not isinstance(edit, AddedFact | OtherDay)),
    )
    day = next((edit.day for edit in kept if isinstance(edit, OtherDay)), case.as_at)
    pack = edited(found.packs[0], edits, case.framework)
    return {one.id: one.verdict for one in judge.determine(pack, day).criteria}


@given(cases(), st.data())
def test_causes_are_enough_and_none_can_be_left_out(case: Case, data: st.DataObject) -> None:
    judge, found = tried(case, data.draw(edits_of(case)), data)
    for changed in found.verdicts:
        assert changed.causes
        assert with_only(found, case, changed.causes, judge)[changed.criterion] == changed.after.verdict
        for edit in changed.causes:
            fewer = tuple(other for other in changed.causes if other is not edit)
            assert with_only(found, case, fewer, judge)[changed.criterion] != changed.after.verdict


@given(cases(), st.data())
def test_an_edit_that_is_said_to_change_no_verdict_changes_none(case: Case, data: st.DataObject) -> None:
    judge, found = tried(case, data.draw(edits_of(case)), data)
    every = tuple(effect.edit for effect in found.effects)
    whole, nothing = with_only(found, case, every, judge), with_only(found, case, (), judge)
    for effect in found.effects:
        alone = with_only(found, case, (effect.edit,), judge)
        without = with_only(found, case, tuple(edit for edit in every if edit is not effect.edit), judge)
        if not effect.decides:
            assert {id_ for id_ in alone if alone[id_] != nothing[id_]} == set(effect.alone)
            assert {id_ for id_ in whole if without[id_] != whole[id_]} == set(effect.without)
        if effect.needless:
            assert (alone, without) == (nothing, whole)


@given(cases())
def test_without_edits_nothing_changes(case: Case) -> None:
    judge = Judge.of(case.framework, both=False)
    found = what_if(case.framework, judge, documented(case.pack), case.as_at, Edits())
    assert found.before.criteria == found.after.criteria
    assert found.before.levels == found.after.levels
    assert (found.verdicts, found.gaps, found.effects) == ((), (), ())
