"""What no fact type at hand has: a field that holds yes or no. All else is among the cases in `tests/notation`."""

import dataclasses
from types import MappingProxyType

from engine.loading.conditions import ConditionReader
from engine.loading.node_reader import NodeReader
from engine.loading.source_text import parse
from engine.loading.word_lists import WordReader
from engine.model.condition import Condition, Is
from evidence_schemas.catalogue import FieldType, fact_types

AGREED = FieldType("agreed", "whether it was agreed", "yes_no", None, topic=False, dating=None)
KIND = dataclasses.replace(fact_types()["policy"], fields=MappingProxyType({"agreed": AGREED}))


def read(text: str) -> tuple[tuple[Condition, ...], list[str]]:
    node, faults = parse(text.encode(), "where.yaml")
    assert not faults
    reader = NodeReader()
    conditions = ConditionReader(WordReader(reader, {}), KIND).where(node)
    return conditions, [f"{fault.place.column}: {fault.message}; {fault.help}" for fault in reader.faults]


def test_yes_and_no_are_words() -> None:
    assert read("agreed: {is: yes}") == ((Condition("agreed", Is("yes"), topic=False),), [])
    assert read("agreed: {is: no}") == ((Condition("agreed", Is("no"), topic=False),), [])


def test_no_other_word_is_yes_or_no() -> None:
    assert read("agreed: {is: true}")[1] == ["14: unknown answer `true`; write one of `yes`, `no`"]


def test_only_is_and_recorded_fit() -> None:
    message = "10: `at_least` does not fit `agreed`, which holds yes or no; `agreed` takes `is`, `recorded`"
    assert read("agreed: {at_least: yes}")[1] == [message]
