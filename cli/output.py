"""Where a result goes: to the terminal, or whole into a file."""

import os
import tempfile
from pathlib import Path

import click


def deliver(result: str, destination: Path | None) -> None:
    """Write the result to stdout, or replace the file with it; a file is never left half written."""
    if destination is None:
        click.echo(result, nl=False)
        return
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="\n", dir=destination.parent, prefix=f".{destination.name}.", delete=False
        ) as partial:
            partial.write(result)
        Path(partial.name).chmod(0o666 & ~_umask())
        Path(partial.name).replace(destination)
    except OSError as fault:
        raise click.ClickException(f"cannot write `{destination}`: {(fault.strerror or str(fault)).lower()}") from fault


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
