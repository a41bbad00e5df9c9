"""The three drawings of the dependency graph."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.graph import Graph, Node, Sort, dependency_graph
from engine.model.criterion import Clause, Criterion, Needs, Paragraph, Part
from engine.model.framework import Framework, Level, Section, Theme
from engine.report.graph_drawing import dot, mermaid, restrict, svg

SVG = "{http://www.w3.org/2000/svg}"
Box = tuple[float, float, float, float]


def framework(*, themes: int = 3, each: int = 2, title: str = "A title", name: str = "A framework") -> Framework:
    levels = (Level("low", "Low", None), Level("high", "High", "low"))
    return Framework(
        id="f",
        edition="1",
        name=name,
        levels=levels,
        sections=(Section("A", "First section"), Section("B", "Second section")),
        themes=tuple(Theme(str(t), f"Theme {t}", "AB"[t % 2], {}) for t in range(1, themes + 1)),
        criteria=tuple(
            criterion(f"{theme}.{place}.{position}", str(theme), level.id, title)
            for theme in range(1, themes + 1)
            for place, level in enumerate(levels, start=1)
            for position in range(1, each + 1)
        ),
    )


def criterion(id_: str, theme: str, level: str, title: str) -> Criterion:
    clauses = tuple(
        Clause(f"{id_}.{letter}", (Part(f"{id_}.{letter}.1", kind, ()), Part(f"{id_}.{letter}.2", "document", ())))
        for letter, kind in (("a", f"panel_{theme}"), ("b", "chair"))
    )
    return Criterion(id_, theme, level, title, "", "", Paragraph(id_, "0" * 64), Needs("all", clauses))


def drawn_in_dot(text: str) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The labels by key and the edges of a DOT text, read by the quoting rules of DOT."""
    nodes = re.findall(r'^  (n\d+) \[shape=\w+, label="((?:[^"\\]|\\.)*)"\];$', text, re.MULTILINE)
    edges = re.findall(r"^  (n\d+) -> (n\d+);$", text, re.MULTILINE)
    labels = {key: re.sub(r"\\(.)", lambda m: " " if m[1] == "n" else m[1], label) for key, label in nodes}
    assert len(labels) == len(nodes)
    assert len(text.splitlines()) == 3 + len(nodes) + len(edges) + 1
    return labels, edges


