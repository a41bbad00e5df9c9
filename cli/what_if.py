"""`what-if`: determine a pack again with changes, the record untouched."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from cli.choices import (
    Day,
    chosen_date,
    chosen_framework,
    data_format_option,
    framework_option,
    opened,
    opened_enlarged,
    output_option,
    pack_argument,
    schema_option,
)
from cli.output import WRITERS, deliver
from engine.amend import InvalidChange
from engine.determine import Judge
from engine.edits import added_by, read_changes
from engine.report.canonical import canonical
from engine.report.what_if_json import what_if_json, what_if_schema
from engine.report.what_if_report import what_if_report
from engine.what_if import WhatIf
from engine.what_if import what_if as compared


@click.command("what-if")
@pack_argument
@click.option(
    "--add",
    "additions",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Add the facts in this file, and the documents that they cite. May be given again.",
)
@click.option("--drop", "drops", multiple=True, metavar="FACT", help="Take this fact out. May be given again.")
@click.option(
    "--set",
    "sets",
    multiple=True,
    metavar="FACT.field=value",
    help="Give a field another value: a set with commas, nothing to clear it. May be given again.",
)
@click.option(
    "--answer",
    "answers",
    multiple=True,
    metavar="QUESTION=ANSWER",
    help="Answer a question of the profile: yes, no or a number. May be given again.",
)
@click.option("--as-at", type=Day(), help="Look at the pack so changed on this date, beside the pack's own.")
@framework_option
@data_format_option
@schema_option(what_if_schema)
@output_option
def what_if(  # noqa: PLR0913, PLR0917 - one parameter an option
    pack_path: Path,
    additions: Sequence[Path],
    drops: Sequence[str],
    sets: Sequence[str],
    answers: Sequence[str],
    as_at: date | None,
    framework_id: str,
    format_: str,
    output: Path | None,
) -> None:
    """Show what would change in the determination of PACK, and why.

    The pack is determined as it is and with the changes given. Nothing is written to it.
    """
    framework = chosen_framework(framework_id)
    pack = opened(pack_path, framework)
    today = chosen_date(None, pack)
    enlarged = opened_enlarged(pack_path, additions, framework) if additions else pack
    try:
        changes = read_changes(enlarged, drops, sets, answers)
        edits = replace(added_by(pack, enlarged), changes=changes)
        found: WhatIf = compared(framework, Judge.of(framework), pack, today, edits, as_at)
    except InvalidChange as invalid:
        raise click.UsageError("\n".join(invalid.faults)) from invalid
    if format_ == "json":
        deliver(canonical(what_if_json(found, framework)), output)
    else:
        deliver(WRITERS[format_](what_if_report(found, framework)), output)
