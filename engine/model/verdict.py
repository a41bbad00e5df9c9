"""What the engine says of a condition, a clause and a criterion (semantics sections 1 and 2)."""

from collections.abc import Iterable
from enum import StrEnum


class Outcome(StrEnum):
    """One condition put to the facts."""

    SATISFIED = "satisfied"
    """the fact says what is asked"""
    CONTRARY = "contrary"
    """the fact says otherwise"""
    UNRECORDED = "unrecorded"
    """nothing was said, or what was said has lapsed"""


class Verdict(StrEnum):
    """What is said of a clause or a criterion."""

    NOT_MET = "not_met"
    """facts about the matter exist and say otherwise"""
    UNKNOWN = "unknown"
    """the pack does not say enough to decide"""
    CONTESTED = "contested"
    """it would be met, but an open dispute stands against the evidence"""
    MET = "met"
    """an assignment of facts satisfies every condition"""
    NOT_APPLICABLE = "not_applicable"
    """the criterion is conditional, and the profile records, with a reason, that its condition is false"""

    @property
    def counts(self) -> bool:
        """Whether it counts towards a level."""
        return self in {Verdict.MET, Verdict.NOT_APPLICABLE}

    rank: int
    """Place in the order in which the worst or the best is taken, from 0."""

    def __init__(self, _value: str) -> None:
        """Rank the members in the order in which they are written."""
        self.rank = len(type(self).__members__)


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """Take the worst of the verdicts; not applicable where there is none."""
    return min(verdicts, key=lambda verdict: verdict.rank, default=Verdict.NOT_APPLICABLE)
