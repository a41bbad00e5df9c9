"""The published shape of a determination."""

import json
from typing import Any

import pytest

from engine.model.condition import AtLeast, AtMost, Count, Covers, Is, OneOf, Recorded, Test, WithinMonths, WithinRhythm
from engine.report.canonical import Json, canonical
from engine.report.determination_json import determination_json
from engine.report.gap_json import test_told as in_words_of_the_notation
from harbour import CHAIR, FRAMEWORK, PANEL, Judged, judged

REVIEW = {"kind": "membership_review", "done_on": "2023-03-30", "groups": ["women"], "status": "done"}


def said(case: Judged) -> dict[str, Any]:
    loaded = json.loads(canonical(determination_json(case.determination, FRAMEWORK)))
    assert isinstance(loaded, dict)
    return loaded


def criterion(case: Judged, id_: str) -> dict[str, Any]:
    return next(found for found in said(case)["criteria"] if found["id"] == id_)


def test_the_head() -> None:
    case = judged()
    told = said(case)
    assert told["schema"] == "spiritlevel.determination/1"
    assert told["pack"] == {"organisation": "Office for Example Valley", "digest": case.pack.digest}
    assert told["framework"] == {"id": "harbour", "edition": "2024-01", "digest": FRAMEWORK.digest}
    assert told["as_at"] == "2024-03-31"
    assert told["evaluators"] == ["reference"]


def test_levels_are_none_where_none_is_reached_and_null_where_criteria_are_not_encoded() -> None:
    quay, sea = said(judged())["sections"]
    assert (quay["id"], quay["level"], quay["encoded"]) == ("A", "none", True)
    assert (sea["id"], sea["level"], sea["encoded"]) == ("B", None, False)
    assert (sea["themes"][0]["level"], sea["themes"][0]["encoded"]) == (None, False)


def test_a_level_that_is_reached_with_counts_and_what_holds_back() -> None:
    facts = {"P1": PANEL, "H1": {**CHAIR, "about": ["P1"]}}
    profile = {"deputy_employed": {"answer": "no", "reason": "there is none"}}
    (theme,) = said(judged(facts, profile=profile))["sections"][0]["themes"]
    assert theme["level"] == "moored"
    assert theme["held_back_by"] == ["1.2.1"]
    assert theme["counts"] == {
        "moored": {"met": 1, "not_applicable": 1, "encoded": 2, "of": 2},
        "afloat": {"met": 0, "not_applicable": 0, "encoded": 1, "of": 1},
    }


def test_a_criterion_that_is_met_has_its_facts_and_no_gap() -> None:
    told = criterion(judged({"P1": PANEL, "H1": {**CHAIR, "about": ["P1"]}}), "1.1.1")
    assert (told["theme"], told["level"], told["title"]) == ("1", "moored", "A panel with a chair")
    assert (told["verdict"], told["gaps"], told["reason"]) == ("met", [], None)
    assert [(clause["id"], clause["verdict"], clause["facts"]) for clause in told["clauses"]] == [
        ("1.1.1.a", "met", ["P1"]),
        ("1.1.1.b", "met", ["H1"]),
    ]


def test_a_criterion_that_does_not_apply_says_why() -> None:
    profile = {"deputy_employed": {"answer": "no", "reason": "there is none"}}
    told = criterion(judged(profile=profile), "1.1.2")
    assert (told["verdict"], told["reason"], told["clauses"], told["gaps"]) == (
        "not_applicable",
        "there is none",
        [],
        [],
    )


