"""The levels that follow from verdicts: the laws, and the cases that the laws leave open."""

from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.levels import LevelGraph
from engine.model.criterion import Criterion, Needs, Paragraph, in_order
from engine.model.determination import LevelCount, Levels, SectionLevel, ThemeLevel
from engine.model.fault import InvalidFramework
from engine.model.framework import Framework, Level, Section, Theme
from engine.model.verdict import Verdict

Numbers = Mapping[str, Mapping[str, tuple[int, ...]]]
Case = tuple[Framework, dict[str, Verdict]]

names = st.text(st.characters(exclude_characters=".", exclude_categories=["Cs"]), min_size=1, max_size=6)
verdicts = st.sampled_from([*Verdict, Verdict.MET, Verdict.MET, Verdict.MET, Verdict.NOT_APPLICABLE])


def levels_of(names: Iterable[str]) -> tuple[Level, ...]:
    ids = list(names)
    return tuple(Level(id_, id_.upper(), below) for below, id_ in zip([None, *ids], ids, strict=False))


def criterion(id_: str, theme: str, level: str) -> Criterion:
    return Criterion(id_, theme, level, "a title", "asks", "reading", Paragraph(id_, "0" * 64), Needs("all", ()))


def framework(levels: Iterable[str], sections: Numbers, missing: Iterable[str] = ()) -> Framework:
    """A framework: for each section its themes, for each theme how many criteria it has at each level."""
    ladder = levels_of(levels)
    themes = [
        Theme(theme, theme, section, {level.id: number for level, number in zip(ladder, numbers, strict=True)})
        for section, of_section in sections.items()
        for theme, numbers in of_section.items()
    ]
    criteria = [
        criterion(f"{number}.{place}.{position}", theme.id, level.id)
        for number, theme in enumerate(themes, start=1)
        for place, level in enumerate(ladder, start=1)
        for position in range(1, theme.published[level.id] + 1)
    ]
    encoded = tuple(c for c in criteria if c.id not in set(missing))
    return Framework(
        id="odd",
        edition="1",
        name="An odd framework",
        levels=ladder,
        sections=tuple(Section(section, section) for section in sections),
        themes=tuple(themes),
        criteria=encoded,
    )


@st.composite
def cases(draw: st.DrawFn, *, whole: bool = True) -> Case:
    """A framework with a verdict on each criterion; unless it is whole, some criteria are not encoded."""
    levels = draw(st.lists(names, min_size=1, max_size=4, unique=True))
    sections = draw(st.lists(names, min_size=1, max_size=3, unique=True))
    themes = draw(st.lists(names, min_size=len(sections), max_size=6, unique=True))
    numbers = st.tuples(*[st.integers(0, 4)] * len(levels))
    contents: dict[str, dict[str, tuple[int, ...]]] = {section: {} for section in sections}
    for place, theme in enumerate(themes):
        home = sections[place] if place < len(sections) else draw(st.sampled_from(sections))
        contents[home][theme] = draw(numbers)
    full = framework(levels, contents)
    ids = [c.id for c in full.criteria]
    missing = draw(st.sets(st.sampled_from(ids), max_size=3)) if ids and not whole else set()
    made = framework(levels, contents, missing)
    return made, {c.id: draw(verdicts) for c in made.criteria}


def brute_force(framework: Framework, verdicts: Mapping[str, Verdict], theme: str) -> str | None:
    """The definition: the highest level of which every criterion, and every one of every lower level, counts."""
    ids = [level.id for level in framework.levels]
    unmet = {c.level for c in framework.criteria if c.theme == theme and not verdicts[c.id].counts}
    return next((ids[top] for top in reversed(range(len(ids))) if unmet.isdisjoint(ids[: top + 1])), None)


def height(framework: Framework, level: str | None) -> int:
    return [None, *(level.id for level in framework.levels)].index(level)


def reached(levels: Levels) -> list[str | None]:
    return [*(theme.level for theme in levels.themes), *(section.level for section in levels.sections)]


