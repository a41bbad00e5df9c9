"""The dependency graph as a drawing: DOT, Mermaid and SVG text, the same bytes for the same graph."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from xml.sax.saxutils import escape

from engine.graph import Graph, Node, Sort


@dataclass(frozen=True, slots=True)
class _Look:
    """How nodes of one sort are drawn. Sorts differ in outline as well as in fill, for print in black and white."""

    heading: str
    dot: str
    mermaid: tuple[str, str]
    fill: str
    outline: str


_LOOKS: Mapping[Sort, _Look] = {
    Sort.FACT_KIND: _Look("Kinds of facts", "ellipse", ("([", "])"), "#e3eefb", 'rx="9"'),
    Sort.CLAUSE: _Look("Clauses", "box", ("[", "]"), "#ffffff", 'stroke-dasharray="4 2"'),
    Sort.CRITERION: _Look("Criteria", "box", ("[", "]"), "#fdf3d6", ""),
    Sort.THEME_LEVEL: _Look("Levels of themes", "hexagon", ("{{", "}}"), "#e4f3e1", 'rx="4" stroke-width="2"'),
    Sort.THEME: _Look("Themes", "box", ("[[", "]]"), "#f6e6f1", 'stroke-width="2.5"'),
    Sort.SECTION_LEVEL: _Look("Levels of sections", "hexagon", ("{{", "}}"), "#e4f3e1", 'rx="4" stroke-width="2"'),
    Sort.SECTION: _Look("Sections", "box", ("[[", "]]"), "#f6e6f1", 'stroke-width="3.5"'),
}

_SVG_ATTRIBUTES = (
    'role="graphics-document" aria-labelledby="graph-title graph-description" '
    'font-family="DejaVu Sans, Verdana, sans-serif" font-size="11" fill="#000000"'
)
_SVG_ARROW = (
    '<marker id="graph-arrow" viewBox="0 0 6 6" refX="6" refY="3" markerWidth="6" markerHeight="6" '
    'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L6 3L0 6z" fill="#555555"/></marker>'
)
_ROW = 24.0
_BOX_HEIGHT = 18.0
_CHARACTER = 6.4
_LONGEST = 56
_GUTTER = 110.0
_MARGIN = 24.0
_TOP = 76.0


def restrict(graph: Graph, theme: str) -> Graph:
    """Cut the graph down to what one theme rests on, with the section and the section levels that it is needed for.

    Raises `LookupError` where the graph has no such theme.
    """
    import networkx as nx  # noqa: PLC0415  slow to import, and only a drawing needs it

    node = Node(Sort.THEME, theme)
    if node not in graph:
        known = ", ".join(f"`{other.id}`" for other in graph if other.sort is Sort.THEME)
        raise LookupError(f"no theme `{theme}`; the themes are {known}")
    kept = {node} | nx.ancestors(graph, node) | nx.descendants(graph, node)
    kept |= {above for level in graph.predecessors(node) for above in nx.descendants(graph, level)}
    part = graph.copy()
    part.remove_nodes_from([other for other in graph if other not in kept])
    return part


def dot(graph: Graph) -> str:
    """Write the graph in the DOT language of Graphviz."""
    keys = _keys(graph)
    lines = [f'digraph "{_dot_escape(_name_of(graph))}" {{', "  rankdir=LR;", '  node [fontname="sans-serif"];']
    for node, key in keys.items():
        label = "\\n".join(_dot_escape(line) for line in _label(graph, node))
        lines.append(f'  {key} [shape={_LOOKS[node.sort].dot}, label="{label}"];')
    lines += [f"  {keys[needed]} -> {keys[needing]};" for needed, needing in graph.edges]
    return "\n".join([*lines, "}", ""])


def mermaid(graph: Graph) -> str:
    """Write the graph as a Mermaid flowchart.

    Mermaid refuses more than 500 edges unless it is set up for more: restrict a large graph first.
    """
    keys = _keys(graph)
    lines = ["flowchart LR"]
    for node, key in keys.items():
        opening, closing = _LOOKS[node.sort].mermaid
        label = "<br/>".join(_mermaid_escape(line) for line in _label(graph, node))
        lines.append(f'  {key}{opening}"{label}"{closing}')
    lines += [f"  {keys[needed]} --> {keys[needing]}" for needed, needing in graph.edges]
    return "\n".join([*lines, ""])


def svg(graph: Graph) -> str:
    """Write the graph as an SVG picture: a column for each sort, as high as the fullest column asks for."""
    boxes = _layout(graph)
    title = f"What is needed for what: {_name_of(graph)}"
    width = max([_CHARACTER * 1.6 * _columns(title), *(box.right for box in boxes.values())]) + 2 * _MARGIN
    height = max([_TOP, *(box.middle for box in boxes.values())]) + _ROW
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {_SVG_ATTRIBUTES}',
        f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}">',
        f'<title id="graph-title">{escape(title)}</title>',
        f'<desc id="graph-description">{escape(_description(graph))}</desc>',
        _SVG_ARROW,
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        f'<text x="{_MARGIN:.0f}" y="30" font-size="16" font-weight="bold">{escape(title)}</text>',
        *_headings(boxes),
        '<g fill="none" stroke="#555555" stroke-width="0.7">',
        *(_svg_edge(boxes[needed], boxes[needing]) for needed, needing in graph.edges),
        "</g>",
        '<g stroke="#222222">',
        *(_svg_node(node, _label(graph, node), boxes[node]) for node in graph),
        "</g>",
        "</svg>",
        "",
    ]
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class _Box:
    """Where a node is drawn, in pixels: its left and right edge, and the height of its middle."""

    left: float
    right: float
    middle: float


def _layout(graph: Graph) -> dict[Node, _Box]:
    """Place the fullest column row by row, and every other node beside the middle of those it is joined to."""
    columns = {sort: nodes for sort in Sort if (nodes := [node for node in graph if node.sort is sort])}
    fullest = max(columns, key=lambda sort: len(columns[sort]), default=None)
    sorts = list(columns)
    middles: dict[Node, float] = {}
    if fullest is not None:
        at = sorts.index(fullest)
        for sort in [*sorts[at:], *reversed(sorts[:at])]:
            middles |= _middles(graph, columns[sort], middles)
    left = _MARGIN
    boxes: dict[Node, _Box] = {}
    for nodes in columns.values():
        right = left + 12 + _CHARACTER * max(_columns(_line(_label(graph, node))) for node in nodes)
        boxes |= {node: _Box(left, right, middles[node]) for node in nodes}
        left = right + _GUTTER
    return boxes


def _middles(graph: Graph, nodes: Sequence[Node], placed: Mapping[Node, float]) -> dict[Node, float]:
    """Place the nodes of one column, none closer to the next than a row."""
    wanted: dict[Node, float] = {}
    last = _TOP
    for node in nodes:
        joined = [placed[other] for other in (*graph.predecessors(node), *graph.successors(node)) if other in placed]
        last = wanted[node] = fmean(joined) if joined else last
    middles: dict[Node, float] = {}
    free = _TOP
    for node in sorted(nodes, key=wanted.__getitem__):
        middles[node] = max(wanted[node], free)
        free = middles[node] + _ROW
    return middles


def _headings(boxes: Mapping[Node, _Box]) -> Iterator[str]:
    lefts = {node.sort: box.left for node, box in boxes.items()}
    for sort, left in lefts.items():
        yield f'<text x="{left:.1f}" y="54" font-weight="bold">{_LOOKS[sort].heading}</text>'


def _svg_node(node: Node, label: Sequence[str], box: _Box) -> str:
    look = _LOOKS[node.sort]
    whole = " ".join(label)
    return (
        f'<g class="node"><title>{escape(f"{node.sort} {whole}")}</title>'
        f'<rect x="{box.left:.1f}" y="{box.middle - _BOX_HEIGHT / 2:.1f}" width="{box.right - box.left:.1f}" '
        f'height="{_BOX_HEIGHT:.0f}" fill="{look.fill}" {look.outline}/>'
        f'<text x="{box.left + 6:.1f}" y="{box.middle + 4:.1f}" stroke="none">{escape(_line(label))}</text></g>'
    )


def _svg_edge(needed: _Box, needing: _Box) -> str:
    """Draw a curve to the right; between two boxes of one column a bow beside it."""
    start, end = needed.right, needing.left
    if needed.left == needing.left:
        bow = start + 40
        end = needing.right
        first, second = bow, bow
    else:
        first = second = (start + end) / 2
    return (
        f'<path d="M{start:.1f} {needed.middle:.1f}C{first:.1f} {needed.middle:.1f} '
        f'{second:.1f} {needing.middle:.1f} {end:.1f} {needing.middle:.1f}" marker-end="url(#graph-arrow)"/>'
    )


def _description(graph: Graph) -> str:
    """Tell in words what the picture shows."""
    numbers = {sort: sum(node.sort is sort for node in graph) for sort in Sort}
    shown = ", ".join(f"{_LOOKS[sort].heading.lower()}: {number}" for sort, number in numbers.items() if number)
    return f"Lines lead from what is needed to what it is needed for. From left to right, {shown}."


def _keys(graph: Graph) -> dict[Node, str]:
    """Give each node a number, since their ids may hold what a format does not allow."""
    return {node: f"n{number}" for number, node in enumerate(graph, start=1)}


def _name_of(graph: Graph) -> str:
    return _shown(str(graph.graph["name"]))


def _label(graph: Graph, node: Node) -> tuple[str, ...]:
    """Give the id and, where there is one, the name."""
    name = _shown(str(graph.nodes[node]["name"]))
    return (_shown(node.id), name) if name else (_shown(node.id),)


def _line(label: Sequence[str]) -> str:
    """Join a label to one line, cut to the widest that a box may be."""
    line = " ".join(label)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)


def _shown(text: str) -> str:
    """Put the text on one line, with a mark for each character that XML does not allow."""
    return re.sub(r"[^ -\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]", "\N{REPLACEMENT CHARACTER}", " ".join(text.split()))


def _dot_escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _mermaid_escape(text: str) -> str:
    """Write as its number each character that Mermaid could take for syntax."""
    return re.sub(r"[^\w ,.:()/'-]", lambda match: f"#{ord(match[0])};", text)
