"""Each document, fact, claim and disclosed absence of a pack read on its own, beside the node that it was read from."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from pydantic import BaseModel

from engine.loading.node_reader import NodeReader, found
from engine.loading.pack_layout import PackLayout
from engine.loading.schema_faults import validate
from engine.loading.source_text import Mapping, Node, Scalar
from evidence_schemas.catalogue import fact_types
from evidence_schemas.fact import Fact, Frozen
from evidence_schemas.pack import Claim, NotHeld, PackHeader, SourceDocument

ValueT = TypeVar("ValueT", bound=BaseModel)
ModelT = TypeVar("ModelT", bound=Frozen)

_KINDS_ARE_LISTED = "`spiritlevel facts list` lists the kinds"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Record(Generic[ValueT]):
    """A value, None where its fields are at fault, and its node, whose id counts all the same."""

    value: ValueT | None
    node: Node

    @property
    def id(self) -> str | None:
        """The id as it is written."""
        return text_of(self.node, "id")


@dataclass(frozen=True, slots=True)
class PackRecords:
    """All that stands in a pack, as far as it could be read."""

    header: Record[PackHeader] | None
    as_at: date | None
    documents: tuple[Record[SourceDocument], ...]
    facts: tuple[Record[Fact], ...]
    claims: tuple[Record[Claim], ...]
    not_held: tuple[Record[NotHeld], ...]


def read_records(reader: NodeReader, layout: PackLayout) -> PackRecords:
    """Check every part of the pack against its schema."""
    return PackRecords(
        header=_header(reader, layout.header) if layout.header is not None else None,
        as_at=_as_at(reader, layout.header) if layout.header is not None else None,
        documents=tuple(_record(reader, node, SourceDocument, "this document") for node in layout.documents),
        facts=tuple(_fact(reader, node) for node in layout.facts),
        claims=tuple(_claim(reader, node) for node in layout.claims),
        not_held=tuple(_not_held(reader, node) for node in layout.not_held),
    )


def value_of(node: Node | None, key: str) -> Node | None:
    """What stands under a key, None where nothing does."""
    if not isinstance(node, Mapping):
        return None
    return next((entry.value for entry in node.entries if entry.key.text == key), None)


def text_of(node: Node | None, key: str) -> str | None:
    """The single value under a key as it is written, None where there is none."""
    value = value_of(node, key)
    return value.text if isinstance(value, Scalar) else None


def _record(reader: NodeReader, node: Node, model: type[ModelT], what: str) -> Record[ModelT]:
    value, faults = validate(node, model, what)
    reader.faults.extend(faults)
    return Record(value, node)


def _header(reader: NodeReader, header: Mapping) -> Record[PackHeader]:
    undated = Mapping(tuple(entry for entry in header.entries if entry.key.text != "as_at"), header.place)
    return Record(_record(reader, undated, PackHeader, "the header of the pack").value, header)


def _as_at(reader: NodeReader, header: Mapping) -> date | None:
    """Read here, because the schema would take a month or a number for a day too."""
    node = value_of(header, "as_at")
    if node is None:
        return None
    if isinstance(node, Scalar) and _DAY.fullmatch(node.text or ""):
        try:
            return date.fromisoformat(node.text or "")
        except ValueError:
            pass
    message = f"`as_at` must be a day that exists, found {found(node)}"
    reader.note(node, message, "write it in full, such as `2022-03-31`")
    return None


def _fact(reader: NodeReader, node: Node) -> Record[Fact]:
    described = fact_types().get(text_of(node, "kind") or "")
    if described is not None:
        otherwise = f"`spiritlevel facts show {described.kind}` lists its fields and their words"
        value, faults = validate(node, described.model, "this fact", otherwise)
        reader.faults.extend(faults)
        return Record(value, node)
    if text_of(node, "kind") is not None:
        reader.known(value_of(node, "kind"), "kind of fact", fact_types(), _KINDS_ARE_LISTED)
    # What every fact carries can be judged without its kind.
    _, faults = validate(node, Fact, "this fact", known_only=True)
    reader.faults.extend(faults)
    return Record(None, node)


def _claim(reader: NodeReader, node: Node) -> Record[Claim]:
    record = _record(reader, node, Claim, "this claim")
    help_text = "write `{theme: ..., level: ...}` or `{section: ..., level: ...}`"
    if record.value is not None and (record.value.theme is None) == (record.value.section is None):
        reader.note(node, "a claim has either a theme or a section", help_text)
    return record


def _not_held(reader: NodeReader, node: Node) -> Record[NotHeld]:
    record = _record(reader, node, NotHeld, "this entry of `not_held`")
    if text_of(node, "kind") is not None:
        reader.known(value_of(node, "kind"), "kind of fact", fact_types(), _KINDS_ARE_LISTED)
    return record
