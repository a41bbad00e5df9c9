"""`next`: what is missing for a level, and the best way to get there."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import click

from cli.choices import (
    as_at_option,
    chosen_criterion,
    chosen_date,
    chosen_framework,
    data_format_option,
    framework_option,
    opened,
    output_option,
    pack_argument,
    schema_option,
)
from cli.output import WRITERS, deliver
from engine.advise import Advisor
from engine.explain_plan import PlanExplained
from engine.loading.efforts import EFFORTS_FILE, load_efforts
from engine.loading.spelling import hint
from engine.model.framework import Framework
from engine.model.plan import Bargain, Efforts, Target
from engine.plan.planner import Unreachable
from engine.plan.targets import criterion_target, level_target
from engine.report.canonical import Json, canonical
from engine.report.plan_json import plan_schema, plans_json
from engine.report.plan_report import (
    bargain_report,
    plan_report,
    reached_report,
    sets_report,
    unreachable_report,
)
from engine.report.report import Report
from engine.verify import Refused, faults_of_plan
from evidence_schemas.pack import EvidencePack
from rules import framework_folder

_LIMIT = 10


@dataclass(frozen=True, slots=True)
class _Answer:
    """What is printed: the plans, and how the question was put.

    Neither reached nor with a plan is what an effort cannot buy.
    """

    target: Target
    plans: tuple[PlanExplained, ...]
    reached: bool = False
    asked_for: Literal["best", "all", "budget"] = "best"
    complete: bool | None = None
    bargain: Bargain | None = None
    unreachable: Unreachable | None = None


@click.command("next")
@pack_argument
@click.option("--to", "level", metavar="LEVEL", help="The level to reach; by default the one above what is reached.")
@click.option("--section", metavar="SECTION", help="In this section only.")
@click.option("--theme", metavar="THEME", help="In this theme only.")
@click.option("--criterion", metavar="CRITERION", help="Meet this one criterion.")
@click.option("--all", "all_sets", is_flag=True, help="Every smallest set of steps, the cheapest first.")
@click.option("--limit", type=click.IntRange(1, 1000), help=f"With `--all`: how many sets at most (default {_LIMIT}).")
@click.option("--budget", type=click.IntRange(min=1), help="The most levels, then criteria, for this effort.")
@click.option(
    "--efforts",
    "efforts_path",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Other efforts than the framework's, as YAML: `recorded:` and `new:`.",
)
@framework_option
@as_at_option
@data_format_option
@schema_option(plan_schema)
@output_option
def next_(  # noqa: PLR0913, PLR0917 - one parameter an option
    pack_path: Path,
    level: str | None,
    section: str | None,
    theme: str | None,
    criterion: str | None,
    all_sets: bool,
    limit: int | None,
    budget: int | None,
    efforts_path: Path | None,
    framework_id: str,
    as_at: date | None,
    format_: str,
    output: Path | None,
) -> None:
    """Say what PACK still needs for the next level, and the cheapest way to get there.

    The plan is proven to be the cheapest of its sort, and checked by a second reader before it is printed. Nothing is
    written to the pack.
    """
    framework = chosen_framework(framework_id)
    _check_scope(framework, level, section, theme, criterion)
    if all_sets and budget is not None:
        raise click.UsageError("`--all` and `--budget` ask for different things; give one of them")
    if limit is not None and not all_sets:
        raise click.UsageError("`--limit` is for `--all`, which is not given")
    efforts = _chosen_efforts(framework_id, efforts_path)
    pack = opened(pack_path, framework)
    day = chosen_date(as_at, pack)
    advisor = Advisor(framework, pack, day, efforts)
    target = _chosen_target(framework, advisor, level, section, theme, criterion, highest=budget is not None)
    answer = _answer(advisor, target, (limit or _LIMIT) if all_sets else None, budget)
    _check(answer, framework, pack, day)
    if format_ == "json":
        deliver(canonical(_json(answer, framework, pack, day)), output)
    else:
        deliver(WRITERS[format_](_report(answer, framework, pack, day)), output)


def _check_scope(
    framework: Framework, level: str | None, section: str | None, theme: str | None, criterion: str | None
) -> None:
    """Check that what is asked for exists, and is one thing."""
    given = [("--section", section), ("--theme", theme), ("--criterion", criterion)]
    named = [option for option, value in given if value is not None]
    if len(named) > 1:
        raise click.UsageError(f"`{named[0]}` and `{named[1]}` name different targets; give one of them")
    if criterion is not None and level is not None:
        raise click.UsageError("`--criterion` asks for one criterion, which has no `--to`; leave that out")
    _known("--to", "level", level, [known.id for known in framework.levels])
    _known("--section", "section", section, [known.id for known in framework.sections])
    _known("--theme", "theme", theme, [known.id for known in framework.themes])
    if criterion is not None:
        chosen_criterion(criterion, framework)
        return
    unfinished = [
        known.id
        for known in framework.themes
        if theme in {None, known.id} and section in {None, known.section} and framework.missing(known)
    ]
    if unfinished:
        raise click.UsageError(
            f"not every criterion of theme {', '.join(unfinished)} is encoded, so that it has no level to plan for"
        )


def _known(option: str, what: str, value: str | None, known: list[str]) -> None:
    if value is not None and value not in known:
        guess = hint(value, known, f"they are {', '.join(known)}")
        raise click.UsageError(f"`{option} {value}`: no such {what}; {guess}")


def _chosen_efforts(framework_id: str, path: Path | None) -> Efforts:
    efforts = load_efforts(framework_folder(framework_id) / EFFORTS_FILE)
    return load_efforts(path, efforts) if path is not None else efforts


def _chosen_target(  # noqa: PLR0913
    framework: Framework,
    advisor: Advisor,
    level: str | None,
    section: str | None,
    theme: str | None,
    criterion: str | None,
    *,
    highest: bool,
) -> Target:
    """The target: a budget may be spent on any level, everything else is for the one asked for or the next one."""
    if criterion is not None:
        return criterion_target(criterion)
    top = level_target(framework, level or framework.levels[-1].id, theme, section)
    if level is not None or highest:
        return top
    return advisor.next_target(theme, section) or top


def _answer(advisor: Advisor, target: Target, limit: int | None, budget: int | None) -> _Answer:
    try:
        if budget is not None:
            found = advisor.bargain(target, budget)
            reached = _reached(target, found.explained)
            aimed = target if reached else found.bargain.plan.target
            return _Answer(aimed, (found.explained,), reached, "budget", bargain=found.bargain)
        if limit is not None:
            found_sets = advisor.smallest_sets(target, limit)
            sets = found_sets.sets
            return _Answer(target, sets, _reached(target, sets[0]), "all", found_sets.complete)
        best = advisor.best(target)
        return _Answer(target, (best,), _reached(target, best))
    except Unreachable as unreachable:
        return _Answer(target, (), asked_for="all" if limit is not None else "best", unreachable=unreachable)


def _reached(target: Target, explained: PlanExplained) -> bool:
    """Whether every criterion of the target counts without the plan."""
    return explained.counting == len(target.criteria)


def _check(answer: _Answer, framework: Framework, pack: EvidencePack, day: date) -> None:
    """Have every plan read by the verifier; one that it refuses is a fault of ours and is not printed."""
    for explained in answer.plans:
        if faults := faults_of_plan(framework, pack, day, explained.plan):
            raise Refused("the plan", faults)


def _json(answer: _Answer, framework: Framework, pack: EvidencePack, day: date) -> Json:
    return plans_json(
        answer.plans,
        answer.target,
        framework,
        pack,
        day.isoformat(),
        reached=answer.reached,
        asked_for=answer.asked_for,
        complete=answer.complete,
        bargain=answer.bargain,
        unreachable=(*answer.unreachable.struck, *answer.unreachable.unanswerable) if answer.unreachable else (),
    )


def _report(answer: _Answer, framework: Framework, pack: EvidencePack, day: date) -> Report:
    about = framework, pack.organisation, day.isoformat()
    if answer.unreachable is not None:
        return unreachable_report(answer.target, answer.unreachable, *about)
    if answer.reached:
        return reached_report(answer.target, *about)
    if answer.bargain is not None:
        return bargain_report(answer.bargain, answer.plans[0], *about)
    if answer.asked_for == "all":
        return sets_report(answer.plans, *about, complete=bool(answer.complete))
    return plan_report(answer.plans[0], *about)
