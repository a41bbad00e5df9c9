"""Law 11: no clock, locale, hash order, path or machine name in a result."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

from hypothesis import given

from strategies import Case, cases

ROOT = Path(__file__).parents[2]
PROGRAM = """
import pickle, sys
from engine.determine import Judge
from engine.model.framework import Framework
from engine.report.canonical import canonical
from engine.report.determination_json import determination_json
for fields, pack, as_at in pickle.load(sys.stdin.buffer):
    framework = Framework(**fields)
    found = Judge.of(framework).determine(pack, as_at)
    sys.stdout.buffer.write(canonical(determination_json(found, framework)).encode())
"""


def determine_elsewhere(drawn: bytes, where: Path, **environment: str) -> bytes:
    """The bytes that a process of its own makes of the cases."""
    inherited = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PROGRAM]
    return subprocess.run(  # noqa: S603
        command, input=drawn, capture_output=True, check=True, cwd=where, env=inherited | environment
    ).stdout


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    drawn: list[Case] = []

    @given(cases())
    def collect(case: Case) -> None:
        drawn.append(case)

    collect()
    plain = [({**vars(case.framework)}, case.pack, case.as_at) for case in drawn[:300]]
    for fields, _, _ in plain:
        del fields["by_id"]
    data = pickle.dumps(plain)
    here = determine_elsewhere(data, ROOT, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    there = determine_elsewhere(data, tmp_path, PYTHONHASHSEED="2", TZ="Pacific/Auckland", LC_ALL="C")
    assert here.count(b'"schema": "spiritlevel.determination/1"') == len(plain)
    assert here == there
    assert not any(word.encode() in here for word in (str(ROOT), str(tmp_path)))
