"""`facts`: what an evidence pack may say."""

import json
from difflib import get_close_matches
from pathlib import Path

import click

from cli.choices import chosen_framework, framework_option, output_option
from cli.output import deliver
from engine.report.fact_types_report import fact_type_report, fact_types_report
from engine.report.text import text
from evidence_schemas.catalogue import fact_types
from evidence_schemas.pack_schema import pack_schema


@click.group()
def facts() -> None:
    """Look at the fact types: what a pack may say, and in which words."""


@facts.command("list")
@output_option
def list_(output: Path | None) -> None:
    """List every fact type."""
    deliver(text(fact_types_report()), output)


@facts.command()
@click.argument("kind", metavar="KIND")
@framework_option
@output_option
def show(kind: str, framework_id: str, output: Path | None) -> None:
    """Show one fact type: its fields, their words, and the criteria that read it."""
    if kind not in fact_types():
        near = get_close_matches(kind, fact_types(), n=3)
        guess = f"; did you mean {' or '.join(f'`{name}`' for name in near)}?" if near else ""
        raise click.UsageError(f"no fact type `{kind}`{guess} (`spiritlevel facts list` names them all)")
    deliver(text(fact_type_report(fact_types()[kind], chosen_framework(framework_id))), output)


@facts.command()
@output_option
def schema(output: Path | None) -> None:
    """Print the JSON Schema of a pack."""
    deliver(json.dumps(pack_schema(), indent=2, sort_keys=True, ensure_ascii=False) + "\n", output)
