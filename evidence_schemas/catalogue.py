"""The fact types as data: what a rule may ask of each kind, and what a sentence calls it."""

import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from evidence_schemas import (
    accountability,
    assessment,
    commissioning,
    disputes,
    engagement,
    information,
    judgements,
    leadership,
    learning,
    measures,
    objectives,
    scrutiny,
    workforce,
)
from evidence_schemas.fact import Fact
from evidence_schemas.field import About, Dating, FieldRole
from evidence_schemas.vocabulary import Scale, Vocabulary
from evidence_schemas.when import When

Shape = Literal["word", "scale", "words", "number", "amount", "text", "day", "yes_no", "references"]

SUBJECTS = (
    information,
    measures,
    judgements,
    accountability,
    engagement,
    scrutiny,
    leadership,
    objectives,
    assessment,
    commissioning,
    workforce,
    learning,
    disputes,
)


READ_BY_THE_ENGINE = frozenset(["dispute", "resolution"])
"""The kinds that concern every criterion; no rule names them."""


@dataclass(frozen=True, slots=True)
class FieldType:
    """One field that a rule may put a condition on."""

    name: str
    label: str
    shape: Shape
    vocabulary: type[Vocabulary] | None
    topic: bool
    dating: Dating | None

    def words(self, value: str) -> str:
        """How a sentence says one value of this field."""
        return self.vocabulary(value).words if self.vocabulary else value


@dataclass(frozen=True, slots=True)
class FactType:
    """One kind of fact.

    `shown_by` names the documents that usually show such a fact, and reads on after "usually shown by". `about` holds
    the kinds that the field `about` may name (None: there is no such field; empty: any kind).
    """

    kind: str
    label: str
    shown_by: str
    meaning: str
    model: type[Fact]
    fields: Mapping[str, FieldType]
    about: tuple[str, ...] | None


@cache
def fact_types() -> Mapping[str, FactType]:
    """Every fact type by its kind, in the order of the subjects."""
    models = [
        value
        for module in SUBJECTS
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Fact) and value.__module__ == module.__name__
    ]
    return MappingProxyType({(described := _describe(model)).kind: described for model in models})


def _describe(model: type[Fact]) -> FactType:
    hints = inspect.get_annotations(model)
    kind = get_args(hints["kind"])[0]
    fields: dict[str, FieldType] = {}
    about: tuple[str, ...] | None = None
    for name, info in model.model_fields.items():
        for mark in info.metadata:
            if isinstance(mark, About):
                about = mark.kinds
            if isinstance(mark, FieldRole):
                shape, vocabulary = _shape(info.annotation)
                fields[name] = FieldType(name, mark.label, shape, vocabulary, mark.topic, mark.dating)
    meaning = inspect.cleandoc(model.__doc__ or "")
    return FactType(kind, model.label, model.shown_by, meaning, model, MappingProxyType(fields), about)


_PLAIN: Mapping[Any, Shape] = {When: "day", bool: "yes_no", int: "number", Decimal: "amount", str: "text"}


def _shape(annotation: object) -> tuple[Shape, type[Vocabulary] | None]:
    """What sort of value a field holds, read from its annotation."""
    bare = _bare(annotation)
    if get_origin(bare) is frozenset:
        member = _bare(get_args(bare)[0])
        if isinstance(member, type) and issubclass(member, Vocabulary):
            return "words", member
        return "references", None
    if isinstance(bare, type) and issubclass(bare, Vocabulary):
        return ("scale" if issubclass(bare, Scale) else "word"), bare
    return _PLAIN[bare], None


def _bare(annotation: Any) -> Any:  # noqa: ANN401 - annotations have no type of their own
    """The annotation without `None`, validators and other marks."""
    if get_origin(annotation) in {Union, UnionType}:
        (annotation,) = (part for part in get_args(annotation) if part is not NoneType)
        return _bare(annotation)
    return _bare(get_args(annotation)[0]) if get_origin(annotation) is Annotated else annotation
