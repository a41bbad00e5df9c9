"""Proofs and refutations, down to the facts and the places they come from."""

import pytest

from engine.explain import Citation
from engine.model.verdict import Outcome, Verdict
from engine.sentences import condition_words
from evidence_schemas.catalogue import fact_types
from harbour import CHAIR, FRAMEWORK, PANEL, judged

MET = {"P1": PANEL, "H1": {**CHAIR, "about": ["P1"]}}


def test_a_proof_names_fact_document_place_and_quote() -> None:
    source = {"document": "D1", "locator": "page 2", "quote": "chaired by a neighbour"}
    why = judged({**MET, "H1": {**MET["H1"], "source": source, "note": "seen twice"}}).why("1.1.1")
    assert (why.verdict, why.combine, why.paragraph) == (Verdict.MET, "all", "1.1.1")
    chair = why.clauses[1].facts[0]
    assert chair.citation == Citation(
        "H1", fact_types()["chair_appointment"].label, "Annual report", "page 2", "chaired by a neighbour", "seen twice"
    )
    assert [(demand.outcome, demand.gap) for demand in chair.demands] == [(Outcome.SATISFIED, None)]


def test_every_condition_of_a_clause_is_told_in_order() -> None:
    panel = judged(MET).why("1.1.1").clauses[0].facts[0]
    conditions = FRAMEWORK.by_id["1.1.1"].parts()[0].where
    assert [demand.words for demand in panel.demands] == [condition_words("scrutiny_panel", c) for c in conditions]


def test_a_refutation_names_what_is_missing_and_what_came_near() -> None:
    why = judged({"P1": {**PANEL, "scrutinises": ["taser"]}}).why("1.1.1")
    (missing,) = why.clauses[0].facts
    assert (why.verdict, missing.citation) == (Verdict.UNKNOWN, None)
    (demand,) = missing.demands
    assert demand.outcome is Outcome.UNRECORDED
    assert demand.gap is not None
    assert len(demand.near) == 1
    assert "P1" in demand.near[0]


def test_a_fact_that_says_otherwise_is_shown_with_what_it_says() -> None:
    (panel,) = judged({"P1": {**PANEL, "status": "planned"}}).why("1.1.1").clauses[0].facts
    assert panel.citation is not None
    assert [(demand.outcome, demand.gap is None) for demand in panel.demands] == [
        (Outcome.CONTRARY, False),
        (Outcome.SATISFIED, True),
    ]


def test_two_facts_for_a_part_that_asks_for_two() -> None:
    facts = {id_: {"kind": "membership_review", "status": "done"} for id_ in ("R1", "R2")}
    clause = judged(facts).why("1.2.1").clauses[0]
    assert clause.verdict is Verdict.MET
    assert [fact.citation.fact for fact in clause.facts if fact.citation] == ["R1", "R2"]
    assert [len(fact.demands) for fact in clause.facts] == [1, 1]


@pytest.mark.parametrize(("disputed", "of_clause", "of_whole"), [("P1", ["X1"], []), ("1.1.1", [], ["X1"])])
def test_an_open_dispute_stands_where_it_belongs(disputed: str, of_clause: list[str], of_whole: list[str]) -> None:
    why = judged({**MET, "X1": {"kind": "dispute", "disputes": [disputed]}}).why("1.1.1")
    assert why.verdict is Verdict.CONTESTED
    assert [cited.fact for clause in why.clauses for cited in clause.disputes] == of_clause
    assert [cited.fact for cited in why.disputes] == of_whole


def test_an_upheld_dispute_of_the_criterion_cites_the_resolution() -> None:
    resolution = {
        "kind": "resolution",
        "about": ["X1"],
        "side": "dispute_upheld",
        "made_by": "chief_executive",
        "made_on": "2024-01-01",
        "reasons": "the minutes agree",
    }
    why = judged({**MET, "X1": {"kind": "dispute", "disputes": ["1.1.1"]}, "S1": resolution}).why("1.1.1")
    assert why.verdict is Verdict.NOT_MET
    assert [(cited.fact, cited.locator) for cited in why.upheld] == [("S1", "page of S1")]
    assert why.disputes == ()


def test_what_does_not_apply_says_why_and_shows_no_clause() -> None:
    why = judged(profile={"deputy_employed": {"answer": "no", "reason": "there is none"}}).why("1.1.2")
    assert (why.verdict, why.reason, why.clauses) == (Verdict.NOT_APPLICABLE, "there is none", ())


def test_an_open_question_stands_with_the_criterion_or_with_its_clause() -> None:
    assert len(judged().why("1.1.2").open_questions) == 1
    why = judged().why("1.2.1")
    assert why.open_questions == ()
    assert [len(clause.open_questions) for clause in why.clauses] == [0, 1]


def test_facts_that_do_not_count_are_named_where_the_criterion_reads_their_kind() -> None:
    case = judged({**MET, "P2": {**PANEL, "began_on": "2025-01-01"}})
    assert [out.fact for out in case.why("1.1.1").left_out] == ["P2"]
    assert case.why("1.2.1").left_out == ()


def test_a_criterion_that_the_framework_lacks() -> None:
    with pytest.raises(KeyError):
        judged().why("9.9.9")
