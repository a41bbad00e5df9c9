"""Each condition of each rule, dropped or weakened in turn: some case of the criterion must notice."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from case_runner import base_of, cases_of, framework, holds
from engine.evaluate.reference import evaluate_criterion
from engine.model.condition import AtLeast, Condition, Count, Covers, Is, OneOf, Recorded, Test, WithinMonths
from engine.model.criterion import Clause, Criterion, Part
from rules import framework_ids

SURVIVORS: dict[str, str] = {}
"""Mutants that no case can kill, with the reason."""

CRITERIA = [
    pytest.param(framework_id, criterion, id=f"{framework_id} {criterion.id}")
    for framework_id in framework_ids()
    for criterion in framework(framework_id).criteria
]


@pytest.mark.parametrize(("framework_id", "criterion"), CRITERIA)
def test_cases_kill_every_mutant_of_a_rule(framework_id: str, criterion: Criterion) -> None:
    cases = [(case, base_of(framework_id, case)) for case in cases_of(framework_id, criterion)]
    alive = {
        name
        for name, mutant in mutants(criterion)
        if all(holds(case, evaluate_criterion(mutant, base)) for case, base in cases)
    }
    assert alive == {name for name in SURVIVORS if name.startswith(f"{criterion.id}.")}


def mutants(criterion: Criterion) -> Iterator[tuple[str, Criterion]]:
    if criterion.applies_when is not None:
        yield f"{criterion.id}. without applies_when", replace(criterion, applies_when=None)
    for position, clause in enumerate(criterion.needs.clauses):
        for name, weaker in clause_mutants(clause):
            clauses = (*criterion.needs.clauses[:position], weaker, *criterion.needs.clauses[position + 1 :])
            yield name, replace(criterion, needs=replace(criterion.needs, clauses=clauses))
    if len(criterion.needs.clauses) > 1:
        for position, clause in enumerate(criterion.needs.clauses):
            if not any(part.name for part in clause.parts):
                clauses = (*criterion.needs.clauses[:position], *criterion.needs.clauses[position + 1 :])
                yield f"{clause.id} dropped", replace(criterion, needs=replace(criterion.needs, clauses=clauses))


def clause_mutants(clause: Clause) -> Iterator[tuple[str, Clause]]:
    if clause.applies_when is not None:
        yield f"{clause.id} without applies_when", replace(clause, applies_when=None)
    for position, part in enumerate(clause.parts):
        before, after = clause.parts[:position], clause.parts[position + 1 :]
        for name, weaker in part_mutants(part):
            yield f"{part.id} {name}", replace(clause, parts=(*before, weaker, *after))
        if len(clause.parts) > 1:
            yield f"{part.id} dropped", replace(clause, parts=(*before, *after))


def part_mutants(part: Part) -> Iterator[tuple[str, Part]]:
    if part.number > 1:
        yield "one fewer", replace(part, number=part.number - 1)
    for target in part.about:
        yield f"not about {target}", replace(part, about=tuple(name for name in part.about if name != target))
    for position, condition in enumerate(part.where):
        before, after = part.where[:position], part.where[position + 1 :]
        yield f"without {condition.field} {condition.test}", replace(part, where=(*before, *after))
        for test in weaker_tests(condition):
            weaker = replace(condition, test=test)
            yield f"{condition.field} {test} for {condition.test}", replace(part, where=(*before, weaker, *after))


def weaker_tests(condition: Condition) -> Iterator[Test]:
    match condition.test:
        case Covers(values) if len(values) > 1:
            for value in values:
                yield Covers(tuple(other for other in values if other != value))
        case Is() | OneOf() | Covers():
            yield Recorded()
        case WithinMonths(months):
            yield WithinMonths(months + 1)
        case Count(number) if number > 1:
            yield Count(number - 1)
        case AtLeast(value, scale) if scale and scale.index(value):
            yield AtLeast(scale[scale.index(value) - 1], scale)
        case _:
            pass
