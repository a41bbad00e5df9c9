"""A plan for the people who carry it out: each step in words, what would do instead, and what it leads to.

It reads a plan and decides nothing. Steps that depend on another one stand under it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Literal

from engine.explain_step import StepExplained, StepExplainer
from engine.model.change import AnsweredQuestion, NewFact
from engine.model.determination import Levels
from engine.model.framework import Framework
from engine.model.plan import Plan, Step, StepKind
from engine.plan.planner import Planner
from evidence_schemas.pack import EvidencePack

ORDER = (StepKind.ANSWER, StepKind.DECIDE, StepKind.RECORD, StepKind.RENEW, StepKind.DO)
"""The sorts of work in the order in which they are told: what only has to be said or settled comes first."""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question of the profile that nobody has answered, and the answer under which less would be needed.

    `criteria` would no longer apply, as a whole or in some clause, and the plan would cost `effort`.
    """

    question: str
    answer: str
    criteria: tuple[str, ...]
    effort: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A criterion that asks for some of its clauses: how many are taken, which ones, and which would do as well."""

    criterion: str
    number: int
    taken: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LevelChange:
    """A theme or a section whose level the plan lifts; None is no level."""

    sort: Literal["theme", "section"]
    id: str
    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class PlanExplained:
    """A plan in words, with how many of its criteria count already, and what it leads to."""

    plan: Plan
    counting: int
    steps: tuple[StepExplained, ...]
    questions: tuple[OpenQuestion, ...]
    choices: tuple[Choice, ...]
    levels: tuple[LevelChange, ...]


class PlanExplainer:
    """Explains plans for one pack."""

    def __init__(self, framework: Framework, pack: EvidencePack, planner: Planner, as_at: date) -> None:
        self._framework = framework
        self._pack = pack
        self._planner = planner
        self._as_at = as_at

    def explain(
        self, plan: Plan, before: Levels, after: Levels, open_questions: Sequence[OpenQuestion]
    ) -> PlanExplained:
        """Put the plan in words; `before` and `after` are the levels without and with it."""
        findings = self._planner.findings
        return PlanExplained(
            plan,
            sum(findings[id_].verdict.counts for id_ in plan.target.criteria),
            self.steps(plan),
            tuple(open_questions),
            tuple(self._choices(plan)),
            tuple(self._lifted(before, after)),
        )

    def steps(self, plan: Plan) -> tuple[StepExplained, ...]:
        """The steps that depend on no other, each with those that depend on it below."""
        referred = frozenset(id_ for step in plan.steps for id_ in _about(step))
        amendable, findings = self._planner.amendable(plan.target), self._planner.findings
        explainer = StepExplainer(self._framework, self._pack, self._as_at, findings, amendable, referred)
        made = {step.change.id: step for step in plan.steps if isinstance(step.change, NewFact)}
        place = {id(step): number for number, step in enumerate(plan.steps)}
        below: dict[int, list[Step]] = {}
        roots: list[Step] = []
        for step in plan.steps:
            parents = [made[id_] for id_ in _about(step) if id_ in made and place[id(made[id_])] < place[id(step)]]
            (below.setdefault(id(parents[-1]), []) if parents else roots).append(step)
        numbers = count(1)

        def told(step: Step) -> StepExplained:
            number = next(numbers)
            return explainer.explain(number, step, tuple(told(other) for other in below.get(id(step), [])))

        return tuple(told(step) for kind in ORDER for step in roots if step.kind is kind)

    def _choices(self, plan: Plan) -> Iterator[Choice]:
        taken: dict[str, set[str]] = {}
        for step in plan.steps:
            for served in step.serves:
                if served.clause:
                    taken.setdefault(served.criterion, set()).add(served.clause)
        for id_ in plan.target.criteria:
            finding, needs = self._planner.findings[id_], self._framework.by_id[id_].needs
            if needs.combine == "all" or finding.verdict.counts or id_ not in taken:
                continue
            unmet = [clause.id for clause in finding.clauses if not clause.verdict.counts]
            others = tuple(clause for clause in unmet if clause not in taken[id_])
            yield Choice(id_, len(taken[id_]), tuple(sorted(taken[id_])), others)

    def _lifted(self, before: Levels, after: Levels) -> Iterator[LevelChange]:
        names = {section.id: section.name for section in self._framework.sections}
        for old, new in zip(before.sections, after.sections, strict=True):
            if old.level != new.level:
                yield LevelChange("section", old.section, names[old.section], old.level, new.level)
        titles = {theme.id: theme.name for theme in self._framework.themes}
        for was, now in zip(before.themes, after.themes, strict=True):
            if was.level != now.level:
                yield LevelChange("theme", was.theme, titles[was.theme], was.level, now.level)


def _about(step: Step) -> tuple[str, ...]:
    return () if isinstance(step.change, AnsweredQuestion) else step.change.about
