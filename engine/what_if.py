"""A pack as it is and as it would be: what edits change, what they do not, and which edit is behind which change.

Nothing is guessed about causes: every verdict that an edit is named for was determined with it and without it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from engine.determine import Judge
from engine.edits import Altered, Edits, edited
from engine.evaluate.fact_base import FactBase, stand_on
from engine.evaluate.reference import evaluate_criterion
from engine.model.change import AmendedFact, AnsweredQuestion, WithdrawnFact
from engine.model.criterion import Criterion
from engine.model.determination import Determination
from engine.model.finding import CriterionFinding
from engine.model.framework import Framework
from engine.model.gap import Gap
from evidence_schemas.catalogue import READ_BY_THE_ENGINE
from evidence_schemas.fact import Fact
from evidence_schemas.pack import EvidencePack


@dataclass(frozen=True, slots=True)
class AddedFact:
    """A fact that is added as it stands in a file."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class OtherDay:
    """The pack looked at on another day."""

    day: date


Edit = AddedFact | Altered | OtherDay
"""One thing that is tried; all that is set in one fact is one edit."""

Relation = Callable[[CriterionFinding, CriterionFinding], bool]


@dataclass(frozen=True, slots=True)
class Effect:
    """What one edit does.

    `decides` are the criteria whose change of verdict it is a cause of. For an edit that decides none, `alone` are the
    criteria on which it would change the verdict without the other edits, and `without` those that would come out
    otherwise if only it were left out. `gaps` are the criteria whose verdict stays and whose gaps it changes.
    `needless` says that what it asks for is so already.
    """

    edit: Edit
    decides: tuple[str, ...]
    alone: tuple[str, ...]
    without: tuple[str, ...]
    gaps: tuple[str, ...]
    needless: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """A criterion as it is and as it would be.

    `causes` are edits that together bring its verdict about and of which none can be left out; where the verdict stays
    and only gaps differ, all edits that matter to them.
    """

    criterion: str
    before: CriterionFinding
    after: CriterionFinding
    causes: tuple[Edit, ...]

    @property
    def closed(self) -> tuple[Gap, ...]:
        """The gaps that would be closed."""
        return _beyond(self.before, self.after)

    @property
    def opened(self) -> tuple[Gap, ...]:
        """The gaps that would open."""
        return _beyond(self.after, self.before)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Both packs with their determinations, what differs, and the effect of each edit in the order in which they came.

    `verdicts` are the criteria with another verdict; `gaps` those whose verdict stays and whose gaps differ.
    """

    packs: tuple[EvidencePack, EvidencePack]
    before: Determination
    after: Determination
    verdicts: tuple[Changed, ...]
    gaps: tuple[Changed, ...]
    effects: tuple[Effect, ...]


def what_if(
    framework: Framework, judge: Judge, pack: EvidencePack, as_at: date, edits: Edits, other_day: date | None = None
) -> WhatIf:
    """Determine a pack as it is and with edits, on another day where one is given; the pack itself is not touched.

    Raises InvalidChange where the edits make no pack, and EvaluatorsDisagree as the judge does.
    """
    then = edited(pack, edits, framework)
    before, after = judge.determine(pack, as_at), judge.determine(then, other_day or as_at)
    every: list[Edit] = [*map(AddedFact, edits.added), *edits.changes]
    if other_day is not None:
        every.append(OtherDay(other_day))
    return _Comparison(framework, (pack, then), (before, after), tuple(every)).result()


class _Comparison:
    """Edits are told apart by their places in the list of all."""

    def __init__(
        self,
        framework: Framework,
        packs: tuple[EvidencePack, EvidencePack],
        determinations: tuple[Determination, Determination],
        edits: tuple[Edit, ...],
    ) -> None:
        self._framework = framework
        self._packs = packs
        self._determinations = determinations
        self._before, self._after = ({found.id: found for found in one.criteria} for one in determinations)
        self._edits = edits
        self._trials = _Trials(packs, determinations[0].as_at, edits)
        kind_of = {fact.id: fact.kind for pack in packs for fact in pack.facts}
        self._concerning = {c.id: frozenset(_concerning(c, edits, kind_of)) for c in framework.criteria}

    def result(self) -> WhatIf:
        verdicts = self._changed(_other_verdict, _same_verdict)
        gaps = self._changed(_other_gaps_alone, _same_gaps)
        effects = (self._effect(place, verdicts, gaps) for place in range(len(self._edits)))
        return WhatIf(
            self._packs,
            *self._determinations,
            tuple(self._told(*found) for found in verdicts.items()),
            tuple(self._told(*found) for found in gaps.items()),
            tuple(effects),
        )

    def _changed(self, differ: Relation, same: Relation) -> dict[str, frozenset[int]]:
        """The criteria on which the findings differ, with the causes of each."""
        return {
            criterion.id: self._causes(criterion, same)
            for criterion in self._framework.criteria
            if differ(self._before[criterion.id], self._after[criterion.id])
        }

    def _causes(self, criterion: Criterion, same: Relation) -> frozenset[int]:
        """Edits that are enough, with one after another left out for as long as the finding stays what it would be."""
        causes = self._concerning[criterion.id]
        for place in sorted(causes, reverse=True):
            if same(self._trials.finding(criterion, causes - {place}), self._after[criterion.id]):
                causes -= {place}
        return causes

    def _told(self, criterion: str, causes: frozenset[int]) -> Changed:
        edits = tuple(self._edits[place] for place in sorted(causes))
        return Changed(criterion, self._before[criterion], self._after[criterion], edits)

    def _effect(self, place: int, verdicts: dict[str, frozenset[int]], gaps: dict[str, frozenset[int]]) -> Effect:
        decides = tuple(criterion for criterion, causes in verdicts.items() if place in causes)
        concerned = [c for c in self._framework.criteria if place in self._concerning[c.id] and not decides]
        others = frozenset(range(len(self._edits))) - {place}
        alone = (c.id for c in concerned if _other_verdict(self._trials.finding(c, {place}), self._before[c.id]))
        without = (c.id for c in concerned if _other_verdict(self._trials.finding(c, others), self._after[c.id]))
        return Effect(
            self._edits[place],
            decides,
            tuple(alone),
            tuple(without),
            tuple(criterion for criterion, causes in gaps.items() if place in causes),
            needless=self._trials.is_needless(place),
        )


class _Trials:
    """The pack with only some of the edits; what is changed in a fact that is not there then changes nothing."""

    def __init__(self, packs: tuple[EvidencePack, EvidencePack], as_at: date, edits: tuple[Edit, ...]) -> None:
        self._pack, self._then = packs
        self._as_at = as_at
        self._edits = edits
        self._facts_then = {fact.id: fact for fact in self._then.facts}
        self._bases: dict[frozenset[int], FactBase] = {}

    def finding(self, criterion: Criterion, places: AbstractSet[int]) -> CriterionFinding:
        """The finding on a criterion with these edits and no others."""
        chosen = frozenset(places)
        if chosen not in self._bases:
            self._bases[chosen] = self._base(chosen)
        return evaluate_criterion(criterion, self._bases[chosen])

    def is_needless(self, place: int) -> bool:
        """Whether the pack and the day are already what the edit would make of them."""
        pack, day = self._made({place})
        return (pack, day) == (self._pack, self._as_at)

    def _base(self, places: AbstractSet[int]) -> FactBase:
        return stand_on(*self._made(places))

    def _made(self, places: AbstractSet[int]) -> tuple[EvidencePack, date]:
        facts = {fact.id: fact for fact in self._pack.facts}
        profile, day = self._pack.profile, self._as_at
        for place in sorted(places):
            match self._edits[place]:
                case AddedFact(fact):
                    facts[fact.id] = fact
                case AmendedFact(fact=id_) if id_ in facts:
                    facts[id_] = self._facts_then[id_]
                case WithdrawnFact(id_):
                    facts.pop(id_, None)
                case AnsweredQuestion(question):
                    profile = profile.model_copy(update={question: getattr(self._then.profile, question)})
                case OtherDay(other):
                    day = other
        in_order = tuple(facts[id_] for id_ in sorted(facts))
        return replace(self._pack, facts=in_order, profile=profile), day


def _concerning(criterion: Criterion, edits: Sequence[Edit], kind_of: Mapping[str, str]) -> Iterator[int]:
    """The edits that could change the finding on a criterion: all but those of matters that it does not read."""
    kinds = {part.kind for part in criterion.parts()} | READ_BY_THE_ENGINE
    asked = {criterion.applies_when, *(clause.applies_when for clause in criterion.needs.clauses)}
    questions = {condition.question for condition in asked if condition is not None}
    for place, edit in enumerate(edits):
        match edit:
            case AddedFact(fact) if fact.kind not in kinds:
                continue
            case AmendedFact(fact=id_) | WithdrawnFact(fact=id_) if kind_of[id_] not in kinds:
                continue
            case AnsweredQuestion(question) if question not in questions:
                continue
            case _:
                yield place


def _missing(gap: Gap) -> Gap:
    """The gap without the facts that it only points to: those that come near, and those to refer to."""
    return replace(gap, near=(), about=())


def _beyond(some: CriterionFinding, others: CriterionFinding) -> tuple[Gap, ...]:
    known = [_missing(gap) for gap in others.gaps]
    return tuple(gap for gap in some.gaps if _missing(gap) not in known)


def _same_verdict(one: CriterionFinding, other: CriterionFinding) -> bool:
    return one.verdict == other.verdict


def _other_verdict(one: CriterionFinding, other: CriterionFinding) -> bool:
    return one.verdict != other.verdict


def _same_gaps(one: CriterionFinding, other: CriterionFinding) -> bool:
    return _same_verdict(one, other) and not _beyond(one, other) and not _beyond(other, one)


def _other_gaps_alone(one: CriterionFinding, other: CriterionFinding) -> bool:
    return _same_verdict(one, other) and not _same_gaps(one, other)
