"""Small things to plan for: conditions, facts and criteria in a line each."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Literal

from engine.evaluate.fact_base import StandingFact, stand_on
from engine.loading.efforts import EFFORTS_FILE, load_efforts
from engine.model.condition import Condition, ProfileCondition, Test
from engine.model.criterion import Clause, Criterion, Needs, Paragraph, Part
from engine.model.framework import Framework, Level, Section, Theme
from engine.model.plan import Efforts, Step
from engine.plan.planner import Planner
from engine.plan.targets import criterion_target
from evidence_schemas.catalogue import fact_types
from evidence_schemas.fact import Fact
from evidence_schemas.pack import EvidencePack, NotHeld
from evidence_schemas.profile import Profile
from rules import framework_folder

AS_AT = date(2024, 3, 31)
EFFORTS: Efforts = replace(load_efforts(framework_folder("apcc-2024") / EFFORTS_FILE), new={}, other=4)
SOURCE = {"document": "D1", "locator": "p. 1"}
CHAIR = "independent_member_of_public"


def asks(kind: str, **tests: Test) -> tuple[Condition, ...]:
    """Conditions on fields of a kind, by name."""
    return tuple(Condition(name, test, fact_types()[kind].fields[name].topic) for name, test in tests.items())


def made(id_: str, kind: str, **said: object) -> Fact:
    return fact_types()[kind].model.model_validate({"id": id_, "kind": kind, "source": SOURCE, **said})


def standing(kind: str, **said: object) -> StandingFact:
    """A fact that counts on the day, with these values."""
    (fact,) = stand_on(pack_of(made("F1", kind, **said)), AS_AT).facts[kind]
    return fact


def pack_of(*facts: Fact, profile: Mapping[str, object] | None = None, not_held: tuple[str, ...] = ()) -> EvidencePack:
    absent = tuple(NotHeld(kind=kind, reason="Not kept.") for kind in not_held)
    answers = Profile.model_validate(profile or {})
    in_order = tuple(sorted(facts, key=lambda fact: fact.id))
    return EvidencePack("an office", "small", AS_AT, answers, (), in_order, (), absent, "")


def part(
    id_: str, kind: str, name: str | None = None, about: tuple[str, ...] = (), number: int = 1, **tests: Test
) -> Part:
    return Part(id_, kind, asks(kind, **tests), about, name, number)


def criterion(
    id_: str,
    *parts: Part,
    combine: Literal["all", "any", "at_least"] = "all",
    number: int = 0,
    applies_when: ProfileCondition | None = None,
    clauses_when: Mapping[str, ProfileCondition] | None = None,
) -> Criterion:
    """A criterion with a clause for each part; the id says its theme and, in the second place, its level."""
    theme, level, _ = id_.split(".")
    when = clauses_when or {}
    needs = Needs(combine, tuple(Clause(one.id, (one,), when.get(one.id)) for one in parts), number)
    asked = f"L{level}"
    return Criterion(
        id_, theme, asked, f"Title of {id_}", "asks", "reading", Paragraph(id_, "0" * 64), needs, applies_when
    )


def framework_of(*criteria: Criterion) -> Framework:
    """Two levels; themes 1 and 2 in section A, theme 3 in section B."""
    themes = []
    for id_, section in (("1", "A"), ("2", "A"), ("3", "B")):
        counts = {level: sum(c.theme == id_ and c.level == level for c in criteria) for level in ("L1", "L2")}
        if any(counts.values()):
            themes.append(Theme(id_, f"Theme {id_}", section, counts))
    sections = tuple(Section(id_, f"Section {id_}") for id_ in sorted({theme.section for theme in themes}))
    levels = (Level("L1", "First", None), Level("L2", "Second", "L1"))
    return Framework("small", "1", "Small", levels, sections, tuple(themes), criteria)


def steps_for(asked: Criterion, pack: EvidencePack, efforts: Efforts = EFFORTS) -> tuple[Step, ...]:
    """The best plan for one criterion alone."""
    return Planner(framework_of(asked), pack, AS_AT, efforts).plan(criterion_target(asked.id)).steps
