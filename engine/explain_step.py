"""One step of a plan in words: what has to be said or done, for whom, what for, and what would do instead."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from engine.model.change import AmendedFact, AnsweredQuestion, NewFact
from engine.model.condition import Condition, Covers, Is, Test, WithinMonths
from engine.model.criterion import Criterion, Part
from engine.model.finding import CriterionFinding
from engine.model.framework import Framework
from engine.model.gap import Gap, GapKind
from engine.model.plan import Step, StepKind
from engine.plan.amendments import BEGUN
from engine.sentences import article, condition_words, listed, near_miss_words, values_words
from evidence_schemas.catalogue import fact_types
from evidence_schemas.fact import Fact
from evidence_schemas.pack import EvidencePack
from evidence_schemas.profile import questions
from evidence_schemas.vocabulary import Finding, Party
from evidence_schemas.when import add_months

NEAREST = 3
"""How many other facts a step names: enough to see what is near, few enough to read."""


@dataclass(frozen=True, slots=True)
class CriterionServed:
    """A criterion that a step serves: its title, the clauses by letter, the theme and the level that it is part of."""

    id: str
    title: str
    clauses: tuple[str, ...]
    theme: str
    level: str


@dataclass(frozen=True, slots=True)
class StepExplained:
    """One step in words.

    `bodies` say for whose work it is, `held` where the fact to be amended stands, or why such facts are not held.
    `instead` is what would do as well, `near` what is held and does not fit. `then` are the steps that refer to what
    this one brings.
    """

    number: int
    step: Step
    headline: str
    bodies: tuple[str, ...]
    needs: tuple[str, ...]
    serves: tuple[CriterionServed, ...]
    held: tuple[str, ...]
    instead: tuple[str, ...]
    near: tuple[str, ...]
    shown_by: str | None
    then: tuple["StepExplained", ...]


class StepExplainer:
    """Explains the steps of one plan.

    `amendable` are the recorded facts that could be changed so that they answer a demand, by part id; `referred` are
    the ids of the facts that some step refers to.
    """

    def __init__(
        self,
        framework: Framework,
        pack: EvidencePack,
        as_at: date,
        findings: Mapping[str, CriterionFinding],
        amendable: Mapping[str, frozenset[str]],
        referred: frozenset[str],
    ) -> None:
        self._framework = framework
        self._as_at = as_at
        self._findings = findings
        self._amendable = amendable
        self._referred = referred
        self._facts: Mapping[str, Fact] = {fact.id: fact for fact in pack.facts}
        self._documents = {document.id: document.title for document in pack.documents}
        self._not_held: dict[str, list[str]] = {}
        for absence in pack.not_held:
            self._not_held.setdefault(absence.kind, []).append(absence.reason)
        self._parts = {part.id: part for criterion in framework.criteria for part in criterion.parts()}

    def explain(self, number: int, step: Step, then: tuple[StepExplained, ...]) -> StepExplained:
        """Put a step in words; `then` are the steps below it."""
        kind = self._kind(step)
        return StepExplained(
            number,
            step,
            self._headline(step),
            tuple(self._bodies(step)),
            tuple(self._needs(step)),
            tuple(self._serves(step)),
            tuple(self._held(step)),
            tuple(self._instead(step)),
            tuple(self._near(step)),
            fact_types()[kind].shown_by if kind is not None else None,
            then,
        )

    def _kind(self, step: Step) -> str | None:
        """The kind of fact that the step brings or changes; None where it brings none."""
        match step.change:
            case NewFact(kind=kind):
                return kind
            case AmendedFact(fact=fact):
                return self._facts[fact].kind
            case AnsweredQuestion():
                return None

    def _headline(self, step: Step) -> str:
        match step.change:
            case AnsweredQuestion(question, answer):
                return f"answer {questions()[question]}, if it is so: {answer}"
            case NewFact() if step.kind is StepKind.DECIDE:
                return f"have {listed(step.change.about)} settled; the plan holds if the evidence is upheld"
            case NewFact(kind=kind):
                label = f"{article(fact_types()[kind].label)} {fact_types()[kind].label}"
                called = f", called {step.change.id}" if step.change.id in self._referred else ""
                matter = f"{_matter(step.change)}{called}"
                return f"{'record or establish' if step.kind is StepKind.RECORD else 'establish'} {label}{matter}"
            case AmendedFact(fact=fact, values=values):
                told = [name for name, _ in values if getattr(self._facts[fact], name) is not None]
                begun = told == ["status"] and getattr(self._facts[fact], "status", None) in BEGUN
                done = "carry out" if begun else "change"
                verb = {StepKind.RECORD: "complete", StepKind.RENEW: "renew"}.get(step.kind, done)
                return f"{verb} {fact_types()[self._facts[fact].kind].label} {fact}"

    def _bodies(self, step: Step) -> Iterator[str]:
        """Each owner, in words: what the step asks for, or else what the recorded fact says."""
        kind = self._kind(step)
        if kind is None or isinstance(step.change, AnsweredQuestion):
            return
        stated = dict(step.change.values)
        held = self._facts.get(step.change.fact) if isinstance(step.change, AmendedFact) else None
        for name, field in fact_types()[kind].fields.items():
            if field.topic and field.vocabulary is Party:
                value = stated.get(name, tuple(sorted(getattr(held, name, None) or ())) if held else ())
                if value:
                    words = values_words(kind, name, (value,) if isinstance(value, str) else value)
                    yield f"{field.label}: {words}"

    def _needs(self, step: Step) -> Iterator[str]:
        """What the fact has to say, field by field; of a recorded fact only what changes, beside what it says now."""
        kind = self._kind(step)
        if kind is None or isinstance(step.change, AnsweredQuestion) or step.kind is StepKind.DECIDE:
            return
        where = [condition for part in self._served_parts(step) for condition in part.where]
        if isinstance(step.change, AmendedFact):
            yield from self._changed(step.change, kind, where)
        else:
            fields = fact_types()[kind].fields
            order = sorted(fields, key=lambda name: (not fields[name].topic, list(fields).index(name)))
            merged = sorted(_merged(where), key=lambda condition: order.index(condition.field))
            yield from (self._words(kind, condition) for condition in merged)
        if step.change.about:
            yield f"it refers to {listed([self._named(id_) for id_ in step.change.about])}"

    def _changed(self, change: AmendedFact, kind: str, where: Sequence[Condition]) -> Iterator[str]:
        fact = self._facts[change.fact]
        for name, value in change.values:
            field = fact_types()[kind].fields[name]
            held = getattr(fact, name)
            now = f"now {_stated(kind, name, held)}" if held is not None else "not stated yet"
            asked = [condition for condition in _merged(where) if condition.field == name]
            words = "; ".join(self._words(kind, condition) for condition in asked)
            wanted = words or f"{field.label} is {value if isinstance(value, str) else listed(value)} or later"
            yield f"{wanted} ({now})"

    def _words(self, kind: str, condition: Condition) -> str:
        """Say what a condition asks, with the day from which a date counts, and that a conclusion is free."""
        field = fact_types()[kind].fields[condition.field]
        match condition.test:
            case WithinMonths(months):
                return f"{field.label} lies on {add_months(self._as_at, -months).isoformat()} or later"
            case Is(Finding.UPHELD):
                return f"{condition_words(kind, condition)} (whoever concludes is free; otherwise it does not count)"
            case _:
                return condition_words(kind, condition)

    def _named(self, id_: str) -> str:
        return f"{fact_types()[self._facts[id_].kind].label} {id_}" if id_ in self._facts else id_

    def _served_parts(self, step: Step) -> list[Part]:
        return [self._parts[served.part] for served in step.serves if served.part]

    def _serves(self, step: Step) -> Iterator[CriterionServed]:
        clauses: dict[str, dict[str, None]] = {}
        for served in step.serves:
            letters = clauses.setdefault(served.criterion, {})
            if served.clause:
                letters[served.clause.rpartition(".")[2]] = None
        for id_, letters in clauses.items():
            criterion: Criterion = self._framework.by_id[id_]
            yield CriterionServed(id_, criterion.title, tuple(letters), criterion.theme, criterion.level)

    def _held(self, step: Step) -> Iterator[str]:
        """Where a recorded fact stands; the reason given for not holding such facts."""
        if isinstance(step.change, AmendedFact):
            source = self._facts[step.change.fact].source
            yield f"{step.change.fact} stands in {self._documents[source.document]}, {source.locator}"
        elif isinstance(step.change, NewFact):
            yield from (
                f"the pack says it is not held: {reason}" for reason in self._not_held.get(step.change.kind, ())
            )

    def _instead(self, step: Step) -> Iterator[str]:
        """What would answer the same demands: a new fact in place of a recorded one, or the other way about."""
        kind = self._kind(step)
        if kind is None or step.kind is StepKind.DECIDE:
            return
        label = fact_types()[kind].label
        if isinstance(step.change, AmendedFact):
            yield f"a new {label} that says all of this"
            return
        if len({served.part for served in step.serves}) > 1:
            yield f"several facts of the kind {label}, as long as each of these demands is answered by one"
        able = [self._amendable.get(served.part, frozenset()) for served in step.serves]
        together = frozenset[str]().union(*able).intersection(*able)
        for fact in sorted(together)[:NEAREST]:
            yield f"{label} {fact}, changed so that it says all of this"

    def _near(self, step: Step) -> Iterator[str]:
        """Facts of the kind that speak of another matter, and why they do not fit."""
        parts = {served.part for served in step.serves}
        told: dict[str, str] = {}
        for gap in self._gaps(step):
            if gap.kind is GapKind.ABSENT and gap.part in parts:
                for miss in gap.near:
                    told.setdefault(miss.fact, near_miss_words(gap.fact_kind or "", miss))
        yield from list(told.values())[:NEAREST]

    def _gaps(self, step: Step) -> Iterator[Gap]:
        for criterion in dict.fromkeys(served.criterion for served in step.serves):
            yield from self._findings[criterion].gaps


def _merged(where: Sequence[Condition]) -> list[Condition]:
    """The conditions, each once, with what a set has to cover put together."""
    covered: dict[str, dict[str, None]] = {}
    merged: dict[Condition, None] = {}
    for condition in where:
        match condition.test:
            case Covers(values):
                covered.setdefault(condition.field, {}).update(dict.fromkeys(values))
            case _:
                merged[condition] = None
    topics = {condition.field: condition.topic for condition in where}
    sets: list[tuple[str, Test]] = [(name, Covers(tuple(sorted(values)))) for name, values in covered.items()]
    return [*merged, *(Condition(name, test, topics[name]) for name, test in sets)]


def _matter(change: NewFact) -> str:
    """What a new fact is about, in a few words, so that two of one kind can be told apart."""
    fields = fact_types()[change.kind].fields
    topics = list(
        dict.fromkeys(
            fields[name].words(word)
            for name, value in change.values
            if fields[name].topic and fields[name].vocabulary is not None and fields[name].vocabulary is not Party
            for word in ((value,) if isinstance(value, str) else value)
        )
    )
    more = f" and {len(topics) - NEAREST} more" if len(topics) > NEAREST else ""
    return f" ({', '.join(topics[:NEAREST])}{more})" if topics else ""


def _stated(kind: str, name: str, held: object) -> str:
    values = sorted(str(value) for value in held) if isinstance(held, frozenset) else [str(held)]
    return values_words(kind, name, values)
