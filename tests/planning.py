"""Targets and plans for generated cases, and whether a target is reached according to the second reading."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from hypothesis import strategies as st

from engine.amend import amended
from engine.loading.canonical import framework_digest
from engine.model.change import Change
from engine.model.criterion import Clause, Criterion, Needs, Paragraph, Part
from engine.model.framework import Framework, Level, Section, Theme
from engine.model.plan import Efforts, Target
from engine.plan.targets import criterion_target, level_target
from evidence_schemas.pack import EvidencePack
from oracle import COUNTS, judge
from strategies import KINDS, Case, as_at_dates, cases, conditions_on, dated_cases, joined_cases, moods, packs

small_efforts = st.builds(
    Efforts,
    new=st.dictionaries(st.sampled_from(sorted(KINDS)), st.integers(1, 9), max_size=3),
    other=st.integers(1, 6),
    fill=st.integers(1, 3),
    finish=st.integers(1, 4),
    change=st.integers(1, 5),
    renew=st.integers(1, 4),
    decide=st.integers(1, 4),
)


@st.composite
def crowded_cases(draw: st.DrawFn) -> Case:
    """Criteria that all ask for facts of one or two kinds, so that one fact may serve several of them, or may not."""
    kinds = [
        KINDS[kind] for kind in draw(st.lists(st.sampled_from(sorted(KINDS)), min_size=1, max_size=2, unique=True))
    ]
    criteria = []
    for position in range(1, draw(st.integers(2, 3)) + 1):
        id_ = f"1.1.{position}"
        parts = []
        for letter in "abc"[: draw(st.sampled_from([1, 2, 2, 3]))]:
            kind = draw(st.sampled_from(kinds))
            where = tuple(draw(st.lists(conditions_on(kind), min_size=1, max_size=3)))
            parts.append(Part(f"{id_}.{letter}", kind.kind, where, number=draw(st.sampled_from([1, 1, 1, 2]))))
        combine = draw(st.sampled_from(COMBINATIONS))
        number = draw(st.integers(1, len(parts))) if combine == "at_least" else 0
        needs = Needs(combine, tuple(Clause(part.id, (part,)) for part in parts), number)
        criteria.append(Criterion(id_, "1", "L1", "A title", "asks", "reading", Paragraph(id_, "0" * 64), needs))
    theme = Theme("1", "Theme 1", "A", {"L1": len(criteria)})
    levels, sections = (Level("L1", "L", None),), (Section("A", "A"),)
    framework = Framework("odd", "1", "Odd", levels, sections, (theme,), tuple(criteria))
    framework = replace(framework, digest=framework_digest(framework))
    as_at = draw(as_at_dates)
    return Case(framework, draw(packs(framework, as_at, draw(moods))), as_at)


COMBINATIONS: list[Literal["all", "any", "at_least"]] = ["all", "all", "any", "at_least"]

planned_cases = cases() | crowded_cases() | crowded_cases() | joined_cases() | dated_cases()


def targets(framework: Framework) -> Iterator[Target]:
    """Every criterion, the levels of each theme and section, and those of all."""
    yield from (criterion_target(criterion.id) for criterion in framework.criteria)
    for level in framework.levels:
        yield level_target(framework, level.id)
        yield from (level_target(framework, level.id, theme=theme.id) for theme in framework.themes)
        yield from (level_target(framework, level.id, section=section.id) for section in framework.sections)


@st.composite
def targets_of(draw: st.DrawFn, case: Case) -> Target:
    return draw(st.sampled_from(list(targets(case.framework))))


def counting(framework: Framework, pack: EvidencePack, as_at: date) -> frozenset[str]:
    """The criteria that count, by the second reading."""
    judged = judge(framework, pack, as_at)
    return frozenset(id_ for id_, verdict in judged.criteria.items() if verdict in COUNTS)


def reached(case: Case, criteria: Iterable[str], changes: Sequence[Change]) -> bool:
    """Whether these criteria count once the changes are made."""
    return counting(case.framework, amended(case.pack, changes), case.as_at).issuperset(criteria)
