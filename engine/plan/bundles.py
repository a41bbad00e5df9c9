"""Which demands one fact can answer together: demands are merged where they are compatible, and kept apart where not.

What a fact says grows, so demands on sets that are judged never conflict; a field with one value can conflict. What a
fact is about does not grow: a new fact belongs to the bodies, and speaks of the matters, that some one demand asks for,
or some one clause whose members may be answered together. A plan does not invent joint ownership, nor one meeting on
twenty matters.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import product

from engine.exemplify import candidate_values, fits, least_set, tests_by_field
from engine.model.change import Stated
from engine.model.condition import Condition, Count, Covers, OneOf, Test
from evidence_schemas.catalogue import FieldType, fact_types

Conditions = tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Demands (by part id) that one fact can answer, and the values that this fixes in fields where others differ."""

    demands: frozenset[str]
    settled: Mapping[str, Stated] = field(default_factory=dict)


def bundles(
    kind: str,
    asked: Mapping[str, Conditions],
    as_at: date,
    held: Mapping[str, str] | None = None,
    resting: Conditions = (),
) -> tuple[Bundle, ...]:
    """Every largest choice of demands on one fact of this kind, in a fixed order.

    `asked` holds the conditions of each demand by part id. For a recorded fact `held` gives its single values, which
    are kept where they fit, and `resting` the conditions that it must go on satisfying. A demand that no fact can
    answer is in none.
    """
    tests = {demand: tests_by_field(where) for demand, where in asked.items()}
    resting_tests = tests_by_field(resting)
    groups = [Bundle(frozenset(asked))]
    for name in sorted({name for by_field in tests.values() for name in by_field}):
        described = fact_types()[kind].fields[name]
        fixed = resting_tests.get(name, [])
        on_field = {demand: by_field[name] for demand, by_field in tests.items() if name in by_field}
        groups = _largest(part for group in groups for part in _split(group, described, on_field, fixed, as_at, held))
    return tuple(group for group in groups if group.demands)


def is_matter(described: FieldType) -> bool:
    """Whether the field says whose a fact is, or what it is about, in a set of words."""
    return described.topic and described.shape == "words"


def _split(
    group: Bundle,
    described: FieldType,
    on_field: Mapping[str, list[Test]],
    fixed: Sequence[Test],
    as_at: date,
    held: Mapping[str, str] | None,
) -> Iterable[Bundle]:
    """The group for each value that the field can be given."""
    concerned = sorted(group.demands.intersection(on_field))
    tests = [test for demand in concerned for test in on_field[demand]]
    if not concerned or described.shape in {"day", "text"}:
        yield group
        return
    impossible = {demand for demand in concerned if not _is_possible(described, on_field[demand])}
    if impossible:
        yield from _split(Bundle(group.demands - impossible, group.settled), described, on_field, fixed, as_at, held)
        return
    if described.shape == "words" and not (is_matter(described) and held is None):
        yield group
        return
    free = group.demands.difference(on_field)
    for value in _values(described, concerned, on_field, tests, as_at, held):
        if all(_satisfies(value, test) for test in fixed):
            able = (d for d in concerned if all(_satisfies(value, test) for test in on_field[d]))
            yield Bundle(free | frozenset(able), {**group.settled, described.name: value})


def _is_possible(described: FieldType, tests: Sequence[Test]) -> bool:
    """Whether some set satisfies the tests. Nobody can say beforehand which facts a set of references will name."""
    if described.shape == "references":
        return False
    return described.shape != "words" or all(not isinstance(t, Count) or t.number <= _size(described) for t in tests)


def _size(described: FieldType) -> int:
    return len(described.vocabulary or ())


def _values(
    described: FieldType,
    concerned: Sequence[str],
    on_field: Mapping[str, list[Test]],
    tests: Sequence[Test],
    as_at: date,
    held: Mapping[str, str] | None,
) -> Iterable[Stated]:
    if described.shape == "words":
        asked = dict.fromkeys(least for demand in concerned for least in _alone(described, on_field[demand]))
        asked.update(dict.fromkeys(_together(described, concerned, on_field)))
        return sorted(asked, key=len)
    recorded = held.get(described.name) if held else None
    values = [*([recorded] if recorded is not None else []), *candidate_values(described, tests, as_at)]
    return dict.fromkeys(values)


def _alone(described: FieldType, tests: Sequence[Test]) -> Iterable[tuple[str, ...]]:
    """The smallest sets of words that one demand can be answered with."""
    choices = product(*(test.values for test in tests if isinstance(test, OneOf)))
    found = dict.fromkeys(least_set(described, tests, tuple(dict.fromkeys(chosen))) for chosen in choices)
    return [words for words in found if not any(set(other) < set(words) for other in found)]


def _together(
    described: FieldType, concerned: Iterable[str], on_field: Mapping[str, list[Test]]
) -> Iterable[tuple[str, ...]]:
    """What each clause asks for whose demands may be answered together or apart, taken together."""
    by_clause: dict[str, list[str]] = defaultdict(list)
    for demand in concerned:
        by_clause[demand.partition("[")[0]].append(demand)
    for demands in by_clause.values():
        yield least_set(described, [test for demand in demands for test in on_field[demand]])


def _satisfies(value: Stated, test: Test) -> bool:
    if isinstance(value, str):
        return fits(value, test)
    match test:
        case Covers(wanted):
            return set(wanted) <= set(value)
        case OneOf(wanted):
            return not set(wanted).isdisjoint(value)
        case Count(number):
            return len(value) >= number
        case _:
            return True


def _largest(groups: Iterable[Bundle]) -> list[Bundle]:
    """The groups that no other contains; of groups with the same demands the first."""
    first = {group.demands: group for group in reversed(list(groups))}
    sets: Collection[frozenset[str]] = first.keys()
    kept = [demands for demands in sets if not any(demands < other for other in sets)]
    return [first[demands] for demands in sorted(kept, key=lambda demands: (-len(demands), sorted(demands)))]
