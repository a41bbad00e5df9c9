"""Law 9: changing the as-at date changes a verdict only through freshness, future facts and periods."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from engine.determine import Judge
from engine.model.condition import WithinMonths, WithinRhythm
from engine.model.determination import Determination
from engine.model.framework import Framework
from evidence_schemas.catalogue import fact_types
from evidence_schemas.fact import Fact
from evidence_schemas.pack import EvidencePack
from evidence_schemas.when import When, add_months
from strategies import Case, as_at_dates, cases, dated_cases

LONG_AGO = When.parse("1900")
CYCLES = {1, 3, 6, 12}


def undated(fact: Fact) -> Fact:
    """The fact without any date; where one must stand, it is of long ago."""
    required = {name for name, info in type(fact).model_fields.items() if info.is_required()}
    days = [field.name for field in fact_types()[fact.kind].fields.values() if field.shape == "day"]
    return fact.model_copy(update={"period": None, **{day: LONG_AGO if day in required else None for day in days}})


def spans(framework: Framework) -> set[int]:
    """How many months anything may stay fresh."""
    tests = {condition.test for c in framework.criteria for part in c.parts() for condition in part.where}
    months = {test.months for test in tests if isinstance(test, WithinMonths)}
    return months | (CYCLES if WithinRhythm() in tests else set())


def turning_days(case: Case) -> Iterator[date]:
    """Every day on which something may differ from the day before, because of a date in the pack."""
    for fact in case.pack.facts:
        fields = [field for field in fact_types()[fact.kind].fields.values() if field.shape == "day"]
        dates = [(field.dating, getattr(fact, field.name)) for field in fields]
        for dating, when in [*dates, ("occurs", fact.period.ends if fact.period else None)]:
            if when is None:
                continue
            if dating in {"occurs", "later"}:
                yield when.last
            if dating == "ends":
                yield when.last + timedelta(days=1)
            for months in spans(case.framework):
                yield add_months(when.first, months) + timedelta(days=1)
                yield add_months(when.last, months) + timedelta(days=1)


def said(found: Determination) -> Determination:
    """Everything that is said of the day, without the day itself."""
    return replace(found, as_at=date.min)


@given(cases(), as_at_dates)
def test_without_dates_nothing_moves(case: Case, other_day: date) -> None:
    timeless: EvidencePack = replace(case.pack, facts=tuple(undated(fact) for fact in case.pack.facts))
    judge = Judge.of(case.framework, both=False)
    assert said(judge.determine(timeless, case.as_at)) == said(judge.determine(timeless, other_day))


@given(cases() | dated_cases(), st.data())
def test_between_two_turning_days_nothing_moves(case: Case, data: st.DataObject) -> None:
    days = sorted(set(turning_days(case)))
    assume(len(days) > 1)
    start = data.draw(st.integers(0, len(days) - 2))
    first, last = days[start], days[start + 1] - timedelta(days=1)
    judge = Judge.of(case.framework, both=False)
    assert said(judge.determine(case.pack, first)) == said(judge.determine(case.pack, last))
