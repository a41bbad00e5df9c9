"""Edits of a pack as somebody writes them, and the pack that they make: `F12.chair_is=officer`, `deputy_employed=no`.

An edit is tried and thrown away. The pack that would be is held to everything that a pack in a file is held to, but for
one thing: what refers to a fact that is dropped is left as it is, as if that fact's evidence had been lost.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from engine.amend import InvalidChange, amended, node_of, stated, told
from engine.loading.node_reader import NodeReader
from engine.loading.pack_checks import faults_against
from engine.loading.pack_digest import pack_digest
from engine.loading.pack_records import PackRecords, Record
from engine.loading.pack_references import note_dangling
from engine.loading.packs import LoadedPack
from engine.loading.replacements import note_unsound_replacements
from engine.loading.resolutions import note_contradicting_resolutions
from engine.loading.spelling import hint, in_backticks
from engine.model.change import AmendedFact, AnsweredQuestion, Stated, WithdrawnFact
from engine.model.fault import quote
from engine.model.framework import Framework
from evidence_schemas.fact import Fact
from evidence_schemas.pack import EvidencePack, SourceDocument

_FIXED = ("id", "kind")

Altered = AmendedFact | WithdrawnFact | AnsweredQuestion


@dataclass(frozen=True, slots=True)
class Edits:
    """What is tried on a pack: facts added with their documents, then changes of what is there; at most one a fact."""

    added: tuple[Fact, ...] = ()
    documents: tuple[SourceDocument, ...] = ()
    changes: tuple[Altered, ...] = ()


def added_by(pack: EvidencePack, enlarged: EvidencePack) -> Edits:
    """What an enlarged pack holds beyond the pack itself."""
    facts, documents = {fact.id for fact in pack.facts}, {document.id for document in pack.documents}
    return Edits(
        tuple(fact for fact in enlarged.facts if fact.id not in facts),
        tuple(document for document in enlarged.documents if document.id not in documents),
    )


def read_changes(
    pack: EvidencePack, drops: Sequence[str], sets: Sequence[str], answers: Sequence[str]
) -> tuple[Altered, ...]:
    """The changes that are written as `FACT`, `FACT.field=value` and `QUESTION=ANSWER`.

    A set is written with commas; an empty value clears a field, or leaves a question open. Raises InvalidChange with
    every fault of the writing and of the values; what they refer to is looked at when they are made.
    """
    reader = _Reader(pack)
    changes: tuple[Altered, ...] = (*reader.drops(drops), *reader.sets(sets), *reader.answers(answers))
    faults = reader.faults
    try:
        amended(pack, changes)
    except InvalidChange as invalid:
        faults = [*faults, *invalid.faults]
    if faults:
        raise InvalidChange(faults)
    return changes


def edited(pack: EvidencePack, edits: Edits, framework: Framework) -> EvidencePack:
    """The pack with these edits made. Raises InvalidChange with every reason why it would be none."""
    facts = sorted((*pack.facts, *edits.added), key=lambda fact: fact.id)
    documents = sorted((*pack.documents, *edits.documents), key=lambda document: document.id)
    enlarged = replace(pack, facts=tuple(facts), documents=tuple(documents))
    enlarged = replace(enlarged, digest=pack_digest(enlarged))
    whole = amended(enlarged, [change for change in edits.changes if not isinstance(change, WithdrawnFact)])
    faults = tuple(_unsound(whole, framework))
    if faults:
        raise InvalidChange(faults)
    return amended(whole, [change for change in edits.changes if isinstance(change, WithdrawnFact)])


def _unsound(pack: EvidencePack, framework: Framework) -> Iterator[str]:
    """What the facts say of one another, of documents and of criteria, and what of it cannot be."""
    reader = NodeReader()
    nodes = {fact.id: node_of(stated(fact), fact.id) for fact in pack.facts}
    header = node_of({"framework": framework.id}, "pack")
    records = PackRecords(
        header=None,
        as_at=None,
        documents=tuple(Record(document, node_of(stated(document), document.id)) for document in pack.documents),
        facts=tuple(Record(fact, nodes[fact.id]) for fact in pack.facts),
        claims=(),
        not_held=(),
    )
    note_dangling(reader, records)
    note_unsound_replacements(reader, records)
    note_contradicting_resolutions(reader, records)
    checked = LoadedPack(pack, header, {}, nodes, (), ())
    yield from (told(fault) for fault in sorted({*reader.faults, *faults_against(checked, framework)}))


class _Reader:
    """Reads edits against the pack; every fault is kept."""

    def __init__(self, pack: EvidencePack) -> None:
        self._facts: Mapping[str, Fact] = {fact.id: fact for fact in pack.facts}
        self._dropped: set[str] = set()
        self.faults: list[str] = []

    def drops(self, written: Iterable[str]) -> Iterator[WithdrawnFact]:
        for id_ in written:
            if id_ in self._dropped:
                self.faults.append(f"{quote(id_)} is dropped twice")
            elif self._fact(id_) is not None:
                yield WithdrawnFact(id_)
            self._dropped.add(id_)

    def sets(self, written: Iterable[str]) -> Iterator[AmendedFact]:
        values: dict[str, dict[str, Stated]] = defaultdict(dict)
        for text in written:
            target, equals, value = text.partition("=")
            id_, dot, field = target.strip().partition(".")
            if not (equals and dot and id_ and field):
                self.faults.append(f"{quote(text)} sets nothing; write `FACT.field=value`, such as `F12.status=done`")
                continue
            fact = self._fact(id_)
            if fact is None:
                continue
            if id_ in self._dropped:
                self.faults.append(f"{quote(id_)} is dropped, so {quote(field)} cannot be set")
            elif field in values[id_]:
                self.faults.append(f"`{id_}.{field}` is set twice")
            elif (read := self._value(fact, field, value.strip())) is not None:
                values[id_][field] = read
        yield from (AmendedFact(id_, tuple(changed.items())) for id_, changed in values.items())

    def answers(self, written: Iterable[str]) -> Iterator[AnsweredQuestion]:
        answered: set[str] = set()
        for text in written:
            question, equals, answer = (part.strip() for part in text.partition("="))
            if not (equals and question):
                self.faults.append(f"{quote(text)} answers nothing; write `QUESTION=yes`, `QUESTION=no` or a number")
            elif question in answered:
                self.faults.append(f"{quote(question)} is answered twice")
            else:
                yield AnsweredQuestion(question, answer)
            answered.add(question)

    def _fact(self, id_: str) -> Fact | None:
        if id_ not in self._facts:
            near = hint(id_, self._facts)
            self.faults.append(f"the pack has no fact {quote(id_)}" + (f"; {near}" if near else ""))
        return self._facts.get(id_)

    def _value(self, fact: Fact, field: str, value: str) -> Stated | None:
        """The value as the field takes it; None where the field takes none that is written so."""
        outer, _, inner = field.partition(".")
        info = _fields(type(fact)).get(outer)
        if info is None or outer in _FIXED:
            self.faults.append(_no_field(fact, outer))
            return None
        below = _part_model(info.annotation)
        if below is None and not inner:
            if _holds(info.annotation, tuple) and value:
                self.faults.append(f"`{fact.id}.{outer}` holds values with parts; add a fact from a file instead")
                return None
            return _members(value) if _holds(info.annotation, frozenset) else value
        if below is None or (inner and inner not in _fields(below)):
            known = _fields(below) if below else ()
            said = hint(inner, known) if below else f"set `{fact.id}.{outer}` itself"
            self.faults.append(f"`{fact.id}.{outer}` has no field {quote(inner)}" + (f"; {said}" if said else ""))
            return None
        if not inner and value:
            some = in_backticks([f"{fact.id}.{outer}.{name}" for name in _fields(below)])
            self.faults.append(f"`{fact.id}.{outer}` has fields of its own; set {some}")
            return None
        return value


def _no_field(fact: Fact, field: str) -> str:
    if field in _FIXED:
        return f"`{fact.id}.{field}` cannot be changed; drop the fact and add another"
    near = hint(field, _fields(type(fact)), f"`spiritlevel facts show {fact.kind}` lists its fields")
    return f"{quote(fact.id)}, a fact of the kind `{fact.kind}`, has no field {quote(field)}; {near}"


def _members(value: str) -> tuple[str, ...]:
    return tuple(member.strip() for member in value.split(",")) if value else ()


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model under the names that stand in a file."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def _holds(annotation: object, sort: type) -> bool:
    """Whether a field holds values of this sort."""
    return get_origin(annotation) is sort or any(_holds(part, sort) for part in get_args(annotation))


def _part_model(annotation: object) -> type[BaseModel] | None:
    """The model of a field that has fields of its own; None where it holds single values, or several."""
    if _holds(annotation, tuple):
        return None
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := _part_model(part)) is not None), None)
