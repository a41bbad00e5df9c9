"""The result for one pack, one framework and one date: all verdicts and levels."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from engine.model.finding import CriterionFinding

WhyLeftOut = Literal["not_yet_in_force", "replaced", "struck"]
"""Why a fact does not count: its day is still to come, another fact replaces it, or a dispute of it was upheld."""


@dataclass(frozen=True, slots=True)
class LevelCount:
    """How many criteria of one level of a theme count: met, not applicable, encoded, and published."""

    met: int
    not_applicable: int
    encoded: int
    of: int


@dataclass(frozen=True, slots=True)
class ThemeLevel:
    """The level of one theme.

    `level` is None where the theme has reached no level, and also where `encoded` is False: then nothing is said, since
    criteria of the theme are not encoded yet. `held_back_by` are the unmet criteria of the next level up, in order.
    """

    theme: str
    level: str | None
    encoded: bool
    counts: Mapping[str, LevelCount]
    held_back_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionLevel:
    """The level of one section, that of its lowest theme, and the criteria that hold back its lowest themes."""

    section: str
    level: str | None
    encoded: bool
    held_back_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Levels:
    """The levels of all themes and sections, in the order of the framework."""

    themes: tuple[ThemeLevel, ...]
    sections: tuple[SectionLevel, ...]


@dataclass(frozen=True, slots=True, order=True)
class LeftOut:
    """A fact that does not count at the as-at date, and why; `by` names the day, or the facts, that put it out."""

    fact: str
    why: WhyLeftOut
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Determination:
    """Everything determined for one pack at one date."""

    organisation: str
    pack_digest: str
    framework: str
    edition: str
    framework_digest: str
    as_at: date
    evaluators: tuple[str, ...]
    criteria: tuple[CriterionFinding, ...]
    levels: Levels
    left_out: tuple[LeftOut, ...]
