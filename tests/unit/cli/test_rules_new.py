"""`rules new` writes drafts that cannot pass for finished rules, and never over what is there."""

import shutil
from pathlib import Path

import pytest

from cli.main import run
from engine.loading.frameworks import load_framework
from engine.model.fault import InvalidFramework
from rules import framework_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "apcc-2024"
    shutil.copytree(framework_folder("apcc-2024"), copy)
    for path in copy.glob("theme-03/3.1.4.*"):
        path.unlink()
    return copy


def test_both_files_are_written_and_the_draft_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "new", "3.1.4", "--into", str(folder)]) == 0
    assert capsys.readouterr().out == "theme-03/3.1.4.yaml\ntheme-03/3.1.4.cases.yaml\n"
    with pytest.raises(InvalidFramework) as caught:
        load_framework(folder)
    assert "unknown fact type `KIND`" in [fault.message for fault in caught.value.faults]


def test_what_is_there_is_never_overwritten(folder: Path) -> None:
    before = (folder / "theme-03" / "3.1.5.yaml").read_bytes()
    assert run(["rules", "new", "3.1.5", "--into", str(folder)]) == 2
    assert (folder / "theme-03" / "3.1.5.yaml").read_bytes() == before


def test_an_unpublished_criterion_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "new", "3.1.99", "--into", str(folder)]) == 2
    assert "has no paragraph `3.1.99`" in capsys.readouterr().err
