"""`fragile` through the whole command."""

import json
from pathlib import Path
from typing import Any

import pytest

from command_runner import EXAMPLES, SCRUTINY, installed, spiritlevel
from engine.report.fragility_json import FragilityTold
from engine.report.text import WIDTH
from theme_5 import theme_5


def said(*arguments: str | Path) -> dict[str, Any]:
    """What the command prints as JSON, which the published model accepts."""
    ended = spiritlevel("fragile", *arguments, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    found: dict[str, Any] = json.loads(ended.text)
    assert ended.text == json.dumps(found, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert FragilityTold.model_validate(found).model_dump(mode="json", by_alias=True) == found
    return found


@pytest.fixture
def reached(tmp_path: Path) -> Path:
    (tmp_path / "pack.json").write_text(theme_5(), encoding="utf-8")
    return tmp_path / "pack.json"


def test_the_single_points_of_failure_of_a_criterion() -> None:
    found = said(SCRUTINY)
    assert found["schema"] == "spiritlevel.fragility/1"
    (criterion,) = found["criteria"]
    assert criterion["id"] == "3.1.4"
    assert [one["withdrawn"] for one in criterion["facts"]["sets"]] == [["H1"], ["P1"], ["R1"]]
    assert [one["withdrawn"] for one in criterion["documents"]["sets"]] == [["D1"]]
    page = spiritlevel("fragile", SCRUTINY).text
    assert "  - any one of 3 facts: H1 / P1 / R1\n  - 1 document: D1\n" in page
    assert "No level is reached here, so none can be lost." in page


def test_what_is_named_ends_the_criterion_when_it_is_dropped() -> None:
    for fact in ("H1", "P1", "R1"):
        changed = json.loads(spiritlevel("what-if", SCRUTINY, "--drop", fact, "--format", "json").text)["verdicts"]
        assert [(one["id"], one["before"]) for one in changed] == [("3.1.4", "met")]


def test_the_calendar_names_the_day_the_fact_and_the_field() -> None:
    (day,) = said(SCRUTINY)["calendar"]
    assert day == {
        "day": "2025-06-01",
        "levels": [],
        "verdicts": [
            {
                "criterion": "3.1.4",
                "before": "met",
                "after": "unknown",
                "because": [{"fact": "P1", "field": "ended_on", "what": "lapses"}],
            }
        ],
    }
    assert (
        "    - P1 community scrutiny panel lapses: day it ended is 2025-05-31\n"
        in spiritlevel("fragile", SCRUTINY).text
    )
    for last, verdict in (("2025-05-31", "MET"), ("2025-06-01", "UNKNOWN")):
        assert spiritlevel("why", SCRUTINY, "3.1.4", "--as-at", last).text.startswith(f"3.1.4 {verdict}")


def test_what_comes_into_force_later_is_told() -> None:
    found = said(SCRUTINY, "--as-at", "2024-01-01")
    assert found["not_yet_in_force"] == [{"fact": "R1", "day": "2024-02-15", "criteria": ["3.1.4"]}]
    assert [(day["day"], [one["after"] for one in day["verdicts"]]) for day in found["calendar"]] == [
        ("2024-02-15", ["met"]),
        ("2025-06-01", ["unknown"]),
    ]
    page = spiritlevel("fragile", SCRUTINY, "--as-at", "2024-01-01").text
    assert "- R1 review of membership: from 2024-02-15; changes 3.1.4\n" in page


def test_levels_fall_with_what_carries_their_criteria(reached: Path) -> None:
    found = said(reached, "--theme", "5")
    (theme,) = found["places"]
    assert (theme["theme"], theme["level"]) == ("5", "advancing")
    held = {level["level"]: level for level in theme["levels"]}
    assert list(held) == ["advancing", "achieving", "developing"]
    alone = {level: {one["withdrawn"][0] for one in hold["facts"]["sets"]} for level, hold in held.items()}
    assert alone["developing"] < alone["achieving"] <= alone["advancing"]
    documents = [one["withdrawn"] for one in held["advancing"]["documents"]["sets"]]
    assert documents == [["D5_1_1"], ["D5_2_1"], ["D5_3_1"]]
    (last,) = [one for one in found["criteria"] if one["id"] == "5.3.1"]
    assert last["facts"]["size"] == 2
    carriers = {one["id"]: one["levels"] for one in found["carriers"]["documents"]}
    assert carriers["D5_2_1"] == [{"section": "A", "theme": "5", "before": "advancing", "after": "developing"}]
    page = spiritlevel("fragile", reached, "--theme", "5").text
    assert "- theme 5, Participation in Democracy: Advancing\n" in page
    assert "Only theme 5." in page
    assert "  - what falls: theme 5 Advancing -> none\n" in page
    assert "2 facts together, no fewer: " in page


def test_a_criterion_that_the_profile_takes_out_is_told(tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    answer = "profile: {section_60_authorised: {answer: no, reason: none was}}\n"
    pack.write_text(SCRUTINY.read_text(encoding="utf-8").replace("documents:", f"{answer}documents:"), encoding="utf-8")
    assert "3.1.7" in said(pack)["carried_by_profile"]
    assert "That rests on answers of the profile" in " ".join(spiritlevel("fragile", pack).text.split())


def test_a_section_or_a_theme_alone() -> None:
    whole, section, theme = said(SCRUTINY), said(SCRUTINY, "--section", "A"), said(SCRUTINY, "--theme", "3")
    assert section["themes"] == ["1", "2", "3", "4", "5"]
    assert theme["themes"] == ["3"]
    assert whole["criteria"] == section["criteria"] == theme["criteria"]
    assert whole["calendar"] == section["calendar"] == theme["calendar"]
    assert said(SCRUTINY, "--section", "D")["criteria"] == []
    assert "None is met." in spiritlevel("fragile", SCRUTINY, "--section", "D").text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--section", "Q"), "apcc-2024 has no section `Q`; the sections are A, B, C, D"),
        (("--theme", "33"), "apcc-2024 has no theme `33`; the themes are 1, 2, 3, "),
        (("--theme", "3", "--section", "A"), "give `--section` or `--theme`, not both"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], told: str) -> None:
    ended = spiritlevel("fragile", SCRUTINY, *arguments)
    assert (ended.code, ended.out) == (2, b"")
    assert told in ended.err


@pytest.mark.parametrize("pack", [*EXAMPLES, SCRUTINY], ids=lambda pack: pack.name)
def test_text_keeps_to_its_width_and_markdown_names_the_same_criteria(pack: Path) -> None:
    page = spiritlevel("fragile", pack).text
    assert [line for line in page.splitlines() if len(line) > WIDTH or line != line.rstrip()] == []
    marked = spiritlevel("fragile", pack, "--format", "md").text
    assert marked.startswith("# ")
    for criterion in said(pack)["criteria"]:
        assert criterion["id"] in page
        assert criterion["id"] in marked


def test_hash_order_says_nothing(reached: Path) -> None:
    arguments = ("fragile", reached, "--format", "json")
    results = {installed(*map(str, arguments), PYTHONHASHSEED=seed).out for seed in ("0", "4711")}
    assert results == {spiritlevel(*arguments).out}


def test_the_result_goes_to_the_file(tmp_path: Path) -> None:
    ended = spiritlevel("fragile", SCRUTINY, "-o", tmp_path / "result.txt")
    assert (ended.code, ended.out, ended.err) == (0, b"", "")
    assert (tmp_path / "result.txt").read_bytes() == spiritlevel("fragile", SCRUTINY).out
