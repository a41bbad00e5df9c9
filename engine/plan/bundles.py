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
        on_field = {demand: by_field[name] for demand, by_field in tests.items() if name in by_field}
        asking = _Field(fact_types()[kind].fields[name], on_field, resting_tests.get(name, []), as_at, held)
        groups = _largest(part for group in groups for part in asking.split(group))
    return tuple(group for group in groups if group.demands)


def is_matter(described: FieldType) -> bool:
    """Whether the field says whose a fact is, or what it is about, in a set of words."""
    return described.topic and described.shape == "words"


class _Field:
    """One field, with the tests of each demand on it, and those `fixed` that every value has to satisfy.

    Groups by the hundred are split on the same field: what a value answers, and what a demand can be answered with, is
    worked out once.
    """

    def __init__(
        self,
        described: FieldType,
        on_field: Mapping[str, list[Test]],
        fixed: Sequence[Test],
        as_at: date,
        held: Mapping[str, str] | None,
    ) -> None:
        self._described = described
        self._on_field = on_field
        self._fixed = fixed
        self._as_at = as_at
        self._held = held
        self._impossible = {demand for demand, tests in on_field.items() if not _is_possible(described, tests)}
        self._answered: dict[Stated, frozenset[str] | None] = {}
        self._alone: dict[str, Sequence[tuple[str, ...]]] = {}

    def split(self, group: Bundle) -> Iterable[Bundle]:
        """The group for each value that the field can be given."""
        described, concerned = self._described, group.demands.intersection(self._on_field)
        if not concerned or described.shape in {"day", "text"}:
            yield group
            return
        if not concerned.isdisjoint(self._impossible):
            yield from self.split(Bundle(group.demands - self._impossible, group.settled))
            return
        if described.shape == "words" and not (is_matter(described) and self._held is None):
            yield group
            return
        free = group.demands - concerned
        found: set[frozenset[str]] = set()
        for value in self._values(sorted(concerned)):
            able = self._able(value)
            if able is not None and (answered := free | (able & concerned)) not in found:
                found.add(answered)
                yield Bundle(answered, {**group.settled, described.name: value})

    def _able(self, value: Stated) -> frozenset[str] | None:
        """The demands that the value answers; None where the fact cannot have it."""
        if value not in self._answered:
            fitting = all(_satisfies(value, test) for test in self._fixed)
            able = (d for d, tests in self._on_field.items() if all(_satisfies(value, test) for test in tests))
            self._answered[value] = frozenset(able) if fitting else None
        return self._answered[value]

    def _values(self, concerned: Sequence[str]) -> Iterable[Stated]:
        if self._described.shape == "words":
            asked = dict.fromkeys(least for demand in concerned for least in self._alone_with(demand))
            asked.update(dict.fromkeys(_together(self._described, concerned, self._on_field)))
            return sorted(asked, key=len)
        tests = [test for demand in concerned for test in self._on_field[demand]]
        recorded = self._held.get(self._described.name) if self._held else None
        kept = [recorded] if recorded is not None else []
        return dict.fromkeys([*kept, *candidate_values(self._described, tests, self._as_at)])

    def _alone_with(self, demand: str) -> Sequence[tuple[str, ...]]:
        if demand not in self._alone:
            self._alone[demand] = _alone(self._described, self._on_field[demand])
        return self._alone[demand]


def _is_possible(described: FieldType, tests: Sequence[Test]) -> bool:
    """Whether some set satisfies the tests. Nobody can say beforehand which facts a set of references will name."""
    if described.shape == "references":
        return False
    return described.shape != "words" or all(not isinstance(t, Count) or t.number <= _size(described) for t in tests)


def _size(described: FieldType) -> int:
    return len(described.vocabulary or ())


def _alone(described: FieldType, tests: Sequence[Test]) -> Sequence[tuple[str, ...]]:
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
