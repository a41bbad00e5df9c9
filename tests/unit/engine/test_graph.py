"""What the graph of a framework holds, and which frameworks have none."""

import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace

import pytest

from engine.graph import Node, Sort, dependency_graph, needs_in_order
from engine.model.criterion import Clause, Criterion, Needs, Paragraph, Part
from engine.model.fault import InvalidFramework
from engine.model.framework import Framework, Level, Section, Theme


def criterion(id_: str, theme: str, level: str, *kinds: Iterable[str]) -> Criterion:
    """A criterion with a clause for each group of kinds of facts."""
    clauses = tuple(
        Clause(f"{id_}.{letter}", tuple(Part(f"{id_}.{letter}.{kind}", kind, ()) for kind in of_clause))
        for letter, of_clause in zip("abc", kinds, strict=False)
    )
    return Criterion(id_, theme, level, f"Title of {id_}", "", "", Paragraph(id_, "0" * 64), Needs("all", clauses))


SOUND = Framework(
    id="f",
    edition="1",
    name="A framework",
    levels=(Level("low", "Low", None), Level("high", "High", "low")),
    sections=(Section("A", "First section"), Section("B", "Second section")),
    themes=(
        Theme("1", "First theme", "A", {"low": 1, "high": 1}),
        Theme("2", "Second theme", "A", {"low": 0, "high": 0}),
        Theme("3", "Third theme", "B", {"low": 0, "high": 0}),
    ),
    criteria=(
        criterion("1.1.1", "1", "low", ["panel"], ["chair", "panel"]),
        criterion("1.2.1", "1", "high", ["chair"]),
    ),
)


def ids(nodes: Iterable[Node]) -> list[str]:
    return [f"{node.sort}: {node.id}" for node in nodes]


def messages(framework: Framework) -> list[str]:
    with pytest.raises(InvalidFramework) as raised:
        dependency_graph(framework)
    assert {str(fault.place) for fault in raised.value.faults} == {"framework"}
    assert all(fault.help for fault in raised.value.faults)
    return [fault.message for fault in raised.value.faults]


def test_nodes_stand_sort_by_sort_in_published_order() -> None:
    assert ids(dependency_graph(SOUND)) == [
        "fact kind: panel",
        "fact kind: chair",
        "clause: 1.1.1.a",
        "clause: 1.1.1.b",
        "clause: 1.2.1.a",
        "criterion: 1.1.1",
        "criterion: 1.2.1",
        *(f"theme level: {theme}.{level}" for theme in "123" for level in ("low", "high")),
        *(f"theme: {theme}" for theme in "123"),
        *(f"section level: {section}.{level}" for section in "AB" for level in ("low", "high")),
        *(f"section: {section}" for section in "AB"),
    ]


@pytest.mark.parametrize(
    ("node", "needs"),
    [
        (Node(Sort.FACT_KIND, "panel"), []),
        (Node(Sort.CLAUSE, "1.1.1.b"), ["fact kind: chair", "fact kind: panel"]),
        (Node(Sort.CRITERION, "1.1.1"), ["clause: 1.1.1.a", "clause: 1.1.1.b"]),
        (Node(Sort.THEME_LEVEL, "1.low"), ["criterion: 1.1.1"]),
        (Node(Sort.THEME_LEVEL, "1.high"), ["criterion: 1.2.1", "theme level: 1.low"]),
        (Node(Sort.THEME_LEVEL, "2.high"), ["theme level: 2.low"]),
        (Node(Sort.THEME, "1"), ["theme level: 1.high", "theme level: 1.low"]),
        (Node(Sort.SECTION_LEVEL, "A.high"), ["theme level: 1.high", "theme level: 2.high"]),
        (Node(Sort.SECTION_LEVEL, "B.low"), ["theme level: 3.low"]),
        (Node(Sort.SECTION, "A"), ["section level: A.high", "section level: A.low", "theme: 1", "theme: 2"]),
    ],
    ids=str,
)
def test_each_node_needs_exactly(node: Node, needs: list[str]) -> None:
    assert sorted(ids(dependency_graph(SOUND).predecessors(node))) == needs


