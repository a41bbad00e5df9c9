"""The least that a fact must say to satisfy conditions: only the fields that they name, with the least they ask for."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from engine.model.change import Stated
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

_LASTING = OneOf((Rhythm.YEARLY, *(rhythm for rhythm in Rhythm if rhythm not in {Rhythm.YEARLY, Rhythm.ONCE})))


def least_values(part: Part, as_at: date) -> dict[str, Stated]:
    """Give the least value of each field that a part has conditions on, as a pack would write it.

    Raises ValueError where no value satisfies the conditions on a field.
    """
    fields = fact_types()[part.kind].fields
    return {name: least_value(fields[name], tests, as_at) for name, tests in tests_by_field(part.where).items()}


def as_written(fact_id: str, kind: str, values: Mapping[str, Stated], about: Iterable[str] = ()) -> dict[str, object]:
    """Write a fact as it would stand in a pack; the caller adds the source."""
    fact: dict[str, object] = {"id": fact_id, "kind": kind}
    fact.update({name: list(value) if isinstance(value, tuple) else str(value) for name, value in values.items()})
    targets = sorted(about)
    return {**fact, "about": targets} if targets else fact


def tests_by_field(where: Iterable[Condition]) -> dict[str, list[Test]]:
    """The tests on each field; a date within the stated rhythm also asks for a rhythm that repeats."""
    tests: dict[str, list[Test]] = {}
    for condition in where:
        tests.setdefault(condition.field, []).append(condition.test)
    if any(isinstance(test, WithinRhythm) for some in tests.values() for test in some):
        tests.setdefault("rhythm", []).append(_LASTING)
    return tests


def least_value(field: FieldType, tests: Sequence[Test], as_at: date) -> Stated:
    """The first value, the least first, that satisfies every test; raises ValueError where there is none."""
    if field.shape == "words":
        return least_set(field, tests)
    for candidate in candidate_values(field, tests, as_at):
        if all(fits(candidate, test) for test in tests):
            return candidate
    raise ValueError(f"no value of `{field.name}` satisfies all conditions on it")


def least_set(field: FieldType, tests: Iterable[Test], held: Sequence[str] = ()) -> tuple[str, ...]:
    """What is held with the least added that satisfies every test; raises ValueError where there are too few words."""
    chosen = list(held)
    tests = tuple(tests)
    for test in tests:
        if isinstance(test, Covers):
            chosen.extend(value for value in test.values if value not in chosen)
    for test in tests:
        if isinstance(test, OneOf) and not set(chosen).intersection(test.values):
            chosen.append(test.values[0])
    wanted = max([1, *(test.number for test in tests if isinstance(test, Count))])
    if len(chosen) < wanted:
        # From the end: the first words of a vocabulary are the usual ones, and would satisfy others by chance.
        spare = [word.value for word in reversed(list(field.vocabulary or ())) if word.value not in chosen]
        chosen.extend(spare[: wanted - len(chosen)])
    if len(chosen) < wanted:
        raise ValueError(f"`{field.name}` has no {wanted} words")
    return tuple(sorted(chosen))


def candidate_values(field: FieldType, tests: Iterable[Test], as_at: date) -> Iterable[str]:
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
        return
    yield {"day": as_at.isoformat(), "yes_no": "yes", "text": "stated"}.get(field.shape, "1")


def fits(value: str, test: Test) -> bool:
    """Whether a single value satisfies a test, whose date, where it has one, is fresh."""
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
