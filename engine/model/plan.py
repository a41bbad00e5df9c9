"""What an office could do to reach a target: steps, each one change to the pack (semantics sections 1 and 4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from engine.model.change import AmendedFact, AnsweredQuestion, NewFact


class StepKind(StrEnum):
    """What sort of work a step is."""

    RECORD = "record"
    """the pack is silent: write down what may already be done or known, or else do it"""
    DO = "do"
    """the pack says that it is not so: the practice has to change first"""
    RENEW = "renew"
    """it was so, and has lapsed: do it again"""
    DECIDE = "decide"
    """the evidence is disputed: somebody has to settle it; the plan holds if the evidence is upheld"""
    ANSWER = "answer"
    """the profile leaves a question open: the plan holds if this is the answer"""


@dataclass(frozen=True, slots=True)
class Efforts:
    """What steps cost, in whole numbers above zero that mean something only beside one another.

    `new` is by kind of fact, with `other` for the kinds it does not name; `fill` is for writing down what a recorded
    fact leaves open, `renew` for doing it again, `finish` for carrying out what it says is planned or begun, `change`
    for changing what it says otherwise, `decide` for settling a dispute.
    """

    new: Mapping[str, int]
    other: int
    fill: int
    renew: int
    finish: int
    change: int
    decide: int

    def of_new(self, kind: str) -> int:
        """What a new fact of this kind costs."""
        return self.new.get(kind, self.other)


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be reached: a level of one theme, one section or (with neither) the whole framework; or one criterion.

    `criteria` are all that must be met or not applicable for it, in published order, whether they are by now or not.
    Without a level and a criterion the target is these criteria: the most that an effort can buy.
    """

    level: str | None
    theme: str | None
    section: str | None
    criterion: str | None
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Served:
    """One demand that a step answers: criterion, clause and part by their ids."""

    criterion: str
    clause: str
    part: str


@dataclass(frozen=True, slots=True)
class Step:
    """One change to the pack, what sort of work it is, the demands that it answers, in order, and its effort."""

    kind: StepKind
    change: NewFact | AmendedFact | AnsweredQuestion
    serves: tuple[Served, ...]
    effort: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps that together reach the target, none of which can be left out.

    `effort` is the sum of theirs. `proven` says that no other plan of steps like these has a smaller one.
    """

    target: Target
    steps: tuple[Step, ...]
    effort: int
    proven: bool


@dataclass(frozen=True, slots=True)
class SmallestSets:
    """Plans for one target none of which contains another, the cheapest first.

    `complete` says that there are no others; otherwise the search was cut after as many as were asked for.
    """

    plans: tuple[Plan, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class Bargain:
    """The most levels, then the most criteria, that an effort can buy.

    `plan.target.criteria` count once the plan is carried out; `gained` are those of them that do not count yet, and
    `levels` the levels of themes and sections that would be reached by it: `theme` or `section`, its id, the level.
    """

    budget: int
    plan: Plan
    gained: tuple[str, ...]
    levels: tuple[tuple[str, str, str], ...]
