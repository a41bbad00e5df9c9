"""`facts`: what an evidence pack may say."""

import json
from pathlib import Path

import click

from cli.choices import chosen_framework, format_option, framework_option, output_option
from cli.near_command import NearCommand
from cli.output import WRITERS, deliver
from engine.loading.spelling import hint
from engine.report.fact_types_report import evidence_guide, fact_type_report, fact_types_report
from engine.report.text import text
from evidence_schemas.catalogue import fact_types
from evidence_schemas.pack_schema import pack_schema


@click.group(cls=NearCommand)
def facts() -> None:
    """Look at the fact types: what a pack may say, and in which words."""


@facts.command("list")
@output_option
def list_(output: Path | None) -> None:
    """List every fact type."""
    deliver(text(fact_types_report()), output)


@facts.command()
@framework_option
@format_option
@output_option
def guide(framework_id: str, format_: str, output: Path | None) -> None:
    """Describe everything that a pack may say, and which criteria read it."""
    deliver(WRITERS[format_](evidence_guide(chosen_framework(framework_id))), output)


@facts.command()
@click.argument("kind", metavar="KIND")
@framework_option
@output_option
def show(kind: str, framework_id: str, output: Path | None) -> None:
    """Show one fact type: its fields, their words, and the criteria that read it."""
    if kind not in fact_types():
        guess = hint(kind, fact_types(), "`spiritlevel facts list` names them all")
        raise click.UsageError(f"there is no fact type `{kind}`; {guess}")
    deliver(text(fact_type_report(fact_types()[kind], chosen_framework(framework_id))), output)


@facts.command()
@output_option
def schema(output: Path | None) -> None:
    """Print the JSON Schema of a pack."""
    deliver(json.dumps(pack_schema(), indent=2, sort_keys=True, ensure_ascii=False) + "\n", output)
