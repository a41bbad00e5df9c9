"""What a fact has to say to answer demands: the values of a new one, and how a recorded one is amended."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from engine.evaluate.conditions import as_text, put
from engine.evaluate.fact_base import FieldValue, StandingFact
from engine.exemplify import candidate_values, fits, least_set, least_value, tests_by_field
from engine.model.change import Stated
from engine.model.condition import Condition, Count, OneOf, Test, WithinMonths, WithinRhythm
from engine.model.plan import Efforts, StepKind
from engine.model.verdict import Outcome
from engine.plan.bundles import is_matter
from evidence_schemas.catalogue import FieldType, fact_types
from evidence_schemas.vocabulary import Doing, Party, Rhythm, Standing
from evidence_schemas.when import When


class Work(StrEnum):
    """What amending one field of a recorded fact means."""

    FILL = "fill"
    """write down what it leaves open"""
    TELL = "tell"
    """say which matter, or which other fact, it is about, of which it says nothing: it may be about another one"""
    RENEW = "renew"
    """do it again"""
    FINISH = "finish"
    """carry out what is planned or begun: only its status says otherwise"""
    CHANGE = "change"
    """make it say something else, which means changing the practice first"""


_KINDS = {
    Work.FILL: StepKind.RECORD,
    Work.TELL: StepKind.RECORD,
    Work.RENEW: StepKind.RENEW,
    Work.FINISH: StepKind.DO,
    Work.CHANGE: StepKind.DO,
}
_ORDER = (StepKind.RECORD, StepKind.RENEW, StepKind.DO)


@dataclass(frozen=True, slots=True)
class Amendment:
    """New values for fields of a recorded fact, by name in order, and the sorts of work that this means."""

    values: tuple[tuple[str, Stated], ...]
    sorts: frozenset[Work]

    @property
    def kind(self) -> StepKind:
        """The sort of step that says most: to change the practice, else to do again, else to write down."""
        return max((_KINDS[sort] for sort in self.sorts), key=_ORDER.index)

    @property
    def guesses(self) -> bool:
        """Whether they say what the fact is about, of which the pack says nothing."""
        return Work.TELL in self.sorts

    def effort(self, efforts: Efforts) -> int:
        """What they cost together: as much as the dearest of them."""
        dearer = {Work.RENEW: efforts.renew, Work.FINISH: efforts.finish, Work.CHANGE: efforts.change}
        return max(dearer.get(sort, efforts.fill) for sort in self.sorts)


def new_values(
    kind: str, where: Iterable[Condition], settled: Mapping[str, Stated], as_at: date
) -> tuple[tuple[str, Stated], ...]:
    """What a new fact says that answers all these conditions, no more than they ask for.

    `settled` says whose it is and what it is about, which a plan does not put together from several demands.
    """
    fields = fact_types()[kind].fields
    values: dict[str, Stated] = {}
    for name, tests in tests_by_field(where).items():
        if is_matter(fields[name]) and name in settled:
            values[name] = _least_within(fields[name], tests, tuple(settled[name]))
        else:
            values[name] = least_value(fields[name], tests, as_at)
    return tuple(sorted(values.items()))


def _least_within(described: FieldType, tests: Sequence[Test], words: tuple[str, ...]) -> tuple[str, ...]:
    """The least of these words that satisfies the tests."""
    if any(isinstance(test, Count) for test in tests):
        return tuple(sorted(words))
    narrowed = [
        OneOf(tuple(word for word in test.values if word in words)) if isinstance(test, OneOf) else test
        for test in tests
    ]
    return least_set(described, narrowed)


def amendment(
    fact: StandingFact, where: Iterable[Condition], resting: Iterable[Condition], as_at: date, *, refers: bool = False
) -> Amendment | None:
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
    dated = fact
    if "rhythm" in changed:
        rhythm = _rhythm([*asked["rhythm"], *kept.get("rhythm", [])])
        changed["rhythm"] = rhythm.value
        dated = replace(fact, values={**fact.values, "rhythm": rhythm})
    for name, tests in asked.items():
        if fields[name].shape == "day" and not all(_fresh(dated, name, test, as_at) for test in tests):
            changed[name] = as_at.isoformat()
    for name, described in fields.items():
        end = fact.values.get(name)
        if described.dating == "ends" and isinstance(end, When) and end.last < as_at:
            changed[name] = as_at.isoformat()
    sorts = {_sort(fields[name], fact.values.get(name)) for name in changed} | ({Work.TELL} if refers else set())
    return Amendment(tuple(sorted(changed.items())), frozenset(sorts)) if sorts else None


_USUAL = (Rhythm.YEARLY, Rhythm.HALF_YEARLY, Rhythm.QUARTERLY, Rhythm.MONTHLY, Rhythm.EVERY_FEW_YEARS, Rhythm.EACH_TIME)


def _rhythm(tests: Sequence[Test]) -> Rhythm:
    """The usual rhythm of those that are asked for: none is chosen to suit an old date."""
    return next(rhythm for rhythm in (*_USUAL, Rhythm.ONCE) if all(fits(rhythm, test) for test in tests))


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


BEGUN = frozenset({Doing.PLANNED, Doing.UNDER_WAY, Standing.PLANNED, Standing.UNDER_WAY})
"""The status of what is planned or begun, and can be carried out."""


def _sort(described: FieldType, held: FieldValue | None) -> Work:
    if held is None:
        return Work.TELL if described.topic and described.vocabulary is not Party else Work.FILL
    if described.shape == "day":
        return Work.RENEW
    return Work.FINISH if described.name == "status" and held in BEGUN else Work.CHANGE
