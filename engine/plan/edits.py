"""What a fact has to say to answer demands: the values of a new one, and the fields of a recorded one that change."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from engine.evaluate.conditions import as_text, put
from engine.evaluate.fact_base import FieldValue, StandingFact
from engine.exemplify import candidate_values, fits, least_set, least_value, tests_by_field
from engine.model.change import Stated
from engine.model.condition import Condition, Test, WithinMonths, WithinRhythm
from engine.model.plan import Efforts, StepKind
from engine.model.verdict import Outcome
from engine.plan.bundles import is_owner
from evidence_schemas.catalogue import FieldType, fact_types
from evidence_schemas.vocabulary import Rhythm
from evidence_schemas.when import When

_ORDER = (StepKind.RECORD, StepKind.RENEW, StepKind.DO)


def effort_of(sort: StepKind, efforts: Efforts) -> int:
    """What a sort of work on a recorded fact costs."""
    return {StepKind.RECORD: efforts.fill, StepKind.RENEW: efforts.renew}.get(sort, efforts.change)


@dataclass(frozen=True, slots=True)
class Edits:
    """New values for fields of a recorded fact, by name in order, and the sorts of work that they mean."""

    values: tuple[tuple[str, Stated], ...]
    sorts: frozenset[StepKind]

    @property
    def kind(self) -> StepKind:
        """The sort of work that says most: to change the practice, else to do again, else to write down."""
        return max(self.sorts, key=_ORDER.index)

    def effort(self, efforts: Efforts) -> int:
        """What they cost together: as much as the dearest of them."""
        return max(effort_of(sort, efforts) for sort in self.sorts)


def new_values(
    kind: str, where: Iterable[Condition], settled: Mapping[str, Stated], as_at: date
) -> tuple[tuple[str, Stated], ...]:
    """What a new fact says that answers all these conditions, no more than they ask for.

    `settled` gives the owner, which a plan does not put together from several demands.
    """
    fields = fact_types()[kind].fields
    values: dict[str, Stated] = {}
    for name, tests in tests_by_field(where).items():
        owner = settled.get(name) if is_owner(fields[name]) else None
        values[name] = owner if owner is not None else least_value(fields[name], tests, as_at)
    return tuple(sorted(values.items()))


def edits(
    fact: StandingFact, where: Iterable[Condition], resting: Iterable[Condition], as_at: date, *, refers: bool = False
) -> Edits | None:
    """What must change in a recorded fact so that it answers all these conditions; None where nothing has to.

    `resting` are conditions that it must go on satisfying. `refers` says that it will also name facts it is about.
    Raises ValueError where no values satisfy them all.
    """
    fields = fact_types()[fact.kind].fields
    asked, kept = tests_by_field(where), tests_by_field(resting)
    changed: dict[str, Stated] = {}
    for name, tests in asked.items():
        if fields[name].shape != "day":
            value = _value(fields[name], fact.values.get(name), tests, kept.get(name, []), as_at)
            changed |= {} if value is None else {name: value}
    rhythm = changed.get("rhythm")
    dated = fact if rhythm is None else replace(fact, values={**fact.values, "rhythm": Rhythm(str(rhythm))})
    for name, tests in asked.items():
        if fields[name].shape == "day" and not all(_fresh(dated, name, test, as_at) for test in tests):
            changed[name] = as_at.isoformat()
    for name, described in fields.items():
        end = fact.values.get(name)
        if described.dating == "ends" and isinstance(end, When) and end.last < as_at:
            changed[name] = as_at.isoformat()
    sorts = {_sort(fields[name], fact.values.get(name)) for name in changed} | ({StepKind.RECORD} if refers else set())
    return Edits(tuple(sorted(changed.items())), frozenset(sorts)) if sorts else None


def _value(
    described: FieldType, held: FieldValue | None, tests: Sequence[Test], kept: Sequence[Test], as_at: date
) -> Stated | None:
    """The value that satisfies the tests and those that it is `kept` for; None where the held one does."""
    if held is None:
        return least_value(described, [*tests, *kept], as_at)
    words = as_text(held)
    if described.shape == "words":
        grown = least_set(described, tests, words)
        return grown if set(grown) != set(words) else None
    for value in (*words, *candidate_values(described, tests, as_at)):
        if all(fits(value, test) for test in (*tests, *kept)):
            return value if value != words[0] else None
    raise ValueError(f"no value of `{described.name}` satisfies all conditions on it")


def _fresh(fact: StandingFact, name: str, test: Test, as_at: date) -> bool:
    if isinstance(test, WithinMonths | WithinRhythm):
        return put(Condition(name, test, topic=False), fact, as_at).outcome is Outcome.SATISFIED
    return name in fact.values


def _sort(described: FieldType, held: FieldValue | None) -> StepKind:
    if held is None:
        return StepKind.RECORD
    return StepKind.RENEW if described.shape == "day" else StepKind.DO
