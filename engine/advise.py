"""What an office could do next: plans for one pack on one day, made, explained and ready to print."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from engine.amend import amended
from engine.determine import Judge
from engine.explain_plan import OpenQuestion, PlanExplained, PlanExplainer
from engine.model.change import AnsweredQuestion
from engine.model.framework import Framework
from engine.model.plan import Bargain, Efforts, Plan, Target
from engine.plan.demands import OpenCriterion
from engine.plan.excuses import excuses
from engine.plan.planner import Planner
from engine.plan.targets import level_target, next_level
from evidence_schemas.pack import EvidencePack


@dataclass(frozen=True, slots=True)
class SetsExplained:
    """Every smallest set in words, the cheapest first; `complete` says that there are no others."""

    sets: tuple[PlanExplained, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class BargainExplained:
    """The most that an effort can buy, in words."""

    bargain: Bargain
    explained: PlanExplained


class Advisor:
    """Plans for one pack on one day with one idea of what things cost."""

    def __init__(self, framework: Framework, pack: EvidencePack, as_at: date, efforts: Efforts) -> None:
        """Determine the pack as it stands. The reference evaluation alone is read (architecture, decision 4)."""
        self._framework = framework
        self._pack = pack
        self._as_at = as_at
        self._efforts = efforts
        self._judge = Judge.of(framework, both=False)
        self._levels = self._judge.determine(pack, as_at).levels
        self._planner = Planner(framework, pack, as_at, efforts)
        self._explainer = PlanExplainer(framework, pack, self._planner, as_at)

    def next_target(self, theme: str | None, section: str | None) -> Target | None:
        """The level above the one that is reached; None where it is the highest."""
        level = next_level(self._framework, self._levels, theme, section)
        return level_target(self._framework, level, theme, section) if level is not None else None

    def best(self, target: Target) -> PlanExplained:
        """The cheapest plan. Raises Unreachable, and OutOfTime."""
        plan = self._planner.plan(target)
        return self._explained(plan, questions=True)

    def smallest_sets(self, target: Target, limit: int) -> SetsExplained:
        """Every smallest set of steps, up to a limit. Raises Unreachable, and OutOfTime."""
        found = self._planner.smallest_sets(target, limit)
        return SetsExplained(tuple(self._explained(plan, questions=False) for plan in found.plans), found.complete)

    def bargain(self, target: Target, budget: int) -> BargainExplained:
        """The most levels, then the most criteria, for an effort. Raises OutOfTime."""
        found = self._planner.bargain(target, budget)
        return BargainExplained(found, self._explained(found.plan, questions=False))

    def _explained(self, plan: Plan, *, questions: bool) -> PlanExplained:
        reached = amended(self._pack, [step.change for step in plan.steps])
        after = self._judge.determine(reached, self._as_at).levels if plan.steps else self._levels
        asked = tuple(self._open_questions(plan)) if questions else ()
        return self._explainer.explain(plan, self._levels, after, asked)

    def _open_questions(self, plan: Plan) -> Iterator[OpenQuestion]:
        """The open questions of the profile that an answer to would make the target cheaper."""
        opened = self._planner.open_criteria(plan.target)
        for answer, effort in self._planner.effort_if(plan.target).items():
            if effort < plan.effort:
                yield OpenQuestion(answer.question, answer.answer, tuple(_concerned(answer, opened)), effort)


def _concerned(answer: AnsweredQuestion, opened: tuple[OpenCriterion, ...]) -> Iterator[str]:
    for criterion in opened:
        asked = [criterion.question, *(clause.question for clause in criterion.clauses)]
        if any(question is not None and excuses(answer, question) for question in asked):
            yield criterion.id
