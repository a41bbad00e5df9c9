"""A pack with changes applied: the pack that would be, checked against the same schema, the record untouched."""

import dataclasses
from collections.abc import Iterable, Sequence

from pydantic import ValidationError

from engine.loading.pack_digest import pack_digest
from engine.model.change import AmendedFact, AnsweredQuestion, Change, NewFact, Stated, WithdrawnFact
from evidence_schemas.catalogue import fact_types
from evidence_schemas.fact import Fact
from evidence_schemas.pack import EvidencePack, SourceDocument
from evidence_schemas.profile import Profile

UNWRITTEN = SourceDocument(id="still_to_be_written", title="a document still to be written")
"""The document that facts cite which nobody has recorded yet."""


class InvalidChange(Exception):  # noqa: N818
    """A change that no pack can hold; `faults` says in words what is wrong with each."""

    def __init__(self, faults: Sequence[str]) -> None:
        """Keep every fault; the message is the first."""
        self.faults = tuple(faults)
        super().__init__(self.faults[0])


def amended(pack: EvidencePack, changes: Iterable[Change]) -> EvidencePack:
    """The pack with these changes made, in order of the ids again. Raises InvalidChange with every fault."""
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
    changed = dataclasses.replace(
        pack,
        profile=profile,
        documents=tuple(documents[id_] for id_ in sorted(documents)),
        facts=tuple(facts[id_] for id_ in sorted(facts)),
    )
    return dataclasses.replace(changed, digest=pack_digest(changed))


def _held(facts: dict[str, Fact], id_: str) -> Fact:
    if id_ not in facts:
        raise InvalidChange([f"the pack has no fact `{id_}`"])
    return facts[id_]


def _made(change: NewFact, facts: dict[str, Fact]) -> Fact:
    if change.id in facts:
        raise InvalidChange([f"the pack has a fact `{change.id}` already"])
    source = {"document": UNWRITTEN.id, "locator": "not yet written"}
    stated = {"id": change.id, "kind": change.kind, "source": source, **_written(change.values, change.about)}
    return _checked(change.kind, stated, change.id)


def _altered(fact: Fact, change: AmendedFact) -> Fact:
    stated = fact.model_dump(mode="json", by_alias=True, exclude_none=True)
    return _checked(fact.kind, {**stated, **_written(change.values, change.about)}, fact.id)


def _written(values: Iterable[tuple[str, Stated]], about: Sequence[str]) -> dict[str, object]:
    written: dict[str, object] = {
        name: list(value) if isinstance(value, tuple) else value for name, value in values
    }
    return {**written, "about": list(about)} if about else written


def _checked(kind: str, stated: dict[str, object], id_: str) -> Fact:
    try:
        return fact_types()[kind].model.model_validate(stated)
    except ValidationError as invalid:
        raise InvalidChange(list(_told(invalid, id_))) from None


def _told(invalid: ValidationError, id_: str) -> Iterable[str]:
    for error in invalid.errors():
        place = ".".join(str(step) for step in error["loc"][:1])
        yield f"`{id_}.{place}`: {error['msg'][:1].lower()}{error['msg'][1:]}"


def _answered(profile: Profile, change: AnsweredQuestion) -> Profile:
    number = change.answer.isdecimal()
    reason = "assumed, to see what follows from it"
    answer: object = change.answer if number else {"answer": change.answer, "reason": reason}
    stated = {**profile.model_dump(mode="json", exclude_none=True), change.question: answer}
    try:
        return Profile.model_validate(stated)
    except ValidationError as invalid:
        raise InvalidChange(list(_told(invalid, "profile"))) from None
