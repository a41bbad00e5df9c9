"""Efforts: the framework's own, and a file that changes some of them; every fault with its place."""

from pathlib import Path

import pytest

from engine.loading.efforts import EFFORTS_FILE, load_efforts
from engine.model.fault import InvalidSource, describe
from engine.model.plan import Efforts
from evidence_schemas.catalogue import fact_types
from rules import framework_folder, framework_ids

BASE = Efforts({"policy": 3, "training": 5}, other=4, fill=1, renew=2, finish=6, change=7, decide=8)
WHOLE = "recorded: {fill: 1, renew: 2, finish: 6, change: 7, decide: 8}\nnew: {other: 4, policy: 3, training: 5}\n"


def written(folder: Path, text: str) -> Path:
    (folder / "own.yaml").write_text(text, encoding="utf-8")
    return folder / "own.yaml"


def faults(path: Path, base: Efforts | None) -> list[str]:
    with pytest.raises(InvalidSource) as caught:
        load_efforts(path, base)
    return [describe(fault).splitlines()[0].removeprefix("own.yaml:") for fault in caught.value.faults]


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    assert load_efforts(written(tmp_path, WHOLE)) == BASE


@pytest.mark.parametrize("framework_id", framework_ids())
def test_the_efforts_of_a_framework_are_whole(framework_id: str) -> None:
    efforts = load_efforts(framework_folder(framework_id) / EFFORTS_FILE)
    assert efforts.new.keys() <= fact_types().keys()
    assert efforts.of_new("no such kind") == efforts.other
    assert efforts.fill <= min(efforts.renew, efforts.finish, efforts.change)
    assert efforts.fill < min(efforts.new.values())


def test_a_file_of_ones_own_changes_what_it_names(tmp_path: Path) -> None:
    some = written(tmp_path, "new: {policy: 9, analysis: 2}\nrecorded: {decide: 1}\n")
    found = load_efforts(some, BASE)
    assert dict(found.new) == {"policy": 9, "training": 5, "analysis": 2}
    assert (found.other, found.fill, found.renew, found.finish, found.change, found.decide) == (4, 1, 2, 6, 7, 1)
    assert dict(load_efforts(written(tmp_path, "new: {other: 20}\n"), BASE).new) == dict(BASE.new)
    assert load_efforts(written(tmp_path, "new: {other: 20}\n"), BASE).of_new("analysis") == 20


def test_without_a_base_nothing_but_kinds_may_be_left_out(tmp_path: Path) -> None:
    assert faults(written(tmp_path, "new: {policy: 1}\n"), None) == [
        "1:1: the file lacks `recorded`",
        "1:6: `new` lacks `other`",
    ]
    assert faults(written(tmp_path, WHOLE.replace("decide: 8", "decade: 8")), None) == [
        "1:11: `recorded` lacks `decide`",
        "1:53: unknown key `decade` in `recorded`",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("new: {policy: 0}\n", ["1:15: `policy` must be at least 1, found `0`"]),
        ("new: {policy: -1}\n", ["1:15: `policy` must be a whole number, found `-1`"]),
        ("new: {policy: 2.5}\n", ["1:15: `policy` must be a whole number, found `2.5`"]),
        ("new: {policy: }\n", ["1:15: `policy` must be a whole number, found nothing"]),
        ("new: [policy]\n", ["1:6: `new` must be keys with values, found a list"]),
        ("new: {dispute: 1}\n", ["1:7: no plan makes a new `dispute`"]),
        ("neu: {policy: 1}\n", ["1:1: unknown key `neu` in the file"]),
        (
            "new: {polcy: 1, other: x}\nrecorded: {fil: 1, change: []}\n",
            [
                "2:12: unknown key `fil` in `recorded`",
                "2:28: `change` must be a whole number, found a list",
                "1:7: unknown kind of fact `polcy`",
                "1:24: `other` must be a whole number, found `x`",
            ],
        ),
    ],
)
def test_every_fault_is_told_with_its_place(tmp_path: Path, text: str, told: list[str]) -> None:
    assert sorted(faults(written(tmp_path, text), BASE)) == sorted(told)
