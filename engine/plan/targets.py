"""What is to be reached: which criteria must count for a level of a theme, a section or the whole framework."""

from collections.abc import Iterable

from engine.model.criterion import in_order
from engine.model.determination import Levels
from engine.model.framework import Framework
from engine.model.plan import Target


def level_target(framework: Framework, level: str, theme: str | None = None, section: str | None = None) -> Target:
    """A level of one theme, of one section, or (with neither) of every section.

    A level needs every criterion of its own and of each lower level, in each theme that it is made of (semantics
    section 3). Raises KeyError where the framework has no such level.
    """
    ladder = [known.id for known in framework.levels]
    if level not in ladder:
        raise KeyError(level)
    needed = ladder[: ladder.index(level) + 1]
    themes = {
        known.id
        for known in framework.themes
        if (theme is None or known.id == theme) and (section is None or known.section == section)
    }
    criteria = (c.id for c in framework.criteria if c.theme in themes and c.level in needed)
    return Target(level, theme, section, None, tuple(sorted(criteria, key=in_order)))


def criterion_target(criterion: str) -> Target:
    """One criterion alone, whatever its level needs besides."""
    return Target(None, None, None, criterion, (criterion,))


def next_level(framework: Framework, levels: Levels, theme: str | None, section: str | None) -> str | None:
    """The level above the one that is reached; None where that is the highest. For all sections, above the lowest."""
    ladder = [level.id for level in framework.levels]
    rung = min((_rungs(ladder, level) for level in _reached(levels, theme, section)), default=0)
    return ladder[rung] if rung < len(ladder) else None


def _reached(levels: Levels, theme: str | None, section: str | None) -> Iterable[str | None]:
    if theme is not None:
        return (found.level for found in levels.themes if found.theme == theme)
    return (found.level for found in levels.sections if section in {None, found.section})


def _rungs(ladder: list[str], level: str | None) -> int:
    return 0 if level is None else ladder.index(level) + 1
