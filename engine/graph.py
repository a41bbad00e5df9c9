"""What is needed for what: from kinds of facts up to the levels of sections, as one directed graph."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from engine.model.criterion import Criterion
from engine.model.fault import Fault, InvalidFramework, Place, quote
from engine.model.framework import Framework

if TYPE_CHECKING:
    import networkx as nx


class Sort(StrEnum):
    """What a node stands for, from what is needed first to what it is needed for."""

    FACT_KIND = "fact kind"
    CLAUSE = "clause"
    CRITERION = "criterion"
    THEME_LEVEL = "theme level"
    THEME = "theme"
    SECTION_LEVEL = "section level"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class Node:
    """A node. The id of a level of a theme or section is that of the theme or section, a dot, and that of the level."""

    sort: Sort
    id: str


Graph: TypeAlias = "nx.DiGraph[Node]"


def theme_level(theme: str, level: str) -> Node:
    """Name the node of one level of a theme."""
    return Node(Sort.THEME_LEVEL, f"{theme}.{level}")


def section_level(section: str, level: str) -> Node:
    """Name the node of one level of a section."""
    return Node(Sort.SECTION_LEVEL, f"{section}.{level}")


def dependency_graph(framework: Framework) -> Graph:
    """Draw up the graph of a framework; an edge runs from what is needed to what it is needed for.

    A level of a theme needs its criteria and the level that it requires; a level of a section needs that level of each
    of its themes. Nodes and edges stand in published order. The node attribute `name` is the name in the framework
    (empty where there is none); the graph attribute `name` is the name of the framework.

    Raises `InvalidFramework` with every id that leads nowhere, stands twice, or needs itself.
    """
    faults = tuple(_faults(framework))
    if faults:
        raise InvalidFramework(faults)
    import networkx as nx  # noqa: PLC0415  a tenth of a second, which commands that draw no graph do not owe

    graph: Graph = nx.DiGraph(name=framework.name)
    for node, name in _nodes(framework):
        graph.add_node(node, name=name)
    graph.add_edges_from(_edges(framework))
    return graph


def needs_in_order(graph: Graph) -> Iterator[tuple[Node, tuple[Node, ...]]]:
    """Give every node with what it needs directly, each after all that it needs."""
    import networkx as nx  # noqa: PLC0415  as above

    for node in nx.topological_sort(graph):
        yield node, tuple(graph.predecessors(node))


def _nodes(framework: Framework) -> Iterator[tuple[Node, str]]:
    """Every node with its name, sort by sort."""
    kinds = dict.fromkeys(part.kind for criterion in framework.criteria for part in criterion.parts())
    yield from ((Node(Sort.FACT_KIND, kind), "") for kind in kinds)
    yield from ((Node(Sort.CLAUSE, clause.id), "") for c in framework.criteria for clause in c.needs.clauses)
    yield from ((Node(Sort.CRITERION, criterion.id), criterion.title) for criterion in framework.criteria)
    yield from ((theme_level(t.id, level.id), level.name) for t in framework.themes for level in framework.levels)
    yield from ((Node(Sort.THEME, theme.id), theme.name) for theme in framework.themes)
    yield from ((section_level(s.id, level.id), level.name) for s in framework.sections for level in framework.levels)
    yield from ((Node(Sort.SECTION, section.id), section.name) for section in framework.sections)


def _edges(framework: Framework) -> Iterator[tuple[Node, Node]]:
    for criterion in framework.criteria:
        yield from _edges_to_criterion(criterion)
        yield Node(Sort.CRITERION, criterion.id), theme_level(criterion.theme, criterion.level)
    for theme in framework.themes:
        for level in framework.levels:
            here = theme_level(theme.id, level.id)
            if level.requires is not None:
                yield theme_level(theme.id, level.requires), here
            yield here, Node(Sort.THEME, theme.id)
            yield here, section_level(theme.section, level.id)
        yield Node(Sort.THEME, theme.id), Node(Sort.SECTION, theme.section)
    for section in framework.sections:
        for level in framework.levels:
            yield section_level(section.id, level.id), Node(Sort.SECTION, section.id)


def _edges_to_criterion(criterion: Criterion) -> Iterator[tuple[Node, Node]]:
    for clause in criterion.needs.clauses:
        here = Node(Sort.CLAUSE, clause.id)
        for part in clause.parts:
            yield Node(Sort.FACT_KIND, part.kind), here
        yield here, Node(Sort.CRITERION, criterion.id)


def _faults(framework: Framework) -> Iterator[Fault]:
    times = Counter(node for node, _ in _nodes(framework))
    for node, number in times.items():
        if number > 1:
            yield _fault(f"{node.sort} {quote(node.id)} stands {number} times", "give each an id of its own")
    for who, sort, named, known in _references(framework):
        if named not in known:
            yield _fault(f"{who} names an unknown {sort} {quote(named)}", _listed(sort, known))
    requires = {level.id: level.requires for level in framework.levels}
    loops = list(_loops(requires))
    for loop in loops:
        named = " requires ".join(map(quote, loop))
        yield _fault(f"levels require one another in a loop: {named}", "let the lowest level require none")
    if not loops:
        yield from _faults_of_order(requires)


def _references(framework: Framework) -> Iterator[tuple[str, str, str, list[str]]]:
    """Give every id that is named: who names it, the sort it should be of, the id, the known ids of the sort."""
    levels = [level.id for level in framework.levels]
    themes = [theme.id for theme in framework.themes]
    sections = [section.id for section in framework.sections]
    for criterion in framework.criteria:
        yield f"criterion {quote(criterion.id)}", "theme", criterion.theme, themes
        yield f"criterion {quote(criterion.id)}", "level", criterion.level, levels
    for theme in framework.themes:
        yield f"theme {quote(theme.id)}", "section", theme.section, sections
        yield from ((f"theme {quote(theme.id)}", "level", level, levels) for level in theme.published)
    for level in framework.levels:
        if level.requires is not None:
            yield f"level {quote(level.id)}", "level", level.requires, levels


def _faults_of_order(requires: Mapping[str, str | None]) -> Iterator[Fault]:
    for below, (level, found) in zip((None, *requires), requires.items(), strict=False):
        if found != below and (found is None or found in requires):
            message = f"level {quote(level)} requires {_or_none(found)}, but directly below it stands {_or_none(below)}"
            yield _fault(message, "list the levels from the lowest to the highest, each requiring the one before it")


def _loops(requires: Mapping[str, str | None]) -> Iterator[list[str]]:
    """Give each loop once, with its first level again at its end."""
    seen: set[str] = set()
    for start in requires:
        path: list[str] = []
        at: str | None = start
        while at is not None and at in requires and at not in seen:
            seen.add(at)
            path.append(at)
            at = requires[at]
        if at in path:
            yield [*path[path.index(at) :], at]


def _fault(message: str, what_next: str) -> Fault:
    return Fault(Place.whole("framework"), message, what_next)


def _listed(sort: str, ids: list[str]) -> str:
    return f"the {sort}s are {', '.join(map(quote, ids))}" if ids else f"the framework has no {sort}s"


def _or_none(level: str | None) -> str:
    return "none" if level is None else quote(level)
