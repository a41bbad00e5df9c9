"""Edits as somebody writes them: what they become, and what is said of those that make no pack."""

import pytest

from engine.amend import InvalidChange
from engine.edits import Edits, added_by, edited, read_changes
from engine.model.change import AmendedFact, AnsweredQuestion, WithdrawnFact
from evidence_schemas.fact import Fact
from harbour import CHAIR, FRAMEWORK, PANEL, judged

REVIEW = {"kind": "membership_review", "status": "done", "done_on": "2024-01-31"}
PACK = judged(
    {
        "P1": PANEL,
        "H1": {**CHAIR, "about": ["P1"]},
        "R1": REVIEW,
        "X1": {"kind": "dispute", "disputes": ["1.1.1"]},
        "S1": {"kind": "data_series"},
    }
).pack


def faults(*sets: str, drop: str | None = None, answer: str | None = None) -> list[str]:
    """What is said of edits that are written so, whether while they are read or when they are made."""
    with pytest.raises(InvalidChange) as invalid:
        make(*sets, drop=drop, answer=answer)
    return list(invalid.value.faults)


def make(*sets: str, drop: str | None = None, answer: str | None = None) -> dict[str, Fact]:
    changes = read_changes(PACK, [drop] if drop else [], sets, [answer] if answer else [])
    return {fact.id: fact for fact in edited(PACK, Edits(changes=changes), FRAMEWORK).facts}


def test_edits_become_changes_one_a_fact() -> None:
    changes = read_changes(
        PACK,
        ["R1"],
        ["P1.scrutinises= taser , stop_and_search", "P1.status=planned", "P1.note=one, two = three", "H1.about="],
        ["deputy_employed = no", "employees=7"],
    )
    assert changes == (
        WithdrawnFact("R1"),
        AmendedFact(
            "P1", (("scrutinises", ("taser", "stop_and_search")), ("status", "planned"), ("note", "one, two = three"))
        ),
        AmendedFact("H1", (("about", ()),)),
        AnsweredQuestion("deputy_employed", "no"),
        AnsweredQuestion("employees", "7"),
    )


def test_what_is_dropped_leaves_what_refers_to_it() -> None:
    facts = make(drop="P1")
    assert facts.keys() == {"H1", "R1", "S1", "X1"}
    assert facts["H1"].about == {"P1"}  # type: ignore[attr-defined]


def test_what_is_added_is_all_that_the_larger_pack_has_more() -> None:
    larger = judged({"P1": PANEL, "P2": PANEL}, documents=[{"id": id_, "title": id_} for id_ in ("D1", "D2")]).pack
    smaller = judged({"P1": PANEL}).pack
    added = added_by(smaller, larger)
    assert [fact.id for fact in added.added] == ["P2"]
    assert [document.id for document in added.documents] == ["D2"]
    assert [fact.id for fact in edited(smaller, added, FRAMEWORK).facts] == ["P1", "P2"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("P1", "`P1` sets nothing; write `FACT.field=value`, such as `F12.status=done`"),
        ("P1=done", "`P1=done` sets nothing; write `FACT.field=value`, such as `F12.status=done`"),
        ("P1.=done", "`P1.=done` sets nothing; write `FACT.field=value`, such as `F12.status=done`"),
        ("P7.status=done", "the pack has no fact `P7`; write one of `H1`, `P1`, `R1`, `S1`, `X1`"),
        ("P1.statsu=done", "`P1`, a fact of the kind `scrutiny_panel`, has no field `statsu`; did you mean `status`?"),
        ("P1.id=P2", "`P1.id` cannot be changed; drop the fact and add another"),
        ("P1.kind=policy", "`P1.kind` cannot be changed; drop the fact and add another"),
        ("P1.period=2022", "`P1.period` has fields of its own; set `P1.period.from`, `P1.period.to`"),
        ("P1.period.form=2022", "`P1.period` has no field `form`; did you mean `from`?"),
        ("P1.status.x=done", "`P1.status` has no field `x`; set `P1.status` itself"),
        ("S1.points=1", "`S1.points` holds values with parts; add a fact from a file instead"),
        ("P1.status=in_plac", "`P1.status`: `status` does not know the word `in_plac`; did you mean `in_place`?"),
        ("H1.about=P2", "`H1.about`: no fact has the id `P2`; write one of `H1`, `P1`, `R1`, `S1`, `X1`"),
        (
            "H1.about=R1",
            (
                "`H1.about`: a fact of the kind `chair_appointment` cannot be about `R1`, which is of the kind "
                "`membership_review`; it may be about facts of these kinds: `scrutiny_panel`, `ethics_committee`"
            ),
        ),
        ("H1.replaces=H1", "`H1.replaces`: `H1` replaces itself; name the older fact, or take the field out"),
        ("P1.source.document=D2", "`P1.source.document`: no document has the id `D2`; write `D1`"),
        ("X1.disputes=1.1.7", "`X1.disputes`: unknown criterion `1.1.7`; did you mean `1.1.2`?"),
    ],
)
def test_a_set_that_makes_no_pack_is_told(text: str, fault: str) -> None:
    assert faults(text) == [fault]


def test_nothing_is_edited_twice() -> None:
    assert faults("P1.status=planned", "P1.status=in_place") == ["`P1.status` is set twice"]
    assert faults("P1.status=planned", drop="P1") == ["`P1` is dropped, so `status` cannot be set"]
    with pytest.raises(InvalidChange) as twice:
        read_changes(PACK, ["P1", "P1"], [], ["employees=1", "employees=2", "=3"])
    assert twice.value.faults == (
        "`P1` is dropped twice",
        "`employees` is answered twice",
        "`=3` answers nothing; write `QUESTION=yes`, `QUESTION=no` or a number",
    )


def test_every_fault_is_told_in_one_run() -> None:
    assert len(faults("P1", "P1.statsu=done", "H1.chair_is=nobody", drop="P9", answer="employees=few")) == 5


def test_facts_that_replace_one_another_and_settlements_that_contradict_are_told() -> None:
    settled = {"kind": "resolution", "about": ["X1"], "side": "evidence_upheld", "made_by": "pcc", "reasons": "seen"}
    pack = judged(
        {
            "P1": PANEL,
            "P2": {**PANEL, "replaces": ["P1"]},
            "X1": {"kind": "dispute", "disputes": ["P1"]},
            "Y1": {**settled, "made_on": "2024-01"},
            "Y2": {**settled, "made_on": "2024-02"},
        }
    ).pack
    changes = read_changes(pack, [], ["P1.replaces=P2", "Y2.side=dispute_upheld"], [])
    with pytest.raises(InvalidChange) as invalid:
        edited(pack, Edits(changes=changes), FRAMEWORK)
    assert [fault.partition(";")[0] for fault in invalid.value.faults] == [
        "`P2.replaces`: facts replace one another in a circle: `P1` replaces `P2` replaces `P1`",
        "`Y2.about`: `Y2` settles `X1` for the other side than `Y1` does",
    ]
