"""Canonical JSON: one text for one value."""

import json

import pytest

from engine.report.canonical import Json, canonical


def test_keys_are_sorted_and_letters_stand_as_they_are() -> None:
    assert canonical({"b": 1, "a": {"d": "ŷ", "c": [None, True]}}) == (
        '{\n  "a": {\n    "c": [\n      null,\n      true\n    ],\n    "d": "ŷ"\n  },\n  "b": 1\n}\n'
    )


@pytest.mark.parametrize("value", [{}, [], "", None, {"a": []}, [{"b": "c"}]])
def test_what_is_written_is_read_back(value: Json) -> None:
    assert json.loads(canonical(value)) == value


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_json_has_no_text_for_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        canonical([value])  # type: ignore[list-item]
