"""What `why` prints has been read a second time; what the verifier refuses is never printed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from command_runner import SCRUTINY, spiritlevel
from engine.evaluate.fact_base import FactBase, stand_on
from evidence_schemas.pack import EvidencePack


def _without_chairs(pack: EvidencePack, as_at: date) -> FactBase:
    """A mistaken stand: no appointment of a chair is ever seen."""
    return stand_on(replace(pack, facts=tuple(f for f in pack.facts if f.kind != "chair_appointment")), as_at)


def test_a_refused_finding_ends_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The evaluators agree with one another, on facts that are not those of the pack."""
    monkeypatch.setattr("engine.determine.stand_on", _without_chairs)
    ended = spiritlevel("why", SCRUTINY, "3.1.4", "-o", tmp_path / "result")
    assert (ended.code, ended.out) == (70, b"")
    assert "the verifier refuses the finding on 3.1.4: 3.1.4.b: the facts taken are []; it needs 1 of" in ended.err
    assert "not of your pack" in ended.err
    assert list(tmp_path.iterdir()) == []


def test_a_finding_that_the_mistake_does_not_touch_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    right = spiritlevel("why", SCRUTINY, "3.1.1")
    monkeypatch.setattr("engine.determine.stand_on", _without_chairs)
    assert spiritlevel("why", SCRUTINY, "3.1.1") == right
    assert right.code == 0
