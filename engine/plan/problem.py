"""A target as a problem for the exact solver: what can be chosen, what each choice costs, what every choice must meet.

Variables are numbered; each is chosen or not. A carrier has a variable with the effort of its step; a way (a carrier
that answers a demand) is chosen through it. Rows say that every needed clause has each of its demands answered, by as
many different facts as it asks for, and that joined parts refer to the facts that answer the parts they are about.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.model.change import AnsweredQuestion
from engine.model.condition import ProfileCondition
from engine.model.plan import Efforts
from engine.model.verdict import Verdict
from engine.plan.carriers import AmendedCarrier, Carrier, Carriers, NewCarrier, RecordedCarrier
from engine.plan.demands import Demand, OpenClause, OpenCriterion
from engine.plan.excuses import excuses, excusing
from engine.solver import Row

Terms = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Way:
    """A carrier that answers a demand; it does where `variable` is chosen, and in any case where that is None."""

    carrier: Carrier
    variable: int | None


@dataclass(frozen=True, slots=True)
class Problem:
    """What the solver is given, and what its choice means.

    `ways` are by part id. `settled` has the variable of each dispute, `answered` that of each answer to the profile,
    `counting` that of each criterion where the choice of criteria is free, `needed` that of each clause (by id) where
    the choice of clauses is free. `tokens` tell smallest sets apart: for a demand and what it is told to be answered by
    (`told_by`), their variables.
    """

    criteria: tuple[OpenCriterion, ...]
    costs: tuple[int, ...]
    rows: tuple[Row, ...]
    ways: Mapping[str, tuple[Way, ...]]
    settled: Mapping[str, int]
    answered: Mapping[AnsweredQuestion, int]
    counting: Mapping[str, int]
    needed: Mapping[str, int]
    tokens: Mapping[tuple[str, str], tuple[int, ...]]

    def marks(self) -> tuple[int, ...]:
        """The variables in which two smallest sets differ."""
        told = (variable for variables in self.tokens.values() for variable in variables)
        return (*self.settled.values(), *self.answered.values(), *told)


@dataclass(frozen=True, slots=True)
class Latitude:
    """What a problem leaves open besides the way to answer each demand.

    `free` leaves it open which criteria are to count, `excused` lets questions of the profile be answered, `guesses`
    lets a fact that does not say what it is about turn out to be about the matter, `apart` tells smallest sets apart.
    """

    free: bool = False
    excused: bool = False
    guesses: bool = False
    apart: bool = False


class ProblemBuilder:
    """Builds one problem.

    `undecidable` are disputes that one more resolution would not settle.
    """

    def __init__(
        self,
        criteria: Sequence[OpenCriterion],
        carriers: Carriers,
        efforts: Efforts,
        undecidable: Collection[str],
        latitude: Latitude,
    ) -> None:
        self._apart, self._guesses = latitude.apart, latitude.guesses
        self._tokens: dict[tuple[str, str], tuple[int, ...]] = {}
        self._criteria = tuple(criteria)
        self._efforts = efforts
        self._costs: list[int] = []
        self._rows: list[Row] = []
        self._ways: dict[str, tuple[Way, ...]] = {}
        self._needed: dict[str, int] = {}
        disputes = {dispute for criterion in criteria for dispute in criterion.disputes}
        disputes |= {d for c in criteria for need in c.demands() for able in need.able for d in able.fact.disputes}
        self._settled = {dispute: self._variable(efforts.decide) for dispute in sorted(disputes)}
        for dispute in self._settled.keys() & set(undecidable):
            self._row([(self._settled[dispute], -1)], 0)
        questions = _questions(criteria) if latitude.excused else ()
        self._answered = {answer: self._variable(efforts.fill) for answer in excusing(questions)}
        self._one_answer_each()
        self._counting = {c.id: self._variable() for c in criteria} if latitude.free else {}
        self._carried: dict[str, list[tuple[Carrier, int]]] = defaultdict(list)
        self._carry_new(carriers.new)
        self._carry_amended(carriers.amended)

    def build(self) -> Problem:
        """The problem."""
        for criterion in self._criteria:
            self._criterion(criterion)
        return Problem(
            self._criteria,
            tuple(self._costs),
            tuple(self._rows),
            self._ways,
            self._settled,
            self._answered,
            self._counting,
            self._needed,
            self._tokens,
        )

    def _variable(self, cost: int = 0) -> int:
        self._costs.append(cost)
        return len(self._costs) - 1

    def _row(self, terms: Iterable[tuple[int, int]], least: int) -> None:
        self._rows.append(Row(tuple(terms), least))

    def _implies(self, first: int, then: int) -> None:
        self._row([(then, 1), (first, -1)], 0)

    def _at_most_one(self, variables: Sequence[int]) -> None:
        if len(variables) > 1:
            self._row([(variable, -1) for variable in variables], -1)

    def _one_answer_each(self) -> None:
        by_question: dict[str, list[int]] = defaultdict(list)
        for answer, variable in self._answered.items():
            by_question[answer.question].append(variable)
        for variables in by_question.values():
            self._at_most_one(variables)

    def _carry_new(self, new: Iterable[NewCarrier]) -> None:
        before: tuple[NewCarrier, int] | None = None
        for carrier in new:
            variable = self._variable(self._efforts.of_new(carrier.kind))
            if before is not None and carrier.copy > 1:
                self._implies(variable, before[1])
            for demand in carrier.bundle.demands:
                self._carried[demand].append((carrier, variable))
            before = (carrier, variable)

    def _carry_amended(self, amended: Iterable[AmendedCarrier]) -> None:
        """An amended fact costs what the heaviest work on it costs: a variable a rung, each needing the one below."""
        choices: dict[str, list[int]] = defaultdict(list)
        for carrier in amended:
            efforts = {
                demand: amendment.effort(self._efforts)
                for demand, amendment in carrier.work.items()
                if self._guesses or not amendment.guesses
            }
            if not efforts:
                continue
            rungs: dict[int, int] = {}
            below: tuple[int, int] | None = None
            for effort in sorted(set(efforts.values())):
                rungs[effort] = self._variable(effort - (below[0] if below else 0))
                if below is not None:
                    self._implies(rungs[effort], below[1])
                below = (effort, rungs[effort])
            choices[carrier.fact.id].append(rungs[min(rungs)])
            for demand, effort in efforts.items():
                self._carried[demand].append((carrier, rungs[effort]))
        for variables in choices.values():
            self._at_most_one(variables)

    def _criterion(self, criterion: OpenCriterion) -> None:
        gate: Terms = [(self._counting[criterion.id], -1)] if criterion.id in self._counting else []
        excuse = self._excuses(criterion.question)
        if criterion.struck:
            self._gated([], 1, gate, excuse)
        for dispute in criterion.disputes:
            self._gated([(self._settled[dispute], 1)], 1, gate, excuse)
        by_name = {need.part.name: need for need in criterion.demands() if need.part.name is not None}
        for need in criterion.demands():
            self._ways[need.part.id] = tuple(self._possible(need))
        if criterion.number == len(criterion.clauses):
            for clause in criterion.clauses:
                self._clause(clause, gate, [*excuse, *self._excuses(clause.question)], by_name)
            return
        self._alternatives(criterion, gate, excuse, by_name)

    def _alternatives(
        self, criterion: OpenCriterion, gate: Terms, excuse: Terms, by_name: Mapping[str, Demand]
    ) -> None:
        """Some of the clauses are enough; where few enough of them apply, as many as apply."""
        chosen = {clause.id: self._variable() for clause in criterion.clauses}
        self._needed.update(chosen)
        excused = [term for clause in criterion.clauses for term in self._excuses(clause.question)]
        spare = len(criterion.clauses) - criterion.number
        credits_ = [self._variable() for _ in range(min(criterion.number, max(0, len(excused) - spare)))]
        for place, credit in enumerate(credits_, start=1):
            self._row([*excused, (credit, -(spare + place))], 0)
        enough = [(variable, 1) for variable in (*chosen.values(), *credits_)]
        self._gated(enough, criterion.number, gate, excuse)
        for clause in criterion.clauses:
            for answer, _ in self._excuses(clause.question):  # a clause that does not apply is none of those needed
                self._at_most_one([chosen[clause.id], answer])
            self._clause(clause, [(chosen[clause.id], -1)], [], by_name)

    def _gated(self, terms: Terms, least: int, gate: Terms, excuse: Terms) -> None:
        """The terms reach `least` where the gate (of weight -1, or none) is chosen and no excuse is."""
        weighed = [(variable, weight * least) for variable, weight in (*gate, *excuse)]
        self._row([*terms, *weighed], 0 if gate else least)

    def _excuses(self, question: ProfileCondition | None) -> Terms:
        if question is None:
            return []
        return [(variable, 1) for answer, variable in self._answered.items() if excuses(answer, question)]

    def _clause(self, clause: OpenClause, gate: Terms, excuse: Terms, by_name: Mapping[str, Demand]) -> None:
        for need in clause.demands:
            ways = self._ways[need.part.id]
            free = sum(way.variable is None for way in ways)
            self._gated(self._answering(need, ways), need.part.number - free, gate, excuse)
            if need.joined and need.part.name is not None:
                self._at_most_one([way.variable for way in ways if way.variable is not None])
            for way in ways:
                self._refer(need, way, by_name)

    def _possible(self, need: Demand) -> Iterator[Way]:
        """Every way to answer a demand: recorded facts first, then amended ones, then new ones."""
        able = {candidate.fact.id: candidate for candidate in need.able}
        for candidate in need.able:
            silent = bool(need.part.about) and not candidate.fact.about
            if candidate.verdict in {Verdict.MET, Verdict.CONTESTED} and not silent:
                yield self._way(need, RecordedCarrier(candidate.fact), [], candidate.fact.disputes)
        carried = self._carried[need.part.id]
        for carrier, variable in carried:
            if isinstance(carrier, AmendedCarrier):
                yield self._way(need, carrier, [variable], able[carrier.fact.id].fact.disputes)
        for carrier, variable in carried:
            if isinstance(carrier, NewCarrier):
                yield self._way(need, carrier, [variable], ())

    def _way(self, need: Demand, carrier: Carrier, through: list[int], disputes: Iterable[str]) -> Way:
        through = [*through, *(self._settled[dispute] for dispute in disputes)]
        if not need.joined and len(through) <= 1:
            return Way(carrier, through[0] if through else None)
        variable = self._variable()
        for other in through:
            self._implies(variable, other)
        return Way(carrier, variable)

    def _refer(self, need: Demand, way: Way, by_name: Mapping[str, Demand]) -> None:
        """A recorded fact goes on being about what it is about, so that these facts must answer the other parts."""
        if isinstance(way.carrier, NewCarrier) or not way.carrier.fact.about or way.variable is None:
            return
        about = way.carrier.fact.about
        for name in need.part.about:
            targets = [
                (other.variable, 1)
                for other in self._ways[by_name[name].part.id]
                if not isinstance(other.carrier, NewCarrier)
                if other.carrier.fact.id in about
                if other.variable is not None
            ]
            self._row([*targets, (way.variable, -1)], 0)

    def _answering(self, need: Demand, ways: Sequence[Way]) -> Terms:
        """What answers the demand: the ways, or the tokens through which they are told apart."""
        if not self._apart:
            return [(way.variable, 1) for way in ways if way.variable is not None]
        terms: Terms = []
        told: dict[str, Terms] = defaultdict(list)
        for way in ways:
            if way.variable is not None:
                is_recorded = isinstance(way.carrier, RecordedCarrier)
                (terms if is_recorded else told[told_by(way.carrier)]).append((way.variable, 1))
        for by, chosen in told.items():
            several = need.part.number if by == NEW else 1
            tokens = tuple(self._variable() for _ in range(several))
            self._tokens[need.part.id, by] = tokens
            if need.joined:
                self._row([*((token, 1) for token in tokens), *((variable, -1) for variable, _ in chosen)], 0)
                terms.extend(chosen)
            else:
                self._row([*chosen, *((token, -1) for token in tokens)], 0)
                terms.extend((token, 1) for token in tokens)
        return terms


NEW = "new"


def told_by(carrier: Carrier) -> str:
    """What a smallest set says of how a demand is answered: by a certain recorded fact, or by a new one."""
    return NEW if isinstance(carrier, NewCarrier) else f"fact {carrier.fact.id}"


def _questions(criteria: Iterable[OpenCriterion]) -> Iterator[ProfileCondition]:
    for criterion in criteria:
        if criterion.question is not None:
            yield criterion.question
        yield from (clause.question for clause in criterion.clauses if clause.question is not None)