def drawn_in_mermaid(text: str) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The labels by key and the edges of a Mermaid flowchart, entities resolved."""
    nodes = re.findall(r'^  (n\d+)[\[({]+"([^"]*)"[\])}]+$', text, re.MULTILINE)
    edges = re.findall(r"^  (n\d+) --> (n\d+)$", text, re.MULTILINE)
    labels = {key: re.sub(r"#(\d+);", lambda m: chr(int(m[1])), label.replace("<br/>", " ")) for key, label in nodes}
    assert len(labels) == len(nodes)
    assert len(text.split("\n")) == 1 + len(nodes) + len(edges) + 1
    return labels, edges


def label(graph: Graph, node: Node) -> str:
    return f"{node.id} {graph.nodes[node]['name']}".strip()


def boxes(text: str) -> list[tuple[str, Box]]:
    """The title and the rectangle of every node drawn."""
    found = []
    for group in ET.fromstring(text).iter(f"{SVG}g"):  # noqa: S314  our own text
        if group.get("class") == "node":
            rectangle = group.find(f"{SVG}rect")
            assert rectangle is not None
            x, y, width, height = (float(rectangle.get(name, "nan")) for name in ("x", "y", "width", "height"))
            found.append((group.findtext(f"{SVG}title", ""), (x, y, x + width, y + height)))
    return found


@pytest.mark.parametrize(("write", "read"), [(dot, drawn_in_dot), (mermaid, drawn_in_mermaid)], ids=["dot", "mermaid"])
def test_text_drawings_hold_every_node_and_edge_once(
    write: Callable[[Graph], str],
    read: Callable[[str], tuple[dict[str, str], list[tuple[str, str]]]],
) -> None:
    graph = dependency_graph(framework())
    labels, edges = read(write(graph))
    keys = dict(zip(graph, labels, strict=True))
    assert [labels[key] for key in keys.values()] == [label(graph, node) for node in graph]
    assert sorted(edges) == sorted((keys[needed], keys[needing]) for needed, needing in graph.edges)


def test_svg_draws_every_node_once_and_every_edge() -> None:
    graph = dependency_graph(framework())
    text = svg(graph)
    titles = [title for title, _ in boxes(text)]
    assert titles == [f"{node.sort} {label(graph, node)}" for node in graph]
    assert len(set(titles)) == len(titles)
    lines = [path for path in ET.fromstring(text).iter(f"{SVG}path") if path.get("marker-end")]  # noqa: S314
    assert len(lines) == graph.number_of_edges()


def test_svg_edges_lead_from_the_box_needed_to_the_box_that_needs_it() -> None:
    graph = dependency_graph(framework())
    text = svg(graph)
    places = dict(zip(graph, (box for _, box in boxes(text)), strict=True))
    ends = [re.findall(r"-?[\d.]+", path.get("d", "")) for path in ET.fromstring(text).iter(f"{SVG}path")]  # noqa: S314
    drawn = sorted((float(n[0]), float(n[1]), float(n[-2]), float(n[-1])) for n in ends if len(n) == 8)
    assert len(drawn) == graph.number_of_edges()
    for needed, needing in graph.edges:
        start, end = places[needed], places[needing]
        arrives = end[2] if needed.sort is needing.sort else end[0]
        wanted = (start[2], (start[1] + start[3]) / 2, arrives, (end[1] + end[3]) / 2)
        assert any(line == pytest.approx(wanted, abs=0.2) for line in drawn), (needed, needing)


@pytest.mark.parametrize(("themes", "each"), [(1, 1), (3, 2), (16, 7)])
def test_svg_boxes_stand_inside_the_picture_and_apart(themes: int, each: int) -> None:
    text = svg(dependency_graph(framework(themes=themes, each=each)))
    root = ET.fromstring(text)  # noqa: S314
    width, height = float(root.get("width", "nan")), float(root.get("height", "nan"))
    assert root.get("viewBox") == f"0 0 {width:.0f} {height:.0f}"
    placed = [box for _, box in boxes(text)]
    for left, top, right, bottom in placed:
        assert 0 <= left < right <= width
        assert 60 <= top < bottom <= height
    columns: dict[float, list[Box]] = {}
    for box in placed:
        columns.setdefault(box[0], []).append(box)
    assert len(columns) == len(Sort)
    for column in columns.values():
        column.sort(key=lambda box: box[1])
        assert all(upper[3] < lower[1] for upper, lower in pairwise(column))


def test_svg_says_what_it_is_and_runs_nothing() -> None:
    root = ET.fromstring(svg(dependency_graph(framework(name="Fair & <square>"))))  # noqa: S314
    named = (root.get("aria-labelledby") or "").split()
    told = {element.get("id"): element.text for element in root if element.get("id")}
    assert [told[name] for name in named] == [
        "What is needed for what: Fair & <square>",
        (
            "Lines lead from what is needed to what it is needed for. From left to right, kinds of facts: 5, "
            "clauses: 24, criteria: 12, levels of themes: 6, themes: 3, levels of sections: 4, sections: 2."
        ),
    ]
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {
        "svg", "title", "desc", "marker", "path", "rect", "text", "g",
    }  # fmt: skip


def test_a_long_name_is_cut_in_the_box_and_whole_in_its_title() -> None:
    title = "very " * 40 + "long"
    text = svg(dependency_graph(framework(themes=1, each=1, title=title)))
    shown = [element.text or "" for element in ET.fromstring(text).iter(f"{SVG}text")]  # noqa: S314
    assert max(map(len, shown)) <= 56
    assert any(found.startswith("1.1.1 very") and found.endswith("…") for found in shown)
    assert f"criterion 1.1.1 {title}" in [found for found, _ in boxes(text)]


@given(st.text(max_size=30))
def test_no_name_breaks_a_drawing(name: str) -> None:
    graph = dependency_graph(framework(themes=1, each=1, title=name, name=name))
    whole = " ".join(name.split())
    legal = "".join(c if c.isprintable() or c > "\x7f" else "�" for c in whole)
    expected = f"1.1.1 {legal}".strip()
    for found in (drawn_in_dot(dot(graph))[0], drawn_in_mermaid(mermaid(graph))[0]):
        shown = list(found.values())
        assert len(shown) == len(graph)
        assert simplified(expected) in [simplified(text) for text in shown]
    assert simplified(f"criterion {expected}") in [simplified(title) for title, _ in boxes(svg(graph))]


def simplified(text: str) -> str:
    """The text with every character outside the printable ones taken for the same mark."""
    return "".join(c if c.isprintable() else "�" for c in text)


@pytest.mark.parametrize(
    ("name", "in_dot", "in_mermaid", "in_svg"),
    [
        ('say "no"', 'say \\"no\\"', "say #34;no#34;", 'say "no"'),
        ("a\\", "a\\\\", "a#92;", "a\\"),
        ("<b> & end", "<b> & end", "#60;b#62; #38; end", "&lt;b&gt; &amp; end"),
        ("`x`; %%{#35;}", "`x`; %%{#35;}", "#96;x#96;#59; #37;#37;#123;#35;35#59;#125;", "`x`; %%{#35;}"),
        ("two\nlines\x00", "two lines�", "two lines#65533;", "two lines�"),
    ],
)
def test_names_are_escaped_as_each_format_asks(name: str, in_dot: str, in_mermaid: str, in_svg: str) -> None:
    graph = dependency_graph(framework(themes=1, each=1, title=name))
    assert f'label="1.1.1\\n{in_dot}"];' in dot(graph)
    assert f'["1.1.1<br/>{in_mermaid}"]' in mermaid(graph)
    assert f">1.1.1 {in_svg}</text>" in svg(graph)


def test_a_theme_alone_keeps_what_it_rests_on_and_what_it_is_needed_for() -> None:
    whole = dependency_graph(framework())
    part = restrict(whole, "2")
    assert [f"{node.sort}: {node.id}" for node in part] == [
        "fact kind: document",
        "fact kind: chair",
        "fact kind: panel_2",
        *(f"clause: 2.{place}.{position}.{letter}" for place in "12" for position in "12" for letter in "ab"),
        *(f"criterion: 2.{place}.{position}" for place in "12" for position in "12"),
        "theme level: 2.low",
        "theme level: 2.high",
        "theme: 2",
        "section level: A.low",
        "section level: A.high",
        "section: A",
    ]
    assert set(part.edges) == {(a, b) for a, b in whole.edges if a in part and b in part}
    assert {title for title, _ in boxes(svg(part))} < {title for title, _ in boxes(svg(whole))}


def test_an_unknown_theme_is_told_with_the_known_ones() -> None:
    with pytest.raises(LookupError, match="no theme `7`; the themes are `1`, `2`, `3`"):
        restrict(dependency_graph(framework()), "7")


def test_a_framework_without_contents_has_a_drawing() -> None:
    graph = dependency_graph(Framework("f", "1", "Empty", (), (), (), ()))
    assert boxes(svg(graph)) == []
    assert drawn_in_dot(dot(graph)) == ({}, [])
    assert drawn_in_mermaid(mermaid(graph)) == ({}, [])


def test_the_same_framework_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    program = (
        f"import hashlib, runpy; test = runpy.run_path({__file__!r})\n"
        "whole = test['dependency_graph'](test['framework']())\n"
        "for graph in (whole, test['restrict'](whole, '2')):\n"
        "    for write in ('dot', 'mermaid', 'svg'):\n"
        "        print(hashlib.sha256(test[write](graph).encode()).hexdigest())\n"
    )
    runs = {
        subprocess.run(  # noqa: S603  our own program
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(runs) == 1
    assert len(set(runs.pop().split())) == 6
