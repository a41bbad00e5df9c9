"""From what the solver chose to steps: each chosen fact once, with no more than its demands ask for."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from engine.model.change import AmendedFact, AnsweredQuestion, NewFact
from engine.model.condition import Condition
from engine.model.plan import Efforts, Served, Step, StepKind
from engine.plan.amendments import amendment, new_values
from engine.plan.carriers import AmendedCarrier, Carrier, NewCarrier, RecordedCarrier
from engine.plan.demands import Demand, OpenClause, OpenCriterion
from engine.plan.excuses import excuses
from engine.plan.problem import Problem, Way, told_by
from evidence_schemas.vocabulary import Role, Side

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Answered:
    """One demand, the carrier that answers it, and the carriers that this one has to refer to."""

    need: Demand
    by: Carrier
    about: tuple[Carrier, ...]


class StepWriter:
    """Writes steps for one pack on one day. `taken` are the ids that new facts cannot have."""

    def __init__(
        self, efforts: Efforts, resting: Mapping[str, tuple[Condition, ...]], taken: Collection[str], as_at: date
    ) -> None:
        self._efforts = efforts
        self._resting = resting
        self._taken = frozenset(taken)
        self._as_at = as_at

    def steps(self, problem: Problem, chosen: Iterable[int]) -> tuple[Step, ...]:
        """The steps, those that others refer to before these, otherwise those that answer most first."""
        chosen = frozenset(chosen)
        pursued = tuple(_pursued(problem, chosen))
        answered = [answer for criterion in pursued for answer in _answered(criterion, problem, chosen)]
        by_carrier: dict[Key, list[_Answered]] = defaultdict(list)
        for answer in answered:
            by_carrier[_key(answer.by)].append(answer)
        ids = self._ids(by_carrier)
        steps = [
            self._step(answers, ids)
            for key, answers in sorted(by_carrier.items())
            if not isinstance(answers[0].by, RecordedCarrier)
        ]
        steps += self._settlements(pursued, answered)
        steps += self._answers(problem, chosen)
        return tuple(in_order(steps))

    def _ids(self, by_carrier: Mapping[Key, Sequence[_Answered]]) -> Mapping[Key, str]:
        """The id of the fact of each carrier; new ones are numbered in the order of the first criterion they serve."""
        new = [key for key, answers in by_carrier.items() if isinstance(answers[0].by, NewCarrier)]
        numbered = (f"new-{number}" for number in range(1, len(new) + len(self._taken) + 1))
        free = (id_ for id_ in numbered if id_ not in self._taken)
        ids = dict(zip(new, free, strict=False))
        for key, answers in by_carrier.items():
            carrier = answers[0].by
            if not isinstance(carrier, NewCarrier):
                ids[key] = carrier.fact.id
        return ids

    def _step(self, answers: Sequence[_Answered], ids: Mapping[Key, str]) -> Step:
        carrier = answers[0].by
        serves = tuple(sorted({answer.need.served for answer in answers}))
        where = tuple(dict.fromkeys(condition for answer in answers for condition in answer.need.part.where))
        about = tuple(sorted({ids.get(_key(target), "") for answer in answers for target in answer.about}))
        if isinstance(carrier, NewCarrier):
            refused = any(answer.need.refused for answer in answers)
            values = new_values(carrier.kind, where, carrier.bundle.settled, self._as_at)
            change = NewFact(ids[_key(carrier)], carrier.kind, values, about)
            kind = StepKind.DO if refused else StepKind.RECORD
            return Step(kind, change, serves, self._efforts.of_new(carrier.kind))
        fact = carrier.fact
        silent = bool(about) and not fact.about
        needed = amendment(fact, where, self._resting.get(fact.id, ()), self._as_at, refers=silent)
        if needed is None:
            raise AssertionError(f"{fact.id} was to be amended and needs no change")
        amended = AmendedFact(fact.id, needed.values, about if silent else ())
        return Step(needed.kind, amended, serves, needed.effort(self._efforts))

    def _settlements(self, pursued: Iterable[OpenCriterion], answered: Sequence[_Answered]) -> Iterator[Step]:
        """A resolution of each dispute that stands in the way, in favour of the evidence."""
        serves: dict[str, set[Served]] = defaultdict(set)
        for criterion in pursued:
            for dispute in criterion.disputes:
                serves[dispute].add(Served(criterion.id, "", ""))
        for answer in answered:
            if not isinstance(answer.by, NewCarrier):
                for dispute in answer.by.fact.disputes:
                    serves[dispute].add(answer.need.served)
        for number, dispute in enumerate(sorted(serves), start=1):
            values = (
                ("made_by", Role.PCC.value),
                ("made_on", self._as_at.isoformat()),
                ("reasons", "stated"),
                ("side", Side.EVIDENCE_UPHELD.value),
            )
            id_ = next(id_ for n in range(len(self._taken) + 1) if (id_ := f"settle-{number + n}") not in self._taken)
            change = NewFact(id_, "resolution", values, (dispute,))
            yield Step(StepKind.DECIDE, change, tuple(sorted(serves[dispute])), self._efforts.decide)

    def _answers(self, problem: Problem, chosen: frozenset[int]) -> Iterator[Step]:
        for answer, variable in problem.answered.items():
            if variable in chosen:
                serves = tuple(sorted(_excused_by(answer, problem.criteria)))
                yield Step(StepKind.ANSWER, answer, serves, self._efforts.fill)


def in_order(steps: Iterable[Step]) -> Iterator[Step]:
    """Root causes first: a fact that others refer to before these; otherwise what serves most, then by criterion."""
    waiting = sorted(steps, key=lambda step: (-len(step.serves), step.serves))
    made = {step.change.id for step in waiting if isinstance(step.change, NewFact)}
    while waiting:
        ready = next((s for s in waiting if not made.intersection(_refers(s))), waiting[0])
        waiting.remove(ready)
        if isinstance(ready.change, NewFact):
            made.discard(ready.change.id)
        yield ready


def _refers(step: Step) -> tuple[str, ...]:
    return () if isinstance(step.change, AnsweredQuestion) else step.change.about


def _pursued(problem: Problem, chosen: frozenset[int]) -> Iterator[OpenCriterion]:
    """The criteria that are to count, and do so by their clauses."""
    for criterion in problem.criteria:
        counting = problem.counting.get(criterion.id)
        if counting is not None and counting not in chosen:
            continue
        if not _excused(criterion, problem, chosen):
            yield criterion


def _excused(what: OpenCriterion | OpenClause, problem: Problem, chosen: frozenset[int]) -> bool:
    question = what.question
    return question is not None and any(
        variable in chosen and excuses(answer, question) for answer, variable in problem.answered.items()
    )


def _excused_by(answer: AnsweredQuestion, criteria: Iterable[OpenCriterion]) -> Iterator[Served]:
    for criterion in criteria:
        if criterion.question is not None and excuses(answer, criterion.question):
            yield Served(criterion.id, "", "")
        for clause in criterion.clauses:
            if clause.question is not None and excuses(answer, clause.question):
                yield Served(criterion.id, clause.id, "")


def _answered(criterion: OpenCriterion, problem: Problem, chosen: frozenset[int]) -> Iterator[_Answered]:
    """How each demand of a criterion that is pursued is answered: by as many facts as it asks for."""
    clauses = [clause for clause in criterion.clauses if not _excused(clause, problem, chosen)]
    if any(clause.id in problem.needed for clause in clauses):
        needed = [clause for clause in clauses if problem.needed[clause.id] in chosen]
        clauses = sorted(needed, key=lambda clause: len(clause.demands))[: criterion.number]
    taken: dict[str, tuple[Way, ...]] = {}
    for clause in clauses:
        for need in clause.demands:
            taken[need.part.id] = tuple(
                way for way in problem.ways[need.part.id] if _is_taken(way, need, problem, chosen)
            )
    by_name = {need.part.name: need for clause in clauses for need in clause.demands if need.part.name is not None}
    for clause in clauses:
        for need in clause.demands:
            about = tuple(taken[by_name[name].part.id][0].carrier for name in need.part.about)
            for way in taken[need.part.id][: need.part.number]:
                yield _Answered(need, way.carrier, about)


def _is_taken(way: Way, need: Demand, problem: Problem, chosen: frozenset[int]) -> bool:
    if way.variable is not None and way.variable not in chosen:
        return False
    tokens = problem.tokens.get((need.part.id, told_by(way.carrier)))
    return tokens is None or not chosen.isdisjoint(tokens)


def _key(carrier: Carrier) -> Key:
    """What tells carriers apart."""
    match carrier:
        case NewCarrier():
            return ("new", carrier.kind, *sorted(carrier.bundle.demands), str(carrier.copy))
        case AmendedCarrier():
            return ("amended", carrier.fact.id)
        case RecordedCarrier():
            return ("recorded", carrier.fact.id)
