"""`rules`: the framework itself."""

from pathlib import Path

import click

from cli.choices import chosen_criterion, chosen_framework, format_option, framework_option, output_option
from cli.exit_codes import INVALID
from cli.near_command import NearCommand
from cli.output import WRITERS, deliver
from engine.check_rules import check_rules, compare_editions
from engine.graph import dependency_graph
from engine.loading.catalogue import load_catalogue, load_edition
from engine.loading.frameworks import CASES_SUFFIX
from engine.report.check_report import check_report, edition_report
from engine.report.graph_drawing import dot, mermaid, restrict, svg
from engine.report.rule_report import readings_report, rule_report, rules_report
from engine.report.text import text
from engine.scaffold import case_draft, rule_draft
from rules import framework_folder

_DRAWINGS = {"dot": dot, "mermaid": mermaid, "svg": svg}


@click.group(cls=NearCommand)
def rules() -> None:
    """Look at the framework: its criteria as rules, and what depends on what."""


@rules.command("list")
@framework_option
@output_option
def list_(framework_id: str, output: Path | None) -> None:
    """List the criteria that are encoded."""
    deliver(text(rules_report(chosen_framework(framework_id))), output)


@rules.command()
@click.argument("criterion", metavar="CRITERION")
@framework_option
@output_option
def show(criterion: str, framework_id: str, output: Path | None) -> None:
    """Show one rule in plain words, beside the locator of its paragraph."""
    framework = chosen_framework(framework_id)
    deliver(text(rule_report(chosen_criterion(criterion, framework), framework)), output)


@rules.command()
@framework_option
@format_option
@output_option
def readings(framework_id: str, format_: str, output: Path | None) -> None:
    """Print the register of readings: how every vague word was taken."""
    deliver(WRITERS[format_](readings_report(chosen_framework(framework_id))), output)


@rules.command()
@click.argument("criterion", metavar="CRITERION")
@framework_option
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder of the framework; by default the one that spiritlevel runs from.",
)
def new(criterion: str, framework_id: str, into: Path | None) -> None:
    """Begin a criterion: write its rule file and its case file, to be filled in."""
    folder = into or framework_folder(framework_id)
    paragraph = load_catalogue(folder).paragraphs.get(criterion)
    if paragraph is None:
        raise click.UsageError(f"the catalogue of {folder.name} has no paragraph `{criterion}`")
    home = folder / f"theme-{criterion.split('.', maxsplit=1)[0]:0>2}"
    drafts = {
        home / f"{criterion}.yaml": rule_draft(criterion, paragraph.sha256),
        home / f"{criterion}{CASES_SUFFIX}": case_draft(),
    }
    for path in drafts:
        if path.exists():
            raise click.UsageError(f"`{path.name}` exists already; nothing was written")
    home.mkdir(exist_ok=True)
    for path, draft in drafts.items():
        deliver(draft, path)
        click.echo(f"{home.name}/{path.name}")


@rules.command()
@framework_option
@click.option(
    "--edition",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Compare with the paragraphs of another edition (JSON) instead.",
)
@output_option
def check(framework_id: str, edition: Path | None, output: Path | None) -> int:
    """Prove the rule set; exits with 3 where something cannot be proven."""
    framework = chosen_framework(framework_id)
    catalogue = load_catalogue(framework_folder(framework_id))
    if edition is not None:
        changes = compare_editions(catalogue, load_edition(edition))
        deliver(text(edition_report(framework, changes)), output)
        return 0
    faults = check_rules(framework, catalogue)
    deliver(text(check_report(framework, faults)), output)
    return INVALID if faults else 0


@rules.command()
@framework_option
@click.option("--format", "format_", type=click.Choice(list(_DRAWINGS)), default="dot", show_default=True)
@click.option("--theme", metavar="THEME", help="Only what this theme needs, such as 3.")
@output_option
def graph(framework_id: str, format_: str, theme: str | None, output: Path | None) -> None:
    """Draw what is needed for what: kinds of facts, clauses, criteria, levels, themes, sections."""
    drawn = dependency_graph(chosen_framework(framework_id))
    if theme is not None:
        try:
            drawn = restrict(drawn, theme)
        except LookupError as unknown:
            raise click.UsageError(str(unknown.args[0])) from unknown
    deliver(_DRAWINGS[format_](drawn), output)
