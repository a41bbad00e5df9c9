"""Where a later criterion asks for more of the same thing, a pack that meets it meets the earlier one."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from case_runner import framework
from engine.evaluate.fact_base import stand_on
from engine.evaluate.reference import evaluate_criterion
from engine.exemplify import as_written, least_values
from engine.model.change import Stated
from engine.model.condition import AtLeast, Condition, Covers, OneOf
from engine.model.criterion import Criterion, Part
from engine.model.framework import Progression
from engine.model.verdict import Verdict
from evidence_schemas.catalogue import fact_types
from evidence_schemas.fact import Fact
from evidence_schemas.pack import EvidencePack
from evidence_schemas.profile import Profile
from rules import framework_ids

AS_AT = date(2024, 3, 31)
SOURCE = {"document": "D1", "locator": "anywhere"}
PROGRESSIONS = [(id_, progression) for id_ in framework_ids() for progression in framework(id_).progressions]


@st.composite
def narrowed(draw: st.DrawFn, part: Part) -> Part:
    """The part with one of the ways chosen in which its conditions can be satisfied."""
    return replace(part, where=tuple(draw(_narrowed(part, condition)) for condition in part.where))


def _narrowed(part: Part, condition: Condition) -> st.SearchStrategy[Condition]:
    field = fact_types()[part.kind].fields[condition.field]
    words = [word.value for word in field.vocabulary or ()]
    match condition.test:
        case OneOf(values) if field.shape == "words":
            more = st.lists(st.sampled_from(words), max_size=2, unique=True)
            chosen = st.tuples(st.sampled_from(values), more).map(lambda pair: tuple({pair[0], *pair[1]}))
            return chosen.map(lambda some: replace(condition, test=Covers(some)))
        case OneOf(values):
            return st.sampled_from(values).map(lambda value: replace(condition, test=OneOf((value,))))
        case Covers(values):
            more = st.lists(st.sampled_from(words), max_size=2, unique=True)
            return more.map(lambda some: replace(condition, test=Covers(tuple({*values, *some}))))
        case AtLeast(value, scale) if scale:
            stronger = st.sampled_from(scale[scale.index(value) :])
            return stronger.map(lambda some: replace(condition, test=AtLeast(some, scale)))
        case _:
            return st.just(condition)


@st.composite
def meeting(draw: st.DrawFn, criterion: Criterion) -> EvidencePack:
    """A pack made to meet the criterion, in one of many ways."""
    needs = criterion.needs
    wanted = len(needs.clauses) if needs.combine == "all" else max(1, needs.number)
    clauses = draw(st.permutations(needs.clauses))[:wanted] if needs.combine != "all" else needs.clauses
    facts: list[Fact] = []
    named: dict[str, str] = {}
    for part in (part for clause in clauses for part in clause.parts):
        for _ in range(part.number):
            id_ = f"X{len(facts)}"
            values: dict[str, Stated] = least_values(draw(narrowed(part)), AS_AT)
            written = as_written(id_, part.kind, values, [named[name] for name in part.about])
            facts.append(fact_types()[part.kind].model.model_validate({**written, "source": SOURCE}))
            if part.name:
                named[part.name] = id_
    return EvidencePack("an office", "", AS_AT, Profile(), (), tuple(facts), (), (), "")


def test_there_are_progressions() -> None:
    assert PROGRESSIONS


@pytest.mark.parametrize(("framework_id", "progression"), PROGRESSIONS, ids=str)
@given(data=st.data())
def test_a_pack_that_meets_the_later_meets_the_earlier(
    framework_id: str, progression: Progression, data: st.DataObject
) -> None:
    criteria = framework(framework_id).by_id
    base = stand_on(data.draw(meeting(criteria[progression.later])), AS_AT)
    assert evaluate_criterion(criteria[progression.later], base).verdict is Verdict.MET
    assert evaluate_criterion(criteria[progression.earlier], base).verdict is Verdict.MET
