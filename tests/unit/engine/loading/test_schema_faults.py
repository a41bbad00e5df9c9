"""Every refusal that a schema can make has a sentence, and no sentence is spare."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

import evidence_schemas
from engine.loading.schema_faults import PATTERNS, SENTENCES, pattern_of, validate
from engine.loading.source_text import parse
from evidence_schemas.catalogue import fact_types
from evidence_schemas.field import Target
from evidence_schemas.pack import Claim, NotHeld, PackHeader, SourceDocument

FACT_MODELS: tuple[type[BaseModel], ...] = tuple(described.model for described in fact_types().values())
MODELS: tuple[type[BaseModel], ...] = (*FACT_MODELS, PackHeader, SourceDocument, Claim, NotHeld)

# What each sort of schema refuses in data that are made of text, lists, mappings and nothing else.
REFUSALS: dict[str, set[str]] = {
    "model": {"model_type"},
    "model-fields": {"missing", "extra_forbidden"},
    "str": {"string_type"},
    "enum": {"enum"},
    "literal": {"literal_error"},
    "frozenset": {"frozen_set_type"},
    "tuple": {"tuple_type"},
    "int": {"int_type", "int_parsing", "int_parsing_size"},
    "decimal": {"decimal_type", "decimal_parsing", "finite_number"},
    # The words of functions are found in the source, below.
    "function-plain": set(),
    "function-before": set(),
    "function-after": set(),
    "no-info": set(),
    "model-field": set(),
    "default": set(),
    "nullable": set(),
    "definitions": set(),
    "definition-ref": set(),
    "bool": set(),
    "union": set(),
    # The loader reads `as_at` itself.
    "date": set(),
}
CONSTRAINTS = {
    ("str", "min_length"): "string_too_short",
    ("str", "max_length"): "string_too_long",
    ("str", "pattern"): "string_pattern_mismatch",
    ("frozenset", "min_length"): "too_short",
    ("tuple", "min_length"): "too_short",
    ("int", "ge"): "greater_than_equal",
    ("int", "le"): "less_than_equal",
    ("decimal", "decimal_places"): "decimal_max_places",
    ("decimal", "ge"): "greater_than_equal",
    ("decimal", "gt"): "greater_than",
    ("decimal", "le"): "less_than_equal",
}
NOT_REFUSING = {"strip_whitespace"}


def schemas(model: type[BaseModel]) -> Iterator[dict[str, Any]]:
    """Every schema within that of a model."""
    model.model_rebuild()
    waiting: list[object] = [model.__pydantic_core_schema__]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            if isinstance(node.get("type"), str):
                yield node
            waiting.extend(value for key, value in node.items() if key not in {"metadata", "serialization", "cls"})
        elif isinstance(node, list | tuple):
            waiting.extend(node)


def custom_words() -> set[str]:
    """The words of the refusals that the schemas make themselves."""
    folder = Path(evidence_schemas.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    return set(re.findall(r'PydanticCustomError\(\s*"(\w+)"', source))


def test_every_refusal_has_a_sentence_and_every_sentence_a_refusal() -> None:
    reachable = custom_words()
    for model in MODELS:
        for schema in schemas(model):
            reachable |= REFUSALS[schema["type"]]
            reachable |= {
                CONSTRAINTS[sort, key] for sort, key in CONSTRAINTS if sort == schema["type"] and key in schema
            }
    assert reachable == set(SENTENCES)


@pytest.mark.parametrize("sort", ["str", "frozenset", "tuple", "int", "decimal"])
def test_no_constraint_is_overlooked(sort: str) -> None:
    known = {key for of, key in CONSTRAINTS if of == sort} | NOT_REFUSING | {"type", "metadata", "ref"}
    structure = {"items_schema", "variadic_item_index", "allow_inf_nan"}
    stated = {key for model in MODELS for schema in schemas(model) if schema["type"] == sort for key in schema}
    assert stated <= known | structure


def test_every_pattern_has_words() -> None:
    patterns = {schema["pattern"] for model in MODELS for schema in schemas(model) if "pattern" in schema}
    assert patterns == set(PATTERNS)


TEXTS = st.sampled_from(
    ["", " ", "F1", "9", "-1", "1.5", "nan", "1e999999999", "9" * 5000, "x" * 600, "in_place", "2022"]
)
PLAIN = st.recursive(
    st.none() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["from", "to", "value", "x"]), inner),
    max_leaves=6,
)


@given(model=st.sampled_from(MODELS), data=st.data())
def test_no_data_are_refused_without_a_sentence(model: type[BaseModel], data: st.DataObject) -> None:
    names = [field.alias or name for name, field in model.model_fields.items()]
    plain = data.draw(st.dictionaries(st.sampled_from([*names, "colour"]), PLAIN, max_size=6) | PLAIN)
    assert refusals(model, plain) <= DATES | set(SENTENCES)


def refusals(model: type[BaseModel], plain: object) -> set[str]:
    try:
        model.model_validate(plain)
    except ValidationError as error:
        return {refusal["type"] for refusal in error.errors()}
    return set()


# The loader reads `as_at` before the schema does.
DATES = {"date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"}
FORBIDDEN = re.compile(r"pydantic|validat|instance|dict|tuple|frozenset|None|Input|str\b|int\b|input", re.IGNORECASE)


TARGET = PATTERNS[pattern_of(Target)]


def faults_of(text: str, model: type[BaseModel]) -> list[str]:
    node, faults = parse(text.encode(), "pack.yaml")
    assert node is not None
    assert not faults
    _, refused = validate(node, model, "this fact", "elsewhere")
    return [f"{fault.place.line}:{fault.place.column} {fault.message}; {fault.help}" for fault in refused]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("disputes: []", "1:11 an empty list says nothing; record what the source says"),
        ("disputes: [7]", f"1:12 each member of `disputes` must be {TARGET[0]}, found `7`; {TARGET[1]}"),
        ("disputes:\n- F1\n- ~", "3:3 each member of `disputes` must be text, found nothing; None"),
        ("disputes: {F1: wrong}", "1:11 `disputes` must be a list, found keys with values; begin each item with `- `"),
        ("{disputes: [F1], sais: wrong}", "1:18 this fact has no field `sais`; did you mean `says`?"),
        ("{source: {x: 1}}", "1:11 `source` has no field `x`; write one of `document`, `locator`, `quote`"),
        ("{raised_by: [chair]}", "1:13 `raised_by` must be one word, found a list; write `raised_by: chair`"),
        ("{disputes: [F1], raised_by: martian}", "1:29 `raised_by` does not know the word `martian`; elsewhere"),
        ("{source: {locator: p1}}", "1:10 `source` lacks `document`; add `document: ...`"),
        ("{disputes: [F1], source: {documnt: D1}}", "1:27 `source` has no field `documnt`; did you mean `document`?"),
        ("{disputes: [F1], period: {from: 2022}}", "1:26 `period` lacks `to`; add `to: ...`"),
        ("{disputes: [F1], note: ' '}", "1:24 `note` is empty; leave the field out, or write the text"),
    ],
)  # fmt: skip
def test_a_fault_stands_where_the_value_is(text: str, told: str) -> None:
    assert told in faults_of(text, fact_types()["dispute"].model)


def test_a_list_whose_only_value_is_refused_is_not_called_empty() -> None:
    text = "points:\n- {period: {from: 2021, to: 2021}, value: many}"
    told = faults_of(text, fact_types()["data_series"].model)
    assert not [fault for fault in told if "empty list" in fault]
    assert [fault for fault in told if fault.startswith("2:43 `value` must be a number, found `many`")]


@given(model=st.sampled_from(FACT_MODELS), data=st.data())
def test_messages_are_plain_sentences(model: type[BaseModel], data: st.DataObject) -> None:
    names = [field.alias or name for name, field in model.model_fields.items()]
    field, written = (
        data.draw(st.sampled_from(names)),
        data.draw(st.sampled_from(["~", "[]", "[~]", "{}", "'?'", "[[x]]"])),
    )
    for told in faults_of(f"{field}: {written}", model):
        without_names = re.sub(r"`[^`]*`", "", told.removesuffix("; None"))
        assert not FORBIDDEN.search(without_names)
        assert not without_names.endswith(".")
