"""Runs the command line: in this process where that says enough, as an installed command where it does not."""

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from cli.main import run

ROOT = Path(__file__).parents[1]
COMMAND = Path(sys.executable).with_name("spiritlevel")
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/pack.yaml"))
CLEVELAND = ROOT / "examples" / "cleveland-2021-22"
OWN_PACKS = Path(__file__).parent / "functional" / "packs"
SCRUTINY = OWN_PACKS / "scrutiny.yaml"


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode("utf-8")


def spiritlevel(*arguments: str | Path) -> Ended:
    """Run a command in this process, through the same door as the installed one."""
    out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run([str(argument) for argument in arguments])
    out.flush()
    buffer = out.buffer
    assert isinstance(buffer, io.BytesIO)
    return Ended(code, buffer.getvalue(), err.getvalue())


def installed(*arguments: str | Path, cwd: Path = ROOT, stdout: int = subprocess.PIPE, **environment: str) -> Ended:
    """Run the installed command as a process of its own, with these environment variables on top."""
    ended = subprocess.run(  # noqa: S603 - the command under test
        [COMMAND, *arguments],
        cwd=cwd,
        env=environment_with(environment),
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
    )
    return Ended(ended.returncode, ended.stdout or b"", ended.stderr.decode("utf-8", errors="replace"))


def environment_with(more: Mapping[str, str]) -> dict[str, str]:
    """The environment of this process without what would change how Python starts, and with `more`."""
    return {**{name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}, **more}
