"""A pack with changes applied: the pack that would be, checked against the same schema, the record untouched."""

import dataclasses
from collections.abc import Iterable, Sequence
from typing import get_args

from pydantic import BaseModel, ValidationError

from engine.loading.pack_digest import pack_digest
from engine.loading.schema_faults import ModelT, validate
from engine.loading.source_text import Entry, Mapping, Node, Scalar
from engine.loading.source_text import Sequence as Items
from engine.loading.spelling import hint
from engine.model.change import AmendedFact, AnsweredQuestion, Change, NewFact, Stated, WithdrawnFact
from engine.model.fault import Fault, Place, quote
from evidence_schemas.catalogue import fact_types
from evidence_schemas.fact import Fact
from evidence_schemas.pack import EvidencePack, SourceDocument
from evidence_schemas.profile import Answer, Profile, questions

UNWRITTEN = SourceDocument(id="still_to_be_written", title="a document still to be written")
"""The document that facts cite which nobody has recorded yet."""

_ASSUMED = "assumed, to see what follows from it"


class InvalidChange(Exception):  # noqa: N818
    """A change that no pack can hold; `faults` says in words what is wrong with each."""

    def __init__(self, faults: Sequence[str]) -> None:
        """Keep every fault; the message is the first."""
        self.faults = tuple(faults)
        super().__init__(self.faults[0])


def amended(pack: EvidencePack, changes: Iterable[Change]) -> EvidencePack:
    """The pack with these changes made, in order of the ids again. Raises InvalidChange with every fault.

    A field that gets no members, or an empty text, is cleared; so is a question that gets an empty answer. A name with
    a dot leads into a field with fields of its own, such as `period.from`. What a change refers to is not looked at.
    """
    changed = supposed(pack, changes)
    return dataclasses.replace(changed, digest=pack_digest(changed))


def supposed(pack: EvidencePack, changes: Iterable[Change]) -> EvidencePack:
    """The same without the labour of a new digest, for a pack that is looked at once and never told of."""
    facts = {fact.id: fact for fact in pack.facts}
    profile = pack.profile
    faults: list[str] = []
    for change in changes:
        try:
            match change:
                case NewFact():
                    facts[change.id] = _made(change, facts)
                case AmendedFact():
                    facts[change.fact] = _altered(_held(facts, change.fact), change)
                case WithdrawnFact():
                    del facts[_held(facts, change.fact).id]
                case AnsweredQuestion():
                    profile = _answered(profile, change)
        except InvalidChange as invalid:
            faults.extend(invalid.faults)
    if faults:
        raise InvalidChange(faults)
    documents = {document.id: document for document in pack.documents}
    if any(fact.source.document == UNWRITTEN.id for fact in facts.values()):
        documents[UNWRITTEN.id] = UNWRITTEN
    return dataclasses.replace(
        pack,
        profile=profile,
        documents=tuple(documents[id_] for id_ in sorted(documents)),
        facts=tuple(facts[id_] for id_ in sorted(facts)),
    )


def stated(value: BaseModel) -> dict[str, object]:
    """What a fact or a profile states, as a pack would write it; what is empty is left out."""
    return value.model_dump(mode="json", by_alias=True, exclude_none=True)


def told(fault: Fault) -> str:
    """A fault of a change in one line."""
    words = f"`{fault.place}`: {fault.message}"
    return f"{words}; {fault.help}" if fault.help else words


def node_of(value: object, name: str) -> Node:
    """A value as the node that it would be read from; its places are the names of fields below `name`."""
    place = Place.whole(name)
    if isinstance(value, dict):
        entries = ((key, node_of(inner, f"{name}.{key}")) for key, inner in value.items())
        return Mapping(tuple(Entry(Scalar(key, node.place, quoted=False), node) for key, node in entries), place)
    if isinstance(value, list):
        return Items(tuple(node_of(item, name) for item in value), place)
    text = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
    return Scalar(text, place, quoted=False)


def _held(facts: dict[str, Fact], id_: str) -> Fact:
    if id_ not in facts:
        near = hint(id_, facts)
        raise InvalidChange([f"the pack has no fact {quote(id_)}" + (f"; {near}" if near else "")])
    return facts[id_]


def _made(change: NewFact, facts: dict[str, Fact]) -> Fact:
    if change.id in facts:
        raise InvalidChange([f"the pack has a fact `{change.id}` already"])
    source = {"document": UNWRITTEN.id, "locator": "not yet written"}
    values: dict[str, object] = {"id": change.id, "kind": change.kind, "source": source}
    return _fact(change.kind, _with(values, change.values, change.about), change.id)


def _altered(fact: Fact, change: AmendedFact) -> Fact:
    return _fact(fact.kind, _with(stated(fact), change.values, change.about), fact.id)


def _with(values: dict[str, object], changed: Iterable[tuple[str, Stated]], about: Sequence[str]) -> dict[str, object]:
    """The values with others in some places, and without what is cleared."""
    values = dict(values)
    for name, value in (*changed, *([("about", tuple(about))] if about else [])):
        outer, _, inner = name.partition(".")
        if inner:
            held = values.get(outer)
            below = _with(held if isinstance(held, dict) else {}, [(inner, value)], ())
            values = {**values, outer: below} if below else _without(values, outer)
        elif not value:
            values = _without(values, name)
        else:
            values[name] = list(value) if isinstance(value, tuple) else value
    return values


def _without(values: dict[str, object], name: str) -> dict[str, object]:
    return {key: value for key, value in values.items() if key != name}


def _fact(kind: str, values: dict[str, object], id_: str) -> Fact:
    otherwise = f"`spiritlevel facts show {kind}` lists its fields and their words"
    return _checked(fact_types()[kind].model, values, id_, "this fact", otherwise)


def _checked(
    model: type[ModelT], values: dict[str, object], name: str, what: str, otherwise: str | None = None
) -> ModelT:
    try:
        return model.model_validate(values)
    except ValidationError:
        _, faults = validate(node_of(values, name), model, what, otherwise)
        raise InvalidChange([told(fault) for fault in faults]) from None


def _answered(profile: Profile, change: AnsweredQuestion) -> Profile:
    question = change.question
    if question not in questions():
        near = hint(question, questions(), "`spiritlevel facts guide` lists the questions")
        raise InvalidChange([f"the profile has no question {quote(question)}; {near}"])
    if not change.answer:
        return profile.model_copy(update={question: None})
    reasoned = Answer in get_args(Profile.model_fields[question].annotation)
    answer: object = {"answer": change.answer, "reason": _ASSUMED} if reasoned else change.answer
    return _checked(Profile, {**stated(profile), question: answer}, "profile", "the profile")
