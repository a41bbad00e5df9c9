"""Stored rule files: each in `good` loads to the values beside it, each in `bad` is refused with the words beside it.

A case is a file or a folder. A folder holds a whole framework. A file whose name begins with `framework` is a framework
file by itself; any other file is the criterion 1.1.1 of the framework in `framework.yaml`.
"""

import ast
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import pytest

import engine.loading
from engine.loading.canonical import canonical
from engine.loading.frameworks import read_framework
from engine.model.fault import InvalidFramework

if TYPE_CHECKING:
    from _typeshed import TraceFunction

HERE = Path(__file__).parent
LOADING = Path(engine.loading.__path__[0])
MODULES = (
    "applicability",
    "clauses",
    "conditions",
    "criterion_file",
    "framework_file",
    "frameworks",
    "joins",
    "node_reader",
    "word_lists",
)


def cases(folder: str) -> list[Path]:
    return sorted(path for path in (HERE / folder).iterdir() if path.suffix != ".expected")


def files_of(case: Path) -> Mapping[str, bytes]:
    if case.is_dir():
        return {path.relative_to(case).as_posix(): path.read_bytes() for path in case.rglob("*") if path.is_file()}
    if case.name.startswith("framework"):
        return {"framework.yaml": case.read_bytes()}
    return {"framework.yaml": (HERE / "framework.yaml").read_bytes(), "theme-01/1.1.1.yaml": case.read_bytes()}


def expected(case: Path) -> str:
    return (case.parent / f"{case.stem}.expected").read_text(encoding="utf-8")


def pretty(value: object) -> str:
    return json.dumps(json.loads(canonical(value)), ensure_ascii=False, indent=1) + "\n"


def refused(case: Path) -> InvalidFramework:
    with pytest.raises(InvalidFramework) as caught:
        read_framework(files_of(case))
    return caught.value


@pytest.mark.parametrize("case", cases("good"), ids=lambda case: case.stem)
def test_good(case: Path) -> None:
    framework = read_framework(files_of(case))
    whole = case.is_dir() or case.name.startswith("framework")
    assert pretty(framework if whole else framework.by_id["1.1.1"]) == expected(case)


@pytest.mark.parametrize("case", cases("bad"), ids=lambda case: case.stem)
def test_bad(case: Path) -> None:
    fault = refused(case)
    assert str(fault) + "\n" == expected(case)
    assert len(fault.faults) == 1 or case.name == "several_faults_in_several_files"


@pytest.mark.parametrize("folder", ["good", "bad"])
def test_every_expectation_has_its_case(folder: str) -> None:
    stems = {case.stem for case in cases(folder)}
    assert {path.stem for path in (HERE / folder).glob("*.expected")} == stems


def test_every_fault_of_the_loader_is_among_the_bad_cases() -> None:
    places = {place for module in MODULES for place in fault_places(LOADING / f"{module}.py")}
    assert len(places) > 40
    run = lines_run_by_bad_cases()
    assert sorted(place for place in places if place not in run) == []


def fault_places(path: Path) -> Iterator[tuple[str, int]]:
    """The lines of a module on which a fault is noted."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in {"note", "Fault"}:
                yield str(path), node.lineno


def lines_run_by_bad_cases() -> set[tuple[str, int]]:
    run: set[tuple[str, int]] = set()

    def note_line(frame: FrameType, event: str, _: object) -> "TraceFunction | None":
        if not frame.f_code.co_filename.startswith(str(LOADING)):
            return None
        if event == "line":
            run.add((frame.f_code.co_filename, frame.f_lineno))
        return note_line

    before = sys.gettrace()
    sys.settrace(note_line)
    try:
        for case in cases("bad"):
            refused(case)
    finally:
        sys.settrace(before)
    return run
