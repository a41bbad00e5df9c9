"""`what-if` through the whole command."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from command_runner import EXAMPLES, SCRUTINY, installed, spiritlevel
from engine.report.text import WIDTH
from engine.report.what_if_json import WhatIfTold

CHAIR = """
documents: [{id: D2, title: Minutes of the panel}]
facts:
  - id: H2
    kind: chair_appointment
    about: [P1]
    chair_is: opcc_member_or_staff
    replaces: [H1]
    source: {document: D2, locator: item 1}
"""


def said(*arguments: str | Path) -> dict[str, Any]:
    """What the command prints as JSON, which the published model accepts."""
    ended = spiritlevel("what-if", *arguments, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    found: dict[str, Any] = json.loads(ended.text)
    assert ended.text == json.dumps(found, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert WhatIfTold.model_validate(found).model_dump(mode="json", by_alias=True) == found
    return found


def assessed(pack: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(spiritlevel("assess", pack, "--format", "json").text)
    return found


@pytest.fixture
def chair(tmp_path: Path) -> Path:
    (tmp_path / "chair.yaml").write_text(CHAIR, encoding="utf-8")
    return tmp_path / "chair.yaml"


def test_every_sort_of_edit_at_once(chair: Path) -> None:
    found = said(
        SCRUTINY, "--add", chair, "--drop", "R1", "--set", "P1.status=planned", "--answer", "employees=7",
        "--as-at", "2024-06-30",
    )  # fmt: skip
    assert found["schema"] == "spiritlevel.what-if/1"
    assert [edit["edit"] for edit in found["edits"]] == ["add", "drop", "set", "answer", "as_at"]
    assert found["as_at"] == {"before": "2024-03-31", "after": "2024-06-30"}
    (change,) = [one for one in found["verdicts"] if one["id"] == "3.1.4"]
    assert (change["before"], change["after"]) == ("met", "not_met")
    assert all(0 <= cause < 5 for cause in change["causes"])
    assert {"fact": "H1", "why": "replaced", "by": ["H2"]} in found["left_out"]["after"]


def test_the_pack_after_is_the_pack_that_a_file_would_hold(chair: Path, tmp_path: Path) -> None:
    found = said(SCRUTINY, "--add", chair, "--set", "P1.scrutinises=taser,use_of_force", "--set", "R1.done_on=")
    text = SCRUTINY.read_text(encoding="utf-8")
    text = text.replace("[stop_and_search, use_of_force]", "[taser, use_of_force]").replace(
        "    done_on: 2024-02-15\n", ""
    )
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "pack.yaml").write_text(text, encoding="utf-8")
    shutil.copy(chair, folder)
    edited = assessed(folder)
    assert found["pack"]["after"] == edited["pack"]["digest"]
    before = {one["id"]: one["verdict"] for one in assessed(SCRUTINY)["criteria"]}
    after = {one["id"]: one["verdict"] for one in edited["criteria"]}
    changed = {one["id"]: (one["before"], one["after"]) for one in found["verdicts"]}
    assert changed == {id_: (before[id_], after[id_]) for id_ in before if before[id_] != after[id_]}
    assert "3.1.4" in changed


@pytest.mark.parametrize("pack", EXAMPLES, ids=lambda pack: pack.name)
def test_without_edits_nothing_changes(pack: Path) -> None:
    found = said(pack)
    assert found["pack"]["before"] == found["pack"]["after"] == assessed(pack)["pack"]["digest"]
    assert (found["edits"], found["verdicts"], found["gaps"]) == ([], [], [])
    assert "Nothing is tried, so nothing changes." in spiritlevel("what-if", pack).text


def test_a_day_alone_is_a_change() -> None:
    page = spiritlevel("what-if", SCRUTINY, "--as-at", "2025-06-01").text
    assert "As at 2024-03-31, and then as at 2025-06-01." in " ".join(page.split())
    assert "- 3.1.4 MET -> UNKNOWN: Independent community scrutiny of powers and force\n" in page
    assert "  - because the day is 2025-06-01 (was 2024-03-31)\n" in page
    assert "1 -> 0 of 10" in page
    assert "it no longer counts from 2025-06-01" in " ".join(page.split())


def test_an_edit_that_changes_no_verdict_says_so() -> None:
    page = spiritlevel("what-if", SCRUTINY, "--set", "H1.note=seen", "--answer", "employees=3").text
    assert page.count("  - changes no verdict\n") == 2
    assert "None: what is tried changes no verdict.\n" in page
    assert "No level changes, and in no theme does the number of criteria met.\n" in page
    page = spiritlevel("what-if", SCRUTINY, "--set", "P1.status=in_place").text
    assert "  - it is so already, so this changes nothing\n" in page


def test_what_is_replaced_is_told(chair: Path) -> None:
    page = spiritlevel("what-if", SCRUTINY, "--add", chair).text
    assert "- H1: does not count then; replaced by H2\n" in page
    assert "  - because H2 is added\n" in page
    assert "  - 3.1.4.b: met -> not met\n" in page


def test_what_refers_to_a_dropped_fact_is_told() -> None:
    page = spiritlevel("what-if", SCRUTINY, "--drop", "P1").text
    assert "  - H1 and R1 still name it, and name nothing then\n" in page


@pytest.mark.parametrize("pack", [*EXAMPLES, SCRUTINY], ids=lambda pack: pack.name)
def test_text_keeps_to_its_width_and_markdown_says_the_same(pack: Path) -> None:
    edits = ["--as-at", "2030-01-01", "--answer", "deputy_employed=no"]
    page = spiritlevel("what-if", pack, *edits).text
    assert [line for line in page.splitlines() if len(line) > WIDTH or line != line.rstrip()] == []
    marked = spiritlevel("what-if", pack, *edits, "--format", "md").text
    assert marked.startswith("# ")
    assert "".join(page.split()).count("deputy_employed") == "".join(marked.split()).count("deputy_employed")


def test_the_record_is_not_touched_and_the_result_goes_to_the_file(tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_bytes(SCRUTINY.read_bytes())
    ended = spiritlevel("what-if", pack, "--drop", "P1", "-o", tmp_path / "result.txt")
    assert (ended.code, ended.out, ended.err) == (0, b"", "")
    assert (tmp_path / "result.txt").read_bytes() == spiritlevel("what-if", SCRUTINY, "--drop", "P1").out
    assert pack.read_bytes() == SCRUTINY.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pack.yaml", "result.txt"]


def test_hash_order_says_nothing(chair: Path) -> None:
    arguments = ("what-if", SCRUTINY, "--add", chair, "--drop", "P1", "--format", "json")
    results = {installed(*map(str, arguments), PYTHONHASHSEED=seed).out for seed in ("0", "4711")}
    assert results == {spiritlevel(*arguments).out}


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        (("--drop", "P7"), ["the pack has no fact `P7`; write one of `H1`, `P1`, `R1`"]),
        (("--set", "H1.chair_si=x"), ["has no field `chair_si`; did you mean `chair_is`?"]),
        (("--set", "P1.scrutinises=taser,use_of_forse"), ["the word `use_of_forse`; did you mean `use_of_force`?"]),
        (("--answer", "deputy=no"), ["the profile has no question `deputy`; write one of `employees`, "]),
        (("--as-at", "2024-02-30"), ["`2024-02-30` is not a date that exists"]),
        (("--drop", "P7", "--set", "P1", "--answer", "x"), ["fact `P7`", "`P1` sets nothing", "`x` answers nothing"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_an_edit_that_makes_no_pack_is_wrong_usage(edits: tuple[str, ...], told: list[str]) -> None:
    ended = spiritlevel("what-if", SCRUTINY, *edits)
    assert (ended.code, ended.out) == (2, b"")
    assert all(one in ended.err for one in told)
    assert "Traceback" not in ended.err


def test_every_fault_of_the_files_to_add_is_told_with_its_place(tmp_path: Path) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.json"
    one.write_text(
        "organisation: Elsewhere\nfacts:\n  - {id: P1, kind: scrutiny_panel, source: {document: D1, locator: p 1}}\n"
        "  - {id: H9, kind: chair_apointment, source: {document: D9, locator: p 1}}\n"
        "  - {id: H8, kind: chair_appointment, about: [P8], source: {document: D1, locator: p 1}}\n"
        "  - {id: X1, kind: dispute, disputes: [3.1.44], source: {document: D1, locator: p 1}}\n",
        encoding="utf-8",
    )
    two.write_text('{"documents": [{"id": "D1", "title": "Another"}]}', encoding="utf-8")
    ended = spiritlevel("what-if", SCRUTINY, "--add", one, "--add", two)
    assert (ended.code, ended.out) == (3, b"")
    assert [line.partition(": ")[::2] for line in ended.err.splitlines() if line.startswith(("one.", "two."))] == [
        ("one.yaml:1:1", "a file of facts to add has no `organisation`"),
        ("one.yaml:3:10", "the id `P1` is given twice"),
        ("one.yaml:4:20", "unknown kind of fact `chair_apointment`"),
        ("one.yaml:4:57", "no document has the id `D9`"),
        ("one.yaml:5:47", "no fact has the id `P8`"),
        ("two.json:1:1", "this file adds no fact"),
        ("two.json:1:23", "the id `D1` is given twice"),
    ]
    lines = one.read_text(encoding="utf-8").splitlines()
    one.write_text(f"{lines[1]}\n{lines[5]}\n", encoding="utf-8")
    ended = spiritlevel("what-if", SCRUTINY, "--add", one)
    assert ended.code == 3
    assert ended.err.startswith("one.yaml:2:40: unknown criterion `3.1.44`\n")


def test_a_file_to_add_that_is_not_there_is_named() -> None:
    ended = spiritlevel("what-if", SCRUTINY, "--add", "absent.yaml")
    assert (ended.code, ended.out) == (3, b"")
    assert ended.err.startswith("absent.yaml: this file does not exist\n")


def test_a_file_of_the_same_name_as_the_packs_is_no_matter(tmp_path: Path) -> None:
    same = tmp_path / SCRUTINY.name
    same.write_text(CHAIR, encoding="utf-8")
    assert [edit["fact"] for edit in said(SCRUTINY, "--add", same)["edits"]] == ["H2"]
