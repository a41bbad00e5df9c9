"""Where a result goes: to stdout, or whole into a file; always as UTF-8 with plain line ends, whatever the locale."""

import os
import sys
import tempfile
from pathlib import Path

import click

from engine.report.markdown import markdown
from engine.report.text import text

WRITERS = {"text": text, "md": markdown}
"""The writers of reports in running text, by the name of their format."""


class CannotWrite(click.ClickException):
    """The result was made, and the place that was chosen for it does not take it."""

    exit_code = 2


def deliver(result: str, destination: Path | None) -> None:
    """Write the result to stdout, or replace the file with it; a file is never left half written."""
    if destination is None:
        _print(result.encode())
        return
    try:
        _write(result.encode(), destination)
    except OSError as fault:
        raise CannotWrite(f"cannot write `{destination}`: {_reason(fault)}") from fault


def _print(result: bytes) -> None:
    try:
        click.echo(result, nl=False)
    except OSError as fault:
        # What was not taken stays in the stream, and Python would complain of it once more when it closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(fault, BrokenPipeError):  # a reader who has had enough is no fault
            raise CannotWrite(f"cannot write the result to stdout: {_reason(fault)}") from fault


def _write(result: bytes, destination: Path) -> None:
    if destination.exists() and not destination.is_file():
        # A device or a pipe is written to: a file in its place would take it away from everybody else.
        destination.write_bytes(result)
        return
    destination = destination.resolve()  # a link stays, and the file that it leads to is replaced
    with tempfile.NamedTemporaryFile(dir=destination.parent, prefix=f".{destination.name}.", delete=False) as partial:
        path = Path(partial.name)
        try:
            partial.write(result)
            partial.close()
            path.chmod(0o666 & ~_umask())
            path.replace(destination)
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def _reason(fault: OSError) -> str:
    return (fault.strerror or str(fault)).lower()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
