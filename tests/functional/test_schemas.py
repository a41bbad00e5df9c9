"""The published schemas are those of the commands, and results are what they say and nothing else."""

import json
from collections.abc import Iterable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from command_runner import EXAMPLES, ROOT, SCRUTINY, spiritlevel
from engine.report.fragility_json import FragilityTold
from engine.report.plan_json import PlansTold
from engine.report.what_if_json import WhatIfTold
from theme_5 import theme_5

PUBLISHED: dict[str, tuple[str, type[BaseModel]]] = {
    "next": ("plan.schema.json", PlansTold),
    "what-if": ("what-if.schema.json", WhatIfTold),
    "fragile": ("fragility.schema.json", FragilityTold),
}
ASKED = {
    "next": ["--theme", "5"],
    "what-if": ["--as-at", "2030-01-01", "--answer", "deputy_employed=no"],
    "fragile": ["--as-at", "2024-01-01"],
}
ASKED_WHERE_LEVELS_ARE_REACHED = {"next": ["--theme", "6"], "what-if": ["--drop", "F00"], "fragile": []}


def said(command: str, pack: Path, asked: Iterable[str]) -> dict[str, Any]:
    ended = spiritlevel(command, pack, *asked, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    found: dict[str, Any] = json.loads(ended.text)
    return found


def objects(value: object) -> Iterator[dict[str, Any]]:
    """Every object within a result or a schema, itself among them."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(inner)


@pytest.fixture
def reached(tmp_path: Path) -> Path:
    (tmp_path / "pack.json").write_text(theme_5(), encoding="utf-8")
    return tmp_path / "pack.json"


@pytest.mark.parametrize("command", PUBLISHED)
def test_the_schema_is_the_published_one(command: str) -> None:
    file, model = PUBLISHED[command]
    ended = spiritlevel(command, "--schema")
    assert (ended.code, ended.err) == (0, "")
    assert ended.text == (ROOT / "docs" / file).read_text(encoding="utf-8")
    assert json.loads(ended.text) == model.model_json_schema(by_alias=True)


@pytest.mark.parametrize("command", PUBLISHED)
def test_every_object_of_a_schema_has_all_its_fields_and_no_others(command: str) -> None:
    schema = json.loads(spiritlevel(command, "--schema").text)
    for found in (schema, *schema["$defs"].values()):
        if found["type"] == "object":
            assert found["additionalProperties"] is False
            assert sorted(found["required"]) == sorted(found["properties"])


@pytest.mark.parametrize("command", PUBLISHED)
@pytest.mark.parametrize("pack", [*EXAMPLES, SCRUTINY], ids=lambda pack: pack.name)
def test_a_result_is_what_its_schema_says(command: str, pack: Path) -> None:
    _, model = PUBLISHED[command]
    found = said(command, pack, ASKED[command])
    assert model.model_validate(found).model_dump(mode="json", by_alias=True) == found


@pytest.mark.parametrize("command", PUBLISHED)
def test_a_result_with_levels_is_what_its_schema_says_and_nothing_else(command: str, reached: Path) -> None:
    _, model = PUBLISHED[command]
    found = said(command, reached, ASKED_WHERE_LEVELS_ARE_REACHED[command])
    assert model.model_validate(found).model_dump(mode="json", by_alias=True) == found
    for place in range(sum(1 for _ in objects(found))):
        enlarged = deepcopy(found)
        list(objects(enlarged))[place]["further"] = {}
        with pytest.raises(ValidationError):
            model.model_validate(enlarged)


def test_the_results_with_levels_have_them(reached: Path) -> None:
    tried = said("what-if", reached, ASKED_WHERE_LEVELS_ARE_REACHED["what-if"])
    themes = {theme["id"]: theme["level"] for section in tried["sections"] for theme in section["themes"]}
    assert themes["5"] == {"before": "advancing", "after": "none"}
    assert [change["id"] for change in tried["verdicts"] if change["opened"]] != []
    held = said("fragile", reached, ASKED_WHERE_LEVELS_ARE_REACHED["fragile"])
    places = {place["theme"]: [level["level"] for level in place["levels"]] for place in held["places"]}
    assert places["5"] == ["advancing", "achieving", "developing"]
