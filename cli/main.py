"""The entry point: the commands, and what each way of ending means.

Exit codes: 0 it ran, whatever the result; 1 a threshold that was asked for was missed; 2 usage; 3 the pack or the
framework cannot be read or is invalid; 70 a fault of ours; 130 interrupted.
"""

import gc
import importlib
import sys
import traceback
from collections.abc import Sequence
from importlib.metadata import version

import click

from cli.exit_codes import INTERNAL, INTERRUPTED, INVALID
from cli.guard import foreign_packages
from cli.near_command import NearCommand

_COMMANDS = {
    "assess": "cli.assess:assess",
    "why": "cli.why:why",
    "next": "cli.next:next_",
    "what-if": "cli.what_if:what_if",
    "fragile": "cli.fragile:fragile",
    "rules": "cli.rules:rules",
    "facts": "cli.facts:facts",
}


class _Commands(NearCommand):
    """Commands that are imported when they are called, so that none pays for another's imports."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is click's
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        command = getattr(importlib.import_module(module), name)
        return command if isinstance(command, click.Command) else None


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
@click.version_option(version("spiritlevel"), prog_name="spiritlevel")
def commands() -> None:
    """Determine which level an organisation has reached, and what is missing."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with the exit code that says how it ended."""
    # A command runs once and ends: to look for circles in what it builds takes a fifth of its time for nothing.
    gc.disable()
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    if foreign := foreign_packages():
        for name, origin in foreign.items():
            click.echo(f"package `{name}` would be loaded from {origin}, which is not part of spiritlevel", err=True)
        click.echo("help: install spiritlevel in an environment of its own", err=True)
        return INTERNAL
    try:
        return _run(arguments)
    except click.ClickException as fault:
        fault.show()
        return fault.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except Exception as fault:
        traceback.print_exception(fault)
        click.echo(f"this is a fault of spiritlevel {version('spiritlevel')}, not of your pack: {fault}", err=True)
        click.echo("help: send the lines above, and the pack if you may, to whoever gave you spiritlevel", err=True)
        return INTERNAL


def _run(arguments: Sequence[str] | None) -> int:
    from engine.model.fault import InvalidSource, describe  # noqa: PLC0415 - only after the guard

    try:
        result = commands.main(args=arguments, standalone_mode=False)
        return result if isinstance(result, int) else 0
    except InvalidSource as invalid:
        for fault in invalid.faults:
            click.echo(describe(fault), err=True)
        number = len(invalid.faults)
        click.echo(f"{number} fault{'s' if number > 1 else ''}; nothing was determined", err=True)
        return INVALID
