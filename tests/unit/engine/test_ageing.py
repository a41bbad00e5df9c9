"""On which day a verdict changes, and by which date of which fact."""

from collections.abc import Mapping
from datetime import date

import pytest

from engine.ageing import Ageing, ageing
from engine.determine import Judge
from engine.model.condition import Condition, Is, Recorded, Test, WithinMonths, WithinRhythm
from engine.model.criterion import Part
from evidence_schemas.catalogue import fact_types
from strategies import SOURCE, one_criterion, pack_of

AS_AT = date(2024, 3, 31)
Said = list[tuple[str, str, str, list[tuple[str, str, str]]]]


def calendar(kind: str, tests: dict[str, Test], *facts: Mapping[str, object]) -> Ageing:
    where = tuple(Condition(name, test, topic=False) for name, test in tests.items())
    framework = one_criterion([Part("1.1.1.a", kind, where)])
    models = [
        fact_types()[str(said.get("kind", kind))].model.model_validate(
            {"id": f"F{place}", "kind": kind, "source": SOURCE, **said}
        )
        for place, said in enumerate(facts, start=1)
    ]
    pack = pack_of(framework, models)
    start = Judge.of(framework, both=False).determine(pack, AS_AT)
    return ageing(framework, pack, start, {"1"})


def said(ages: Ageing) -> Said:
    return [
        (str(day.day), one.before, one.after, [(turn.fact, turn.field, str(turn.sort)) for turn in one.turns])
        for day in ages.days
        for one in day.verdicts
    ]


def test_a_fact_past_its_end() -> None:
    ages = calendar("policy", {"status": Is("in_place")}, {"status": "in_place", "valid_until": "2024-06"})
    assert said(ages) == [("2024-07-01", "met", "unknown", [("F1", "valid_until", "lapses")])]
    assert [(level.theme, level.before, level.after) for level in ages.days[0].levels] == [
        (None, "L1", None),
        ("1", "L1", None),
    ]


def test_a_date_that_gets_too_old_by_its_first_day_and_by_its_last() -> None:
    fresh: dict[str, Test] = {"reviewed_on": WithinMonths(12)}
    exact = calendar("policy", fresh, {"reviewed_on": "2023-06-15"})
    assert said(exact) == [("2024-06-16", "met", "unknown", [("F1", "reviewed_on", "lapses")])]
    vague = calendar("policy", fresh, {"reviewed_on": "2023-06"})
    assert said(vague) == [("2024-06-02", "met", "unknown", [("F1", "reviewed_on", "may_lapse")])]


@pytest.mark.parametrize(
    ("rhythm", "day"), [("monthly", "2024-04-16"), ("quarterly", "2024-06-16"), ("yearly", "2025-03-16")]
)
def test_a_cycle_that_the_fact_states(rhythm: str, day: str) -> None:
    ages = calendar("scrutiny_exercise", {"last_on": WithinRhythm()}, {"rhythm": rhythm, "last_on": "2024-03-15"})
    assert said(ages) == [(day, "met", "unknown", [("F1", "last_on", "lapses")])]


def test_a_cycle_without_a_number_never_lapses() -> None:
    fact = {"rhythm": "each_time", "last_on": "2024-03-15"}
    assert said(calendar("scrutiny_exercise", {"last_on": WithinRhythm()}, fact)) == []


def test_a_field_that_is_stated_from_a_later_day() -> None:
    ages = calendar("policy", {"reviewed_on": Recorded()}, {"reviewed_on": "2024-05"})
    assert said(ages) == [("2024-05-31", "unknown", "met", [("F1", "reviewed_on", "states")])]
    assert ages.coming == ()


@pytest.mark.parametrize(
    ("fact", "field", "day"),
    [
        ({"adopted_on": "2024-05"}, "adopted_on", "2024-05-31"),
        ({"observed_on": "2024-05-02"}, "observed_on", "2024-05-02"),
        ({"period": {"from": "2023", "to": "2024-06-30"}}, "period", "2024-06-30"),
    ],
)
def test_a_fact_that_comes_into_force(fact: dict[str, object], field: str, day: str) -> None:
    ages = calendar("policy", {"status": Is("in_place")}, {"status": "in_place", **fact})
    if field == "observed_on":
        assert [str(one.day) for one in ages.coming] == [day]
    assert said(ages) == [(day, "unknown", "met", [("F1", field, "comes_into_force")])]
    assert [(one.fact, str(one.day), one.criteria) for one in ages.coming] == [("F1", day, ("1.1.1",))]


def test_a_replacement_that_hurts() -> None:
    newer = {"status": "planned", "adopted_on": "2024-05-01", "replaces": ["F1"]}
    ages = calendar("policy", {"status": Is("in_place")}, {"status": "in_place"}, newer)
    assert said(ages) == [("2024-05-01", "met", "not_met", [("F2", "adopted_on", "comes_into_force")])]


def test_a_dispute_and_its_settlement() -> None:
    ages = calendar(
        "policy",
        {"status": Is("in_place")},
        {"status": "in_place"},
        {"kind": "dispute", "disputes": ["F1"], "raised_on": "2024-05-01"},
        {
            "kind": "resolution",
            "about": ["F2"],
            "side": "evidence_upheld",
            "made_by": "pcc",
            "made_on": "2024-07-01",
            "reasons": "seen",
        },
    )
    assert said(ages) == [
        ("2024-05-01", "met", "contested", [("F2", "raised_on", "comes_into_force")]),
        ("2024-07-01", "contested", "met", [("F3", "made_on", "comes_into_force")]),
    ]


def test_two_that_lapse_together_are_both_named() -> None:
    fact = {"status": "in_place", "valid_until": "2024-06-30"}
    ages = calendar("policy", {"status": Is("in_place")}, fact, fact)
    assert said(ages) == [
        ("2024-07-01", "met", "unknown", [("F1", "valid_until", "lapses"), ("F2", "valid_until", "lapses")])
    ]


def test_what_another_fact_outlives_changes_nothing() -> None:
    facts = ({"status": "in_place", "valid_until": until} for until in ("2024-06-30", "2024-08-31"))
    assert [day for day, *_ in said(calendar("policy", {"status": Is("in_place")}, *facts))] == ["2024-09-01"]


def test_the_end_of_the_calendar_is_no_day_to_lapse_on() -> None:
    tests: dict[str, Test] = {"status": Is("in_place"), "reviewed_on": WithinMonths(12)}
    fact = {"status": "in_place", "valid_until": "9999-12-31", "reviewed_on": "2024-03"}
    assert [day for day, *_ in said(calendar("policy", tests, fact))] == ["2025-03-02"]


def test_what_is_recorded_for_later_and_changes_nothing_is_told_all_the_same() -> None:
    ages = calendar("policy", {"status": Is("in_place")}, {"status": "in_place"}, {"adopted_on": "2024-05-01"})
    assert ages.days == ()
    assert [(one.fact, str(one.day), one.criteria) for one in ages.coming] == [("F2", "2024-05-01", ())]
