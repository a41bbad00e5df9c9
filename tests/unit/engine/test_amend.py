"""Changes of a pack: what may be changed, what it becomes, and what is said of a change that no pack can hold."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from engine.amend import InvalidChange, amended, stated
from engine.loading.packs import read_pack
from engine.model.change import AmendedFact, AnsweredQuestion, Change, NewFact, WithdrawnFact
from evidence_schemas.catalogue import FactType, FieldType, fact_types
from evidence_schemas.fact import Fact
from evidence_schemas.pack import EvidencePack
from evidence_schemas.when import When
from harbour import CHAIR, PANEL, judged

PACK = judged({"P1": PANEL, "H1": {**CHAIR, "about": ["P1"]}}).pack
WRITTEN = {"number": "7", "amount": "0.10", "text": "A text", "day": "2022-03", "yes_no": "no", "references": ["F1"]}
POINT = {"period": {"from": "2021", "to": "2022-03"}, "value": "0.50", "base": "12.0"}


def written(field: FieldType) -> object:
    """A value of the field as a pack would write it."""
    if field.vocabulary is None:
        return WRITTEN[field.shape]
    words = [word.value for word in field.vocabulary]
    return words[:2] if field.shape == "words" else words[-1]


def full(described: FactType) -> dict[str, Any]:
    """A fact of the kind with every field filled, as a pack would write it."""
    fact: dict[str, Any] = {
        "id": "F0",
        "kind": described.kind,
        "source": {"document": "D1", "locator": "page 1", "quote": "said"},
        "recorded_by": "A clerk",
        "observed_on": "2022",
        "period": {"from": "2021-04-01", "to": "2022"},
        "replaces": ["F9"],
        "note": "A note, with a comma",
        **{name: written(field) for name, field in described.fields.items()},
    }
    if described.about is not None:
        fact["about"] = ["F1", "F2"]
    if "points" in described.model.model_fields and "points" not in described.fields:
        fact["points"] = [POINT, {**POINT, "group": "women"}]
    return fact


def only(fact: Fact) -> EvidencePack:
    return replace(PACK, facts=(fact,))


def changed(*changes: Change) -> dict[str, Fact]:
    return {fact.id: fact for fact in amended(PACK, changes).facts}


def faults(*changes: Change) -> tuple[str, ...]:
    with pytest.raises(InvalidChange) as invalid:
        amended(PACK, changes)
    return invalid.value.faults


@pytest.mark.parametrize("kind", fact_types())
def test_every_fact_is_the_same_after_it_was_written_and_read_again(kind: str) -> None:
    described = fact_types()[kind]
    fact = described.model.model_validate(full(described))
    assert set(described.model.model_fields) == set(fact.model_fields_set), "some field was left out"
    again = described.model.model_validate(json.loads(json.dumps(stated(fact))))
    assert again == fact
    (noted,) = amended(only(fact), [AmendedFact("F0", (("note", "Another note"),))]).facts
    assert noted == fact.model_copy(update={"note": "Another note"})
    (cleared,) = amended(only(fact), [AmendedFact("F0", (("period", ""), ("replaces", ())))]).facts
    assert cleared == fact.model_copy(update={"period": None, "replaces": None})


@pytest.mark.parametrize("kind", fact_types())
def test_a_fact_that_states_nothing_is_the_same_too(kind: str) -> None:
    described = fact_types()[kind]
    needed = {name for name, info in described.model.model_fields.items() if info.is_required()}
    fact = described.model.model_validate({name: said for name, said in full(described).items() if name in needed})
    (noted,) = amended(only(fact), [AmendedFact("F0", (("note", "A note"),))]).facts
    assert noted == fact.model_copy(update={"note": "A note"})


def test_without_changes_the_pack_is_the_same_to_the_digest() -> None:
    assert amended(PACK, []) == PACK


def test_a_changed_pack_is_the_one_that_a_file_would_hold() -> None:
    changes: list[Change] = [
        AmendedFact("H1", (("chair_is", "jointly_chaired"), ("ended_on", "2025"), ("source.quote", "by two"))),
        WithdrawnFact("P1"),
        AmendedFact("H1", (), about=("P2",)),
        NewFact("P2", "scrutiny_panel", (("scrutinises", ("taser",)), ("status", "in_place"))),
        AnsweredQuestion("employees", "12"),
    ]
    pack = amended(PACK, changes)
    source = {"document": "still_to_be_written", "locator": "not yet written"}
    said = {
        "pack": "1",
        "organisation": PACK.organisation,
        "framework": PACK.framework,
        "profile": {"employees": 12},
        "documents": [
            {"id": "D1", "title": "Annual report"},
            {"id": "still_to_be_written", "title": "a document still to be written"},
        ],
        "facts": [
            {"id": "P2", "kind": "scrutiny_panel", "status": "in_place", "scrutinises": ["taser"], "source": source},
            {
                "id": "H1",
                "kind": "chair_appointment",
                "about": ["P2"],
                "chair_is": "jointly_chaired",
                "ended_on": "2025",
                "source": {"document": "D1", "locator": "page of H1", "quote": "by two"},
            },
        ],
    }
    assert pack == read_pack({"pack.json": json.dumps(said).encode()}).pack
    assert [fact.id for fact in PACK.facts] == ["H1", "P1"]


def test_fields_within_a_field_are_set_and_cleared_one_by_one() -> None:
    period = (("period.from", "2021-04"), ("period.to", "2022-03-31"))
    fact = changed(AmendedFact("P1", period))["P1"]
    assert fact.period is not None
    assert (fact.period.begins, fact.period.ends) == (When.parse("2021-04"), When.parse("2022-03-31"))
    both = changed(AmendedFact("P1", period), AmendedFact("P1", (("period.from", ""), ("period.to", ""))))
    assert both["P1"].period is None
    assert faults(AmendedFact("P1", (("period.from", "2021"),))) == ("`P1.period`: `period` lacks `to`; add `to: ...`",)


def test_a_question_is_answered_and_opened_again() -> None:
    answered = amended(PACK, [AnsweredQuestion("deputy_employed", "no")])
    assert answered.profile.deputy_employed is not None
    assert answered.profile.deputy_employed.answer is False
    assert "assumed" in answered.profile.deputy_employed.reason
    assert amended(answered, [AnsweredQuestion("deputy_employed", "")]) == PACK


def test_amounts_keep_their_value() -> None:
    described = fact_types()["data_series"]
    fact = described.model.model_validate(full(described))
    (noted,) = amended(only(fact), [AmendedFact("F0", (("note", "n"),))]).facts
    points = noted.points  # type: ignore[attr-defined]
    assert [(point.value, point.base) for point in points] == [(Decimal("0.50"), Decimal("12.0"))] * 2


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (WithdrawnFact("P2"), "the pack has no fact `P2`; write one of `H1`, `P1`"),
        (AmendedFact("H2", ()), "the pack has no fact `H2`; write one of `H1`, `P1`"),
        (NewFact("P1", "scrutiny_panel", ()), "the pack has a fact `P1` already"),
        (
            AmendedFact("P1", (("scrutinises", ("taser", "tasser")),)),
            "`P1.scrutinises`: `scrutinises` does not know the word `tasser`; did you mean `taser`?",
        ),
        (
            AmendedFact("P1", (("statsu", "done"),)),
            "`P1.statsu`: this fact has no field `statsu`; did you mean `status`?",
        ),
        (
            AmendedFact("P1", (("ended_on", ("2022",)),)),
            (
                "`P1.ended_on`: `ended_on` must be a date, found a list; "
                "write a day, a month or a year: `2022-03-31`, `2022-03`, `2022`"
            ),
        ),
        (
            AmendedFact("P1", (("source", ""),)),
            "`P1`: this fact lacks `source`; write `source: {document: ..., locator: ...}`",
        ),
        (
            AnsweredQuestion("deputy_employd", "no"),
            "the profile has no question `deputy_employd`; did you mean `deputy_employed`?",
        ),
        (
            AnsweredQuestion("deputy_employed", "3"),
            "`profile.deputy_employed.answer`: `answer` must be `yes` or `no`, found `3`",
        ),
        (
            AnsweredQuestion("employees", "some"),
            "`profile.employees`: `employees` must be a whole number, found `some`; write it in digits, such as `24`",
        ),
    ],
    ids=lambda value: "" if isinstance(value, str) else str(value),
)
def test_a_change_that_no_pack_can_hold_is_told(change: Change, fault: str) -> None:
    assert faults(change) == (fault,)


def test_every_fault_of_every_change_is_told() -> None:
    told = faults(
        AmendedFact("P1", (("statsu", "done"), ("status", "doen"))), WithdrawnFact("X"), AnsweredQuestion("q", "no")
    )
    assert len(told) == 4
