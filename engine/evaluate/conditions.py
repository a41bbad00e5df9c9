"""One condition put to one fact.

The answer says whether the fact says what is asked, says otherwise, or says nothing, and for a date also when the
evidence lapsed. A date known only to the month or year leaves the matter open where the missing day would decide it.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from engine.evaluate.fact_base import FieldValue, StandingFact
from engine.model.condition import (
    AtLeast,
    AtMost,
    Condition,
    Count,
    Covers,
    Is,
    OneOf,
    Recorded,
    Test,
    WithinMonths,
    WithinRhythm,
)
from engine.model.gap import GapKind
from engine.model.verdict import Outcome
from evidence_schemas.vocabulary import Rhythm, Scale
from evidence_schemas.when import When, add_months


@dataclass(frozen=True, slots=True)
class Reply:
    """What a fact answers to a condition: outcome, kind of gap it leaves, day it lapsed, members counted."""

    outcome: Outcome
    gap: GapKind | None = None
    day: date | None = None
    have: int | None = None


SATISFIED = Reply(Outcome.SATISFIED)
CONTRARY = Reply(Outcome.CONTRARY, GapKind.CONTRARY)
UNRECORDED = Reply(Outcome.UNRECORDED, GapKind.UNRECORDED)

RHYTHM_MONTHS = {Rhythm.MONTHLY: 1, Rhythm.QUARTERLY: 3, Rhythm.HALF_YEARLY: 6, Rhythm.YEARLY: 12}
"""How many months a stated rhythm allows. Rhythms without a number do not lapse by themselves: none is invented."""


def put(condition: Condition, fact: StandingFact, as_at: date) -> Reply:
    """Put the condition to the fact as it stands on the as-at date."""
    value = fact.values.get(condition.field)
    if value is None:
        return UNRECORDED
    match condition.test:
        case WithinMonths(months):
            return _within(value, months, as_at)
        case WithinRhythm():
            return _within_rhythm(value, fact.values.get("rhythm"), as_at)
        case Count(number):
            have = len(value) if isinstance(value, frozenset) else 0
            return SATISFIED if have >= number else Reply(Outcome.CONTRARY, GapKind.TOO_FEW, have=have)
        case test:
            return SATISFIED if says(test, value) else CONTRARY


def says(test: Test, value: FieldValue) -> bool:
    """Whether a recorded value satisfies a test that no date decides."""
    match test:
        case Recorded():
            return True
        case Is(wanted):
            return as_text(value) == (wanted,)
        case OneOf(wanted):
            return not value.isdisjoint(wanted) if isinstance(value, frozenset) else value in wanted
        case Covers(wanted):
            return isinstance(value, frozenset) and value.issuperset(wanted)
        case AtLeast():
            return _magnitude(value) >= test.least
        case AtMost():
            return _magnitude(value) <= test.most
        case _:
            raise TypeError(test)


def as_text(value: FieldValue) -> tuple[str, ...]:
    """The value as words: the members of a set in order, anything else as one word; yes and no for true and false."""
    if isinstance(value, frozenset):
        return tuple(sorted(map(str, value)))
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    return (str(value),)


def _magnitude(value: FieldValue) -> Decimal:
    if isinstance(value, Scale):
        return Decimal(value.rank)
    if isinstance(value, int | Decimal):
        return Decimal(value)
    raise TypeError(value)


def _within(value: FieldValue, months: int, as_at: date) -> Reply:
    if not isinstance(value, When):
        raise TypeError(value)
    if add_months(value.first, months) >= as_at:
        return SATISFIED
    good_until = add_months(value.last, months)
    if good_until >= as_at:
        return UNRECORDED
    return Reply(Outcome.UNRECORDED, GapKind.STALE, day=good_until + timedelta(days=1))


def _within_rhythm(value: FieldValue, rhythm: FieldValue | None, as_at: date) -> Reply:
    if rhythm is None:
        return UNRECORDED
    if rhythm == Rhythm.ONCE:
        return CONTRARY
    months = RHYTHM_MONTHS.get(Rhythm(str(rhythm)))
    return SATISFIED if months is None else _within(value, months, as_at)
