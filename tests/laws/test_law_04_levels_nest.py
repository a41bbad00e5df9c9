"""Law 4: each level implies the levels below it, and a section has the level of its lowest theme."""

from dataclasses import replace

from hypothesis import given

from engine.determine import Judge
from engine.model.verdict import Verdict
from strategies import Case, cases

COUNTS = {Verdict.MET, Verdict.NOT_APPLICABLE}


@given(cases())
def test_a_level_needs_all_criteria_of_it_and_of_every_level_below(case: Case) -> None:
    found = Judge.of(case.framework, both=False).determine(case.pack, case.as_at)
    verdicts = {finding.id: finding.verdict for finding in found.criteria}
    ladder = [level.id for level in case.framework.levels]
    for theme in (theme for theme in found.levels.themes if theme.encoded):
        height = ladder.index(theme.level) + 1 if theme.level is not None else 0
        for level in ladder[:height]:
            assert all(verdicts[c.id] in COUNTS for c in case.framework.of_theme(theme.theme, level))
        unmet = {
            c.id
            for level in ladder[height : height + 1]
            for c in case.framework.of_theme(theme.theme, level)
            if verdicts[c.id] not in COUNTS
        }
        assert set(theme.held_back_by) == unmet
        assert bool(unmet) == (height < len(ladder))


@given(cases())
def test_a_section_has_the_level_of_its_lowest_theme(case: Case) -> None:
    found = Judge.of(case.framework, both=False).determine(case.pack, case.as_at)
    ladder = [None, *(level.id for level in case.framework.levels)]
    for section in found.levels.sections:
        homes = {theme.id for theme in case.framework.themes if theme.section == section.section}
        themes = [theme for theme in found.levels.themes if theme.theme in homes]
        assert section.encoded == all(theme.encoded for theme in themes)
        if section.encoded:
            lowest = min((theme.level for theme in themes), key=ladder.index)
            held_back_by = [c for theme in themes if theme.level == lowest for c in theme.held_back_by]
            assert (section.level, list(section.held_back_by)) == (lowest, held_back_by)


@given(cases())
def test_a_ladder_cut_short_gives_the_same_level_as_far_as_it_goes(case: Case) -> None:
    """What a level needs is not changed by the levels above it."""
    top, *below = reversed(case.framework.levels)
    kept = tuple(level for level in case.framework.levels if level is not top)
    themes = tuple(
        replace(theme, published={level.id: theme.published[level.id] for level in kept})
        for theme in case.framework.themes
    )
    criteria = tuple(c for c in case.framework.criteria if c.level != top.id)
    short = replace(case.framework, levels=kept, themes=themes, criteria=criteria, digest="sha256:short")
    whole = Judge.of(case.framework, both=False).determine(case.pack, case.as_at).levels.themes
    for theme, cut in zip(
        whole, Judge.of(short, both=False).determine(case.pack, case.as_at).levels.themes, strict=True
    ):
        if theme.encoded:
            assert cut.level == (below[0].id if theme.level == top.id else theme.level)
