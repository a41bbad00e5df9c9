"""What the parts of a pack say of one another: every id stands once, every reference leads to what it may lead to."""

import re
from collections.abc import Collection, Iterable, Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from typing import Any

from engine.loading.node_reader import NodeReader, Word
from engine.loading.pack_records import PackRecords, Record, text_of, value_of
from engine.loading.schema_faults import pattern_of
from engine.loading.source_text import Node, Scalar, Sequence
from engine.loading.spelling import hint, in_backticks
from engine.model.fault import quote
from evidence_schemas.catalogue import fact_types
from evidence_schemas.fact import Fact
from evidence_schemas.field import Id
from evidence_schemas.profile import questions

_ID = re.compile(pattern_of(Id))
_NEVER_DISPUTED = frozenset({"dispute", "resolution"})
_MAX_HINTS = 25


def note_duplicates(reader: NodeReader, records: PackRecords) -> None:
    """An id names one fact, or one document; a theme or a section is claimed once."""
    _note_ids_given_twice(reader, records.documents)
    _note_ids_given_twice(reader, records.facts)
    claimed: dict[str, Node] = {}
    for claim in records.claims:
        if claim.value is None:
            continue
        theme, section = claim.value.theme, claim.value.section
        of = f"the section {quote(section)}" if section is not None else f"the theme {quote(theme or '')}"
        if of in claimed:
            help_text = f"it is first claimed at {claimed[of].place}; keep one of the two"
            reader.note(claim.node, f"a level of {of} is claimed twice", help_text)
        claimed.setdefault(of, claim.node)


def note_dangling(reader: NodeReader, records: PackRecords) -> None:
    """Documents that are cited and facts that are referred to must stand in the pack, and be of a kind that fits."""
    documents = _Known("document", dict.fromkeys(record.id for record in records.documents if record.id is not None))
    for source in _sources(records):
        if (document := _well_formed(value_of(source, "document"))) is not None:
            documents.has(reader, document)
    facts = by_id(records.facts)
    known = _Known("fact", facts.keys())
    for record in records.facts:
        for at in references(record, "about"):
            if known.has(reader, at):
                _note_unfit_about(reader, at, record, facts[at.text])
        for at in references(record, "replaces"):
            if known.has(reader, at):
                _note_unfit_replacement(reader, at, record, facts[at.text])
        for at in references(record, "disputes"):
            if known.has(reader, at):
                _note_unfit_dispute(reader, at, record, facts[at.text])


def by_id(facts: Iterable[Record[Fact]]) -> MappingOf[str, Record[Fact]]:
    """The facts by their ids; of an id given twice, the first."""
    found: dict[str, Record[Fact]] = {}
    for record in facts:
        if record.id is not None:
            found.setdefault(record.id, record)
    return found


def kind_of(record: Record[Fact]) -> str | None:
    """The kind of a fact as it is written, None where there is no such kind."""
    kind = text_of(record.node, "kind")
    return kind if kind in fact_types() else None


def references(record: Record[Fact], name: str) -> Iterator[Word]:
    """The ids of facts that a field lists; criteria and what is not an id are passed over."""
    listed = value_of(record.node, name)
    for item in listed.items if isinstance(listed, Sequence) else ():
        if (reference := _well_formed(item)) is not None:
            yield reference


@dataclass(frozen=True, slots=True)
class _Known:
    """The ids of the documents or of the facts.

    Only the first unknown ones are answered with the nearest id, since a search among thousands takes long.
    """

    what: str
    ids: Collection[str]
    hinted: set[str] = field(default_factory=set)

    def has(self, reader: NodeReader, at: Word) -> bool:
        """Whether something has this id; if nothing has, that is a fault."""
        if at.text in self.ids:
            return True
        self.hinted.add(at.text)
        near = hint(at.text, self.ids) if len(self.hinted) <= _MAX_HINTS else None
        help_text = near or f"add it under `{self.what}s`, or name one that is there"
        reader.note(at, f"no {self.what} has the id {quote(at.text)}", help_text)
        return False


def _well_formed(node: Node | None) -> Word | None:
    if isinstance(node, Scalar) and node.text is not None and _ID.fullmatch(node.text):
        return Word(node.text, node.place)
    return None


def _sources(records: PackRecords) -> Iterator[Node]:
    profile = value_of(records.header.node, "profile") if records.header is not None else None
    answers = [value_of(profile, question) for question in questions()]
    for citing in (*answers, *(record.node for record in records.facts)):
        source = value_of(citing, "source")
        if source is not None:
            yield source


def _note_ids_given_twice(reader: NodeReader, records: Iterable[Record[Any]]) -> None:
    first: dict[str, Node] = {}
    for record in records:
        at = value_of(record.node, "id")
        if record.id is None or at is None:
            continue
        if record.id in first:
            help_text = f"it is first given at {first[record.id].place}; give one of the two another id"
            reader.note(at, f"the id {quote(record.id)} is given twice", help_text)
        first.setdefault(record.id, at)


def _note_unfit_about(reader: NodeReader, at: Word, record: Record[Fact], target: Record[Fact]) -> None:
    described, found = fact_types().get(kind_of(record) or ""), kind_of(target)
    if described is not None and found is not None and described.about and found not in described.about:
        message = (
            f"a fact of the kind `{described.kind}` cannot be about {quote(at.text)}, which is of the kind `{found}`"
        )
        reader.note(at, message, f"it may be about facts of these kinds: {in_backticks(described.about)}")


def _note_unfit_replacement(reader: NodeReader, at: Word, record: Record[Fact], target: Record[Fact]) -> None:
    newer, older = kind_of(record), kind_of(target)
    if at.text == record.id:
        reader.note(at, f"{quote(at.text)} replaces itself", "name the older fact, or take the field out")
    elif newer is not None and older is not None and newer != older:
        message = f"a fact of the kind `{newer}` cannot replace {quote(at.text)}, which is of the kind `{older}`"
        reader.note(at, message, "a fact replaces an older one of the same kind")


def _note_unfit_dispute(reader: NodeReader, at: Word, record: Record[Fact], target: Record[Fact]) -> None:
    if kind_of(record) == "dispute" and (found := kind_of(target)) in _NEVER_DISPUTED:
        message = f"{quote(at.text)} is a `{found}`, which cannot be disputed"
        reader.note(at, message, "dispute the fact or the criterion itself")
