"""Options that several commands share, and the framework, pack and date that they choose."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from cli.output import WRITERS
from engine.loading.additions import load_enlarged
from engine.loading.frameworks import load_framework
from engine.loading.pack_checks import faults_against
from engine.loading.packs import LoadedPack, load_pack
from engine.loading.spelling import hint
from engine.model.criterion import Criterion
from engine.model.fault import InvalidPack
from engine.model.framework import Framework
from evidence_schemas.pack import EvidencePack
from rules import framework_folder, framework_ids

CommandT = TypeVar("CommandT", bound=Callable[..., object])

DEFAULT_FRAMEWORK = "apcc-2024"


class Day(click.ParamType[date]):
    """A full date, such as 2022-03-31."""

    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the date; fails with a usage message on days that do not exist."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"`{value}` is not a date that exists; write it as 2022-03-31", param, ctx)


def framework_option(command: CommandT) -> CommandT:
    """Add `--framework`."""
    return click.option(
        "--framework",
        "framework_id",
        default=DEFAULT_FRAMEWORK,
        show_default=True,
        type=click.Choice(framework_ids()),
        help="The framework to judge against.",
    )(command)


def format_option(command: CommandT) -> CommandT:
    """Add `--format` with the formats of running text."""
    return click.option(
        "--format", "format_", type=click.Choice(list(WRITERS)), default="text", show_default=True, help="The format."
    )(command)


def data_format_option(command: CommandT) -> CommandT:
    """Add `--format` with the formats of running text, and JSON."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice([*WRITERS, "json"]),
        default="text",
        show_default=True,
        help="The format.",
    )(command)


def schema_option(schema: Callable[[], dict[str, object]]) -> Callable[[CommandT], CommandT]:
    """Add `--schema`, which prints the JSON Schema of the result as data and asks for no pack."""

    def printed(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
        if wanted:
            click.echo(json.dumps(schema(), indent=2, sort_keys=True))
            ctx.exit()

    def added(command: CommandT) -> CommandT:
        return click.option(
            "--schema",
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=printed,
            help="Print the JSON Schema of `--format json` and leave.",
        )(command)

    return added


def output_option(command: CommandT) -> CommandT:
    """Add `-o`."""
    return click.option(
        "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the result to this file."
    )(command)


def as_at_option(command: CommandT) -> CommandT:
    """Add `--as-at`."""
    return click.option("--as-at", type=Day(), help="The date to determine for; by default the pack's.")(command)


def pack_argument(command: CommandT) -> CommandT:
    """Add the argument `PACK`."""
    return click.argument("pack_path", metavar="PACK", type=click.Path(path_type=Path))(command)


def chosen_framework(framework_id: str) -> Framework:
    """Load a framework that comes with spiritlevel."""
    return load_framework(framework_folder(framework_id))


def chosen_date(as_at: date | None, pack: EvidencePack) -> date:
    """Take the date given, or else the pack's; there is no other: the clock is never asked."""
    if as_at is not None:
        return as_at
    if pack.as_at is None:
        raise click.UsageError("the pack gives no as-at date; add `as_at:` to it, or give `--as-at 2022-03-31`")
    return pack.as_at


def opened(pack_path: Path, framework: Framework) -> EvidencePack:
    """Load a pack and check what it says of the framework; raises InvalidPack with every fault."""
    return _checked(load_pack(pack_path), framework)


def opened_enlarged(pack_path: Path, additions: Sequence[Path], framework: Framework) -> EvidencePack:
    """Load a pack with the facts of further files added, checked as one; raises InvalidPack with every fault."""
    return _checked(load_enlarged(pack_path, additions), framework)


def _checked(loaded: LoadedPack, framework: Framework) -> EvidencePack:
    faults = faults_against(loaded, framework)
    if faults:
        raise InvalidPack(faults)
    return loaded.pack


def chosen_criterion(criterion: str, framework: Framework) -> Criterion:
    """Find an encoded criterion; fails with a usage message that suggests near ids."""
    if criterion not in framework.by_id:
        guess = hint(criterion, framework.by_id, "`spiritlevel rules list` names them all")
        raise click.UsageError(f"`{criterion}` is not an encoded criterion of {framework.id}; {guess}")
    return framework.by_id[criterion]


def chosen_themes(section: str | None, theme: str | None, framework: Framework) -> frozenset[str]:
    """The themes of a section, one theme, or all where neither is given; fails with a usage message on unknown ones."""
    if section is not None and theme is not None:
        raise click.UsageError("give `--section` or `--theme`, not both")
    known = [one.id for one in framework.sections] if section is not None else [one.id for one in framework.themes]
    asked = section if section is not None else theme
    if asked is not None and asked not in known:
        what = "section" if section is not None else "theme"
        raise click.UsageError(f"{framework.id} has no {what} `{asked}`; the {what}s are {', '.join(known)}")
    return frozenset(one.id for one in framework.themes if section in {None, one.section} and theme in {None, one.id})