def of_theme(levels: Levels, theme: str) -> ThemeLevel:
    return next(found for found in levels.themes if found.theme == theme)


def of_section(levels: Levels, section: str) -> SectionLevel:
    return next(found for found in levels.sections if found.section == section)


@given(cases())
def test_the_graph_gives_the_defined_level(case: Case) -> None:
    made, given_verdicts = case
    found = LevelGraph.of(made).determine(given_verdicts)
    assert {theme.theme: theme.level for theme in found.themes} == {
        theme.id: brute_force(made, given_verdicts, theme.id) for theme in made.themes
    }


@given(cases())
def test_levels_nest(case: Case) -> None:
    """Law 4: whoever has reached a level still has every lower one when the levels above it are taken away."""
    made, given_verdicts = case
    found = LevelGraph.of(made).determine(given_verdicts)
    for place, level in enumerate(made.levels):
        kept = made.levels[: place + 1]
        ids = {level.id for level in kept}
        lower = Framework(
            made.id,
            made.edition,
            made.name,
            levels=kept,
            sections=made.sections,
            themes=tuple(
                Theme(t.id, t.name, t.section, {level: n for level, n in t.published.items() if level in ids})
                for t in made.themes
            ),
            criteria=tuple(c for c in made.criteria if c.level in ids),
        )
        below = LevelGraph.of(lower).determine(given_verdicts)
        for high, low in zip(reached(found), reached(below), strict=True):
            assert (low == level.id) == (height(made, high) > place)


@given(cases())
def test_a_section_has_the_level_of_its_lowest_theme(case: Case) -> None:
    made, given_verdicts = case
    found = LevelGraph.of(made).determine(given_verdicts)
    for section in made.sections:
        themes = [of_theme(found, theme.id) for theme in made.themes if theme.section == section.id]
        lowest = min(height(made, theme.level) for theme in themes)
        said = of_section(found, section.id)
        assert height(made, said.level) == lowest
        assert said.held_back_by == tuple(
            criterion for theme in themes if height(made, theme.level) == lowest for criterion in theme.held_back_by
        )


@given(cases())
def test_what_holds_back_is_exactly_what_is_unmet_at_the_next_level_up(case: Case) -> None:
    made, given_verdicts = case
    for theme in LevelGraph.of(made).determine(given_verdicts).themes:
        next_up = [level.id for level in made.levels][height(made, theme.level) :][:1]
        unmet = [c.id for c in made.criteria if c.theme == theme.theme and c.level in next_up]
        assert theme.held_back_by == tuple(c for c in unmet if not given_verdicts[c].counts)
        assert bool(theme.held_back_by) == (theme.level != made.levels[-1].id)


@given(cases())
def test_one_level_graph_serves_every_set_of_verdicts(case: Case) -> None:
    made, given_verdicts = case
    graph = LevelGraph.of(made)
    first = graph.determine(given_verdicts)
    graph.determine(dict.fromkeys(given_verdicts, Verdict.UNKNOWN))
    assert graph.determine(given_verdicts) == first == LevelGraph.of(made).determine(given_verdicts)


@given(cases(whole=False))
def test_nothing_is_said_where_criteria_are_not_encoded(case: Case) -> None:
    made, given_verdicts = case
    found = LevelGraph.of(made).determine(given_verdicts)
    for theme in made.themes:
        said = of_theme(found, theme.id)
        assert said.encoded == (made.missing(theme) == 0)
        if not said.encoded:
            assert (said.level, said.held_back_by) == (None, ())
    for section in made.sections:
        themes = [of_theme(found, theme.id) for theme in made.themes if theme.section == section.id]
        in_section = of_section(found, section.id)
        assert in_section.encoded == all(theme.encoded for theme in themes)
        if not in_section.encoded:
            assert (in_section.level, in_section.held_back_by) == (None, ())


