"""Proofs about single rules: that each one can be met, that every condition of it matters, that support never hurts.

For each criterion the smallest pack that meets it is built and run; then packs that lack just one thing: a field, a
member of a set, a reference, a fact. Each of these must fail, and a gap must name the place.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from engine.evaluate.fact_base import stand_on
from engine.evaluate.reference import evaluate_criterion
from engine.exemplify import as_written, least_values
from engine.model.change import Stated
from engine.model.condition import WithinRhythm
from engine.model.criterion import Criterion, Part
from engine.model.finding import CriterionFinding
from engine.model.framework import Framework
from engine.model.gap import Gap
from evidence_schemas.catalogue import fact_types
from evidence_schemas.pack import EvidencePack
from evidence_schemas.profile import Profile

AS_AT = date(2024, 3, 31)
_SOURCE = {"document": "D1", "locator": "anywhere"}


@dataclass(frozen=True, slots=True, order=True)
class RuleFault:
    """Something that a rule set does and must not do."""

    criterion: str
    message: str


@dataclass(frozen=True, slots=True)
class _Example:
    """The smallest fact for one part (or one of the several that it asks for)."""

    id: str
    part: Part
    values: dict[str, Stated]
    about: tuple[str, ...]

    def written(self) -> dict[str, object]:
        return {**as_written(self.id, self.part.kind, self.values, self.about), "source": _SOURCE}


@dataclass(frozen=True, slots=True)
class _Lack:
    """A pack that lacks one thing: what it is, the fact that lacks it, the part that must notice, the field to name."""

    words: str
    fact: str
    part: Part
    field: str | None
    examples: tuple[_Example, ...]


def prove_rules(framework: Framework) -> tuple[RuleFault, ...]:
    """Prove every rule of the framework; returns what could not be proven, in order."""
    return tuple(fault for criterion in framework.criteria for fault in prove_rule(criterion))


def prove_rule(criterion: Criterion) -> Iterator[RuleFault]:
    """Prove one rule."""
    for alternative in _alternatives(criterion):
        examples = _smallest(alternative)
        found = _run(criterion, examples)
        if not found.verdict.counts:
            yield RuleFault(criterion.id, f"the smallest pack does not meet it: the verdict is {found.verdict}")
            continue
        lacks = tuple(_lacks(examples))
        yield from (fault for lack in lacks if (fault := _unnoticed(criterion, lack)))
        yield from _idle_conditions(criterion, examples)
        yield from _hurt_by_support(criterion, examples, lacks)


def _alternatives(criterion: Criterion) -> Iterator[tuple[Part, ...]]:
    """The parts of every smallest choice of clauses that should meet the criterion."""
    needs = criterion.needs
    if needs.combine == "all":
        yield criterion.parts()
        return
    number = 1 if needs.combine == "any" else needs.number
    for start in range(len(needs.clauses)):
        chosen = [needs.clauses[(start + step) % len(needs.clauses)] for step in range(number)]
        yield tuple(part for clause in chosen for part in clause.parts)


def _smallest(parts: Iterable[Part]) -> tuple[_Example, ...]:
    examples: list[_Example] = []
    named: dict[str, str] = {}
    for part in parts:
        values = least_values(part, AS_AT)
        for _ in range(part.number):
            id_ = f"X{len(examples) + 1}"
            examples.append(_Example(id_, part, values, tuple(named[name] for name in part.about)))
            if part.name:
                named[part.name] = id_
    return tuple(examples)


def _lacks(examples: tuple[_Example, ...]) -> Iterator[_Lack]:
    for position, example in enumerate(examples):
        part = example.part
        before, after = examples[:position], examples[position + 1 :]
        if not any(example.id in other.about for other in examples):
            yield _Lack(f"the {fact_types()[part.kind].label}", example.id, part, None, (*before, *after))
        for field in dict.fromkeys(condition.field for condition in part.where):
            for words, values in _weaker(example.values, field):
                yield _Lack(words, example.id, part, field, (*before, replace(example, values=values), *after))
        if example.about:
            yield _Lack("`about`", example.id, part, "about", (*before, replace(example, about=()), *after))


def _weaker(values: dict[str, Stated], field: str) -> Iterator[tuple[str, dict[str, Stated]]]:
    """The values without a field, and with each member of a set left out in turn."""
    yield f"`{field}`", {name: value for name, value in values.items() if name != field}
    held = values[field]
    if isinstance(held, tuple) and len(held) > 1:
        for member in held:
            yield f"`{member}` in `{field}`", {**values, field: tuple(value for value in held if value != member)}


def _idle_conditions(criterion: Criterion, examples: tuple[_Example, ...]) -> Iterator[RuleFault]:
    """Conditions that another condition of the same part already implies."""
    for position, example in enumerate(examples):
        part = example.part
        rhythmic = any(isinstance(condition.test, WithinRhythm) for condition in part.where)
        for condition in part.where:
            if rhythmic and condition.field == "rhythm":
                continue  # `within: rhythm` implies it, yet only this condition has the gap say which rhythm is missing
            without = replace(part, where=tuple(other for other in part.where if other is not condition))
            weaker = replace(example, values=least_values(without, AS_AT))
            if _run(criterion, (*examples[:position], weaker, *examples[position + 1 :])).verdict.counts:
                message = f"{part.id}: a condition on `{condition.field}` asks for nothing that the others do not"
                yield RuleFault(criterion.id, message)


def _unnoticed(criterion: Criterion, lack: _Lack) -> RuleFault | None:
    found = _run(criterion, lack.examples)
    if found.verdict.counts:
        return RuleFault(criterion.id, f"{lack.part.id}: a pack that lacks only {lack.words} still meets it")
    if any(gap.part == lack.part.id and _names(gap, lack) for gap in found.gaps):
        return None
    return RuleFault(criterion.id, f"{lack.part.id}: where only {lack.words} is lacking, no gap names it")


def _names(gap: Gap, lack: _Lack) -> bool:
    """Whether a gap speaks of what is lacking: the field, a missing fact, or another fact that now comes nearest."""
    return gap.fact != lack.fact or gap.field == lack.field


def _hurt_by_support(
    criterion: Criterion, examples: tuple[_Example, ...], lacks: tuple[_Lack, ...]
) -> Iterator[RuleFault]:
    """Weaker facts beside the ones that suffice must change nothing."""
    more = list(examples)
    for lack in lacks:
        for example in lack.examples:
            if example not in examples:
                more.append(replace(example, id=f"Y{len(more)}"))
    if not _run(criterion, more).verdict.counts:
        yield RuleFault(criterion.id, "adding weaker facts to a pack that meets it makes it unmet")


def _run(criterion: Criterion, examples: Iterable[_Example]) -> CriterionFinding:
    facts = [fact_types()[example.part.kind].model.model_validate(example.written()) for example in examples]
    pack = EvidencePack("an office", "", AS_AT, Profile(), (), tuple(facts), (), (), "")
    return evaluate_criterion(criterion, stand_on(pack, AS_AT))