def test_nodes_carry_the_names_of_the_framework() -> None:
    graph = dependency_graph(SOUND)
    names = {f"{node.sort}: {node.id}": graph.nodes[node]["name"] for node in graph}
    assert graph.graph["name"] == "A framework"
    assert (names["criterion: 1.1.1"], names["theme: 2"], names["section: B"]) == (
        "Title of 1.1.1",
        "Second theme",
        "Second section",
    )
    assert (names["theme level: 1.low"], names["section level: A.high"]) == ("Low", "High")
    assert (names["fact kind: panel"], names["clause: 1.1.1.a"]) == ("", "")


def test_everything_comes_after_what_it_needs() -> None:
    graph = dependency_graph(SOUND)
    steps = list(needs_in_order(graph))
    seen: set[Node] = set()
    for node, needs in steps:
        assert seen.issuperset(needs)
        seen.add(node)
    assert seen == set(graph)
    assert {(need, node) for node, needs in steps for need in needs} == set(graph.edges)


def test_a_level_that_needs_itself_around_a_loop_is_named_with_the_loop() -> None:
    levels = (Level("low", "Low", "high"), Level("high", "High", "top"), Level("top", "Top", "high"))
    assert messages(replace(SOUND, levels=levels)) == [
        "levels require one another in a loop: `high` requires `top` requires `high`"
    ]


def test_a_level_that_requires_itself_is_a_loop() -> None:
    levels = (Level("low", "Low", None), Level("high", "High", "high"))
    assert messages(replace(SOUND, levels=levels)) == ["levels require one another in a loop: `high` requires `high`"]


@pytest.mark.parametrize(
    ("levels", "message"),
    [
        (
            (Level("high", "High", "low"), Level("low", "Low", None)),
            [
                "level `high` requires `low`, but directly below it stands none",
                "level `low` requires none, but directly below it stands `high`",
            ],
        ),
        (
            (Level("low", "Low", None), Level("middle", "Middle", "low"), Level("high", "High", "low")),
            ["level `high` requires `low`, but directly below it stands `middle`"],
        ),
        (
            (Level("low", "Low", None), Level("high", "High", None)),
            ["level `high` requires none, but directly below it stands `low`"],
        ),
        (
            (Level("low", "Low", None), Level("high", "High", "lowest")),
            ["level `high` names an unknown level `lowest`"],
        ),
    ],
)
def test_levels_out_of_their_order_are_refused(levels: tuple[Level, ...], message: list[str]) -> None:
    assert messages(replace(SOUND, levels=levels)) == message


def test_all_faults_are_told_in_one_run() -> None:
    unsound = replace(
        SOUND,
        levels=(Level("low", "Low", "high"), Level("high", "High", "low")),
        sections=(Section("A", "First section"),),
        themes=(*SOUND.themes, Theme("4", "Fourth", "A", {"lwo": 1}), Theme("1", "Again", "A", {})),
        criteria=(*SOUND.criteria, criterion("9.1.1", "9", "lowest", ["panel"])),
    )
    assert messages(unsound) == [
        "criterion `9.1.1` names an unknown level `lowest`",
        "criterion `9.1.1` names an unknown theme `9`",
        "levels require one another in a loop: `low` requires `high` requires `low`",
        "theme `1` stands 2 times",
        "theme `3` names an unknown section `B`",
        "theme `4` names an unknown level `lwo`",
        "theme level `1.high` stands 2 times",
        "theme level `1.low` stands 2 times",
    ]


def test_ids_that_would_fall_together_on_one_node_are_refused() -> None:
    levels = (Level("b.low", "Low", None), Level("low", "High", "b.low"))
    themes = (Theme("a", "First", "A", {}), Theme("a.b", "Second", "A", {}))
    unsound = replace(SOUND, levels=levels, themes=themes, criteria=())
    assert messages(unsound) == ["theme level `a.b.low` stands 2 times"]


def test_a_fault_lists_what_is_known() -> None:
    with pytest.raises(InvalidFramework) as raised:
        dependency_graph(replace(SOUND, sections=()))
    assert {fault.help for fault in raised.value.faults} == {"the framework has no sections"}
    with pytest.raises(InvalidFramework) as raised:
        dependency_graph(replace(SOUND, sections=SOUND.sections[:1]))
    assert [fault.help for fault in raised.value.faults] == ["the sections are `A`"]


def test_the_graph_library_is_not_loaded_before_a_graph_is_drawn() -> None:
    program = "import sys, engine.levels, engine.report.graph_drawing; print('networkx' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603
    assert run.stdout == "False\n"