@given(cases(whole=False))
def test_counts_count_what_is_there(case: Case) -> None:
    made, given_verdicts = case
    found = LevelGraph.of(made).determine(given_verdicts)
    for theme in made.themes:
        counts = of_theme(found, theme.id).counts
        assert list(counts) == [level.id for level in made.levels]
        for level, count in counts.items():
            said = [given_verdicts[c.id] for c in made.of_theme(theme.id, level)]
            assert count == LevelCount(
                met=sum(verdict == "met" for verdict in said),
                not_applicable=sum(verdict == "not_applicable" for verdict in said),
                encoded=len(said),
                of=theme.published[level],
            )


ONE_THEME = framework(["low", "high"], {"S": {"t": (2, 1)}})


@pytest.mark.parametrize(
    ("verdict", "level", "held_back_by"),
    [
        (Verdict.MET, "high", ()),
        (Verdict.NOT_APPLICABLE, "high", ()),
        (Verdict.CONTESTED, None, ("1.1.2",)),
        (Verdict.UNKNOWN, None, ("1.1.2",)),
        (Verdict.NOT_MET, None, ("1.1.2",)),
    ],
)
def test_only_met_and_not_applicable_count(verdict: Verdict, level: str | None, held_back_by: tuple[str, ...]) -> None:
    found = LevelGraph.of(ONE_THEME).determine({"1.1.1": Verdict.MET, "1.1.2": verdict, "1.2.1": Verdict.MET})
    assert [(theme.level, theme.encoded, theme.held_back_by) for theme in found.themes] == [(level, True, held_back_by)]
    assert found.sections == (SectionLevel("S", level, encoded=True, held_back_by=held_back_by),)


def test_a_level_met_above_an_unmet_one_is_not_reached() -> None:
    verdicts = {"1.1.1": Verdict.MET, "1.1.2": Verdict.NOT_MET, "1.2.1": Verdict.MET}
    theme = LevelGraph.of(ONE_THEME).determine(verdicts).themes[0]
    assert theme.level is None
    assert theme.counts["high"] == LevelCount(met=1, not_applicable=0, encoded=1, of=1)


def test_an_empty_level_is_reached_when_the_one_below_is() -> None:
    made = framework(["low", "middle", "high"], {"S": {"t": (1, 0, 1)}})
    below_met = LevelGraph.of(made).determine({"1.1.1": Verdict.MET, "1.3.1": Verdict.UNKNOWN}).themes[0]
    assert (below_met.level, below_met.held_back_by) == ("middle", ("1.3.1",))
    below_unmet = LevelGraph.of(made).determine({"1.1.1": Verdict.UNKNOWN, "1.3.1": Verdict.MET}).themes[0]
    assert (below_unmet.level, below_unmet.held_back_by) == (None, ("1.1.1",))


def test_the_tenth_criterion_stands_after_the_ninth_however_they_are_given() -> None:
    made = framework(["low"], {"S": {"t": (11,)}})
    backwards = Framework(
        made.id, made.edition, made.name, made.levels, made.sections, made.themes, tuple(reversed(made.criteria))
    )
    held_back_by = LevelGraph.of(backwards).determine(dict.fromkeys(made.by_id, Verdict.UNKNOWN)).themes[0].held_back_by
    assert held_back_by[8:] == ("1.1.9", "1.1.10", "1.1.11")
    assert held_back_by == tuple(sorted(made.by_id, key=in_order))


def test_of_a_section_without_themes_nothing_is_said() -> None:
    found = LevelGraph.of(framework(["low"], {"S": {}})).determine({})
    assert found.sections == (SectionLevel("S", None, encoded=False, held_back_by=()),)


def test_a_criterion_without_a_verdict_is_refused() -> None:
    with pytest.raises(KeyError, match=r"1\.2\.1"):
        LevelGraph.of(ONE_THEME).determine({"1.1.1": Verdict.MET, "1.1.2": Verdict.MET})


def test_an_unsound_framework_has_no_levels() -> None:
    unsound = Framework("f", "1", "F", (Level("low", "Low", "low"),), (), (), ())
    with pytest.raises(InvalidFramework):
        LevelGraph.of(unsound)
