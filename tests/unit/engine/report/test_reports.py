"""What each report lays before its reader."""

from collections.abc import Iterable
from typing import get_args

import pytest

from engine.model.determination import LeftOut, WhyLeftOut
from engine.report.determination_report import determination_report, left_out_words
from engine.report.explanation_report import explanation_report
from engine.report.fact_types_report import fact_type_report, fact_types_report
from engine.report.report import Block, Heading, Item, Listing, Paragraph, Report, Table
from engine.report.rule_report import readings_report, rule_report, rules_report
from engine.rule_words import lead_words, rule_words
from evidence_schemas.catalogue import fact_types
from harbour import CHAIR, FRAMEWORK, PANEL, Judged, judged

MET = {"P1": PANEL, "H1": {**CHAIR, "about": ["P1"]}}


def lines(report: Report) -> list[str]:
    """Everything that a report says, a line a heading, paragraph, row or point."""
    return list(_lines(report.blocks))


def _lines(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        match block:
            case Heading(_, words) | Paragraph(words):
                yield words
            case Table(columns, rows):
                yield from (" | ".join(cells) for cells in (columns, *rows))
            case Listing(items):
                yield from _points(items)


def _points(items: Iterable[Item]) -> Iterable[str]:
    for item in items:
        yield item.text
        yield from _points(item.items)


def determined(case: Judged) -> list[str]:
    return lines(determination_report(case.determination, FRAMEWORK))


def explained(case: Judged, criterion: str) -> list[str]:
    return lines(explanation_report(case.why(criterion)))


def test_a_determination_begins_with_the_levels() -> None:
    said = determined(judged(MET, profile={"deputy_employed": {"answer": "no", "reason": "there is none"}}))
    assert said[0] == "Office for Example Valley"
    assert "As at 2024-03-31. Decided by: reference." in said[1]
    assert said[2:7] == [
        "Levels",
        "section and theme | level | Moored | Afloat",
        "A  On the quay | Moored |  | ",
        " 1 Watch | Moored | 2 of 2 | 0 of 1",
        "B  At sea | not given |  | ",
    ]


def test_a_determination_names_what_holds_a_theme_back_and_every_criterion_with_its_gaps() -> None:
    case = judged({"P1": PANEL})
    said = determined(case)
    assert "Held back by 1.1.1 and 1.1.2." in said
    assert "1.1.1 UNKNOWN: A panel with a chair" in said
    gaps = [gap for finding in case.determination.criteria for gap in finding.gaps]
    assert sum(": " in line and line.startswith("1.") for line in said) == len(gaps) + len(FRAMEWORK.criteria)


def test_a_determination_says_why_a_criterion_does_not_apply() -> None:
    said = determined(judged(profile={"deputy_employed": {"answer": "no", "reason": "there is none"}}))
    assert "1.1.2 NOT APPLICABLE (there is none): A deputy who is trained" in said


def test_a_determination_ends_with_what_does_not_count_and_the_digests() -> None:
    case = judged({**MET, "P2": {**PANEL, "began_on": "2025-01-01"}, "P3": {**PANEL, "replaces": ["P1"]}})
    said = determined(case)
    assert said[-4:-1] == [
        "Facts that do not count",
        "P1: replaced by P3",
        "P2: dated 2025-01-01, after the as-at date: not yet in force",
    ]
    assert case.pack.digest in said[-1]
    assert FRAMEWORK.digest in said[-1]


@pytest.mark.parametrize("why", get_args(WhyLeftOut))
def test_every_reason_why_a_fact_does_not_count_has_words(why: WhyLeftOut) -> None:
    assert "Z9" in left_out_words(LeftOut("F1", why, ("Z9",)))


def test_a_proof_goes_from_the_criterion_down_to_the_place() -> None:
    source = {"document": "D1", "locator": "page 2", "quote": "chaired by a neighbour"}
    said = explained(judged({**MET, "H1": {**MET["H1"], "source": source, "note": "seen"}}), "1.1.1")
    assert said[0] == "1.1.1 MET: A panel with a chair"
    assert "All of these must be met:" in said
    assert "1.1.1.b MET" in said
    label = fact_types()["chair_appointment"].label
    assert f'H1 {label}: Annual report, page 2, "chaired by a neighbour" (note: seen)' in said
    assert not any(line.startswith(("missing: ", "no: ", "not known: ")) for line in said)


def test_a_refutation_tells_what_is_missing_and_what_came_near() -> None:
    said = explained(judged({"P1": {**PANEL, "scrutinises": ["taser"]}, "H1": {**CHAIR, "about": ["P1"]}}), "1.1.1")
    assert said[0].startswith("1.1.1 UNKNOWN")
    assert said.count("no fact stands for this") == 2
    assert sum(line.startswith("missing: ") for line in said) == 2
    assert any(line.startswith("near: ") and "P1" in line for line in said)


def test_a_fact_that_says_otherwise_is_a_no() -> None:
    said = explained(judged({"P1": {**PANEL, "status": "planned"}}), "1.1.1")
    assert sum(line.startswith("no: ") for line in said) == 1


def test_disputes_and_open_questions_of_the_criterion_as_a_whole() -> None:
    said = explained(judged({**MET, "X1": {"kind": "dispute", "disputes": ["1.1.1"]}}), "1.1.1")
    label = fact_types()["dispute"].label
    assert said[said.index("The criterion as a whole:") + 1] == f"disputed by X1 {label}: Annual report, page of X1"
    assert "`deputy_employed`" in explained(judged(), "1.1.2")[-1]


def test_how_the_clauses_combine_is_said_where_not_all_must_be_met() -> None:
    assert "At least 1 of these must be met:" in explained(judged(), "1.2.1")


def test_the_list_of_rules_names_every_criterion_and_how_many_are_missing() -> None:
    said = lines(rules_report(FRAMEWORK))
    assert [line for line in said if line.startswith("1.")] == [
        "1.1.1 | Moored | A panel with a chair",
        "1.1.2 | Moored | A deputy who is trained",
        "1.2.1 | Afloat | Some of several",
    ]
    assert "1 of 1 criteria are not encoded." in said


@pytest.mark.parametrize("criterion", FRAMEWORK.criteria, ids=lambda criterion: criterion.id)
def test_a_rule_stands_beside_its_paragraph(criterion: object) -> None:
    rule = next(own for own in FRAMEWORK.criteria if own is criterion)
    said = lines(rule_report(rule, FRAMEWORK))
    assert said[0] == f"{rule.id} {rule.title}"
    assert any(rule.source.sha256 in line and rule.source.locator in line for line in said)
    assert rule.asks in said
    assert rule.reading in said
    assert lead_words(rule) in said
    letters = "abc"[: len(rule.needs.clauses)]
    assert [line for line in said if line.startswith("(")] == [
        f"({letter}) {words}" for letter, words in zip(letters, rule_words(rule), strict=True)
    ]


def test_conditions_on_the_profile_are_part_of_the_rule_in_words() -> None:
    conditional, clause = FRAMEWORK.by_id["1.1.2"], FRAMEWORK.by_id["1.2.1"]
    said = lines(rule_report(conditional, FRAMEWORK))
    assert any("deputy" in line and "it binds if" in line and "or is not given" in line for line in said)
    assert "at least 10" in rule_words(clause)[1]


def test_every_reading_is_in_the_register() -> None:
    said = lines(readings_report(FRAMEWORK))
    assert [line for line in said if line.startswith("1.")] == [
        f"{own.id} {own.title}: {own.reading}" for own in FRAMEWORK.criteria
    ]


def test_every_fact_type_is_in_the_list() -> None:
    said = lines(fact_types_report())
    assert [line.partition(" | ")[0] for line in said[2:]] == sorted(fact_types())


@pytest.mark.parametrize("kind", fact_types())
def test_a_fact_type_shows_its_fields_and_their_words(kind: str) -> None:
    described = fact_types()[kind]
    said = lines(fact_type_report(described, FRAMEWORK))
    assert f"Usually shown by {described.shown_by}." in said
    for field in described.fields.values():
        assert any(line.startswith(f"`{field.name}`, {field.label}: ") for line in said)
        for word in field.vocabulary or ():
            assert f"{word.value}: {word.meaning}" in said


def test_a_fact_type_names_the_criteria_that_read_it() -> None:
    assert lines(fact_type_report(fact_types()["membership_review"], FRAMEWORK))[-1] == "Read by 1.1.2 and 1.2.1."
    assert (
        lines(fact_type_report(fact_types()["training"], FRAMEWORK))[-1] == "No encoded criterion of harbour reads it."
    )
