"""The calendar says what determining on each day says, and nothing happens on a day that it does not name."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.ageing import Ageing, ageing
from engine.determine import Judge
from engine.model.determination import Determination
from engine.model.verdict import Verdict
from strategies import Case, cases, dated_cases

Found = tuple[dict[str, Verdict], dict[str, str | None], dict[str, str | None]]

LONGEST = timedelta(days=1_200)


def said(found: Determination) -> Found:
    return (
        {one.id: one.verdict for one in found.criteria},
        {one.theme: one.level for one in found.levels.themes},
        {one.section: one.level for one in found.levels.sections},
    )


def foretold(start: Determination, ages: Ageing, day: date) -> Found:
    """What the calendar says of a day: what is so at the start, with every change up to it."""
    verdicts, themes, sections = said(start)
    for change in ages.days:
        if change.day > day:
            break
        for verdict in change.verdicts:
            assert verdicts[verdict.criterion] is verdict.before
            verdicts[verdict.criterion] = verdict.after
        for level in change.levels:
            place, levels = (level.section, sections) if level.theme is None else (level.theme, themes)
            assert levels[place] == level.before
            levels[place] = level.after
    return verdicts, themes, sections


def calendar(case: Case) -> tuple[Judge, Determination, Ageing]:
    judge = Judge.of(case.framework, both=False)
    start = judge.determine(case.pack, case.as_at)
    return judge, start, ageing(case.framework, case.pack, start, {theme.id for theme in case.framework.themes})


@settings(max_examples=settings().max_examples // 4)
@given(cases() | dated_cases())
def test_the_calendar_is_what_determining_day_by_day_says(case: Case) -> None:
    judge, start, ages = calendar(case)
    for number in range(LONGEST.days):
        day = case.as_at + timedelta(days=number)
        assert said(judge.determine(case.pack, day)) == foretold(start, ages, day), day


@given(cases() | dated_cases(), st.data())
def test_the_calendar_is_right_on_any_day(case: Case, data: st.DataObject) -> None:
    judge, start, ages = calendar(case)
    edges = [day.day for day in ages.days] + [day.day - timedelta(days=1) for day in ages.days]
    for day in [*edges, data.draw(st.dates(case.as_at, date(2040, 1, 1)))]:
        assert said(judge.determine(case.pack, day)) == foretold(start, ages, day), day


@given(cases() | dated_cases())
def test_every_change_is_put_down_to_a_date_of_the_day(case: Case) -> None:
    _, _, ages = calendar(case)
    facts = {fact.id: fact for fact in case.pack.facts}
    for day in ages.days:
        assert day.verdicts
        for verdict in day.verdicts:
            assert verdict.turns
            assert all(turn.day == day.day and turn.fact in facts for turn in verdict.turns)
            assert all(getattr(facts[turn.fact], turn.field) is not None for turn in verdict.turns)


@given(cases() | dated_cases())
def test_what_turns_a_verdict_is_needed_for_it(case: Case) -> None:
    """Without the facts that a change is put down to, the verdict does not change in that way on that day."""
    _, _, ages = calendar(case)
    judge = Judge.of(case.framework, both=False)
    for day in ages.days:
        for verdict in day.verdicts:
            named = {turn.fact for turn in verdict.turns}
            kept = tuple(fact for fact in case.pack.facts if fact.id not in named)
            without = replace(case.pack, facts=kept)
            before, after = (
                said(judge.determine(without, when))[0][verdict.criterion]
                for when in (day.day - timedelta(days=1), day.day)
            )
            assert before is after


@given(cases())
def test_a_part_of_the_framework_ages_as_it_does_in_the_whole(case: Case) -> None:
    _, start, whole = calendar(case)
    theme = case.framework.themes[-1].id
    part = ageing(case.framework, case.pack, start, {theme})
    own = {criterion.id for criterion in case.framework.criteria if criterion.theme == theme}
    for day in whole.days:
        verdicts = [verdict for verdict in day.verdicts if verdict.criterion in own]
        levels = [level for level in day.levels if level.theme == theme]
        same = next((other for other in part.days if other.day == day.day), None)
        assert list(same.verdicts if same else ()) == verdicts
        assert [level for level in (same.levels if same else ()) if level.theme == theme] == levels
