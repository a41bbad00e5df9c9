"""What counts in a pack on a day, and which facts can stand for which parts of a rule."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

from engine.model.condition import ProfileCondition
from engine.model.criterion import Criterion, Needs, Part
from engine.verify.reading import CONTESTED, MET, NOT_MET, UNKNOWN, Reading, dated, passes, read, refers_to, words
from evidence_schemas.disputes import Dispute, Resolution
from evidence_schemas.fact import Fact
from evidence_schemas.pack import EvidencePack
from evidence_schemas.profile import Answer, Profile

Names = Mapping[str, str | None]
"""The facts taken for the named parts; None where there is none to take."""


class Ground:
    """The facts that count on a day, the disputes and what was made of them, and the assignments that are possible."""

    def __init__(
        self, pack: EvidencePack, facts: Mapping[str, Fact], profile: Profile, as_at: date, before: "Ground | None"
    ) -> None:
        self.as_at, self.profile = as_at, profile
        self.reasons: dict[str, set[str]] = defaultdict(set)
        for absence in pack.not_held:
            self.reasons[absence.kind].add(absence.reason)
        begun = [fact for fact in facts.values() if _begun(fact, as_at)]
        replaced = {older for fact in begun for older in fact.replaces or ()}
        here = [fact for fact in begun if fact.id not in replaced]
        self.open: dict[str, set[str]] = defaultdict(set)
        self.upheld: dict[str, set[str]] = defaultdict(set)
        self._settle([f for f in here if isinstance(f, Dispute)], [f for f in here if isinstance(f, Resolution)])
        self.facts = {fact.id: fact for fact in here if fact.id not in self.upheld}
        self.of_kind: dict[str, list[Fact]] = defaultdict(list)
        self.referring: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        for fact in self.facts.values():
            self.of_kind[fact.kind].append(fact)
            for other in refers_to(fact) or ("",):
                self.referring[fact.kind, other].append(fact)
        self.readings: dict[tuple[str, int], Reading] = before.readings if before else {}
        self._candidates: dict[tuple[str | None, ...], dict[str, int]] = {}

    @classmethod
    def of(cls, pack: EvidencePack, as_at: date) -> "Ground":
        """Stand on the pack as it is."""
        return cls(pack, {fact.id: fact for fact in pack.facts}, pack.profile, as_at, None)

    def _settle(self, disputes: Iterable[Dispute], resolutions: Iterable[Resolution]) -> None:
        """Sort out what is in dispute; sides that contradict one another settle nothing."""
        settled: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for resolution in resolutions:
            for dispute in resolution.about:
                settled[dispute][str(resolution.side)].add(resolution.id)
        for disputed in disputes:
            sides = settled[disputed.id]
            for target in disputed.disputes:
                if sides.keys() == {"dispute_upheld"}:
                    self.upheld[target] |= sides["dispute_upheld"]
                elif sides.keys() != {"evidence_upheld"}:
                    self.open[target].add(disputed.id)

    def reading(self, part: Part, fact: Fact) -> Reading:
        """What the fact says to the part; read once."""
        key = part.id, id(fact)
        if key not in self.readings:
            self.readings[key] = read(part, fact, self.as_at)
        return self.readings[key]

    def answer(self, condition: ProfileCondition | None) -> tuple[bool | None, str | None]:
        """Whether the condition holds (None: the question is open), and what the profile says to it."""
        said = getattr(self.profile, condition.question) if condition else None
        if condition is None or said is None:
            return (None if condition else True), None
        if isinstance(said, Answer):
            return passes(condition.test, words(said.answer)), said.reason
        return passes(condition.test, words(said)), str(said)

    def candidates(self, part: Part, names: Names) -> dict[str, int]:
        """The facts that may stand for a part beside the facts `names`, each with the rank that it reaches there."""
        targets = [names[name] for name in part.about]
        key = (part.id, *targets)
        if key not in self._candidates:
            read = [self.reading(part, fact) for fact in self._referring(part, targets)]
            able = {one.fact.id: one.rank for one in read if not one.elsewhere}
            self._candidates[key] = {f: min(rank, CONTESTED) if f in self.open else rank for f, rank in able.items()}
            silent = (self.reading(part, fact) for fact in self._silent(part, targets))
            self._candidates[key] |= {one.fact.id: UNKNOWN for one in silent if not one.elsewhere}
        return self._candidates[key]

    def _referring(self, part: Part, targets: list[str | None]) -> list[Fact]:
        """The facts of the kind that refer to all the targets; nothing refers to a fact that is not there."""
        if not targets:
            return self.of_kind[part.kind]
        return [fact for fact in self.referring[part.kind, targets[0] or "-"] if set(targets) <= refers_to(fact)]

    def _silent(self, part: Part, targets: list[str | None]) -> list[Fact]:
        """The facts of the kind that might refer to the targets, since they do not say what they refer to."""
        return self.referring[part.kind, ""] if targets and None not in targets else []

    def rank(self, part: Part, names: Names) -> int:
        """The best that as many facts as the part asks for can reach; where there are fewer, others may exist."""
        ranks = sorted(self.candidates(part, names).values(), reverse=True)[: part.number]
        return min([*ranks, UNKNOWN] if len(ranks) < part.number else ranks)

    def ways(
        self, parts: tuple[Part, ...], floor: int, fixed: tuple[str, str] = ("", ""), names: Names | None = None
    ) -> Iterator[Names]:
        """Every choice of facts for the named parts with which each part reaches the floor.

        `fixed` is the id of a part and that of a fact which has to stand for it.
        """
        names = names or {}
        if not parts:
            yield names
            return
        part, rest = parts[0], parts[1:]
        found = self.candidates(part, names)
        if part.id == fixed[0] and found.get(fixed[1], -1) < floor:
            return
        if part.name is None:
            if self.rank(part, names) >= floor:
                yield from self.ways(rest, floor, fixed, names)
            return
        able: list[str | None] = [fact for fact, rank in found.items() if rank >= floor]
        if part.id == fixed[0]:
            able = [fixed[1]]
        elif not found and floor <= UNKNOWN:
            able = [None]
        for fact in able:
            yield from self.ways(rest, floor, fixed, {**names, part.name: fact})

    def reaches(self, parts: tuple[Part, ...], floor: int, fixed: tuple[str, str] = ("", "")) -> bool:
        """Whether there is an assignment in which every part reaches the floor."""
        return next(self.ways(parts, floor, fixed), None) is not None

    def groups(self, criterion: Criterion) -> list[tuple[Part, ...]]:
        """The parts of the clauses that apply, those that are joined together."""
        groups: list[tuple[Part, ...]] = []
        for clause in criterion.needs.clauses:
            for part in clause.parts if self.answer(clause.applies_when)[0] is not False else ():
                joined = [group for group in groups if any(other.name in part.about for other in group)]
                groups = [group for group in groups if group not in joined] + [(*chain(*joined), part)]
        return groups

    def counts(self, criterion: Criterion) -> bool:
        """Whether the criterion is met or not applicable."""
        clauses = [c for c in criterion.needs.clauses if self.answer(c.applies_when)[0] is not False]
        if self.answer(criterion.applies_when)[0] is False or not clauses:
            return True
        if criterion.id in self.open or criterion.id in self.upheld:
            return False
        met = {part.id for group in self.groups(criterion) if self.reaches(group, MET) for part in group}
        ranks = [MET if all(part.id in met for part in clause.parts) else NOT_MET for clause in clauses]
        return combined(criterion.needs, ranks) == MET


def _begun(fact: Fact, as_at: date) -> bool:
    dates = [getattr(fact, name) for name in dated(fact.kind, "occurs")] + [fact.period.ends if fact.period else None]
    return all(day.last <= as_at for day in dates if day is not None)


def combined(needs: Needs, ranks: Iterable[int]) -> int:
    """The rank of a criterion from those of its clauses that apply, of which there is at least one."""
    best = sorted(ranks, reverse=True)
    wanted = {"all": len(best), "any": 1}.get(needs.combine, needs.number)
    return best[min(wanted, len(best)) - 1]
