"""What one fact says to one part of a rule on a day: an outcome for each condition, with its gap."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

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
from engine.model.criterion import Part
from engine.model.finding import Atom
from engine.model.gap import Gap, GapKind
from engine.model.verdict import Outcome, Verdict
from evidence_schemas.catalogue import fact_types
from evidence_schemas.fact import Fact
from evidence_schemas.when import When

RANKS = (Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.CONTESTED, Verdict.MET)
"""The verdicts from the worst to the best; a rank is a place among them."""
NOT_MET, UNKNOWN, CONTESTED, MET = range(4)
_CYCLES = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a fact says to a part apart from joins and disputes; of another matter where `elsewhere` is not empty."""

    fact: Fact
    atoms: tuple[Atom, ...]
    elsewhere: tuple[tuple[str, tuple[str, ...]], ...]
    rank: int


def read(part: Part, fact: Fact, as_at: date) -> Reading:
    """Put every condition of the part to the fact; one on another matter is not asked what it says of this one."""
    topics = [(condition, *_tested(condition, fact, as_at)) for condition in part.where if condition.topic]
    elsewhere = tuple(
        (condition.field, words(held(fact, condition.field, as_at)))
        for condition, outcome, _ in topics
        if outcome is Outcome.CONTRARY
    )
    if elsewhere:
        return Reading(fact, (), elsewhere, NOT_MET)
    unclear = any(outcome is Outcome.UNRECORDED for _, outcome, _ in topics)
    judged = [(condition, *_tested(condition, fact, as_at)) for condition in part.where if not condition.topic]
    lapses = _lapses(fact, as_at)
    atoms = [Atom(part.id, fact.id, None, Outcome.UNRECORDED, gap) for gap in lapses]
    for condition, outcome, gap in (*topics, *judged):
        speaks = not unclear and (not lapses or condition.field == "status")
        told = Outcome.UNRECORDED if outcome is Outcome.CONTRARY and not speaks else outcome
        atoms.append(Atom(part.id, fact.id, condition, told, gap))
    outcomes = {atom.outcome for atom in atoms}
    rank = NOT_MET if Outcome.CONTRARY in outcomes else UNKNOWN if Outcome.UNRECORDED in outcomes else MET
    return Reading(fact, tuple(atoms), elsewhere, rank)


def _tested(condition: Condition, fact: Fact, as_at: date) -> tuple[Outcome, Gap | None]:
    """The outcome of the test alone, with its gap."""
    test, value = condition.test, held(fact, condition.field, as_at)
    if value is None:
        return Outcome.UNRECORDED, _gap(GapKind.UNRECORDED, condition, fact)
    if isinstance(test, WithinMonths | WithinRhythm):
        return _aged(condition, test, value, fact, as_at)
    said = words(value)
    if passes(test, said):
        return Outcome.SATISFIED, None
    if isinstance(test, Count):
        return Outcome.CONTRARY, _gap(GapKind.TOO_FEW, condition, fact, said, have=len(said))
    return Outcome.CONTRARY, _gap(GapKind.CONTRARY, condition, fact, said)


def _gap(
    kind: GapKind,
    condition: Condition,
    fact: Fact,
    found: tuple[str, ...] = (),
    *,
    day: str | None = None,
    have: int | None = None,
) -> Gap:
    field, needed = condition.field, condition.test
    return Gap(kind, "", fact=fact.id, fact_kind=fact.kind, field=field, needed=needed, found=found, day=day, have=have)


def passes(test: Test, said: tuple[str, ...]) -> bool:
    """Whether these words satisfy a test that does not look at the day."""
    match test:
        case Is(value):
            return said == (value,)
        case OneOf(values):
            return any(word in values for word in said)
        case Covers(values):
            return set(values) <= set(said)
        case AtLeast(_, scale):
            return _size(said[0], scale) >= test.least
        case AtMost(_, scale):
            return _size(said[0], scale) <= test.most
        case Count(number):
            return len(said) >= number
        case _:
            return isinstance(test, Recorded)


def _aged(
    condition: Condition, test: WithinMonths | WithinRhythm, value: object, fact: Fact, as_at: date
) -> tuple[Outcome, Gap | None]:
    """Whether a date is fresh: its first possible day is fresh enough, its last one has lapsed, or neither."""
    found, rhythm = words(value), getattr(fact, "rhythm", None)
    if not isinstance(value, When) or (isinstance(test, WithinRhythm) and rhythm is None):
        return Outcome.UNRECORDED, _gap(GapKind.UNRECORDED, condition, fact, found)
    if isinstance(test, WithinRhythm) and rhythm == "once":
        return Outcome.CONTRARY, _gap(GapKind.CONTRARY, condition, fact, found)
    months = test.months if isinstance(test, WithinMonths) else _CYCLES.get(str(rhythm))
    if months is None or as_at <= _later(value.first, months, as_at):
        return Outcome.SATISFIED, None
    until = _later(value.last, months, as_at)
    if as_at <= until:
        return Outcome.UNRECORDED, _gap(GapKind.UNRECORDED, condition, fact, found)
    day = (until + timedelta(1)).isoformat()
    return Outcome.UNRECORDED, _gap(GapKind.STALE, condition, fact, found, day=day)


def _later(day: date, months: int, as_at: date) -> date:
    """The day so many months on, or the last one of a shorter month; a day not yet past stays as it is."""
    if day >= as_at:
        return day
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(1)
    return last.replace(day=min(day.day, last.day))


def _lapses(fact: Fact, as_at: date) -> list[Gap]:
    """A gap for each end of the fact that is past."""
    ends = {name: getattr(fact, name) for name in dated(fact.kind, "ends")}
    past = {name: end for name, end in ends.items() if end is not None and end.last < as_at}
    blank = Gap(GapKind.STALE, "", fact=fact.id, fact_kind=fact.kind)
    return [
        replace(blank, field=name, found=(str(end),), day=(end.last + timedelta(1)).isoformat())
        for name, end in past.items()
    ]


def held(fact: Fact, name: str, as_at: date) -> object:
    """Give the value of a field on that day; None where it is empty or its date is still to come."""
    value = getattr(fact, name)
    coming = isinstance(value, When) and value.last > as_at and name in dated(fact.kind, "later")
    return None if coming else value


def words(value: object) -> tuple[str, ...]:
    """A value as rules and gaps write it."""
    if isinstance(value, frozenset):
        return tuple(sorted(map(str, value)))
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    return (f"{value.normalize():f}" if isinstance(value, Decimal) else str(value),)


def _size(word: str, scale: tuple[str, ...]) -> Decimal:
    return Decimal(scale.index(word)) if scale else Decimal(word)


@cache
def dated(kind: str, dating: str) -> tuple[str, ...]:
    """The fields of a kind of fact whose dates play this part."""
    return tuple(name for name, described in fact_types()[kind].fields.items() if described.dating == dating)


def refers_to(fact: Fact) -> frozenset[str]:
    """The facts that it says it is about."""
    return getattr(fact, "about", None) or frozenset()
