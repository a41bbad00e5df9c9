"""`assess`: determine the levels of one pack."""

from datetime import date
from pathlib import Path

import click

from cli.choices import (
    as_at_option,
    chosen_date,
    chosen_framework,
    framework_option,
    opened,
    output_option,
    pack_argument,
)
from cli.exit_codes import MISSED
from cli.output import deliver
from engine.determine import Judge
from engine.evaluate.durable_host import unavailable_reason
from engine.model.determination import Determination
from engine.model.framework import Framework
from engine.report.canonical import canonical
from engine.report.determination_json import determination_json
from engine.report.determination_report import determination_report
from engine.report.text import text


@click.command()
@pack_argument
@framework_option
@as_at_option
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@output_option
@click.option("--fail-under", metavar="LEVEL", help="Exit with 1 unless every section has reached this level.")
@click.option(
    "--evaluators",
    type=click.Choice(["both", "reference"]),
    default="both",
    show_default=True,
    help="Both, which must agree, or the reference evaluator alone.",
)
def assess(  # noqa: PLR0913, PLR0917 - one parameter an option
    pack_path: Path,
    framework_id: str,
    as_at: date | None,
    format_: str,
    output: Path | None,
    fail_under: str | None,
    evaluators: str,
) -> int:
    """Determine the levels that PACK has reached, with every verdict and gap."""
    framework = chosen_framework(framework_id)
    _check_level(fail_under, framework)
    pack = opened(pack_path, framework)
    if evaluators == "both" and (reason := unavailable_reason()):
        click.echo(f"note: the reference evaluator decides alone: {reason}", err=True)
    judge = Judge.of(framework, both=evaluators == "both")
    determination = judge.determine(pack, chosen_date(as_at, pack))
    if format_ == "json":
        deliver(canonical(determination_json(determination, framework)), output)
    else:
        deliver(text(determination_report(determination, framework)), output)
    return _threshold(fail_under, determination, framework)


def _check_level(level: str | None, framework: Framework) -> None:
    known = [level.id for level in framework.levels]
    if level is not None and level not in known:
        raise click.UsageError(f"`--fail-under {level}`: no such level; the levels are {', '.join(known)}")


def _threshold(wanted: str | None, determination: Determination, framework: Framework) -> int:
    """Say which sections miss the level asked for; a section whose level is not given misses it."""
    if wanted is None:
        return 0
    order = [level.id for level in framework.levels]
    enough = order[order.index(wanted) :]
    missed = [section.section for section in determination.levels.sections if section.level not in enough]
    if missed:
        click.echo(f"not shown to have reached {wanted}: {', '.join(f'section {id_}' for id_ in missed)}", err=True)
    return MISSED if missed else 0
