"""The smallest fact that satisfies a part: only the fields that its conditions name, with the least they ask for."""

from collections.abc import Iterable, Mapping
from datetime import date

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
from evidence_schemas.catalogue import FieldType, fact_types
from evidence_schemas.vocabulary import Rhythm

Value = str | tuple[str, ...]


def least_values(part: Part, as_at: date) -> dict[str, Value]:
    """Give the least value of each field that a part has conditions on, as a pack would write it.

    Raises ValueError where no value satisfies the conditions on a field.
    """
    fields = fact_types()[part.kind].fields
    values = {name: _least(fields[name], tests, as_at) for name, tests in _by_field(part.where).items()}
    if any(isinstance(condition.test, WithinRhythm) for condition in part.where):
        values.setdefault("rhythm", Rhythm.YEARLY)
    return values


def as_written(fact_id: str, kind: str, values: Mapping[str, Value], about: Iterable[str] = ()) -> dict[str, object]:
    """Write a fact as it would stand in a pack; the caller adds the source."""
    fact: dict[str, object] = {"id": fact_id, "kind": kind}
    fact.update({name: list(value) if isinstance(value, tuple) else str(value) for name, value in values.items()})
    targets = sorted(about)
    return {**fact, "about": targets} if targets else fact


def _by_field(where: Iterable[Condition]) -> dict[str, list[Test]]:
    tests: dict[str, list[Test]] = {}
    for condition in where:
        tests.setdefault(condition.field, []).append(condition.test)
    return tests


def _least(field: FieldType, tests: list[Test], as_at: date) -> Value:
    if field.shape == "words":
        return _least_set(field, tests)
    for candidate in _candidates(field, tests, as_at):
        if all(_fits(candidate, test) for test in tests):
            return candidate
    raise ValueError(f"no value of `{field.name}` satisfies all conditions on it")


def _least_set(field: FieldType, tests: list[Test]) -> tuple[str, ...]:
    chosen: list[str] = []
    for test in tests:
        if isinstance(test, Covers):
            chosen.extend(value for value in test.values if value not in chosen)
    for test in tests:
        if isinstance(test, OneOf) and not set(chosen).intersection(test.values):
            chosen.append(test.values[0])
    wanted = max([1, *(test.number for test in tests if isinstance(test, Count))])
    # From the end: the first words of a vocabulary are the usual ones, and would satisfy other conditions by chance.
    spare = [word.value for word in reversed(list(field.vocabulary or ())) if word.value not in chosen]
    return tuple(sorted([*chosen, *spare[: max(0, wanted - len(chosen))]]))


def _candidates(field: FieldType, tests: list[Test], as_at: date) -> Iterable[str]:
    """The values worth trying, the least first: those that the tests name, then any that the field can hold."""
    for test in tests:
        match test:
            case Is(value) | AtLeast(value) | AtMost(value):
                yield value
            case OneOf(values):
                yield from values
            case _:
                pass
    if field.vocabulary:
        yield from (word.value for word in field.vocabulary)
    yield {"day": as_at.isoformat(), "yes_no": "yes", "text": "stated"}.get(field.shape, "1")


def _fits(value: str, test: Test) -> bool:
    match test:
        case Is(wanted):
            return value == wanted
        case OneOf(values):
            return value in values
        case AtLeast():
            return AtLeast(value, test.scale).least >= test.least
        case AtMost():
            return AtMost(value, test.scale).most <= test.most
        case Recorded() | WithinMonths() | WithinRhythm():
            return True
        case _:
            return False
