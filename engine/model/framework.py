"""One edition of a published standard: sections, themes, levels, criteria."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from engine.model.criterion import Criterion


@dataclass(frozen=True, slots=True)
class Level:
    """A level; `requires` is the level below it, None for the lowest."""

    id: str
    name: str
    requires: str | None


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, and how many criteria the published text has at each of its levels."""

    id: str
    name: str
    section: str
    published: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the framework."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Progression:
    """Two criteria of which the later asks for more of the same: a pack that meets it meets the earlier."""

    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A fact type (`kind`) or a word (`Vocabulary.word`) that no rule reads, and why it stays."""

    name: str
    reason: str


@dataclass(frozen=True)
class Framework:
    """A framework with the criteria that are encoded, in published order.

    `levels` run from the lowest to the highest. A theme of which some criteria are not encoded has no level.
    `progressions`, `same_rule` (groups of criteria whose paragraphs ask for the same), `unread` and `unused_lists` are
    what the check of the rule set reads; no verdict depends on them.
    """

    id: str
    edition: str
    name: str
    levels: tuple[Level, ...]
    sections: tuple[Section, ...]
    themes: tuple[Theme, ...]
    criteria: tuple[Criterion, ...]
    retired: tuple[str, ...] = ()
    progressions: tuple[Progression, ...] = ()
    same_rule: tuple[tuple[str, ...], ...] = ()
    unread: tuple[Unread, ...] = ()
    unused_lists: tuple[str, ...] = ()
    digest: str = ""
    by_id: Mapping[str, Criterion] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", MappingProxyType({criterion.id: criterion for criterion in self.criteria}))

    def of_theme(self, theme: str, level: str | None = None) -> tuple[Criterion, ...]:
        """The encoded criteria of a theme, or of one of its levels."""
        return tuple(c for c in self.criteria if c.theme == theme and level in {None, c.level})

    def missing(self, theme: Theme) -> int:
        """How many published criteria of the theme are not encoded."""
        return sum(theme.published.values()) - len(self.of_theme(theme.id))