@pytest.mark.parametrize(
    ("facts", "id_", "expected"),
    [
        ({}, "1.1.1", {"kind": "absent", "clause": "1.1.1.a", "fact": None, "want": 1}),
        (
            {"P1": {**PANEL, "status": "planned"}},
            "1.1.1",
            {
                "kind": "contrary",
                "fact": "P1",
                "fact_kind": "scrutiny_panel",
                "field": "status",
                "found_values": ["planned"],
                "needed_tests": {"status": {"is": "in_place"}},
            },
        ),
        (
            {"P1": {**PANEL, "scrutinises": None}},
            "1.1.1",
            {"kind": "unrecorded", "fact": "P1", "field": "scrutinises", "found": None, "found_values": []},
        ),
        (
            {"R1": REVIEW},
            "1.1.2",
            {"kind": "stale", "fact": "R1", "field": "done_on", "lapsed_on": "2024-03-31"},
        ),
        (
            {"R1": REVIEW},
            "1.1.2",
            {"kind": "too_few", "field": "groups", "have": 1, "needed_tests": {"groups": {"count": 2}}},
        ),
        ({"R1": REVIEW}, "1.1.2", {"kind": "profile", "clause": None, "question": "deputy_employed"}),
        ({"R1": REVIEW}, "1.2.1", {"kind": "too_few", "clause": "1.2.1.a", "have": 1, "want": 2}),
        (
            {
                "P1": PANEL,
                "H1": {**CHAIR, "about": ["P1"]},
                "X1": {"kind": "dispute", "disputes": ["P1"]},
            },
            "1.1.1",
            {"kind": "contested", "fact": "P1", "disputes": ["X1"]},
        ),
    ],
)
def test_each_gap_has_the_data_that_its_sentence_is_made_from(
    facts: dict[str, dict[str, object]], id_: str, expected: dict[str, Json]
) -> None:
    stated = {name: {key: value for key, value in fact.items() if value is not None} for name, fact in facts.items()}
    gaps = criterion(judged(stated), id_)["gaps"]
    matching = [gap for gap in gaps if gap["kind"] == expected["kind"] and expected.items() <= gap.items()]
    assert len(matching) == 1
    assert matching[0]["text"]


def test_what_passed_by_is_named_beside_what_is_absent() -> None:
    (gap, _) = criterion(judged({"P1": {**PANEL, "scrutinises": ["taser"]}}), "1.1.1")["gaps"]
    assert gap["near"] == [{"fact": "P1", "field": "scrutinises", "found": ["taser"]}]
    assert gap["needed_tests"] == {"status": {"is": "in_place"}, "scrutinises": {"covers": ["use_of_force"]}}


def test_a_disclosed_absence_is_shown() -> None:
    told = criterion(judged(not_held=[{"kind": "membership_review", "reason": "none was made"}]), "1.2.1")
    assert told["verdict"] == "unknown"
    assert all(gap["not_held"] == ["none was made"] for gap in told["gaps"] if gap["kind"] == "absent")


def test_an_upheld_dispute_of_a_criterion_and_facts_that_do_not_count() -> None:
    case = judged(
        {
            "P1": PANEL,
            "P2": {**PANEL, "began_on": "2025-01-01"},
            "X1": {"kind": "dispute", "disputes": ["1.1.1"]},
            "S1": {
                "kind": "resolution",
                "about": ["X1"],
                "side": "dispute_upheld",
                "made_by": "chief_executive",
                "made_on": "2024-01-01",
                "reasons": "the minutes agree",
            },
        }
    )
    told = criterion(case, "1.1.1")
    assert (told["verdict"], told["upheld"], told["disputes"]) == ("not_met", ["S1"], [])
    assert said(case)["left_out"] == [{"fact": "P2", "why": "not_yet_in_force", "by": ["2025-01-01"]}]


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        (Is("done"), {"is": "done"}),
        (OneOf(("a", "b")), {"one_of": ["a", "b"]}),
        (Covers(("a", "b")), {"covers": ["a", "b"]}),
        (AtLeast("2"), {"at_least": "2"}),
        (AtMost("2"), {"at_most": "2"}),
        (Recorded(), {"recorded": "yes"}),
        (WithinMonths(12), {"within": "12 months"}),
        (WithinRhythm(), {"within": "rhythm"}),
        (Count(3), {"count": 3}),
    ],
)
def test_every_test_in_the_words_of_the_notation(test: Test, expected: Json) -> None:
    assert in_words_of_the_notation(test) == expected
