"""`fragile`: what levels and met criteria rest on, and when they lapse."""

from datetime import date
from pathlib import Path

import click

from cli.choices import (
    as_at_option,
    chosen_date,
    chosen_framework,
    chosen_themes,
    data_format_option,
    framework_option,
    opened,
    output_option,
    pack_argument,
    schema_option,
)
from cli.output import WRITERS, deliver
from engine.ageing import ageing
from engine.determine import Judge
from engine.fragility import fragility
from engine.report.canonical import canonical
from engine.report.fragility_json import fragility_json, fragility_schema
from engine.report.fragility_report import fragility_report


@click.command()
@pack_argument
@click.option("--section", metavar="SECTION", help="Only this section, such as A.")
@click.option("--theme", metavar="THEME", help="Only this theme, such as 3.")
@framework_option
@as_at_option
@data_format_option
@schema_option(fragility_schema)
@output_option
def fragile(  # noqa: PLR0913, PLR0917 - one parameter an option
    pack_path: Path,
    section: str | None,
    theme: str | None,
    framework_id: str,
    as_at: date | None,
    format_: str,
    output: Path | None,
) -> None:
    """Show which facts and documents carry the levels of PACK, and when evidence lapses.

    For each level that is reached, and each criterion that is met: the fewest facts, and the fewest documents, whose
    withdrawal ends it. Then every later day on which a verdict or a level changes if nothing is recorded or renewed.
    """
    framework = chosen_framework(framework_id)
    themes = chosen_themes(section, theme, framework)
    pack = opened(pack_path, framework)
    determination = Judge.of(framework).determine(pack, chosen_date(as_at, pack))
    found = fragility(framework, pack, determination, themes)
    ages = ageing(framework, pack, determination, themes)
    if format_ == "json":
        deliver(canonical(fragility_json(found, ages, determination, framework)), output)
    else:
        deliver(WRITERS[format_](fragility_report(found, ages, determination, pack, framework)), output)
