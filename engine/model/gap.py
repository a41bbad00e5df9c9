"""Why something is not met, and what would close it (semantics section 4).

Sentences are made from these values and never read back.
"""

from dataclasses import dataclass
from enum import StrEnum

from engine.model.condition import Test


class GapKind(StrEnum):
    """The sort of reason."""

    ABSENT = "absent"
    """no fact about the matter; closed by a new fact with these values"""
    UNRECORDED = "unrecorded"
    """a fact leaves the field empty; closed by filling it"""
    CONTRARY = "contrary"
    """a fact says otherwise; closed by a change in practice, then a new value"""
    STALE = "stale"
    """what the fact says has lapsed; closed by newer evidence"""
    TOO_FEW = "too_few"
    """fewer than asked for; closed by that many more"""
    CONTESTED = "contested"
    """an open dispute stands against the evidence; closed by a resolution"""
    PROFILE = "profile"
    """the profile leaves a question open; closed by the answer"""


@dataclass(frozen=True, slots=True, order=True)
class NearMiss:
    """A fact of the right kind that was passed over, and the field (or `about`) that says it is on another matter."""

    fact: str
    field: str
    found: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """One typed reason.

    `needed` is the test that is not satisfied (None where a reference, a date or a resolution is needed instead); for
    `absent` the conditions are those of the part. `found` holds the fact's own values. `day` is the first day on which
    the evidence no longer counted. `have` and `want` count facts or members. `disputes` are the open disputes.
    """

    kind: GapKind
    criterion: str
    clause: str = ""
    part: str = ""
    fact: str | None = None
    fact_kind: str | None = None
    field: str | None = None
    needed: Test | None = None
    found: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    day: str | None = None
    have: int | None = None
    want: int | None = None
    disputes: tuple[str, ...] = ()
    question: str | None = None
    reasons: tuple[str, ...] = ()
    near: tuple[NearMiss, ...] = ()
