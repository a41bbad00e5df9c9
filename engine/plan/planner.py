"""Plans: the cheapest set of steps that reaches a target, every smallest set, and the most that an effort can buy.

A plan reads the reference evaluation only. It never assumes an answer to a question of the profile, which is not a
matter of choice; the smallest sets name such answers, as one way in which a target may turn out to be reached.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from engine.amend import supposed
from engine.evaluate.candidates import Matching
from engine.evaluate.fact_base import FactBase, stand_on
from engine.evaluate.reference import evaluate, evaluate_criterion
from engine.model.change import AnsweredQuestion, Change
from engine.model.criterion import in_order
from engine.model.finding import CriterionFinding
from engine.model.framework import Framework
from engine.model.plan import Bargain, Efforts, Plan, SmallestSets, Target
from engine.plan.carriers import Carriers, carriers
from engine.plan.demands import OpenCriterion, open_criteria, shaken_by_answers
from engine.plan.ladder import Ladder
from engine.plan.problem import Latitude, Problem, ProblemBuilder
from engine.plan.steps import StepWriter
from engine.solver import Choice, Row, cheapest
from evidence_schemas.pack import EvidencePack
from evidence_schemas.vocabulary import Side

SECONDS = 20.0
"""How long the solver may search: far longer than any plan took; a plan that takes longer is not called proven."""

_TRIES = 20
"""How many sets are looked at for each one that is asked for, since some turn out to hold a needless step."""


class Unreachable(Exception):  # noqa: N818
    """No change to the pack reaches the target. `struck` are criteria against which a dispute was upheld.

    `unanswerable` are parts that no fact can be written for.
    """

    def __init__(self, struck: tuple[str, ...], unanswerable: tuple[str, ...]) -> None:
        """Keep the reasons."""
        self.struck = struck
        self.unanswerable = unanswerable
        super().__init__(*struck, *unanswerable)


class Planner:
    """One pack on one day, made ready to plan for any target."""

    def __init__(self, framework: Framework, pack: EvidencePack, as_at: date, efforts: Efforts) -> None:
        """Evaluate the pack as it stands."""
        self._framework = framework
        self._pack = pack
        self._base: FactBase = stand_on(pack, as_at)
        self._matching = Matching(self._base)
        self._efforts = efforts
        self._known: dict[tuple[Target, bool], tuple[tuple[OpenCriterion, ...], Carriers]] = {}
        self._undecidable = frozenset(
            dispute
            for resolution in self._base.facts.get("resolution", ())
            if resolution.values.get("side") == Side.DISPUTE_UPHELD
            for dispute in resolution.about
        )
        self.findings: Mapping[str, CriterionFinding] = {
            finding.id: finding for finding in evaluate(framework, self._base)
        }

    def plan(self, target: Target) -> Plan:
        """The cheapest plan; one without steps where the target is reached. Raises Unreachable, and OutOfTime."""
        criteria, held = self._prepared(target)
        problem = self._problem(target, Latitude())
        choice = cheapest(problem.costs, problem.rows, SECONDS)
        if choice is None:
            raise _unreachable(criteria, problem)
        return self._written(target, problem, held, choice)

    def effort_if(self, target: Target) -> Mapping[AnsweredQuestion, int]:
        """The effort of the cheapest plan under each answer that excuses something, which itself costs nothing here.

        Raises OutOfTime.
        """
        problem = self._problem(target, Latitude(excused=True))
        efforts: dict[AnsweredQuestion, int] = {}
        for answer, variable in problem.answered.items():
            only = [
                Row(((other, 1 if other == variable else -1),), int(other == variable))
                for other in problem.answered.values()
            ]
            choice = cheapest(problem.costs, (*problem.rows, *only), SECONDS)
            if choice is not None and choice.proven:
                efforts[answer] = sum(problem.costs[chosen] for chosen in choice.chosen) - problem.costs[variable]
        return efforts

    def amendable(self, target: Target) -> Mapping[str, frozenset[str]]:
        """The recorded facts that could be changed so that they answer a demand, by part id; none that is a guess."""
        able: dict[str, set[str]] = defaultdict(set)
        for carrier in self._prepared(target)[1].amended:
            for part in carrier.bundle.demands:
                if not carrier.work[part].guesses:
                    able[part].add(carrier.fact.id)
        return {part: frozenset(facts) for part, facts in able.items()}

    def open_criteria(self, target: Target) -> tuple[OpenCriterion, ...]:
        """The criteria of the target that do not count as the pack stands."""
        return self._prepared(target)[0]

    def _prepared(self, target: Target, *, answered: bool = False) -> tuple[tuple[OpenCriterion, ...], Carriers]:
        """The open criteria of a target, and the facts that could answer what they ask for.

        With `answered`, also the criteria that an answer to a question of the profile could open.
        """
        if (target, answered) not in self._known:
            asked = self._framework, target.criteria, self.findings, self._matching
            criteria = (*open_criteria(*asked), *(shaken_by_answers(*asked) if answered else ()))
            demands = [need for criterion in criteria for need in criterion.demands()]
            held = carriers(self._framework, self.findings.values(), demands, self._base.as_at)
            self._known[target, answered] = criteria, held
        return self._known[target, answered]

    def _problem(self, target: Target, latitude: Latitude) -> Problem:
        criteria, held = self._prepared(target, answered=latitude.excused)
        return ProblemBuilder(criteria, held, self._efforts, self._undecidable, latitude).build()

    def _written(self, target: Target, problem: Problem, held: Carriers, choice: Choice) -> Plan:
        taken = {fact.id for fact in self._pack.facts}
        writer = StepWriter(self._efforts, held.resting, taken, self._base.as_at)
        steps = writer.steps(problem, choice.chosen)
        return Plan(target, steps, sum(step.effort for step in steps), choice.proven)

    def smallest_sets(self, target: Target, limit: int) -> SmallestSets:
        """Every smallest set of steps that reaches the target, the cheapest first, up to a limit.

        Two sets differ where a demand is answered by another recorded fact, or by a new one instead, or another choice
        of clauses is answered, or a question of the profile is. Raises Unreachable, and OutOfTime.
        """
        criteria, held = self._prepared(target, answered=True)
        problem = self._problem(target, Latitude(excused=True, guesses=True, apart=True))
        marks = problem.marks()
        costs = [cost * (len(marks) + 1) for cost in problem.costs]
        for mark in marks:
            costs[mark] += 1
        rows = list(problem.rows)
        plans: list[Plan] = []
        for _ in range(limit * _TRIES):
            choice = cheapest(costs, rows, SECONDS)
            if choice is None:
                if not plans:
                    raise _unreachable(criteria, problem)
                return SmallestSets(tuple(plans), complete=True)
            if len(plans) == limit or not choice.proven:
                break
            plan = self._written(target, problem, held, choice)
            if plan not in plans and not self._needless(plan):
                plans.append(plan)
            taken = set(choice.chosen).intersection(marks)
            rows.append(Row(tuple((mark, -1) for mark in sorted(taken)), 1 - len(taken)))
        return SmallestSets(tuple(plans), complete=False)

    def _needless(self, plan: Plan) -> bool:
        """Whether the target is reached without one of the steps, because another one happens to do its work."""
        changes = [step.change for step in plan.steps]
        answers = any(isinstance(change, AnsweredQuestion) for change in changes)  # which may open what counts now
        opened = [id_ for id_ in plan.target.criteria if answers or not self.findings[id_].verdict.counts]
        for place, step in enumerate(plan.steps):
            named = {served.criterion for served in step.serves}  # almost always one of these is lost: look there first
            likely_first = sorted(opened, key=lambda id_: id_ not in named)
            if self._reached(likely_first, [*changes[:place], *changes[place + 1 :]]):
                return True
        return False

    def _reached(self, criteria: Sequence[str], changes: Sequence[Change]) -> bool:
        base = stand_on(supposed(self._pack, changes), self._base.as_at)
        return all(evaluate_criterion(self._framework.by_id[id_], base).verdict.counts for id_ in criteria)

    def bargain(self, target: Target, budget: int) -> Bargain:
        """The most levels of themes and sections, then the most criteria, among those of the target for this effort.

        Among the ways to do so, the cheapest. Raises OutOfTime.
        """
        _, held = self._prepared(target)
        problem = self._problem(target, Latitude(free=True))
        counted = frozenset(id_ for id_ in target.criteria if self.findings[id_].verdict.counts)
        ladder = Ladder.of(self._framework, target, counted, problem)
        efforts = tuple((variable, -cost) for variable, cost in enumerate(problem.costs) if cost)
        choice = _most(problem, ladder, [*problem.rows, *ladder.rows, Row(efforts, -budget)], budget)
        gained = tuple(id_ for id_, variable in problem.counting.items() if variable in choice.chosen)
        reached = Target(None, None, None, None, tuple(sorted({*counted, *gained}, key=in_order)))
        levels = tuple(key for key, variable in ladder.variables.items() if variable in choice.chosen)
        return Bargain(budget, self._written(reached, problem, held, choice), gained, levels)


def _most(problem: Problem, ladder: Ladder, rows: list[Row], budget: int) -> Choice:
    """The most levels, then the most criteria, then the least effort.

    The levels are counted first and by themselves. In one go a part of a level would outweigh many criteria wherever
    the solver looks at parts, and the proof would take several times as long.
    """
    rungs = frozenset(ladder.variables.values())
    costs = [*problem.costs, *(0 for _ in rungs)]
    highest = _affordable([-1 if variable in rungs else 0 for variable in range(len(costs))], rows)
    reached = Row(tuple((variable, 1) for variable in sorted(rungs)), len(rungs.intersection(highest.chosen)))
    for variable in problem.counting.values():
        costs[variable] -= budget + 1
    choice = _affordable(costs, [*rows, reached])
    return replace(choice, proven=choice.proven and highest.proven)


def _affordable(costs: Sequence[int], rows: Sequence[Row]) -> Choice:
    choice = cheapest(costs, rows, SECONDS)
    if choice is None:
        raise AssertionError("doing nothing is within any budget")
    return choice


def _unreachable(criteria: tuple[OpenCriterion, ...], problem: Problem) -> Unreachable:
    struck = tuple(criterion.id for criterion in criteria if criterion.struck)
    unanswerable = tuple(part for part, ways in problem.ways.items() if not ways)
    return Unreachable(struck, unanswerable)
