"""What was found for each part, clause and criterion: verdicts with the atoms and gaps they rest on."""

from dataclasses import dataclass

from engine.model.condition import Condition
from engine.model.gap import Gap
from engine.model.verdict import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Atom:
    """One demand of a part put to one fact.

    `condition` is None for the two demands that every part makes: that there is such a fact (`fact` is None when there
    is not) and that it refers to the facts named by `about`.
    """

    part: str
    fact: str | None
    condition: Condition | None
    outcome: Outcome
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class ClauseFinding:
    """The verdict on one clause: its atoms in the best assignment, the facts assigned, the gaps, the open disputes."""

    id: str
    verdict: Verdict
    atoms: tuple[Atom, ...] = ()
    facts: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    disputes: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class CriterionFinding:
    """The verdict on one criterion.

    `disputes` are those that name the criterion itself; `struck_by` are resolutions that upheld one. `reason` is the
    recorded reason where the criterion is not applicable.
    """

    id: str
    verdict: Verdict
    clauses: tuple[ClauseFinding, ...]
    gaps: tuple[Gap, ...] = ()
    disputes: tuple[str, ...] = ()
    struck_by: tuple[str, ...] = ()
    reason: str | None = None
