"""`why`: the proof or the refutation of one criterion."""

from datetime import date
from pathlib import Path

import click

from cli.choices import (
    as_at_option,
    chosen_criterion,
    chosen_date,
    chosen_framework,
    framework_option,
    opened,
    output_option,
    pack_argument,
)
from cli.output import deliver
from engine.determine import Judge
from engine.explain import explain
from engine.report.explanation_report import explanation_report
from engine.report.text import text
from engine.verify import Refused, faults_of_finding


@click.command()
@pack_argument
@click.argument("criterion", metavar="CRITERION")
@framework_option
@as_at_option
@output_option
def why(pack_path: Path, criterion: str, framework_id: str, as_at: date | None, output: Path | None) -> None:
    """Show why CRITERION has its verdict, down to facts, documents and places."""
    framework = chosen_framework(framework_id)
    chosen_criterion(criterion, framework)
    pack = opened(pack_path, framework)
    day = chosen_date(as_at, pack)
    determination = Judge.of(framework).determine(pack, day)
    finding = next(found for found in determination.criteria if found.id == criterion)
    if faults := faults_of_finding(framework, pack, day, finding):
        raise Refused(f"the finding on {criterion}", faults)
    deliver(text(explanation_report(explain(criterion, framework, pack, determination))), output)
