"""Which facts stand for the parts of a criterion: the best of all ways of assigning them (semantics section 2).

Parts that refer to one another are assigned together, so that the panel whose chair is looked at is the panel whose
membership was reviewed. The verdict of an assignment is that of its worst part; the best assignment is taken. Among
assignments with the same verdict the parts are filled in order, each by the nearest fact, ties by fact id.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.evaluate.candidates import Candidate, Matching, referring
from engine.model.criterion import Part
from engine.model.verdict import Verdict, worst

BEST_FIRST = (Verdict.MET, Verdict.CONTESTED, Verdict.UNKNOWN, Verdict.NOT_MET)


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands for one part: the candidates taken (perhaps none), the facts they had to refer to, the verdict."""

    taken: tuple[Candidate, ...]
    targets: tuple[str | None, ...]
    verdict: Verdict


def assign(parts: Sequence[Part], matching: Matching) -> dict[str, Standing]:
    """The best assignment for these parts, by part id."""
    assignment: dict[str, Standing] = {}
    for component in _components(parts):
        if len(component) == 1:
            assignment[component[0].id] = _best(component[0], matching.candidates(component[0]), ())
        else:
            assignment.update(_Search(component, matching).best())
    return assignment


def _best(part: Part, able: Sequence[Candidate], targets: tuple[str | None, ...]) -> Standing:
    """The best facts for a part, as many as it asks for; where there are fewer, the rest is unknown."""
    taken = tuple(able[: part.number])
    verdicts = [candidate.verdict for candidate in taken]
    if len(taken) < part.number:
        verdicts.append(Verdict.UNKNOWN)
    return Standing(taken, targets, worst(verdicts))


def _components(parts: Sequence[Part]) -> Iterator[tuple[Part, ...]]:
    """The parts in groups that do not refer to one another, each in order."""
    if not any(part.about for part in parts):
        yield from ((part,) for part in parts)
        return
    group = {part.id: part.id for part in parts}
    named = {part.name: part.id for part in parts if part.name}
    for part in parts:
        for name in part.about:
            old, new = group[named[name]], group[part.id]
            group = {key: new if value == old else value for key, value in group.items()}
    for label in dict.fromkeys(group.values()):
        yield tuple(part for part in parts if group[part.id] == label)


class _Search:
    """Depth-first search for the first assignment with no part below a threshold, from the best threshold down."""

    def __init__(self, parts: tuple[Part, ...], matching: Matching) -> None:
        self._parts = parts
        pools = {part.id: matching.candidates(part) for part in parts}
        self._pools = {part.id: _distinct(part, parts, pools) for part in parts}

    def best(self) -> dict[str, Standing]:
        for threshold in BEST_FIRST:
            found = self._fill(0, {}, {}, threshold)
            if found is not None:
                return found
        raise AssertionError("no assignment at the lowest threshold")

    def _fill(
        self, index: int, names: Mapping[str, str | None], filled: dict[str, Standing], threshold: Verdict
    ) -> dict[str, Standing] | None:
        if index == len(self._parts):
            return filled
        part = self._parts[index]
        targets = tuple(names[name] for name in part.about)
        for standing in self._options(part, targets):
            if standing.verdict.rank < threshold.rank:
                continue
            known = names
            if part.name:
                known = {**names, part.name: standing.taken[0].fact.id if standing.taken else None}
                if not self._still_possible(index + 1, known, threshold):
                    continue
            found = self._fill(index + 1, known, {**filled, part.id: standing}, threshold)
            if found is not None:
                return found
        return None

    def _options(self, part: Part, targets: tuple[str | None, ...]) -> Iterator[Standing]:
        """What can stand for the part, the best first. A part that nothing refers to has one option: the best facts."""
        able = self._able(part, targets)
        if part.name and able:
            for candidate in able:
                yield Standing((candidate,), targets, candidate.verdict)
        else:
            yield _best(part, able, targets)

    def _able(self, part: Part, targets: tuple[str | None, ...]) -> Sequence[Candidate]:
        pool = self._pools[part.id]
        if not part.about:
            return pool
        known = tuple(target for target in targets if target is not None)
        if len(known) < len(targets):
            return ()
        able = [some for candidate in pool if (some := referring(candidate, known)) is not None]
        return sorted(able, key=lambda candidate: candidate.nearness)

    def _still_possible(self, index: int, names: Mapping[str, str | None], threshold: Verdict) -> bool:
        """Whether each later part can still reach the threshold; only `met` and `contested` can be ruled out early."""
        if threshold.rank <= Verdict.UNKNOWN.rank:
            return True
        for part in self._parts[index:]:
            known = tuple(target for name in part.about if (target := names.get(name)) is not None)
            if known and not any(
                candidate.verdict.rank >= threshold.rank and candidate.fact.about.issuperset(known)
                for candidate in self._pools[part.id]
            ):
                return False
        return True


def _distinct(part: Part, parts: tuple[Part, ...], pools: Mapping[str, tuple[Candidate, ...]]) -> tuple[Candidate, ...]:
    """The candidates that can make a difference: of those to which no later part's facts refer, only the best.

    Without this, facts that are alike for every later part would each be tried.
    """
    if not part.name or part.about:
        return pools[part.id]
    referred = {
        target
        for other in parts
        if part.name in other.about
        for candidate in pools[other.id]
        for target in candidate.fact.about
    }
    kept: list[Candidate] = []
    alone = False
    for candidate in pools[part.id]:
        if candidate.fact.id in referred:
            kept.append(candidate)
        elif not alone:
            alone = True
            kept.append(candidate)
    return tuple(kept)
