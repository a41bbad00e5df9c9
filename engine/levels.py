"""Which level each theme and section has reached, and what holds it back (semantics section 3)."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from types import MappingProxyType

from engine.graph import Node, Sort, dependency_graph, needs_in_order, section_level, theme_level
from engine.model.criterion import in_order
from engine.model.determination import LevelCount, Levels, SectionLevel, ThemeLevel
from engine.model.framework import Framework, Section, Theme
from engine.model.verdict import Verdict


@dataclass(frozen=True, slots=True)
class LevelGraph:
    """A framework with what each of its levels needs, each level after those it needs.

    Building one is slow beside determining with it: whoever determines more than once keeps it.
    """

    framework: Framework
    needs: Mapping[Node, tuple[Node, ...]]

    @classmethod
    def of(cls, framework: Framework) -> "LevelGraph":
        """Build the level graph of a framework. Raises `InvalidFramework` as `dependency_graph` does."""
        steps = needs_in_order(dependency_graph(framework))
        levels = {node: needs for node, needs in steps if node.sort in {Sort.THEME_LEVEL, Sort.SECTION_LEVEL}}
        return cls(framework, MappingProxyType(levels))

    def determine(self, verdicts: Mapping[str, Verdict]) -> Levels:
        """Give the levels that follow from the verdict on each encoded criterion, by its id.

        Raises `KeyError` where an encoded criterion has no verdict.
        """
        standing = self._standing(verdicts)
        themes = tuple(self._theme(theme, verdicts, standing) for theme in self.framework.themes)
        sections = tuple(self._section(section, themes, standing) for section in self.framework.sections)
        return Levels(themes, sections)

    def _standing(self, verdicts: Mapping[str, Verdict]) -> AbstractSet[Node]:
        """Give the criteria that count and the levels reached: those of which all needs stand."""
        standing = {Node(Sort.CRITERION, c.id) for c in self.framework.criteria if verdicts[c.id].counts}
        for node, needs in self.needs.items():
            if standing.issuperset(needs):
                standing.add(node)
        return standing

    def _theme(self, theme: Theme, verdicts: Mapping[str, Verdict], standing: AbstractSet[Node]) -> ThemeLevel:
        levels = {level.id: theme_level(theme.id, level.id) for level in self.framework.levels}
        counts = {
            level: _count([verdicts[criterion] for criterion in self._criteria(node)], theme.published.get(level, 0))
            for level, node in levels.items()
        }
        if any(count.encoded < count.of for count in counts.values()):
            return ThemeLevel(theme.id, None, encoded=False, counts=counts, held_back_by=())
        reached = [level for level, node in levels.items() if node in standing]
        next_up = list(levels.values())[len(reached) : len(reached) + 1]
        unmet = [c for node in next_up for c in self._criteria(node) if not verdicts[c].counts]
        level = reached[-1] if reached else None
        return ThemeLevel(theme.id, level, encoded=True, counts=counts, held_back_by=tuple(sorted(unmet, key=in_order)))

    def _criteria(self, level: Node) -> list[str]:
        """List the ids of the criteria that a level of a theme needs."""
        return [node.id for node in self.needs[level] if node.sort is Sort.CRITERION]

    def _section(self, section: Section, of_all: Sequence[ThemeLevel], standing: AbstractSet[Node]) -> SectionLevel:
        """Give the level of a section from those of all themes. Of a section without themes nothing is said."""
        themes = [
            level for theme, level in zip(self.framework.themes, of_all, strict=True) if theme.section == section.id
        ]
        if not themes or not all(theme.encoded for theme in themes):
            return SectionLevel(section.id, None, encoded=False, held_back_by=())
        levels = [level.id for level in self.framework.levels]
        reached = [level for level in levels if section_level(section.id, level) in standing]
        level = reached[-1] if reached else None
        lowest = [theme for theme in themes if theme.level == level]
        held_back_by = tuple(criterion for theme in lowest for criterion in theme.held_back_by)
        return SectionLevel(section.id, level, encoded=True, held_back_by=held_back_by)


def _count(verdicts: Sequence[Verdict], published: int) -> LevelCount:
    met, not_applicable = verdicts.count(Verdict.MET), verdicts.count(Verdict.NOT_APPLICABLE)
    return LevelCount(met, not_applicable, encoded=len(verdicts), of=published)
